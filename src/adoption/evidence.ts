import { DEFAULT_REGULATION } from '../regulations';
import type { Field } from './dictionary';
import { parseDate } from './values/dates';
import {
  findCategory,
  readEducation,
  readFormat,
  readLevel,
  readMark,
  readResult,
  readYesNo,
} from './values/lists';
import { nameLikeness } from './values/names';
import { readExperience, readNumber } from './values/numbers';
import { organisationLikeness } from './values/organisations';
import type { Reading } from './values/reading';
import { fold } from './words';

/** How well the values of a column fit a field: what stands under a header must bear it out. */

const isRead = (reading: Reading): boolean => reading.kind === 'value';
const isDate = (text: string): boolean => parseDate(/^\d+$/.test(text) ? Number(text) : text) !== null;
const isNumber = (text: string): boolean => isRead(readNumber(text));
const isName = (text: string): boolean => nameLikeness(text.split(/[\n,(]/u)[0] ?? '') > 0;

const FITS: Readonly<Partial<Record<Field, (text: string) => boolean>>> = {
  name: isName,
  surname: (text) => /^\p{Lu}[\p{L}-]+$/u.test(text),
  birth: isDate,
  education: (text) => isRead(readEducation(text)) || /училищ|институт|университет/u.test(fold(text)),
  totalExperience: (text) => readExperience(text).kind === 'value',
  teachingExperience: (text) => readExperience(text).kind === 'value',
  category: (text) => findCategory(text) !== null || /^(?:-|нет|молод\p{L}+ специалист)/u.test(fold(text)),
  categoryDate: isDate,
  categoryUntil: isDate,
  courseDate: isDate,
  joined: isDate,
  left: isDate,
  consent: (text) => isDate(text) || isRead(readYesNo(text)),
  courseHours: isNumber,
  date: isDate,
  level: (text) => isRead(readLevel(text, DEFAULT_REGULATION)) || /этап/u.test(fold(text)),
  format: (text) => isRead(readFormat(text)) || /очн|дистан|онлайн/u.test(fold(text)),
  result: (text) =>
    readResult(text, 'РезультатПедагога', '').kind === 'value' ||
    /диплом|место|сертификат|степен|грамот/u.test(fold(text)),
  count: isNumber,
  winners: isNumber,
  prizeWinners: isNumber,
  sat: isNumber,
  high: isNumber,
  below: isNumber,
  average: isNumber,
  mark: (text) => isRead(readMark(text)),
  isTeacher: (text) => isRead(readYesNo(text)),
  organisation: (text) => organisationLikeness(text) > 0 || !/^[\d.,]+$/.test(text),
  pupil: (text) => /\p{Lu}\p{L}+/u.test(text),
};

/** Share of the values that fit, 0…1; null where nothing can be said of them. */
export function fitOf(name: Field, samples: readonly string[]): number | null {
  const fits = FITS[name];
  const said = samples.filter((text) => !/^[-–—.\s]*$/u.test(text));
  if (fits === undefined || said.length === 0) return null;
  return said.filter(fits).length / said.length;
}
