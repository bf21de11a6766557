import {
  CELL_SIDES,
  type CellSide,
  type FoundLine,
  type FoundLook,
  type FoundPrint,
  type FoundValidation,
  type StoredCell,
} from '../plan/action';
import { type Area, areaAddress, cellAddress, parseArea } from '../register/addresses';
import type { OwnFlag } from './flags';
import { rowsOf } from './grid';
import { areaOf, areasOf, cellCount } from './ranges';
import {
  type Captured,
  type CaptureNeeds,
  type FlagsOfSheet,
  type LookPart,
  type SheetArea,
  isNothing,
  keyOf,
  NOTHING_CAPTURED,
  storedCell,
} from './restorePoint';

/** Cells of a range that are asked one by one at once; of larger ones only when they turn out to be mixed. */
const SINGLE_CELLS = 128;
/** And so many of them in one trip: each is some ten objects. */
const SINGLE_CELLS_IN_ALL = 600;

/** Rows whose heights are asked one by one: two objects each. */
const SINGLE_ROWS_IN_ALL = 2500;

/**
 * Asks a workbook for what a plan is about to change, in one trip; in more only where large ranges turn out to
 * be mixed. No trip when there is nothing to ask.
 */
export async function capture(
  context: Excel.RequestContext,
  needs: CaptureNeeds,
  flags: readonly OwnFlag[],
): Promise<Captured> {
  if (isNothing(needs)) return NOTHING_CAPTURED;
  const { worksheets, tables } = context.workbook;
  const rangeAt = ({ sheet, address }: SheetArea): Excel.Range => worksheets.getItem(sheet).getRange(address);

  const cells = needs.cells.map((place) => ({ place, range: rangeAt(place).load('values,formulas') }));
  const links = needs.links.map((place) => ({
    place,
    found: rangeAt(place).getCellProperties({ hyperlink: true }),
  }));
  let single = SINGLE_CELLS_IN_ALL;
  let rows = SINGLE_ROWS_IN_ALL;
  const looks = needs.looks.map(({ parts, ...place }) => {
    const isHeight = parts.every((part) => part === 'rowHeight');
    const whole = parseArea(place.address);
    // one height a row: of a row one cell is asked
    const area = whole !== null && isHeight ? { ...whole, right: whole.left } : whole;
    const count = area === null ? Infinity : cellCount(area);
    const isSingle = count > 1 && (isHeight ? count <= rows : count <= Math.min(SINGLE_CELLS, single));
    if (isSingle && isHeight) rows -= count;
    else if (isSingle) single -= count;
    const places = isSingle && area !== null ? cellsOf(area) : [place.address];
    return {
      place,
      parts,
      found: places.map((address) => queueLook(rangeAt({ ...place, address }), address, parts)),
    };
  });
  const validations = needs.validations.map((place) => ({
    place,
    found: [queueValidation(rangeAt(place), place.address)],
  }));
  const columns = needs.columns.map((place) => {
    const range = rangeAt(place).load('columnHidden');
    range.format.load('columnWidth');
    return { place, range };
  });
  const own = needs.flags.map((sheet) => ({
    sheet,
    // One without a formula says nothing: there is nothing of it to give back.
    flags: flags
      .filter((flag) => flag.sheet === sheet && flag.formula !== '')
      .map((flag) => queueFlag(context, flag)),
  }));
  const freezes = needs.freezes.map((sheet) => ({
    sheet,
    place: worksheets.getItem(sheet).freezePanes.getLocationOrNullObject().load('address'),
  }));
  const prints = needs.prints.map((sheet) => ({
    sheet,
    ...queuePrint(worksheets.getItem(sheet).pageLayout),
  }));
  const tabs = needs.tabColors.map((sheet) => ({ sheet, found: worksheets.getItem(sheet).load('tabColor') }));
  const styles = needs.styles.map((table) => ({ table, found: tables.getItem(table).load('style') }));
  await context.sync();

  const mixedLooks = looks.flatMap((look) => {
    const [whole] = look.found;
    if (look.found.length > 1 || whole === undefined || !isMixed(whole)) return [];
    look.found = splitOf(look.place.address).map((address) =>
      queueLook(rangeAt({ ...look.place, address }), address, look.parts),
    );
    return [look];
  });
  const mixedValidations = validations.flatMap((validation) => {
    const [whole] = validation.found;
    if (whole === undefined || !isMixedValidation(whole)) return [];
    validation.found = splitOf(validation.place.address).map((address) =>
      queueValidation(rangeAt({ ...validation.place, address }), address),
    );
    return [validation];
  });
  if (mixedLooks.length + mixedValidations.length > 0) await context.sync();

  return {
    cells: new Map(cells.map(({ place, range }) => [keyOf(place), storedRows(range.values, range.formulas)])),
    links: new Map(links.map(({ place, found }) => [keyOf(place), linksOf(place.address, found.value)])),
    looks: new Map(looks.map(({ place, found }) => [keyOf(place), joinedDown(found.map(foundLook))])),
    validations: new Map(validations.map(({ place, found }) => [keyOf(place), found.map(foundValidation)])),
    columns: new Map(
      columns.map(({ place, range }) => [
        keyOf(place),
        { width: range.format.columnWidth, hidden: range.columnHidden },
      ]),
    ),
    flags: new Map(own.map(({ sheet, flags: found }) => [sheet, found.map(foundFlag)])),
    freezes: new Map(freezes.map(({ sheet, place }) => [sheet, frozenAt(place)])),
    prints: new Map(prints.map((print) => [print.sheet, foundPrint(print)])),
    tabColors: new Map(tabs.map(({ sheet, found }) => [sheet, found.tabColor])),
    styles: new Map(styles.map(({ table, found }) => [table, found.style])),
  };
}

/** Cells as they are to be kept, from what Excel answers of them. */
export function storedRows(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly unknown[])[],
): StoredCell[][] {
  const texts = rowsOf(formulas);
  return rowsOf(values).map((row, at) =>
    row.map((value, column) => storedCell(value, texts[at]?.[column] ?? value)),
  );
}

function cellsOf({ top, left, bottom, right }: Area): string[] {
  const found: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) found.push(cellAddress(row, column));
  }
  return found;
}

const splitOf = (address: string): string[] => {
  const area = parseArea(address);
  return area === null ? [address] : cellsOf(area);
};

// ---------------------------------------------------------------------------------------------------------
// Links

/** `getCellProperties` answers a grid of the cells' properties. */
function linksOf(
  address: string,
  found: readonly (readonly Excel.CellProperties[])[],
): Record<string, string> {
  const area = parseArea(address);
  const targets: Record<string, string> = {};
  if (area === null) return targets;
  found.forEach((row, rowAt) => {
    row.forEach(({ hyperlink }, columnAt) => {
      const target = linkTarget(hyperlink);
      if (target !== '') targets[cellAddress(area.top + rowAt, area.left + columnAt)] = target;
    });
  });
  return targets;
}

/** A link on an empty cell is a remainder: given back it would show its target. */
const linkTarget = (link: Excel.RangeHyperlink | null | undefined): string =>
  link?.textToDisplay === '' ? '' : link?.documentReference || link?.address || '';

// ---------------------------------------------------------------------------------------------------------
// Looks

interface QueuedLook {
  readonly address: string;
  readonly parts: readonly LookPart[];
  readonly range: Excel.Range;
  readonly borders: readonly { readonly side: CellSide; readonly border: Excel.RangeBorder }[];
}

interface Look {
  readonly address: string;
  readonly look: FoundLook;
}

const FORMAT_OF: Partial<Record<LookPart, string>> = {
  bold: 'font/bold',
  italic: 'font/italic',
  fontSize: 'font/size',
  fontColor: 'font/color',
  fill: 'fill/color,fill/tintAndShade',
  wrap: 'wrapText',
  horizontal: 'horizontalAlignment',
  vertical: 'verticalAlignment',
  rowHeight: 'rowHeight',
};

function queueLook(range: Excel.Range, address: string, parts: readonly LookPart[]): QueuedLook {
  const ofFormat = parts.flatMap((part) => FORMAT_OF[part] ?? []);
  if (ofFormat.length > 0) range.format.load(ofFormat.join(','));
  if (parts.includes('numberFormat')) range.load('numberFormat');
  const borders = parts.includes('borders')
    ? sidesOf(address).map((side) => {
        const border = range.format.borders.getItem(side);
        border.load('style,color,weight');
        return { side, border };
      })
    : [];
  return { address, parts, range, borders };
}

/** A single row or column has no inside. */
function sidesOf(address: string): readonly CellSide[] {
  const area = parseArea(address);
  return CELL_SIDES.filter(
    (side) =>
      area === null ||
      ((side !== 'InsideHorizontal' || area.bottom > area.top) &&
        (side !== 'InsideVertical' || area.right > area.left)),
  );
}

/** Excel answers null, or nothing, for what differs from cell to cell. */
const differs = (value: unknown): boolean => value === null || value === undefined || value === '';

function isMixed({ parts, range, borders }: QueuedLook): boolean {
  const { format } = range;
  const values: Partial<Record<LookPart, () => unknown>> = {
    bold: () => format.font.bold,
    italic: () => format.font.italic,
    fontSize: () => format.font.size,
    fontColor: () => format.font.color,
    fill: () => format.fill.color ?? null,
    wrap: () => format.wrapText,
    horizontal: () => format.horizontalAlignment,
    vertical: () => format.verticalAlignment,
    rowHeight: () => format.rowHeight,
    numberFormat: () => uniform(range.numberFormat),
  };
  return (
    parts.some((part) => differs(values[part]?.() ?? (part === 'borders' ? 0 : null))) ||
    // a line along a range says little of its cells: none at all is the only one that may be given back whole
    borders.some(({ border }) => border.style !== 'None')
  );
}

function uniform(formats: readonly (readonly unknown[])[]): unknown {
  const [first] = formats.flat();
  return formats.every((row) => row.every((format) => format === first)) ? first : null;
}

/** Cells of one look that stand one under another are given it back together; lines are drawn cell by cell. */
function joinedDown(found: readonly Look[]): Look[] {
  const joined: Look[] = [];
  for (const look of found) {
    const last = joined.at(-1);
    const above = last === undefined ? null : parseArea(last.address);
    const below = parseArea(look.address);
    const isUnder =
      above !== null &&
      below !== null &&
      above.left === below.left &&
      above.right === below.right &&
      above.bottom + 1 === below.top;
    const isSame = last !== undefined && JSON.stringify(last.look) === JSON.stringify(look.look);
    if (isUnder && isSame && look.look.borders === undefined) {
      joined[joined.length - 1] = { ...look, address: areaAddress({ ...above, bottom: below.bottom }) };
    } else joined.push(look);
  }
  return joined;
}

function foundLook({ address, parts, range, borders }: QueuedLook): Look {
  const { format } = range;
  const has = (part: LookPart): boolean => parts.includes(part);
  const look: FoundLook = {
    ...(has('bold') ? { bold: format.font.bold } : {}),
    ...(has('italic') ? { italic: format.font.italic } : {}),
    ...(has('fontSize') ? { fontSize: format.font.size } : {}),
    ...(has('fontColor') ? { fontColor: format.font.color } : {}),
    ...(has('fill') ? { fill: foundFill(format.fill) } : {}),
    ...(has('wrap') ? { wrap: format.wrapText } : {}),
    ...(has('horizontal') ? { horizontal: format.horizontalAlignment } : {}),
    ...(has('vertical') ? { vertical: format.verticalAlignment } : {}),
    ...(has('numberFormat') ? { numberFormat: String(uniform(range.numberFormat)) } : {}),
    ...(has('rowHeight') ? { rowHeight: format.rowHeight } : {}),
    ...(has('borders') ? { borders: Object.fromEntries(borders.map(foundLine)) } : {}),
  };
  // what is still mixed cannot be given back and is left alone
  const known = Object.entries(look).filter(([part, value]) => part === 'fill' || !differs(value));
  return { address, look: Object.fromEntries(known) };
}

/** An unfilled cell answers white; only its tint tells that there is no fill (OfficeDev/office-js #4900, #6218). */
function foundFill({ color, tintAndShade }: Excel.RangeFill): string | null {
  const isUnfilled = color.toUpperCase() === '#FFFFFF' && differs(tintAndShade);
  return isUnfilled || color === '' ? null : color;
}

function foundLine({ side, border }: QueuedLook['borders'][number]): readonly [CellSide, FoundLine | null] {
  const { style, color, weight } = border;
  return [side, style === 'None' ? null : { style, color, weight }];
}

// ---------------------------------------------------------------------------------------------------------
// Lists, flags, panes, print

interface QueuedValidation {
  readonly address: string;
  readonly validation: Excel.DataValidation;
}

function queueValidation(range: Excel.Range, address: string): QueuedValidation {
  const validation = range.dataValidation;
  validation.load('type,rule,ignoreBlanks,errorAlert,prompt');
  return { address, validation };
}

const isMixedValidation = ({ validation: { type } }: QueuedValidation): boolean =>
  type === 'Inconsistent' || type === 'MixedCriteria';

function foundValidation({ address, validation }: QueuedValidation): {
  address: string;
  validation: FoundValidation | null;
} {
  const { type, rule, ignoreBlanks, errorAlert, prompt } = validation;
  return { address, validation: type === 'None' ? null : { rule, ignoreBlanks, errorAlert, prompt } };
}

interface QueuedFlag {
  readonly formula: string;
  readonly ranges: Excel.RangeAreas;
  readonly format: Excel.ConditionalRangeFormat;
}

function queueFlag(context: Excel.RequestContext, { sheet, id, formula }: OwnFlag): QueuedFlag {
  const { conditionalFormats } = context.workbook.worksheets.getItem(sheet).getRange();
  const ranges = conditionalFormats.getItem(id).getRanges().load('address');
  const { format } = conditionalFormats.getItem(id).custom;
  format.fill.load('color');
  format.font.load('color,bold');
  return { formula, ranges, format };
}

function foundFlag({ formula, ranges, format }: QueuedFlag): FlagsOfSheet[number] {
  const { color, bold } = format.font;
  return {
    code: /рег:([^"]*)"/.exec(formula)?.[1] ?? '',
    address: areasOf(ranges.address).map(areaAddress).join(','),
    formula: formula.replace(/^=/, ''),
    look: {
      ...(differs(format.fill.color) ? {} : { fill: format.fill.color }),
      ...(differs(color) ? {} : { fontColor: color }),
      ...(bold ? { bold } : {}),
    },
  };
}

/** The frozen part is told as a range: whole rows, whole columns, or from the corner. */
function frozenAt(place: Excel.Range): { rows: number; columns: number } {
  const area = place.isNullObject ? null : areaOf(place.address);
  if (area === null) return { rows: 0, columns: 0 };
  const isRows = area.right >= 16_384;
  const isColumns = area.bottom >= 1_048_576;
  return { rows: isColumns ? 0 : area.bottom, columns: isRows ? 0 : area.right };
}

interface QueuedPrint {
  readonly page: Excel.PageLayout;
  readonly area: Excel.RangeAreas;
  readonly titleRows: Excel.Range;
  readonly titleColumns: Excel.Range;
}

function queuePrint(page: Excel.PageLayout): QueuedPrint {
  page.load('orientation,paperSize,zoom');
  return {
    page,
    area: page.getPrintAreaOrNullObject().load('address'),
    titleRows: page.getPrintTitleRowsOrNullObject().load('address'),
    titleColumns: page.getPrintTitleColumnsOrNullObject().load('address'),
  };
}

function foundPrint({ page, area, titleRows, titleColumns }: QueuedPrint): FoundPrint {
  const { orientation, paperSize, zoom } = page;
  const plain = (address: string): string => address.slice(address.lastIndexOf('!') + 1);
  return {
    orientation,
    paperSize: differs(paperSize) ? null : paperSize,
    zoom,
    area: area.isNullObject ? null : areasOf(area.address).map(areaAddress).join(','),
    titleRows: titleRows.isNullObject ? null : plain(titleRows.address),
    titleColumns: titleColumns.isNullObject ? null : plain(titleColumns.address),
  };
}
