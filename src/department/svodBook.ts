import type { PlainBook, PlainSheet } from '../files/plainBook';
import { OF_THEM, STATE_WORDS, stateWords } from '../indicators/states';
import { SVOD_WORDS, TOTAL_RULES } from '../messages/department';
import { OBLIGATION_STATES } from '../messages/obligations';
import type { CellLook, CellValue } from '../plan/action';
import { areaAddress, cellAddress } from '../register/addresses';
import { generalPlan } from './generalPlan';
import { A4, LOOKS, TABLE_STYLE, draftSheet, sideBySide, type SheetDraft } from './looks';
import { SVOD_TABLE, type JoinedCell, type JoinedRow, type Svod } from './svod';

/**
 * The joined workbook: a row a line of the form, a column an association. The totals are formulas over the columns
 * beside them, so that a number put right by hand is followed by its total without the product.
 */
export function svodBook(svod: Svod): PlainBook {
  return {
    sheets: [
      totalsSheet(svod),
      aboutSheet(svod),
      associationsSheet(svod),
      absentSheet(svod),
      statesSheet(svod),
      deadlinesSheet(svod),
      discrepanciesSheet(svod),
      sharedSheet(svod),
      planSheet(svod),
    ],
    names: {},
  };
}

const { sheets: SHEETS } = SVOD_WORDS;

const yearsOf = ({ associations }: Svod): readonly string[] =>
  [...new Set(associations.map(({ schoolYear }) => schoolYear))].filter((year) => year !== '').sort();

function begin(name: string, svod: Svod, title: string = name): SheetDraft {
  const draft = draftSheet(name);
  draft.add([title], LOOKS.title);
  draft.add([SVOD_WORDS.joined(svod.associations.length, yearsOf(svod))], LOOKS.subtitle);
  draft.leaveRow();
  return draft;
}

const titleRow = (row: number): string => `$${String(row)}:$${String(row)}`;

const FIRST_ASSOCIATION = 3;
const ASSOCIATION_WIDTH = 16;

/** A missing number is said in words, never 0. */
function cellOf({ value, state }: JoinedCell): CellValue {
  if (value !== null) return value;
  if (state === 'heading') return '';
  return state === 'not-due' ? SVOD_WORDS.notHeld : SVOD_WORDS.noData;
}

function totalsSheet(svod: Svod): PlainSheet {
  const { associations, rows } = svod;
  const { form } = SVOD_WORDS;
  const draft = begin(SHEETS.totals, svod, SVOD_WORDS.title);
  const last = FIRST_ASSOCIATION + associations.length - 1;
  const at = { total: last + 1, repeats: last + 2, of: last + 3, rule: last + 4, state: last + 5 };
  const headerRow = draft.add(
    [
      form.no,
      form.label,
      ...associations.map(({ name }) => name),
      form.total,
      form.repeats,
      form.of,
      form.rule,
      form.state,
    ],
    LOOKS.header,
  );
  const formulas: { address: string; formula: string }[] = [];
  for (const row of rows) {
    const number = draft.add(
      [
        row.no,
        row.label,
        ...row.cells.map(cellOf),
        cellOf({ value: row.total, state: row.state, gaps: row.gaps }),
        row.rule === 'people' || row.rule === 'organisations' ? row.repeats : '',
        row.state === 'heading' ? '' : SVOD_WORDS.of(row.given, associations.length),
        ruleWords(row),
        stateOf(row, associations.length),
      ],
      [
        LOOKS.text,
        row.rule === 'sum' ? { ...LOOKS.body, italic: true } : LOOKS.body,
        ...row.cells.map(() => LOOKS.number),
        LOOKS.total,
        LOOKS.number,
        LOOKS.number,
        LOOKS.body,
        LOOKS.body,
      ],
    );
    if (row.total !== null) {
      formulas.push({
        address: cellAddress(number, at.total),
        formula: totalFormula(row, number, last, at.repeats),
      });
    }
    if (row.no === '1') {
      draft.add(['', OF_THEM, ...Array.from({ length: associations.length + 5 }, () => '')], LOOKS.body);
    }
  }
  const widths = [6, 46, ...associations.map(() => ASSOCIATION_WIDTH), ASSOCIATION_WIDTH, 11, 12, 44, 30];
  return draft.finish({
    formulas,
    widths,
    frozen: { rows: headerRow, columns: 2 },
    print: { ...sideBySide(widths, 2), titleRows: titleRow(headerRow) },
  });
}

/** Whoever stands in two associations is counted in both columns and once in the total. */
function totalFormula({ rule, state }: JoinedRow, row: number, last: number, repeats: number): string {
  const cells = areaAddress({ top: row, left: FIRST_ASSOCIATION, bottom: row, right: last });
  const less = rule === 'people' || rule === 'organisations' ? `-${cellAddress(row, repeats)}` : '';
  const otherwise = state === 'not-due' ? SVOD_WORDS.notHeld : SVOD_WORDS.noData;
  return `=IF(COUNT(${cells})=0,"${otherwise}",SUM(${cells})${less})`;
}

function ruleWords({ rule, repeats, total, unknown }: JoinedRow): string {
  if (total === null) return '';
  const words = [
    TOTAL_RULES[rule],
    ...(rule === 'people' && repeats > 0 ? [SVOD_WORDS.shared(total)] : []),
    ...(unknown > 0 ? [SVOD_WORDS.unknownShared(unknown)] : []),
  ];
  return words.join('; ');
}

function stateOf({ state, gaps, given, due, total }: JoinedRow, all: number): string {
  if (state === 'heading') return STATE_WORDS.heading;
  const words = stateWords(state, gaps);
  return total !== null && (given < due || due < all) ? `${words}; ${SVOD_WORDS.partOf(given, all)}` : words;
}

function statesSheet(svod: Svod): PlainSheet {
  const { associations, rows } = svod;
  const draft = begin(SHEETS.states, svod);
  const headerRow = draft.add(
    [SVOD_WORDS.form.no, SVOD_WORDS.form.label, ...associations.map(({ name }) => name)],
    LOOKS.header,
  );
  for (const { no, label, cells } of rows) {
    draft.add(
      [no, label, ...cells.map(({ state, gaps }) => stateWords(state, gaps))],
      [LOOKS.text, LOOKS.body, ...cells.map((): CellLook => LOOKS.body)],
    );
  }
  const widths = [6, 46, ...associations.map(() => 22)];
  return draft.finish({
    widths,
    frozen: { rows: headerRow, columns: 2 },
    print: { ...sideBySide(widths, 2), titleRows: titleRow(headerRow) },
  });
}

function aboutSheet(svod: Svod): PlainSheet {
  const draft = begin(SHEETS.about, svod);
  const first = draft.next();
  const { notices, associations, failures, duplicates } = svod;
  notices.forEach((notice) => draft.add([notice], { wrap: true, vertical: 'Top' }));
  if (notices.length > 0) draft.leaveRow();
  const headerRow = draft.add(SVOD_WORDS.fileColumns, LOOKS.header);
  const files = [
    ...associations.map(({ file, name }) => [file, name, SVOD_WORDS.counted]),
    ...duplicates.map(({ file, association, taken }) => [file, association, SVOD_WORDS.doubled(taken)]),
    ...svod.earlier.map((file) => [file, '', SVOD_WORDS.earlier]),
    ...failures.map(({ file, reason }) => [file, '', SVOD_WORDS.failed(reason)]),
  ];
  files.forEach((line) => draft.add(line, LOOKS.text));
  return draft.finish({
    merges: notices.map((_, index) => `A${String(first + index)}:C${String(first + index)}`),
    looks: notices.map((notice, index) => ({
      address: `A${String(first + index)}`,
      look: { rowHeight: LINE_HEIGHT * Math.max(1, Math.ceil(notice.length / LINE_LENGTH)) },
    })),
    widths: [34, 40, 60],
    print: { ...A4.landscape, titleRows: titleRow(headerRow) },
  });
}

/** Merged cells do not fit their height to their words: about so many letters stand on a line of the three columns. */
const LINE_LENGTH = 120;
const LINE_HEIGHT = 15;

/** Rows of a table under the title; an empty one says so instead. */
function addTable(
  draft: SheetDraft,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
  looks: readonly CellLook[],
  empty: string,
): number {
  const headerRow = draft.add(columns, LOOKS.header);
  rows.forEach((row) => draft.add(row, looks));
  if (rows.length === 0) draft.add([empty]);
  return headerRow;
}

function associationsSheet(svod: Svod): PlainSheet {
  const { body, text, date, number } = LOOKS;
  const draft = begin(SHEETS.associations, svod);
  const columns = SVOD_WORDS.associationColumns;
  const headerRow = draft.add(columns, LOOKS.header);
  for (const each of svod.associations) {
    const { readiness, deadlines, today, members } = each;
    const late = (state: string): number => deadlines.filter((deadline) => deadline.state === state).length;
    const next = deadlines.find(({ due, daysLeft }) => due !== null && (daysLeft ?? 0) >= 0);
    draft.add(
      [
        each.name,
        each.municipality,
        each.subject,
        each.regulation,
        each.schoolYear,
        today === null ? '' : Math.floor(today),
        each.isAnonymous ? SVOD_WORDS.kinds.anonymous : SVOD_WORDS.kinds.named,
        members ?? SVOD_WORDS.noData,
        readiness.rowsWithValue,
        readiness.rows,
        readiness.rows === 0 ? SVOD_WORDS.noData : readiness.rowsWithValue / readiness.rows,
        late('overdue'),
        late('risk'),
        next?.due ?? '',
        next?.title ?? '',
        each.file,
      ],
      [
        body, body, body, body, text, date, body, number, number, number,
        { ...number, numberFormat: '0%' }, number, number, date, body, text,
      ],
    ); // prettier-ignore
  }
  // a table has at least one row
  if (svod.associations.length === 0) draft.add(columns.map(() => ''));
  const widths = [34, 22, 20, 22, 12, 12, 11, 9, 11, 8, 11, 12, 11, 12, 40, 30];
  return draft.finish({
    widths,
    frozen: { rows: headerRow, columns: 1 },
    print: { ...sideBySide(widths, 1), titleRows: titleRow(headerRow) },
    tables: [
      {
        // by this table the next svod knows who is to send
        name: SVOD_TABLE.name,
        address: areaAddress({ top: headerRow, left: 1, bottom: draft.next() - 1, right: columns.length }),
        style: TABLE_STYLE,
      },
    ],
  });
}

function absentSheet(svod: Svod): PlainSheet {
  const { absent, failures } = svod;
  const draft = begin(SHEETS.absent, svod);
  const headerRow = addTable(
    draft,
    SVOD_WORDS.absentColumns,
    [
      ...(absent ?? []).map((name) => [name, SVOD_WORDS.absent]),
      ...failures.map(({ file, reason }) => [file, SVOD_WORDS.failed(reason)]),
    ],
    [LOOKS.body, LOOKS.body],
    absent === null ? SVOD_WORDS.notExpected : SVOD_WORDS.nobodyAbsent,
  );
  if (absent === null && failures.length > 0) draft.add([SVOD_WORDS.notExpected]);
  return draft.finish({ widths: [50, 80], print: { ...A4.landscape, titleRows: titleRow(headerRow) } });
}

const CLOSE = ['overdue', 'risk', 'soon'];

function deadlinesSheet(svod: Svod): PlainSheet {
  const { body, date, number } = LOOKS;
  const draft = begin(SHEETS.deadlines, svod);
  const rows = svod.associations.flatMap(({ name, deadlines }) =>
    deadlines
      .filter(({ state }) => CLOSE.includes(state))
      .map(({ title, clause, due, daysLeft, state }) => [
        name,
        title,
        clause,
        due ?? '',
        daysLeft ?? '',
        OBLIGATION_STATES[state],
      ]),
  );
  const headerRow = addTable(
    draft,
    SVOD_WORDS.deadlineColumns,
    rows,
    [body, body, body, date, number, body],
    SVOD_WORDS.noDeadlines,
  );
  return draft.finish({
    widths: [34, 60, 26, 12, 12, 16],
    frozen: { rows: headerRow, columns: 0 },
    print: { ...A4.landscape, titleRows: titleRow(headerRow) },
  });
}

function discrepanciesSheet(svod: Svod): PlainSheet {
  const { body, text, number } = LOOKS;
  const draft = begin(SHEETS.discrepancies, svod);
  const rows = svod.associations.flatMap(({ name, discrepancies }) =>
    discrepancies.map(({ no, sheet, engine }) => [
      name,
      no,
      sheet.value ?? SVOD_WORDS.noData,
      sheet.state,
      engine.value ?? SVOD_WORDS.noData,
      engine.state,
    ]),
  );
  const headerRow = addTable(
    draft,
    SVOD_WORDS.discrepancyColumns,
    rows,
    [body, text, number, body, number, body],
    SVOD_WORDS.noDiscrepancies,
  );
  return draft.finish({
    widths: [40, 7, 14, 28, 14, 28],
    frozen: { rows: headerRow, columns: 0 },
    print: { ...A4.landscape, titleRows: titleRow(headerRow) },
  });
}

function sharedSheet(svod: Svod): PlainSheet {
  const draft = begin(SHEETS.shared, svod);
  const rows = svod.shared.map(({ kind, name, organisation, associations, isOne }) => [
    name,
    organisation,
    associations.join('; '),
    !isOne
      ? SVOD_WORDS.maybeShared
      : kind === 'person'
        ? SVOD_WORDS.sharedPerson
        : SVOD_WORDS.sharedOrganisation,
  ]);
  const { body } = LOOKS;
  const headerRow = addTable(
    draft,
    SVOD_WORDS.sharedColumns,
    rows,
    [body, body, body, body],
    SVOD_WORDS.noShared,
  );
  if (rows.length > 0) draft.add([SVOD_WORDS.sharedNote]);
  return draft.finish({
    widths: [38, 30, 60, 50],
    print: { ...A4.landscape, titleRows: titleRow(headerRow) },
  });
}

function planSheet(svod: Svod): PlainSheet {
  const { associations } = svod;
  const { month, section } = SVOD_WORDS.planColumns;
  const draft = begin(SHEETS.plan, svod);
  const months = generalPlan(svod);
  const headerRow = draft.add([month, section, ...associations.map(({ name }) => name)], LOOKS.header);
  for (const { title, lines } of months) {
    for (const own of new Set(lines.map((line) => line.section))) {
      const ofSection = lines.filter((line) => line.section === own);
      draft.add(
        [
          title,
          own,
          ...associations.map(({ name }) =>
            ofSection
              .filter(({ association }) => association === name)
              .map(({ event, when }) => (when === '' ? event : `${event} (${when})`))
              .join('\n'),
          ),
        ],
        LOOKS.text,
      );
    }
  }
  if (months.length === 0) draft.add([SVOD_WORDS.noPlan]);
  const widths = [16, 26, ...associations.map(() => 34)];
  return draft.finish({
    widths,
    frozen: { rows: headerRow, columns: 2 },
    print: { ...sideBySide(widths, 2), titleRows: titleRow(headerRow) },
  });
}
