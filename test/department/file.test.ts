import { strFromU8, unzipSync } from 'fflate';
import type { InputTable } from '../../src/cli/sample';
import { departmentCopy } from '../../src/department/copy';
import { joinRegisters } from '../../src/department/svod';
import { svodBook } from '../../src/department/svodBook';
import { readSnapshotFile, writeBook } from '../../src/files';
import { serialOf, shownDate } from '../../src/register/dates';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { columnsOf, type TableName } from '../../src/register/tables';
import { TODAY, sheetOf } from '../register/snapshots';
import { bookOf } from './books';

/** What is left in the bytes of the file that is sent. */

const PEOPLE = [
  'Ярцева Марина Станиславовна',
  'Плетнёв Андрей Ильич',
  'Заяц Ксения Олеговна',
  'Достоевский Лев Глебович',
  'Шевченко Алла Денисовна',
  'Орёл Павел Тимофеевич',
  'Тиль-Белая Инна Макаровна',
  'Рымша Раиса Матвеевна (12.03.1976)',
] as const;
const BORN = serialOf(1976, 3, 12);

/** Every way in which the people above are written in the cells below, by the roots that betray them. */
const ROOTS = [
  'ярцев', 'плетн', 'заяц', 'зайц', 'достоевск', 'шевченк', 'орел', 'орла', 'тимофе', 'тиль', 'рымш',
  'станиславовн', 'ильич', 'олеговн', 'глебович', 'денисовн', 'макаровн', 'матвеевн',
] as const; // prettier-ignore
const INITIALS = ['М. С.', 'М.С.', 'А. И.', 'А.И.', 'К. О.', 'Р. М.'];

const NAMED_IN_WORDS = [
  'Поручить Ярцевой М. С. и Плетнёву подготовить банк заданий',
  'Орла П. Т. и Зайца наградить; А.И. Плетнев согласен',
  'Вместе с Достоевским Л. Г., Шевченко и Тиль-Белой',
  'РЫМША Р. М. родилась 12.03.1976, или 12 марта 1976, или 1976-03-12',
];
const words = (row: number): string => NAMED_IN_WORDS[row % NAMED_IN_WORDS.length] ?? '';

/** Every typed column of every table, and in each of them somebody’s name wherever a text may stand. */
function full(name: TableName): InputTable {
  const columns = columnsOf(name).filter(({ kind, hidden }) => kind !== 'formula' && hidden !== true);
  return {
    name,
    headers: columns.map((column) => column.name),
    rows: PEOPLE.map((person, row) =>
      columns.map(({ name: column, kind, list }) => {
        if (column === 'Дата рождения') return { serial: BORN };
        if (column === 'ФИО' || list === 'Педагоги') return person;
        if (kind === 'date') return row % 3 === 0 ? words(row) : { serial: TODAY - 100 + row };
        if (kind === 'number') return row % 3 === 0 ? words(row) : row;
        return words(row);
      }),
    ),
  };
}

const TABLES: readonly TableName[] = [
  'Педагоги', 'Организации', 'Курсы', 'Заседания', 'Посещаемость', 'Решения', 'Достижения', 'ГИА',
  'Деятельность', 'Мероприятия', 'План', 'Анализ', 'Методработа', 'Группы', 'Оценка', 'Документы',
  'Сроки', 'Контроль', 'Правила', 'Архив',
]; // prettier-ignore

const register: WorkbookSnapshot = (() => {
  const book = bookOf(TABLES.map(full), {
    association: 'ММО учителей Ярцевой',
    municipality: 'Орловский район',
    subject: words(0),
    regulation: 'Томский район, ММО',
    schoolYear: '2025/2026',
    topic: words(1),
    leader: PEOPLE[0],
    deputy: PEOPLE[1],
    secretary: PEOPLE[2],
    curator: 'Рымша Р. М.',
    orderNumber: 'Ярцева-1',
  });
  return { ...book, sheets: [...book.sheets, sheetOf('Телефоны Ярцевой', [['Шевченко', '8 900 1234567']])] };
})();

/** All that stands in the parts of the file. */
function textOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([part, content]) => `${part}\n${strFromU8(content)}`)
    .join('\n');
}

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

test('a copy without names holds no name and no birthday in any part of its file', async () => {
  const { book, notices } = departmentCopy(register, { isAnonymous: true, currentDate: TODAY });
  const text = textOf(await writeBook(book));
  expect(text).toContain('Педагог 8');
  const found = ROOTS.filter((root) => folded(text).includes(root));
  expect(found).toEqual([]);
  expect(INITIALS.filter((initials) => text.includes(initials))).toEqual([]);
  expect(text).not.toMatch(/\b27831\b|12\.03\.1976|1976-03-12|12 марта 1976/u);
  expect(text).not.toContain(shownDate(BORN));
  expect(BORN).toBe(27831);
  expect(ROOTS.filter((root) => folded(notices.join(' ')).includes(root))).toEqual([]);
});

test('this test would see them: the copy with names holds all of them', async () => {
  const { book } = departmentCopy(register, { isAnonymous: false, currentDate: TODAY });
  const text = folded(textOf(await writeBook(book)));
  expect(ROOTS.filter((root) => !text.includes(root))).toEqual([]);
});

test.each([false, true])(
  'a copy read from its file joins as its register (without names: %s)',
  async (isAnonymous) => {
    const { book } = departmentCopy(register, { isAnonymous, currentDate: TODAY });
    const snapshot = await readSnapshotFile('копия.xlsx', await writeBook(book));
    const cells = (each: WorkbookSnapshot) =>
      joinRegisters([{ file: 'файл.xlsx', snapshot: each }], { currentDate: TODAY }).rows.map(
        ({ no, cells: own }) => ({ no, cells: own }),
      );
    expect(cells(snapshot)).toEqual(cells(register));
    const [association] = joinRegisters([{ file: 'копия.xlsx', snapshot }], {
      currentDate: TODAY,
    }).associations;
    expect(association).toMatchObject({ isAnonymous, hasForm: true, discrepancies: [] });
  },
);

test('the svod read from its file tells who is to send, and is no register', async () => {
  const svod = joinRegisters([{ file: 'файл.xlsx', snapshot: register }], { currentDate: TODAY });
  const snapshot = await readSnapshotFile('свод.xlsx', await writeBook(svodBook(svod)));
  const next = joinRegisters([{ file: 'свод.xlsx', snapshot }], { currentDate: TODAY });
  expect(next).toMatchObject({ earlier: ['свод.xlsx'], failures: [], absent: ['ММО учителей Ярцевой'] });
});
