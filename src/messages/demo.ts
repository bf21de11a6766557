import { plural } from './plural';

const columns = { one: 'столбец', few: 'столбца', many: 'столбцов' };
const rows = { one: 'строка', few: 'строки', many: 'строк' };
const questions = { one: 'вопрос', few: 'вопроса', many: 'вопросов' };

/** Words of the demonstration. */
export const DEMO = {
  opening: (municipality: string) =>
    `Образец: ${municipality} (вымышленный). Таблицы, которые методист вёл сам, переносятся в реестр.`,
  found: (sheet: string, headerRow: number, columnCount: number, rowCount: number, table: string) =>
    `Лист «${sheet}»: заголовок в строке ${String(headerRow)}, ${plural(columnCount, columns)}, ${plural(rowCount, rows)} → «${table}»`,
  asked: (count: number) =>
    count === 0
      ? 'Решать за человека не пришлось ничего.'
      : `Без ответа человека принято самое осторожное: ${plural(count, questions)}.`,
  deadlines: 'Ближайшие сроки:',
  written: (source: string, target: string) =>
    `Таблицы методиста: ${source}\nРеестр записан, откройте его в Excel или LibreOffice: ${target}`,
} as const;
