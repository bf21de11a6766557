import { formatNumber, plural } from './plural';

/** Sentences of a report that the domain does not say itself. */

const shown = (value: number | null): string => (value === null ? 'нет данных' : formatNumber(value));

/** The sheet and the engine disagree on one row. */
export const disagreement = (
  no: string,
  engine: { value: number | null; state: string },
  sheet: { value: number | null; state: string },
): string =>
  engine.value === sheet.value
    ? `Строка ${no}: на листе состояние «${sheet.state}», по расчёту «${engine.state}».`
    : `Строка ${no}: на листе ${shown(sheet.value)}, по расчёту ${shown(engine.value)}.`;

/** What to do where rows disagree; said once. */
export const DISAGREEMENT_REMEDY =
  'Проверьте, не изменены ли формулы на листах реестра, и нажмите «Заполнить показатели».';

/** A use case the user stopped. */
export const CANCELLED = {
  sentence: 'Действие остановлено.',
  remedy: 'То, что успело записаться, записано целиком. Чтобы закончить, начните действие снова.',
};

/** What «Контроль» says besides the issues. */
export const CONTROL_SHEET = {
  nothing: 'Замечаний нет.',
  more: (count: number): string =>
    `И ещё ${plural(count, { one: 'замечание', few: 'замечания', many: 'замечаний' })}: ${count === 1 ? 'оно показано' : 'они показаны'} в панели.`,
};

/** The workbook that was to be checked was no register yet. */
export const BUILT_FIRST = 'Книга ещё не была реестром: сначала реестр построен, потом проверен.';
