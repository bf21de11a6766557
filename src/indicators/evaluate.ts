import type { CellValue } from '../plan/action';
import { columnLetters, type CellPlace } from '../register/addresses';
import type { Register, RegisterTable } from '../register/register';
import { placeOf } from '../register/register';
import { meetingColumn, type ColumnName, type TableName } from '../register/tables';
import { foldCase, foldLoosely, isErrorValue } from '../register/text';
import {
  COUNTED_ACTIVITIES,
  appendixRows,
  baseIndicators,
  baseNumber,
  type Condition,
  type Indicator,
  type Measure,
  type RecordTable,
} from './appendix';
import { ANY } from './classifier';
import type { IndicatorState } from './states';

/**
 * The engine: every value of the form computed from the register's rows, independently of the sheet's
 * formulas, with the rows that count and those that do not, each with its reason (appendix.md).
 */
export interface IndicatorResult {
  readonly no: string;
  readonly label: string;
  readonly value: number | null;
  readonly state: IndicatorState;
  /** Rows whose number or mark is missing, where the state is `partial`; 0 otherwise. */
  readonly gaps: number;
  readonly evidence: readonly CellPlace[];
  readonly excluded: readonly ExcludedRow[];
}

export interface ExcludedRow {
  readonly place: CellPlace;
  /** In words, as the row's own «Учёт» says it. */
  readonly reason: string;
}

/** All rows of the form, in form order. Reads nothing but the register; never throws on content of a cell. */
export function evaluateIndicators(register: Register): readonly IndicatorResult[] {
  const databank = readDatabank(register);
  const sorted: Readonly<Record<RecordTable, SortedRecords>> = {
    Достижения: sortRecords('Достижения', register, databank),
    Деятельность: sortRecords('Деятельность', register, databank),
    Курсы: sortRecords('Курсы', register, databank),
  };
  const exams: Context['exams'] = {
    Высокобалльников: countExams('Высокобалльников', register, databank),
    'Ниже порога': countExams('Ниже порога', register, databank),
  };
  const context: Context = { register, databank, sorted, exams };
  return appendixRows(register.meetings).map((indicator) =>
    resultOf(indicator, evaluateOne(indicator, context)),
  );
}

/** The places are made when somebody asks for them: a large register has a hundred thousand, a reader looks at one row's. */
function resultOf({ no, label }: Indicator, { value, state, gaps, found }: Outcome): IndicatorResult {
  let evidence: readonly CellPlace[] | undefined;
  let excluded: readonly ExcludedRow[] | undefined;
  return {
    no,
    label,
    value,
    state,
    gaps,
    get evidence() {
      return (evidence ??= found.evidence());
    },
    get excluded() {
      return (excluded ??= found.excluded());
    },
  };
}

interface Context {
  readonly register: Register;
  readonly databank: Databank;
  readonly sorted: Readonly<Record<RecordTable, SortedRecords>>;
  readonly exams: Readonly<Record<ExamColumn, ExamCount>>;
}

interface Outcome extends Pick<IndicatorResult, 'value' | 'state' | 'gaps'> {
  readonly found: Found;
}

/** What a source gave before the zero rule is applied; `known` false: the source says nothing. */
interface Found {
  readonly known: boolean;
  readonly value: number;
  readonly gaps: number;
  readonly evidence: () => readonly CellPlace[];
  readonly excluded: () => readonly ExcludedRow[];
}

function evaluateOne(indicator: Indicator, context: Context): Outcome {
  const { condition, zero } = indicator;
  const found = find(indicator, context);
  if (condition.over === 'heading') return { value: null, state: 'heading', gaps: 0, found };
  if (condition.over === 'attendance' && !isHeld(condition.meeting, context.register)) {
    return { value: null, state: 'not-due', gaps: 0, found };
  }
  if (found.known) {
    const state = found.gaps > 0 ? 'partial' : 'value';
    return { value: found.value, state, gaps: found.gaps, found };
  }
  if (zero === 'confirm' && context.register.confirmed.has(indicator.no)) {
    return { value: 0, state: 'zero', gaps: 0, found };
  }
  return { value: null, state: 'missing', gaps: 0, found };
}

function find({ no, measure, condition }: Indicator, context: Context): Found {
  switch (condition.over) {
    case 'heading':
      return NOTHING;
    case 'members':
      return findMembers(condition, context);
    case 'attendance':
      return findMarks(condition.meeting, context);
    case 'exams':
      return examsFound(context.exams[condition.column], measure.kind === 'sum');
    case 'events':
      return findEvents(context);
    case 'organisations':
      return findOrganisations(condition.marks, context);
    case 'records':
      return findRecords(baseNumber(no), measure, condition, context);
  }
}

const NOTHING: Found = { known: false, value: 0, gaps: 0, evidence: () => [], excluded: () => [] };

// ---------------------------------------------------------------------------------------------------------
// Cells

/** «=» of a spreadsheet against a text: letter case folded, numbers never equal text. */
const says = (value: CellValue, text: string): boolean =>
  typeof value === 'string' && (value === text || foldCase(value) === foldCase(text));

const saysOneOf = (value: CellValue, texts: readonly string[]): boolean =>
  texts.some((text) => says(value, text));

/** A text of one character or more: what a name can be found by. */
const isText = (value: CellValue): boolean =>
  typeof value === 'string' && value !== '' && !isErrorValue(value);

const isInvalidNumber = (value: CellValue): boolean =>
  value !== '' && (typeof value !== 'number' || value < 0);

/** A reader of one column of a table; an absent column is empty throughout. */
function column(table: RegisterTable, name: string): (row: readonly CellValue[]) => CellValue {
  const index = table.indexOf(name);
  return index < 0 ? () => '' : (row) => row[index] ?? '';
}

/**
 * Remembers answers by cell value: a column of a hundred thousand rows holds few different values, and folding
 * letter case is what the engine would otherwise spend its time on.
 */
function remember<V>(answer: (value: CellValue) => V): (value: CellValue) => V {
  const answers = new Map<CellValue, V>();
  return (value) => {
    const known = answers.get(value);
    if (known !== undefined) return known;
    const found = answer(value);
    answers.set(value, found);
    return found;
  };
}

/** Places of a column's cells, by 0-based row; as `placeOf`, with the column looked up once. */
function placesIn(table: RegisterTable, name: string): (row: number) => CellPlace {
  const letters = columnLetters(table.firstColumn + Math.max(0, table.indexOf(name)));
  const { sheet, firstRow } = table;
  return (row) => ({ sheet, cell: letters + String(firstRow + row) });
}

/** Rows of a table that do not count, each with its reason. */
interface RefusedRows {
  readonly rows: number[];
  readonly reasons: string[];
}

const refusedPlaces = (
  place: (row: number) => CellPlace,
  { rows, reasons }: RefusedRows,
): readonly ExcludedRow[] => rows.map((row, index) => ({ place: place(row), reason: reasons[index] ?? '' }));

function refuse(refused: RefusedRows, row: number, reason: string): void {
  refused.rows.push(row);
  refused.reasons.push(reason);
}

/** Columns by declared name, the reader of each looked up once. */
function columns<T extends TableName>(
  table: RegisterTable,
  ...names: readonly ColumnName<T>[]
): Readonly<Record<ColumnName<T>, (row: readonly CellValue[]) => CellValue>> {
  const readers = names.map((name) => [name, column(table, name)] as const);
  return Object.fromEntries(readers) as Record<ColumnName<T>, (row: readonly CellValue[]) => CellValue>;
}

// ---------------------------------------------------------------------------------------------------------
// The databank

/** What «Учёт» says of a teacher's row. */
type Standing = 'empty' | 'counted' | 'not yet' | 'left' | 'not a teacher' | 'error';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  empty: '',
  counted: 'учтено',
  'not yet': 'ещё не в составе',
  left: 'выбыл',
  'not a teacher': 'не педагог',
  error: 'ошибка в строке',
};

interface Databank {
  readonly table: RegisterTable | undefined;
  readonly standing: readonly Standing[];
  /** The first row of that name, 0-based, −1 when it is not there; a number typed as a name is looked up as text. */
  readonly rowOf: (name: CellValue) => number;
  /** Any row with a name at all. */
  readonly known: boolean;
}

function readDatabank(register: Register): Databank {
  const table = register.tables.Педагоги;
  if (table === undefined) return { table, standing: [], rowOf: () => -1, known: false };
  const firstRows = new Map<string, number>();
  const standingOf = standingReader(table, register);
  const name = column(table, 'ФИО');
  let known = false;
  table.rows.forEach((row, index) => {
    const value = name(row);
    if (value !== '') known = true;
    if (!isText(value)) return;
    const folded = foldCase(String(value));
    if (!firstRows.has(folded)) firstRows.set(folded, index);
  });
  const rowOf = remember((typed) => firstRows.get(foldCase(String(typed))) ?? -1);
  return { table, standing: table.rows.map(standingOf), rowOf, known };
}

/** Cells are looked at in the order in which the sheet's own formula looks at them: an error stops it there. */
function standingReader(table: RegisterTable, register: Register): (row: readonly CellValue[]) => Standing {
  const read = columns<'Педагоги'>(
    table,
    'ФИО',
    'В составе с',
    'Выбыл',
    'Педагог',
    'Образование',
    'Категория',
    'Профильные классы',
  );
  const edge = Math.min(register.period.end + 1, heldBefore(register));
  const isNotTeacher = remember((value) => says(value, 'нет'));
  return (row) => {
    const name = read.ФИО(row);
    if (isErrorValue(name)) return 'error';
    if (name === '') return 'empty';
    const [since, left] = [read['В составе с'](row), read.Выбыл(row)];
    if (typeof since === 'number' && since >= edge) return 'not yet';
    if (typeof left === 'number' && left < edge) return 'left';
    const isTeacher = read.Педагог(row);
    if (isErrorValue(isTeacher)) return 'error';
    if (isNotTeacher(isTeacher)) return 'not a teacher';
    const fields = [read.Образование(row), read.Категория(row), read['Профильные классы'](row)];
    return fields.some(isErrorValue) ? 'error' : 'counted';
  };
}

/** The day after «Дата расчёта»: what lies before it has been held. 0 when that cell holds no date. */
const heldBefore = ({ today }: Register): number => (today === null ? 0 : Math.floor(today) + 1);

function findMembers({ where }: Extract<Condition, { over: 'members' }>, context: Context): Found {
  const { databank, register } = context;
  const { table } = databank;
  if (table === undefined || !databank.known) return NOTHING;
  const place = placesIn(table, 'ФИО');
  const evidence: CellPlace[] = [];
  const excluded: ExcludedRow[] = [];
  const counts = remember(memberTest(where, register));
  const field = where === undefined ? null : column(table, where.column);
  const listed = where === undefined ? null : remember(listedValues(where.column, register));
  let gaps = 0;
  table.rows.forEach((row, index) => {
    const standing = databank.standing[index] ?? 'empty';
    if (standing === 'empty') return;
    const value = field === null ? '' : field(row);
    const fits = field === null || counts(value);
    if (standing !== 'counted') {
      if (fits) excluded.push({ place: place(index), reason: STANDING_WORDS[standing] });
      return;
    }
    if (fits) evidence.push(place(index));
    if (where !== undefined && listed !== null && !listed(value)) {
      gaps += 1;
      if (!fits) excluded.push({ place: place(index), reason: gapReason(where.gap, value) });
    }
  });
  return { known: true, value: evidence.length, gaps, evidence: () => evidence, excluded: () => excluded };
}

const gapReason = (gap: string, value: CellValue): string =>
  value === '' ? gap : `${gap}: «${String(value)}» не из списка`;

function memberTest(
  where: Extract<Condition, { over: 'members' }>['where'],
  register: Register,
): (value: CellValue) => boolean {
  if (where === undefined) return () => true;
  const also = where.alsoWhile;
  const counted =
    also !== undefined && says(register.parameters[also.parameter], 'да')
      ? [...where.values, ...also.values]
      : where.values;
  return (value) => saysOneOf(value, counted);
}

/** Whether a value of the column stands in its list as «Справочники» has it. */
function listedValues(name: ColumnName<'Педагоги'>, register: Register): (value: CellValue) => boolean {
  const values =
    name === 'Образование'
      ? register.lists.education
      : name === 'Категория'
        ? register.lists.category
        : ['да', 'нет'];
  return (value) =>
    values.some((each) => (typeof each === 'string' && each !== '' ? says(value, each) : value === each));
}

// ---------------------------------------------------------------------------------------------------------
// Meetings and attendance

/** Held: a meeting of this number whose date is not after «Дата расчёта». */
function isHeld(meeting: number, register: Register): boolean {
  const table = register.tables.Заседания;
  if (table === undefined) return false;
  const [number, date] = [column(table, 'Номер'), column(table, 'Дата')];
  const before = heldBefore(register);
  return table.rows.some((row) => {
    const [typed, day] = [number(row), date(row)];
    return (typed === meeting || typed === String(meeting)) && typeof day === 'number' && day < before;
  });
}

function findMarks(meeting: number, { register, databank }: Context): Found {
  const table = register.tables.Посещаемость;
  if (table === undefined) return NOTHING;
  const name = meetingColumn(meeting);
  const [mark, person] = [column(table, name), column(table, 'ФИО')];
  const evidence: CellPlace[] = [];
  const excluded: ExcludedRow[] = [];
  const place = placesIn(table, name);
  const [isYes, isNo] = [remember((value) => says(value, 'да')), remember((value) => says(value, 'нет'))];
  let marked = 0;
  let markedMembers = 0;
  table.rows.forEach((row, index) => {
    const value = mark(row);
    if (value === '') return;
    marked += 1;
    if (isMember(databank, person(row))) markedMembers += 1;
    if (isYes(value)) evidence.push(place(index));
    else if (!isNo(value)) {
      excluded.push({ place: place(index), reason: `отметка «${String(value)}» не «да» и не «нет»` });
    }
  });
  const members = databank.standing.filter(
    (standing) => standing === 'counted' || standing === 'not a teacher',
  ).length;
  return {
    known: marked > 0,
    value: evidence.length,
    gaps: Math.max(0, members - markedMembers),
    evidence: () => evidence,
    excluded: () => excluded,
  };
}

/** In the databank and neither gone nor yet to come: managers are members too, though not teachers of row 1. */
function isMember(databank: Databank, name: CellValue): boolean {
  if (name === '' || isErrorValue(name)) return false;
  const row = databank.rowOf(name);
  if (row < 0) return false;
  const standing = databank.standing[row];
  return standing !== 'left' && standing !== 'not yet';
}

// ---------------------------------------------------------------------------------------------------------
// Records: courses, achievements, activity

/** Why a record does not count. */
type Refusal = keyof typeof REFUSAL_WORDS;

const REFUSAL_WORDS = {
  'no teacher': 'не указан педагог',
  error: 'ошибка в строке',
  'unknown teacher': 'нет в банке данных',
  'no date': 'нет даты',
  'not a date': 'дата не распознана',
  'outside the period': 'вне отчётного периода',
  'not a number': 'не число',
} as const;

interface RecordShape {
  /** With «Вид», shows that a row without a teacher has been started. */
  readonly title: string;
  readonly date: string;
  readonly dateRequired: boolean;
  readonly count?: string;
  /** Kinds whose count is judged and summed; absent: all of them. */
  readonly countedKinds?: readonly string[];
  readonly fields: readonly string[];
}

const SHAPES: Readonly<Record<RecordTable, RecordShape>> = {
  Достижения: {
    title: 'Мероприятие',
    date: 'Дата',
    dateRequired: false,
    count: 'Обучающихся',
    fields: ['Вид', 'Уровень', 'Результат', 'Формат'],
  },
  Деятельность: {
    title: 'Название',
    date: 'Дата',
    dateRequired: false,
    count: 'Количество',
    countedKinds: COUNTED_ACTIVITIES,
    fields: ['Вид', 'Уровень', 'Результат', 'Формат'],
  },
  Курсы: { title: 'Тема', date: 'Дата окончания', dateRequired: true, fields: ['Вид'] },
};

/** What becomes of one record. */
interface Judgement {
  /** Counted, or why it is not. */
  standing: 'empty' | 'counted' | 'outside the form' | Refusal;
  matched: Matched;
  /** 0-based row of the teacher in the databank, −1 when he is not there. */
  teacher: number;
  hasDate: boolean;
  /** Empty, or not a number: 0 and `hasCount` false. */
  count: number;
  hasCount: boolean;
}

/**
 * Judges the records of a table. The order is that of appendix.md and of the row's own «Учёт»: teacher, date,
 * period, number, form; an error value ends it where it is met. Every call answers with the same object.
 */
function recordJudge(
  name: RecordTable,
  table: RegisterTable,
  register: Register,
  databank: Databank,
): (row: readonly CellValue[]) => Readonly<Judgement> {
  const shape = SHAPES[name];
  const match = conditionMatcher(name, table, register);
  const [teacher, title, date] = [
    column(table, 'Педагог'),
    column(table, shape.title),
    column(table, shape.date),
  ];
  const count = shape.count === undefined ? () => '' as CellValue : column(table, shape.count);
  const { begin, end } = register.period;

  const dateRefusal = (when: CellValue): Refusal | null => {
    if (typeof when === 'number') return when < begin || when >= end + 1 ? 'outside the period' : null;
    if (when === '') return shape.dateRequired ? 'no date' : null;
    return isErrorValue(when) ? 'error' : 'not a date';
  };
  const countRefusal = (matched: Matched, amount: CellValue): Refusal | null => {
    if (shape.count === undefined) return null;
    if (shape.countedKinds !== undefined && isErrorValue(matched.kind)) return 'error';
    if (!matched.countJudged) return null;
    if (isErrorValue(amount)) return 'error';
    return isInvalidNumber(amount) ? 'not a number' : null;
  };

  const standingOf = (
    row: readonly CellValue[],
    matched: Matched,
    who: CellValue,
    known: number,
    when: CellValue,
    amount: CellValue,
  ): Judgement['standing'] => {
    if (isErrorValue(who)) return 'error';
    if (who === '') {
      const started = title(row);
      if (isErrorValue(started) || isErrorValue(matched.kind)) return 'error';
      return started === '' && matched.kind === '' ? 'empty' : 'no teacher';
    }
    const own = dateRefusal(when) ?? countRefusal(matched, amount) ?? (matched.hasError ? 'error' : null);
    if (own === 'error') return own;
    if (known < 0) return 'unknown teacher';
    return own ?? (matched.indicator === 0 ? 'outside the form' : 'counted');
  };

  const judgement: Judgement = {
    standing: 'empty',
    matched: match([]),
    teacher: -1,
    hasDate: false,
    count: 0,
    hasCount: false,
  };
  return (row) => {
    const who = teacher(row);
    const matched = match(row);
    const when = date(row);
    const amount = count(row);
    const known = databank.rowOf(who);
    judgement.standing = standingOf(row, matched, who, known, when, amount);
    judgement.matched = matched;
    judgement.teacher = known;
    judgement.hasDate = when !== '';
    judgement.hasCount = typeof amount === 'number';
    judgement.count = typeof amount === 'number' ? amount : 0;
    return judgement;
  };
}

/** What the condition fields of a record come to; records that hold the same words share one. */
interface Matched {
  /** The indicator the fields satisfy, 0 when there is none; of several the smallest. */
  readonly indicator: number;
  /** Indicators they satisfy when spelling is forgiven and the format is not looked at. */
  readonly near: readonly number[];
  /** What stands in «Вид». */
  readonly kind: CellValue;
  readonly hasError: boolean;
  /** Whether the record's number is summed, and so has to be one. */
  readonly countJudged: boolean;
  /** Why it is not in the form, in words. */
  readonly outside: string;
}

/** Bits of a number under JavaScript's bitwise operators. */
const MOST_CASES = 32;

/** Matches of rows that agree in the fields looked at so far. */
type MatchTree = Map<CellValue, MatchTree | Matched>;

/** Sorts by the declared conditions; there are few different combinations of fields, so each is judged once. */
function conditionMatcher(
  name: RecordTable,
  table: RegisterTable,
  register: Register,
): (row: readonly CellValue[]) => Matched {
  const { fields: fieldNames, countedKinds } = SHAPES[name];
  const cases = baseIndicators(name).flatMap(({ number, condition }) =>
    condition.cases.map((each) => ({
      number,
      // «любой результат»: the result is not looked at (regulations.md, rows 11–13 and 18–20)
      allowed: fieldNames.map((field) =>
        field === 'Результат' && isWidened(condition, register) ? [] : (each[field] ?? []),
      ),
    })),
  );
  if (cases.length > MOST_CASES) throw new RangeError(`«${name}» has more cases than fit into a number`);
  /** By field: a bit for every case that a value of the field suits. */
  const suited = (fold: (text: string) => string, skip?: string): readonly ((value: CellValue) => number)[] =>
    fieldNames.map((field, index) =>
      remember((value) => {
        const folded = typeof value === 'string' ? fold(value) : null;
        return cases.reduce((bits, { allowed }, place) => {
          const values = allowed[index] ?? [];
          const suits = field === skip || values.length === 0 || values.some((each) => fold(each) === folded);
          return suits ? bits | (1 << place) : bits;
        }, 0);
      }),
    );
  /** Numbers of the indicators the fields satisfy, in form order. */
  const numbersOf = (
    fields: readonly CellValue[],
    tests: readonly ((value: CellValue) => number)[],
  ): number[] => {
    const bits = tests.reduce((left, test, index) => left & test(fields[index] ?? ''), ~0);
    const numbers = cases.filter((_, place) => (bits & (1 << place)) !== 0).map(({ number }) => number);
    return numbers.filter((number, place) => number !== numbers[place - 1]);
  };
  const [exact, loose] = [suited(foldCase), suited(foldLoosely, 'Формат')];
  const isCountJudged = remember((kind) => countedKinds === undefined || saysOneOf(kind, countedKinds));
  const matchOf = (fields: readonly CellValue[]): Matched => {
    const [kind = ''] = fields;
    return {
      indicator: numbersOf(fields, exact)[0] ?? 0,
      near: numbersOf(fields, loose),
      kind,
      hasError: fields.some(isErrorValue),
      countJudged: isCountJudged(kind),
      outside: outsideWords(name, fields),
    };
  };
  const readers = fieldNames.map((field) => column(table, field));
  const last = readers.length - 1;
  const tree: MatchTree = new Map();
  return (row) => {
    let branch = tree;
    for (let depth = 0; ; depth += 1) {
      const value = readers[depth]?.(row) ?? '';
      const next = branch.get(value);
      if (next instanceof Map) {
        branch = next;
      } else if (next !== undefined) {
        return next;
      } else if (depth < last) {
        const grown: MatchTree = new Map();
        branch.set(value, grown);
        branch = grown;
      } else {
        const matched = matchOf(readers.map((read) => read(row)));
        branch.set(value, matched);
        return matched;
      }
    }
  };
}

/** As a person compares: what equals only this way does not count, but says so. */
const looksLike = (value: CellValue, text: string): boolean =>
  typeof value === 'string' && foldLoosely(value) === foldLoosely(text);

const isWidened = (condition: Extract<Condition, { over: 'records' }>, { parameters }: Register): boolean =>
  condition.alsoWhile !== undefined && says(parameters[condition.alsoWhile.parameter], ANY);

/** Words of «Учёт» for a record outside the form, as the row's own formula says them. */
function outsideWords(
  name: RecordTable,
  [kind = '', level = '', result = '', format = '']: readonly CellValue[],
): string {
  const outside = (words: string): string => `не входит в форму: ${words}`;
  if (name === 'Курсы') return outside(kind === '' ? 'вид не указан' : String(kind));
  if (saysOneOf(level, ['школьный', 'международный'])) return outside(String(level));
  if (says(format, 'очно')) return outside([kind, level, result].map(String).join(', '));
  return outside(format === '' ? 'формат не указан' : String(format));
}

/** Words of «Учёт» for a record that does not count. */
function refusalWords({ standing, matched }: Readonly<Judgement>): string {
  if (standing === 'counted' || standing === 'outside the form') return matched.outside;
  return standing === 'empty' ? '' : REFUSAL_WORDS[standing];
}

/** The records of a table, sorted by the indicator whose condition they satisfy. */
interface SortedRecords {
  readonly table: RegisterTable | undefined;
  readonly counted: ReadonlyMap<number, Tally>;
  readonly refused: ReadonlyMap<number, RefusedRows>;
}

/** The counted records of one indicator. */
interface Tally {
  readonly rows: number[];
  /** 1 for every teacher with a record, by the teacher's row in the databank. */
  readonly teachers: Uint8Array;
  sum: number;
  emptyCounts: number;
  emptyDates: number;
  /** Records with either of the two empty. */
  assumed: number;
}

const emptyTally = ({ standing }: Databank): Tally => ({
  rows: [],
  teachers: new Uint8Array(standing.length),
  sum: 0,
  emptyCounts: 0,
  emptyDates: 0,
  assumed: 0,
});

function addRecord(tally: Tally, row: number, judgement: Readonly<Judgement>): void {
  tally.rows.push(row);
  tally.teachers[judgement.teacher] = 1;
  tally.sum += judgement.count;
  if (!judgement.hasCount) tally.emptyCounts += 1;
  if (!judgement.hasDate) tally.emptyDates += 1;
  if (!judgement.hasCount || !judgement.hasDate) tally.assumed += 1;
}

/** Several indicators as one, the records in the order of their rows. */
function mergeTallies(tallies: readonly Tally[], databank: Databank): Tally {
  const merged = emptyTally(databank);
  for (const { rows, teachers, sum, emptyCounts, emptyDates, assumed } of tallies) {
    for (const row of rows) merged.rows.push(row);
    teachers.forEach((present, teacher) => {
      if (present === 1) merged.teachers[teacher] = 1;
    });
    merged.sum += sum;
    merged.emptyCounts += emptyCounts;
    merged.emptyDates += emptyDates;
    merged.assumed += assumed;
  }
  merged.rows.sort((a, b) => a - b);
  return merged;
}

function sortRecords(name: RecordTable, register: Register, databank: Databank): SortedRecords {
  const table = register.tables[name];
  const counted = new Map<number, Tally>();
  const refused = new Map<number, RefusedRows>();
  if (table === undefined) return { table, counted, refused };
  const judge = recordJudge(name, table, register, databank);
  const newTally = (): Tally => emptyTally(databank);
  const newRefused = (): RefusedRows => ({ rows: [], reasons: [] });
  table.rows.forEach((values, row) => {
    const judgement = judge(values);
    const { standing, matched } = judgement;
    if (standing === 'counted') {
      addRecord(under(counted, matched.indicator, newTally), row, judgement);
    } else if (standing !== 'empty' && matched.near.length > 0) {
      const reason = refusalWords(judgement);
      for (const number of matched.near) refuse(under(refused, number, newRefused), row, reason);
    }
  });
  return { table, counted, refused };
}

function under<V>(map: Map<number, V>, number: number, make: () => V): V {
  const known = map.get(number);
  if (known !== undefined) return known;
  const made = make();
  map.set(number, made);
  return made;
}

function findRecords(
  number: number,
  measure: Measure,
  condition: Extract<Condition, { over: 'records' }>,
  { register, sorted, databank }: Context,
): Found {
  const { table, counted, refused } = sorted[condition.table];
  if (table === undefined) return NOTHING;
  const place = placesIn(table, 'Педагог');
  const numbers =
    condition.alsoWhile !== undefined && isWidened(condition, register)
      ? [...condition.alsoWhile.indicators, number]
      : [number];
  const tallies = numbers.flatMap((each) => counted.get(each) ?? []);
  const [only] = tallies;
  const tally = tallies.length === 1 && only !== undefined ? only : mergeTallies(tallies, databank);
  const { rows, emptyDates, emptyCounts, assumed } = tally;
  const sums =
    measure.kind === 'sum' &&
    !(
      measure.teachersWhile !== undefined &&
      says(register.parameters[measure.teachersWhile.parameter], measure.teachersWhile.value)
    );
  // where the date is required, a record without one has not been counted at all
  const gaps = sums ? assumed : emptyDates;
  return {
    known: rows.length > 0,
    value: sums
      ? tally.sum + emptyCounts * measure.emptyAs
      : tally.teachers.reduce((sum, one) => sum + one, 0),
    gaps,
    evidence: () => rows.map(place),
    excluded: () => {
      const all = numbers.flatMap((each) =>
        refusedPlaces(place, refused.get(each) ?? { rows: [], reasons: [] }),
      );
      // a record may be near to several of the widened indicators
      return numbers.length > 1 ? [...new Map(all.map((row) => [row.place.cell, row])).values()] : all;
    },
  };
}

/** What a record's own formula columns should say. */
export interface RecordAccount {
  /** 0-based row of the table. */
  readonly row: number;
  /** The beginning of «Учёт»: «учтено», or why it is not. Remarks after «;» are not repeated here. */
  readonly words: string;
  readonly indicator: number;
  /** True on the first record of its teacher for its indicator. */
  readonly first: boolean;
}

/** The engine's account of every record of a table, row by row; an empty row says "". */
export function recordAccounts(name: RecordTable, register: Register): readonly RecordAccount[] {
  const table = register.tables[name];
  if (table === undefined) return [];
  const judge = recordJudge(name, table, register, readDatabank(register));
  const seen = new Set<string>();
  return table.rows.map((values, row) => {
    const judgement = judge(values);
    if (judgement.standing !== 'counted') {
      return { row, words: refusalWords(judgement), indicator: 0, first: false };
    }
    const { indicator } = judgement.matched;
    const key = `${String(indicator)}:${String(judgement.teacher)}`;
    const first = !seen.has(key);
    seen.add(key);
    return { row, words: 'учтено', indicator, first };
  });
}

/** What «Учёт» of every row of the databank should begin with; gaps after «;» are not repeated here. */
export const teacherAccounts = (register: Register): readonly string[] =>
  readDatabank(register).standing.map((standing) => STANDING_WORDS[standing]);

// ---------------------------------------------------------------------------------------------------------
// Exams

type ExamColumn = Extract<Condition, { over: 'exams' }>['column'];

/** What the results of one column come to: N counts the teachers, N.1 sums the numbers. */
interface ExamCount extends Omit<Found, 'value'> {
  readonly teachers: number;
  readonly sum: number;
}

function countExams(name: ExamColumn, register: Register, databank: Databank): ExamCount {
  const table = register.tables.ГИА;
  if (table === undefined) return { ...NOTHING, teachers: 0, sum: 0 };
  const [teacher, exam, subject, number] = (['Педагог', 'Экзамен', 'Предмет', name] as const).map((each) =>
    column(table, each),
  ) as [Read, Read, Read, Read];
  const place = placesIn(table, 'Педагог');
  const isExam = remember((what) => says(what, 'ЕГЭ'));
  const mayBeExam = remember((what) => what === '' || looksLike(what, 'ЕГЭ') || isErrorValue(what));
  const rows: number[] = [];
  const refused: RefusedRows = { rows: [], reasons: [] };
  const teachers = new Set<number>();
  let [filled, gaps, sum] = [0, 0, 0];

  const refusal = (row: readonly CellValue[], who: CellValue, what: CellValue, amount: CellValue): string => {
    if (isErrorValue(who)) return REFUSAL_WORDS.error;
    if (who === '') {
      const about = subject(row);
      if (isErrorValue(what) || isErrorValue(about)) return REFUSAL_WORDS.error;
      return what === '' && about === '' ? '' : REFUSAL_WORDS['no teacher'];
    }
    if (databank.rowOf(who) < 0) return REFUSAL_WORDS['unknown teacher'];
    if (isErrorValue(what)) return REFUSAL_WORDS.error;
    if (!isExam(what)) return `не входит в форму: ${what === '' ? 'экзамен не указан' : String(what)}`;
    if (isErrorValue(amount)) return REFUSAL_WORDS.error;
    if (isInvalidNumber(amount)) return REFUSAL_WORDS['not a number'];
    return amount === '' ? `${name.toLowerCase()} не указано` : '';
  };

  table.rows.forEach((row, index) => {
    const who = teacher(row);
    const what = exam(row);
    const amount = number(row);
    const reason = refusal(row, who, what, amount);
    if (reason !== '') {
      if (mayBeExam(what)) refuse(refused, index, reason);
      if (amount === '' && isExam(what) && databank.rowOf(who) >= 0) gaps += 1;
      return;
    }
    if (typeof amount !== 'number' || who === '') return;
    filled += 1;
    sum += amount;
    if (amount > 0) {
      teachers.add(databank.rowOf(who));
      rows.push(index);
    }
  });
  return {
    known: filled > 0,
    teachers: teachers.size,
    sum,
    gaps,
    evidence: () => rows.map(place),
    excluded: () => refusedPlaces(place, refused),
  };
}

const examsFound = ({ known, sum, teachers, gaps, evidence, excluded }: ExamCount, sums: boolean): Found => ({
  known,
  value: sums ? sum : teachers,
  gaps,
  evidence,
  excluded,
});

type Read = (row: readonly CellValue[]) => CellValue;

// ---------------------------------------------------------------------------------------------------------
// Events and organisations

/** Pupils of municipal events, counted once from «Мероприятия»; an empty audience means pupils. */
function findEvents({ register }: Context): Found {
  const table = register.tables.Мероприятия;
  if (table === undefined) return NOTHING;
  const read = columns<'Мероприятия'>(table, 'Название', 'Вид', 'Для кого', 'Уровень', 'Дата', 'Обучающихся');
  const { begin, end } = register.period;
  const place = placesIn(table, 'Название');
  const mayBeLocal = remember((level) => looksLike(level, 'муниципальный'));
  const isLocal = remember((level) => says(level, 'муниципальный'));
  const isForPupils = remember((audience) => audience === '' || says(audience, 'обучающиеся'));
  const evidence: CellPlace[] = [];
  const excluded: ExcludedRow[] = [];
  let [value, gaps] = [0, 0];

  const refusal = (
    level: CellValue,
    audience: CellValue,
    day: CellValue,
    pupils: CellValue,
  ): string | null => {
    if (!isLocal(level)) return `уровень «${String(level)}» не из списка`;
    if (!isForPupils(audience)) return `для кого: ${String(audience)}`;
    if (day === '') return REFUSAL_WORDS['no date'];
    if (typeof day !== 'number') return REFUSAL_WORDS['not a date'];
    if (day < begin || day >= end + 1) return REFUSAL_WORDS['outside the period'];
    return isInvalidNumber(pupils) ? REFUSAL_WORDS['not a number'] : null;
  };

  table.rows.forEach((row, index) => {
    const level = read.Уровень(row);
    if (!mayBeLocal(level)) return;
    const pupils = read.Обучающихся(row);
    const reason = refusal(level, read['Для кого'](row), read.Дата(row), pupils);
    if (reason !== null) {
      excluded.push({ place: place(index), reason });
      return;
    }
    evidence.push(place(index));
    if (typeof pupils === 'number') value += pupils;
    else gaps += 1;
  });
  return { known: evidence.length > 0, value, gaps, evidence: () => evidence, excluded: () => excluded };
}

function findOrganisations(marks: readonly ColumnName<'Организации'>[], { register }: Context): Found {
  const table = register.tables.Организации;
  if (table === undefined) return NOTHING;
  const name = column(table, 'Краткое название');
  const readers = marks.map((mark) => column(table, mark));
  const evidence: CellPlace[] = [];
  const excluded: ExcludedRow[] = [];
  let [known, gaps] = [false, 0];
  table.rows.forEach((row, index) => {
    if (name(row) === '') return;
    known = true;
    const values = readers.map((read) => read(row));
    const place = placeOf(table, index, 'Краткое название');
    const isMarked = values.some((value) => says(value, 'да'));
    if (isMarked) evidence.push(place);
    if (values.includes('')) {
      gaps += 1;
      if (!isMarked) excluded.push({ place, reason: 'нет отметки о необъективности' });
    }
  });
  return { known, value: evidence.length, gaps, evidence: () => evidence, excluded: () => excluded };
}
