import { shownDate } from '../../register/dates';
import type { TableName } from '../../register/tables';
import { formatNumber, plural, pluralForm, type NounForms } from '../plural';
import { joined, listed, quote } from './sentences';

/** The words of the analysis: facts of the register as sentences, and what is said of the sheet «Анализ». */

const RECORDS: NounForms = { one: 'запись', few: 'записи', many: 'записей' };
const MEETINGS: NounForms = { one: 'заседание', few: 'заседания', many: 'заседаний' };
const OF_MEETINGS: NounForms = { one: 'заседания', few: 'заседаний', many: 'заседаний' };
const DECISIONS: NounForms = { one: 'решение', few: 'решения', many: 'решений' };
const EVENTS: NounForms = { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий' };
const PEOPLE: NounForms = { one: 'человек', few: 'человека', many: 'человек' };
const TEACHERS: NounForms = { one: 'педагог', few: 'педагога', many: 'педагогов' };
const OF_TEACHERS: NounForms = { one: 'педагога', few: 'педагогов', many: 'педагогов' };
const HOURS: NounForms = { one: 'час', few: 'часа', many: 'часов' };

const TOPICS: NounForms = { one: 'тема', few: 'темы', many: 'тем' };
const GROUPS: NounForms = { one: 'объединение', few: 'объединения', many: 'объединений' };
const HELD: NounForms = { one: 'Проведено', few: 'Проведены', many: 'Проведено' };
const WERE_PRESENT: NounForms = { one: 'присутствовал', few: 'присутствовали', many: 'присутствовало' };
const COULD: NounForms = { one: 'учтена', few: 'учтены', many: 'учтено' };

/** A share of a whole in percent, one digit after the comma. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '' : `${formatNumber(Math.round((part / whole) * 1000) / 10)}\u00a0%`;

export const onDate = (day: number | null): string => (day === null ? 'дата не указана' : shownDate(day));

/** «за 2025/2026 учебный год». */
export const PERIOD = {
  schoolYear: (year: string) => `${year} учебный год`,
  calendarYear: (year: number) => `${String(year)} год`,
  between: (begin: number, end: number) => `период с ${shownDate(begin)} по ${shownDate(end)}`,
  unknown: 'отчётный период',
} as const;

/** Why a section, or a part of it, has nothing to say. */
export const MISSING = {
  lead: 'Сведений нет',
  noTable: (table: TableName) => `таблицы «${table}» в книге нет`,
  empty: (table: TableName) => `таблица «${table}» пуста`,
  noSuch: (table: TableName, what: string) => `в таблице «${table}» нет записей: ${what}`,
} as const;

export const ASSOCIATION = {
  offices: (holders: readonly { readonly title: string; readonly names: readonly string[] }[]) =>
    holders.map(({ title, names }) => `${title} – ${listed(names)}`).join('; '),
  noHolder: (title: string) => `кто исполняет роль «${title}», в банке данных не отмечено`,
  topic: (topic: string) => `Методическая тема: ${quote(topic)}`,
  order: (number: string, day: number | null) =>
    `Приказ${number === '' ? '' : ` № ${number}`}${day === null ? '' : ` от ${shownDate(day)}`}`,
  noTopic: 'методическая тема в паспорте не указана',
  noOrder: 'номер и дата приказа в паспорте не указаны',
} as const;

export interface Counted {
  readonly word: string;
  readonly count: number;
}

export const MEMBERS = {
  organisations: (institutions: string, organisations: readonly Counted[]) =>
    `${institutions} (${String(organisations.length)}): ${organisations
      .map(({ word, count }) => `${word} – ${plural(count, TEACHERS)}`)
      .join('; ')}`,
  educations: 'Образование',
  categories: 'Квалификационные категории',
  values: (what: string, said: readonly string[]) => `${what}: ${said.join('; ')}`,
  counts: (values: readonly Counted[], all: number) =>
    values.map(({ word, count }) => `${word} – ${formatNumber(count)} (${share(count, all)})`).join(', '),
  none: (names: readonly string[]) => `не указано – ${String(names.length)} (${names.join(', ')})`,
  others: (names: readonly string[]) => `Входят в состав, но не педагоги: ${names.join(', ')}`,
} as const;

export const MOVEMENT = {
  joined: (people: readonly string[]) => `Вошли в состав: ${people.join(', ')}`,
  left: (people: readonly string[]) => `Выбыли: ${people.join(', ')}`,
  none: 'в банке данных нет отметок о тех, кто вошёл в состав или выбыл за период',
} as const;

export interface MeetingFact {
  readonly number: number | null;
  readonly date: number | null;
  readonly topic: string;
  readonly form: string;
  /** Taking part as the form counts it; null: nobody is marked. */
  readonly present: string | null;
  /** «(показатель 2.1)». */
  readonly reference: string;
}

const meetingName = ({ number, date, topic }: MeetingFact): string =>
  `${number === null ? 'без номера' : `№\u00a0${String(number)}`}, ${onDate(date)}: ${topic === '' ? 'тема не указана' : quote(topic)}`;

export const MEETINGS_HELD = {
  held: (count: number, least: number | null, clause: string) =>
    `${pluralForm(count, HELD)} ${plural(count, MEETINGS)}${least === null ? '' : `; по положению не менее ${plural(least, OF_MEETINGS)} (${clause})`}`,
  noneHeld: 'Ни одно заседание за отчётный период не проведено',
  item: (meeting: MeetingFact) =>
    `${meetingName(meeting)}${meeting.form === '' ? '' : ` (${meeting.form})`}; ${meeting.present === null ? 'отметок о присутствии нет' : meeting.present}${meeting.reference}`,
  present: (count: number) => `${pluralForm(count, WERE_PRESENT)} ${plural(count, PEOPLE)}`,
  ahead: (meetings: readonly MeetingFact[]) => `Предстоят: ${meetings.map(meetingName).join('; ')}`,
  outside: (meetings: readonly MeetingFact[]) =>
    `Вне отчётного периода: ${meetings.map(meetingName).join('; ')}`,
} as const;

export const DECISIONS_TAKEN = {
  total: (count: number, fulfilled: number) =>
    `По решениям заседаний: записано ${plural(count, DECISIONS)}, исполнено ${formatNumber(fulfilled)} (${share(fulfilled, count)})`,
  notPassed: (items: readonly string[]) => `Не приняты голосованием: ${items.join('; ')}`,
  overdue: 'Не исполнены в срок',
  pending: 'Ещё исполняются',
  item: (meeting: number | null, text: string, responsible: string, due: number | null) =>
    joined(
      [
        `${meeting === null ? '' : `заседание №\u00a0${String(meeting)}, `}${text === '' ? 'без текста' : quote(text)}`,
        responsible === '' ? '' : `ответственный – ${responsible}`,
        due === null ? '' : `срок ${shownDate(due)}`,
      ],
      ', ',
    ),
} as const;

export const PLAN_DONE = {
  total: (count: number, done: number) =>
    `По плану – ${plural(count, EVENTS)}, выполнено ${formatNumber(done)} (${share(done, count)})`,
  done: 'Выполнены',
  overdue: 'Не выполнены в срок',
  pending: 'Срок ещё не наступил',
  item: (title: string, day: number | null, responsible: string) =>
    joined([title, day === null ? '' : shownDate(day), responsible], ', '),
} as const;

export const COURSES_TAKEN = {
  topics: (count: number, records: number) =>
    `Тематика: ${plural(count, TOPICS)}, ${plural(records, RECORDS)} об обучении`,
  item: (topic: string, where: string, hours: number | null, people: readonly string[]) => {
    const details = joined([where, hours === null ? '' : plural(hours, HOURS)], ', ');
    return `${topic === '' ? 'тема не указана' : quote(topic)}${details === '' ? '' : ` (${details})`} – ${people.join(', ')}`;
  },
} as const;

export const PROFILE = {
  names: (people: readonly string[]) => `Преподают: ${people.join(', ')}`,
  unknown: (people: readonly string[]) =>
    `Не указано, преподают ли в профильных классах: ${people.join(', ')}`,
} as const;

const orUnknown = (value: number | null): string => (value === null ? 'не указано' : formatNumber(value));

export const EXAMS = {
  unknownTeacher: ' (нет в банке данных, не учтено)',
  threshold: (points: number) =>
    `Высокобалльником считается получивший не менее ${plural(points, { one: 'балла', few: 'баллов', many: 'баллов' })}`,
  heading: (exam: string, subject: string) =>
    `${exam === '' ? 'Экзамен не указан' : exam}${subject === '' ? '' : `, ${subject}`}`,
  item: (
    name: string,
    sat: number | null,
    high: number | null,
    below: number | null,
    average: number | null,
    note = '',
  ) =>
    `${name}${note} – ${joined(
      [
        `сдавало: ${orUnknown(sat)}`,
        high === null ? '' : `высокобалльников: ${formatNumber(high)}`,
        `ниже порога: ${orUnknown(below)}`,
        average === null ? '' : `средний балл ${formatNumber(average)}`,
      ],
      ', ',
    )}`,
} as const;

export interface AssessmentFact {
  readonly organisation: string;
  readonly took: number | null;
  readonly average: number | null;
  readonly below: number | null;
  readonly winners: number | null;
  readonly prizes: number | null;
  readonly conclusion: string;
}

export const ASSESSMENT = {
  heading: (procedure: string, subject: string, grade: string) =>
    joined(
      [
        procedure === 'другое' ? 'Другие процедуры' : procedure,
        subject,
        grade === '' ? '' : `класс: ${grade}`,
      ],
      ', ',
    ),
  /** Sums of what is given; a number that is missing in some rows is said to be so. */
  total: (took: number, organisations: number, below: number | null) =>
    `Всего участвовало ${plural(took, PEOPLE)} из ${plural(organisations, { one: 'организации', few: 'организаций', many: 'организаций' })}${below === null ? '' : `, ниже минимума – ${formatNumber(below)}${took === 0 ? '' : ` (${share(below, took)})`}`}`,
  item: ({ organisation, took, average, below, winners, prizes, conclusion }: AssessmentFact) =>
    `${organisation === '' ? 'организация не указана' : organisation} – ${joined(
      [
        `участвовало: ${orUnknown(took)}`,
        average === null ? '' : `средний балл ${formatNumber(average)}`,
        below === null ? '' : `ниже минимума: ${formatNumber(below)}`,
        winners === null ? '' : `победителей: ${formatNumber(winners)}`,
        prizes === null ? '' : `призёров: ${formatNumber(prizes)}`,
      ],
      ', ',
    )}${conclusion === '' ? '' : `; вывод: ${conclusion}`}`,
} as const;

export interface WorkFact {
  readonly day: number | null;
  readonly topic: string;
  readonly teacher: string;
  readonly participants: string;
  readonly organisation: string;
  readonly result: string;
}

interface WorkWords {
  /** «консультации», for what is missing. */
  readonly what: string;
  readonly lead: (count: number) => string;
}

const did =
  (noun: NounForms, does: NounForms): WorkWords['lead'] =>
  (count) =>
    `${pluralForm(count, does)} ${plural(count, noun)}`;
const NEUTER = HELD;
const FEMININE: NounForms = { one: 'Проведена', few: 'Проведены', many: 'Проведено' };
const MASCULINE: NounForms = { one: 'Проведён', few: 'Проведены', many: 'Проведено' };
const about =
  (lead: string): WorkWords['lead'] =>
  (count) =>
    `${lead} – ${plural(count, RECORDS)} в журнале методической работы`;

/** By value of «Вид» of «Методработа». */
export const WORK: Readonly<Record<string, WorkWords>> = {
  консультация: {
    what: 'консультации',
    lead: did({ one: 'консультация', few: 'консультации', many: 'консультаций' }, FEMININE),
  },
  'открытый урок': {
    what: 'открытые уроки',
    lead: did({ one: 'открытый урок', few: 'открытых урока', many: 'открытых уроков' }, MASCULINE),
  },
  взаимопосещение: {
    what: 'взаимопосещения',
    lead: did({ one: 'взаимопосещение', few: 'взаимопосещения', many: 'взаимопосещений' }, NEUTER),
  },
  'выявленное затруднение': {
    what: 'выявленные затруднения',
    lead: did(
      { one: 'затруднение педагогов', few: 'затруднения педагогов', many: 'затруднений педагогов' },
      { one: 'Выявлено', few: 'Выявлены', many: 'Выявлено' },
    ),
  },
  'опыт обобщён': { what: 'обобщённый опыт', lead: about('Опыт обобщён') },
  'изучение документов': { what: 'изучение документов', lead: about('Изучены документы') },
  информирование: { what: 'информирование', lead: about('Педагоги проинформированы') },
  'подготовка к ГИА': {
    what: 'подготовка к ГИА',
    lead: (count) => `Для подготовки к ГИА ${did(EVENTS, lower(NEUTER))(count)}`,
  },
  'подготовка к ВсОШ': {
    what: 'подготовка к ВсОШ',
    lead: (count) => `Для подготовки к ВсОШ ${did(EVENTS, lower(NEUTER))(count)}`,
  },
  'подготовка к ВПР': {
    what: 'подготовка к ВПР',
    lead: (count) => `Для подготовки к ВПР ${did(EVENTS, lower(NEUTER))(count)}`,
  },
  'сетевое взаимодействие': { what: 'сетевое взаимодействие', lead: about('Сетевое взаимодействие') },
  'взаимодействие с центром': {
    what: 'взаимодействие с центрами',
    lead: about('Взаимодействие с научными, методическими и другими центрами'),
  },
  экспертиза: {
    what: 'экспертиза',
    lead: did({ one: 'экспертиза', few: 'экспертизы', many: 'экспертиз' }, FEMININE),
  },
  наставничество: { what: 'наставничество', lead: about('Наставничество') },
  предложение: {
    what: 'предложения',
    lead: did(
      { one: 'предложение', few: 'предложения', many: 'предложений' },
      { one: 'Внесено', few: 'Внесены', many: 'Внесено' },
    ),
  },
  выдвижение: { what: 'выдвижение на конкурсы', lead: about('Выдвинуты на конкурсы') },
  'ходатайство о поощрении': { what: 'ходатайства о поощрении', lead: about('Ходатайства о поощрении') },
  'рекомендовано к публикации': {
    what: 'рекомендованное к публикации',
    lead: about('Рекомендовано к публикации'),
  },
  другое: { what: 'другая методическая работа', lead: about('Другая методическая работа') },
};

function lower(forms: NounForms): NounForms {
  const small = (word: string): string => `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return { one: small(forms.one), few: small(forms.few), many: small(forms.many) };
}

export const WORK_DONE = {
  item: ({ day, topic, teacher, participants, organisation, result }: WorkFact) =>
    joined([
      `${topic === '' ? 'тема не указана' : quote(topic)} (${onDate(day)})${teacher === '' ? '' : ` – ${teacher}`}`,
      participants === '' ? '' : `участники: ${participants}`,
      organisation === '' ? '' : `организация: ${organisation}`,
      result === '' ? '' : `результат: ${result}`,
    ]),
  problems: 'Выявленные проблемы',
  remedies: 'Пути решения',
  /** What is missing of a preparation that is logged. */
  noProblems: 'в таблице «Методработа» не записаны проблемы и пути решения',
  about: (what: string, word: string, isNamed: boolean) =>
    `${what}, где ${isNamed ? '' : 'не '}сказано «${word}…»`,
} as const;

/** In place of a name in a record that has none. */
export const NO_TEACHER = 'педагог не указан';

export const ACHIEVED = {
  event: (title: string, details: readonly string[], results: readonly string[]) => {
    const named = title === '' ? 'мероприятие не названо' : quote(title);
    const inside = joined(details, ', ');
    return `${named}${inside === '' ? '' : ` (${inside})`}: ${results.join('; ')}`;
  },
  result: (result: string, people: readonly string[]) =>
    `${RESULTS[result] ?? (result === '' ? 'результат не указан' : result)} – ${people.join(', ')}`,
  person: (name: string, count: number | null) =>
    `${name}${count === null ? ' (число не указано, принято 1)' : ` (${formatNumber(count)})`}`,
  list: 'Мероприятия и подготовленные обучающиеся (в скобках – их число)',
  byLevel: (level: string) => `Уровень – ${level === '' ? 'не указан' : level}`,
  outside: 'Не входят в показатели приложения',
  notCounted: (reason: string) => `Не учтены (${reason})`,
  noFormat: 'формат не указан',
} as const;

const RESULTS: Readonly<Record<string, string>> = {
  победитель: 'победители',
  призёр: 'призёры',
  участник: 'участники',
};

export const ACTIVITY_WORDS: Readonly<Record<string, { readonly what: string; readonly list: string }>> = {
  'профессиональный конкурс': { what: 'профессиональные конкурсы', list: 'Конкурсы' },
  'представление опыта': { what: 'представление опыта', list: 'Мероприятия' },
  публикация: { what: 'публикации', list: 'Публикации' },
  'разработка КИМ': { what: 'разработка КИМ', list: 'Материалы (в скобках – их число)' },
  'организация мероприятия': { what: 'организация мероприятий', list: 'Организаторы' },
};

export const ACTIVE = {
  item: (title: string, details: readonly string[], people: readonly string[]) => {
    const inside = joined(details, ', ');
    return `${title === '' ? 'название не указано' : quote(title)}${inside === '' ? '' : ` (${inside})`} – ${people.join(', ')}`;
  },
  link: (link: string) => `ссылка: ${link}`,
  works: (count: number) => `количество: ${formatNumber(count)}`,
  works1: 'количество не указано, принято 1',
  level: (level: string) => (level === '' ? 'уровень не указан' : `${level} уровень`),
} as const;

export const EVENTS_HELD = {
  total: (count: number, audience: string) =>
    `${pluralForm(count, HELD)} ${plural(count, EVENTS)} для ${audience}`,
  item: (
    title: string,
    kind: string,
    level: string,
    day: number | null,
    pupils: string,
    responsible: string,
  ) =>
    joined([
      `${title === '' ? 'название не указано' : quote(title)} (${joined([kind, level, onDate(day)], ', ')})${pupils === '' ? '' : `: ${pupils}`}`,
      responsible === '' ? '' : `ответственный – ${responsible}`,
    ]),
  pupils: (count: number, one: string, ofMany: string) => plural(count, { one, few: ofMany, many: ofMany }),
  unknownPupils: 'число участников не указано',
  teachers: 'педагогов',
  what: (audience: string, level: string) => joined([`мероприятия для ${audience}`, level], ', уровень – '),
} as const;

export const OBJECTIVITY = {
  in: (subject: string, names: readonly string[]) => `по ${subject} – ${names.join(', ')}`,
  mathematics: 'математике',
  russian: 'русскому языку',
  unmarked: (names: readonly string[]) => `Отметки стоят не у всех: ${names.join(', ')}`,
} as const;

export const SELF_EDUCATION = {
  total: (count: number, all: number) =>
    `Темы самообразования указаны у ${plural(count, OF_TEACHERS)} из ${formatNumber(all)}`,
  item: (name: string, topic: string) => `${name} – ${quote(topic)}`,
  without: (names: readonly string[]) => `Тема не указана: ${names.join(', ')}`,
  none: 'ни у кого в банке данных не указана тема самообразования',
} as const;

export const DEFICITS = {
  total: (count: number) =>
    `Профессиональные дефициты отмечены в банке данных у ${plural(count, OF_TEACHERS)}`,
  item: (deficit: string, names: readonly string[]) => `${deficit} – ${names.join(', ')}`,
  none: 'в банке данных не отмечены профессиональные дефициты',
} as const;

export const YOUNG = {
  status: (status: string, people: readonly string[]) =>
    `${STATUSES[status] ?? status}: ${people.join('; ')}`,
  person: (name: string, mentor: string) => (mentor === '' ? name : `${name} (наставник – ${mentor})`),
  none: 'в банке данных нет отметок о молодых, вновь прибывших специалистах и наставниках',
} as const;

const STATUSES: Readonly<Record<string, string>> = {
  'молодой специалист': 'Молодые специалисты',
  'вновь прибывший': 'Вновь прибывшие специалисты',
  наставник: 'Наставники',
};

export const ATTESTED = {
  lead: (count: number) => `Аттестация: ${plural(count, TEACHERS)}`,
  item: (name: string, category: string, day: number) =>
    `${name} – ${joined([category === '' ? 'категория не указана' : category, shownDate(day)], ', ')}`,
  none: 'в банке данных нет дат аттестации за отчётный период',
} as const;

export const TEAMED = {
  total: (count: number) => `Создано и действует: ${plural(count, GROUPS)}`,
  item: (
    kind: string,
    name: string,
    leader: string,
    members: string,
    task: string,
    created: number | null,
    closed: number | null,
  ) =>
    joined([
      `${kind === '' ? 'вид не указан' : kind} ${name === '' ? 'без названия' : quote(name)}`,
      leader === '' ? '' : `руководитель – ${leader}`,
      members === '' ? '' : `состав: ${members}`,
      task === '' ? '' : `задача: ${task}`,
      created === null ? '' : `с ${shownDate(created)}`,
      closed === null ? '' : `по ${shownDate(closed)}`,
    ]),
  what: (kinds: readonly string[]) => listed(kinds),
} as const;

/** Records of the register that no section of this form has a place for. */
export const UNPLACED = (table: TableName, count: number, rows: readonly number[]): string =>
  `${plural(count, RECORDS)} таблицы «${table}» (${rows.length === 1 ? 'строка' : 'строки'} листа: ${rows.join(', ')}) не ${pluralForm(count, COULD)} ни в одном разделе: для их вида и уровня в форме нет раздела.`;

/** The sheet «Анализ». */
export const ANALYSIS_SHEET = {
  continued: (no: string, part: number) => `${no} (продолжение${part < 2 ? '' : ` ${String(part)}`})`,
  filled: (rows: number) =>
    rows === 0
      ? 'Лист «Анализ»: сведения из реестра уже на месте.'
      : `На лист «Анализ» записаны сведения из реестра: ${plural(rows, { one: 'строка', few: 'строки', many: 'строк' })}.`,
  words: 'Заполнение анализа',
  kept: (sections: readonly string[]) =>
    `«Сведения из реестра», которые Вы изменили сами, оставлены как есть (${sections.length === 1 ? 'пункт' : 'пункты'} ${sections.join(', ')}). Чтобы получить новый текст, очистите ячейку и заполните анализ ещё раз.`,
  former: (sections: readonly string[]) =>
    `На листе «Анализ» остались разделы другой формы: ${sections.join(', ')}. В них есть Ваш текст; когда перенесёте его, удалите эти строки.`,
  noRoom: (count: number) =>
    `${plural(count, { one: 'раздел', few: 'раздела', many: 'разделов' })} анализа не хватило места: под таблицей «Анализ» стоят другие данные или итоги. Освободите место под ней и заполните анализ ещё раз.`,
} as const;

/** The analysis as a document. */
export const ANALYSIS_DOCUMENT = {
  conclusions: 'Выводы',
  appendix: 'Приложение к анализу',
  columns: ['№', 'показатель', 'количество'] as const,
  noData: 'нет данных',
  notDue: 'ещё не проводилось',
  scans: 'для подготовки отчета запрашивать сканы подтверждающих документов',
  gapConclusions: (sections: readonly string[]) =>
    `Не записаны выводы: ${sections.length === 1 ? 'пункт' : 'пункты'} ${sections.join(', ')}. Введите их в столбец «Выводы» листа «Анализ».`,
  gapFacts: (sections: readonly string[]) =>
    `В реестре нет сведений для ${sections.length === 1 ? 'пункта' : 'пунктов'} ${sections.join(', ')}.`,
  gapAppendix: (rows: readonly string[]) =>
    `В приложении нет данных: ${rows.length === 1 ? 'строка' : 'строки'} ${rows.join(', ')}.`,
  gapPartial: (rows: readonly string[]) =>
    `В приложении посчитано по неполным сведениям: ${rows.length === 1 ? 'строка' : 'строки'} ${rows.join(', ')}.`,
  forPeriod: (period: string) => `за ${period}`,
} as const;
