import { formatNumber } from './plural';

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
