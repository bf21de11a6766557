import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import configuration, { compilation } from '../../webpack.config.js';
import { build, serve } from './site';
import type { Site } from './site';

/** The built add-in with its own copy of Office.js, and the stories beside it on the same page. */
export async function openPaneSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'pane-'));
  process.env.OFFICE_JS = 'local';
  const addIn = await configuration({}, { mode: 'production' });
  await Promise.all([
    build({ ...addIn, output: { ...addIn.output, path: folder, clean: false } }),
    build({
      ...compilation,
      mode: 'production',
      // React complains in the console about what is wrong; of the icons only those in use are taken.
      optimization: { nodeEnv: 'development', minimize: false },
      devtool: false,
      entry: fileURLToPath(new URL('story/index.tsx', import.meta.url)),
      output: { path: folder, filename: 'story.js', chunkFilename: '[name].story.js' },
    }),
  ]);
  const page = await readFile(join(folder, 'taskpane.html'), 'utf8');
  const withoutOffice = page.replace(/<script defer src="?office-js[^>]*><\/script>/, '');
  await writeFile(join(folder, 'story.html'), withoutOffice.replace(/taskpane\.\w+\.js/, 'story.js'));
  const site = await serve(folder);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
