import type { Notice } from '../register/notices';
import { plural } from './plural';

/** The Russian sentence of a notice, with the remedy in it. */
export function describeNotice(notice: Notice): string {
  switch (notice.code) {
    case 'sheet-protected':
      return `Лист «${notice.sheet}» защищён. Снимите защиту: «Рецензирование» → «Снять защиту листа».`;
    case 'cells-in-the-way':
      return `Ячейка ${notice.cells} листа «${notice.sheet}» занята, а это место нужно реестру («${notice.table}»). Перенесите то, что там стоит, на другой лист.`;
    case 'formula-column-typed':
      return `Столбец «${notice.column}» таблицы «${notice.table}» на листе «${notice.sheet}» занят вашими значениями или формулами, а в реестре это столбец с формулой. Переименуйте свой столбец.`;
    case 'rules-moved':
      return `На листе «${notice.sheet}» сдвинуты ячейки над таблицей: «Дата расчёта» должна стоять в ячейке A1, параметры под ней. Удалите добавленные строки.`;
    case 'headers-hidden':
      return `У таблицы «${notice.table}» на листе «${notice.sheet}» скрыта строка заголовков. Включите её: «Конструктор таблиц» → «Строка заголовка».`;
    case 'missing-column':
      return `В таблице «${notice.table}» не было обязательного столбца «${notice.column}»: справа добавлен пустой. Заполните его или переименуйте свой столбец так же.`;
    case 'formula-restored':
      return `В столбце «${notice.column}» таблицы «${notice.table}» вместо формулы стояли введённые значения: формула возвращена.`;
    case 'form-formula-restored':
      return `В строке ${notice.row} листа «Приложение» вместо формулы стояло «${notice.typed}»: формула возвращена, число считается из таблиц.`;
    case 'sheet-renamed':
      return `Лист «${notice.sheet}» в книге уже есть и занят другим: лист реестра назван «${notice.instead}».`;
    case 'unknown-regulation':
      return `Положение «${notice.name}» в паспорте не распознано: применены правила «${notice.instead}». Выберите положение из списка.`;
    case 'unknown-school-year':
      return `Учебный год «${notice.typed}» в паспорте не распознан: взят год по дате расчёта. Введите его так: 2025/2026.`;
    case 'today-not-a-date':
      return `«Дата расчёта» на листе «Правила» не дата: «${notice.typed}». Введите дату или формулу =СЕГОДНЯ().`;
    case 'manual-calculation':
      return 'В книге включён ручной пересчёт формул. Включите автоматический: «Формулы» → «Параметры вычислений».';
    case 'meeting-number':
      return `Номер заседания «${notice.typed}» больше ${String(notice.most)}: строки в форме для него нет. Проверьте номер.`;
    case 'names-not-added':
      return `Под таблицей «Посещаемость» заняты ячейки: ${plural(notice.count, { one: 'педагог не добавлен', few: 'педагога не добавлены', many: 'педагогов не добавлены' })} в неё. Освободите место под таблицей.`;
    case 'rows-under-table':
      return `Под таблицей «${notice.table}» на листе «${notice.sheet}» ${plural(notice.count, { one: 'заполненная строка', few: 'заполненные строки', many: 'заполненных строк' })}: в таблицу они не входят и не учитываются. Растяните таблицу вниз за её правый нижний угол.`;
  }
}
