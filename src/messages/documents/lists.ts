import type { DatabankField } from '../../regulations';
import { formatNumber, plural, pluralForm } from '../plural';
import { sentence } from './sentences';

/** Words of the documents that are lists of people and of papers. */

const OF_TEACHERS = { one: 'педагога', few: 'педагогов', many: 'педагогов' };
const OF_DOCUMENTS = { one: 'документа', few: 'документов', many: 'документов' };

/** «2 из 6 педагогов» */
const ofTeachers = (count: number, all: number): string =>
  `${formatNumber(count)} из ${formatNumber(all)} ${pluralForm(all, OF_TEACHERS)}`;

const named = (names: readonly string[]): string => names.join(', ');

export const LIST_COLUMNS = {
  no: '№ п/п',
  name: 'Фамилия, имя, отчество',
  post: 'Должность',
  role: 'Роль в объединении',
  signature: 'Подпись',
  status: 'Статус',
  teaching: 'Педагогический стаж',
  mentor: 'Наставник',
} as const;

export const NOBODY = 'Педагогов в банке данных нет';

export const REGISTRATION = {
  name: (meeting: number): string => `Лист регистрации участников заседания № ${String(meeting)}`,
  title: ['Лист регистрации участников', 'заседания {word}', '{association}'],
  invited: 'Приглашённые',
  meeting: 'Заседание',
  number: (meeting: number): string => `№ ${String(meeting)}`,
  date: 'Дата',
  topic: 'Тема',
} as const;

export const COMPOSITION = {
  order: 'Приказ',
  orderShown: (number: string, date: string): string =>
    [number === '' ? '' : `№ ${number}`, date === '' ? '' : `от ${date}`]
      .filter((words) => words !== '')
      .join(' '),
  gaps: {
    order: 'На листе «Паспорт» не указаны номер и дата приказа.',
    role: (names: readonly string[]): string => sentence(`Не указана роль в объединении: ${named(names)}`),
  },
} as const;

export const DATABANK = {
  columns: {
    name: LIST_COLUMNS.name,
    birth: 'Дата рождения',
    age: 'Возраст, полных лет',
    organisation: '',
    post: LIST_COLUMNS.post,
    subject: 'Предмет',
    education: 'Образование',
    speciality: 'Специальность',
    experience: 'Общий стаж',
    teaching: LIST_COLUMNS.teaching,
    category: 'Категория',
    awards: 'Награды и звания',
    selfEducation: 'Тема самообразования',
    courses: 'Повышение квалификации',
  } satisfies Record<DatabankField, string>,
  course: (topic: string, hours: string, date: string): string => {
    const details = [hours === '' ? '' : `${hours}\u00a0ч`, date].filter((words) => words !== '');
    return details.length === 0 ? topic : `${topic} (${details.join(', ')})`;
  },
  asOf: (date: string): string => `По состоянию на ${date}`,
  gaps: {
    empty: (column: string, names: readonly string[]): string =>
      sentence(`Столбец «${column}» не заполнен: ${named(names)}`),
    consent: (names: readonly string[]): string =>
      `${sentence(`Нет даты согласия на обработку персональных данных: ${named(names)}`)} Не передавайте их данные без согласия.`,
  },
} as const;

export const ATTESTATION = {
  title: ['График прохождения аттестации на {period}', 'и перспективный план аттестации', '{association}'],
  current: (period: string): string => `График аттестации: ${period}`,
  ahead: 'Перспективный план',
  columns: {
    category: 'Категория',
    given: 'Дата аттестации',
    end: 'Действует до',
    planned: 'Планируемая дата',
    remark: 'Примечание',
  },
  over: 'срок истёк',
  emptyCurrent: 'Ни у кого срок не истекает',
  emptyAhead: 'В следующие годы ни у кого срок не истекает',
  unlimited: 'Категория бессрочна',
  none: 'Без категории',
  gaps: {
    unknown: (names: readonly string[]): string =>
      `${sentence(`Срок категории неизвестен: ${named(names)}`)} Укажите дату аттестации или столбец «Категория действует до».`,
    noCategory: (names: readonly string[]): string => sentence(`Категория не указана: ${named(names)}`),
  },
} as const;

export const YOUNG = {
  people: 'Молодые и вновь прибывшие специалисты',
  pairs: 'Наставники и пары',
  activities: 'План мероприятий',
  done: 'Проведено',
  columns: {
    pair: 'Название',
    pairKind: 'Вид',
    pairLeader: 'Наставник (руководитель)',
    members: 'Состав',
    task: 'Задача',
    since: 'Создана',
    date: 'Дата',
    topic: 'Тема',
    teacher: 'Педагог',
    result: 'Результат',
    done: 'Отметка о выполнении',
  },
  emptyPeople: 'Молодых и вновь прибывших специалистов нет',
  emptyPairs: 'Наставники и пары не внесены',
  gaps: {
    mentor: (names: readonly string[]): string => sentence(`Не указан наставник: ${named(names)}`),
    activities:
      'Мероприятий для молодых и вновь прибывших специалистов на листе «План» нет: впишите их от руки или внесите.',
  },
} as const;

export const NEEDS = {
  people: 'Профессиональные дефициты и потребности педагогов',
  found: 'Выявленные затруднения',
  columns: {
    deficits: 'Профессиональные дефициты',
    date: 'Дата',
    topic: 'Тема',
    teacher: 'Педагог',
    problem: 'Проблема',
    solution: 'Решение',
  },
  given: (count: number, all: number): string => `Сведения есть о ${ofTeachers(count, all)}.`,
  emptyPeople: 'Дефициты и потребности не указаны',
  emptyFound: 'Выявленные затруднения не внесены',
  gaps: {
    missing: (names: readonly string[]): string =>
      sentence(`Нет сведений о дефицитах и потребностях: ${named(names)}`),
  },
} as const;

export const SELF_EDUCATION = {
  title: ['Сведения о темах самообразования педагогов', '{association}', 'на {period}'],
  column: 'Тема самообразования',
  empty: 'Темы самообразования не указаны',
  given: (count: number, all: number): string => `Темы есть у ${ofTeachers(count, all)}.`,
  gaps: {
    missing: (names: readonly string[]): string =>
      sentence(`Не указана тема самообразования: ${named(names)}`),
  },
} as const;

export const DOCUMENT_LIST = {
  title: ['Перечень документов {word}', '{association}', 'на {period}'],
  columns: {
    document: 'Документ',
    clause: 'Пункт положения',
    where: 'Где лежит',
    number: 'Номер',
    date: 'Дата',
    state: 'Отметка',
  },
  present: 'есть',
  unknown: 'нет сведений',
  protocols: 'Протоколы заседаний',
  protocolColumns: {
    meeting: 'Заседание',
    date: 'Дата заседания',
    number: 'Номер протокола',
    drawn: 'Дата протокола',
  },
  empty: 'Документы не внесены',
  emptyProtocols: 'Заседаний в реестре нет',
  counted: (count: number, all: number): string =>
    `Сведения есть о ${formatNumber(count)} из ${plural(all, OF_DOCUMENTS)}.`,
  gaps: {
    missing: (name: string, clause: string): string =>
      clause === ''
        ? `«${name}»: не указано, где лежит, номер или дата.`
        : `«${name}» (${clause}): не указано, где лежит, номер или дата.`,
    protocol: (meeting: number): string =>
      `Протокол заседания № ${String(meeting)}: не указаны номер или дата.`,
  },
} as const;

export const SCANS = {
  columns: { teacher: 'Педагог', record: 'Запись', indicators: 'Показатели', scan: 'Скан (отметка)' },
  empty: 'У всех засчитанных записей указан документ',
  elsewhere: 'Организация не указана',
  ofAssociation: 'Мероприятия объединения',
} as const;
