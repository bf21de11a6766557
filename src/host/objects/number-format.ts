import type { HostValue } from '../document';
import { notImplemented } from '../errors';

/** The text of a value under the number formats this host can show; any other format is refused by name. */
export function displayText(value: HostValue, format: string | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const code = format ?? 'General';
  if (code === 'General' || code === '@') return generalNumber(value);
  const fixed = /^(#,##)?0(?:\.(0+))?(%?)$/.exec(code);
  if (fixed) {
    const [, grouped, decimals = '', percent = ''] = fixed;
    const digits = (percent ? value * 100 : value).toFixed(decimals.length);
    return (grouped ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : digits) + percent;
  }
  if (/^[dmy./\- ]+$/i.test(code)) return dateText(value, code.toLowerCase());
  throw notImplemented(`Range.text under the number format ${code}`);
}

function generalNumber(value: number): string {
  return String(Number(value.toPrecision(11)));
}

function dateText(serial: number, code: string): string {
  const date = new Date(Math.round((Math.floor(serial) - 25_569) * 86_400_000));
  const two = (part: number): string => String(part).padStart(2, '0');
  return code.replace(/yyyy|yy|mm|m|dd|d/g, (part) => {
    switch (part) {
      case 'yyyy':
        return String(date.getUTCFullYear());
      case 'yy':
        return two(date.getUTCFullYear() % 100);
      case 'mm':
        return two(date.getUTCMonth() + 1);
      case 'm':
        return String(date.getUTCMonth() + 1);
      case 'dd':
        return two(date.getUTCDate());
      default:
        return String(date.getUTCDate());
    }
  });
}
