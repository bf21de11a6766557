import type { ColumnName, TableName } from '../register/tables';
import type { ParameterCode } from '../regulations';

/**
 * The 29 indicators, 55 rows of the form (приложение к анализу; appendix.tsv), as ONE declarative
 * list. The native formulas (`compile`, `recordFormulas`), the engine (`evaluate`) and the words shown to
 * the user are derived from it and from nothing else.
 */

/** Values a column may hold for a record to satisfy the condition; «любой» of the classifiers is `undefined`. */
export type RecordCase = Readonly<Record<string, readonly string[]>>;

/** Tables whose records are sorted into indicators by a classifier on «Справочники». */
export type ClassifiedTable = 'Достижения' | 'Деятельность';
export type RecordTable = ClassifiedTable | 'Курсы';

export type Condition =
  | { readonly over: 'heading' }
  /** Rows of «Педагоги» that are members and teachers; `where` narrows by one field. */
  | {
      readonly over: 'members';
      readonly where?: {
        readonly column: ColumnName<'Педагоги'>;
        readonly values: readonly string[];
        /** Values counted too while the parameter says «да». */
        readonly alsoWhile?: { readonly parameter: ParameterCode; readonly values: readonly string[] };
        /** What `Учёт` says of a member whose field is empty or outside its list. */
        readonly gap: string;
      };
    }
  | { readonly over: 'attendance'; readonly meeting: number }
  /** Records that satisfy one of the cases; every column of a case must hold one of its values. */
  | {
      readonly over: 'records';
      readonly table: RecordTable;
      readonly cases: readonly RecordCase[];
      /** While the parameter says «любой», records of these indicators count here as well. */
      readonly alsoWhile?: { readonly parameter: ParameterCode; readonly indicators: readonly number[] };
    }
  | {
      readonly over: 'exams';
      /** Column whose number the indicator sums. */
      readonly column: 'Высокобалльников' | 'Ниже порога';
    }
  | { readonly over: 'events' }
  | { readonly over: 'organisations'; readonly marks: readonly ColumnName<'Организации'>[] };

export type Measure =
  | { readonly kind: 'none' }
  | { readonly kind: 'teachers' }
  | { readonly kind: 'marks' }
  | { readonly kind: 'rows' }
  /** `emptyAs`: what an empty count adds. `teachersWhile`: the parameter that turns the sum into teachers. */
  | {
      readonly kind: 'sum';
      readonly column: string;
      readonly emptyAs: 0 | 1;
      readonly teachersWhile?: { readonly parameter: ParameterCode; readonly value: string };
    };

/** What an empty source means (appendix.md, «Zero, or not known»). */
export type ZeroRule = 'number' | 'meeting' | 'exam' | 'confirm' | 'heading';

export interface Indicator {
  /** "8.1" – text, never a number. */
  readonly no: string;
  /** The printed label, to the letter. */
  readonly label: string;
  readonly measure: Measure;
  readonly table?: TableName;
  readonly condition: Condition;
  readonly zero: ZeroRule;
}

const TEACHERS: Measure = { kind: 'teachers' };
const pupils: Measure = { kind: 'sum', column: 'Обучающихся', emptyAs: 1 };
const works: Measure = { kind: 'sum', column: 'Количество', emptyAs: 1 };

const members = (
  no: string,
  label: string,
  where?: Extract<Condition, { over: 'members' }>['where'],
): Indicator => ({
  no,
  label,
  measure: TEACHERS,
  table: 'Педагоги',
  condition: where === undefined ? { over: 'members' } : { over: 'members', where },
  zero: 'number',
});

const attendance = (no: string, meeting: number): Indicator => ({
  no,
  label: `количество участников заседания ММО №${String(meeting)}`,
  measure: { kind: 'marks' },
  table: 'Посещаемость',
  condition: { over: 'attendance', meeting },
  zero: 'meeting',
});

type RecordsCondition = Extract<Condition, { over: 'records' }>;

const records = (no: string, label: string, measure: Measure, condition: RecordsCondition): Indicator => ({
  no,
  label,
  measure,
  table: condition.table,
  condition,
  zero: 'confirm',
});

const exams = (no: string, label: string, column: 'Высокобалльников' | 'Ниже порога'): Indicator => ({
  no,
  label,
  measure: no.includes('.') ? { kind: 'sum', column, emptyAs: 0 } : TEACHERS,
  table: 'ГИА',
  condition: { over: 'exams', column },
  zero: 'exam',
});

const FACE_TO_FACE = ['очно'];
const CONTESTS = ['олимпиада', 'конкурс', 'соревнование'];

const olympiad = (level: string, result: string): RecordsCondition => ({
  over: 'records',
  table: 'Достижения',
  cases: [{ Вид: ['ВсОШ'], Уровень: [level], Результат: [result] }],
});

const contest = (level: string, result: string): RecordsCondition => ({
  over: 'records',
  table: 'Достижения',
  cases: [{ Вид: CONTESTS, Уровень: [level], Результат: [result], Формат: FACE_TO_FACE }],
});

/** The final stage of ВсОШ is всероссийский and counts whatever stands in «Формат» (appendix.md). */
const nationwide = (result: string): RecordsCondition => ({
  over: 'records',
  table: 'Достижения',
  cases: [...olympiad('всероссийский', result).cases, ...contest('всероссийский', result).cases],
});

const participants: RecordsCondition = {
  ...nationwide('участник'),
  cases: [
    ...nationwide('участник').cases,
    { Вид: ['конференция'], Уровень: ['всероссийский'], Формат: FACE_TO_FACE },
  ],
  alsoWhile: { parameter: 'participantResult', indicators: [11, 12] },
};

const activity = (condition: RecordCase): RecordsCondition => ({
  over: 'records',
  table: 'Деятельность',
  cases: [condition],
});

const proContest = (results: readonly string[]): RecordsCondition =>
  activity({ Вид: ['профессиональный конкурс'], Результат: results, Формат: FACE_TO_FACE });

const experience = (level: string): RecordsCondition =>
  activity({ Вид: ['представление опыта'], Уровень: [level], Формат: FACE_TO_FACE });

const publication = (level: string): RecordsCondition => activity({ Вид: ['публикация'], Уровень: [level] });

const course = (kind: string): RecordsCondition => ({
  over: 'records',
  table: 'Курсы',
  cases: [{ Вид: [kind] }],
});

/** Rows before the meetings, in form order. */
const BEFORE_MEETINGS: readonly Indicator[] = [
  members('1', 'количество педагогов ММО'),
  members('1.1', 'ВО', { column: 'Образование', values: ['ВО'], gap: 'нет образования' }),
  members('1.2', 'СПО', { column: 'Образование', values: ['СПО'], gap: 'нет образования' }),
  members('1.3', 'высшую квалификационную категорию', {
    column: 'Категория',
    values: ['высшая'],
    alsoWhile: {
      parameter: 'methodistTitles',
      values: ['педагог-методист', 'педагог-наставник', 'учитель-методист'],
    },
    gap: 'нет категории',
  }),
  members('1.4', 'первую квалификационную категорию', {
    column: 'Категория',
    values: ['первая'],
    gap: 'нет категории',
  }),
  members('1.5', 'соответствие', { column: 'Категория', values: ['соответствие'], gap: 'нет категории' }),
  {
    no: '2',
    label: 'посещаемость заседаний ММО',
    measure: { kind: 'none' },
    condition: { over: 'heading' },
    zero: 'heading',
  },
];

const AFTER_MEETINGS: readonly Indicator[] = [
  records('3', 'количество педагогов, прошедших КПК за учебный год', TEACHERS, course('КПК')),
  records(
    '4',
    'количество педагогов, прошедших курсы переподготовки за учебный год',
    TEACHERS,
    course('переподготовка'),
  ),
  members('5', 'количество педагогов, преподающих в профильных классах/ группах', {
    column: 'Профильные классы',
    values: ['да'],
    gap: 'нет профильных классов',
  }),
  exams('6', 'количество педагогов, подготовивших высококачественных ЕГЭ', 'Высокобалльников'),
  exams('6.1', 'количество высококачественных', 'Высокобалльников'),
  exams('7', 'количество педагогов, обучающихся которых не набрали минимальный порог ЕГЭ', 'Ниже порога'),
  exams('7.1', 'количество ненабранных минимальный порог ЕГЭ', 'Ниже порога'),
  ...pair(
    '8',
    'количество педагогов, подготовивших победителей муниципального этапа ВсОШ',
    'количество победителей муниципального этапа ВсОШ',
    pupils,
    olympiad('муниципальный', 'победитель'),
  ),
  ...pair(
    '9',
    'количество педагогов, подготовивших победителей регионального этапа ВсОШ',
    'количество победителей регионального этапа ВсОШ',
    pupils,
    olympiad('региональный', 'победитель'),
  ),
  ...pair(
    '10',
    'количество педагогов, подготовивших призеров регионального этапа ВсОШ',
    'количество призеров регионального этапа ВсОШ',
    pupils,
    olympiad('региональный', 'призёр'),
  ),
  ...pair(
    '11',
    'количество педагогов, подготовивших победителей очных олимпиад, конкурсов, соревнований Всероссийского уровня',
    'количество победителей очных олимпиад, конкурсов, соревнований Всероссийского уровня',
    pupils,
    nationwide('победитель'),
  ),
  ...pair(
    '12',
    'количество педагогов, подготовивших призеров очных олимпиад, конкурсов, соревнований Всероссийского уровня',
    'количество призеров очных олимпиад, конкурсов, соревнований Всероссийского уровня',
    pupils,
    nationwide('призёр'),
  ),
  ...pair(
    '13',
    'количество педагогов, подготовивших участников очных олимпиад, конкурсов, соревнований, конференций Всероссийского уровня',
    'количество участников очных олимпиад, конкурсов, соревнований, конференций Всероссийского уровня',
    pupils,
    participants,
  ),
  ...pair(
    '14',
    'количество педагогов, подготовивших победителей очных олимпиад, конкурсов, соревнований регионального уровня',
    'количество победителей очных олимпиад, конкурсов, соревнований регионального уровня',
    pupils,
    contest('региональный', 'победитель'),
  ),
  ...pair(
    '15',
    'количество педагогов, подготовивших призеров очных олимпиад, конкурсов, соревнований регионального уровня',
    'количество призеров очных олимпиад, конкурсов, соревнований регионального уровня',
    pupils,
    contest('региональный', 'призёр'),
  ),
  ...pair(
    '16',
    'количество педагогов, подготовивших победителей очных олимпиад, конкурсов, соревнований муниципального уровня',
    'количество победителей очных олимпиад, конкурсов, соревнований муниципального уровня',
    pupils,
    contest('муниципальный', 'победитель'),
  ),
  ...pair(
    '17',
    'количество педагогов, подготовивших призеров очных олимпиад, конкурсов, соревнований муниципального уровня',
    'количество призеров очных олимпиад, конкурсов, соревнований муниципального уровня',
    pupils,
    contest('муниципальный', 'призёр'),
  ),
  records(
    '18',
    'количество педагогов - победителей очных профессиональных конкурсов',
    TEACHERS,
    proContest(['победитель']),
  ),
  records(
    '19',
    'количество педагогов - лауреатов/ финалистов очных профессиональных конкурсов',
    TEACHERS,
    proContest(['лауреат', 'финалист', 'призёр']),
  ),
  records('20', 'количество педагогов - участников очных профессиональных конкурсов', TEACHERS, {
    ...proContest(['участник']),
    alsoWhile: { parameter: 'contestResult', indicators: [18, 19] },
  }),
  records(
    '21',
    'количество педагогов, представивших опыт работы на очных семинарах, мастер - классах, конференциях Всероссийского уровня',
    TEACHERS,
    experience('всероссийский'),
  ),
  records(
    '22',
    'количество педагогов, представивших опыт работы на очных семинарах, мастер - классах, конференциях регионального уровня',
    TEACHERS,
    experience('региональный'),
  ),
  records(
    '23',
    'количество педагогов, представивших опыт работы на очных семинарах, мастер - классах, конференциях, педагогических чтениях, заседаниях ММО',
    TEACHERS,
    experience('муниципальный'),
  ),
  ...pair(
    '24',
    'количество педагогов, опубликовавших опыт работы на Всероссийском уровне',
    'количество публикаций на Всероссийском уровне',
    works,
    publication('всероссийский'),
  ),
  ...pair(
    '25',
    'количество педагогов, опубликовавших опыт работы на региональном уровне',
    'количество публикаций на региональном уровне',
    works,
    publication('региональный'),
  ),
  ...pair(
    '26',
    'количество педагогов, опубликовавших опыт работы на муниципальном уровне',
    'количество публикаций на муниципальном уровне',
    works,
    publication('муниципальный'),
  ),
  ...pair(
    '27',
    'количество педагогов, принявших участие в разработке контрольно - измерительных материалов для проведения муниципальных олимпиад, игр, конкурсов, конференций',
    'количество педагогов, принявших участие в разработке контрольно - измерительных материалов для проведения муниципальных олимпиад, игр, конкурсов, конференций',
    {
      kind: 'sum',
      column: 'Количество',
      emptyAs: 1,
      teachersWhile: { parameter: 'testMaterials', value: 'педагоги' },
    },
    activity({ Вид: ['разработка КИМ'] }),
  ),
  records(
    '28',
    'количество педагогов, принявших участие в организации и проведении олимпиад, конкурсов, соревнований, конференций муниципального уровня для обучающихся',
    TEACHERS,
    activity({ Вид: ['организация мероприятия'], Уровень: ['муниципальный'] }),
  ),
  {
    no: '28.1',
    label:
      'количество обучающихся, принявших участие в олимпиадах, конкурсах, соревнованиях, конференциях муниципального уровня',
    measure: { kind: 'sum', column: 'Обучающихся', emptyAs: 0 },
    table: 'Мероприятия',
    condition: { over: 'events' },
    zero: 'confirm',
  },
  {
    no: '29',
    label:
      'количество ОО, попавших в перечень ОО с признаками необъективности (по математике, русскому языку)',
    measure: { kind: 'rows' },
    table: 'Организации',
    condition: {
      over: 'organisations',
      marks: ['Необъективность математика', 'Необъективность русский язык'],
    },
    zero: 'number',
  },
];

/** N counts the teachers, N.1 sums a number over the same records. */
function pair(
  no: string,
  teachersLabel: string,
  sumLabel: string,
  sum: Measure,
  condition: RecordsCondition,
): readonly Indicator[] {
  return [records(no, teachersLabel, TEACHERS, condition), records(`${no}.1`, sumLabel, sum, condition)];
}

/**
 * The rows of the form in their order: 55, and one more a meeting beyond the four of the form
 * (appendix.md: «rows 2.5, 2.6 … follow 2.4 with the same words, one a meeting»).
 */
export function appendixRows(meetings: number): readonly Indicator[] {
  const marks = Array.from({ length: meetings }, (_, index) =>
    attendance(`2.${String(index + 1)}`, index + 1),
  );
  return [...BEFORE_MEETINGS, ...marks, ...AFTER_MEETINGS];
}

/** The number records of a `records` row are sorted under: 8 for both 8 and 8.1. */
export const baseNumber = (no: string): number => Math.floor(Number(no));

/** The `teachers` rows over the records of a table: one entry an indicator number of the classifier. */
export function baseIndicators(
  table: RecordTable,
): readonly { readonly number: number; readonly condition: RecordsCondition }[] {
  return AFTER_MEETINGS.flatMap((indicator) =>
    indicator.condition.over === 'records' &&
    indicator.condition.table === table &&
    !indicator.no.includes('.')
      ? [{ number: baseNumber(indicator.no), condition: indicator.condition }]
      : [],
  );
}

/** Kinds of activity whose «Количество» is summed: only there is it judged (appendix.md, «A record COUNTS when»). */
export const COUNTED_ACTIVITIES: readonly string[] = AFTER_MEETINGS.flatMap(({ measure, condition }) =>
  measure.kind === 'sum' && condition.over === 'records' && condition.table === 'Деятельность'
    ? condition.cases.flatMap((each) => each['Вид'] ?? [])
    : [],
).filter((kind, index, all) => all.indexOf(kind) === index);
