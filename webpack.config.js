import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';

/**
 * The one page of the add-in. Switches, from the environment:
 *   URL_PROD   where a production build will stand, "https://…/"; put into the manifest in place of localhost
 *   OFFICE_JS  "cdn" (Microsoft's own, what it supports; default of production) or "local" (the npm copy, for
 *              closed networks and development; an API level of ExcelApi 1.15)
 */

const root = fileURLToPath(new URL('.', import.meta.url));
const { version, config } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

const developmentUrl = `https://localhost:${config.dev_server_port}/`;
const officeCdn = 'https://appsforoffice.microsoft.com';

/** Files that office.js looks for beside itself, on the platforms where Excel runs this add-in. */
const localOffice = [
  'office.js',
  // Asked for where no Excel announces itself, which is how the library finds out that there is none.
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'ru-ru/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
];

const officeJsOf = {
  cdn: { url: `${officeCdn}/lib/1/hosted/office.js`, origin: officeCdn, files: [] },
  local: { url: 'office-js/office.js', origin: '', files: localOffice },
};

const productionUrl = () => {
  const url = process.env.URL_PROD;
  if (url === undefined || url === '') return developmentUrl;
  if (!/^https:\/\/.+\/$/.test(url))
    throw new Error(`URL_PROD must be https://…/ with a slash at the end: ${url}`);
  return url;
};

/** What the page may load and call. Office.js talks to Excel by messages; its telemetry is not let out. */
const contentSecurityPolicy = (origin, isDevelopment) => {
  const liveReload = isDevelopment ? ' wss://localhost:*' : '';
  return [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    // Fluent UI writes its rules into style elements of its own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${origin}${liveReload}`,
    `frame-src 'self' ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .map((directive) => directive.trim())
    .join('; ');
};

const swc = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    // The web views of Excel 2021 and later: Edge WebView2, Safari of macOS 12, current browsers.
    env: { targets: { edge: '100', safari: '15.4', chrome: '100', firefox: '100' } },
  },
};

/** How TypeScript becomes scripts; shared with every other page the project builds. */
export const compilation = {
  module: { rules: [swc] },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
};

const httpsServer = async () => {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
};

export default async (env, { mode = 'production' }) => {
  const isDevelopment = mode === 'development';
  const officeJs = process.env.OFFICE_JS ?? (isDevelopment ? 'local' : 'cdn');
  const office = officeJsOf[officeJs];
  if (office === undefined) throw new Error(`OFFICE_JS is cdn or local, not ${officeJs}`);
  const url = isDevelopment ? developmentUrl : productionUrl();

  return {
    mode,
    target: ['web', 'es2021'],
    context: root,
    devtool: isDevelopment ? 'source-map' : false,
    entry: { watchdog: './src/taskpane/watchdog.js', taskpane: './src/taskpane/index.tsx' },
    output: {
      path: `${root}dist`,
      filename: isDevelopment ? '[name].js' : '[name].[contenthash].js',
      clean: true,
    },
    ...compilation,
    performance: { hints: false },
    plugins: [
      new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: 'src/taskpane/taskpane.html',
        // The template places the scripts: the watchdog before Office.js, the pane after it.
        inject: false,
        templateParameters: (_compilation, { js }) => ({
          csp: contentSecurityPolicy(office.origin, isDevelopment),
          addresses: [new URL(url).origin, office.origin].filter(Boolean).join(', '),
          watchdog: js.filter((script) => script.includes('watchdog')),
          officeJs: office.url,
          pane: js.filter((script) => !script.includes('watchdog')),
        }),
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          { from: 'src/taskpane/help.html', to: 'help.html' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) => content.toString('utf8').replaceAll(developmentUrl, url),
          },
          ...office.files.map((file) => ({
            from: `node_modules/@microsoft/office-js/dist/${file}`,
            to: `office-js/${file}`,
            // The licence lets the files be passed on as they are.
            info: { minimized: true },
          })),
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE
      ? {
          devServer: {
            port: config.dev_server_port,
            server: await httpsServer(),
            headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' },
            hot: false,
          },
        }
      : {}),
  };
};
