import { proposedReportYear } from '../control/period';
import { readRules, regulationRules } from '../control/rules';
import { regulationShortfall, type Governed } from '../control/shortfall';
import type { Plan, WorkbookAction } from '../plan/action';
import { recordFormulas } from '../indicators/recordFormulas';
import {
  references,
  type Binding,
  type ColumnFormulaDefinition,
  type TableBinding,
} from '../indicators/references';
import type { Regulation } from '../regulations';
import { areaAddress, cellAddress, columnLetters, parseArea, quoteSheet } from './addresses';
import { snapshotAfter } from './carriedOut';
import {
  APPENDIX_HEADER_ROW,
  PASSPORT_FIELDS,
  RULES_HEADER_ROW,
  RULE_CELLS,
  RULE_CELL_NAMES,
  SHEET_ANCHORS,
  SHEET_TITLES,
  passportName,
  passportRow,
  type PassportKey,
} from './fixedCells';
import { printLayoutWork, readLayoutMark, type LayoutMark, type LayoutWork } from './layoutMark';
import { formLines, planAppendix } from './layout/appendixForm';
import { placeSheets, type Book, type PlacedSheet } from './layout/book';
import { planDirectory } from './layout/directory';
import { documentRows, planDocuments, type DocumentsPlan } from './layout/documents';
import {
  buildPassport,
  offerAssociations,
  passportDefaults,
  passportNames,
  renewSummary,
  rewordPassport,
} from './layout/passport';
import { planRuleTable, type RuleTablePlan } from './layout/ruleTable';
import { LAYOUT_VERSION, buildRules, restoreRules, ruleNames, ruleRows, todayAction } from './layout/rules';
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
import { choiceName, listOf } from './lists';
import { locateTables, type Located } from './locate';
import type { Notice, Obstacle, RegisterNotice } from './notices';
import { cellAt, findSheet, parseRegister, passportCell, readPassport, titledSheet } from './parse';
import { valueAt, type Register } from './register';
import { chooseRegulation, type RegulationChoice } from './regulationChoice';
import type { RegisterRequest } from './request';
import { sameFormula } from './sameFormula';
import { parseSchoolYear, schoolYearOf } from './schoolYear';
import { SHEETS, type SheetName } from './sheets';
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
  /** The regulations by name where one takes the place of another; null: the register stays under its own. */
  readonly regulationChange: { readonly from: string; readonly to: string } | null;
}

export type { Notice };

/** Phases: find what is there, place sheets, draft tables, bind names, then formulas, lists, form and looks. */
export function planRegister(snapshot: WorkbookSnapshot, request: RegisterRequest): RegisterPlan {
  const located = locateTables(snapshot);
  const mark = layoutMark(snapshot, located);
  const begun: LayoutWork = mark.kind === 'under way' ? mark : { sheets: [], added: {} };
  const book = placeSheets(snapshot, located, begun.sheets);
  const register = parseRegister(snapshot);
  const choice = chooseRegulation(register.tables.Правила, String(register.passport.regulation), request);
  const { regulation, from } = choice;
  const settings = settle(snapshot, located, book, request, choice);
  const { meetings } = register;

  const drafts = TABLE_NAMES.map((table) =>
    draftTable(
      table,
      located[table],
      sheetOf(book, table),
      snapshot,
      meetings,
      table === 'Правила' ? RULES_HEADER_ROW : 1,
      initialRows(table, regulation, register),
      begun.added[table] ?? [],
    ),
  );
  const isSetUp = mark.kind === 'set up' && mark.version === LAYOUT_VERSION;
  const attendance = planAttendance(register, drafts, book.sheets.Посещаемость);
  const isDue = !isSetUp || from !== null;
  const ruleTable = isDue ? planRules(register, drafts, book, choice) : null;
  const documents = isDue ? planListedDocuments(register, drafts, book, choice) : null;
  const newRows: Readonly<Partial<Record<TableName, number>>> = {
    Посещаемость: attendance.newRows,
    Правила: ruleTable?.newRows ?? 0,
    Документы: documents?.newRows ?? 0,
  };
  const placed = new Map(
    drafts.map(({ placed: draft }): [TableName, PlacedTable] => [
      draft.table,
      { ...draft, bodyRows: draft.bodyRows + (newRows[draft.table] ?? 0) },
    ]),
  );
  const binding = bind(placed, book, snapshot, meetings);
  const refs = references(binding);

  const rules = sheetOf(book, 'Правила');
  const tables = TABLE_NAMES.flatMap((table) => placed.get(table) ?? []);
  const isChanged = ({ table, change }: PlacedTable): boolean =>
    change !== 'kept' || (newRows[table] ?? 0) > 0 || (request.grown ?? []).includes(table);
  const formulas = planFormulas(
    recordFormulas(refs, meetings),
    placed,
    register,
    mark,
    attendance.newRows > 0 ? ['Посещаемость'] : [],
  );
  const { Справочники: lists } = book.sheets;
  const directory = planDirectory(lists.name, lists.isNew, snapshot, binding, regulation, from);
  const form = planAppendix(book.sheets.Приложение, meetings, binding);
  // what the words of the passport are made of: the regulation as «Правила» will have it
  const rewritten = [
    ...(ruleTable?.added ?? []),
    ...directory.actions,
    ...(documents?.actions ?? []),
    ...(ruleTable?.refilled ?? []),
  ];
  const applied =
    isDue && register.tables.Правила !== undefined
      ? readRules(parseRegister(snapshotAfter(snapshot, rewritten)), regulation)
      : readRules(register, regulation);
  const passport = planPassport(snapshot, book.sheets.Паспорт, settings, binding, {
    regulation: applied.regulation,
    from,
    isSetUp,
  });

  const work: LayoutWork = {
    sheets: SHEETS.flatMap(({ name }) =>
      book.sheets[name].isNew || (name === 'Приложение' && form.rebuilt) ? [name] : [],
    ),
    added: Object.fromEntries(tables.map(({ table, added }) => [table, added])),
  };
  const isWork = !isSetUp || work.sheets.length > 0 || tables.some(({ added }) => added.length > 0);

  const actions: WorkbookAction[] = [
    ...book.first,
    ...(isWork ? markActions(rules, printLayoutWork(work)) : []),
    ...book.actions,
    ...planNames(snapshot, anchorNames(book)),
    ...drafts.flatMap((draft) => draft.actions),
    ...attendance.actions,
    ...(ruleTable?.added ?? []),
    ...(documents?.actions ?? []),
    ...planFixedCells(rules, binding, regulation, request.today),
    ...directory.actions,
    ...planNames(snapshot, [
      ...(book.sheets.Паспорт.isNew
        ? passportNames(book.sheets.Паспорт.name)
        : standingPassportNames(snapshot, book.sheets.Паспорт.name)),
      ...ruleNames(rules.name),
      ...directory.names,
      ...rowListNames(placed),
    ]),
    ...passport,
    ...formulas.actions,
    ...dress(isSetUp ? tables.filter(isChanged) : tables, tables, book, meetings),
    // last, because its name tells the next reading that widths have been seen to
    ...form.actions,
    ...(isWork ? markActions({ ...rules, isNew: false }, LAYOUT_VERSION) : []),
    // after all else: while «Правила» names the former regulation, the next run completes the change
    ...(ruleTable?.refilled ?? []),
  ];
  const today = request.today ?? register.today ?? request.currentDate;
  return {
    actions,
    obstacles: [
      ...drafts.flatMap(({ obstacles }) => obstacles),
      ...hiddenHeaders(snapshot, located),
      ...movedRules(rules, located),
      ...formulas.obstacles,
      ...directory.obstacles,
      ...form.obstacles,
      ...protectedSheets(snapshot, actions),
    ],
    notices: [
      ...choice.notices,
      ...(ruleTable?.notices ?? []),
      ...(documents?.notices ?? []),
      ...settings.notices,
      ...(from === null
        ? []
        : regulationShortfall(
            governedBy(snapshot, from),
            governedBy(snapshotAfter(snapshot, [...rewritten, ...passport]), regulation),
            today,
          )),
      ...book.notices,
      ...drafts.flatMap(({ notices }) => notices),
      ...formulas.notices,
      ...form.notices,
      ...attendance.notices,
      ...meetingNotices(register),
      ...rowsUnderTables(snapshot, located),
      ...(snapshot.automaticCalculation ? [] : [{ code: 'manual-calculation' } as const]),
    ],
    regulationChange: from === null ? null : { from: from.name, to: regulation.name },
  };
}

/** A workbook under the rules of a regulation, as they stand on its «Правила». */
function governedBy(snapshot: WorkbookSnapshot, regulation: Regulation): Governed {
  const register = parseRegister(snapshot);
  return { snapshot, register, rules: readRules(register, regulation) };
}

const draftOf = (drafts: readonly TableDraft[], table: TableName): PlacedTable | undefined =>
  drafts.find(({ placed }) => placed.table === table)?.placed;

/** «Правила» of a register that stands, completed and, after a change of regulation, refilled. */
function planRules(
  { tables }: Register,
  drafts: readonly TableDraft[],
  book: Book,
  { regulation, from }: RegulationChoice,
): RuleTablePlan | null {
  const placed = draftOf(drafts, 'Правила');
  return tables.Правила === undefined || placed === undefined
    ? null
    : planRuleTable(tables.Правила, placed, sheetOf(book, 'Правила'), regulation, from);
}

/** «Документы» of a register that stands; one's own regulation demands whatever is listed there. */
function planListedDocuments(
  { tables }: Register,
  drafts: readonly TableDraft[],
  book: Book,
  { regulation, from }: RegulationChoice,
): DocumentsPlan | null {
  const placed = draftOf(drafts, 'Документы');
  if (tables.Документы === undefined || placed === undefined) return null;
  if (regulation.custom && from !== null) return null;
  return planDocuments(tables.Документы, placed, sheetOf(book, 'Документы'), regulation, from);
}

/** The mark of the layout, from the sheet that bears it. */
function layoutMark(snapshot: WorkbookSnapshot, located: Located): LayoutMark {
  const rules =
    located.Правила === undefined
      ? titledSheet(snapshot, 'Правила')
      : findSheet(snapshot, located.Правила.sheet);
  return readLayoutMark(cellAt(rules, RULE_CELLS.layoutMark, 2).value);
}

const sheetOf = (book: Book, table: TableName): PlacedSheet =>
  book.sheets[TABLES[table].sheet satisfies SheetName];

interface Settings {
  readonly passport: Partial<Record<PassportKey, string | number | boolean>>;
  readonly notices: readonly RegisterNotice[];
}

/** What the passport is to hold: what it says, else what was asked for, else the defaults. */
function settle(
  snapshot: WorkbookSnapshot,
  located: Located,
  book: Book,
  request: RegisterRequest,
  { regulation, from, isRenamed }: RegulationChoice,
): Settings {
  const typed = readPassport(snapshot);
  const notices: RegisterNotice[] = [];
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
  const isProposing = book.sheets.Паспорт.isNew || from !== null;
  const proposed = isProposing
    ? proposedReportYear(
        regulationRules(regulation),
        parseSchoolYear(typedYear)?.label ?? year,
        request.today ?? request.currentDate,
      )
    : null;
  const defaults = passportDefaults(regulation, year, request, proposed);
  if (from !== null && proposed !== null && typed.reportYear === '') {
    notices.push({ code: 'report-year-proposed', year: String(proposed) });
  }
  // as it was proposed under the former regulation: the district is another now
  const isDistricts = from !== null && typed.municipality === from.municipality;
  const isMoved = isDistricts && !['', from.municipality].includes(regulation.municipality);
  if (isMoved) {
    notices.push({
      code: 'municipality-changed',
      from: from.municipality,
      to: regulation.municipality,
    });
  }
  const renewed: Partial<Record<PassportKey, string>> = {
    ...(isRenamed ? { regulation: regulation.name } : {}),
    ...(isMoved ? { municipality: regulation.municipality } : {}),
  };
  const missing = PASSPORT_FIELDS.filter(({ key }) => typed[key] === '').map(
    ({ key }) => [key, defaults[key] ?? ''] as const,
  );
  return { passport: { ...Object.fromEntries(missing), ...renewed }, notices };
}

/** Rows a new table begins with. */
function initialRows(
  table: TableName,
  regulation: Regulation,
  register: Register,
): ReturnType<typeof ruleRows> {
  if (table === 'Правила') return ruleRows(regulation);
  if (table === 'Документы') return documentRows(regulation);
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

function bind(
  placed: ReadonlyMap<TableName, PlacedTable>,
  book: Book,
  snapshot: WorkbookSnapshot,
  meetings: number,
): Binding {
  const tables = TABLE_NAMES.flatMap((table): [TableName, TableBinding][] => {
    const at = placed.get(table);
    return at === undefined
      ? []
      : [[table, { name: at.name, headers: boundHeaders(at, columnsOf(table, meetings)) }]];
  });
  return {
    tables: Object.fromEntries(tables) as Record<TableName, TableBinding>,
    sheets: {
      passport: book.sheets.Паспорт.name,
      rules: book.sheets.Правила.name,
      appendix: book.sheets.Приложение.name,
    },
    passportRows: Object.fromEntries(
      PASSPORT_FIELDS.map(({ key }) => [
        key,
        book.sheets.Паспорт.isNew ? passportRow(key) : passportCell(snapshot, key).row,
      ]),
    ) as Record<PassportKey, number>,
    appendixLastRow: formLines(meetings).at(-1)?.row ?? APPENDIX_HEADER_ROW,
  };
}

/** The formula columns that are not there, or no longer what they should be: each written as a whole. */
function planFormulas(
  definitions: readonly ColumnFormulaDefinition[],
  placed: ReadonlyMap<TableName, PlacedTable>,
  register: Register,
  mark: LayoutMark,
  grown: readonly TableName[],
): Pick<RegisterPlan, 'actions' | 'obstacles' | 'notices'> {
  const actions: WorkbookAction[] = [];
  const obstacles: Obstacle[] = [];
  const notices: RegisterNotice[] = [];
  for (const { table, column, formula } of definitions) {
    const at = placed.get(table);
    if (at === undefined) continue;
    const area = columnArea(at, column);
    const header = at.headers[area.left - at.firstColumn] ?? column;
    const isAdded = at.added.includes(column);
    const present = at.snapshot?.formulas[header];
    const same = present !== undefined && sameFormula(present.first, formula, at.name);
    if (!isAdded && !grown.includes(table) && same && present.unbroken) continue;
    const own = register.tables[table];
    const first = present?.first ?? '';
    const isLive = first.startsWith('=');
    const isEmpty = own === undefined || own.rows.every((_, row) => valueAt(own, row, column) === '');
    if (!isAdded && mark.kind === 'none' && !same && !isBroken(first) && (isLive || !isEmpty)) {
      obstacles.push({ code: 'formula-column-typed', table: at.name, sheet: at.sheet, column: header });
      continue;
    }
    const isTyped = (row: number): boolean => own !== undefined && valueAt(own, row, column) !== '';
    if (!isAdded && (present?.bare?.some(isTyped) ?? (!isLive && !isEmpty)))
      notices.push({ code: 'formula-restored', table: at.name, column: header });
    actions.push({ kind: 'fillFormula', sheet: at.sheet, address: areaAddress(area), formula });
  }
  return { actions, obstacles, notices };
}

/** A formula that has lost what it refers to is of no worth to anybody. */
const isBroken = (formula: string): boolean => formula.startsWith('=') && formula.includes('#REF!');

interface AttendancePlan extends Pick<RegisterPlan, 'actions' | 'notices'> {
  /** Rows the table grows by. */
  readonly newRows: number;
}

/** «Посещаемость» is kept in step with the databank: who is not there yet is added at its end. */
function planAttendance(
  register: Register,
  drafts: readonly TableDraft[],
  sheet: PlacedSheet,
): AttendancePlan {
  const nothing: AttendancePlan = { actions: [], notices: [], newRows: 0 };
  const table = register.tables.Посещаемость;
  const placed = drafts.find((draft) => draft.placed.table === 'Посещаемость')?.placed;
  if (table === undefined || placed === undefined) return nothing;
  const present = new Set(table.rows.map((_, row) => foldCase(String(valueAt(table, row, 'ФИО')))));
  const names = teacherNames(register).filter((name) => !present.has(foldCase(name)));
  if (names.length === 0) return nothing;
  const body = bodyArea(placed);
  let free = table.rows.length;
  while (
    free > 0 &&
    (table.rows[free - 1] ?? []).every((value, column) => value === '' || isFormulaColumn(placed, column))
  )
    free -= 1;
  const first = body.top + free;
  const last = first + names.length - 1;
  const newRows = Math.max(0, last - body.bottom);
  if (newRows > 0 && (placed.snapshot?.hasTotals === true || lastUsedRow(sheet) > body.bottom)) {
    return { ...nothing, notices: [{ code: 'names-not-added', count: names.length }] };
  }
  const column = columnArea(placed, 'ФИО').left;
  const actions: WorkbookAction[] = [];
  if (newRows > 0) {
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
  return { actions, notices: [], newRows };
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

/** The names of a passport that stands: where the user has moved its cells to, the names stay with them. */
const standingPassportNames = (
  snapshot: WorkbookSnapshot,
  sheet: string,
): readonly { name: string; refersTo: string }[] =>
  PASSPORT_FIELDS.map(({ key }) => {
    const { row, column } = passportCell(snapshot, key);
    return {
      name: passportName(key),
      refersTo: `=${quoteSheet(sheet)}!$${columnLetters(column)}$${String(row)}`,
    };
  });

/** How the regulation shows on the passport. */
interface PassportRegulation {
  readonly regulation: Regulation;
  readonly from: Regulation | null;
  /** False where the layout is another's or not complete. */
  readonly isSetUp: boolean;
}

/** A new passport whole; on one that is there, the empty cells something is known for, and the regulation's words. */
function planPassport(
  snapshot: WorkbookSnapshot,
  sheet: PlacedSheet,
  settings: Settings,
  binding: Binding,
  { regulation, from, isSetUp }: PassportRegulation,
): readonly WorkbookAction[] {
  if (sheet.isNew) {
    const typed = PASSPORT_FIELDS.flatMap(({ key }) => {
      const { value, live } = cellAt(sheet.snapshot, passportRow(key), 2);
      return value !== '' && !live ? [key] : [];
    });
    return buildPassport(sheet.name, regulation, settings.passport, new Set(typed), binding);
  }
  const written = PASSPORT_FIELDS.flatMap(({ key }): WorkbookAction[] => {
    const value = settings.passport[key];
    const { row, column } = passportCell(snapshot, key);
    return value === undefined || value === ''
      ? []
      : [{ kind: 'writeValues', sheet: sheet.name, address: cellAddress(row, column), values: [[value]] }];
  });
  const subject = passportCell(snapshot, 'subject');
  const address = cellAddress(subject.row, subject.column);
  const offers = (each: Regulation | null): boolean =>
    each !== null && listOf('Объединения', each).length > 0;
  return [
    ...written,
    ...rewordPassport(sheet.name, regulation, (key) => {
      const { row, column } = passportCell(snapshot, key);
      const [label, value, hint] = [column - 1, column, column + 1].map((at) =>
        String(cellAt(sheet.snapshot, row, at).value),
      );
      return { row, column, label: label ?? '', value: value ?? '', hint: hint ?? '' };
    }),
    ...(!isSetUp
      ? renewSummary(sheet.name, binding, (row, column) => cellAt(sheet.snapshot, row, column))
      : []),
    ...(offers(regulation) && (!isSetUp || from !== null) ? [offerAssociations(sheet.name, address)] : []),
    ...(offers(from) && !offers(regulation)
      ? [{ kind: 'clearValidation', sheet: sheet.name, address } as const]
      : []),
  ];
}

/** The fixed cells: all of them on a new sheet; later only the clock, when it is asked for or was emptied. */
function planFixedCells(
  rules: PlacedSheet,
  binding: Binding,
  regulation: Regulation,
  today: number | undefined,
): readonly WorkbookAction[] {
  if (rules.isNew || cellAt(rules.snapshot, RULE_CELLS.today, 1).value === '') {
    const typed = RULE_CELL_NAMES.filter((cell) => {
      const { value, live } = cellAt(rules.snapshot, RULE_CELLS[cell], 2);
      return value !== '' && !live;
    });
    return buildRules(rules.name, binding, regulation, today ?? null, new Set(typed));
  }
  const restored = restoreRules(rules.name, binding, regulation, (cell) =>
    cellAt(rules.snapshot, RULE_CELLS[cell], 2),
  );
  const { value, live } = cellAt(rules.snapshot, RULE_CELLS.today, 2);
  if (today !== undefined) {
    return value === today && !live ? restored : [...restored, todayAction(rules.name, today)];
  }
  // «Дата расчёта» that somebody emptied follows the calendar again
  return value === '' && !live ? [...restored, todayAction(rules.name, null)] : restored;
}

/** Looks, lists and flags of the tables given; the flags of a sheet are replaced together, so all its tables speak. */
function dress(
  dressed: readonly PlacedTable[],
  all: readonly PlacedTable[],
  book: Book,
  meetings: number,
): readonly WorkbookAction[] {
  const plans = all.map((placed) => ({
    placed,
    plan: dressTable(placed, sheetOf(book, placed.table), columnsOf(placed.table, meetings)),
  }));
  const sheets = [...new Set(dressed.map(({ sheet }) => sheet))];
  return [
    ...plans.flatMap(({ placed, plan }) => (dressed.includes(placed) ? plan.actions : [])),
    ...sheets.flatMap((sheet): WorkbookAction[] => {
      const flags = plans.flatMap(({ placed, plan }) => (placed.sheet === sheet ? plan.flags : []));
      return flags.length === 0 ? [] : [{ kind: 'setFlags', sheet, flags }];
    }),
  ];
}

/** Writes the mark; on a new sheet together with the title by which the sheet is known again. */
function markActions(rules: PlacedSheet, mark: number | string): readonly WorkbookAction[] {
  const row = RULE_CELLS.layoutMark;
  const isBlank = rules.isNew && (rules.snapshot?.cells ?? null) === null;
  const values = Array.from({ length: isBlank ? row : 1 }, (_, index) =>
    isBlank ? [index === 0 ? SHEET_TITLES.Правила : '', index === row - 1 ? mark : ''] : [mark],
  );
  const address = isBlank ? `A1:B${String(row)}` : `B${String(row)}`;
  return [{ kind: 'writeValues', sheet: rules.name, address, values }];
}

/** Tables of ours whose header row is not shown: their columns cannot be told. */
function hiddenHeaders(snapshot: WorkbookSnapshot, located: Located): readonly Obstacle[] {
  return TABLE_NAMES.flatMap((table): Obstacle[] => {
    const name = located[table]?.name;
    const hidden = snapshot.tables.find((each) => each.name === name && each.hidesHeaders === true);
    return hidden === undefined ? [] : [{ code: 'headers-hidden', table: hidden.name, sheet: hidden.sheet }];
  });
}

/** Rows inserted above the fixed cells of «Правила», which formulas and the engine read at their places. */
function movedRules(rules: PlacedSheet, located: Located): readonly Obstacle[] {
  const header = located.Правила?.headerRow;
  if (header === undefined) return [];
  const titles = Array.from({ length: header }, (_, index) => cellAt(rules.snapshot, index + 1, 1).value);
  const at = titles.indexOf(SHEET_TITLES.Правила);
  return at > 0 || header <= RULE_CELLS.layoutMark ? [{ code: 'rules-moved', sheet: rules.name }] : [];
}

/** Protected sheets the plan would write to: said before anything is written. */
function protectedSheets(snapshot: WorkbookSnapshot, actions: Plan): readonly Obstacle[] {
  const written = new Set(actions.flatMap((action) => ('sheet' in action ? [foldCase(action.sheet)] : [])));
  return snapshot.sheets
    .filter(({ name, isProtected }) => isProtected && written.has(foldCase(name)))
    .map(({ name }) => ({ code: 'sheet-protected', sheet: name }));
}

/** Other suites do not grow a table as one types under it: such rows are said, never dropped in silence. */
function rowsUnderTables(snapshot: WorkbookSnapshot, located: Located): readonly RegisterNotice[] {
  return Object.values(located).flatMap((place): RegisterNotice[] => {
    if (place.form !== 'table' || place.hasTotals) return [];
    const sheet = findSheet(snapshot, place.sheet);
    const isFilled = (row: number): boolean =>
      place.headers.some((_, index) => cellAt(sheet, row, place.firstColumn + index).value !== '');
    const first = place.headerRow + Math.max(1, place.bodyRows) + 1;
    let count = 0;
    while (isFilled(first + count)) count += 1;
    return count === 0 ? [] : [{ code: 'rows-under-table', table: place.name, sheet: place.sheet, count }];
  });
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
