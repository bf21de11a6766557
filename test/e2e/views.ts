import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilation } from '../../webpack.config.js';
import { build, serve } from './site';
import type { Site } from './site';

const page = `<!doctype html>
<html lang="ru">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Методобъединение</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; }
      body { margin: 0; overflow-y: scroll; font: 14px/20px 'Segoe UI', system-ui, sans-serif; }
    </style>
  </head>
  <body>
    <div id="root"></div>
    <script src="views.js"></script>
  </body>
</html>
`;

/** The views of the pane, each on a stage of its own, in every situation the stories know. */
export async function openViewsSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'views-'));
  await build({
    ...compilation,
    mode: 'development',
    devtool: false,
    entry: fileURLToPath(new URL('story/views.tsx', import.meta.url)),
    output: { path: folder, filename: 'views.js' },
  });
  await writeFile(join(folder, 'views.html'), page);
  const site = await serve(folder);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
