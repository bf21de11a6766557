import { format, formatColor, isValidFormat } from 'numfmt';
import type { HostValue } from '../../host/document';

/** The text of a cell under its number format, in the Russian manner, and what a value does by itself. */

const locale = 'ru';

export interface Shown {
  readonly text: string;
  /** A colour the number format asks for («[Красный]»). */
  readonly color?: string;
  /** Where the value stands when nothing else is said: numbers right, words left, logical values and errors centred. */
  readonly align: 'left' | 'right' | 'center';
}

export function showValue(value: HostValue, numberFormat: string | undefined, isError: boolean): Shown {
  if (isError) return { text: String(value), align: 'center' };
  const code = numberFormat === undefined || !isValidFormat(numberFormat) ? 'General' : numberFormat;
  if (typeof value === 'string') return { text: textOf(value, code), align: 'left' };
  const text = format(code, value, { locale, throws: false });
  if (typeof value === 'boolean') return { text, align: 'center' };
  const color = code.includes('[') ? formatColor(code, value, { throws: false }) : null;
  return { text, align: 'right', ...(typeof color === 'string' ? { color } : {}) };
}

/** Only a format with a part for texts changes one. */
const textOf = (value: string, code: string): string =>
  code !== '@' && code.includes('@') ? format(code, value, { locale, throws: false }) : value;
