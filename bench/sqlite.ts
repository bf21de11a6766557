import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import type { InputCell, InputTable } from '../src/cli/sample';
import type { TableName } from '../src/register/tables';
import { foldCase } from '../src/register/text';

/**
 * The same numbers asked of SQLite, the way a good hand would ask them: the tables in memory with an index
 * on the teacher's name, letter case folded once as the rows are loaded, one grouped query a table.
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
    CREATE INDEX achievement_names ON achievements(name);
    CREATE INDEX activity_names ON activity(name);
    CREATE INDEX course_names ON courses(name);
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

/** Asks the numbers of all the rows of the form. */
export function askNumbers(database: Database, { begin, end, today }: Question): FormNumbers {
  const numbers = new Map<string, number | null>();
  const rowsOf = (sql: string): readonly (readonly SqlValue[])[] => database.exec(sql)[0]?.values ?? [];
  const put = (nos: readonly string[], sql: string): void => {
    const [row = []] = rowsOf(sql);
    nos.forEach((no, index) => numbers.set(no, asNumber(row[index])));
  };
  const edge = Math.min(end, Math.floor(today)) + 1;
  const inPeriod = `${isNumber('day')} AND day >= ${String(begin)} AND day < ${String(end + 1)}`;

  put(
    ['1', '1.1', '1.2', '1.3', '1.4', '1.5', '5'],
    `SELECT COUNT(*), SUM(education = 'во'), SUM(education = 'спо'),
       SUM(category IN ('высшая', 'педагог-методист', 'педагог-наставник', 'учитель-методист')),
       SUM(category = 'первая'), SUM(category = 'соответствие'), SUM(profile = 'да')
     FROM teachers WHERE teacher <> 'нет'
       AND NOT (${isNumber('joined')} AND joined >= ${String(edge)})
       AND NOT (${isNumber('departed')} AND departed < ${String(edge)})`,
  );
  const mark = (meeting: number): string => `CASE
    WHEN NOT EXISTS (SELECT 1 FROM meetings WHERE number = ${String(meeting)} AND ${isNumber('day')} AND day < ${String(Math.floor(today) + 1)}) THEN NULL
    WHEN SUM(meeting${String(meeting)} <> '') = 0 THEN NULL ELSE SUM(meeting${String(meeting)} = 'да') END`;
  put(['2.1', '2.2', '2.3', '2.4'], `SELECT ${[1, 2, 3, 4].map(mark).join(', ')} FROM attendance`);

  const courses = new Map(
    rowsOf(`SELECT kind, COUNT(DISTINCT name) FROM courses WHERE ${KNOWN} AND ${inPeriod} GROUP BY kind`).map(
      ([kind, count]) => [kind, asNumber(count)],
    ),
  );
  numbers.set('3', courses.get('кпк') ?? null);
  numbers.set('4', courses.get('переподготовка') ?? null);

  for (const [no, column] of [
    ['6', 'high'],
    ['7', 'failed'],
  ] as const) {
    put(
      [no, `${no}.1`],
      `SELECT CASE WHEN SUM(${column} <> '') > 0 THEN COUNT(DISTINCT CASE WHEN ${column} <> '' AND ${column} > 0 THEN name END) END,
         SUM(CASE WHEN ${column} <> '' THEN ${column} END)
       FROM exams WHERE exam = 'егэ' AND ${KNOWN} AND ${isCount(column)}`,
    );
  }

  const freeDay = `(day = '' OR (${inPeriod}))`;
  const judged = `(kind NOT IN ('публикация', 'разработка ким') OR ${isCount('works')})`;
  const answers = [
    ...rowsOf(grouped('achievements', ACHIEVEMENT, 'pupils', `${freeDay} AND ${isCount('pupils')}`)),
    ...rowsOf(grouped('activity', ACTIVITY, 'works', `${freeDay} AND ${judged}`)),
  ];
  for (let indicator = 8; indicator <= 28; indicator += 1) {
    const answer = answers.find(([number]) => number === indicator);
    numbers.set(String(indicator), asNumber(answer?.[1]));
    if (PAIRS.has(indicator)) numbers.set(`${String(indicator)}.1`, asNumber(answer?.[2]));
  }

  put(
    ['28.1'],
    `SELECT CASE WHEN COUNT(*) > 0 THEN SUM(CASE pupils WHEN '' THEN 0 ELSE pupils END) END FROM events
     WHERE level = 'муниципальный' AND audience IN ('', 'обучающиеся') AND ${inPeriod} AND ${isCount('pupils')}`,
  );
  put(
    ['29'],
    `SELECT SUM(mathematics = 'да' OR russian = 'да') FROM organisations WHERE typeof(name) = 'text' AND name <> ''`,
  );
  return numbers;
}
