import type { EntryObstacle } from '../register/entry';
import type { FailureWords } from './workbookErrors';

/** What a change from the pane is called: in the line of progress and on «Отменить». */
export const CHANGES = {
  zero: (no: string, isConfirmed: boolean): string =>
    isConfirmed ? `Подтверждён ноль в строке ${no}` : `Снято подтверждение нуля в строке ${no}`,
  record: (table: string): string => `Новая запись на листе «${table}»`,
  meeting: (number: number): string => `Заседание ${String(number)}`,
  passport: (label: string): string => `Паспорт: «${label}»`,
  rule: (title: string): string => `Правило «${title}»`,
  regulation: (name: string): string => `Положение: ${name}`,
} as const;

/** The form has no row of that number. */
export const NO_SUCH_ROW = {
  sentence: (no: string): string => `На листе «Приложение» нет строки ${no}.`,
  remedy: 'Нажмите «Заполнить показатели»: форма будет восстановлена, введённое останется.',
} as const;

/** The passport, or a rule, has no cell of its own. */
export const NO_SUCH_SETTING: FailureWords = {
  sentence: 'На листах «Паспорт» и «Правила» не нашлось ячейки для этой настройки.',
  remedy: 'Нажмите «Заполнить показатели»: недостающее будет построено, введённое останется.',
};

/** A field that a formula counts is not typed over. */
export const COMPUTED_SETTING: FailureWords = {
  sentence: 'Это поле паспорта считается формулой.',
  remedy: 'Измените данные, из которых оно считается: роли стоят на листе «Банк данных».',
};

/** Why a form cannot be written into its table. */
export function entryObstacle(obstacle: EntryObstacle): FailureWords {
  switch (obstacle.code) {
    case 'no-table':
      return {
        sentence: `В книге нет таблицы «${obstacle.table}».`,
        remedy: 'Нажмите «Заполнить показатели»: таблица будет построена, и запись можно будет внести.',
      };
    case 'no-column':
      return {
        sentence: `В таблице «${obstacle.table}» нет столбца «${obstacle.column}».`,
        remedy: 'Нажмите «Заполнить показатели»: столбец будет добавлен, и запись можно будет внести.',
      };
    case 'no-room':
      return {
        sentence: `Таблице «${obstacle.table}» некуда расти: под ней занята ячейка ${obstacle.place.cell}. Ничего не записано.`,
        remedy:
          'Перенесите то, что стоит под таблицей, или примите эти строки в таблицу в разделе «Контроль».',
      };
  }
}
