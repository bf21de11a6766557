import { parseArgs } from 'node:util';
import { madePer, type DocumentRequest } from '../documents/produce';
import { USAGE } from '../messages/cli';
import { PRODUCED_KINDS, REGULATIONS } from '../regulations';
import { serialFromIso } from '../register/dates';
import { parseSchoolYear } from '../register/schoolYear';

/** The command line was mistyped: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly command: CommandName | null,
  ) {
    super(message);
  }
}

const VALUE_OPTIONS = [
  'regulation',
  'year',
  'association',
  'municipality',
  'subject',
  'out',
  'into',
  'today',
  'kind',
  'meeting',
  'item',
] as const;
const SWITCHES = ['analysis', 'help', 'in-place', 'json', 'strict', 'dry-run', 'anonymous'] as const;

type ValueOption = (typeof VALUE_OPTIONS)[number];
type Switch = (typeof SWITCHES)[number];

const COMMANDS = {
  new: {
    file: 'OUT.xlsx',
    accepts: ['regulation', 'year', 'association', 'municipality', 'subject', 'help'],
  },
  fill: {
    file: 'BOOK.xlsx',
    accepts: [
      'regulation',
      'year',
      'association',
      'municipality',
      'out',
      'today',
      'in-place',
      'analysis',
      'json',
      'help',
    ],
  },
  check: {
    file: 'BOOK.xlsx',
    accepts: ['regulation', 'year', 'out', 'today', 'json', 'strict', 'help'],
  },
  document: {
    file: 'BOOK.xlsx',
    accepts: ['kind', 'meeting', 'item', 'out', 'help'],
  },
  copy: { file: 'BOOK.xlsx', accepts: ['out', 'anonymous', 'help'] },
  merge: { file: 'BOOK.xlsx', accepts: ['out', 'json', 'help'] },
  adopt: {
    file: 'SOURCE.xlsx',
    accepts: ['regulation', 'year', 'out', 'into', 'today', 'dry-run', 'json', 'strict', 'help'],
  },
} as const satisfies Record<string, { file: string; accepts: readonly (ValueOption | Switch)[] }>;

export type CommandName = keyof typeof COMMANDS;

/** What was asked for, checked: a mistyped line never gets here. */
export type Invocation =
  | { readonly command: 'help'; readonly about: CommandName | null }
  | { readonly command: 'new'; readonly file: string; readonly passport: PassportOptions }
  | {
      readonly command: 'fill';
      readonly file: string;
      readonly passport: PassportOptions;
      /** Null: into the file itself. */
      readonly out: string | null;
      readonly json: boolean;
      /** «Анализ» is filled as well. */
      readonly analysis: boolean;
    }
  | {
      readonly command: 'check';
      readonly file: string;
      readonly passport: PassportOptions;
      /** Null: nothing is written. */
      readonly out: string | null;
      readonly json: boolean;
      /** Errors found make an exit code of their own. */
      readonly strict: boolean;
    }
  | {
      readonly command: 'adopt';
      readonly sources: readonly string[];
      readonly passport: PassportOptions;
      /** Null: a new register. */
      readonly into: string | null;
      /** Null: a dry run. */
      readonly out: string | null;
      readonly json: boolean;
      /** A source that cannot be read makes an exit code of its own. */
      readonly strict: boolean;
    }
  | {
      readonly command: 'copy';
      readonly file: string;
      readonly out: string;
      readonly isAnonymous: boolean;
    }
  | {
      readonly command: 'merge';
      readonly books: readonly string[];
      readonly out: string;
      readonly json: boolean;
    }
  | {
      readonly command: 'document';
      readonly file: string;
      /** Null: the documents there are are listed. */
      readonly wanted: {
        readonly request: DocumentRequest;
        readonly out: string;
        readonly format: 'docx' | 'xlsx';
      } | null;
    };

/** Options that fill the passport and «Дата расчёта»; only what was given. */
export interface PassportOptions {
  readonly regulation?: string;
  readonly schoolYear?: string;
  readonly association?: string;
  readonly municipality?: string;
  readonly subject?: string;
  readonly today?: number;
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);
const isSwitch = (name: string): name is Switch => SWITCHES.some((each) => each === name);

/** @throws UsageError with the sentence that says what is wrong. */
export function readArguments(argv: readonly string[]): Invocation {
  const [word, ...rest] = argv;
  if (word === undefined) throw new UsageError(USAGE.noCommand, null);
  if (word === '--help' || word === '-h' || word === 'help') {
    const [about] = rest;
    return { command: 'help', about: about !== undefined && isCommand(about) ? about : null };
  }
  if (!isCommand(word)) throw new UsageError(USAGE.unknownCommand(word), null);
  return readCommand(word, rest);
}

function readCommand(command: CommandName, rest: readonly string[]): Invocation {
  const { file: placeholder, accepts } = COMMANDS[command];
  const { values, switches, files } = readTokens(command, accepts, rest);
  if (switches.has('help')) return { command: 'help', about: command };
  const refuse = (message: string) => new UsageError(message, command);
  const [file, extra] = files;
  if (file === undefined) throw refuse(USAGE.noFile(placeholder));
  if (command === 'document') {
    if (extra !== undefined) throw refuse(USAGE.extraArgument(extra));
    return { command, file, wanted: readDocument(values, refuse) };
  }
  if (command === 'copy' || command === 'merge') {
    const target = values.get('out');
    if (target === undefined) throw refuse(USAGE.noOut);
    if (!isXlsx(target)) throw refuse(USAGE.notXlsx(target));
    if (command === 'merge') return { command, books: files, out: target, json: switches.has('json') };
    if (extra !== undefined) throw refuse(USAGE.extraArgument(extra));
    return { command, file, out: target, isAnonymous: switches.has('anonymous') };
  }
  const passport = readPassport(values, refuse);
  if (command === 'adopt') return readAdoption({ values, switches, files }, passport, refuse);
  if (extra !== undefined) throw refuse(USAGE.extraArgument(extra));
  if (command === 'new') {
    if (!isXlsx(file)) throw refuse(USAGE.notXlsx(file));
    return { command, file, passport };
  }
  const out = values.get('out') ?? null;
  const json = switches.has('json');
  if (out !== null && !isXlsx(out)) throw refuse(USAGE.notXlsx(out));
  if (command === 'check') return { command, file, passport, out, json, strict: switches.has('strict') };
  const inPlace = switches.has('in-place');
  if (out === null && !inPlace) throw refuse(USAGE.noTarget);
  if (out !== null && inPlace) throw refuse(USAGE.twoTargets);
  return { command, file, passport, out, json, analysis: switches.has('analysis') };
}

function readAdoption(
  { values, switches, files }: Tokens,
  passport: PassportOptions,
  refuse: (message: string) => UsageError,
): Invocation {
  const isDry = switches.has('dry-run');
  const target = values.get('out') ?? null;
  if (target === null && !isDry) throw refuse(USAGE.noAdoptionTarget);
  if (target !== null && !isXlsx(target)) throw refuse(USAGE.notXlsx(target));
  return {
    command: 'adopt',
    sources: files,
    passport,
    into: values.get('into') ?? null,
    out: isDry ? null : target,
    json: switches.has('json'),
    strict: switches.has('strict'),
  };
}

/** Kinds of documents some regulation has. */
const KINDS = PRODUCED_KINDS.filter((kind) =>
  REGULATIONS.some(({ produces }) => produces.some((each) => each.kind === kind)),
);

/** `--kind list` stands for no document but the list of them. */
const LIST = 'list';

function readDocument(
  values: ReadonlyMap<ValueOption, string>,
  refuse: (message: string) => UsageError,
): Extract<Invocation, { command: 'document' }>['wanted'] {
  const typed = values.get('kind');
  if (typed === undefined) throw refuse(USAGE.noKind);
  if (typed === LIST) return null;
  const kind = KINDS.find((each) => each === typed);
  if (kind === undefined) throw refuse(USAGE.unknownKind(typed, KINDS));
  const number = values.get('meeting');
  if (number !== undefined && !/^[1-9]\d{0,3}$/.test(number)) throw refuse(USAGE.badMeeting(number));
  const item = values.get('item');
  const per = madePer(kind);
  if (number !== undefined && per === 'none') throw refuse(USAGE.unusedFor('--meeting', kind));
  if (item !== undefined && per !== 'decision') throw refuse(USAGE.unusedFor('--item', kind));
  const out = values.get('out');
  if (out === undefined) throw refuse(USAGE.noDocumentFile);
  const format = (['docx', 'xlsx'] as const).find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (format === undefined) throw refuse(USAGE.notDocumentFile(out));
  const request: DocumentRequest = {
    kind,
    ...(number === undefined ? {} : { meeting: Number(number) }),
    ...(item === undefined ? {} : { item }),
  };
  return { request, out, format };
}

const isXlsx = (file: string): boolean => file.toLowerCase().endsWith('.xlsx');

interface Tokens {
  readonly values: ReadonlyMap<ValueOption, string>;
  readonly switches: ReadonlySet<Switch>;
  readonly files: readonly string[];
}

/** Reads the words by their shape; every departure from the rules is named in Russian, which parseArgs cannot. */
function readTokens(command: CommandName, accepts: readonly string[], words: readonly string[]): Tokens {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(VALUE_OPTIONS.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const refuse = (message: string) => new UsageError(message, command);
  const values = new Map<ValueOption, string>();
  const switches = new Set<Switch>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!accepts.includes(name)) throw refuse(USAGE.unknownOption(rawName));
    if (isSwitch(name)) {
      if (value !== undefined) throw refuse(USAGE.unwantedValue(rawName));
      switches.add(name);
      continue;
    }
    const option = VALUE_OPTIONS.find((each) => each === name);
    if (option === undefined) continue;
    // «--out --json»: the next option was taken for the value.
    if (value === undefined || value.trim() === '' || (!token.inlineValue && value.startsWith('--'))) {
      throw refuse(USAGE.missingValue(rawName));
    }
    if (values.has(option)) throw refuse(USAGE.repeatedOption(rawName));
    values.set(option, value);
  }
  return { values, switches, files };
}

function readPassport(
  values: ReadonlyMap<ValueOption, string>,
  refuse: (message: string) => UsageError,
): PassportOptions {
  const regulation = values.get('regulation');
  const ids: readonly string[] = REGULATIONS.map(({ id }) => id);
  if (regulation !== undefined && !ids.includes(regulation)) {
    throw refuse(USAGE.unknownRegulation(regulation, ids));
  }
  const schoolYear = values.get('year');
  if (schoolYear !== undefined && parseSchoolYear(schoolYear) === null)
    throw refuse(USAGE.badYear(schoolYear));
  const date = values.get('today');
  const today = date === undefined ? undefined : serialFromIso(date);
  if (date !== undefined && today === null) throw refuse(USAGE.badDate(date));
  const [association, municipality, subject] = [
    values.get('association'),
    values.get('municipality'),
    values.get('subject'),
  ];
  return {
    ...(regulation === undefined ? {} : { regulation }),
    ...(schoolYear === undefined ? {} : { schoolYear }),
    ...(association === undefined ? {} : { association }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(subject === undefined ? {} : { subject }),
    ...(today === undefined || today === null ? {} : { today }),
  };
}
