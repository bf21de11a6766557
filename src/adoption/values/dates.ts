import { serialOf, dayOf } from '../../register/dates';
import { fold } from '../words';
import { ask, EMPTY, read, saysNothing, type Reading } from './reading';

/** Dates as people type them; a month or a year alone keeps its precision and is never made a day. */

export type ReadDate =
  | { readonly precision: 'day'; readonly serial: number }
  | { readonly precision: 'month'; readonly year: number | null; readonly month: number }
  | { readonly precision: 'year'; readonly year: number }
  /** A day of a month whose year is not said: «25.09». */
  | { readonly precision: 'day of year'; readonly month: number; readonly day: number }
  /** Several days, months or years, or words: «2023-2024», «в течение учебного года». */
  | { readonly precision: 'words' };

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const SHORT_MONTHS = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

const MONTH_WORD =
  '(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:ь|я|е|й|а|ю|и)?';
const SHORT_MONTH = '(?:янв|фев|мар|апр|май|июн|июл|авг|сент?|окт|ноя|дек)\\.?';
const A_MONTH = `(${MONTH_WORD}|${SHORT_MONTH})`;
const YEAR_END = '(?:\\s*(?:год[ауе]?|гг|г)(?:\\.|(?![\\p{L}])))?';

const MONTH_NAMES = MONTHS.map((root) => new RegExp(`^${root}(?:ь|я|е|й|а|ю|и)?$`, 'u'));

/** 0 when the word is no month. */
export function monthOf(text: string): number {
  const folded = fold(text).replace(/\.$/, '');
  const whole = MONTH_NAMES.findIndex((name) => name.test(folded));
  const short = folded === 'сент' ? 'сен' : folded;
  return (whole >= 0 ? whole : SHORT_MONTHS.indexOf(short)) + 1;
}

/** A two-digit year: 24 → 2024, 76 → 1976. For births the border lies lower: nobody teaches at fifteen. */
export const fullYear = (year: number, pivot: number): number =>
  year >= 100 ? year : year <= pivot ? 2000 + year : 1900 + year;

const PIVOT = 45;
const BIRTH_PIVOT = 10;

const DAY = /^(\d{1,2})\s*[./,-]\s*(\d{1,2})\s*[./,-]\s*(\d{4}|\d{2})$/u;
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/u;
const WORDED = new RegExp(`^[«"]?(\\d{1,2})[»"]?\\s+${A_MONTH}\\s+(\\d{4}|\\d{2})$`, 'u');
const MONTH_AND_YEAR = new RegExp(`^${A_MONTH}\\s*,?\\s*(\\d{4}|\\d{2})$`, 'u');
const MONTH_NUMBER = /^(\d{1,2})[./](\d{4})$/u;
const YEAR = /^(\d{4})$/u;
const DAY_OF_YEAR = /^(\d{1,2})[./](\d{1,2})\.?$/u;
const WORDED_DAY_OF_YEAR = new RegExp(`^(\\d{1,2})\\s+${A_MONTH}$`, 'u');
const MONTH_ALONE = new RegExp(`^${A_MONTH}$`, 'u');
const YEAR_AT_END = new RegExp(`${YEAR_END}\\s*(?:р\\.?|рождения)?\\s*$`, 'u');
const TIME = /[ ,]+\d{1,2}:\d{2}(?::\d{2})?$/u;
const ABOUT_TIME =
  /\d|год|четверт|полугоди|семестр|течени|период|лето|осен|весн|зим|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|кварта/u;

export interface DateOptions {
  readonly isBirth?: boolean;
}

/** Serials of days that people keep: 01.01.1920 – 31.12.2119. */
const FIRST_SERIAL = serialOf(1920, 1, 1);
const LAST_SERIAL = serialOf(2120, 1, 1);

/** What a text or a number says of a day; null when it is about something else, or names a day that never was. */
export function parseDate(value: string | number, { isBirth = false }: DateOptions = {}): ReadDate | null {
  if (typeof value === 'number') return dateOfNumber(value);
  const pivot = isBirth ? BIRTH_PIVOT : PIVOT;
  const text = fold(value)
    .replace(TIME, '')
    .replace(YEAR_AT_END, '')
    .replace(/[.,;\s]+$/u, '')
    .trim();
  const day = DAY.exec(text);
  if (day !== null) return dayFrom(fullYear(Number(day[3]), pivot), Number(day[2]), Number(day[1]));
  const iso = ISO.exec(text);
  if (iso !== null) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const worded = WORDED.exec(text);
  if (worded !== null)
    return dayFrom(fullYear(Number(worded[3]), pivot), monthOf(worded[2] ?? ''), Number(worded[1]));
  const month = MONTH_AND_YEAR.exec(text);
  if (month !== null)
    return { precision: 'month', year: fullYear(Number(month[2]), pivot), month: monthOf(month[1] ?? '') };
  const numbered = MONTH_NUMBER.exec(text);
  if (numbered !== null && isMonth(Number(numbered[1])))
    return { precision: 'month', year: Number(numbered[2]), month: Number(numbered[1]) };
  const year = YEAR.exec(text);
  if (year !== null)
    return isYear(Number(year[1]))
      ? { precision: 'year', year: Number(year[1]) }
      : dateOfNumber(Number(year[1]));
  const short = DAY_OF_YEAR.exec(text);
  if (short !== null && isMonth(Number(short[2])) && Number(short[1]) >= 1 && Number(short[1]) <= 31)
    return { precision: 'day of year', month: Number(short[2]), day: Number(short[1]) };
  const wordedShort = WORDED_DAY_OF_YEAR.exec(text);
  if (wordedShort !== null)
    return { precision: 'day of year', month: monthOf(wordedShort[2] ?? ''), day: Number(wordedShort[1]) };
  const alone = MONTH_ALONE.exec(text);
  if (alone !== null) return { precision: 'month', year: null, month: monthOf(alone[1] ?? '') };
  const serial = /^\d{5}$/.test(text) ? dateOfNumber(Number(text)) : null;
  if (serial !== null) return serial;
  return ABOUT_TIME.test(fold(value)) && !/^\d+$/.test(text) && !DAY_LIKE.test(text)
    ? { precision: 'words' }
    : null;
}

/** «31.02.2024»: written as a day, and none. */
const DAY_LIKE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/u;

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isYear = (year: number): boolean => year >= 1900 && year <= 2119;

function dateOfNumber(value: number): ReadDate | null {
  if (Number.isInteger(value) && isYear(value)) return { precision: 'year', year: value };
  return value >= FIRST_SERIAL && value < LAST_SERIAL
    ? { precision: 'day', serial: Math.floor(value) }
    : null;
}

function dayFrom(year: number, month: number, day: number): ReadDate | null {
  const serial = serialOf(year, month, day);
  const back = dayOf(serial);
  return back.year === year && back.month === month && back.day === day && isYear(year)
    ? { precision: 'day', serial }
    : null;
}

const DAY_WITHIN = new RegExp(
  `\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+${MONTH_WORD}\\s+\\d{4}`,
  'gu',
);

/** The first day named inside a text: «приказ № 15 от 24.12.2019»; null when there is none. */
export function findDay(text: string): { readonly serial: number; readonly found: string } | null {
  if (!/\d/.test(text)) return null;
  for (const [found] of fold(text).matchAll(DAY_WITHIN)) {
    const day = parseDate(found);
    if (day?.precision === 'day') return { serial: day.serial, found };
  }
  return null;
}

/** A cell of a date column. */
export function readDate(value: string | number, options: DateOptions = {}): Reading {
  const text = String(value);
  if (typeof value === 'string' && saysNothing(value)) return EMPTY;
  const date = parseDate(value, options);
  if (date === null) return ask('not a date', text, [], 'keep');
  return date.precision === 'day' ? read(date.serial) : ask('part of a date', text, [], 'keep');
}
