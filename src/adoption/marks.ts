import type { GridCell } from './source';
import { findDay, parseDate, type ReadDate } from './values/dates';
import { fold } from './words';

/** Columns of an attendance matrix, by what stands over them: a date, «Заседание 2», «№ 2», «II», «сентябрь». */
export interface MeetingHeader {
  readonly number: number | null;
  readonly date: ReadDate | null;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ROMAN_NUMBER = '(?:x{0,2}(?:ix|iv|v?i{0,3}))';

const NUMBERED = [
  /заседани\p{L}*\s+(?:(?:[грму]*мо|(?:район|город|муниципал|методическ|объединен)\p{L}*)\s+){1,4}(?:№|n)\s*(\d{1,2})(?!\d|\.\d)/u,
  /заседани\p{L}*\s*(?:№|n)?\s*(\d{1,2})(?!\d|\.\d)/u,
  /(?<![\d.])(\d{1,2})\s*-?\s*(?:е|ое)?\s*(?:заседани|четверт)\p{L}*/u,
  /^(?:№|n)\s*(\d{1,2})$/u,
];
const ROMAN_NUMBERED = new RegExp(
  `^(?:заседани\\p{L}*\\s+)?(${ROMAN_NUMBER})(?:\\s+(?:заседани|четверт)\\p{L}*)?$`,
  'u',
);

/** Latin and Cyrillic letters that people write Roman numbers with. */
const inLatin = (text: string): string => text.replaceAll('і', 'i').replaceAll('х', 'x');

/** `bare`: where everything around speaks of meetings, a plain «2» is one too. */
export function readMeetingHeader(
  { text, value, isDate }: Pick<GridCell, 'text' | 'value' | 'isDate'>,
  bare = false,
): MeetingHeader | null {
  if (isDate && typeof value === 'number') return { number: null, date: parseDate(value) };
  const folded = fold(text);
  if (folded.length > 60) return null;
  const number = numberIn(folded, bare);
  const day = findDay(folded);
  if (day !== null) return { number, date: { precision: 'day', serial: day.serial } };
  if (number !== null) return { number, date: null };
  if (/^\d+$/.test(folded)) return null;
  const date = parseDate(folded);
  const isOne = date?.precision === 'day' || date?.precision === 'month' || date?.precision === 'day of year';
  return isOne ? { number: null, date } : null;
}

function numberIn(folded: string, bare: boolean): number | null {
  for (const pattern of NUMBERED) {
    const found = pattern.exec(folded);
    if (found !== null && Number(found[1]) > 0) return Number(found[1]);
  }
  const roman = ROMAN_NUMBERED.exec(inLatin(folded))?.[1] ?? '';
  const index = ROMAN.indexOf(roman);
  if (index >= 0) return index + 1;
  return bare && /^\d{1,2}$/.test(folded) && Number(folded) > 0 ? Number(folded) : null;
}

/** Words of a sheet or a title that speak of attendance. */
export const speaksOfAttendance = (text: string): boolean => /посещ|явк|присутств|заседани/u.test(fold(text));
