import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { invalidArgument } from '../errors';
import { read, readBoolean, readNumber, readString } from './arguments';
import { cellAt, valueAt } from './contents';
import {
  argbOf,
  changeStyle,
  commonOf,
  htmlColor,
  pointsOfWidth,
  standardHeight,
  standardWidth,
  widthOfPoints,
} from './look';
import { defineClass, type PropertyMember } from './model';
import { isWholeColumns, isWholeRows } from './places';
import { columnsKept, ensureSheetAlive, ensureUnprotected, existingColumn, type Area } from './world';

/** `RangeFormat` and what hangs on it. */

type Style = Partial<ExcelJS.Style>;

const ensureAlive = (area: Area, world: Parameters<typeof ensureSheetAlive>[1]): void =>
  ensureSheetAlive(area.sheet, world);

/** A scalar property that is one field of the cells' style. */
function styleMember<T>(
  get: (style: Style) => T,
  set: (style: Style, value: unknown) => Style,
): PropertyMember<Area> {
  return {
    get: (area) => commonOf(area, get),
    set: (area, value) => changeStyle(area, (style) => set(style, value)),
  };
}

const fillClass = defineClass<Area>({
  name: 'RangeFill',
  ensureAlive,
  properties: {
    Color: styleMember(
      // An unfilled cell reads as white on every platform (learn.microsoft.com RangeFill).
      (style) => (style.fill?.type === 'pattern' ? (htmlColor(style.fill.fgColor) ?? '#FFFFFF') : '#FFFFFF'),
      (style, value) => ({
        ...style,
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argbOf(value) } },
      }),
    ),
    // Null where there is no fill, a number otherwise (OfficeDev/office-js #4900); tints are not carried.
    TintAndShade: {
      get: (area) =>
        commonOf(area, (style) =>
          style.fill?.type === 'pattern' && style.fill.pattern !== 'none' ? 0 : null,
        ),
    },
  },
  methods: {
    Clear: (area) => changeStyle(area, ({ fill: _dropped, ...rest }) => rest),
  },
});

/** A font element of a file is a whole one: without a name and a size other suites fall back to a font of their own. */
const DEFAULT_FONT: Partial<ExcelJS.Font> = { name: 'Calibri', size: 11, family: 2 };

function fontMember<T>(
  get: (font: Partial<ExcelJS.Font>) => T,
  set: (value: unknown) => Partial<ExcelJS.Font>,
) {
  return styleMember(
    (style) => get(style.font ?? {}),
    (style, value) => ({ ...style, font: { ...DEFAULT_FONT, ...style.font, ...set(value) } }),
  );
}

const fontClass = defineClass<Area>({
  name: 'RangeFont',
  ensureAlive,
  properties: {
    Bold: fontMember(
      (font) => font.bold === true,
      (value) => ({ bold: readBoolean(value, 'font.bold') }),
    ),
    Italic: fontMember(
      (font) => font.italic === true,
      (value) => ({ italic: readBoolean(value, 'font.italic') }),
    ),
    Strikethrough: fontMember(
      (font) => font.strike === true,
      (value) => ({ strike: readBoolean(value, 'font.strikethrough') }),
    ),
    Underline: fontMember(
      (font) =>
        font.underline === true || font.underline === 'single'
          ? 'Single'
          : font.underline === 'double'
            ? 'Double'
            : 'None',
      (value) => ({
        underline:
          read(z.enum(['None', 'Single', 'Double']), value, 'font.underline') === 'None'
            ? false
            : value === 'Single'
              ? 'single'
              : 'double',
      }),
    ),
    Size: fontMember(
      (font) => font.size ?? 11,
      (value) => ({ size: readNumber(value, 'font.size') }),
    ),
    Name: fontMember(
      (font) => font.name ?? 'Calibri',
      (value) => ({ name: readString(value, 'font.name') }),
    ),
    Color: fontMember(
      (font) => htmlColor(font.color) ?? '#000000',
      (value) => ({ color: { argb: argbOf(value) } }),
    ),
  },
});

const sides = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideHorizontal: 'horizontal',
  InsideVertical: 'vertical',
} as const;
type Side = keyof typeof sides;

interface BorderPlace {
  readonly area: Area;
  readonly side: Side;
}

/** The cells' own sides that make up one border of a range. */
function bordersOf({
  area,
  side,
}: BorderPlace): { readonly area: Area; readonly edge: keyof ExcelJS.Borders }[] {
  const { top, bottom, left, right } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, bottom: top }, edge: 'top' }];
    case 'EdgeBottom':
      return [{ area: { ...area, top: bottom }, edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: { ...area, right: left }, edge: 'left' }];
    case 'EdgeRight':
      return [{ area: { ...area, left: right }, edge: 'right' }];
    case 'InsideHorizontal':
      return top === bottom
        ? []
        : [
            { area: { ...area, bottom: bottom - 1 }, edge: 'bottom' },
            { area: { ...area, top: top + 1 }, edge: 'top' },
          ];
    case 'InsideVertical':
      return left === right
        ? []
        : [
            { area: { ...area, right: right - 1 }, edge: 'right' },
            { area: { ...area, left: left + 1 }, edge: 'left' },
          ];
  }
}

/** Excel's line style and weight together are one style name of the file. */
const lines: Readonly<Record<string, { readonly style: string; readonly weight: string }>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dotted: { style: 'Dot', weight: 'Thin' },
  double: { style: 'Double', weight: 'Thick' },
};

function changeBorder(
  place: BorderPlace,
  change: (line: Partial<ExcelJS.Border>) => Partial<ExcelJS.Border> | null,
): void {
  for (const { area, edge } of bordersOf(place)) {
    changeStyle(area, (style) => {
      const line = change(style.border?.[edge] ?? {});
      const { [edge]: _replaced, ...others } = style.border ?? {};
      return { ...style, border: line ? { ...others, [edge]: line } : others };
    });
  }
}

function commonBorder<T>(place: BorderPlace, read: (line: Partial<ExcelJS.Border>) => T): T | null {
  const values = bordersOf(place).map(({ area, edge }) =>
    commonOf(area, (style) => read(style.border?.[edge] ?? {})),
  );
  const first = values[0];
  return first === undefined ? read({}) : values.every((value) => value === first) ? first : null;
}

const lineOf = (line: Partial<ExcelJS.Border>) => (line.style ? lines[line.style] : undefined);

const borderClass = defineClass<BorderPlace>({
  name: 'RangeBorder',
  ensureAlive: (place, world) => ensureSheetAlive(place.area.sheet, world),
  properties: {
    SideIndex: { get: (place) => place.side },
    Style: {
      get: (place) => commonBorder(place, (line) => lineOf(line)?.style ?? 'None'),
      set(place, value) {
        const style = read(z.enum(['None', 'Continuous', 'Dash', 'Dot', 'Double']), value, 'border.style');
        const name = { None: null, Continuous: 'thin', Dash: 'dashed', Dot: 'dotted', Double: 'double' }[
          style
        ];
        changeBorder(place, (line) =>
          name === null ? null : { ...line, style: name as ExcelJS.BorderStyle },
        );
      },
    },
    Weight: {
      get: (place) => commonBorder(place, (line) => lineOf(line)?.weight ?? 'Thin'),
      set(place, value) {
        const weight = read(z.enum(['Hairline', 'Thin', 'Medium', 'Thick']), value, 'border.weight');
        const name = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' }[weight];
        changeBorder(place, (line) => ({ ...line, style: name as ExcelJS.BorderStyle }));
      },
    },
    Color: {
      get: (place) => commonBorder(place, (line) => htmlColor(line.color) ?? '#000000'),
      set(place, value) {
        const argb = argbOf(value);
        // A colour alone draws the line, as in Excel's own border dialog.
        changeBorder(place, (line) => ({ style: 'thin', ...line, color: { argb } }));
      },
    },
  },
});

const sideNames = Object.keys(sides) as Side[];

const bordersClass = defineClass<Area>({
  name: 'RangeBorderCollection',
  ensureAlive,
  properties: { Count: { get: () => sideNames.length } },
  item(area, key, world) {
    const side = read(
      z.enum(['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical']),
      key,
      'the side of a border',
    );
    return borderClass.of({ area, side }, world);
  },
  items: (area, world) => sideNames.map((side) => borderClass.of({ area, side }, world)),
});

const protectionClass = defineClass<Area>({
  name: 'FormatProtection',
  ensureAlive,
  properties: {
    Locked: {
      get: (area) => commonOf(area, (style) => style.protection?.locked !== false),
      set(area, value) {
        ensureUnprotected(area.sheet);
        const locked = readBoolean(value, 'protection.locked');
        changeStyle(area, (style) => ({ ...style, protection: { ...style.protection, locked } }));
      },
    },
  },
});

function alignmentMember<T>(
  get: (alignment: Partial<ExcelJS.Alignment>) => T,
  set: (value: unknown) => Partial<ExcelJS.Alignment>,
): PropertyMember<Area> {
  return styleMember(
    (style) => get(style.alignment ?? {}),
    (style, value) => ({ ...style, alignment: { ...style.alignment, ...set(value) } }),
  );
}

const horizontal = z.enum(['General', 'Left', 'Center', 'Right', 'Fill', 'Justify']);
const vertical = z.enum(['Top', 'Center', 'Bottom', 'Justify']);

/** `Range.format`. */
export const rangeFormatClass = defineClass<Area>({
  name: 'RangeFormat',
  ensureAlive,
  properties: {
    WrapText: alignmentMember(
      (alignment) => alignment.wrapText === true,
      (value) => ({ wrapText: readBoolean(value, 'format.wrapText') }),
    ),
    IndentLevel: alignmentMember(
      (alignment) => alignment.indent ?? 0,
      (value) => ({ indent: readNumber(value, 'format.indentLevel') }),
    ),
    ShrinkToFit: alignmentMember(
      (alignment) => alignment.shrinkToFit === true,
      (value) => ({ shrinkToFit: readBoolean(value, 'format.shrinkToFit') }),
    ),
    HorizontalAlignment: {
      get: (area) => commonOf(area, (style) => capitalised(style.alignment?.horizontal) ?? 'General'),
      set(area, value) {
        const wanted = read(horizontal, value, 'format.horizontalAlignment');
        changeStyle(area, (style) => {
          const { horizontal: _replaced, ...rest } = style.alignment ?? {};
          if (wanted === 'General') return { ...style, alignment: rest };
          return { ...style, alignment: { ...rest, horizontal: wanted.toLowerCase() as 'left' } };
        });
      },
    },
    VerticalAlignment: {
      get: (area) =>
        commonOf(area, (style) =>
          style.alignment?.vertical === 'middle'
            ? 'Center'
            : (capitalised(style.alignment?.vertical) ?? 'Bottom'),
        ),
      set(area, value) {
        const wanted = read(vertical, value, 'format.verticalAlignment');
        const name = wanted === 'Center' ? 'middle' : (wanted.toLowerCase() as 'top');
        changeStyle(area, (style) => ({ ...style, alignment: { ...style.alignment, vertical: name } }));
      },
    },
    ColumnWidth: {
      get(area) {
        const widths = new Set<number>();
        const last = Math.min(area.right, Math.max(columnsKept(area.sheet) + 1, area.left));
        for (let column = area.left; column <= last; column++) {
          widths.add(
            pointsOfWidth(
              existingColumn(area.sheet, column)?.width ??
                area.sheet.properties.defaultColWidth ??
                standardWidth,
            ),
          );
        }
        return widths.size === 1 ? [...widths][0] : null;
      },
      set(area, value) {
        ensureUnprotected(area.sheet);
        const width = widthOfPoints(readNumber(value, 'format.columnWidth'));
        if (width < 0 || width > 256) throw invalidArgument('a column is at most 255 characters wide');
        if (isWholeRows(area)) area.sheet.properties.defaultColWidth = width;
        else
          for (let column = area.left; column <= area.right; column++)
            area.sheet.getColumn(column).width = width;
      },
    },
    RowHeight: {
      get(area) {
        const heights = new Set<number>();
        const last = Math.min(area.bottom, Math.max(area.sheet.rowCount + 1, area.top));
        for (let row = area.top; row <= last; row++)
          heights.add(area.sheet.findRow(row)?.height ?? standardHeight);
        return heights.size === 1 ? [...heights][0] : null;
      },
      set(area, value) {
        ensureUnprotected(area.sheet);
        const height = readNumber(value, 'format.rowHeight');
        if (height < 0 || height > 409.5) throw invalidArgument('a row is at most 409 points high');
        if (isWholeColumns(area)) area.sheet.properties.defaultRowHeight = height;
        else for (let row = area.top; row <= area.bottom; row++) area.sheet.getRow(row).height = height;
      },
    },
  },
  navigation: {
    Fill: (area, world) => fillClass.of(area, world),
    Font: (area, world) => fontClass.of(area, world),
    Borders: (area, world) => bordersClass.of(area, world),
    Protection: (area, world) => protectionClass.of(area, world),
  },
  methods: {
    /** By the number of characters: the host has no fonts to measure. */
    AutofitColumns(area, _args, world) {
      ensureUnprotected(area.sheet);
      const bottom = Math.min(area.bottom, area.sheet.rowCount);
      for (let column = area.left; column <= Math.min(area.right, area.sheet.columnCount); column++) {
        let longest = 0;
        for (let row = area.top; row <= bottom; row++) {
          if (!cellAt(area.sheet, row, column)) continue;
          const lines = String(valueAt(world, area.sheet, row, column)).split('\n');
          longest = Math.max(longest, ...lines.map((line) => line.length));
        }
        if (longest > 0) area.sheet.getColumn(column).width = Math.min(longest + 2, 255);
      }
    },
    /** Leaves the height to Excel, which fits rows without one when it opens the file. */
    AutofitRows(area) {
      ensureUnprotected(area.sheet);
      for (let row = area.top; row <= Math.min(area.bottom, area.sheet.rowCount); row++) {
        const found = area.sheet.findRow(row) as { height?: number | undefined } | undefined;
        if (found) found.height = undefined;
      }
    },
  },
});

function capitalised(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}
