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

/** What «Отменить» calls the changes of the ribbon. */
export const BUILDING = {
  create: 'Создание реестра',
  fill: 'Заполнение показателей',
} as const;

const CELLS = { one: 'ячейка', few: 'ячейки', many: 'ячеек' } as const;
const ROWS = { one: 'строка', few: 'строки', many: 'строк' } as const;
const SHEETS = { one: 'лист', few: 'листа', many: 'листов' } as const;

/** So many places are named in one sentence. */
const MOST_PLACES = 8;

/** Fixes that are applied. */
export const FIXING = {
  /** «Исправления: 3 ячейки, 2 строки включены в таблицы». */
  words: ({ cells, rows, sheets, isRepaired }: FixesMade): string => {
    const parts = [
      ...(cells === 0 ? [] : [plural(cells, CELLS)]),
      ...(rows === 0 ? [] : [`${plural(rows, ROWS)} в таблицы`]),
      ...(sheets === 0 ? [] : [plural(sheets, SHEETS)]),
      ...(isRepaired ? ['строение реестра'] : []),
    ];
    return `Исправления: ${parts.length === 0 ? 'нет' : parts.join(', ')}`;
  },
  left: (places: readonly { readonly sheet: string; readonly cell: string }[]): string => {
    const named = places.slice(0, MOST_PLACES).map(({ sheet, cell }) => `«${sheet}», ${cell}`);
    const more = places.length - named.length;
    const rest = more > 0 ? ` и ещё ${plural(more, CELLS)}` : '';
    return `Оставлено как есть, потому что там уже другое значение: ${named.join('; ')}${rest}. Проверьте эти ячейки.`;
  },
  outdated: (count: number): string =>
    `${plural(count, { one: 'исправление', few: 'исправления', many: 'исправлений' })} больше не ${count === 1 ? 'нужно' : 'нужны'}: книга с тех пор изменилась.`,
} as const;

interface FixesMade {
  readonly cells: number;
  readonly rows: number;
  readonly sheets: number;
  readonly isRepaired: boolean;
}

/** «Выполнено» of an obligation, from the pane. */
export const FULFILLING = {
  words: (title: string, isDone: boolean): string =>
    isDone ? `Отметка о выполнении: ${title}` : `Снята отметка о выполнении: ${title}`,
  unknown: {
    sentence: 'Такого обязательства в реестре больше нет.',
    remedy: 'Нажмите «Проверить»: список сроков обновится.',
  },
} as const;

export const WRONG_DAY = (typed: string): { sentence: string; remedy: string } => ({
  sentence: `«${typed}» не дата.`,
  remedy: 'Введите день, месяц и год.',
});

/** Excel does not show a cell of a hidden sheet. */
export const HIDDEN_SHEET = (sheet: string): { sentence: string; remedy: string } => ({
  sentence: `Лист «${sheet}» скрыт.`,
  remedy: 'Щёлкните правой кнопкой по любому ярлыку листа, выберите «Показать» и повторите.',
});
