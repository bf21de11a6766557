import type { Plan, WorkbookAction } from '../plan/action';
import { recordFormulas, type ColumnFormulaDefinition } from '../indicators/recordFormulas';
import { references, type Binding, type TableBinding } from '../indicators/references';
import { DEFAULT_REGULATION, findRegulation, type Regulation } from '../regulations';
import { areaAddress, cellAddress, parseArea } from './addresses';
import {
  PASSPORT_FIELDS,
  RULES_HEADER_ROW,
  RULE_CELLS,
  SHEET_ANCHORS,
  passportRow,
  type PassportKey,
} from './fixedCells';
import { planAppendix } from './layout/appendixForm';
import { placeSheets, type Book, type PlacedSheet } from './layout/book';
import { planDirectory } from './layout/directory';
import { buildPassport, passportDefaults, passportNames } from './layout/passport';
import { LAYOUT_VERSION, buildRules, ruleNames, ruleRows, todayAction } from './layout/rules';
import {
  bodyArea,
  boundHeaders,
  columnArea,
  columnReference,
  draftTable,
  dressTable,
  lastUsedRow,
  type PlacedTable,
  type TableDraft,
} from './layout/tableLayout';
import { choiceName } from './lists';
import { locateTables, type Located } from './locate';
import type { Notice, Obstacle, RegisterNotice } from './notices';
import { cellAt, countMeetings, parseRegister, readPassport } from './parse';
import { valueAt, type Register, type RegisterTable } from './register';
import type { RegisterRequest } from './request';
import { sameFormula } from './sameFormula';
import { parseSchoolYear, schoolYearOf } from './schoolYear';
import type { SheetName } from './sheets';
import type { WorkbookSnapshot } from './snapshot';
import { MOST_MEETINGS, TABLES, TABLE_NAMES, columnsOf, type TableName } from './tables';
import { foldCase } from './text';

/**
 * What «Создать реестр» and «Заполнить показатели» do to a workbook, as a plan: whatever of the register is
 * missing is built around what is there (register.md, «What is accepted as a register»); on a register that
 * is whole the plan is empty.
 */
export interface RegisterPlan {
  readonly actions: Plan;
  /** Said before anything is written; while there is one, nothing is written. */
  readonly obstacles: readonly Obstacle[];
  readonly notices: readonly RegisterNotice[];
}

export type { Notice };

/** Phases: find what is there, place sheets, draft tables, bind names, then formulas, lists, form and looks. */
export function planRegister(snapshot: WorkbookSnapshot, request: RegisterRequest): RegisterPlan {
  const located = locateTables(snapshot);
  const book = placeSheets(snapshot, located);
  const register = parseRegister(snapshot);
  const settings = settle(snapshot, located, book, request);
  const meetings = countMeetings({ ...plainTables(located), ...register.tables });

  const drafts = TABLE_NAMES.map((table) =>
    draftTable(
      table,
      located[table],
      sheetOf(book, table),
      snapshot,
      meetings,
      table === 'Правила' ? RULES_HEADER_ROW : 1,
      initialRows(table, settings.regulation, register),
    ),
  );
  const placed = new Map(drafts.map((draft) => [draft.placed.table, draft.placed]));
  const binding = bind(placed, book, meetings);
  const refs = references(binding);

  const rules = sheetOf(book, 'Правила');
  const marked = cellAt(rules.snapshot, RULE_CELLS.layoutMark, 2).value === LAYOUT_VERSION;
  const changed = drafts.filter(({ placed: { change } }) => change !== 'kept');
  const formulas = planFormulas(recordFormulas(refs, meetings), placed, marked);
  const directory = planDirectory(
    book.sheets.Справочники.name,
    book.sheets.Справочники.isNew,
    snapshot,
    binding,
  );
  const attendance = planAttendance(register, placed.get('Посещаемость'), book.sheets.Посещаемость);

  const actions: WorkbookAction[] = [
    ...book.actions,
    ...planNames(snapshot, anchorNames(book)),
    ...(marked && changed.length > 0 ? [markAction(rules.name, '')] : []),
    ...drafts.flatMap((draft) => draft.actions),
    ...(needsContent(rules, RULE_CELLS.today)
      ? buildRules(rules.name, binding, settings.regulation, request.today ?? null)
      : request.today !== undefined && cellAt(rules.snapshot, RULE_CELLS.today, 2).value !== request.today
        ? [todayAction(rules.name, request.today)]
        : typedTodayIsMissing(rules)),
    ...directory.actions,
    ...planNames(snapshot, [
      ...passportNames(book.sheets.Паспорт.name),
      ...ruleNames(rules.name),
      ...directory.names,
      ...rowListNames(placed),
    ]),
    ...planPassport(book.sheets.Паспорт, settings, binding),
    ...formulas.actions,
    ...attendance.actions,
    ...planAppendix(book.sheets.Приложение, meetings, binding, settings.regulation),
    ...dress(drafts, book, marked, meetings),
  ];
  const finished = actions.length > 0 && !(marked && changed.length === 0);
  if (finished) actions.push(markAction(rules.name, LAYOUT_VERSION));
  return {
    actions,
    obstacles: [
      ...drafts.flatMap(({ obstacles }) => obstacles),
      ...formulas.obstacles,
      ...protectedSheets(snapshot, actions),
    ],
    notices: [
      ...settings.notices,
      ...book.notices,
      ...drafts.flatMap(({ notices }) => notices),
      ...formulas.notices,
      ...attendance.notices,
      ...meetingNotices(register),
      ...(snapshot.automaticCalculation ? [] : [{ code: 'manual-calculation' } as const]),
    ],
  };
}

const sheetOf = (book: Book, table: TableName): PlacedSheet =>
  book.sheets[TABLES[table].sheet satisfies SheetName];

interface Settings {
  readonly regulation: Regulation;
  readonly passport: Partial<Record<PassportKey, string | number | boolean>>;
  readonly notices: readonly RegisterNotice[];
}

/** Regulation and school year: what the passport says, else what was asked for, else the defaults. */
function settle(
  snapshot: WorkbookSnapshot,
  located: Located,
  book: Book,
  request: RegisterRequest,
): Settings {
  const typed = readPassport(snapshot);
  const notices: RegisterNotice[] = [];
  const typedRegulation = String(typed.regulation);
  const known = typedRegulation === '' ? undefined : findRegulation(typedRegulation);
  const asked = request.regulation === undefined ? undefined : findRegulation(request.regulation);
  const regulation = known ?? asked ?? DEFAULT_REGULATION;
  if (typedRegulation !== '' && known === undefined) {
    notices.push({ code: 'unknown-regulation', name: typedRegulation, instead: regulation.name });
  }
  const typedYear = String(typed.schoolYear);
  if (typedYear !== '' && parseSchoolYear(typedYear) === null) {
    notices.push({ code: 'unknown-school-year', typed: typedYear });
  }
  const rules = located.Правила === undefined ? undefined : book.sheets.Правила.snapshot;
  const today = cellAt(rules, RULE_CELLS.today, 2).value;
  if (today !== '' && typeof today !== 'number' && request.today === undefined) {
    notices.push({ code: 'today-not-a-date', typed: String(today) });
  }
  const year = request.schoolYear ?? schoolYearOf(request.today ?? request.currentDate).label;
  const defaults = passportDefaults(regulation, year, request);
  const missing = PASSPORT_FIELDS.filter(({ key }) => typed[key] === '').map(
    ({ key }) => [key, defaults[key] ?? ''] as const,
  );
  return { regulation, passport: Object.fromEntries(missing), notices };
}

/** Tables that are still plain header rows: enough of them to know how many meetings there are. */
function plainTables(located: Located): Register['tables'] {
  const place = located.Посещаемость;
  if (place?.form !== 'plain') return {};
  const table: RegisterTable = {
    table: 'Посещаемость',
    sheet: place.sheet,
    firstRow: place.headerRow + 1,
    firstColumn: place.firstColumn,
    rows: [],
    indexOf: (column) => place.headers.indexOf(column),
  };
  return { Посещаемость: table };
}

/** Rows a new table begins with. */
function initialRows(
  table: TableName,
  regulation: Regulation,
  register: Register,
): ReturnType<typeof ruleRows> {
  if (table === 'Правила') return ruleRows(regulation);
  if (table === 'Посещаемость') return teacherNames(register).map((name) => [name]);
  return [];
}

/** Different names of the databank, in its order. */
function teacherNames(register: Register): readonly string[] {
  const databank = register.tables.Педагоги;
  const seen = new Set<string>();
  return (databank?.rows ?? []).flatMap((_, row) => {
    const name = databank === undefined ? '' : valueAt(databank, row, 'ФИО');
    if (typeof name !== 'string' || name === '' || seen.has(foldCase(name))) return [];
    seen.add(foldCase(name));
    return [name];
  });
}

function bind(placed: ReadonlyMap<TableName, PlacedTable>, book: Book, meetings: number): Binding {
  const tables = TABLE_NAMES.flatMap((table): [TableName, TableBinding][] => {
    const at = placed.get(table);
    return at === undefined
      ? []
      : [[table, { name: at.name, headers: boundHeaders(at, columnsOf(table, meetings)) }]];
  });
  return {
    tables: Object.fromEntries(tables) as Record<TableName, TableBinding>,
    sheets: { passport: book.sheets.Паспорт.name, rules: book.sheets.Правила.name },
    schoolYearRow: passportRow('schoolYear'),
  };
}

/** The formula columns that are not there, or no longer what they should be: each written as a whole. */
function planFormulas(
  definitions: readonly ColumnFormulaDefinition[],
  placed: ReadonlyMap<TableName, PlacedTable>,
  marked: boolean,
): Pick<RegisterPlan, 'actions' | 'obstacles' | 'notices'> {
  const actions: WorkbookAction[] = [];
  const obstacles: Obstacle[] = [];
  const notices: RegisterNotice[] = [];
  for (const { table, column, formula } of definitions) {
    const at = placed.get(table);
    if (at === undefined) continue;
    const address = areaAddress(columnArea(at, column));
    const header = at.headers[columnArea(at, column).left - at.firstColumn] ?? column;
    const isAdded = at.added.includes(column);
    const present = at.snapshot?.formulas[header];
    if (
      !isAdded &&
      present !== undefined &&
      present.unbroken &&
      sameFormula(present.first, formula, at.name)
    ) {
      continue;
    }
    const holdsTyped = !isAdded && !isOurs(at, header, present?.first ?? '');
    if (holdsTyped && !marked) {
      obstacles.push({ code: 'formula-column-typed', table: at.name, sheet: at.sheet, column: header });
      continue;
    }
    if (holdsTyped) notices.push({ code: 'formula-restored', table: at.name, column: header });
    actions.push({ kind: 'fillFormula', sheet: at.sheet, address, formula });
  }
  return { actions, obstacles, notices };
}

/** A column of that name is ours when it is empty, or when its first cell holds a formula. */
function isOurs(at: PlacedTable, header: string, first: string): boolean {
  if (first.startsWith('=')) return true;
  const index = at.headers.indexOf(header);
  return (at.snapshot?.rows ?? []).every((row) => (row[index] ?? '') === '');
}

/** «Посещаемость» is kept in step with the databank: who is not there yet is added at its end. */
function planAttendance(
  register: Register,
  placed: PlacedTable | undefined,
  sheet: PlacedSheet,
): Pick<RegisterPlan, 'actions' | 'notices'> {
  const table = register.tables.Посещаемость;
  if (table === undefined || placed === undefined || placed.snapshot === undefined)
    return { actions: [], notices: [] };
  const present = new Set(table.rows.map((_, row) => foldCase(String(valueAt(table, row, 'ФИО')))));
  const names = teacherNames(register).filter((name) => !present.has(foldCase(name)));
  if (names.length === 0) return { actions: [], notices: [] };
  const body = bodyArea(placed);
  let free = table.rows.length;
  while (
    free > 0 &&
    (table.rows[free - 1] ?? []).every((value, column) => value === '' || isFormulaColumn(placed, column))
  )
    free -= 1;
  const first = body.top + free;
  const last = first + names.length - 1;
  const grows = last > body.bottom;
  if (grows && (placed.snapshot.hasTotals || lastUsedRow(sheet) > body.bottom)) {
    return { actions: [], notices: [{ code: 'names-not-added', count: names.length }] };
  }
  const column = columnArea(placed, 'ФИО').left;
  const actions: WorkbookAction[] = [];
  if (grows) {
    actions.push({
      kind: 'resizeTable',
      table: placed.name,
      sheet: placed.sheet,
      address: areaAddress({ ...body, top: placed.headerRow, bottom: last }),
    });
  }
  actions.push({
    kind: 'writeValues',
    sheet: placed.sheet,
    address: `${cellAddress(first, column)}:${cellAddress(last, column)}`,
    values: names.map((name) => [name]),
  });
  return { actions, notices: [] };
}

function isFormulaColumn(placed: PlacedTable, column: number): boolean {
  const header = placed.headers[column] ?? '';
  return columnsOf(placed.table).some(
    ({ name, kind }) => kind === 'formula' && foldCase(name) === foldCase(header),
  );
}

/** Names by which sheets of plain ranges are known again, set before anything is written on them. */
function anchorNames(book: Book): readonly { name: string; refersTo: string }[] {
  const [passport] = passportNames(book.sheets.Паспорт.name);
  return passport === undefined || !book.sheets.Паспорт.isNew ? [] : [passport];
}

/** Only names that are missing or point elsewhere. */
function planNames(
  snapshot: WorkbookSnapshot,
  names: readonly { readonly name: string; readonly refersTo: string }[],
): readonly WorkbookAction[] {
  return names.flatMap(({ name, refersTo }): WorkbookAction[] => {
    const present = snapshot.names.find((each) => foldCase(each.name) === foldCase(name));
    return present !== undefined && sameReference(present.refersTo, refersTo)
      ? []
      : [{ kind: 'setName', name, refersTo }];
  });
}

function sameReference(left: string, right: string): boolean {
  const plain = (reference: string): string => {
    const area = parseArea(reference);
    const sheet = reference.slice(0, reference.lastIndexOf('!')).replace(/^=/, '').replaceAll("'", '');
    return area === null ? reference : `${foldCase(sheet)}!${areaAddress(area)}`;
  };
  return plain(left) === plain(right);
}

function rowListNames(
  placed: ReadonlyMap<TableName, PlacedTable>,
): readonly { name: string; refersTo: string }[] {
  const of = (list: 'Педагоги' | 'Организации', column: string): { name: string; refersTo: string }[] => {
    const at = placed.get(list);
    return at === undefined ? [] : [{ name: choiceName(list), refersTo: columnReference(at, column) }];
  };
  return [...of('Педагоги', 'ФИО'), ...of('Организации', 'Краткое название')];
}

/** A new passport whole; on one that is there, only the empty cells something is known for. */
function planPassport(sheet: PlacedSheet, settings: Settings, binding: Binding): readonly WorkbookAction[] {
  if (needsContent(sheet, passportRow('association')))
    return buildPassport(sheet.name, settings.passport, binding);
  return PASSPORT_FIELDS.flatMap(({ key }): WorkbookAction[] => {
    const value = settings.passport[key];
    return value === undefined || value === ''
      ? []
      : [
          {
            kind: 'writeValues',
            sheet: sheet.name,
            address: cellAddress(passportRow(key), 2),
            values: [[value]],
          },
        ];
  });
}

/** New, or left by a run that was cut short before the sheet was written. */
const needsContent = (sheet: PlacedSheet, row: number): boolean =>
  sheet.isNew || cellAt(sheet.snapshot, row, 1).value === '';

/** «Дата расчёта» that somebody emptied follows the calendar again. */
const typedTodayIsMissing = (rules: PlacedSheet): readonly WorkbookAction[] =>
  cellAt(rules.snapshot, RULE_CELLS.today, 2).value === '' &&
  !cellAt(rules.snapshot, RULE_CELLS.today, 2).live
    ? [todayAction(rules.name, null)]
    : [];

/** Looks, lists and flags: of every table the first time, later only of those this plan changes. */
function dress(
  drafts: readonly TableDraft[],
  book: Book,
  marked: boolean,
  meetings: number,
): readonly WorkbookAction[] {
  const flagsBySheet = new Map<string, Extract<WorkbookAction, { kind: 'setFlags' }>['flags'][number][]>();
  const actions = drafts
    .filter(({ placed: { change } }) => !marked || change !== 'kept')
    .flatMap(({ placed }) => {
      const dressed = dressTable(placed, sheetOf(book, placed.table), columnsOf(placed.table, meetings));
      const flags = flagsBySheet.get(placed.sheet) ?? [];
      flags.push(...dressed.flags);
      flagsBySheet.set(placed.sheet, flags);
      return dressed.actions;
    });
  const flags = [...flagsBySheet].map(([sheet, each]): WorkbookAction => ({
    kind: 'setFlags',
    sheet,
    flags: each,
  }));
  return [...actions, ...flags.filter((action) => action.kind === 'setFlags' && action.flags.length > 0)];
}

const markAction = (sheet: string, mark: number | ''): WorkbookAction => ({
  kind: 'writeValues',
  sheet,
  address: cellAddress(RULE_CELLS.layoutMark, 2),
  values: [[mark]],
});

/** Protected sheets the plan would write to: said before anything is written. */
function protectedSheets(snapshot: WorkbookSnapshot, actions: Plan): readonly Obstacle[] {
  const written = new Set(actions.flatMap((action) => ('sheet' in action ? [foldCase(action.sheet)] : [])));
  return snapshot.sheets
    .filter(({ name, isProtected }) => isProtected && written.has(foldCase(name)))
    .map(({ name }) => ({ code: 'sheet-protected', sheet: name }));
}

function meetingNotices(register: Register): readonly RegisterNotice[] {
  const table = register.tables.Заседания;
  return (table?.rows ?? []).flatMap((_, row): RegisterNotice[] => {
    const typed = table === undefined ? '' : valueAt(table, row, 'Номер');
    return typed !== '' && Number(typed) > MOST_MEETINGS
      ? [{ code: 'meeting-number', typed: String(typed), most: MOST_MEETINGS }]
      : [];
  });
}

/** Defined names and sheets a reading has to know of to see the register. */
export const REGISTER_ANCHORS: readonly string[] = Object.values(SHEET_ANCHORS);
