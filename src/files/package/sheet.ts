import { isDateFormat } from '../../adoption/source';
import type { CellValue } from '../../plan/action';
import { parseArea, type Area } from '../../register/addresses';
import { serialOf } from '../../register/dates';
import { FileError } from '../errors';
import { kept, type BookPackage } from './book';
import { attribute, isOn, newXmlReader, unescaped } from './xml';
import { readText, type ZipPart } from './zip';

/** A formula as the file writes it; the text of a shared one stands in the first of its cells alone. */
export interface PackedFormula {
  /** A slice of the file; `formulaText` makes a string of its own of it. */
  readonly text: string;
  /** Number of the shared formula; null when it is the cell's own. */
  readonly shared: string | null;
}

export interface PackedCell {
  readonly row: number;
  readonly column: number;
  /** "" where a formula stands whose result was never kept. */
  readonly value: CellValue;
  readonly format: string | undefined;
  readonly formula: PackedFormula | null;
  /** A result is there, be it an empty text. */
  readonly hasValue: boolean;
}

/** What a sheet holds beside its cells; heard in the order of the file. */
export interface SheetEvents {
  /** Cells that hold a value or a formula, in reading order. */
  readonly cell: (cell: PackedCell) => void;
  /** Any other element of the sheet, its local name and attributes. */
  readonly element?: (name: string, attributes: string) => void;
  /** Text of an element beside the cells. */
  readonly text?: (name: string, text: string) => void;
}

/** What is said of whole rows and columns. */
export interface SheetFrame {
  readonly merges: readonly Area[];
  /** Hidden rows that hold something. */
  readonly hiddenRows: readonly number[];
  /** Hidden columns as first and last; a file hides thousands at once. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

/** Days between the two date systems of Excel. */
const DAYS_1904 = 1462;
/** Cells of one file, all sheets together. */
export const MOST_CELLS = 3_000_000;

/**
 * Reads a worksheet once from top to bottom. Cells that only have a look cost their reading and nothing more.
 *
 * @throws FileError when the part is damaged.
 */
export function readSheet(part: ZipPart, book: BookPackage, events: SheetEvents): SheetFrame {
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: [number, number][] = [];
  const toValue = valueReader(book);
  let row = 0;
  let column = 0;
  let isRowHidden = false;
  let isCell = false;
  let type: string | null = null;
  let style = 0;
  let value = '';
  let hasValue = false;
  let inline = '';
  let formula = '';
  let formulaAttributes: string | null = null;
  let target: 'v' | 'f' | 't' | '' = '';
  let phonetics = 0;
  let element = '';

  const finishCell = (): void => {
    isCell = false;
    if (!hasValue && formulaAttributes === null && inline === '') return;
    const format = book.formats[style];
    const read = toValue(type, type === 'inlineStr' ? inline : value, hasValue, format);
    if (read === '' && formulaAttributes === null) return;
    if (isRowHidden && hiddenRows.at(-1) !== row) hiddenRows.push(row);
    events.cell({
      row,
      column,
      value: read,
      format,
      formula:
        formulaAttributes === null
          ? null
          : {
              text: formula,
              shared:
                attribute(formulaAttributes, 't') === 'shared' ? attribute(formulaAttributes, 'si') : null,
            },
      hasValue: hasValue && (value !== '' || type === 'str'),
    });
  };

  readText(
    part,
    newXmlReader({
      open: (name, attributes) => {
        if (isCell) {
          if (name === 'v') {
            target = 'v';
            hasValue = true;
          } else if (name === 'f') {
            target = 'f';
            formulaAttributes = attributes;
          } else if (name === 't') {
            target = phonetics === 0 ? 't' : '';
          } else if (name === 'rPh') {
            phonetics += 1;
          }
          return;
        }
        if (name === 'c') {
          isCell = true;
          column = columnOf(attributes) ?? column + 1;
          type = attribute(attributes, 't');
          style = Number(attribute(attributes, 's') ?? 0);
          value = '';
          inline = '';
          formula = '';
          hasValue = false;
          formulaAttributes = null;
          target = '';
        } else if (name === 'row') {
          const number = attribute(attributes, 'r');
          row = number === null ? row + 1 : Number(number);
          column = 0;
          isRowHidden = attributes.includes('hidden') && isOn(attribute(attributes, 'hidden'));
        } else if (name === 'mergeCell') {
          const area = parseArea(attribute(attributes, 'ref') ?? '');
          if (area !== null) merges.push(area);
        } else if (name === 'col') {
          if (isOn(attribute(attributes, 'hidden'))) {
            hiddenColumns.push([Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))]);
          }
          events.element?.(name, attributes);
        } else {
          element = name;
          events.element?.(name, attributes);
        }
      },
      text: (text) => {
        if (!isCell) {
          if (element !== '') events.text?.(element, text);
        } else if (target === 'v') {
          value += text;
        } else if (target === 'f') {
          formula += text;
        } else if (target === 't') {
          inline += text;
        }
      },
      close: (name) => {
        if (!isCell) {
          if (name === element) element = '';
        } else if (name === 'c') {
          finishCell();
        } else if (name === 'rPh') {
          phonetics -= 1;
        } else if (name === target) {
          target = '';
        }
      },
    }),
  );
  return { merges, hiddenRows, hiddenColumns };
}

/** The column of a cell from its address; null where a writer left the address out. */
function columnOf(attributes: string): number | null {
  const at = attributes.indexOf(' r="');
  if (at < 0) {
    const address = attribute(attributes, 'r');
    return address === null ? null : (parseArea(address)?.left ?? null);
  }
  let column = 0;
  for (let index = at + 4; index < attributes.length; index += 1) {
    const code = attributes.charCodeAt(index);
    if (code < 0x41) break;
    column = column * 26 + (code & 0x1f);
  }
  return column === 0 ? null : column;
}

type ValueReader = (
  type: string | null,
  text: string,
  hasValue: boolean,
  format: string | undefined,
) => CellValue;

function valueReader({ strings, is1904, formats }: BookPackage): ValueReader {
  const dates = new Set(formats.filter(isDateFormat));
  return (type, text, hasValue, format) => {
    switch (type) {
      case 's': {
        if (!hasValue || text === '') return '';
        const string = strings[Number(text)];
        if (string === undefined) throw new FileError('brokenBook');
        return string;
      }
      case 'b':
        return text === '' ? '' : isOn(text);
      case 'd':
        return isoSerial(text) ?? kept(text);
      case 'str':
      case 'inlineStr':
        return kept(unescaped(text));
      case 'e':
        return text;
      default: {
        if (text.trim() === '') return '';
        const number = Number(text);
        if (Number.isNaN(number)) return kept(text);
        return is1904 && dates.has(format) ? number + DAYS_1904 : number;
      }
    }
  };
}

/** A day of «Strict Open XML», "2024-03-15" or "2024-03-15T10:30:00Z", as a serial number. */
function isoSerial(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return serialOf(year, month, day) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** A formula without «=», to be kept. */
export const formulaText = ({ text }: PackedFormula): string => kept(unescaped(text));
