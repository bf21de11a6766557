import { format, getFormatFromId, parseValue } from 'numfmt';
import type { HostValue } from '../../host/document';

/**
 * What a person types, read as Excel in Russian reads it: «12,5» is a number, «03.09.2025» a date, «истина» a
 * logical value. The host itself reads texts as the Office.js API does, in the American manner, so everything
 * that is to stay a text goes to it behind an apostrophe.
 */

const locale = 'ru';
const DATE = 'dd.mm.yyyy';

/** A cell's new content, and the number format Excel gives a cell that has none. */
export interface TypedEntry {
  readonly value: HostValue;
  readonly format?: string;
}

/** Formats Excel takes over from the way a value was typed. */
const ownFormat = (formatId: number | undefined): string | undefined => {
  if (formatId === undefined) return undefined;
  return formatId === 14 ? DATE : getFormatFromId(formatId, locale);
};

/**
 * @param isText the cell is formatted as text («@»), where everything stays as it was typed
 */
export function readTyped(text: string, isText = false): TypedEntry {
  if (text === '') return { value: '' };
  if (text.startsWith("'")) return { value: text };
  if (isText) return { value: `'${text}` };
  if (text.startsWith('=') && text.length > 1) return { value: text };
  const read = parseValue(text, { locale });
  if (!read || typeof read.value === 'string' || read.value === null) return { value: `'${text}` };
  const found = ownFormat(read.formatId);
  return found === undefined ? { value: read.value } : { value: read.value, format: found };
}

/** What stands in the cell when it is opened for editing, such that leaving it unchanged changes nothing. */
export function editText(value: HostValue, numberFormat: string, formula: string | undefined): string {
  if (formula !== undefined) return formula;
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  if (typeof value === 'number') return numberText(value, numberFormat);
  const read = readTyped(value, numberFormat === '@').value;
  return read === `'${value}` || value === '' ? value : `'${value}`;
}

function numberText(value: number, numberFormat: string): string {
  if (/[dy]/i.test(numberFormat) && Number.isInteger(value) && value > 0) return format(DATE, value);
  if (numberFormat.endsWith('%')) return `${plain(Number((value * 100).toPrecision(15)))}%`;
  return plain(value);
}

const plain = (value: number): string => String(value).replace('.', ',');
