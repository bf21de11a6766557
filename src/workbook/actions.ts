import {
  CELL_SIDES,
  type CellLook,
  type FlagLook,
  type FoundLook,
  type FoundPrint,
  type PrintLayout,
  type StoredCell,
  type ValidationRule,
  type WorkbookAction,
} from '../plan/action';
import { parseArea } from '../register/addresses';
import { toCellInput } from './cellText';
import { columnPoints } from './columnWidth';

type Kind = WorkbookAction['kind'];
/** An action by its kind; written so that the table below and the call over it agree (TypeScript #47109). */
type ActionOf<K extends Kind> = { [P in K]: { kind: P } & Extract<WorkbookAction, { kind: P }> }[K];

/** The workbook an action is queued on, and what has to be known of it beforehand. */
export interface ActionTarget {
  readonly workbook: Excel.Workbook;
  /** Lower-case defined names that exist by now. */
  readonly names: Set<string>;
  /** Conditional formats of ours by sheet, until they are replaced. */
  readonly flags: Map<string, readonly string[]>;
  /** Proxies of this request by what they stand for: one that is named again does not travel again. */
  readonly sheets: Map<string, Excel.Worksheet>;
  readonly ranges: Map<string, Excel.Range>;
}

/** Queues one action; nothing travels before the next `sync`. */
export function queueAction<K extends Kind>(target: ActionTarget, action: ActionOf<K>): void {
  const queue: (target: ActionTarget, action: ActionOf<K>) => void = QUEUE[action.kind];
  queue(target, action);
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

const sheetOf = ({ workbook, sheets }: ActionTarget, name: string): Excel.Worksheet =>
  remembered(sheets, name, () => workbook.worksheets.getItem(name));

const rangeOf = (target: ActionTarget, { sheet, address }: { sheet: string; address: string }): Excel.Range =>
  remembered(target.ranges, `${sheet}!${address}`, () => sheetOf(target, sheet).getRange(address));

/**
 * One value for every cell of a range travels once: properties of a range that take a grid take a single value
 * too (excel/excel-add-ins-core-concepts.md, «uniform values»), which the types do not say.
 */
function setUniform(range: Excel.Range, property: 'formulas' | 'numberFormat', value: string): void {
  const target: Record<typeof property, unknown> = range;
  target[property] = value;
}

const mutable = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => [...row]);

const QUEUE: { readonly [K in Kind]: (target: ActionTarget, action: ActionOf<K>) => void } = {
  addSheet: ({ workbook, sheets }, { sheet, position, tabColor }) => {
    const added = workbook.worksheets.add(sheet);
    added.position = position;
    added.tabColor = tabColor;
    sheets.set(sheet, added);
  },

  renameSheet: (target, { sheet, name, tabColor, position }) => {
    const renamed = sheetOf(target, sheet);
    renamed.name = name;
    // Found by its new name from here on: the proxy remembers the old one.
    target.sheets.delete(sheet);
    sheetOf(target, name).tabColor = tabColor;
    if (position !== undefined) sheetOf(target, name).position = position;
  },

  clearCells: (target, action) => {
    const range = rangeOf(target, action);
    range.clear('Contents');
    // a link is no content: it would wait for whatever is written there next
    range.clear('Hyperlinks');
  },

  clearLinks: (target, action) => {
    rangeOf(target, action).clear('Hyperlinks');
  },

  writeValues: (target, action) => {
    rangeOf(target, action).values = action.values.map((row) => row.map(toCellInput));
  },

  fillFormula: (target, action) => {
    setUniform(rangeOf(target, action), 'formulas', action.formula);
  },

  writeFormulas: (target, action) => {
    rangeOf(target, action).formulas = mutable(action.formulas);
  },

  addTable: (target, { sheet, address, name, style }) => {
    const table = sheetOf(target, sheet).tables.add(address, true);
    table.style = style;
    // last: a table that bears its name is finished, whatever becomes of the run
    table.name = name;
  },

  renameTable: ({ workbook }, { table, name, style }) => {
    const made = workbook.tables.getItem(table);
    made.style = style;
    made.name = name;
  },

  addTableColumns: ({ workbook }, { table, names }) => {
    const { columns } = workbook.tables.getItem(table);
    for (const name of names) columns.add(undefined, undefined, name);
  },

  resizeTable: ({ workbook }, { table, address }) => {
    workbook.tables.getItem(table).resize(address);
  },

  setName: ({ workbook, names }, { name, refersTo }) => {
    const key = name.toLowerCase();
    if (names.has(key)) {
      workbook.names.getItem(name).formula = refersTo;
    } else {
      workbook.names.add(name, refersTo);
      names.add(key);
    }
  },

  setLook: (target, action) => {
    queueLook(rangeOf(target, action), action.address, action.look);
  },

  setColumnWidth: (target, { sheet, columns, characters }) => {
    rangeOf(target, { sheet, address: columns }).format.columnWidth = columnPoints(characters);
  },

  hideColumns: (target, { sheet, columns }) => {
    rangeOf(target, { sheet, address: columns }).columnHidden = true;
  },

  mergeRows: (target, action) => {
    rangeOf(target, action).merge(true);
  },

  setValidation: (target, action) => {
    const { dataValidation } = rangeOf(target, action);
    dataValidation.rule = validationRule(action.rule);
    dataValidation.ignoreBlanks = true;
    // A warning: the user may insist, the check will mention it.
    dataValidation.errorAlert = {
      showAlert: true,
      style: 'Warning',
      title: action.title,
      message: action.message,
    };
  },

  setFlags: (target, { sheet, flags }) => {
    const worksheet = sheetOf(target, sheet);
    const formats = worksheet.getRange().conditionalFormats;
    for (const id of target.flags.get(sheet) ?? []) formats.getItem(id).delete();
    target.flags.delete(sheet);
    // Each new format takes the highest priority (d.ts, ConditionalFormatCollection.add): the first goes last.
    for (const { address, formula, look } of [...flags].reverse()) {
      const place = address.includes(',')
        ? worksheet.getRanges(address)
        : rangeOf(target, { sheet, address });
      const { custom } = place.conditionalFormats.add('Custom');
      custom.rule.formula = `=${formula}`;
      queueFlagLook(custom.format, look);
    }
  },

  freeze: (target, { sheet, rows, columns }) => {
    const worksheet = sheetOf(target, sheet);
    const { freezePanes } = worksheet;
    if (rows === 0 && columns === 0) freezePanes.unfreeze();
    else if (columns === 0) freezePanes.freezeRows(rows);
    else if (rows === 0) freezePanes.freezeColumns(columns);
    else freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, rows, columns));
  },

  setPrint: (target, { sheet, layout }) => {
    const worksheet = sheetOf(target, sheet);
    queuePrint(worksheet.pageLayout, layout);
    for (const row of layout.pageBreaks ?? []) worksheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
  },

  setLink: (target, action) => {
    const cell = rangeOf(target, action);
    const place = linkTo(action.target);
    const input = toCellInput(action.text);
    if (input === action.text) {
      cell.hyperlink = { ...place, textToDisplay: action.text };
    } else {
      // Text that Excel would take for something else goes in as a value; the link then leaves it as it is.
      cell.values = [[input]];
      cell.hyperlink = place;
    }
  },

  activate: (target, { sheet }) => {
    sheetOf(target, sheet).activate();
  },

  removeSheet: (target, { sheet }) => {
    sheetOf(target, sheet).delete();
    target.sheets.delete(sheet);
  },

  removeTable: ({ workbook }, { table: name }) => {
    // Excel leaves the look of a table in its cells when it becomes plain: it is given a blank one first
    const blank = workbook.tableStyles.add(BLANK_STYLE, true);
    const table = workbook.tables.getItem(name);
    table.style = BLANK_STYLE;
    table.convertToRange();
    blank.delete();
  },

  removeTableColumns: ({ workbook }, { table, names }) => {
    const { columns } = workbook.tables.getItem(table);
    for (const name of [...names].reverse()) columns.getItem(name).delete();
  },

  removeName: ({ workbook, names }, { name }) => {
    workbook.names.getItem(name).delete();
    names.delete(name.toLowerCase());
  },

  clearValidation: (target, action) => {
    rangeOf(target, action).dataValidation.clear();
  },

  restoreValidation: (target, action) => {
    const { dataValidation } = rangeOf(target, action);
    const { rule, ignoreBlanks, errorAlert, prompt } = action.validation;
    dataValidation.rule = rule;
    dataValidation.ignoreBlanks = ignoreBlanks;
    Object.assign(dataValidation, { errorAlert, prompt });
  },

  restoreCells: (target, action) => {
    rangeOf(target, action).formulas = action.cells.map((row) =>
      row.map((cell) => (cell === null ? null : storedInput(cell))),
    );
  },

  restoreLink: (target, action) => {
    rangeOf(target, action).hyperlink = linkTo(action.target);
  },

  restoreLook: (target, action) => {
    queueFoundLook(rangeOf(target, action), action.look);
  },

  restoreColumns: (target, { sheet, columns, width, hidden }) => {
    const range = rangeOf(target, { sheet, address: columns });
    if (width !== undefined) range.format.columnWidth = width;
    if (hidden !== undefined) range.columnHidden = hidden;
  },

  restorePrint: (target, { sheet, layout, remove }) => {
    for (const name of remove) sheetOf(target, sheet).names.getItem(name).delete();
    queueFoundPrint(sheetOf(target, sheet), layout);
  },
};

/** A table style of no look; added for the moment a table becomes plain cells. */
const BLANK_STYLE = 'РеестрБезОформления';

/** A web address, or a place in the workbook. */
const linkTo = (target: string): Excel.RangeHyperlink =>
  /^[a-z]+:/i.test(target) ? { address: target } : { documentReference: target };

const storedInput = (cell: StoredCell): string | number | boolean =>
  typeof cell === 'object' ? cell.formula : toCellInput(cell);

function queueFoundLook(range: Excel.Range, look: FoundLook): void {
  const { format } = range;
  const { font, borders } = format;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.fontSize !== undefined) font.size = look.fontSize;
  if (look.fontColor !== undefined) font.color = look.fontColor;
  if (look.fill === null) format.fill.clear();
  else if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  // words of Excel's own, given back as they came
  const { horizontal: horizontalAlignment, vertical: verticalAlignment } = look;
  if (horizontalAlignment !== undefined) Object.assign(format, { horizontalAlignment });
  if (verticalAlignment !== undefined) Object.assign(format, { verticalAlignment });
  if (look.numberFormat !== undefined) setUniform(range, 'numberFormat', look.numberFormat);
  if (look.rowHeight !== undefined) format.rowHeight = look.rowHeight;
  for (const side of CELL_SIDES) {
    const line = look.borders?.[side];
    if (line === undefined) continue;
    const border = borders.getItem(side);
    if (line === null) {
      border.style = 'None';
      continue;
    }
    const { style, color, weight } = line;
    // a line begins thin, and a weight of its own may draw it anew: a double or a dashed one keeps its kind
    const isPlain = weight === 'Thin' || style === 'Double';
    Object.assign(border, { style, color, ...(isPlain ? {} : { weight }) });
  }
}

function queueFoundPrint(sheet: Excel.Worksheet, layout: FoundPrint): void {
  const page = sheet.pageLayout;
  const { orientation, paperSize, zoom, area, titleRows, titleColumns } = layout;
  Object.assign(page, { orientation, zoom, ...(paperSize === null ? {} : { paperSize }) });
  if (area !== null) page.setPrintArea(area);
  if (titleRows !== null) page.setPrintTitleRows(titleRows);
  if (titleColumns !== null) page.setPrintTitleColumns(titleColumns);
}

const validationRule = (rule: ValidationRule): Excel.DataValidationRule =>
  rule.kind === 'list'
    ? { list: { inCellDropDown: true, source: `=${rule.name}` } }
    : { custom: { formula: rule.formula.startsWith('=') ? rule.formula : `=${rule.formula}` } };

function queueLook(range: Excel.Range, address: string, look: CellLook): void {
  const { format } = range;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.fontSize !== undefined) format.font.size = look.fontSize;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.numberFormat !== undefined) setUniform(range, 'numberFormat', look.numberFormat);
  if (look.border !== undefined) queueBorders(format.borders, address, look.border);
  if (look.bottomLine !== undefined) queueLine(format.borders.getItem('EdgeBottom'), look.bottomLine);
  if (look.rowHeight !== undefined) format.rowHeight = look.rowHeight;
}

const OUTER_EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

function queueBorders(borders: Excel.RangeBorderCollection, address: string, color: string): void {
  const area = parseArea(address);
  const hasRowsInside = area === null || area.bottom > area.top;
  const hasColumnsInside = area === null || area.right > area.left;
  const edges = [
    ...OUTER_EDGES,
    // A single row or column has no inside, and Excel refuses lines there.
    ...(hasRowsInside ? (['InsideHorizontal'] as const) : []),
    ...(hasColumnsInside ? (['InsideVertical'] as const) : []),
  ];
  for (const edge of edges) queueLine(borders.getItem(edge), color);
}

function queueLine(border: Excel.RangeBorder, color: string): void {
  border.style = 'Continuous';
  border.color = color;
}

function queueFlagLook(format: Excel.ConditionalRangeFormat, look: FlagLook): void {
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.fontColor !== undefined) format.font.color = look.fontColor;
  if (look.bold !== undefined) format.font.bold = look.bold;
}

function queuePrint(page: Excel.PageLayout, layout: PrintLayout): void {
  page.orientation = layout.orientation;
  page.paperSize = 'A4';
  if (layout.area !== undefined) page.setPrintArea(layout.area);
  if (layout.titleRows !== undefined) page.setPrintTitleRows(layout.titleRows);
  if (layout.titleColumns !== undefined) page.setPrintTitleColumns(layout.titleColumns);
  // Height left out: as many pages as it takes.
  page.zoom = { horizontalFitToPages: layout.pagesWide };
}
