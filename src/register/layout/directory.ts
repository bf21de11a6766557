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
import {
  absoluteAddress,
  areaAddress,
  cellAddress,
  columnLetters,
  parseArea,
  quoteSheet,
  type Area,
} from '../addresses';
import { SHEET_TITLES } from '../fixedCells';
import { LISTS, listOf, LIST_COLUMN, LIST_NAMES, choiceName, listTable, type ListName } from '../lists';
import { headerIndex } from '../locate';
import type { Obstacle } from '../notices';
import { cellAt, findSheet } from '../parse';
import type { WorkbookSnapshot } from '../snapshot';
import { foldCase } from '../text';
import { DIRECTORY_TABLES } from './book';
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

/** Width in characters of a list of these values. */
const widthOf = (values: readonly string[]): number =>
  Math.max(14, ...values.map((value) => value.length + 2));

const listDefinition = (list: ListName, regulation: Regulation): DirectoryTable => {
  const values = listOf(list, regulation);
  return {
    name: listTable(list),
    caption: list,
    headers: [LIST_COLUMN],
    rows: values.map((value) => [value]),
    widths: [widthOf(values)],
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
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  readonly hasTotals: boolean;
}

export interface Directory {
  readonly actions: readonly WorkbookAction[];
  /** Defined names over the lists. */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  readonly obstacles: readonly Obstacle[];
}

/** The lists in the order they stand; one that only some regulations fill comes last of all. */
const STANDING_LISTS = LIST_NAMES.filter((list) => LISTS[list].length > 0);
const FURTHER_LISTS = LIST_NAMES.filter((list) => LISTS[list].length === 0);

/**
 * Plans what is missing of «Справочники». Lists a user has extended stay as they are; where another regulation is
 * applied than the one whose lists stand there (`from`), the lists in which the two differ are filled anew, the
 * user's own values behind.
 */
export function planDirectory(
  sheet: string,
  isNew: boolean,
  snapshot: WorkbookSnapshot,
  binding: Binding,
  regulation: Regulation,
  from: Regulation | null,
): Directory {
  const refs = references(binding);
  const actions: WorkbookAction[] = [];
  const obstacles: Obstacle[] = [];
  const names: { name: string; refersTo: string }[] = [];
  let column = 1;
  let beyond = firstFreeColumn(snapshot, sheet);
  for (const definition of [
    ...STANDING_LISTS.map((list) => listDefinition(list, regulation)),
    ...CLASSIFIED.map(classifierDefinition),
    ...FURTHER_LISTS.map((list) => listDefinition(list, regulation)),
  ]) {
    const list = LIST_NAMES.find((each) => listTable(each) === definition.name);
    const own = placeAt(definition, column);
    const known = findTable(snapshot, definition.name) ?? unnamedTable(snapshot, sheet, definition, own);
    if (known === null && definition.rows.length === 0) continue;
    const classified = CLASSIFIED.find((table) => CLASSIFIER_TABLES[table] === definition.name);
    const isFree = known !== null || isFreePlace(definition, own, snapshot, sheet);
    const refilled =
      known === null || from === null || list === undefined
        ? null
        : refillList(known, listOf(list, from), listOf(list, regulation), snapshot);
    const body = refilled?.body ?? known?.body ?? (isFree ? own : placeAt(definition, beyond));
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
    actions.push(...(refilled?.actions ?? []));
    obstacles.push(...(refilled?.obstacles ?? []));
    if (list !== undefined) {
      names.push({
        name: choiceName(list),
        refersTo: `=${quoteSheet(known?.sheet ?? sheet)}!${absoluteAddress(body)}`,
      });
    }
    column = own.right + 2;
  }
  return {
    actions: isNew ? [...headLines(sheet), ...actions, ...view(sheet)] : actions,
    names,
    obstacles,
  };
}

interface RefilledList {
  readonly body: Area;
  readonly actions: readonly WorkbookAction[];
  readonly obstacles: readonly Obstacle[];
}

/** A list of a former regulation becomes that of another; null where nothing is to be changed. */
function refillList(
  known: DirectoryPlace,
  former: readonly string[],
  wanted: readonly string[],
  snapshot: WorkbookSnapshot,
): RefilledList | null {
  const { sheet, name, headers, rows, hasTotals } = known;
  if (former.length === wanted.length && former.every((value, index) => value === wanted[index])) return null;
  const at = Math.max(0, headerIndex(headers, LIST_COLUMN));
  const standing = rows.map((row) => row[at] ?? '');
  const holds = (values: readonly CellValue[], value: CellValue): boolean =>
    values.some((each) => foldCase(String(each)) === foldCase(String(value)));
  const theirs = standing.filter((value) => value !== '' && !holds(former, value) && !holds(wanted, value));
  // beside a column of the user's own, or above totals, values stay where they are: what is new comes after them
  const values =
    headers.length === 1 && !hasTotals
      ? [...wanted, ...theirs]
      : [...standing, ...wanted.filter((value) => !holds(standing, value))];
  const count = Math.max(1, values.length);
  if (count === standing.length && standing.every((value, row) => value === (values[row] ?? ''))) return null;
  const body = { ...known.body, bottom: known.body.top + count - 1 };
  const column = body.left + at;
  const left = { ...known.body, top: body.bottom + 1 };
  const resized: WorkbookAction = {
    kind: 'resizeTable',
    table: name,
    sheet,
    address: areaAddress({ ...body, top: body.top - 1 }),
  };
  const inTheWay = occupiedUnder(known, body.bottom, snapshot);
  const width = widthOf(values.map(String));
  const letters = columnLetters(column);
  return {
    body,
    actions: [
      ...(body.bottom > known.body.bottom ? [resized] : []),
      { kind: 'setLook', sheet, address: areaAddress(body), look: LOOKS.body },
      ...(width > widthOf(former)
        ? [{ kind: 'setColumnWidth', sheet, columns: `${letters}:${letters}`, characters: width } as const]
        : []),
      {
        kind: 'writeValues',
        sheet,
        address: areaAddress({ ...body, left: column, right: column }),
        values: Array.from({ length: count }, (_, row) => [values[row] ?? '']),
      },
      ...(left.top > left.bottom ? [] : [...blankCells(sheet, left), resized]),
    ],
    obstacles: inTheWay === null ? [] : [{ code: 'cells-in-the-way', table: name, sheet, cells: inTheWay }],
  };
}

/** Cells that a list reaches no more: nothing stands in them, and nothing shows that it did. */
const blankCells = (sheet: string, area: Area): readonly WorkbookAction[] => [
  { kind: 'clearCells', sheet, address: areaAddress(area) },
  // one by one: the lines between them are lines of each
  ...Array.from({ length: area.bottom - area.top + 1 }, (_, index): WorkbookAction => ({
    kind: 'restoreLook',
    sheet,
    address: areaAddress({ ...area, top: area.top + index, bottom: area.top + index }),
    look: { fill: null, borders: { EdgeTop: null, EdgeBottom: null, EdgeLeft: null, EdgeRight: null } },
  })),
];

/** Cells of the user's where a list is to grow: the first of them, or null when all is free. */
function occupiedUnder(known: DirectoryPlace, bottom: number, snapshot: WorkbookSnapshot): string | null {
  const { sheet, body, hasTotals } = known;
  const standing = findSheet(snapshot, sheet);
  for (let row = body.bottom + 1; row <= bottom; row += 1) {
    for (let column = body.left; column <= body.right; column += 1) {
      if (hasTotals || cellAt(standing, row, column).value !== '') return cellAddress(row, column);
    }
  }
  return null;
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
      !DIRECTORY_TABLES.has(foldCase(each.name)) &&
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
  headers: table.headers,
  rows: table.rows,
  hasTotals: table.hasTotals,
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
