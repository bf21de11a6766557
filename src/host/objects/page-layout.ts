import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { invalidArgument } from '../errors';
import { read, readBoolean, readNumber, readString } from './arguments';
import { defineClass, nullObject, type HostClass, type PropertyMember } from './model';
import { rangeAreasClass, rangeClass, readArea } from './range';
import { areaAddress, isWholeColumns, isWholeRows, parseAddress } from './places';
import { ensureSheetAlive, type World } from './world';

/** `Worksheet.pageLayout`. */

type Sheet = ExcelJS.Worksheet;

const ensureAlive = (sheet: Sheet, world: World): void => ensureSheetAlive(sheet, world);

/** `Excel.PaperType` names and the numbers the file has for them (ECMA-376, pageSetup). */
const papers: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

const pointsPerInch = 72;

/** ExcelJS fills every margin when one is asked for; these are Excel's «обычные» ones, in inches. */
const usualMargins: ExcelJS.Margins = {
  left: 0.7,
  right: 0.7,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};

function margin(side: keyof ExcelJS.Margins): PropertyMember<Sheet> {
  return {
    get: (sheet) => (sheet.pageSetup.margins ?? usualMargins)[side] * pointsPerInch,
    set(sheet, value) {
      const points = readNumber(value, `pageLayout.${side}Margin`);
      if (points < 0) throw invalidArgument('a margin cannot be negative');
      sheet.pageSetup.margins = {
        ...usualMargins,
        ...sheet.pageSetup.margins,
        [side]: points / pointsPerInch,
      };
    },
  };
}

const marginOptions = z.object({
  top: z.number().optional(),
  bottom: z.number().optional(),
  left: z.number().optional(),
  right: z.number().optional(),
  header: z.number().optional(),
  footer: z.number().optional(),
});

const zoomSchema = z.object({
  horizontalFitToPages: z.number().int().nullish(),
  verticalFitToPages: z.number().int().nullish(),
  scale: z.number().int().min(10).max(400).nullish(),
});

const setupFlag = (
  field: 'horizontalCentered' | 'verticalCentered' | 'showGridLines' | 'blackAndWhite',
): PropertyMember<Sheet> => ({
  get: (sheet) => sheet.pageSetup[field] === true,
  set(sheet, value) {
    sheet.pageSetup[field] = readBoolean(value, `pageLayout.${field}`);
  },
});

const parts = { Left: '&L', Center: '&C', Right: '&R' } as const;

/** One of the three parts of a header or footer, kept in the file as "&Lleft&Ccentre&Rright". */
function headerPart(field: 'oddHeader' | 'oddFooter', part: keyof typeof parts): PropertyMember<Sheet> {
  const split = (text: string): Record<string, string> => {
    const found: Record<string, string> = {};
    for (const match of text.matchAll(/&([LCR])([\s\S]*?)(?=&[LCR]|$)/g))
      found[`&${match[1] ?? ''}`] = match[2] ?? '';
    return found;
  };
  return {
    get: (sheet) => split(sheet.headerFooter[field] ?? '')[parts[part]] ?? '',
    set(sheet, value) {
      const texts = {
        ...split(sheet.headerFooter[field] ?? ''),
        [parts[part]]: readString(value, 'a header or footer'),
      };
      sheet.headerFooter[field] = Object.values(parts)
        .map((mark) => (texts[mark] ? mark + texts[mark] : ''))
        .join('');
    },
  };
}

const headerFooterClass = defineClass<Sheet>({
  name: 'HeaderFooter',
  ensureAlive,
  properties: {
    LeftHeader: headerPart('oddHeader', 'Left'),
    CenterHeader: headerPart('oddHeader', 'Center'),
    RightHeader: headerPart('oddHeader', 'Right'),
    LeftFooter: headerPart('oddFooter', 'Left'),
    CenterFooter: headerPart('oddFooter', 'Center'),
    RightFooter: headerPart('oddFooter', 'Right'),
  },
});

const headersFootersClass = defineClass<Sheet>({
  name: 'HeaderFooterGroup',
  ensureAlive,
  navigation: { DefaultForAllPages: (sheet, world) => headerFooterClass.of(sheet, world) },
});

/** "$1:$2" or "1:2" of whole rows, as the file keeps printed titles. */
function titleRows(value: unknown, sheet: Sheet, world: World): string {
  const area = readArea(value, sheet, world);
  if (!isWholeRows(area)) throw invalidArgument('print titles are whole rows');
  return `${area.top}:${area.bottom}`;
}

/** `PageLayout`. */
export const pageLayoutClass: HostClass<Sheet> = defineClass<Sheet>({
  name: 'PageLayout',
  ensureAlive,
  properties: {
    Orientation: {
      get: (sheet) => (sheet.pageSetup.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set(sheet, value) {
        const wanted = read(z.enum(['Portrait', 'Landscape']), value, 'pageLayout.orientation');
        sheet.pageSetup.orientation = wanted === 'Landscape' ? 'landscape' : 'portrait';
      },
    },
    PaperSize: {
      get: (sheet) => Object.keys(papers).find((name) => papers[name] === sheet.pageSetup.paperSize) ?? null,
      set(sheet, value) {
        const paper = papers[readString(value, 'pageLayout.paperSize')];
        if (paper === undefined) throw invalidArgument('a paper size this host knows');
        sheet.pageSetup.paperSize = paper;
      },
    },
    CenterHorizontally: setupFlag('horizontalCentered'),
    CenterVertically: setupFlag('verticalCentered'),
    PrintGridlines: setupFlag('showGridLines'),
    BlackAndWhite: setupFlag('blackAndWhite'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    Zoom: {
      get({ pageSetup }) {
        if (!pageSetup.fitToPage) return { scale: pageSetup.scale ?? 100 };
        return {
          ...(pageSetup.fitToWidth ? { horizontalFitToPages: pageSetup.fitToWidth } : {}),
          ...(pageSetup.fitToHeight ? { verticalFitToPages: pageSetup.fitToHeight } : {}),
        };
      },
      set(sheet, value) {
        const zoom = read(zoomSchema, value, 'pageLayout.zoom');
        const { horizontalFitToPages: width, verticalFitToPages: height, scale } = zoom;
        if ((width ?? height) != null) {
          // 0 means "as many pages as it takes" in the file.
          sheet.pageSetup.fitToPage = true;
          sheet.pageSetup.fitToWidth = width ?? 0;
          sheet.pageSetup.fitToHeight = height ?? 0;
          return;
        }
        sheet.pageSetup.fitToPage = false;
        if (scale != null) sheet.pageSetup.scale = scale;
      },
    },
  },
  navigation: { HeadersFooters: (sheet, world) => headersFootersClass.of(sheet, world) },
  methods: {
    SetPrintArea(sheet, [area], world) {
      sheet.pageSetup.printArea = areaAddress(readArea(area, sheet, world));
    },
    GetPrintAreaOrNullObject(sheet, _args, world) {
      const rects = (sheet.pageSetup.printArea ?? '')
        .split('&&')
        .flatMap((address) => parseAddress(address) ?? []);
      return rects.length > 0 ? rangeAreasClass.of({ sheet, areas: rects }, world) : nullObject;
    },
    SetPrintTitleRows(sheet, [rows], world) {
      sheet.pageSetup.printTitlesRow = titleRows(rows, sheet, world);
    },
    GetPrintTitleRowsOrNullObject(sheet, _args, world) {
      const rect = parseAddress(sheet.pageSetup.printTitlesRow ?? '');
      return rect ? rangeClass.of({ sheet, ...rect }, world) : nullObject;
    },
    GetPrintTitleColumnsOrNullObject(sheet, _args, world) {
      const rect = parseAddress(sheet.pageSetup.printTitlesColumn ?? '');
      return rect ? rangeClass.of({ sheet, ...rect }, world) : nullObject;
    },
    SetPrintTitleColumns(sheet, [columns], world) {
      const area = readArea(columns, sheet, world);
      if (!isWholeColumns(area)) throw invalidArgument('print titles are whole columns');
      sheet.pageSetup.printTitlesColumn = areaAddress(area);
    },
    SetPrintMargins(sheet, [unit, options]) {
      const perInch = ({ Points: 72, Inches: 1, Centimeters: 2.54 } as Readonly<Record<string, number>>)[
        String(unit)
      ];
      if (perInch === undefined) throw invalidArgument('the unit of the margins');
      const given = read(marginOptions, options, 'the margins');
      const margins = { ...usualMargins, ...sheet.pageSetup.margins };
      for (const [side, size] of Object.entries(given)) {
        if (size !== undefined) margins[side as keyof ExcelJS.Margins] = size / perInch;
      }
      sheet.pageSetup.margins = margins;
    },
  },
});
