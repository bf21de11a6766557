import { SEVERITIES, type Issue, type IssueCode, type Severity } from '../control/issue';
import type { PlainBook, PlainSheet } from '../files/plainBook';
import { appendixRows, type Indicator } from '../indicators/appendix';
import { OF_THEM, STATE_WORDS, stateWords } from '../indicators/states';
import { COPY_WORDS, ISSUE_KINDS } from '../messages/department';
import { SEVERITY_WORDS } from '../messages/control';
import { OBLIGATION_STATES, obligationTitle } from '../messages/obligations';
import type { CellLook, CellValue } from '../plan/action';
import { cellAddress, quoteSheet } from '../register/addresses';
import {
  APPENDIX_COLUMNS as AT,
  APPENDIX_HEADER_ROW,
  PASSPORT_FIELDS,
  PASSPORT_FIRST_ROW,
  RULE_CELLS,
  RULES_HEADER_ROW,
  SHEET_ANCHORS,
  SHEET_TITLES,
  passportName,
  passportRow,
  type PassportKey,
  type RuleCell,
} from '../register/fixedCells';
import { headerIndex, locateTables } from '../register/locate';
import { anchoredSheet, cellAt } from '../register/parse';
import { SHEETS } from '../register/sheets';
import type { WorkbookSnapshot } from '../register/snapshot';
import { MOST_MEETINGS, TABLES, columnsOf, type TableName } from '../register/tables';
import { foldCase } from '../register/text';
import type { ParameterCode } from '../regulations';
import { anonymity, type Anonymity } from './anonymity';
import { COPIED_TABLES, columnsLeftOut } from './copyColumns';
import { asTheyAre, copiedLists, copiedTable, scrubbed, withoutNames, type Travel } from './copyTables';
import { countRegister, discrepancies, issuesOf, type CountedRegister } from './judge';
import { A4, LOOKS, draftSheet } from './looks';

/**
 * The copy for the department: a new workbook of values, made of what was read; the methodist's own stays live. It
 * holds the form as printed, the analysis, a summary of the check and the tables of the register, so that it is read
 * and joined as a register is. What does not go is listed in the copy itself and in the notices.
 */
export interface DepartmentCopy {
  readonly book: PlainBook;
  /** Whole sentences for the methodist: what is not sent, what to look at before sending. */
  readonly notices: readonly string[];
  /** Name for the file, with its extension. */
  readonly fileName: string;
}

export interface CopyOptions {
  readonly isAnonymous: boolean;
  /** Serial of the present day, for a register whose «Дата расчёта» is no date. */
  readonly currentDate: number;
}

/** Tables that a number of the form is counted from. */
const COUNTED_TABLES: readonly TableName[] = [
  'Педагоги',
  'Организации',
  'Курсы',
  'Заседания',
  'Посещаемость',
  'Достижения',
  'ГИА',
  'Деятельность',
  'Мероприятия',
];

/** Whether there is a register in the workbook: at least one table that the form is counted from. */
export function holdsRegister(snapshot: WorkbookSnapshot): boolean {
  const located = locateTables(snapshot);
  return COUNTED_TABLES.some((table) => located[table] !== undefined);
}

/** Reads nothing but the snapshot and changes nothing; a book without a table of the register gives an empty form. */
export function departmentCopy(snapshot: WorkbookSnapshot, options: CopyOptions): DepartmentCopy {
  const counted = countRegister(snapshot, options.currentDate);
  const hidden = options.isAnonymous ? anonymity(counted.register) : null;
  const travel = hidden === null ? asTheyAre : withoutNames(counted.register, hidden);
  const context: CopyContext = {
    ...counted,
    isAnonymous: options.isAnonymous,
    travel,
    hidden,
    // the databank first: its rows have the numbers
    tables: new Map(
      COPIED_TABLES.filter((table) => table !== 'Правила').flatMap((table) => {
        const made = copiedTable(counted.register, table, {
          isAnonymous: options.isAnonymous,
          travel: table === 'Педагоги' && hidden !== null ? databankTravel(travel, hidden) : travel,
        });
        return made === null ? [] : [[table, made] as const];
      }),
    ),
  };
  const contents = contentsOf(context);
  const { register } = counted;
  return {
    book: {
      sheets: [
        passportSheet(context),
        appendixSheet(context),
        ...sheetsOf(context, ['Анализ']),
        checkSheet(context, contents),
        ...sheetsOf(
          context,
          COPIED_TABLES.filter((table) => table !== 'Анализ' && table !== 'Правила'),
        ),
        rulesSheetOf(context),
        copiedLists(register, travel),
      ],
      names: namesOf(register.meetings),
    },
    notices: contents,
    fileName: COPY_WORDS.fileName(
      clean(context, register.passport.association),
      clean(context, register.passport.schoolYear),
      options.isAnonymous,
    ),
  };
}

interface CopyContext extends CountedRegister {
  readonly isAnonymous: boolean;
  readonly travel: Travel;
  /** null: names stay. */
  readonly hidden: Anonymity | null;
  readonly tables: ReadonlyMap<TableName, PlainSheet>;
}

/** A number in the place of a name is a row of its own in the databank: no record can refer to it. */
const databankTravel =
  (travel: Travel, hidden: Anonymity): Travel =>
  (treatment, value, column) =>
    treatment === 'person' && column.name === 'ФИО'
      ? hidden.rowOfDatabank(value)
      : travel(treatment, value, column);

/** Words of a cell as the copy shows them. */
const clean = ({ hidden }: Pick<CopyContext, 'hidden'>, value: CellValue): string =>
  hidden === null ? String(value) : scrubbed(String(value), hidden);

/** In the order of the register's sheets. */
const sheetsOf = ({ tables }: CopyContext, names: readonly TableName[]): readonly PlainSheet[] =>
  SHEETS.flatMap(({ name }) =>
    names.flatMap((table) => (TABLES[table].sheet === name ? (tables.get(table) ?? []) : [])),
  );

/** The names by which a register is known again. */
function namesOf(meetings: number): Readonly<Record<string, string>> {
  const last = APPENDIX_HEADER_ROW + formLines(meetings).length;
  const fields = PASSPORT_FIELDS.map(({ key }): readonly [string, string] => [
    passportName(key),
    `${quoteSheet('Паспорт')}!$B$${String(passportRow(key))}`,
  ]);
  return {
    ...Object.fromEntries(fields),
    [SHEET_ANCHORS.Приложение]: `${quoteSheet('Приложение')}!$A$${String(APPENDIX_HEADER_ROW)}:$C$${String(last)}`,
  };
}

// ---------------------------------------------------------------------------------------------------------
// Passport

/** Fields that name people, and the number by which an order with names is found. */
const PASSPORT_NAMES: readonly PassportKey[] = ['leader', 'deputy', 'secretary', 'curator', 'orderNumber'];
const PASSPORT_DATES: readonly PassportKey[] = ['orderDate', 'databankDate'];

function passportSheet(context: CopyContext): PlainSheet {
  const { register, isAnonymous } = context;
  const draft = draftSheet('Паспорт');
  draft.add([SHEET_TITLES.Паспорт], LOOKS.title);
  draft.add([COPY_WORDS.subtitle(isAnonymous)], LOOKS.subtitle);
  while (draft.next() < PASSPORT_FIRST_ROW) draft.leaveRow();
  for (const { key, label } of PASSPORT_FIELDS) {
    const value = register.passport[key];
    const shown = isAnonymous && PASSPORT_NAMES.includes(key) ? '' : value;
    const isDate = PASSPORT_DATES.includes(key) && typeof shown === 'number';
    draft.add(
      [label, typeof shown === 'string' ? clean(context, shown) : shown],
      [LOOKS.body, isDate ? LOOKS.date : LOOKS.text],
    );
  }
  return draft.finish({ widths: [34, 60], print: A4.portrait });
}

// ---------------------------------------------------------------------------------------------------------
// The form

/** The lines of the printed form; null: the unnumbered one. */
const formLines = (meetings: number): readonly (Indicator | null)[] =>
  appendixRows(meetings).flatMap((indicator) => (indicator.no === '1' ? [indicator, null] : [indicator]));

interface FormCell {
  readonly value: number | null;
  readonly state: string;
}

/** What the sheet shows; where its formulas have not been computed, what the engine counts. */
function shownIn(context: CopyContext, no: string): FormCell {
  const reading = context.sheet.get(no);
  if (context.hasForm && reading !== undefined && reading.state !== '') return reading;
  return countedIn(context, no);
}

function countedIn({ indicators }: CopyContext, no: string): FormCell {
  const found = indicators.find((each) => each.no === no);
  return found === undefined
    ? { value: null, state: '' }
    : { value: found.value, state: stateWords(found.state, found.gaps) };
}

/** A missing number is said; row 2 of the form has none. */
function valueCell({ value, state }: FormCell): CellValue {
  if (value !== null) return value;
  if (state === STATE_WORDS.heading) return '';
  return state === STATE_WORDS['not-due'] ? COPY_WORDS.notHeld : COPY_WORDS.noData;
}

function appendixSheet(context: CopyContext): PlainSheet {
  const { register, isAnonymous, today, rules, sheet } = context;
  const { association, municipality, schoolYear, leader } = register.passport;
  const draft = draftSheet('Приложение');
  const words = (value: CellValue): string => clean(context, value);
  const whose = [association === '' ? COPY_WORDS.noAssociation : words(association), words(municipality)];
  draft.add([SHEET_TITLES.Приложение], LOOKS.title);
  draft.add([whose.filter((part) => part !== '').join(', ')], LOOKS.subtitle);
  draft.add([schoolYear === '' ? '' : COPY_WORDS.schoolYear(words(schoolYear))], LOOKS.subtitle);
  while (draft.next() < APPENDIX_HEADER_ROW) draft.leaveRow();
  const { form } = COPY_WORDS;
  const { header, body } = LOOKS;
  draft.add(
    [form.no, form.label, form.value, '', form.state, form.confirmed, form.lastYear, form.recount],
    [header, header, header, null, header, header, header, header],
  );
  const differing = new Set(discrepancies(context).map(({ no }) => no));
  for (const indicator of formLines(register.meetings)) {
    const no = indicator?.no ?? '';
    const shown = indicator === null ? { value: null, state: '' } : shownIn(context, no);
    const recount = countedIn(context, no);
    draft.add(
      [
        no,
        indicator?.label ?? OF_THEM,
        indicator === null ? '' : valueCell(shown),
        '',
        words(shown.state),
        register.confirmed.has(no) ? 'да' : '',
        sheet.get(no)?.lastYear ?? '',
        differing.has(no) ? COPY_WORDS.recounted(recount.value, recount.state) : '',
      ],
      [LOOKS.text, labelLook(indicator), VALUE_LOOK, null, body, body, LOOKS.number, body],
    );
  }
  for (const note of footnotes(context))
    draft.add(['', words(note)], { ...LOOKS.subtitle, wrap: true, vertical: 'Top' });
  draft.leaveRow();
  const name = isAnonymous || leader === NOBODY ? '' : String(leader);
  draft.add(['', COPY_WORDS.calculatedOn(today)], LOOKS.signature);
  for (const line of [COPY_WORDS.signedOn, COPY_WORDS.signature(rules.regulation.words.leader, name)]) {
    draft.add(['', line, ''], [null, LOOKS.signature, LOOKS.line]);
  }
  return draft.finish({
    widths: [6, 62, 16, 3, 27, 13, 11, 44],
    frozen: { rows: APPENDIX_HEADER_ROW, columns: 0 },
    print: {
      ...A4.portrait,
      area: `A1:${cellAddress(draft.next() - 1, AT.value)}`,
      titleRows: `$${String(APPENDIX_HEADER_ROW)}:$${String(APPENDIX_HEADER_ROW)}`,
    },
  });
}

/** What the formula of the passport says where nobody holds the role. */
const NOBODY = 'не указан';

/** So many rows under the form may hold the product's own lines. */
const FOOT_ROWS = 4;

/** The lines under the printed form as they stand. */
function footnotes({ snapshot, register, hasForm }: CopyContext): readonly string[] {
  if (!hasForm) return [];
  const sheet = anchoredSheet(snapshot, 'Приложение');
  const last = APPENDIX_HEADER_ROW + formLines(register.meetings).length;
  return Array.from({ length: FOOT_ROWS }, (_, index) => cellAt(sheet, last + 1 + index, AT.label))
    .filter(({ value, live }) => live && typeof value === 'string' && value !== '')
    .map(({ value }) => String(value));
}

const VALUE_LOOK: CellLook = { ...LOOKS.number, bold: true };

const labelLook = (indicator: Indicator | null): CellLook =>
  indicator?.measure.kind === 'sum' ? { ...LOOKS.body, italic: true } : LOOKS.body;

// ---------------------------------------------------------------------------------------------------------
// «Правила»

const PARAMETERS: readonly ParameterCode[] = [
  'participantResult',
  'contestResult',
  'testMaterials',
  'methodistTitles',
];

const RULE_DATES: readonly RuleCell[] = ['today', 'periodBegin', 'periodEnd'];

/** The fixed cells that the numbers lean on, frozen, and the rules under them. */
function rulesSheetOf(context: CopyContext): PlainSheet {
  const { register, travel, isAnonymous } = context;
  const values = new Map<number, readonly [cell: RuleCell, label: string, value: CellValue]>(
    (
      [
        ['today', COPY_WORDS.rules.today, register.today ?? ''],
        ['periodBegin', COPY_WORDS.rules.periodBegin, register.period.begin],
        ['periodEnd', COPY_WORDS.rules.periodEnd, register.period.end],
        ...PARAMETERS.map((code) => {
          const value = register.parameters[code];
          return [
            code,
            COPY_WORDS.rules[code],
            typeof value === 'string' ? clean(context, value) : value,
          ] as const;
        }),
      ] as const
    ).map((line) => [RULE_CELLS[line[0]], line]),
  );
  const draft = draftSheet(TABLES.Правила.sheet);
  while (draft.next() < RULES_HEADER_ROW) {
    const line = values.get(draft.next());
    if (line === undefined) draft.leaveRow();
    else {
      const [cell, label, value] = line;
      draft.add([label, value], [LOOKS.body, RULE_DATES.includes(cell) ? LOOKS.date : LOOKS.text]);
    }
  }
  const table = copiedTable(register, 'Правила', { isAnonymous, travel }, draft);
  return (
    table ?? draft.finish({ widths: columnsOf('Правила').map(({ width }) => width), print: A4.landscape })
  );
}

// ---------------------------------------------------------------------------------------------------------
// Summary of the check

function checkSheet(context: CopyContext, contents: readonly string[]): PlainSheet {
  const { check } = COPY_WORDS;
  const { readiness, today, hasForm, indicators } = context;
  const draft = draftSheet(check.sheet);
  draft.add([check.title], LOOKS.title);
  draft.add([COPY_WORDS.calculatedOn(today)], LOOKS.subtitle);
  draft.leaveRow();
  draft.add([check.readiness(readiness.rowsWithValue, readiness.rows, readiness.percent)]);
  const agreed = indicators.length - discrepancies(context).length;
  draft.add([hasForm ? check.agreement(agreed, indicators.length) : check.noForm]);
  addIssues(draft, issuesOf(context));
  addDeadlines(draft, context);
  draft.leaveRow();
  draft.add([check.contents], LOOKS.section);
  const first = draft.next();
  contents.forEach((line) => draft.add([line]));
  return draft.finish({
    looks:
      contents.length === 0
        ? []
        : [
            {
              address: `A${String(first)}:E${String(draft.next() - 1)}`,
              look: { wrap: true, vertical: 'Top' },
            },
          ],
    merges: contents.map((_, index) => `A${String(first + index)}:E${String(first + index)}`),
    widths: [54, 30, 13, 14, 18],
    print: A4.landscape,
  });
}

type Draft = ReturnType<typeof draftSheet>;

function addIssues(draft: Draft, issues: readonly Issue[]): void {
  const { check } = COPY_WORDS;
  draft.leaveRow();
  draft.add([check.issues], LOOKS.section);
  const counts = new Map<string, { code: IssueCode; severity: Severity; count: number }>();
  for (const { code, severity } of issues) {
    const key = `${severity} ${code}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { code, severity, count: 1 });
    else known.count += 1;
  }
  if (counts.size === 0) {
    draft.add([check.noIssues]);
    return;
  }
  draft.add(check.issueColumns, LOOKS.header);
  [...counts.values()]
    .sort(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || other.count - one.count,
    )
    .forEach(({ code, severity, count }) =>
      draft.add([ISSUE_KINDS[code], SEVERITY_WORDS[severity], count], [LOOKS.body, LOOKS.body, LOOKS.number]),
    );
}

function addDeadlines(draft: Draft, context: CopyContext): void {
  const { check } = COPY_WORDS;
  const { obligations, rules } = context;
  draft.leaveRow();
  draft.add([check.deadlines], LOOKS.section);
  if (obligations.length === 0) {
    draft.add([check.noDeadlines]);
    return;
  }
  draft.add(check.deadlineColumns, LOOKS.header);
  for (const obligation of obligations) {
    const { clause, due, daysLeft, state } = obligation;
    draft.add(
      [
        clean(context, obligationTitle(obligation, rules.regulation.words)),
        clean(context, clause),
        due ?? '',
        state === 'done' ? '' : (daysLeft ?? ''),
        OBLIGATION_STATES[state],
      ],
      [LOOKS.body, LOOKS.body, LOOKS.date, LOOKS.number, LOOKS.body],
    );
  }
}

// ---------------------------------------------------------------------------------------------------------
// What goes and what does not

function contentsOf(context: CopyContext): readonly string[] {
  const { isAnonymous, tables, register, hasForm } = context;
  const { notices } = COPY_WORDS;
  const leftOut = [...tables.keys()].flatMap((table) => {
    const columns = columnsLeftOut(table, isAnonymous).filter(
      (column) => (register.tables[table]?.indexOf(column) ?? -1) >= 0,
    );
    return columns.length === 0 ? [] : [{ table, columns }];
  });
  const own = ownSheets(context.snapshot);
  const columns = ownColumns(context.snapshot);
  const differing = discrepancies(context).length;
  const hidesPassport = PASSPORT_FIELDS.some(({ key }) => {
    const value = register.passport[key];
    return typeof value === 'string' && !PASSPORT_NAMES.includes(key) && clean(context, value) !== value;
  });
  return [
    isAnonymous ? notices.withoutNames : notices.withNames,
    ...(isAnonymous ? [notices.scrubbed] : []),
    ...(hidesPassport ? [notices.passportHidden] : []),
    ...(leftOut.length === 0 ? [] : [notices.leftOut(leftOut)]),
    notices.control,
    // the name of a sheet is the user's own word: it may name somebody
    ...(own.length === 0
      ? []
      : [isAnonymous ? notices.ownSheetsCounted(own.length) : notices.ownSheets(own)]),
    ...(columns.length === 0 ? [] : [notices.ownColumns(columns)]),
    ...(hasForm ? [] : [notices.noForm]),
    ...(context.isDated ? [] : [notices.undated(context.today)]),
    ...(differing === 0 ? [] : [notices.discrepancies(differing)]),
  ];
}

/** Sheets that are none of the register's. */
function ownSheets(snapshot: WorkbookSnapshot): readonly string[] {
  const located = new Set(Object.values(locateTables(snapshot)).map(({ sheet }) => foldCase(sheet)));
  const ours = new Set<string>(SHEETS.map(({ name }) => foldCase(name)));
  const anchored = new Set(
    (['Паспорт', 'Приложение'] as const).map((name) => anchoredSheet(snapshot, name)?.name),
  );
  return snapshot.sheets
    .filter(
      ({ name, used }) =>
        used !== null && !ours.has(foldCase(name)) && !located.has(foldCase(name)) && !anchored.has(name),
    )
    .map(({ name }) => name);
}

/** How many columns of the user's own stand in the tables of the register. */
const ownColumns = (
  snapshot: WorkbookSnapshot,
): readonly { readonly table: string; readonly count: number }[] =>
  Object.values(locateTables(snapshot)).flatMap(({ table, headers }) => {
    const count = headers.filter((header) => header !== '' && !isDeclared(table, header)).length;
    return count === 0 ? [] : [{ table, count }];
  });

const isDeclared = (table: TableName, header: string): boolean =>
  columnsOf(table, MOST_MEETINGS).some(({ name }) => headerIndex([header], name) === 0);
