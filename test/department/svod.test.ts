import type { InputCell, InputTable } from '../../src/cli/sample';
import { departmentCopy } from '../../src/department/copy';
import { generalPlanDocument } from '../../src/department/generalPlan';
import { expectedFrom, joinRegisters, type SvodPart } from '../../src/department/svod';
import { svodBook } from '../../src/department/svodBook';
import type { PassportKey } from '../../src/register/fixedCells';
import { serialOf } from '../../src/register/dates';
import { TODAY, sheetOf, tableOf, workbookOf, type RegisterParts } from '../register/snapshots';
import { bookOf, snapshotOf } from './books';

const table = (
  name: InputTable['name'],
  [headers = [], ...rows]: (string | number | InputCell)[][],
): InputTable => ({
  name,
  headers: headers.map(String),
  rows,
});
const day = (serial: number): InputCell => ({ serial });

const teachers = (...rows: string[][]): InputTable =>
  table('Педагоги', [['ФИО', 'Организация', 'Образование', 'Категория'], ...rows]);
const courses = (...names: string[]): InputTable =>
  table('Курсы', [
    ['Педагог', 'Вид', 'Дата окончания'],
    ...names.map((name) => [name, 'КПК', day(serialOf(2026, 3, 12))]),
  ]);
const organisations = (...rows: string[][]): InputTable =>
  table('Организации', [
    ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
    ...rows,
  ]);

const part = (
  file: string,
  passport: Partial<Record<PassportKey, string>>,
  tables: readonly InputTable[],
  parts: RegisterParts = {},
): SvodPart & { snapshot: ReturnType<typeof bookOf> } => ({
  file,
  snapshot: bookOf(
    tables,
    { schoolYear: '2025/2026', regulation: 'Томский район, ММО', municipality: 'Томский район', ...passport },
    parts,
  ),
});

const IVANOVA = ['Иванова Анна Петровна', 'СОШ № 1', 'ВО', 'высшая'];
const math = part('математика.xlsx', { association: 'ММО математики' }, [
  teachers(IVANOVA, ['Ким Пак', 'СОШ № 2', 'СПО', 'первая']),
  courses('Иванова Анна Петровна', 'Иванова Анна Петровна'),
  organisations(['СОШ № 1', 'да', 'нет'], ['СОШ № 2', 'нет', 'нет']),
  table('План', [
    ['Раздел', 'Мероприятие', 'Окончание', 'Ответственный'],
    ['Организационный', 'Заседание', day(serialOf(2025, 9, 20)), 'Иванова А. П.'],
  ]),
]);
const physics = part('физика.xlsx', { association: 'ММО физики' }, [
  teachers(
    ['иванова  Анна Петровна', 'СОШ № 1', 'ВО', 'высшая'],
    ['Орлова Вера Ильинична', 'СОШ № 3', 'ВО', ''],
  ),
  courses('иванова  Анна Петровна', 'Орлова Вера Ильинична'),
  organisations(['СОШ № 1', 'да', 'нет'], ['СОШ № 3', 'да', 'нет']),
]);
const silent = part('химия.xlsx', { association: 'ММО химии' }, [
  teachers(['Зуева Вера', 'СОШ № 1', 'ВО', 'первая']),
]);

const options = { currentDate: TODAY };
const joined = joinRegisters([math, physics, silent], options);
const row = (no: string, svod = joined) => {
  const found = svod.rows.find((each) => each.no === no);
  if (found === undefined) throw new Error(no);
  return found;
};

describe('totals by the right rule', () => {
  test('a teacher of two associations is counted in both columns and once in the total', () => {
    expect(row('1').cells.map(({ value }) => value)).toEqual([2, 2, 1]);
    expect(row('1')).toMatchObject({ total: 4, repeats: 1, rule: 'people', given: 3 });
    expect(row('1.1')).toMatchObject({ total: 3, repeats: 1 });
    expect(joined.shared).toContainEqual({
      kind: 'person',
      name: 'Иванова Анна Петровна',
      organisation: 'СОШ № 1',
      associations: ['ММО математики', 'ММО физики'],
      isOne: true,
    });
  });

  test('so is a teacher with records in both', () => {
    expect(row('3').cells.map(({ value }) => value)).toEqual([1, 2, null]);
    expect(row('3')).toMatchObject({ total: 2, repeats: 1 });
  });

  test('a school is counted once', () => {
    expect(row('29')).toMatchObject({ total: 2, repeats: 1, rule: 'organisations' });
  });

  test('what an association has not given is no data, not 0, and the total says of how many it is', () => {
    expect(row('3').cells[2]).toEqual({ value: null, state: 'missing', gaps: 0 });
    expect(row('3')).toMatchObject({ given: 2, due: 3 });
    expect(row('8')).toMatchObject({ total: null, state: 'missing' });
    expect(row('2.1')).toMatchObject({ total: null, state: 'not-due' });
  });

  test('gaps of one are gaps of the total', () => {
    expect(row('1.3')).toMatchObject({ total: 1, repeats: 1, state: 'partial', gaps: 1 });
  });

  test('the same name at another school is somebody else, and is said', () => {
    const other = part('история.xlsx', { association: 'ММО истории' }, [
      teachers(['Иванова Анна Петровна', 'СОШ № 9', 'ВО', 'высшая']),
    ]);
    const svod = joinRegisters([math, other], options);
    expect(row('1', svod)).toMatchObject({ total: 3, repeats: 0 });
    expect(svod.shared).toEqual([
      {
        kind: 'person',
        name: 'Иванова Анна Петровна',
        organisation: 'СОШ № 1; СОШ № 9',
        associations: ['ММО истории', 'ММО математики'],
        isOne: false,
      },
    ]);
  });

  test('in copies without names whoever stands in two associations is not known, and that is said', () => {
    const copies = [math, physics].map(({ file, snapshot }) => ({
      file,
      snapshot: snapshotOf(departmentCopy(snapshot, { ...options, isAnonymous: true }).book),
    }));
    const svod = joinRegisters(copies, options);
    expect(row('1', svod)).toMatchObject({ total: 4, repeats: 0, unknown: 2 });
    expect(row('29', svod)).toMatchObject({ total: 2, repeats: 1 });
    expect(svod.notices.join(' ')).toContain(
      'Без имён: 2\u00a0объединения. Совместителей среди них узнать нельзя',
    );
  });
});

describe('files that come', () => {
  test('a broken or foreign file is a line and spoils nothing', () => {
    const svod = joinRegisters(
      [
        { file: 'битый.xlsx', failure: 'Файл повреждён.' },
        { file: 'чужой.xlsx', snapshot: workbookOf([], [sheetOf('Лист1', [['Покупки']])]) },
        math,
      ],
      options,
    );
    expect(svod.associations.map(({ file }) => file)).toEqual(['математика.xlsx']);
    expect(svod.failures.map(({ file }) => file)).toEqual(['битый.xlsx', 'чужой.xlsx']);
    expect(row('1', svod).total).toBe(2);
  });

  test('of two files of one name, day and fullness the same one is taken in any order', () => {
    const [one, other] = [[IVANOVA], [IVANOVA, ['Ким Пак', 'СОШ № 2', 'СПО', 'первая']]].map((people) =>
      part('реестр.xlsx', { association: 'ММО математики' }, [teachers(...people)]),
    );
    if (one === undefined || other === undefined) throw new Error('two files');
    const members = (parts: SvodPart[]) => row('1', joinRegisters(parts, options)).total;
    expect(members([one, other])).toBe(members([other, one]));
  });

  test('an association whose name is an error of a formula is called by its file', () => {
    const nameless = part('безымянные.xlsx', { association: '#N/A' }, [teachers(IVANOVA)]);
    expect(joinRegisters([nameless], options).associations[0]?.name).toBe(
      'Объединение не указано (безымянные.xlsx)',
    );
  });

  test('of one association sent twice the newer is counted, and that is said', () => {
    const older = part('математика, март.xlsx', { association: 'ММО  Математики' }, [teachers(IVANOVA)], {
      rules: { today: TODAY - 60 },
    });
    const svod = joinRegisters([math, older], options);
    expect(svod.associations.map(({ file }) => file)).toEqual(['математика.xlsx']);
    expect(svod.duplicates).toEqual([
      { association: 'ММО математики', file: 'математика, март.xlsx', taken: 'математика.xlsx' },
    ]);
    expect(svod.notices.join(' ')).toContain('прислано больше одного раза');
  });

  test('two associations of one name and different municipalities are two', () => {
    const [one, other] = ['Северный район', 'Южный район'].map((municipality) =>
      part(`${municipality}.xlsx`, { association: 'ММО', subject: 'математика', municipality }, [
        teachers(IVANOVA),
      ]),
    );
    const svod = joinRegisters(
      [one, other].filter((each) => each !== undefined),
      options,
    );
    expect(svod.associations.map(({ name }) => name)).toEqual(['ММО, Северный район', 'ММО, Южный район']);
  });

  test('different school years and regulations are said', () => {
    const other = part(
      'прошлый.xlsx',
      { association: 'ММО истории', schoolYear: '2024/2025', regulation: 'Здвинский район, ММО' },
      [teachers(IVANOVA)],
    );
    const said = joinRegisters([math, other], options).notices.join(' ');
    expect(said).toContain('разные учебные годы: 2024/2025, 2025/2026');
    expect(said).toContain('по разным положениям');
  });

  test('no file at all is an empty svod, said so', () => {
    const svod = joinRegisters([], options);
    expect(svod.notices).toEqual(['Ни одного реестра не прочитано: свод пуст.']);
    expect(svod.rows).toHaveLength(55);
    expect(row('1', svod)).toMatchObject({ total: null, state: 'missing' });
  });

  test('tables that are no register yet are counted on the present day, and that is said', () => {
    const bare = workbookOf([
      tableOf('Педагоги', [
        ['ФИО', 'Организация', 'В составе с'],
        ['Ким Пак', 'СОШ № 2', TODAY - 200],
      ]),
      tableOf('Курсы', [
        ['Педагог', 'Вид', 'Дата окончания'],
        ['Ким Пак', 'КПК', TODAY - 30],
      ]),
    ]);
    const svod = joinRegisters([{ file: 'таблицы.xlsx', snapshot: bare }], options);
    expect([row('1', svod).total, row('3', svod).total]).toEqual([1, 1]);
    expect(svod.associations[0]).toMatchObject({
      name: 'Объединение не указано (таблицы.xlsx)',
      today: TODAY,
      isDated: false,
    });
    expect(svod.notices.join(' ')).toContain('«Дата расчёта» не посчитана');
  });

  test('who was to send and has not is named', () => {
    const svod = joinRegisters([math], { ...options, expected: ['ММО Математики', 'ММО биологии'] });
    expect(svod.absent).toEqual(['ММО биологии']);
    expect(joined.absent).toBeNull();
  });

  test('the svod of last time says who is to send', () => {
    expect(expectedFrom(snapshotOf(svodBook(joined)))).toEqual(['ММО математики', 'ММО физики', 'ММО химии']);
    expect(expectedFrom(math.snapshot)).toBeNull();
    const svod = joinRegisters(
      [{ file: 'прежний свод.xlsx', snapshot: snapshotOf(svodBook(joined)) }, math],
      options,
    );
    expect(svod.failures).toEqual([]);
    expect(svod.absent).toEqual(['ММО физики', 'ММО химии']);
  });
});

describe('numbers computed twice', () => {
  test('a number on the sheet that the tables do not bear out is listed; the tables count', () => {
    const copy = snapshotOf(departmentCopy(math.snapshot, { ...options, isAnonymous: false }).book);
    const tampered = {
      ...copy,
      sheets: copy.sheets.map((sheet) =>
        sheet.name !== 'Приложение' || sheet.cells === null
          ? sheet
          : {
              ...sheet,
              cells: {
                ...sheet.cells,
                values: sheet.cells.values.map((cells) =>
                  cells[0] === '3' ? cells.map((cell, at) => (at === 2 ? 7 : cell)) : cells,
                ),
              },
            },
      ),
    };
    const svod = joinRegisters([{ file: 'копия.xlsx', snapshot: tampered }], options);
    expect(row('3', svod).total).toBe(1);
    expect(svod.associations[0]?.discrepancies).toEqual([
      {
        no: '3',
        sheet: { value: 7, state: 'рассчитано' },
        engine: { value: 1, state: 'рассчитано' },
      },
    ]);
    expect(svod.notices.join(' ')).toContain('расходятся с пересчётом: 1\u00a0строка у 1\u00a0объединения');
  });
});

describe('the joined workbook', () => {
  const book = svodBook(joined);
  const sheet = (name: string) => {
    const found = book.sheets.find((each) => each.name === name);
    if (found === undefined) throw new Error(name);
    return found;
  };

  test('has a row a line of the form and a column an association', () => {
    const { rows } = sheet('Свод');
    const header = rows.findIndex(([no]) => no === '№');
    expect(rows[header]).toEqual([
      '№', 'показатель', 'ММО математики', 'ММО физики', 'ММО химии',
      'Итого', 'Повторов', 'Дали число', 'Как посчитано', 'Состояние итога',
    ]); // prettier-ignore
    expect(rows.slice(header + 1)).toHaveLength(56);
    expect(rows[header + 1]).toEqual([
      '1', 'количество педагогов ММО', 2, 2, 1, 4, 1, '3 из 3',
      'люди без повторов; с учётом совместителей: 4', 'рассчитано',
    ]); // prettier-ignore
    const taught = rows.find(([no]) => no === '3');
    expect(taught?.slice(2)).toEqual([
      1, 2, 'нет данных', 2, 1, '2 из 3', 'люди без повторов; с учётом совместителей: 2',
      'рассчитано; по 2 из 3\u00a0объединений',
    ]); // prettier-ignore
  });

  test('totals are formulas that live on without the product', () => {
    const { rows, formulas = [] } = sheet('Свод');
    const at = rows.findIndex(([no]) => no === '1') + 1;
    expect(formulas).toContainEqual({
      address: `F${String(at)}`,
      formula: `=IF(COUNT(C${String(at)}:E${String(at)})=0,"нет данных",SUM(C${String(at)}:E${String(at)})-G${String(at)})`,
    });
  });

  test('of many associations is printed on as many pages side by side as it takes to be read', () => {
    const pages = (count: number) => {
      const parts = Array.from({ length: count }, (_, at) =>
        part(`${String(at)}.xlsx`, { association: `ММО ${String(at)}` }, [teachers(IVANOVA)]),
      );
      return svodBook(joinRegisters(parts, options)).sheets.find(({ name }) => name === 'Свод')?.print;
    };
    expect(pages(2)).toMatchObject({ orientation: 'Landscape', pagesWide: 1, titleColumns: '$A:$B' });
    expect(pages(60)).toMatchObject({ pagesWide: 8, titleColumns: '$A:$B' });
  });

  test('carries the states of every association', () => {
    const states = sheet('Состояния').rows.find(([no]) => no === '3');
    expect(states?.slice(2)).toEqual(['рассчитано', 'рассчитано', 'нет данных']);
  });

  test('holds the general plan: month and section, an association a column', () => {
    expect(sheet('Общий план').rows.at(-1)).toEqual([
      'сентябрь 2025',
      'Организационный',
      'Заседание (20.09.2025)',
      '',
      '',
    ]);
    const document = generalPlanDocument(joined);
    expect(document.blocks[1]).toMatchObject({
      rows: [
        { kind: 'section', text: 'Сентябрь 2025' },
        {
          kind: 'row',
          cells: ['Организационный', 'Заседание', '20.09.2025', 'ММО математики', 'Иванова А. П.'],
        },
      ],
    });
    expect(document.gaps).toEqual(['Нет плана: «ММО физики», «ММО химии».']);
  });
});
