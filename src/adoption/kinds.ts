import type { TableName } from '../register/tables';
import { isAboutAttendance, type Block } from './blocks';
import { fieldDefinition, type Field } from './dictionary';
import { fold } from './words';

/** What a block is a register of, told from its columns, its title and its sheet. */
export type BlockKind =
  | 'teachers'
  | 'courses'
  | 'achievements'
  | 'activity'
  | 'events'
  | 'exams'
  | 'attendance'
  | 'meetings'
  | 'organisations'
  /** A plan of work: the register has a sheet for it, adoption does not fill it. */
  | 'plan'
  | 'unknown';

/** The table whose columns a block of this kind fills; null for what is not adopted. */
export const TABLE_OF_KIND: Readonly<Record<BlockKind, TableName | null>> = {
  teachers: 'Педагоги',
  courses: 'Курсы',
  achievements: 'Достижения',
  activity: 'Деятельность',
  events: 'Мероприятия',
  exams: 'ГИА',
  attendance: 'Посещаемость',
  meetings: 'Заседания',
  organisations: 'Организации',
  plan: null,
  unknown: null,
};

export const BLOCK_KINDS = Object.keys(TABLE_OF_KIND) as BlockKind[];

/** What a column may mean, before the kind of the table is known. */
export interface ColumnHint {
  readonly fields: readonly Field[];
  /** Phrase of the dictionary, by field. */
  readonly phrases: Readonly<Partial<Record<Field, string>>>;
  readonly isMeeting: boolean;
  readonly samples: readonly string[];
}

/** How the kind was told. */
export interface KindGuess {
  readonly kind: BlockKind;
  /** False when two kinds fit equally well: the user is asked. */
  readonly isSure: boolean;
  readonly others: readonly BlockKind[];
}

const DATABANK: readonly Field[] = [
  'birth',
  'education',
  'speciality',
  'totalExperience',
  'teachingExperience',
  'experience',
  'category',
  'categoryDate',
  'categoryUntil',
  'selfEducation',
  'institution',
  'profile',
  'consent',
  'joined',
  'deficits',
];

/** Phrases that mean one thing here and another there: by themselves they tell no kind. */
const GENERAL: ReadonlySet<string> = new Set([
  'дата', 'тема', 'тематика', 'документ', 'вид', 'программа', 'объем', 'часы', 'часов', 'номер', 'форма', 'формат',
  'статус', 'награда', 'место', 'название', 'наименование', 'количество', 'педагог', 'наставник', 'аттестация', 'год', 'тип', 'дата окончания', 'год обучения', 'количество часов',
]); // prettier-ignore

const PUPILS =
  /обучающ|учащи|учени[кц]|детей|дети(?!\p{L})|детск|ребен|школьник|воспитанник|(?<!\p{L})всош|предметн\p{L}* олимпиад|подготовивш/u;
const OWN =
  /публикац|выступлен|мастер\s*-?\s*класс|(?:обобщен|распространен|представлен|трансляц)\p{L}*\s+(?:\p{L}+\s+)?опыт|профессиональн\p{L}*\s+(?:\p{L}+\s+)?конкурс|конкурс\p{L}*\s+(?:профессионал|педагог)|(?:достижени|участи|деятельност|активност|результат)\p{L}*\s+(?:педагог|учител|преподават)|методическ\p{L}*\s+(?:активн|деятельн|работ)|разработк\p{L}*\s+ким|учитель года|деятельность(?!\p{L})/u;

export function guessKind(block: Block, columns: readonly ColumnHint[]): KindGuess {
  const has = (...fields: readonly Field[]): boolean =>
    columns.some((column) => fields.some((name) => column.fields.includes(name)));
  /** Told by a phrase that means nothing else. */
  const clearly = (...fields: readonly Field[]): number =>
    fields.filter((name) =>
      columns.some(({ fields: found, phrases }) => found.includes(name) && !GENERAL.has(phrases[name] ?? '')),
    ).length;

  const person = has('name', 'surname');
  const marks = columns.filter(({ isMeeting, fields }) => isMeeting || fields.includes('mark')).length;
  const databank = clearly(...DATABANK);
  const courses = clearly('courses', 'retraining', 'courseTopic', 'courseHours', 'coursePlace', 'courseDate');
  const ofEvents = clearly('level', 'format', 'result', 'count', 'winners', 'prizeWinners');
  const event = has('event', 'topic');
  const words = fold([block.sheet, ...block.titles.map(({ text }) => text)].join(' '));

  /** Somebody is named beside a teacher, or the title says that it is about pupils. */
  const isOfPupils = person && ((has('name') && has('surname')) || PUPILS.test(words));

  if (clearly('exam', 'sat', 'high', 'below') >= 2 && person) return sure('exams');
  if (person && marks > 0 && databank === 0 && !(event && ofEvents > 0)) return sure('attendance');
  const isMeetings =
    !person &&
    has('date') &&
    (clearly('meetingTopic', 'protocolNumber', 'guests', 'meetingAim') > 0 ||
      (isAboutAttendance(block) && has('topic', 'meetingNumber')));
  if (isMeetings) return sure('meetings');
  const isOfEvents =
    databank < 2 &&
    ((event && (ofEvents > 0 || clearly('event') > 0)) ||
      (ofEvents > 0 && person && has('pupil', 'schoolClass')) ||
      (isOfPupils && has('schoolClass') && has('result')) ||
      (ofEvents >= 2 && (person || has('pupil', 'supervisor'))));
  if (isOfEvents && (databank === 0 || ofEvents > 0)) {
    if (!person && !has('pupil', 'supervisor') && !has('result')) {
      if (has('deadline') || (has('date') && !ofEvents && /план/u.test(words))) return sure('plan');
      if (has('date', 'level', 'count')) return sure('events');
    }
    return ofWhom(columns, words, {
      hasPupils: has('pupil', 'schoolClass', 'count', 'winners', 'prizeWinners', 'supervisor'),
    });
  }
  if (has('deadline') && has('responsible') && !person) return sure('plan');
  if (person && databank > 0) return sure('teachers');
  if (person && courses > 0) return sure('courses');
  const isList = !person && has('organisation', 'organisationInFull') && !has('pupil') && columns.length <= 8;
  if (isList && !has('level', 'result', 'count')) return sure('organisations');
  return person ? sure('teachers') : { kind: 'unknown', isSure: true, others: [] };
}

const sure = (kind: BlockKind): KindGuess => ({ kind, isSure: true, others: [] });

/** Achievements of pupils, or the teachers' own contests, talks and publications. */
function ofWhom(
  columns: readonly ColumnHint[],
  words: string,
  { hasPupils }: { readonly hasPupils: boolean },
): KindGuess {
  const headers = columns.flatMap(({ phrases }) => Object.values(phrases)).join(' ');
  const values = columns.filter(
    ({ fields }) => fields.includes('event') || fields.includes('eventKind') || fields.includes('topic'),
  );
  const samples = values.flatMap(({ samples: texts }) => texts.map(fold));
  const share = (pattern: RegExp): number =>
    samples.length === 0 ? 0 : samples.filter((text) => pattern.test(text)).length / samples.length;
  const pupils =
    (hasPupils ? 2 : 0) +
    (PUPILS.test(words) ? 2 : 0) +
    (PUPILS.test(fold(headers)) ? 1 : 0) +
    share(/всош|олимпиад|школьник|кенгуру/u);
  const own =
    (OWN.test(words) ? 3 : 0) +
    (OWN.test(fold(headers)) ? 2 : 0) +
    (columns.some(({ fields }) => fields.includes('topic') || fields.includes('link')) ? 1 : 0) +
    2 * share(OWN);
  if (pupils > own) return { kind: 'achievements', isSure: true, others: ['activity'] };
  if (own > pupils) return { kind: 'activity', isSure: true, others: ['achievements'] };
  return { kind: 'achievements', isSure: false, others: ['activity'] };
}

const WHO: readonly Field[] = ['line', 'name', 'surname', 'firstName', 'patronymic', 'givenNames'];
const COURSE_FIELDS: readonly Field[] = [
  'courses',
  'retraining',
  'courseTopic',
  'coursePlace',
  'courseHours',
  'courseDate',
  'courseDocument',
  'courseKind',
];

/** Fields a block of this kind is read for, beside the columns of its table. */
const FURTHER: Readonly<Record<BlockKind, readonly Field[]>> = {
  teachers: [...WHO, ...COURSE_FIELDS, 'mark'],
  courses: [...WHO, ...COURSE_FIELDS, 'organisation', 'birth'],
  achievements: [
    ...WHO,
    'supervisor',
    'organisation',
    'birth',
    'pupil',
    'pupilNames',
    'schoolClass',
    'winners',
    'prizeWinners',
    'subject',
  ],
  activity: [...WHO, 'supervisor', 'organisation', 'birth', 'topic'],
  events: ['line'],
  exams: [...WHO, 'organisation', 'birth', 'count'],
  attendance: [...WHO, 'mark', 'organisation', 'birth'],
  meetings: ['line', 'topic', 'meetingTopic'],
  organisations: ['line', 'organisation', 'organisationInFull'],
  plan: [],
  unknown: [],
};

/** A field has a place in a block of this kind. */
export function hasPlace(kind: BlockKind, name: Field): boolean {
  const table = TABLE_OF_KIND[kind];
  return (
    name === 'timestamp' ||
    FURTHER[kind].includes(name) ||
    (table !== null && fieldDefinition(name).columns?.[table] !== undefined)
  );
}

/** A general word that is a field of this kind only beside its kin: «Дата» in a list of teachers. */
export const needsCompany = (kind: BlockKind, name: Field, phrase: string): boolean =>
  kind === 'teachers' && COURSE_FIELDS.includes(name) && GENERAL.has(phrase);
