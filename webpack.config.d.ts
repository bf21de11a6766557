import type { Configuration } from 'webpack';

/** How TypeScript becomes scripts; shared with every other page the project builds. */
export const compilation: Pick<Configuration, 'module' | 'resolve'>;

/** The build of the add-in, as the command line of webpack calls it. */
declare const configuration: (
  env: Readonly<Record<string, unknown>>,
  options: { readonly mode?: 'production' | 'development' },
) => Promise<Configuration>;
export default configuration;
