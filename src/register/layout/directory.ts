import type { CellValue, WorkbookAction } from '../../plan/action';
import {
  CLASSIFIER_FIELDS,
  CLASSIFIER_TABLES,
  ANY,
  classifierRows,
  type ClassifierRow,
} from '../../indicators/classifier';
import type { ClassifiedTable } from '../../indicators/appendix';
import { references, type Binding, type References } from '../../indicators/references';
import type { Regulation } from '../../regulations';
import { absoluteAddress, areaAddress, columnLetters, parseArea, quoteSheet, type Area } from '../addresses';
import { SHEET_TITLES } from '../fixedCells';
import { listOf, LIST_COLUMN, LIST_NAMES, choiceName, listTable, type ListName } from '../lists';
import { cellAt, findSheet } from '../parse';
import type { WorkbookSnapshot } from '../snapshot';
import { foldCase } from '../text';
import { LOOKS } from './palette';

/** «Справочники»: each value list a table of its own, and the two classifiers, side by side. */

const HEADER_ROW = 4;
const CAPTION_ROW = 3;
const TABLE_STYLE = 'TableStyleLight1';
const WEIGHT_COLUMN = 'Вес';

interface DirectoryTable {
  readonly name: string;
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly widths: readonly number[];
}

const CLASSIFIED: readonly ClassifiedTable[] = ['Достижения', 'Деятельность'];

const listDefinition = (list: ListName, regulation: Regulation): DirectoryTable => {
  const values = listOf(list, regulation);
  return {
    name: listTable(list),
    caption: list,
    headers: [LIST_COLUMN],
    rows: values.map((value) => [value]),
    widths: [Math.max(14, ...values.map((value) => value.length + 2))],
  };
};

const classifierDefinition = (table: ClassifiedTable): DirectoryTable => ({
  name: CLASSIFIER_TABLES[table],
  caption: `Классификатор: ${table}`,
  headers: [...CLASSIFIER_FIELDS, 'Показатель', WEIGHT_COLUMN],
  rows: classifierRows(table).map(({ fields, indicator }) => [
    ...CLASSIFIER_FIELDS.map((field) => fields[field]),
    indicator,
  ]),
  widths: [26, 17, 15, 11, 12, 8],
});

/** Where a table of the directory stands, or is to stand. */
interface DirectoryPlace {
  readonly name: string;
  readonly sheet: string;
  readonly body: Area;
  readonly isUnnamed: boolean;
  /** A classifier's weights are formulas throughout. */
  readonly isWeighed: boolean;
}

export interface Directory {
  readonly actions: readonly WorkbookAction[];
  /** Defined names over the lists. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** Plans what is missing of «Справочники»; lists a user has extended stay as they are. */
export function planDirectory(
  sheet: string,
  isNew: boolean,
  snapshot: WorkbookSnapshot,
  binding: Binding,
  regulation: Regulation,
): Directory {
  const refs = references(binding);
  const actions: WorkbookAction[] = [];
  const names: { name: string; refersTo: string }[] = [];
  let column = 1;
  let beyond = firstFreeColumn(snapshot, sheet);
  for (const definition of [
    ...LIST_NAMES.map((list) => listDefinition(list, regulation)),
    ...CLASSIFIED.map(classifierDefinition),
  ]) {
    const own = placeAt(definition, column);
    const known = findTable(snapshot, definition.name) ?? unnamedTable(snapshot, sheet, definition, own);
    const classified = CLASSIFIED.find((table) => CLASSIFIER_TABLES[table] === definition.name);
    const isFree = known !== null || isFreePlace(definition, own, snapshot, sheet);
    const body = known?.body ?? (isFree ? own : placeAt(definition, beyond));
    if (!isFree) beyond = body.right + 2;
    if (known === null) {
      const results = classified === undefined ? [] : resultFormulas(sheet, classified, body, refs);
      actions.push(...buildTable(sheet, definition, body, results));
    } else if (known.name !== definition.name && known.isUnnamed) {
      actions.push({
        kind: 'renameTable',
        sheet,
        table: known.name,
        name: definition.name,
        style: TABLE_STYLE,
      });
    }
    if (known === null || isNew) actions.push(...dressList(known?.sheet ?? sheet, definition, body));
    if (classified !== undefined && (known === null || !known.isWeighed))
      actions.push(weightFormula(known?.sheet ?? sheet, definition.name, body));
    const list = LIST_NAMES.find((each) => listTable(each) === definition.name);
    if (list !== undefined) {
      names.push({
        name: choiceName(list),
        refersTo: `=${quoteSheet(known?.sheet ?? sheet)}!${absoluteAddress(body)}`,
      });
    }
    column = own.right + 2;
  }
  return { actions: isNew ? [...headLines(sheet), ...actions, ...view(sheet)] : actions, names };
}

const headLines = (sheet: string): readonly WorkbookAction[] => [
  { kind: 'setLook', sheet, address: 'A1', look: LOOKS.title },
  { kind: 'setLook', sheet, address: 'A2', look: LOOKS.subtitle },
  {
    kind: 'writeValues',
    sheet,
    address: 'A1:A2',
    values: [
      [SHEET_TITLES.Справочники],
      [
        'Допишите своё значение под списком, и оно появится в подсказках; классификаторы решают, какой строке формы принадлежит запись',
      ],
    ],
  },
];

const view = (sheet: string): readonly WorkbookAction[] => [
  { kind: 'freeze', sheet, rows: HEADER_ROW, columns: 0 },
  {
    kind: 'setPrint',
    sheet,
    layout: {
      orientation: 'Landscape',
      titleRows: `$${String(HEADER_ROW)}:$${String(HEADER_ROW)}`,
      pagesWide: 3,
    },
  },
];

/** Body of a table whose first column is given, where the product puts it. */
const placeAt = ({ headers, rows }: DirectoryTable, column: number): Area => ({
  top: HEADER_ROW + 1,
  left: column,
  bottom: HEADER_ROW + rows.length,
  right: column + headers.length - 1,
});

/** Whether the place of a missing table holds nothing of the user's. */
function isFreePlace(
  { caption, headers, rows }: DirectoryTable,
  own: Area,
  snapshot: WorkbookSnapshot,
  sheet: string,
): boolean {
  const standing = findSheet(snapshot, sheet);
  return [[caption], headers, ...rows].every((wanted, row) =>
    headers.every((_, column) => {
      const { value } = cellAt(standing, CAPTION_ROW + row, own.left + column);
      // what a run that was cut short has written is not in the way
      return value === '' || value === wanted[column];
    }),
  );
}

/** To the right of everything on the sheet, with a column between. */
function firstFreeColumn(snapshot: WorkbookSnapshot, sheet: string): number {
  const used = findSheet(snapshot, sheet)?.used ?? null;
  return ((used === null ? null : parseArea(used))?.right ?? 0) + 2;
}

function findTable(snapshot: WorkbookSnapshot, name: string): DirectoryPlace | null {
  const table = snapshot.tables.find((each) => foldCase(each.name) === foldCase(name));
  return table === undefined ? null : directoryPlace(table, false);
}

/** A table of ours that a run was cut short in before it was given its name. */
function unnamedTable(
  snapshot: WorkbookSnapshot,
  sheet: string,
  { headers }: DirectoryTable,
  own: Area,
): DirectoryPlace | null {
  const table = snapshot.tables.find(
    (each) =>
      each.sheet === sheet &&
      each.headerRow === HEADER_ROW &&
      each.firstColumn === own.left &&
      each.headers.join('\n') === headers.join('\n'),
  );
  return table === undefined ? null : directoryPlace(table, true);
}

const directoryPlace = (table: WorkbookSnapshot['tables'][number], isUnnamed: boolean): DirectoryPlace => ({
  name: table.name,
  sheet: table.sheet,
  body: {
    top: table.headerRow + 1,
    left: table.firstColumn,
    bottom: table.headerRow + Math.max(1, table.rows.length),
    right: table.firstColumn + table.headers.length - 1,
  },
  isUnnamed,
  isWeighed: table.formulas[WEIGHT_COLUMN]?.unbroken === true,
});

function buildTable(
  sheet: string,
  { name, caption, headers, rows }: DirectoryTable,
  body: Area,
  formulas: readonly WorkbookAction[],
): readonly WorkbookAction[] {
  const header: Area = { ...body, top: HEADER_ROW, bottom: HEADER_ROW };
  const first = rows[0]?.length ?? 1;
  return [
    {
      kind: 'writeValues',
      sheet,
      address: areaAddress({ ...body, top: CAPTION_ROW, bottom: CAPTION_ROW, right: body.left }),
      values: [[caption]],
    },
    { kind: 'writeValues', sheet, address: areaAddress(header), values: [headers] },
    {
      kind: 'writeValues',
      sheet,
      address: areaAddress({ ...body, right: body.left + first - 1 }),
      values: rows,
    },
    // before the table is made: Excel would spread a formula over a column of a table (office-js.md, finding 3)
    ...formulas,
    { kind: 'addTable', sheet, address: areaAddress({ ...body, top: HEADER_ROW }), name, style: TABLE_STYLE },
  ];
}

/** Looks and widths of a table of the directory. */
function dressList(sheet: string, { widths }: DirectoryTable, body: Area): readonly WorkbookAction[] {
  const header: Area = { ...body, top: HEADER_ROW, bottom: HEADER_ROW };
  return [
    {
      kind: 'setLook',
      sheet,
      address: areaAddress({ ...body, top: CAPTION_ROW, bottom: CAPTION_ROW, right: body.left }),
      look: LOOKS.subtitle,
    },
    { kind: 'setLook', sheet, address: areaAddress(header), look: LOOKS.header },
    { kind: 'setLook', sheet, address: areaAddress(body), look: LOOKS.body },
    ...widths.map((characters, index): WorkbookAction => {
      const letters = columnLetters(body.left + index);
      return { kind: 'setColumnWidth', sheet, columns: `${letters}:${letters}`, characters };
    }),
    {
      kind: 'setColumnWidth',
      sheet,
      columns: `${columnLetters(body.right + 1)}:${columnLetters(body.right + 1)}`,
      characters: 3,
    },
  ];
}

/** Results that a parameter turns into «любой». */
const resultFormulas = (
  sheet: string,
  table: ClassifiedTable,
  body: Area,
  refs: References,
): readonly WorkbookAction[] =>
  classifierRows(table).flatMap(({ resultFollows, fields }: ClassifierRow, index): WorkbookAction[] => {
    if (resultFollows === undefined) return [];
    const [row, column] = [body.top + index, body.left + CLASSIFIER_FIELDS.indexOf('Результат')];
    return [
      {
        kind: 'writeFormulas',
        sheet,
        address: areaAddress({ top: row, left: column, bottom: row, right: column }),
        formulas: [[`=IF(${refs.rule(resultFollows)}="${ANY}","${ANY}","${fields.Результат}")`]],
      },
    ];
  });

/** The smallest indicator wins where several rows fit: 100 less its number (formulas.md §1). */
function weightFormula(sheet: string, name: string, body: Area): WorkbookAction {
  const indicator = `${name}[[#This Row],[Показатель]]`;
  return {
    kind: 'fillFormula',
    sheet,
    address: areaAddress({ ...body, left: body.right }),
    formula: `=IF(N(${indicator})>0,100-${indicator},0)`,
  };
}
