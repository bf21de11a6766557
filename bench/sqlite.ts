import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import type { InputCell, InputTable } from '../src/cli/sample';
import { appendixRows, type RecordCase } from '../src/indicators/appendix';
import type { TableName } from '../src/register/tables';
import { foldCase } from '../src/register/text';

/**
 * The same numbers asked of SQLite: the tables in memory, letter case folded once as the rows are loaded, with
 * indexes. Asked in two ways: each number by itself, as the form is read, and grouped, one query a table, as
 * a good hand would ask them.
 */

/** Values of the form by row number; null where there is no number. */
export type FormNumbers = ReadonlyMap<string, number | null>;

export interface Question {
  /** Serials: the period and «Дата расчёта». */
  readonly begin: number;
  readonly end: number;
  readonly today: number;
}

const COLUMNS: readonly {
  readonly table: TableName;
  readonly sql: string;
  readonly columns: readonly string[];
}[] = [
  {
    table: 'Педагоги',
    sql: 'teachers(name, education, category, profile, teacher, joined, departed)',
    columns: ['ФИО', 'Образование', 'Категория', 'Профильные классы', 'Педагог', 'В составе с', 'Выбыл'],
  },
  {
    table: 'Организации',
    sql: 'organisations(name, mathematics, russian)',
    columns: ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
  },
  { table: 'Курсы', sql: 'courses(name, kind, day)', columns: ['Педагог', 'Вид', 'Дата окончания'] },
  { table: 'Заседания', sql: 'meetings(number, day)', columns: ['Номер', 'Дата'] },
  {
    table: 'Посещаемость',
    sql: 'attendance(meeting1, meeting2, meeting3, meeting4)',
    columns: ['Заседание 1', 'Заседание 2', 'Заседание 3', 'Заседание 4'],
  },
  {
    table: 'Достижения',
    sql: 'achievements(name, kind, level, format, result, pupils, day)',
    columns: ['Педагог', 'Вид', 'Уровень', 'Формат', 'Результат', 'Обучающихся', 'Дата'],
  },
  {
    table: 'ГИА',
    sql: 'exams(name, exam, high, failed)',
    columns: ['Педагог', 'Экзамен', 'Высокобалльников', 'Ниже порога'],
  },
  {
    table: 'Деятельность',
    sql: 'activity(name, kind, level, format, result, works, day)',
    columns: ['Педагог', 'Вид', 'Уровень', 'Формат', 'Результат', 'Количество', 'Дата'],
  },
  {
    table: 'Мероприятия',
    sql: 'events(audience, level, day, pupils)',
    columns: ['Для кого', 'Уровень', 'Дата', 'Обучающихся'],
  },
];

function sqlValue(cell: InputCell | undefined): SqlValue {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return foldCase(cell);
  if (typeof cell === 'number') return cell;
  return 'serial' in cell ? cell.serial : '';
}

/** Makes and fills the tables. */
export async function loadDatabase(tables: readonly InputTable[]): Promise<Database> {
  const { Database } = await initSqlJs();
  const database = new Database();
  for (const { table, sql, columns } of COLUMNS) {
    // Columns have no type: a cell keeps being a number or text, as on the sheet.
    database.run(`CREATE TABLE ${sql}`);
    const source = tables.find(({ name }) => name === table);
    if (source === undefined) continue;
    const places = columns.map((column) => source.headers.indexOf(column));
    const insert = database.prepare(
      `INSERT INTO ${sql.slice(0, sql.indexOf('('))} VALUES (${columns.map(() => '?').join(', ')})`,
    );
    database.run('BEGIN');
    for (const row of source.rows) insert.run(places.map((place) => sqlValue(row[place])));
    database.run('COMMIT');
    insert.free();
  }
  return database.run(`
    CREATE INDEX teacher_names ON teachers(name);
    CREATE INDEX achievement_kinds ON achievements(kind, level, result, format, day, pupils, name);
    CREATE INDEX activity_kinds ON activity(kind, level, result, format, day, works, name);
    CREATE INDEX course_kinds ON courses(kind, day, name);
    CREATE INDEX exam_kinds ON exams(exam, high, failed, name);
    CREATE INDEX event_levels ON events(level, audience, day, pupils);
    ANALYZE;
  `);
}

const isNumber = (column: string): string => `typeof(${column}) IN ('integer', 'real')`;
const isCount = (column: string): string => `(${column} = '' OR (${isNumber(column)} AND ${column} >= 0))`;
const KNOWN = 'name IN (SELECT name FROM teachers)';

const byResult = (winner: number | null, prize: number | null, other: number | null = null): string =>
  `CASE result WHEN 'победитель' THEN ${String(winner)} WHEN 'призёр' THEN ${String(prize)} WHEN 'участник' THEN ${String(other)} END`;

const ACHIEVEMENT = `CASE
  WHEN kind = 'всош' THEN CASE level
    WHEN 'муниципальный' THEN ${byResult(8, null)}
    WHEN 'региональный' THEN ${byResult(9, 10)}
    WHEN 'всероссийский' THEN ${byResult(11, 12, 13)} END
  WHEN format <> 'очно' THEN NULL
  WHEN kind IN ('олимпиада', 'конкурс', 'соревнование') THEN CASE level
    WHEN 'всероссийский' THEN ${byResult(11, 12, 13)}
    WHEN 'региональный' THEN ${byResult(14, 15)}
    WHEN 'муниципальный' THEN ${byResult(16, 17)} END
  WHEN kind = 'конференция' AND level = 'всероссийский' THEN 13 END`;

const byLevel = (nation: number, region: number, district: number): string =>
  `CASE level WHEN 'всероссийский' THEN ${String(nation)} WHEN 'региональный' THEN ${String(region)} WHEN 'муниципальный' THEN ${String(district)} END`;

const ACTIVITY = `CASE kind
  WHEN 'профессиональный конкурс' THEN CASE WHEN format = 'очно' THEN CASE result
    WHEN 'победитель' THEN 18 WHEN 'лауреат' THEN 19 WHEN 'финалист' THEN 19 WHEN 'призёр' THEN 19
    WHEN 'участник' THEN 20 END END
  WHEN 'представление опыта' THEN CASE WHEN format = 'очно' THEN ${byLevel(21, 22, 23)} END
  WHEN 'публикация' THEN ${byLevel(24, 25, 26)}
  WHEN 'разработка ким' THEN 27
  WHEN 'организация мероприятия' THEN CASE level WHEN 'муниципальный' THEN 28 END END`;

const grouped = (table: string, indicator: string, count: string, where: string): string => `
  SELECT indicator, COUNT(DISTINCT name), SUM(CASE ${count} WHEN '' THEN 1 ELSE ${count} END)
  FROM (SELECT ${indicator} AS indicator, name, ${count} FROM ${table} WHERE ${KNOWN} AND ${where})
  WHERE indicator IS NOT NULL GROUP BY indicator`;

const PAIRS = new Set([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 24, 25, 26, 27]);

function asNumber(value: SqlValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Conditions that both ways of asking share. */
function conditions({ begin, end, today }: Question) {
  const edge = String(Math.min(end, Math.floor(today)) + 1);
  const inPeriod = `${isNumber('day')} AND day >= ${String(begin)} AND day < ${String(end + 1)}`;
  return {
    inPeriod,
    /** An empty date is accepted. */
    freeDay: `(day = '' OR (${inPeriod}))`,
    judgedWorks: `(kind NOT IN ('публикация', 'разработка ким') OR ${isCount('works')})`,
    member: `teacher <> 'нет' AND NOT (${isNumber('joined')} AND joined >= ${edge})
      AND NOT (${isNumber('departed')} AND departed < ${edge})`,
    held: (meeting: number) =>
      `EXISTS (SELECT 1 FROM meetings WHERE number = ${String(meeting)} AND ${isNumber('day')} AND day < ${String(Math.floor(today) + 1)})`,
    events: `level = 'муниципальный' AND audience IN ('', 'обучающиеся') AND ${inPeriod} AND ${isCount('pupils')}`,
  };
}

const HIGHEST = `category IN ('высшая', 'педагог-методист', 'педагог-наставник', 'учитель-методист')`;
const MEMBERS: readonly (readonly [no: string, condition: string])[] = [
  ['1', '1'],
  ['1.1', `education = 'во'`],
  ['1.2', `education = 'спо'`],
  ['1.3', HIGHEST],
  ['1.4', `category = 'первая'`],
  ['1.5', `category = 'соответствие'`],
  ['5', `profile = 'да'`],
];
const MEETINGS = [1, 2, 3, 4];
const EXAMS = [
  ['6', 'high'],
  ['7', 'failed'],
] as const;
const ORGANISATIONS = `SELECT SUM(mathematics = 'да' OR russian = 'да') FROM organisations WHERE name <> ''`;

const marks = (meeting: number, held: string): string => `CASE
  WHEN NOT ${held} OR SUM(meeting${String(meeting)} <> '') = 0 THEN NULL
  ELSE SUM(meeting${String(meeting)} = 'да') END`;
const examTeachers = (column: string): string =>
  `CASE WHEN SUM(${column} <> '') > 0 THEN COUNT(DISTINCT CASE WHEN ${column} <> '' AND ${column} > 0 THEN name END) END`;
const examSum = (column: string): string => `SUM(CASE WHEN ${column} <> '' THEN ${column} END)`;
const fromExams = (column: string): string =>
  `FROM exams WHERE exam = 'егэ' AND ${KNOWN} AND ${isCount(column)}`;
const pupilsOf = (where: string): string =>
  `SELECT CASE WHEN COUNT(*) > 0 THEN SUM(CASE pupils WHEN '' THEN 0 ELSE pupils END) END FROM events WHERE ${where}`;

const rowsOf = (database: Database, sql: string): readonly (readonly SqlValue[])[] =>
  database.exec(sql)[0]?.values ?? [];

/** Asks all the rows of the form, one query a table wherever one can answer several rows. */
export function askGrouped(database: Database, question: Question): FormNumbers {
  const { inPeriod, freeDay, judgedWorks, member, held, events } = conditions(question);
  const numbers = new Map<string, number | null>();
  const put = (nos: readonly string[], sql: string): void => {
    const [row = []] = rowsOf(database, sql);
    nos.forEach((no, index) => numbers.set(no, asNumber(row[index])));
  };
  put(
    MEMBERS.map(([no]) => no),
    `SELECT ${MEMBERS.map(([, condition]) => `SUM(${condition})`).join(', ')} FROM teachers WHERE ${member}`,
  );
  put(
    MEETINGS.map((meeting) => `2.${String(meeting)}`),
    `SELECT ${MEETINGS.map((meeting) => marks(meeting, held(meeting))).join(', ')} FROM attendance`,
  );
  const courses = new Map(
    rowsOf(
      database,
      `SELECT kind, COUNT(DISTINCT name) FROM courses WHERE ${KNOWN} AND ${inPeriod} GROUP BY kind`,
    ).map(([kind, count]) => [kind, asNumber(count)]),
  );
  numbers.set('3', courses.get('кпк') ?? null);
  numbers.set('4', courses.get('переподготовка') ?? null);
  for (const [no, column] of EXAMS) {
    put([no, `${no}.1`], `SELECT ${examTeachers(column)}, ${examSum(column)} ${fromExams(column)}`);
  }
  const answers = [
    ...rowsOf(
      database,
      grouped('achievements', ACHIEVEMENT, 'pupils', `${freeDay} AND ${isCount('pupils')}`),
    ),
    ...rowsOf(database, grouped('activity', ACTIVITY, 'works', `${freeDay} AND ${judgedWorks}`)),
  ];
  for (let indicator = 8; indicator <= 28; indicator += 1) {
    const answer = answers.find(([number]) => number === indicator);
    numbers.set(String(indicator), asNumber(answer?.[1]));
    if (PAIRS.has(indicator)) numbers.set(`${String(indicator)}.1`, asNumber(answer?.[2]));
  }
  put(['28.1'], pupilsOf(events));
  put(['29'], ORGANISATIONS);
  return numbers;
}

const SQL_COLUMN: Readonly<Record<string, string>> = {
  Вид: 'kind',
  Уровень: 'level',
  Результат: 'result',
  Формат: 'format',
};

/** A declared condition of the form as SQL: «Вид = ВсОШ; Уровень = муниципальный; …». */
const satisfies = (cases: readonly RecordCase[]): string => {
  const one = (each: RecordCase): string =>
    Object.entries(each)
      .map(
        ([column, values]) =>
          `${SQL_COLUMN[column] ?? column} IN (${values.map((value) => `'${foldCase(value)}'`).join(', ')})`,
      )
      .join(' AND ');
  return `(${cases.map((each) => `(${one(each)})`).join(' OR ')})`;
};

/** Asks each number of the form by itself: 54 queries. */
export function askOneByOne(database: Database, question: Question): FormNumbers {
  const { inPeriod, freeDay, judgedWorks, member, held, events } = conditions(question);
  const queries: (readonly [no: string, sql: string])[] = [
    ...MEMBERS.map(
      ([no, condition]) => [no, `SELECT COUNT(*) FROM teachers WHERE ${member} AND ${condition}`] as const,
    ),
    ...MEETINGS.map(
      (meeting) =>
        [`2.${String(meeting)}`, `SELECT ${marks(meeting, held(meeting))} FROM attendance`] as const,
    ),
    ...EXAMS.flatMap(
      ([no, column]) =>
        [
          [no, `SELECT ${examTeachers(column)} ${fromExams(column)}`],
          [`${no}.1`, `SELECT ${examSum(column)} ${fromExams(column)}`],
        ] as const,
    ),
    ['28.1', pupilsOf(events)],
    ['29', ORGANISATIONS],
  ];
  for (const { no, condition, measure } of appendixRows(0)) {
    if (condition.over !== 'records') continue;
    const { table, count, where } = {
      Курсы: { table: 'courses', count: '0', where: inPeriod },
      Достижения: { table: 'achievements', count: 'pupils', where: `${freeDay} AND ${isCount('pupils')}` },
      Деятельность: { table: 'activity', count: 'works', where: `${freeDay} AND ${judgedWorks}` },
    }[condition.table];
    const number =
      measure.kind === 'sum' ? `SUM(CASE ${count} WHEN '' THEN 1 ELSE ${count} END)` : 'COUNT(DISTINCT name)';
    queries.push([
      no,
      `SELECT CASE WHEN COUNT(*) > 0 THEN ${number} END FROM ${table}
       WHERE ${satisfies(condition.cases)} AND ${KNOWN} AND ${where}`,
    ]);
  }
  return new Map(queries.map(([no, sql]) => [no, asNumber(rowsOf(database, sql)[0]?.[0])]));
}
