import { plainSpaces } from '../../register/personName';
import { fold } from '../words';
import { findDay, monthOf, parseDate } from './dates';
import { saysNothing } from './reading';

/** Courses a cell lists (adoption.md, «Values»): one part each, with hours, date and topic in it. */
export interface CoursePart {
  readonly kind: 'КПК' | 'переподготовка';
  readonly topic: string;
  readonly place: string;
  readonly hours: number | null;
  /** A day as a serial number; a year or a month as the words that name it; "" when no date is given. */
  readonly date: number | string;
  /** The part as it stands. */
  readonly text: string;
}

const HOURS = /(\d{1,4})\s*(?:-?\s*ти\s*)?(?:академическ\p{L}*\s*)?(?:час(?:ов|а|ы)?|ч)(?:\.|(?![\p{L}]))/iu;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)\s*(?:год[ау]?|гг?)?(?:\.|(?![\p{L}]))?/iu;
const MONTH_YEAR =
  /(?:(?<![\d.])(0?[1-9]|1[0-2])\.|((?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}?)\s+)((?:19|20)\d{2})(?!\d)\s*(?:год[ау]?|г)?\.?/iu;
const SPAN = /(?:с\s+)?\d{1,2}\.\d{1,2}(?:\.\d{2,4})?\s*(?:по|[-–—])\s*(?=\d{1,2}\.\d{1,2}\.\d{2,4})/iu;
const QUOTED = /[«"“„](.+)[»"”]/u;
const NONE = /^(?:нет|не проход\p{L}*|не имеет|отсутству\p{L}*)$/u;

export interface CourseOptions {
  /** The column's own kind: a column of retraining holds nothing else. */
  readonly isRetraining?: boolean;
}

/** The courses of a cell in their order; none for an empty one and for «нет». */
export function readCourses(
  text: string,
  { isRetraining = false }: CourseOptions = {},
): readonly CoursePart[] {
  if (saysNothing(text) || NONE.test(fold(text))) return [];
  return partsOf(text).map((part) => readPart(part, isRetraining));
}

/** Split at semicolons and line breaks; a part that only goes on with hours or a date belongs to the one before. */
function partsOf(text: string): readonly string[] {
  const raw = text
    .split(/\n|;/u)
    .flatMap(atBracketedYears)
    .map((part) => part.replace(/^\s*(?:\d{1,2}[.)]\s+|[-–—•*]\s*)/u, '').trim())
    .filter((part) => part !== '' && !/^[,.]+$/.test(part));
  const parts: string[] = [];
  for (const part of raw) {
    const last = parts.at(-1);
    if (last !== undefined && (goesOn(last, part) || isOpen(last) || isPlaceOf(last, part)))
      parts[parts.length - 1] = `${last} ${part}`;
    else parts.push(part);
  }
  return parts;
}

/** «Современный урок (2021), Оценивание (2023)»; «2021, 2023»: years say where one course ends and the next begins. */
function atBracketedYears(line: string): readonly string[] {
  const dates = line.split(/\s*,\s*/u);
  if (dates.length > 1 && dates.every((part) => parseDate(part) !== null && /(?:19|20)\d{2}/u.test(part)))
    return dates;
  return line.split(/(?<=\([^()]*(?:19|20)\d{2}[^()]*\)\.?)\s*,\s*(?=[\p{L}«"“„])/u);
}

/** A second date begins a course of its own, unless it ends a span. */
const goesOn = (last: string, part: string): boolean =>
  isTail(part) && (dateIn(last) === '' || dateIn(part) === '' || /^по\s/iu.test(part));

const isTail = (part: string): boolean => restOf(part).replace(/[^\p{L}]+/gu, '').length < 3;

/** «ТОИПКРО» on a line of its own, over the topic in quotation marks. */
const isPlaceOf = (last: string, part: string): boolean =>
  /^[«"“„]/u.test(part) && !QUOTED.test(last) && !HOURS.test(last) && dateIn(last) === '';

/** A quotation that is closed on the next line. */
const isOpen = (part: string): boolean => (part.match(/«/gu) ?? []).length > (part.match(/»/gu) ?? []).length;

/** What is left of a part without hours, dates and quotations. */
function restOf(part: string): string {
  return part
    .replace(SPAN, ' ')
    .replace(/\d{1,2}\.\d{1,2}\.\d{2,4}\s*г?\.?/gu, ' ')
    .replace(HOURS, ' ')
    .replace(MONTH_YEAR, ' ')
    .replace(YEAR, ' ')
    .replace(/\(\s*[,.;]?\s*\)/gu, ' ');
}

const KIND_WORDS =
  /(?:курсы\s+)?(?:профессиональн\p{L}*\s+)?переподготовк\p{L}*|курсы\s+повышения\s+квалификации|повышени\p{L}*\s+квалификации|(?<!\p{L})(?:кпк|пк|курсы)(?!\p{L})/iu;

function readPart(text: string, isRetraining: boolean): CoursePart {
  const hours = HOURS.exec(text);
  const quoted = QUOTED.exec(text);
  const outside = restOf(quoted === null ? text : text.replace(quoted[0], ' '));
  const tidy = (rest: string): string =>
    plainSpaces(rest)
      .replace(/(?:\s*[,.;:()–—-]\s*)+$/u, '')
      .replace(/^(?:\s*[,.;:()–—-]\s*)+/u, '')
      .replace(/\s+([,.;])/gu, '$1')
      .replace(/(?:,\s*){2,}/gu, ', ');
  const named = tidy(outside.replace(KIND_WORDS, ' ').replace(/по\s+(?:теме|программе)\s*:?/iu, ' '));
  return {
    kind: isRetraining || fold(text).includes('переподготовк') ? 'переподготовка' : 'КПК',
    topic: quoted === null ? named : plainSpaces(quoted[1] ?? ''),
    place: quoted === null ? '' : named,
    hours: hours === null ? null : Number(hours[1]),
    date: dateIn(text),
    text: plainSpaces(text),
  };
}

/** The last day of a span, a month with its year, a year; as precise as it stands. */
function dateIn(text: string): number | string {
  const day = findDay(text.replace(SPAN, ' '));
  if (day !== null) return day.serial;
  const month = MONTH_YEAR.exec(text);
  if (month !== null && (month[1] !== undefined || monthOf(month[2] ?? '') > 0)) return plainSpaces(month[0]);
  const bare = text.replace(HOURS, ' ');
  const year = YEAR.exec(bare);
  return year !== null && parseDate(year[1] ?? '')?.precision === 'year' ? plainSpaces(year[0]) : '';
}
