import type { Notice, RuleEdit } from '../register/notices';
import { plural } from './plural';

const TEACHERS = { one: 'педагога', few: 'педагогов', many: 'педагогов' } as const;
const MEMBERS = { one: 'член', few: 'члена', many: 'членов' } as const;
const OF_MEMBERS = { one: 'члена', few: 'членов', many: 'членов' } as const;
const MEETINGS = { one: 'заседание', few: 'заседания', many: 'заседаний' } as const;
const DECISIONS = {
  one: 'принятое решение',
  few: 'принятых решения',
  many: 'принятых решений',
} as const;
const LINES = { one: 'строка', few: 'строки', many: 'строк' } as const;

const orEmpty = (value: string): string => (value === '' ? 'пусто' : `«${value}»`);

const ruleTitle = ({ title, column }: RuleEdit): string =>
  column === null ? `«${title}»` : `«${title}», столбец «${column}»`;

/** «п. 3.2», in brackets; nothing where there is no clause. */
const byClause = (clause: string): string => (clause === '' ? '' : ` (${clause})`);

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
    case 'regulation-changed':
      return notice.custom
        ? `Реестр переведён с положения «${notice.from}» на «${notice.to}»: правила на листе «Правила» остались, какие были. Проверьте и исправьте их там.`
        : `Реестр переведён с положения «${notice.from}» на «${notice.to}»: обновлены правила, списки и документы, введённые данные остались. Проверьте лист «Правила».`;
    case 'rules-replaced':
      return `На листе «Правила» было изменено вами, теперь по новому положению: ${notice.rules
        .map(
          (rule) =>
            `${ruleTitle(rule)}: было ${orEmpty(rule.typed)}, стало ${orEmpty(rule.now)} (${rule.clause})`,
        )
        .join('; ')}. Проверьте эти правила.`;
    case 'rules-kept':
      return `На листе «Правила» остались ваши значения, о которых оба положения молчат: ${notice.rules
        .map((rule) => `${ruleTitle(rule)}: ${orEmpty(rule.typed)}`)
        .join('; ')}.`;
    case 'documents-changed':
      return documentsLine(notice, {
        added: 'добавлено по новому положению',
        removed: 'убрано незаполненных по прежнему',
        filled: 'осталось заполненных по прежнему',
      });
    case 'rows-not-added':
      return `Под таблицей «${notice.table}» на листе «${notice.sheet}» занято место, не добавлено строк: ${String(notice.count)}. Освободите место под таблицей.`;
    case 'municipality-changed':
      return `В паспорте стоял муниципалитет прежнего положения: вместо «${notice.from}» записан «${notice.to}». Проверьте его.`;
    case 'report-year-proposed':
      return `По новому положению отчёт за календарный год: в паспорт записан отчётный год ${notice.year}. Проверьте его.`;
    case 'outside-list':
      return `В столбце «${notice.column}» банка данных у ${plural(notice.count, TEACHERS)} значения, которых нет в списке нового положения: ${notice.values.join(', ')}. Они остались. Выберите вместо них значения из списка.`;
    case 'members-short':
      return `В составе ${notice.association} ${plural(notice.members, MEMBERS)}, а по новому положению нужно не менее ${plural(notice.least, OF_MEMBERS)}${byClause(notice.clause)}.`;
    case 'roles-vacant':
      return `По новому положению нужны роли, которых ни у кого нет: ${notice.roles.join(', ')}${byClause(notice.clause)}. Выберите их в столбце «Роль» банка данных.`;
    case 'leader-unmet':
      return `${notice.name}: не соответствует тому, что новое положение требует от руководителя${byClause(notice.clause)}.`;
    case 'meetings-without-quorum':
      return `По новому положению нужен кворум${byClause(notice.clause)}, его не было на ${plural(notice.meetings.length, { one: 'заседании', few: 'заседаниях', many: 'заседаниях' })}: № ${notice.meetings.join(', № ')}.`;
    case 'decisions-not-passed':
      return `По новому правилу голосования${byClause(notice.clause)} голосов не хватает: ${plural(notice.count, DECISIONS)}.`;
    case 'meetings-missed':
      return `По новому положению${byClause(notice.clause)} не хватает заседаний в срок, который уже прошёл: ${plural(notice.count, MEETINGS)}.`;
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

/** The same before anything is done: what is going to change, in the words of a dry run. */
export function foreseeNotice(notice: Notice): string {
  switch (notice.code) {
    case 'regulation-changed':
      return notice.custom
        ? `Реестр перейдёт с положения «${notice.from}» на «${notice.to}»: правила на листе «Правила» останутся, какие есть, исправить их можно там.`
        : `Реестр перейдёт с положения «${notice.from}» на «${notice.to}»: обновятся правила, списки и документы, введённые данные останутся.`;
    case 'rules-replaced':
      return `На листе «Правила» изменённое вами уступит новому положению: ${notice.rules
        .map(
          (rule) =>
            `${ruleTitle(rule)}: сейчас ${orEmpty(rule.typed)}, станет ${orEmpty(rule.now)} (${rule.clause})`,
        )
        .join('; ')}.`;
    case 'rules-kept':
      return `На листе «Правила» останутся ваши значения, о которых оба положения молчат: ${notice.rules
        .map((rule) => `${ruleTitle(rule)}: ${orEmpty(rule.typed)}`)
        .join('; ')}.`;
    case 'documents-changed':
      return documentsLine(notice, {
        added: 'добавится по новому положению',
        removed: 'уйдёт незаполненных по прежнему',
        filled: 'останется заполненных по прежнему',
      });
    case 'rows-not-added':
      return `Под таблицей «${notice.table}» на листе «${notice.sheet}» занято место, не поместится строк: ${String(notice.count)}. Освободите место под таблицей.`;
    case 'municipality-changed':
      return `В паспорте стоит муниципалитет прежнего положения: вместо «${notice.from}» будет записан «${notice.to}».`;
    case 'report-year-proposed':
      return `По новому положению отчёт за календарный год: в паспорт будет записан отчётный год ${notice.year}.`;
    case 'outside-list':
      return `В столбце «${notice.column}» банка данных у ${plural(notice.count, TEACHERS)} значения, которых нет в списке нового положения: ${notice.values.join(', ')}. Они останутся, вместо них нужно будет выбрать значения из списка.`;
    case 'missing-column':
      return `В таблице «${notice.table}» нет обязательного столбца «${notice.column}»: справа добавится пустой. Если такой столбец у вас есть, сначала переименуйте его так же.`;
    case 'formula-restored':
      return `В столбце «${notice.column}» таблицы «${notice.table}» вместо формулы стоят введённые значения: формула вернётся.`;
    case 'form-formula-restored':
      return `В строке ${notice.row} листа «Приложение» вместо формулы стоит «${notice.typed}»: формула вернётся, число будет считаться из таблиц.`;
    case 'sheet-renamed':
      return `Лист «${notice.sheet}» в книге уже есть и занят другим: лист реестра будет назван «${notice.instead}».`;
    case 'unknown-regulation':
      return `Положение «${notice.name}» в паспорте не распознано: будут применены правила «${notice.instead}». Выберите положение из списка.`;
    case 'unknown-school-year':
      return `Учебный год «${notice.typed}» в паспорте не распознан: будет взят год по дате расчёта. Введите его так: 2025/2026.`;
    case 'names-not-added':
      return `Под таблицей «Посещаемость» заняты ячейки: в неё не поместится ${plural(notice.count, { one: 'педагог', few: 'педагога', many: 'педагогов' })}. Освободите место под таблицей.`;
    default:
      return describeNotice(notice);
  }
}

type DocumentsChanged = Extract<Notice, { code: 'documents-changed' }>;

/** What becomes of the lines of «Документы». */
function documentsLine(
  notice: DocumentsChanged,
  words: Readonly<Record<'added' | 'removed' | 'filled', string>>,
): string {
  const parts = (['added', 'removed', 'filled'] as const).flatMap((what) =>
    notice[what] === 0 ? [] : [`${words[what]}: ${plural(notice[what], LINES)}`],
  );
  return `Лист «Документы»: ${parts.join(', ')}.`;
}
