import type ExcelJS from 'exceljs';

/** The look of a cell as CSS: fills, fonts, borders and alignment of the file. */

/** CSS properties by their names in a style object. */
export type Css = Readonly<Record<string, string | number>>;

/** The colours of Excel's own theme since 2013, in the order of the file: light and dark first, then accents. */
const THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
] as const;

/** Colours of the theme that tables are painted with: black, then the six accents. */
export const TABLE_ACCENTS = [THEME[1], ...THEME.slice(4, 10)] as const;

/** A colour lightened (towards 1) or darkened (towards −1), as a theme's tint asks. */
export function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return channels
    .map((channel) => Math.round(tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('');
}

/** CSS of a colour of the file; undefined when the file leaves it to the program. */
export function cssColor(color: Partial<ExcelJS.Color> | undefined): string | undefined {
  if (color?.argb !== undefined) return `#${color.argb.slice(-6)}`;
  if (color?.theme === undefined) return undefined;
  const base = THEME[color.theme];
  if (base === undefined) return undefined;
  const tint = 'tint' in color && typeof color.tint === 'number' ? color.tint : 0;
  return `#${tinted(base, tint)}`;
}

const BORDERS: Readonly<Record<string, string>> = {
  hair: '1px dotted',
  dotted: '1px dotted',
  dashed: '1px dashed',
  dashDot: '1px dashed',
  dashDotDot: '1px dashed',
  mediumDashed: '2px dashed',
  mediumDashDot: '2px dashed',
  mediumDashDotDot: '2px dashed',
  slantDashDot: '2px dashed',
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  double: '3px double',
};

function borderCss(border: Partial<ExcelJS.Border> | undefined): string | undefined {
  const line = border?.style === undefined ? undefined : BORDERS[border.style];
  return line === undefined ? undefined : `${line} ${cssColor(border?.color) ?? '#000'}`;
}

const VERTICAL: Readonly<Record<string, string>> = { top: 'flex-start', middle: 'center', center: 'center' };

/** How a cell is laid out and painted, apart from its value. */
export interface CellLook {
  readonly css: Css;
  readonly fill: string | undefined;
  /** Undefined: by the value. */
  readonly align: 'left' | 'right' | 'center' | undefined;
  readonly wrap: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly numberFormat: string | undefined;
}

const STANDARD_POINTS = 11;

/** Points to CSS pixels. */
export const pixels = (points: number): number => (points * 4) / 3;

function alignOf(style: Partial<ExcelJS.Style>): CellLook['align'] {
  switch (style.alignment?.horizontal) {
    case 'left':
    case 'right':
    case 'center':
      return style.alignment.horizontal;
    case 'centerContinuous':
      return 'center';
    default:
      return undefined;
  }
}

function fillOf(style: Partial<ExcelJS.Style>): string | undefined {
  const { fill } = style;
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return undefined;
  return cssColor(fill.pattern === 'solid' ? fill.fgColor : (fill.bgColor ?? fill.fgColor));
}

function fontCss(font: Partial<ExcelJS.Font> | undefined): Record<string, string | number> {
  const css: Record<string, string | number> = {};
  const color = cssColor(font?.color);
  if (color !== undefined) css.color = color;
  if (font?.bold === true) css.fontWeight = 600;
  if (font?.italic === true) css.fontStyle = 'italic';
  const lines = [
    font?.underline !== undefined && font.underline !== false && font.underline !== 'none' ? 'underline' : '',
    font?.strike === true ? 'line-through' : '',
  ].filter(Boolean);
  if (lines.length > 0) css.textDecoration = lines.join(' ');
  if (font?.size !== undefined && font.size !== STANDARD_POINTS)
    css.fontSize = `${String(pixels(font.size))}px`;
  return css;
}

function lookOf(style: Partial<ExcelJS.Style>): CellLook {
  const css = fontCss(style.font);
  const sides = {
    borderTop: style.border?.top,
    borderRight: style.border?.right,
    borderBottom: style.border?.bottom,
    borderLeft: style.border?.left,
  };
  for (const [side, border] of Object.entries(sides)) {
    const line = borderCss(border);
    if (line !== undefined) css[side] = line;
  }
  const fill = fillOf(style);
  if (fill !== undefined) css.background = fill;
  css.alignItems = VERTICAL[style.alignment?.vertical ?? ''] ?? 'flex-end';
  const indent = style.alignment?.indent ?? 0;
  if (indent > 0) css.paddingLeft = `${String(3 + indent * 9)}px`;
  return {
    css,
    fill,
    align: alignOf(style),
    wrap: style.alignment?.wrapText === true,
    fontSize: style.font?.size ?? STANDARD_POINTS,
    bold: style.font?.bold === true,
    numberFormat: style.numFmt,
  };
}

const known = new WeakMap<object, CellLook>();

/** The look of a style; cells of one style share it. */
export function cellLook(style: Partial<ExcelJS.Style>): CellLook {
  let look = known.get(style);
  if (look === undefined) {
    look = lookOf(style);
    known.set(style, look);
  }
  return look;
}

/** What a conditional format paints over a cell. */
export function flagCss(style: Partial<ExcelJS.Style> | undefined): Css {
  const css = fontCss(style?.font);
  const fill = style?.fill;
  // In a differential style a solid fill is its background colour (ECMA-376, dxf).
  const color = fill?.type === 'pattern' ? cssColor(fill.bgColor ?? fill.fgColor) : undefined;
  if (color !== undefined) css.background = color;
  return css;
}
