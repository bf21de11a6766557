import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The walls of ARCHITECTURE.md as data. A room may import itself and the rooms named in `from`; of packages and
 * Node's own modules, those that match `packages` (everything when absent). A `pure` room moreover knows no
 * clock, no chance and nothing of the machine it runs on.
 */
const domain = [
  'plan',
  'messages',
  'regulations',
  'register',
  'indicators',
  'control',
  'adoption',
  'documents',
];
const nothing = '(?!)';
const pure = { pure: true, packages: '(zod|@borgar/fx)($|/)' };

const rooms = {
  plan: { ...pure, from: [] },
  regulations: { ...pure, from: ['plan'] },
  register: { ...pure, from: ['plan', 'regulations'] },
  indicators: { ...pure, from: ['plan', 'regulations', 'register'] },
  control: {
    ...pure,
    packages: '(zod|fastest-levenshtein)($|/)',
    from: ['plan', 'regulations', 'register', 'indicators'],
  },
  adoption: {
    ...pure,
    packages: '(zod|fastest-levenshtein)($|/)',
    from: ['plan', 'regulations', 'register', 'indicators'],
  },
  // A document is its words: they are made here, out of the catalogue.
  documents: { ...pure, from: domain.filter((room) => room !== 'adoption') },
  // Many registers into one, and a register into what the department gets.
  department: { ...pure, from: domain.filter((room) => room !== 'adoption'), typesFrom: ['files'] },
  // Bytes of files to plain data and back: the same in the pane and on the command line.
  files: { packages: '(zod|@borgar/fx|exceljs|papaparse|fflate|docx)($|/)', from: [...domain, 'department'] },
  // Words are made at the very end: the domain speaks in data, and the catalogue knows the domain.
  messages: { ...pure, from: domain, typesFrom: ['department'] },
  // The register laid out on sheets, formulas and words included, as a plan.
  layout: {
    ...pure,
    files: ['src/register/layout/**/*', 'src/register/structure.ts'],
    from: [...domain],
  },
  workbook: { packages: pure.packages, from: domain },
  usecases: { packages: nothing, from: [...domain, 'department', 'files', 'layout', 'workbook'] },
  taskpane: {
    packages: '(react|react-dom|@fluentui|@tanstack/react-virtual)($|/)',
    from: ['usecases', 'messages', 'commands', 'files'],
    typesFrom: [...domain, 'department'],
  },
  commands: { packages: nothing, from: [], typesFrom: ['taskpane'] },
  host: { from: [] },
  cli: { from: [...domain, 'department', 'files', 'usecases', 'host'] },
  // The stand takes the pane as it was built: nothing of the add-in but words.
  stand: { from: ['messages', 'host'] },
};

const filesOf = (room) => rooms[room].files ?? [`src/${room}/**/*`];
const roomsWhere = (condition) => Object.keys(rooms).filter((name) => condition(rooms[name], name));

const wallBetween = ([name, { from, typesFrom = [] }]) => [
  { from: name, allow: [name, ...from] },
  ...(typesFrom.length > 0 ? [{ from: name, allow: typesFrom, importKind: 'type' }] : []),
];

const bareImport = '^(?!\\.)';

/** Packages a room may import: a bare specifier that is not on its list is refused. */
const packageWall = (name) => ({
  name: `wall/packages-of-${name}`,
  files: filesOf(name),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `${bareImport}(?!${rooms[name].packages})`,
            message: `src/${name} does not depend on this package: see the walls in eslint.config.js.`,
          },
        ],
      },
    ],
  },
});

const office = '/^(Excel|Office|OfficeExtension)$/';
const officeAtRunTime = {
  selector: `MemberExpression[object.name=${office}]`,
  message: 'Only src/workbook speaks to Excel; everyone else goes through a use case.',
};
const officeTypes = {
  selector: `TSQualifiedName[left.name=${office}]`,
  message: 'A pure room knows nothing of Office, its types included.',
};
const dynamicImport = { selector: 'ImportExpression', message: 'Rooms are joined by static imports only.' };

/** The pane and the ribbon start Office and read its theme; the workbook is none of their business. */
const officeOfThePane = {
  selector: `MemberExpression[object.name='Office'][property.name!=/^(onReady|actions|addin|context|HostType)$/], MemberExpression[object.name='OfficeExtension'], MemberExpression[object.name='Excel'][property.name!='run']`,
  message: 'The pane starts Office, reads its theme and hands Excel.run to the use cases, nothing more.',
};

const clock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length!=1], CallExpression[callee.name='Date'], MemberExpression[object.name='Date'][property.name!='UTC']",
    message: 'No clock in a pure room: the date of calculation is passed in. Dates are computed in UTC.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/]',
    message: 'Local time depends on the machine: use the UTC members of Date.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'No chance in a pure room: the same register gives the same answer.',
  },
];

const machine = ['process', 'window', 'document', 'navigator', 'localStorage', 'fetch', 'console', 'crypto'];
const passing = [
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'Buffer',
  'require',
  'globalThis',
];

const typedFiles = ['{src,test,bench,scripts}/**/*.{ts,tsx}'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/'] },
  {
    name: 'typescript',
    files: typedFiles,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        warnOnUnsupportedTypeScriptVersion: false,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'tests',
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // `expect(mock.method)` never calls what it is given.
      '@typescript-eslint/unbound-method': 'off',
      // `expect.any` and parsed answers go straight into a comparison.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    name: 'walls',
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
      // A room inside another's folder comes first: the first pattern that fits decides.
      'boundaries/elements': Object.keys(rooms)
        .map((type) => ({ type, pattern: filesOf(type), mode: 'full' }))
        .sort((a, b) => Number('files' in rooms[b.type]) - Number('files' in rooms[a.type])),
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message:
            'src/${file.type} may not import src/${dependency.type}: see the walls in eslint.config.js.',
          rules: Object.entries(rooms).flatMap(wallBetween),
        },
      ],
    },
  },
  ...roomsWhere(({ packages }) => packages !== undefined).map(packageWall),
  {
    name: 'wall/pure',
    files: roomsWhere((room) => room.pure === true).flatMap(filesOf),
    rules: {
      'no-restricted-syntax': ['error', officeAtRunTime, officeTypes, dynamicImport, ...clock],
      'no-restricted-globals': [
        'error',
        ...[...machine, ...passing].map((name) => ({
          name,
          message: 'A pure room knows nothing of the machine it runs on.',
        })),
      ],
    },
  },
  {
    name: 'wall/office',
    files: ['usecases', 'cli', 'stand'].flatMap(filesOf),
    rules: { 'no-restricted-syntax': ['error', officeAtRunTime] },
  },
  {
    name: 'wall/office-of-the-pane',
    files: ['taskpane', 'commands'].flatMap(filesOf),
    rules: { 'no-restricted-syntax': ['error', officeOfThePane] },
  },
  {
    name: 'excel',
    files: filesOf('workbook'),
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    name: 'react',
    files: ['src/{taskpane,stand}/**/*.tsx', 'test/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
