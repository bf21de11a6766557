import type { CellValue, WorkbookAction } from '../../plan/action';
import { appendixRows, type Indicator } from '../../indicators/appendix';
import { compileIndicator } from '../../indicators/compile';
import { literal, references, ruleText, ruleValue, type Binding } from '../../indicators/references';
import { compileRelations, relations } from '../../indicators/relations';
import { OF_THEM } from '../../indicators/states';
import { describeSource } from '../../messages/indicators';
import { cellAddress, columnLetters, quoteSheet } from '../addresses';
import {
  APPENDIX_COLUMNS as AT,
  APPENDIX_HEADER_ROW,
  SHEET_ANCHORS,
  SHEET_TITLES,
  type PassportKey,
} from '../fixedCells';
import { choiceName } from '../lists';
import { cellAt } from '../parse';
import { sameFormula } from '../sameFormula';
import type { Obstacle, RegisterNotice } from '../notices';
import { MOST_MEETINGS } from '../tables';
import type { PlacedSheet } from './book';
import { flagFormula } from './flags';
import { FLAGS, LOOKS } from './palette';
import { heightFor, rowHeights } from '../rowHeights';

/**
 * «Приложение»: a plain range in the printed form, because its rows have different formulas and Excel
 * spreads one formula over a table column (appendix.md). Columns A–C are printed, the rest is for the desk.
 */

const HEADERS: Readonly<Record<keyof typeof AT, string>> = {
  no: '№',
  label: 'показатель',
  value: 'количество',
  state: 'Состояние',
  confirmed: 'Ноль подтверждён',
  lastYear: 'Прошлый год',
  relation: 'Соотношения',
  source: 'Источник',
};

const WIDTHS: Readonly<Record<keyof typeof AT, number>> = {
  no: 6,
  label: 62,
  value: 13,
  state: 27,
  confirmed: 13,
  lastYear: 11,
  relation: 44,
  source: 58,
};

/** The narrow column between what is printed and what is not; nothing of ours stands in it. */
const SPACER = 4;

const FOOTNOTE = '*для подготовки отчета запрашивать сканы подтверждающих документов';

interface FormLine {
  readonly row: number;
  /** null: the unnumbered line. */
  readonly indicator: Indicator | null;
}

/** The lines of the form with their sheet rows. */
export function formLines(meetings: number): readonly FormLine[] {
  let row = APPENDIX_HEADER_ROW;
  return appendixRows(meetings).flatMap((indicator): FormLine[] => {
    row += 1;
    const line = { row, indicator };
    if (indicator.no !== '1') return [line];
    row += 1;
    return [line, { row, indicator: null }];
  });
}

/** Sheet row of a form row. */
function rowFinder(lines: readonly FormLine[]): (no: string) => number {
  const rows = new Map(lines.map(({ row, indicator }) => [indicator?.no ?? '', row]));
  return (no) => rows.get(no) ?? APPENDIX_HEADER_ROW;
}

export interface FormPlan {
  readonly actions: readonly WorkbookAction[];
  /** True when the form is written anew: a run cut short within it has to write it all again. */
  readonly rebuilt: boolean;
  readonly obstacles: readonly Obstacle[];
  readonly notices: readonly RegisterNotice[];
}

/** Plans the form: all of it on a new sheet or when its rows have changed, else the formulas that differ. */
export function planAppendix(sheet: PlacedSheet, meetings: number, binding: Binding): FormPlan {
  const lines = formLines(meetings);
  const standing = lines.every(
    ({ row, indicator }) => String(cellAt(sheet.snapshot, row, AT.no).value) === (indicator?.no ?? ''),
  );
  const formulas = formFormulas(lines, meetings, binding);
  const foot = footLines(lines.at(-1)?.row ?? APPENDIX_HEADER_ROW, binding);
  if (standing && !sheet.isNew) return differing(sheet, formulas, foot);
  const inTheWay = occupiedUnderForm(sheet, lines);
  return {
    actions: buildForm(sheet, lines, formulas, foot, binding),
    rebuilt: true,
    obstacles:
      inTheWay === null
        ? []
        : [{ code: 'cells-in-the-way', table: 'Приложение', sheet: sheet.name, cells: inTheWay }],
    notices: [],
  };
}

/** Last row of the form as it stands; null when there is none. */
function lastStandingRow(sheet: PlacedSheet): number | null {
  const block = sheet.snapshot?.cells;
  if (block === null || block === undefined) return null;
  const numbers = new Set(appendixRows(MOST_MEETINGS).map(({ no }) => no));
  for (let row = block.firstRow + block.values.length - 1; row > APPENDIX_HEADER_ROW; row -= 1) {
    if (numbers.has(String(cellAt(sheet.snapshot, row, AT.no).value))) return row;
  }
  return null;
}

/** Our own lines under a form that ends in this row. */
const footRows = (last: number): readonly number[] => [last + 2, last + 3];

/** Cells of the user's under the form where it is to grow: their address, or null when all is free. */
function occupiedUnderForm(sheet: PlacedSheet, lines: readonly FormLine[]): string | null {
  const standing = lastStandingRow(sheet);
  const last = lines.at(-1)?.row ?? APPENDIX_HEADER_ROW;
  if (standing === null || last <= standing) return null;
  const ours = new Set(footRows(standing).map((row) => cellAddress(row, AT.label)));
  const taken = (row: number, column: number): boolean => {
    const { value, live } = cellAt(sheet.snapshot, row, column);
    return (value !== '' || live) && !ours.has(cellAddress(row, column));
  };
  for (let row = standing + 1; row <= last; row += 1) {
    const at = Object.values(AT).find((column) => taken(row, column));
    if (at !== undefined) return cellAddress(row, at);
  }
  const foot = footRows(last).find((row) => taken(row, AT.label));
  return foot === undefined ? null : cellAddress(foot, AT.label);
}

interface FormFormula {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly formula: string;
}

function formFormulas(
  lines: readonly FormLine[],
  meetings: number,
  binding: Binding,
): readonly FormFormula[] {
  const refs = references(binding);
  const rowOf = rowFinder(lines);
  const all = relations(meetings);
  return lines.flatMap(({ row, indicator }): FormFormula[] => {
    if (indicator === null) return [];
    const { value, state } = compileIndicator(indicator, row, refs);
    const relation = compileRelations(indicator.no, all, rowOf, refs);
    return [[AT.value, value] as const, [AT.state, state] as const, [AT.relation, relation] as const].flatMap(
      ([column, formula]) =>
        formula === '' ? [] : [{ row, column, address: cellAddress(row, column), formula }],
    );
  });
}

/** The lines under the form, each by what «Правила» says. */
function footLines(last: number, binding: Binding): readonly FormFormula[] {
  const refs = references(binding);
  const year = refs.passport('schoolYear');
  const lines = [
    `=IFERROR(IF(${ruleText('scans', refs)}="","",${literal(FOOTNOTE)}),"")`,
    `=IFERROR(${literal('Высокобалльник (строка 6): не менее ')}&${ruleValue('high-score', refs)}&${literal(' баллов ЕГЭ; результаты, внесённые за ')}&${year}&${literal(' учебный год')},"")`,
  ];
  return footRows(last).map((row, index) => ({
    row,
    column: AT.label,
    address: cellAddress(row, AT.label),
    formula: lines[index] ?? '',
  }));
}

/** Lines under the form that are no longer what they should be; words of the user's in their place stay. */
const differingFoot = (sheet: PlacedSheet, foot: readonly FormFormula[]): readonly FormFormula[] =>
  foot.filter(({ row, column, formula }) => {
    const { value, live, formula: present } = cellAt(sheet.snapshot, row, column);
    return live ? !sameFormula(present, formula) : value === '' || value === FOOTNOTE;
  });

/** Formulas of the form that are no longer what they should be; a number typed over one is named. */
function differing(
  sheet: PlacedSheet,
  formulas: readonly FormFormula[],
  foot: readonly FormFormula[],
): FormPlan {
  const changed = formulas.filter(({ row, column, formula }) => {
    const present = formulaAt(sheet, row, column);
    return typeof present !== 'string' || !sameFormula(present, formula);
  });
  return {
    actions: [...changed, ...differingFoot(sheet, foot)].map(({ address, formula }) => ({
      kind: 'writeFormulas',
      sheet: sheet.name,
      address,
      formulas: [[formula]],
    })),
    rebuilt: false,
    obstacles: [],
    notices: changed.flatMap(({ row, column }): RegisterNotice[] => {
      const { value, live } = cellAt(sheet.snapshot, row, column);
      const no = String(cellAt(sheet.snapshot, row, AT.no).value);
      return live || value === '' ? [] : [{ code: 'form-formula-restored', row: no, typed: String(value) }];
    }),
  };
}

/** The formula of a cell, or its value where it holds none. */
function formulaAt(sheet: PlacedSheet, row: number, column: number): CellValue {
  const block = sheet.snapshot?.cells;
  if (block === null || block === undefined) return '';
  return block.formulas?.[row - block.firstRow]?.[column - block.firstColumn] ?? '';
}

function buildForm(
  sheet: PlacedSheet,
  lines: readonly FormLine[],
  formulas: readonly FormFormula[],
  foot: readonly FormFormula[],
  binding: Binding,
): readonly WorkbookAction[] {
  const { name } = sheet;
  const refs = references(binding);
  const first = APPENDIX_HEADER_ROW + 1;
  const last = lines.at(-1)?.row ?? first;
  const span = (column: number, to = column): string =>
    `${columnLetters(column)}${String(first)}:${columnLetters(to)}${String(last)}`;
  const columns = Object.keys(AT) as (keyof typeof AT)[];
  const passport = (key: PassportKey): string => refs.passport(key);

  const standing = lastStandingRow(sheet);
  const oldFoot = standing === null || standing === last ? [] : footRows(standing);

  return [
    ...oldFoot.map((row): WorkbookAction => ({
      kind: 'clearCells',
      sheet: name,
      address: cellAddress(row, AT.label),
    })),
    { kind: 'setLook', sheet: name, address: 'A1', look: { ...LOOKS.title, horizontal: 'Left' } },
    { kind: 'setLook', sheet: name, address: 'A2:A3', look: LOOKS.subtitle },
    { kind: 'writeValues', sheet: name, address: 'A1', values: [[SHEET_TITLES.Приложение]] },
    {
      kind: 'writeFormulas',
      sheet: name,
      address: 'A2:A3',
      formulas: [
        [
          `=IF(${passport('association')}="","объединение не указано",${passport('association')})&IF(${passport('municipality')}="","",", "&${passport('municipality')})`,
        ],
        [`=IF(${passport('schoolYear')}="","",${passport('schoolYear')}&" учебный год")`],
      ],
    },
    ...columns.flatMap((key): WorkbookAction[] => {
      const letters = columnLetters(AT[key]);
      const header = `${letters}${String(APPENDIX_HEADER_ROW)}`;
      return [
        {
          kind: 'setLook',
          sheet: name,
          address: header,
          look: AT[key] <= AT.value ? { ...LOOKS.header, horizontal: 'Center' } : LOOKS.formulaHeader,
        },
        { kind: 'writeValues', sheet: name, address: header, values: [[HEADERS[key]]] },
        { kind: 'setColumnWidth', sheet: name, columns: `${letters}:${letters}`, characters: WIDTHS[key] },
      ];
    }),
    { kind: 'setColumnWidth', sheet: name, columns: 'D:D', characters: 3 },
    { kind: 'setLook', sheet: name, address: span(AT.no), look: LOOKS.formNumber },
    { kind: 'setLook', sheet: name, address: span(AT.label), look: LOOKS.formLabel },
    ...lines
      .filter(({ indicator }) => indicator?.measure.kind === 'sum')
      .map(({ row }): WorkbookAction => ({
        kind: 'setLook',
        sheet: name,
        address: cellAddress(row, AT.label),
        look: LOOKS.formSubLabel,
      })),
    ...rowHeights(
      name,
      AT.label,
      new Map(lines.map(({ row, indicator }) => [row, heightFor(indicator?.label ?? OF_THEM, WIDTHS.label)])),
    ),
    { kind: 'setLook', sheet: name, address: span(AT.value), look: LOOKS.formValue },
    { kind: 'setLook', sheet: name, address: span(AT.state), look: LOOKS.formulaBody },
    { kind: 'setLook', sheet: name, address: span(AT.confirmed, AT.lastYear), look: LOOKS.input },
    { kind: 'setLook', sheet: name, address: span(AT.relation, AT.source), look: LOOKS.formulaBody },
    // at once: cut short between a number and what the user typed beside it, the next run would part the two
    {
      kind: 'writeFormulas',
      sheet: name,
      address: span(AT.no, AT.source),
      formulas: formGrid(sheet, lines, formulas),
    },
    ...foot.map(({ address, formula }): WorkbookAction => ({
      kind: 'writeFormulas',
      sheet: name,
      address,
      formulas: [[formula]],
    })),
    {
      kind: 'setLook',
      sheet: name,
      address: `B${String(last + 2)}:B${String(last + 3)}`,
      look: { ...LOOKS.hint, rowHeight: heightFor(FOOTNOTE.padEnd(90), WIDTHS.label) },
    },
    {
      kind: 'setValidation',
      sheet: name,
      address: span(AT.confirmed),
      rule: { kind: 'list', name: choiceName('Да') },
      title: 'Подтверждение нуля',
      message: 'Введите «да», если записей нет и не было: тогда в строке будет 0, а не «нет данных».',
    },
    {
      kind: 'setName',
      name: SHEET_ANCHORS.Приложение,
      refersTo: `=${quoteSheet(name)}!$A$${String(APPENDIX_HEADER_ROW)}:$C$${String(last)}`,
    },
    { kind: 'freeze', sheet: name, rows: APPENDIX_HEADER_ROW, columns: 0 },
    {
      kind: 'setPrint',
      sheet: name,
      layout: {
        orientation: 'Portrait',
        area: `A1:C${String(last + 3)}`,
        titleRows: `$${String(APPENDIX_HEADER_ROW)}:$${String(APPENDIX_HEADER_ROW)}`,
        pagesWide: 1,
      },
    },
    { kind: 'setFlags', sheet: name, flags: formFlags(first, last) },
  ];
}

/** Every cell of the form: ours as it should be, the user's as it stands, following its row. */
function formGrid(
  sheet: PlacedSheet,
  lines: readonly FormLine[],
  formulas: readonly FormFormula[],
): readonly (readonly string[])[] {
  const typed = typedBesideForm(sheet);
  const byAddress = new Map(formulas.map(({ address, formula }) => [address, formula]));
  return lines.map(({ row, indicator }) => {
    const beside = typed.get(indicator?.no ?? '');
    const cells = new Map<number, string>([
      [AT.no, indicator?.no ?? ''],
      [AT.label, indicator?.label ?? OF_THEM],
      [AT.confirmed, beside?.confirmed ?? ''],
      [AT.lastYear, beside?.lastYear ?? ''],
      [AT.source, indicator === null ? '' : describeSource(indicator)],
      [SPACER, String(formulaAt(sheet, row, SPACER))],
    ]);
    return Array.from({ length: AT.source }, (_, index) => {
      const column = index + 1;
      return byAddress.get(cellAddress(row, column)) ?? cells.get(column) ?? '';
    });
  });
}

/** What the user typed beside the form, by the number of its row: it follows its row when the form grows. */
function typedBesideForm(
  sheet: PlacedSheet,
): ReadonlyMap<string, { readonly confirmed: string; readonly lastYear: string }> {
  const typed = new Map<string, { confirmed: string; lastYear: string }>();
  for (let row = lastStandingRow(sheet) ?? 0; row > APPENDIX_HEADER_ROW; row -= 1) {
    const no = String(cellAt(sheet.snapshot, row, AT.no).value);
    if (no === '') continue;
    typed.set(no, {
      confirmed: String(formulaAt(sheet, row, AT.confirmed)),
      lastYear: String(formulaAt(sheet, row, AT.lastYear)),
    });
  }
  return typed;
}

function formFlags(first: number, last: number): Extract<WorkbookAction, { kind: 'setFlags' }>['flags'] {
  const cell = (column: number): string => `$${cellAddress(first, column)}`;
  const [state, relation] = [cell(AT.state), cell(AT.relation)];
  const conditions = [
    ['relation', `AND(${relation}<>"",LEFT(${relation},6)<>"Вопрос")`, FLAGS.refused],
    ['missing', `${state}="нет данных"`, FLAGS.noted],
    ['partial', `LEFT(${state},12)="рассчитано, "`, FLAGS.missing],
  ] as const;
  return conditions.flatMap(([code, condition, look]) =>
    [AT.value, AT.state, ...(code === 'relation' ? [AT.relation] : [])].map((column) => ({
      code: `Приложение:${code}`,
      address: `${cellAddress(first, column)}:${cellAddress(last, column)}`,
      formula: flagFormula(`Приложение:${code}`, condition),
      look,
    })),
  );
}
