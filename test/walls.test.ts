import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Offending and lawful snippets, each linted as if it stood in the file named: [file, code, rule or null]. */
const snippets: [does: string, file: string, code: string, rule: string | null][] = [
  [
    'the domain may not import React',
    'src/indicators/snippet.ts',
    "import { useState } from 'react';\nexport { useState };",
    'no-restricted-imports',
  ],
  [
    'the domain may not import a Node module',
    'src/register/snippet.ts',
    "import { readFileSync } from 'node:fs';\nexport { readFileSync };",
    'no-restricted-imports',
  ],
  [
    'the domain may not import a Node module by its short name',
    'src/register/snippet.ts',
    "import { readFileSync } from 'fs';\nexport { readFileSync };",
    'no-restricted-imports',
  ],
  [
    'the domain may import zod',
    'src/register/snippet.ts',
    "import { z } from 'zod';\nexport const text = z.string();",
    null,
  ],
  [
    'the domain may not ask the clock',
    'src/plan/snippet.ts',
    'export const now = Date.now();',
    'no-restricted-syntax',
  ],
  [
    'the domain may not make a date of now',
    'src/register/snippet.ts',
    'export const now = new Date();',
    'no-restricted-syntax',
  ],
  [
    'the domain may not read local time',
    'src/register/snippet.ts',
    'export const yearOf = (at: Date) => at.getFullYear();',
    'no-restricted-syntax',
  ],
  [
    'the domain may compute with dates in UTC',
    'src/register/snippet.ts',
    'export const yearOf = (at: number) => new Date(at).getUTCFullYear() + Date.UTC(2025, 8, 1);',
    null,
  ],
  [
    'the domain may not throw dice',
    'src/regulations/snippet.ts',
    'export const key = Math.random();',
    'no-restricted-syntax',
  ],
  [
    'the domain may not read the process',
    'src/messages/snippet.ts',
    'export const home = process.env;',
    'no-restricted-globals',
  ],
  [
    'the domain may not name a type of Excel',
    'src/indicators/snippet.ts',
    'export type Sheet = Excel.Worksheet;',
    'no-restricted-syntax',
  ],
  [
    'the domain may not run Excel',
    'src/indicators/snippet.ts',
    'export const run = Excel.run;',
    'no-restricted-syntax',
  ],
  [
    'the plan may not import the register',
    'src/plan/snippet.ts',
    "import type { WorkbookSnapshot } from '../register/snapshot';\nexport type S = WorkbookSnapshot;",
    'boundaries/element-types',
  ],
  [
    'the register may not import the words',
    'src/register/snippet.ts',
    "export * from '../messages/plural';",
    'boundaries/element-types',
  ],
  [
    'a use case may not import the host',
    'src/usecases/snippet.ts',
    "export * from '../host/document';",
    'boundaries/element-types',
  ],
  [
    'the workbook may not import the host',
    'src/workbook/snippet.ts',
    "export * from '../host/document';",
    'boundaries/element-types',
  ],
  [
    'the host may not import the add-in',
    'src/host/snippet.ts',
    "export * from '../plan/action';",
    'boundaries/element-types',
  ],
  [
    'the stand may not import the pane',
    'src/stand/snippet.ts',
    "export * from '../taskpane/mount';",
    'boundaries/element-types',
  ],
  ['the command line may import the host', 'src/cli/snippet.ts', "export * from '../host/document';", null],
  ['the workbook may run Excel', 'src/workbook/snippet.ts', 'export const run = Excel.run;', null],
  [
    'a use case may not run Excel',
    'src/usecases/snippet.ts',
    'export const run = () => Excel.run(() => Promise.resolve());',
    'no-restricted-syntax',
  ],
  [
    'a use case may name the type of what it is given',
    'src/usecases/snippet.ts',
    'export type Run = typeof Excel.run;',
    null,
  ],
  [
    'the pane may not import the register',
    'src/taskpane/snippet.tsx',
    "export * from '../register/snapshot';",
    'boundaries/element-types',
  ],
  [
    'the pane may import a type of the register',
    'src/taskpane/snippet.tsx',
    "import type { WorkbookSnapshot } from '../register/snapshot';\nexport type S = WorkbookSnapshot;",
    null,
  ],
  [
    'the pane may not touch the workbook by itself',
    'src/taskpane/snippet.tsx',
    "export const save = () => Office.context.document.settings.get('x') && OfficeExtension.config;",
    'no-restricted-syntax',
  ],
  [
    'the pane may wait for Office',
    'src/taskpane/snippet.tsx',
    'export const ready = Office.onReady();',
    null,
  ],
  [
    'a round trip inside a loop is refused',
    'src/workbook/snippet.ts',
    'export const all = async (context: Excel.RequestContext) => {\n  for (let k = 0; k < 3; k += 1) await context.sync();\n};',
    'office-addins/no-context-sync-in-loop',
  ],
  [
    'any is refused',
    'src/workbook/snippet.ts',
    'export const x: any = 1;',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a non-null assertion is refused',
    'src/workbook/snippet.ts',
    'export const x = (y: number | null) => y!;',
    '@typescript-eslint/no-non-null-assertion',
  ],
];

/** All snippets in one child: ESLint and the type-free part of the real configuration, loaded once. */
const lint = `
  import { ESLint } from 'eslint';
  import tseslint from 'typescript-eslint';
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const eslint = new ESLint({
    overrideConfig: [{
      files: ['**/snippet.{ts,tsx}'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false, project: null, program: null } },
    }],
  });
  const found = [];
  for (const { file, code } of JSON.parse(text)) {
    const [result] = await eslint.lintText(code, { filePath: file });
    found.push(result.messages.map((message) => message.ruleId ?? message.message));
  }
  process.stdout.write(JSON.stringify(found));
`;

describe('the walls between the rooms', () => {
  let found: string[][] = [];

  beforeAll(() => {
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', lint], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      input: JSON.stringify(snippets.map(([, file, code]) => ({ file, code }))),
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(child.stderr);
    found = JSON.parse(child.stdout) as string[][];
  }, 60_000);

  it.each(snippets.map(([does, , , rule], index) => ({ does, rule, index })))('$does', ({ rule, index }) => {
    expect(found[index]).toEqual(rule === null ? [] : [rule]);
  });
});
