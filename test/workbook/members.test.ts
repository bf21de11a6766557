import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Every member of Office.js that the product uses is in ExcelApi 1.14 (Excel 2021), and in the library that
 * npm ships, which stops at 1.15 although the types go on (office-js.md §0).
 */

const ROOMS = ['src/workbook', 'src/usecases'];
const LIBRARY = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js';
const TYPES = '@types/office-js/';
const MOST = 1.14;

interface Member {
  /** "Range.values" */
  readonly name: string;
  readonly apiSet: number | null;
}

function usedMembers(): Member[] {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => resolve(join(room, file))),
  );
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['office-js'],
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, Member>();
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      if (!declaration.getSourceFile().fileName.includes(TYPES)) continue;
      const owner = declaration.parent;
      if (!ts.isClassDeclaration(owner) || owner.name === undefined || symbol === undefined) continue;
      const name = `${owner.name.text}.${symbol.name}`;
      found.set(name, { name, apiSet: apiSetOf(declaration) ?? apiSetOf(owner) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const property = node.propertyName ?? node.name;
      const type = checker.getTypeAtLocation(node.parent);
      if (ts.isIdentifier(property)) note(type.getProperty(property.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const source of program.getSourceFiles()) if (files.includes(resolve(source.fileName))) visit(source);
  return [...found.values()];
}

/** "[Api set: ExcelApi 1.9]" of a declaration's comment. */
function apiSetOf(node: ts.Node): number | null {
  const text = node.getSourceFile().text.slice(node.getFullStart(), node.getStart());
  const match = /\[Api set: ExcelApi (\d+\.\d+)/.exec(text);
  return match === null ? null : minor(match[1] ?? '');
}

/** 1.14 is later than 1.9. */
const minor = (version: string): number => Number(version.split('.')[1]);

describe('members of Office.js', () => {
  const members = usedMembers();

  it('are found in the sources at all', () => {
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Range.values', 'TableCollection.add', 'ConditionalFormatCollection.add']),
    );
    expect(members.length).toBeGreaterThan(60);
  });

  it('belong to ExcelApi 1.14 or earlier', () => {
    const late = members.filter(({ apiSet }) => apiSet !== null && apiSet > minor(MOST.toFixed(2)));
    expect(late).toEqual([]);
  });

  it('exist in the library that npm ships', () => {
    const library = readFileSync(LIBRARY, 'utf8');
    const missing = members
      .map(({ name }) => name.slice(name.indexOf('.') + 1))
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(library));
    expect(missing).toEqual([]);
  });

  it('in paths given to load() exist there too', () => {
    const library = readFileSync(LIBRARY, 'utf8');
    const paths = readdirSync('src/workbook')
      .map((file) => readFileSync(join('src/workbook', file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/\.load\(\s*'([^']+)'/g)].map(([, path]) => path ?? ''));
    const names = [...new Set(paths.flatMap((path) => path.split(/[,/]/)))].filter(
      (name) => name !== 'items',
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !new RegExp(`"${name}"|\\b${name}\\b`).test(library))).toEqual([]);
  });
});
