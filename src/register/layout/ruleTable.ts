import type { CellValue, WorkbookAction } from '../../plan/action';
import {
  NOT_SET,
  OWN_RULE,
  RULE_CODES,
  ruleDefinition,
  type Regulation,
  type Rule,
  type RuleCode,
} from '../../regulations';
import { areaAddress, cellAddress } from '../addresses';
import { dayOf, shownDate } from '../dates';
import type { RegisterNotice, RuleEdit } from '../notices';
import { cellAt } from '../parse';
import { valueAt, type RegisterTable } from '../register';
import { ruleRow } from '../standing';
import { columnsOf } from '../tables';
import type { PlacedSheet } from './book';
import { LOOKS } from './palette';
import { heightFor, rowHeights } from '../rowHeights';
import { bodyArea, lastUsedRow, sheetColumn, wholeArea, type PlacedTable } from './tableLayout';

/**
 * The table «Правила» of a register that stands: refilled when another regulation is applied, completed when the
 * catalogue has grown. Rows are known by their code, wherever they stand; rows and columns of the user's stay.
 */
export interface RuleTablePlan {
  /** Rows added at the end. */
  readonly added: readonly WorkbookAction[];
  /**
   * The rows that stand, written anew; to be carried out last of all: until the sheet says whose rules it holds, the
   * next run knows that the change is still to be made.
   */
  readonly refilled: readonly WorkbookAction[];
  readonly newRows: number;
  readonly notices: readonly RegisterNotice[];
}

const COLUMNS = columnsOf('Правила');
const [CODE] = COLUMNS.map(({ name }) => name);
/** The columns of a regulation's own words: all but the code. */
const WORDS = COLUMNS.filter(({ name }) => name !== CODE);
const VALUE = 'Значение';

/** A rule's cells by column. */
const cellsOf = ({ code, title, value, unit, clause, explanation }: Rule): ReadonlyMap<string, CellValue> =>
  new Map<string, CellValue>([
    ['Код', code],
    ['Правило', title],
    [VALUE, value ?? ''],
    ['Единица', unit],
    ['Пункт положения', clause],
    ['Пояснение', explanation],
  ]);

/** `from`: the regulation whose rows are to be replaced; null: they are already those of the one applied. */
export function planRuleTable(
  table: RegisterTable,
  placed: PlacedTable,
  sheet: PlacedSheet,
  regulation: Regulation,
  from: Regulation | null,
): RuleTablePlan {
  const rows = from === null ? [] : refillRows(table, placed, sheet, from, regulation);
  const missing = regulation.rules.filter(({ code }) => ruleRow(table, code) === null);
  const addition = addRows(placed, sheet, missing);
  const said = (isKept: boolean): RuleEdit[] =>
    rows.flatMap((row) => (row.isKept === isKept ? row.edits : []));
  const [replaced, kept] = [said(false), said(true)];
  return {
    added: addition.actions,
    refilled: writeRows(placed, rows),
    newRows: addition.newRows,
    notices: [
      ...(replaced.length === 0 ? [] : [{ code: 'rules-replaced', rules: replaced } as const]),
      ...(kept.length === 0 ? [] : [{ code: 'rules-kept', rules: kept } as const]),
      ...addition.notices,
    ],
  };
}

interface RefilledRow {
  /** 0-based row of the table. */
  readonly row: number;
  readonly code: RuleCode;
  /** What is to stand there, by column. */
  readonly cells: ReadonlyMap<string, CellValue>;
  /** What the user had written in place of the former regulation's words. */
  readonly edits: readonly RuleEdit[];
  /** The user's own rule on which both regulations are silent: it stays. */
  readonly isKept: boolean;
  readonly isChanged: boolean;
  /** Holds formulas of the user's. */
  readonly isLive: boolean;
  /** The value that gives way was typed as a number, perhaps shown as a date. */
  readonly hadNumber: boolean;
}

function refillRows(
  table: RegisterTable,
  placed: PlacedTable,
  sheet: PlacedSheet,
  from: Regulation,
  regulation: Regulation,
): readonly RefilledRow[] {
  return RULE_CODES.flatMap((code): RefilledRow[] => {
    const row = ruleRow(table, code);
    const [before, now] = [from, regulation].map(({ rules }) => rules.find((rule) => rule.code === code));
    // one's own regulation is whatever stands there: only the row that names it is written
    if (row === null || before === undefined || now === undefined) return [];
    if (regulation.custom && code !== 'regulation') return [];
    const [own, wanted] = [cellsOf(before), cellsOf(now)];
    const stands = (column: string): CellValue => valueAt(table, row, column);
    const says = (column: string, value: CellValue | undefined): string =>
      shownRule(code, column, value ?? '');
    const edits = WORDS.flatMap(({ name }): RuleEdit[] => {
      const [typed, was, is] = [stands(name), own.get(name), wanted.get(name)].map((value) =>
        says(name, value),
      );
      return typed === undefined || typed === was || typed === is || is === undefined
        ? []
        : [{ title: now.title, column: name === VALUE ? null : name, typed, now: is, clause: now.clause }];
    });
    const isKept = edits.length > 0 && isSilent(before) && isSilent(now) && before.value === now.value;
    const at = table.firstRow + row;
    return [
      {
        row,
        code,
        cells: isKept ? new Map(WORDS.map(({ name }) => [name, stands(name)])) : wanted,
        edits,
        isKept,
        isChanged: !isKept && WORDS.some(({ name }) => stands(name) !== wanted.get(name)),
        isLive: WORDS.some(({ name }) => cellAt(sheet.snapshot, at, sheetColumn(placed, name)).live),
        hadNumber: !isKept && typeof stands(VALUE) === 'number' && stands(VALUE) !== wanted.get(VALUE),
      },
    ];
  });
}

/** No word of the regulation's: the association's own rule, or none. */
const isSilent = ({ clause }: Rule): boolean => clause === NOT_SET || clause === OWN_RULE;

/** A cell of «Правила» as a person reads it: days as days, though Excel keeps a typed one as a number. */
function shownRule(code: RuleCode, column: string, value: CellValue): string {
  if (column !== VALUE || typeof value !== 'number') return String(value).trim();
  const { kind } = ruleDefinition(code);
  if (kind === 'date') return shownDate(value);
  if (kind !== 'day' && kind !== 'span') return String(value);
  if (value < FIRST_DATE) return value.toFixed(2).padStart(5, '0');
  const { day, month } = dayOf(value);
  return [day, month].map((part) => String(part).padStart(2, '0')).join('.');
}

/** Below this a number in the place of a day is the day itself: 30,05. */
const FIRST_DATE = 60;

// ---------------------------------------------------------------------------------------------------------
// Writing

/** Declared columns that stand side by side on the sheet. */
function columnRuns(placed: PlacedTable, names: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const name of [...names].sort((a, b) => sheetColumn(placed, a) - sheetColumn(placed, b))) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (
      run !== undefined &&
      last !== undefined &&
      sheetColumn(placed, last) + 1 === sheetColumn(placed, name)
    ) {
      run.push(name);
    } else {
      runs.push([name]);
    }
  }
  return runs;
}

/** Rows that stand one under another. */
function rowRuns(rows: readonly RefilledRow[]): readonly (readonly RefilledRow[])[] {
  const runs: RefilledRow[][] = [];
  for (const row of [...rows].sort((one, other) => one.row - other.row)) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.row === row.row - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** In as few blocks as there are, so that a run is cut short before them or after; the one that names the regulation last. */
function writeRows(placed: PlacedTable, rows: readonly RefilledRow[]): readonly WorkbookAction[] {
  if (!rows.some(({ isChanged }) => isChanged)) return [];
  const { sheet, headerRow } = placed;
  const written = rows.filter(({ isKept, isLive }) => !isKept || !isLive);
  const blocks = rowRuns(written).flatMap((run) =>
    columnRuns(
      placed,
      WORDS.map(({ name }) => name),
    ).map((columns) => ({ run, columns })),
  );
  const names = (block: (typeof blocks)[number]): number =>
    Number(block.columns.includes(VALUE) && block.run.some(({ code }) => code === 'regulation'));
  return [
    ...rowHeights(
      sheet,
      sheetColumn(placed, VALUE),
      new Map(
        rows.flatMap(({ row, cells, isChanged }) =>
          isChanged ? [[headerRow + 1 + row, rowHeight(cells)] as const] : [],
        ),
      ),
    ),
    ...rows.flatMap(({ row, hadNumber }): WorkbookAction[] => {
      const address = cellAddress(headerRow + 1 + row, sheetColumn(placed, VALUE));
      return hadNumber ? [{ kind: 'setLook', sheet, address, look: { numberFormat: 'General' } }] : [];
    }),
    ...blocks
      .sort((one, other) => names(one) - names(other))
      .map(({ run, columns }): WorkbookAction => {
        const [first, last] = [run[0], run.at(-1)];
        const left = sheetColumn(placed, columns[0] ?? VALUE);
        return {
          kind: 'writeValues',
          sheet,
          address: areaAddress({
            top: headerRow + 1 + (first?.row ?? 0),
            left,
            bottom: headerRow + 1 + (last?.row ?? 0),
            right: left + columns.length - 1,
          }),
          values: run.map(({ cells }) => columns.map((column) => cells.get(column) ?? '')),
        };
      }),
  ];
}

const rowHeight = (cells: ReadonlyMap<string, CellValue>): number =>
  Math.max(...COLUMNS.map(({ name, width }) => heightFor(String(cells.get(name) ?? ''), width)));

/** Rules the table lacks, at its end; where the user's cells or a totals row stand there, they are named instead. */
function addRows(
  placed: PlacedTable,
  sheet: PlacedSheet,
  missing: readonly Rule[],
): {
  readonly actions: readonly WorkbookAction[];
  readonly newRows: number;
  readonly notices: readonly RegisterNotice[];
} {
  if (missing.length === 0) return { actions: [], newRows: 0, notices: [] };
  const body = bodyArea(placed);
  if (placed.snapshot?.hasTotals === true || lastUsedRow(sheet) > body.bottom) {
    const notice = { code: 'rows-not-added', table: placed.name, sheet: placed.sheet } as const;
    return { actions: [], newRows: 0, notices: [{ ...notice, count: missing.length }] };
  }
  const [top, bottom] = [body.bottom + 1, body.bottom + missing.length];
  const runs = columnRuns(
    placed,
    COLUMNS.map(({ name }) => name),
  );
  return {
    actions: [
      {
        kind: 'resizeTable',
        table: placed.name,
        sheet: placed.sheet,
        address: areaAddress({ ...wholeArea(placed), bottom }),
      },
      ...runs.flatMap((columns): WorkbookAction[] => {
        const left = sheetColumn(placed, columns[0] ?? VALUE);
        const address = areaAddress({ top, left, bottom, right: left + columns.length - 1 });
        return [
          { kind: 'setLook', sheet: placed.sheet, address, look: LOOKS.body },
          {
            kind: 'writeValues',
            sheet: placed.sheet,
            address,
            values: missing.map((rule) => columns.map((column) => cellsOf(rule).get(column) ?? '')),
          },
        ];
      }),
      ...rowHeights(
        placed.sheet,
        sheetColumn(placed, VALUE),
        new Map(missing.map((rule, index) => [top + index, rowHeight(cellsOf(rule))])),
      ),
    ],
    newRows: missing.length,
    notices: [],
  };
}
