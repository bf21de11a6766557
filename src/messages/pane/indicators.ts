import { OF_THEM, STATE_WORDS, stateWords } from '../../indicators/states';
import type { IndicatorState } from '../../indicators/states';
import { formatNumber, plural, type NounForms } from '../plural';

/** Words of the list of indicators in the pane, and of where each number comes from. */

const ROWS: NounForms = { one: 'запись', few: 'записи', many: 'записей' };

/** States as a count needs them: «с пробелами: 3». */
const OPEN: Readonly<Record<IndicatorState, string>> = { ...STATE_WORDS, partial: 'с пробелами' };

export const indicatorWords = {
  heading: 'Показатели',
  filter: 'Показать',
  all: (count: number) => `Все ${formatNumber(count)}`,
  attention: (count: number) => `Требуют внимания ${formatNumber(count)}`,
  shown: (count: number) => `Показано строк: ${formatNumber(count)}`,
  nothingToAttend: 'Строк, которые требуют внимания, нет.',
  number: (no: string) => `№ ${no}`,
  /** Before rows 1.1 to 1.5, as on the form. */
  ofThem: OF_THEM,

  /** The words «Состояние» uses on the sheet. */
  state: stateWords,
  open: (state: IndicatorState, count: number) => `${OPEN[state]}: ${formatNumber(count)}`,
  noValue: '—',
  noNumber: 'числа нет',
  averageAttendance: (value: string) => `в среднем ${value}`,
  lastYear: (value: string) => `в прошлом году ${value}`,
  /** Beside last year's number: «на 3 больше». */
  change: (difference: number) =>
    difference === 0
      ? 'столько же'
      : `на ${formatNumber(Math.abs(difference))} ${difference > 0 ? 'больше' : 'меньше'}`,

  agreement: {
    agrees: 'сверено',
    valueDiffers: (onSheet: string) => `расхождение: на листе ${onSheet}`,
    stateDiffers: (onSheet: string) => `расхождение: на листе «${onSheet}»`,
    remedy:
      'На листе «Приложение» стоит не то, что даёт расчёт: чаще всего формулу заменили числом. Нажмите «Заполнить показатели», и формула вернётся.',
  },

  back: 'Все показатели',
  show: 'Показать на листе',
  counts: 'Что считается',
  counted: (count: number) => `Учтено: ${plural(count, ROWS)}`,
  noneCounted: 'Подходящих записей пока нет.',
  excluded: (count: number) => `Не учтено: ${plural(count, ROWS)}`,
  excludedHint: 'Эти записи похожи на подходящие, но в число не вошли. Рядом сказано почему.',
  more: (left: number) => `Показать ещё (осталось ${formatNumber(left)})`,
  place: (sheet: string, cell: string) => `${sheet}, ${cell}`,

  zero: {
    label: 'Ноль подтверждён',
    hint: 'Отметьте, если записей и правда не было: в отчёте будет 0, а не «нет данных».',
    superfluous: 'Записи уже есть: в отчёте их число, и отметка ничего не меняет.',
    confirming: 'Ставится отметка «Ноль подтверждён»',
    unconfirming: 'Снимается отметка «Ноль подтверждён»',
  },

  formula: {
    heading: 'Формула на листе',
    label: 'Формула показателя на языке вашего Excel',
    copy: 'Скопировать',
    copied: 'Скопировано',
    select: 'Формула выделена: нажмите Ctrl+C',
  },

  failed: 'Не удалось узнать, откуда это число.',
  retry: 'Повторить',
} as const;
