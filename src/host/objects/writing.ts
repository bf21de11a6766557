import type { HostValue } from '../document';
import { invalidArgument } from '../errors';
import { createContentReader, putContent, shapeOf, shifted, valueAt, type Entry } from './contents';
import { calculateColumns, growTables, settleHeaders, watchTables, type TableWatch } from './table-effects';
import { columnCount, isWholeColumns, isWholeRows, rowCount } from './places';
import { cellsChanged, ensureCellsEditable, existingColumn, type Area, type World } from './world';

/**
 * Writes values or formulas into an area, all or nothing: everything is read and checked before the first
 * cell changes. Values and formulas are read alike, because `Range.values` takes formulas too (d.ts).
 */
export function writeCells(world: World, area: Area, assigned: unknown): void {
  ensureCellsEditable(area);
  const shape = shapeOf(area, assigned);
  const reader = createContentReader(world, area.sheet);
  const isText = textFormats(area);
  // The event tells the value before and after a change of one cell; unheard, it is not worth a calculation.
  const single = world.subscriptions.size > 0 && rowCount(area) === 1 && columnCount(area) === 1;
  const before = single ? valueAt(world, area.sheet, area.top, area.left) : '';
  let watch: TableWatch | undefined;

  if ('scalar' in shape) {
    if (isWholeColumns(area) || isWholeRows(area)) {
      if (shape.scalar !== '') throw invalidArgument('whole rows and columns can only be emptied');
      clearContents(area);
    } else {
      const content = reader.content(shape.scalar, area.top, area.left, isText(area.top, area.left));
      if (content === undefined) return;
      watch = watchTables(world, area);
      fill(area, content);
    }
  } else {
    const contents = shape.rows.map((line, rowOffset) =>
      line.map((value, columnOffset) => {
        const row = area.top + rowOffset;
        const column = area.left + columnOffset;
        return reader.content(value, row, column, isText(row, column));
      }),
    );
    watch = watchTables(world, area);
    contents.forEach((line, rowOffset) =>
      line.forEach((content, columnOffset) => {
        if (content) putContent(area.sheet, area.top + rowOffset, area.left + columnOffset, content);
      }),
    );
  }
  settleWrite(world, area, watch, before, single);
}

/** Empties the cells of an area without creating any. */
export function clearContents(area: Area): void {
  for (let row = area.top; row <= Math.min(area.bottom, area.sheet.rowCount); row++) {
    const cells = area.sheet.findRow(row);
    if (!cells) continue;
    for (let column = area.left; column <= Math.min(area.right, cells.cellCount); column++) {
      putContent(area.sheet, row, column, { kind: 'value', value: '' });
    }
  }
}

/** What follows a change of cells: headers, growing tables, calculated columns, the event. */
export function settleWrite(
  world: World,
  area: Area,
  watch: TableWatch | undefined,
  before: HostValue,
  single: boolean,
): void {
  settleHeaders(world, area);
  growTables(world, area);
  if (watch) calculateColumns(world, area, watch);
  cellsChanged(
    world,
    area,
    single ? { before, after: valueAt(world, area.sheet, area.top, area.left) } : undefined,
  );
}

function fill(area: Area, content: Entry): void {
  const moving = content.kind === 'formula' && shifted(content.formula, 1, 1) !== content.formula;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      putContent(
        area.sheet,
        row,
        column,
        moving && content.kind === 'formula'
          ? { kind: 'formula', formula: shifted(content.formula, row - area.top, column - area.left) }
          : content,
      );
    }
  }
}

/** Tells which cells carry the text format "@", where nothing typed is interpreted. */
function textFormats(area: Area): (row: number, column: number) => boolean {
  const wholeColumns = new Set<number>();
  for (let column = area.left; column <= area.right; column++) {
    if (existingColumn(area.sheet, column)?.numFmt === '@') wholeColumns.add(column);
  }
  return (row, column) => {
    const cell = area.sheet.findRow(row)?.findCell(column);
    return cell ? cell.numFmt === '@' : wholeColumns.has(column);
  };
}
