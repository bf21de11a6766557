import type {
  AttestationState,
  DateTrouble,
  Fix,
  FixKind,
  Issue,
  IssueCode,
  IssueOf,
  NameTrouble,
  NumberTrouble,
  Severity,
  StructureTrouble,
} from '../control/issue';
import type { CellValue } from '../plan/action';
import { shownDate } from '../register/dates';
import { isErrorValue } from '../register/text';
import type { Regulation } from '../regulations';
import { obligationBasis, obligationTitle, OBLIGATION_STATES } from './obligations';
import { formatNumber, plural, type NounForms } from './plural';
import { ruleIssueWords } from './rules';

/** What is wrong and what to do about it, in Russian; the words of every issue and of every fix. */

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'ошибка',
  warning: 'предупреждение',
  info: 'к сведению',
};

export const SEVERITY_NOUNS: Readonly<Record<Severity, NounForms>> = {
  error: { one: 'ошибка', few: 'ошибки', many: 'ошибок' },
  warning: { one: 'предупреждение', few: 'предупреждения', many: 'предупреждений' },
  info: { one: 'замечание', few: 'замечания', many: 'замечаний' },
};

export interface IssueWords {
  /** What is wrong. */
  readonly trouble: string;
  /** How to put it right. */
  readonly remedy: string;
}

type Words = Regulation['words'];

const ROWS = { one: 'строка', few: 'строки', many: 'строк' } as const;
const DAYS = { one: 'день', few: 'дня', many: 'дней' } as const;
const YEARS = { one: 'год', few: 'года', many: 'лет' } as const;
const MARKS = { one: 'отметка', few: 'отметки', many: 'отметок' } as const;
const MEMBERS = { one: 'член', few: 'члена', many: 'членов' } as const;
/** Не менее трёх членов, из двадцати одного члена. */
const OF_MEMBERS = { one: 'члена', few: 'членов', many: 'членов' } as const;
const OF_YEARS = { one: 'года', few: 'лет', many: 'лет' } as const;
const VOTES = { one: 'голос', few: 'голоса', many: 'голосов' } as const;
const PEOPLE = { one: 'человек', few: 'человека', many: 'человек' } as const;

/** Longer text is cut: a cell may hold a page. */
const LONGEST = 90;
const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

const quoted = (value: CellValue): string =>
  `«${typeof value === 'number' ? formatNumber(value) : typeof value === 'boolean' ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : cut(value)}»`;

/** «Иванова А. П.: не указана категория»; without a subject the sentence begins with a capital. */
const about = (subject: string, text: string): string =>
  subject === '' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.` : `${cut(subject)}: ${text}.`;

/** «Заполнить», with the nearest value where there is one. */
const orNearest = (nearest: string | null, otherwise: string): string =>
  nearest === null
    ? otherwise
    : `Возможно, «${nearest}»: исправьте одной кнопкой или выберите другое значение.`;

/** How the emptiness of a required column is said; any other is «не заполнено». */
const MISSING: Readonly<Record<string, string>> = {
  ФИО: 'не указаны фамилия, имя и отчество',
  Организация: 'не указана организация',
  Должность: 'не указана должность',
  Образование: 'не указано образование',
  'Педагогический стаж': 'не указан педагогический стаж',
  Категория: 'не указана категория',
  'Профильные классы': 'не указано, преподаёт ли в профильных классах',
  'Краткое название': 'не указано краткое название',
  'Необъективность математика': 'не отмечена необъективность по математике',
  'Необъективность русский язык': 'не отмечена необъективность по русскому языку',
  Педагог: 'не указан педагог',
  Вид: 'не указан вид',
  Тема: 'не указана тема',
  'Дата окончания': 'не указана дата окончания, запись не учтена',
  Номер: 'не указан номер',
  Дата: 'не указана дата',
  Заседание: 'не указано, на каком заседании',
  Пункт: 'не указан пункт',
  Слушали: 'не указано, о чём слушали',
  Решили: 'не указано, что решили',
  Мероприятие: 'не указано мероприятие',
  Уровень: 'не указан уровень',
  Формат: 'не указан формат',
  Результат: 'не указан результат',
  Экзамен: 'не указан экзамен',
  Предмет: 'не указан предмет',
  Сдавало: 'не указано, сколько сдавало',
  Высокобалльников: 'не указано, сколько высокобалльников',
  'Ниже порога': 'не указано, сколько ниже порога',
  Название: 'не указано название',
  Обучающихся: 'не указано, сколько обучающихся',
  Раздел: 'не указан раздел',
  Окончание: 'не указан срок окончания',
  Процедура: 'не указана процедура',
  Участвовало: 'не указано, сколько участвовало',
  Документ: 'не назван документ',
  Объединение: 'в паспорте не указано объединение',
  Муниципалитет: 'в паспорте не указан муниципалитет',
  'Предмет или род деятельности': 'в паспорте не указан предмет или род деятельности',
  Положение: 'в паспорте не выбрано положение',
  'Учебный год': 'в паспорте не указан учебный год',
  'Дата приказа': 'в паспорте не указана дата приказа, срок полномочий неизвестен',
};

const DATE_TROUBLES: Readonly<Record<DateTrouble, (typed: string) => IssueWords>> = {
  'not a date': (typed) => ({
    trouble: `${typed} не дата`,
    remedy: 'Введите дату числом: 12.05.2026.',
  }),
  'no such day': (typed) => ({
    trouble: `дня ${typed} нет в календаре`,
    remedy: 'Введите верную дату.',
  }),
  'impossible year': (typed) => ({
    trouble: `дата ${typed} невозможна`,
    remedy: 'Проверьте год и введите дату целиком: 12.05.2026.',
  }),
  age: (typed) => ({
    trouble: `по дате рождения ${typed} возраст меньше 18 или больше 90 лет`,
    remedy: 'Проверьте год рождения.',
  }),
  future: (typed) => ({
    trouble: `дата ${typed} ещё не наступила`,
    remedy: 'Проверьте год; о том, чего ещё не было, внесите запись позже.',
  }),
};

const NUMBER_TROUBLES: Readonly<Record<NumberTrouble, IssueWords>> = {
  'not a number': { trouble: 'не число', remedy: 'Введите одно число, без слов: 3.' },
  negative: { trouble: 'меньше нуля', remedy: 'Введите число не меньше нуля.' },
  'not whole': { trouble: 'не целое число', remedy: 'Введите целое число.' },
  'more than the age allows': {
    trouble: 'больше, чем возможно по дате рождения',
    remedy: 'Проверьте стаж и дату рождения.',
  },
  'less than teaching experience': {
    trouble: 'меньше педагогического стажа',
    remedy: 'Общий стаж включает педагогический: проверьте оба числа.',
  },
  'too many hours': { trouble: 'слишком много часов', remedy: 'Проверьте количество часов.' },
};

const NAME_TROUBLES: Readonly<Record<NameTrouble, IssueWords>> = {
  'one word': { trouble: 'в имени одно слово', remedy: 'Введите фамилию, имя и отчество.' },
  digits: { trouble: 'в имени цифры', remedy: 'Уберите цифры; отметку тёзки ставьте в скобках.' },
  'latin letters': {
    trouble: 'среди русских букв латинские: записи с таким же именем по-русски не найдутся',
    remedy: 'Замените их русскими.',
  },
  wildcards: { trouble: 'знаки * ? ~ в имени мешают поиску', remedy: 'Уберите их.' },
  spaces: {
    trouble: 'лишние пробелы: записи с тем же именем без них не найдутся',
    remedy: 'Уберите лишние пробелы.',
  },
  initials: {
    trouble: 'инициалы вместо имени и отчества',
    remedy: 'Введите фамилию, имя и отчество полностью, как у остальных.',
  },
  'error value': { trouble: 'вместо имени ошибка формулы', remedy: 'Введите фамилию, имя и отчество.' },
};

const STRUCTURE_TROUBLES: Readonly<Record<StructureTrouble, (name: string, now: string) => IssueWords>> = {
  'sheet missing': (name) => ({
    trouble: `Нет листа «${name}».`,
    remedy: 'Нажмите «Создать реестр»: лист будет построен заново, введённое останется.',
  }),
  'sheet renamed': (name, now) => ({
    trouble: `Лист «${name}» называется «${now}»: управление ищет его по имени.`,
    remedy: 'Верните листу имя.',
  }),
  'sheet doubled': (name, now) => ({
    trouble: `Лист «${now}» — копия листа «${name}»: в расчёте она не участвует.`,
    remedy: 'Перенесите нужное и удалите копию.',
  }),
  'table missing': (name) => ({
    trouble: `Нет таблицы «${name}».`,
    remedy: 'Нажмите «Создать реестр»: таблица будет построена заново, введённое останется.',
  }),
  'table doubled': (name, now) => ({
    trouble: `Таблица «${now}» — копия таблицы «${name}»: её строки не учтены.`,
    remedy: 'Перенесите строки в таблицу реестра и удалите копию.',
  }),
  'column missing': (name) => ({
    trouble: `Нет столбца «${name}»: он переименован или удалён.`,
    remedy: 'Верните столбцу имя или нажмите «Создать реестр»: справа будет добавлен новый.',
  }),
  'column doubled': (name, now) => ({
    trouble: `Столбец «${name}» есть дважды: «${now}» не учитывается.`,
    remedy: 'Перенесите значения в один столбец, второй переименуйте.',
  }),
  'headers hidden': (name, now) => ({
    trouble: `У таблицы «${now}» скрыта строка заголовков: столбцы «${name}» не различить, строки не учтены.`,
    remedy: 'Покажите её: щёлкните таблицу, «Конструктор таблиц», «Строка заголовка».',
  }),
  'rules moved': () => ({
    trouble: 'Ячейки над таблицей правил сдвинуты: формулы читают их на прежнем месте.',
    remedy: 'Удалите строки, вставленные над таблицей.',
  }),
};

const ATTESTATION_TROUBLES: Readonly<Record<AttestationState, (days: number) => string>> = {
  overdue: () => 'срок истёк',
  risk: (days) => `под угрозой, осталось ${plural(days, DAYS)}`,
  soon: (days) => `скоро, осталось ${plural(days, DAYS)}`,
};

const LEADER_CONDITIONS: Readonly<Record<IssueOf<'leader'>['condition'], string>> = {
  education: 'образование',
  category: 'категория',
  experience: 'педагогический стаж, лет не менее',
};

const typedDate = (typed: CellValue): string =>
  typeof typed === 'number' && typed >= 1 && typed < 200_000 ? shownDate(typed) : quoted(typed);

const meetingName = (number: number | null): string =>
  number === null ? 'без номера' : `№ ${String(number)}`;

type Describe = { readonly [C in IssueCode]: (issue: IssueOf<C>, words: Words) => IssueWords };

const DESCRIBE: Describe = {
  required: ({ subject, column }) => ({
    trouble: about(subject, MISSING[column] ?? `не заполнено «${column}»`),
    remedy: `Заполните «${column}».`,
  }),
  enum: ({ subject, column, typed, nearest }) => ({
    trouble: about(subject, `${quoted(typed)} нет в списке «${column}»`),
    remedy: orNearest(nearest, `Выберите значение из списка в столбце «${column}».`),
  }),
  date: ({ subject, column, typed, trouble }) => {
    const words = DATE_TROUBLES[trouble](typedDate(typed));
    return { ...words, trouble: about(subject, `${words.trouble} («${column}»)`) };
  },
  number: ({ subject, column, typed, trouble }) => {
    const words = NUMBER_TROUBLES[trouble];
    return { ...words, trouble: about(subject, `«${column}»: ${quoted(typed)} — ${words.trouble}`) };
  },
  name: ({ name, trouble }) => {
    const words = NAME_TROUBLES[trouble];
    return { ...words, trouble: about(name, words.trouble) };
  },
  'under-table': ({ rows, tableName }) => ({
    trouble: `Под таблицей «${tableName}» ${plural(rows, ROWS)}, которых она не видит: они не учтены.`,
    remedy: 'Включите их в таблицу одной кнопкой или потяните её за нижний правый угол.',
  }),
  'formula-overwritten': ({ column, tableName }) => ({
    trouble: `«${tableName}»: вместо формулы в столбце «${column}» введено значение.`,
    remedy: 'Нажмите «Создать реестр»: формула вернётся.',
  }),
  structure: ({ trouble, name, now }) => STRUCTURE_TROUBLES[trouble](name, now),
  injection: ({ subject, column, typed }) => ({
    trouble: about(subject, `«${column}»: текст ${quoted(typed)} начинается как формула`),
    remedy: 'Он хранится как текст. Уберите знак в начале, если он не нужен.',
  }),
  rule: ({ rule }) => ({ trouble: ruleIssueWords(rule), remedy: 'Исправьте значение на листе «Правила».' }),

  duplicate: ({ name, other, otherCell }) => ({
    trouble: about(name, `уже есть в банке данных (${otherCell}: ${cut(other)})`),
    remedy: 'Удалите одну из строк; если это тёзка, укажите организацию или дату рождения.',
  }),
  namesake: ({ name, people, inRecord, marked }) => ({
    trouble: about(
      name,
      inRecord
        ? `в банке данных ${plural(people, PEOPLE)} с таким именем, непонятно, чья запись`
        : `в банке данных ${plural(people, PEOPLE)} с таким именем`,
    ),
    remedy: inRecord
      ? 'Добавьте отметку тёзкам в банке данных и выберите здесь нужного.'
      : `Добавьте отметку, например «${marked ?? `${name} (организация)`}», и исправьте её записи.`,
  }),
  'near-duplicate': ({ name, other, otherCell, how }) => ({
    trouble: about(
      name,
      how === 'one letter'
        ? `отличается одной буквой от «${cut(other)}» (${otherCell})`
        : `может быть тем же человеком, что «${cut(other)}» (${otherCell})`,
    ),
    remedy: 'Если это один человек, оставьте одну строку.',
  }),
  'unknown-teacher': ({ name, nearest }) => ({
    trouble: about(name, 'нет в банке данных, запись не учтена'),
    remedy: orNearest(nearest, 'Исправьте имя или добавьте педагога в «Банк данных».'),
  }),
  'unknown-org': ({ subject, name, nearest }) => ({
    trouble: about(subject, `организации ${quoted(name)} нет на листе «Организации»`),
    remedy: orNearest(nearest, 'Исправьте название или добавьте организацию.'),
  }),
  twice: ({ how, subject, other, otherCell }) =>
    how === 'same record'
      ? {
          trouble: about(subject, `такая же запись уже есть (${otherCell})`),
          remedy: 'Удалите лишнюю строку.',
        }
      : {
          trouble: about(
            subject,
            `то же мероприятие, результат и дата записаны за другим педагогом (${cut(other)}, ${otherCell}): возможен двойной счёт обучающихся`,
          ),
          remedy: 'Проверьте, что обучающиеся в строках разные.',
        },
  'outside-period': ({ subject, date, begin, end }) => ({
    trouble: about(
      subject,
      `дата ${shownDate(date)} вне отчётного периода ${shownDate(begin)}–${shownDate(end)}, запись не учтена`,
    ),
    remedy: 'Если дата верна, ничего делать не нужно; иначе исправьте её.',
  }),
  'no-date': ({ subject, column }) => ({
    trouble: about(subject, 'дата не указана; запись учтена в предположении, что она этого периода'),
    remedy: `Введите дату в столбец «${column}».`,
  }),
  'no-document': ({ subject, title }) => ({
    trouble: about(subject, `нет подтверждающего документа${title === '' ? '' : ` («${cut(title)}»)`}`),
    remedy: 'Укажите документ: сканы запрашивают вместе с отчётом.',
  }),
  'outside-form': ({ subject, reason }) => ({
    trouble: about(subject, `в форму не входит: ${reason}`),
    remedy: 'Если всё верно, ничего делать не нужно: запись остаётся в реестре.',
  }),
  'assumed-one': ({ subject, column }) => ({
    trouble: about(subject, `«${column}» не указано, посчитано как 1`),
    remedy: 'Введите число.',
  }),

  'group-member': ({ subject, names, nearest }) => ({
    trouble: about(
      subject,
      `в составе ${names.length === 1 ? 'назван' : 'названы'}, но в банке данных нет: ${names.map(cut).join(', ')}`,
    ),
    remedy:
      nearest === null
        ? 'Исправьте имя или внесите человека на лист «Банк данных».'
        : `Возможно, «${nearest}»: исправьте имя в столбце «Состав» или внесите человека на лист «Банк данных».`,
  }),
  'group-dates': ({ subject, created, closed }) => ({
    trouble: about(subject, `закрыта ${shownDate(closed)}, раньше, чем создана (${shownDate(created)})`),
    remedy: 'Исправьте дату в столбце «Создана» или «Закрыта».',
  }),
  'more-than-took-part': ({ subject, columns, part, whole }) => ({
    trouble: about(
      subject,
      `${columns.map((column) => `«${column}»`).join(' и ')}${columns.length > 1 ? ' вместе' : ''} – ${formatNumber(part)}, это больше, чем участвовало (${formatNumber(whole)})`,
    ),
    remedy: 'Исправьте числа в этой строке листа «Оценка».',
  }),

  'attendance-gap': ({ meeting, unmarked, names }) => ({
    trouble: `Заседание № ${String(meeting)} проведено, не отмечено: ${plural(unmarked, MEMBERS)} (${names.map(cut).join(', ')}${unmarked > names.length ? ' и другие' : ''}).`,
    remedy: 'Поставьте «да» или «нет» на листе «Посещаемость».',
  }),
  'attendance-unknown': ({ name, trouble, meeting, nearest }) => {
    switch (trouble) {
      case 'no name':
        return {
          trouble: 'Отметки в строке без имени.',
          remedy: 'Укажите, чьи это отметки, или уберите их.',
        };
      case 'not in databank':
        return {
          trouble: about(name, 'отметка на заседании есть, а в банке данных этого имени нет'),
          remedy: orNearest(nearest, 'Исправьте имя или добавьте его в «Банк данных»; гости не считаются.'),
        };
      case 'not a member':
        return {
          trouble: about(
            name,
            `отметка на заседании № ${String(meeting)} есть, но в тот день в составе этого имени нет`,
          ),
          remedy: 'Проверьте «В составе с» и «Выбыл» или уберите отметку.',
        };
    }
  },
  'attendance-before': ({ meeting, marks }) => ({
    trouble: `Заседание № ${String(meeting)} ещё не проведено, а отмечено: ${plural(marks, MARKS)}.`,
    remedy: 'Проверьте номер и дату на листе «Заседания» или уберите отметки.',
  }),
  'meeting-order': ({ trouble, meeting, other, date }) => ({
    trouble:
      trouble === 'same day'
        ? `Заседания ${meetingName(other)} и ${meetingName(meeting)} в один день, ${shownDate(date)}.`
        : `Заседание ${meetingName(meeting)} (${shownDate(date)}) раньше заседания ${meetingName(other)}.`,
    remedy: 'Проверьте даты и номера на листе «Заседания».',
  }),
  'meeting-number': ({ trouble, meeting, most }) => {
    switch (trouble) {
      case 'doubled':
        return {
          trouble: `Заседание № ${String(meeting)} есть дважды: отметки и решения не отличить.`,
          remedy: 'Дайте каждому заседанию свой номер.',
        };
      case 'missing':
        return {
          trouble: `Нет заседания № ${String(meeting)}: номера идут с пропуском.`,
          remedy: 'Добавьте его или исправьте номера.',
        };
      case 'out of range':
        return {
          trouble: `Номер заседания ${String(meeting)}: номера идут от 1 до ${String(most)}.`,
          remedy: 'Исправьте номер.',
        };
    }
  },
  votes: ({ subject, votes, present }) => ({
    trouble: about(subject, `голосов ${String(votes)}, а присутствовало ${plural(present, PEOPLE)}`),
    remedy: 'Проверьте «За», «Против», «Воздержались» и отметки посещаемости.',
  }),
  'no-quorum': ({ subject, meeting, present, members }) => ({
    trouble: about(
      subject,
      `на заседании № ${String(meeting)} не было кворума: ${String(present)} из ${plural(members, OF_MEMBERS)}`,
    ),
    remedy: 'Проверьте отметки посещаемости; без кворума решение не имеет силы, вынесите его снова.',
  }),
  'not-passed': ({ subject, inFavour, against }) => ({
    trouble: about(
      subject,
      `решение не набрало голосов: за ${plural(inFavour, VOTES)}, против ${String(against)}`,
    ),
    remedy: 'Проверьте голоса или запишите, что решение не принято.',
  }),

  relation: (issue) => {
    const remedy = 'Проверьте записи, из которых посчитана строка.';
    switch (issue.kind) {
      case 'sum-at-most':
        return {
          trouble: `Строка ${issue.rowNo}: ${issue.parts.join(' + ')} больше ${issue.rowNo}.`,
          remedy,
        };
      case 'at-most':
        return { trouble: `Строка ${issue.rowNo} больше строки ${issue.of}.`, remedy };
      case 'at-most-databank':
        return { trouble: `Строка ${issue.rowNo} больше, чем педагогов в банке данных.`, remedy };
      case 'at-most-organisations':
        return { trouble: `Строка ${issue.rowNo} больше, чем организаций.`, remedy };
      case 'together':
        return { trouble: `Строки ${issue.rowNo} и ${issue.sum} не сходятся: одно из чисел 0.`, remedy };
      case 'change':
        return {
          trouble: `Строка ${issue.rowNo}: ${formatNumber(issue.value)}, в прошлом году ${formatNumber(issue.last)} — изменение больше чем наполовину?`,
          remedy: 'Если всё верно, ничего делать не нужно.',
        };
    }
  },

  size: ({ members, least }, { association }) => ({
    trouble: `В составе ${association} ${plural(members, MEMBERS)}, а нужно не менее ${plural(least, OF_MEMBERS)}.`,
    remedy: 'Внесите в банк данных всех членов объединения.',
  }),
  leader: ({ name, condition, found, wanted }) => ({
    trouble: about(
      name,
      `${LEADER_CONDITIONS[condition]} руководителя — нужно ${wanted.join(' или ')}, указано ${found === '' || isErrorValue(found) ? '«не указано»' : quoted(found)}`,
    ),
    remedy: 'Проверьте строку руководителя в банке данных.',
  }),
  role: ({ role, trouble, name }) =>
    trouble === 'empty'
      ? {
          trouble: `Никому не назначена роль: ${role}.`,
          remedy: 'Выберите её в столбце «Роль» банка данных.',
        }
      : {
          trouble: about(name, `роль «${role}» уже занята другим`),
          remedy: 'Оставьте её одному.',
        },
  term: ({ order, due }) => ({
    trouble: `Срок полномочий истёк ${shownDate(due)} (приказ от ${shownDate(order)}).`,
    remedy: 'Подготовьте новый приказ и введите его дату в паспорт.',
  }),
  renewal: ({ renewed, members, oneOf }) => ({
    trouble: `Состав обновлён недостаточно: ${plural(renewed, MEMBERS)} из ${String(members)}, нужно не менее одного из ${String(oneOf)}.`,
    remedy: 'Новым членам укажите «В составе с» в банке данных.',
  }),
  consent: ({ name }) => ({
    trouble: about(name, 'нет согласия на обработку персональных данных'),
    remedy: 'Получите письменное согласие и введите его дату.',
  }),
  'databank-stale': ({ updated }) => ({
    trouble:
      updated === null
        ? 'Банк данных в этом периоде не обновлялся: дата обновления не указана.'
        : `Банк данных в этом периоде не обновлялся: последнее обновление ${shownDate(updated)}.`,
    remedy: 'Обновите сведения и введите «Дату обновления банка данных» в паспорт.',
  }),
  'document-missing': ({ document, trouble }) => ({
    trouble:
      trouble === 'no date'
        ? `Документ «${document}»: дата не указана.`
        : `В списке документов нет: «${document}».`,
    remedy:
      trouble === 'no date'
        ? 'Когда документ будет, введите его дату на листе «Документы».'
        : 'Добавьте строку на лист «Документы».',
  }),
  obligation: ({ obligation }, words) => {
    const { daysLeft, due, state } = obligation;
    const days =
      daysLeft === null || due === null
        ? ''
        : daysLeft < 0
          ? ` (срок ${shownDate(due)}, прошло ${plural(-daysLeft, DAYS)})`
          : ` (срок ${shownDate(due)}, осталось ${plural(daysLeft, DAYS)})`;
    return {
      trouble: `${obligationTitle(obligation, words)}: ${OBLIGATION_STATES[state]}${days}.`,
      remedy: obligationBasis(obligation),
    };
  },
  attestation: ({ name, category, state, end, daysLeft, basis, years }) => ({
    trouble: about(
      name,
      `категория «${category}» действует до ${shownDate(end)}: ${ATTESTATION_TROUBLES[state](daysLeft)}`,
    ),
    remedy:
      basis === 'typed'
        ? 'Срок — по столбцу «Категория действует до». Напомните об аттестации или обновите дату.'
        : `Срок — ${plural(years, YEARS)} от даты аттестации. Напомните об аттестации или обновите дату.`,
  }),
  courses: ({ name, last, years }) => ({
    trouble: about(
      name,
      `последние курсы окончены ${shownDate(last)}, более ${plural(years, OF_YEARS)} назад`,
    ),
    remedy: `Подсказка, не нарушение: педагог вправе учиться раз в ${plural(years, YEARS)}.`,
  }),
};

/** The words of one code; written so that the table above and the call over it agree (TypeScript #47109). */
function describe<C extends IssueCode>(code: C, issue: IssueOf<C>, words: Words): IssueWords {
  const say: (issue: IssueOf<C>, words: Words) => IssueWords = DESCRIBE[code];
  return say(issue, words);
}

export const issueWords = (issue: Issue, words: Words): IssueWords => describe(issue.code, issue, words);

/** One message: what is wrong and how to put it right. */
export function issueMessage(issue: Issue, words: Words): string {
  const { trouble, remedy } = issueWords(issue, words);
  return `${trouble} ${remedy}`;
}

/** What a fix does, on its button or in a list. */
export function fixWords(fix: Fix): string {
  switch (fix.kind) {
    case 'take in rows':
      return `Включить в таблицу «${fix.table}»: ${plural(fix.rows, ROWS)}`;
    case 'sheet name':
      return `Переименовать лист «${fix.sheet}» в «${fix.name}»`;
    case 'repair':
      return 'Восстановить строение реестра';
    default: {
      const [first] = fix.changes;
      const more = fix.changes.length - 1;
      const also = more > 0 ? ` и ещё ${plural(more, { one: 'ячейка', few: 'ячейки', many: 'ячеек' })}` : '';
      return first === undefined ? '' : `${quoted(first.old)} → ${quoted(first.new)}${also}`;
    }
  }
}

/** All fixes of a kind under one button. */
export const FIX_KINDS: Readonly<Record<FixKind, string>> = {
  'list value': 'Заменить значениями из списков',
  'teacher name': 'Исправить имена педагогов',
  'organisation name': 'Исправить названия организаций',
  'latin letters': 'Заменить латинские буквы русскими',
  spaces: 'Убрать лишние пробелы',
  'namesake mark': 'Добавить отметки тёзкам',
  'take in rows': 'Включить строки в таблицы',
  'sheet name': 'Вернуть листам имена',
  repair: 'Восстановить строение реестра',
};
