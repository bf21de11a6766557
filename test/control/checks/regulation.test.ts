import {
  CLEAN,
  COLLEAGUE,
  TEACHER,
  bookOf,
  cellsOf,
  day,
  found,
  inputOf,
  type BookOptions,
  type Row,
} from '../registerOf';
import { findRegulation } from '../../../src/regulations';

const people = (...rows: readonly Row[]) => ({ ...CLEAN, Педагоги: rows });
const teacher = (changes: Row) => people({ ...TEACHER, ...changes }, COLLEAGUE);

/** «Паспорт» with the order's date and the date of the databank. */
const passport = (order: number | '', databank: number | '' = ''): Pick<BookOptions, 'sheets'> => ({
  sheets: [
    {
      name: 'Паспорт',
      cells: Array.from({ length: 17 }, (_, row) => [
        row === 0 ? 'Паспорт методического объединения' : '',
        row === 15 ? order : row === 16 ? databank : row === 7 ? '2025/2026' : 'есть',
      ]),
    },
  ],
});

describe('size', () => {
  it('is the least the regulation asks for', () => {
    expect(found('size', CLEAN, { regulation: 'sonkovo' })).toMatchObject([
      { severity: 'error', sheet: 'Банк данных', cell: 'A2', clause: 'п. 1.4', members: 2, least: 3 },
    ]);
    const three = people(TEACHER, COLLEAGUE, { ...COLLEAGUE, ФИО: 'Ким Пак' });
    expect(found('size', three, { regulation: 'sonkovo' })).toEqual([]);
    expect(
      found('size', people(TEACHER, COLLEAGUE, { ...COLLEAGUE, ФИО: 'Ким Пак', Выбыл: day(2026, 5, 12) }), {
        regulation: 'sonkovo',
      }),
    ).toHaveLength(1);
    expect(found('size', CLEAN)).toEqual([]);
  });
});

describe('role', () => {
  it('is held by one', () => {
    expect(found('role', teacher({ Роль: '' }))).toMatchObject([
      { severity: 'error', trouble: 'empty', clause: 'п. 3.1' },
    ]);
    expect(found('role', people(TEACHER, { ...COLLEAGUE, Роль: 'Председатель' }))).toMatchObject([
      { cell: 'O3', trouble: 'held twice', name: 'Кузьмина Ольга Ивановна' },
    ]);
    expect(found('role', CLEAN)).toEqual([]);
    expect(found('role', CLEAN, { regulation: 'tersky' })).toHaveLength(2);
  });

  it('is held by nobody once its holder has left', () => {
    expect(found('role', teacher({ Выбыл: day(2026, 5, 1) }))).toMatchObject([{ trouble: 'empty' }]);
  });
});

describe('leader', () => {
  it('names each condition that is not met', () => {
    const weak = teacher({ Образование: 'СПО', Категория: 'соответствие', 'Педагогический стаж': 2 });
    expect(found('leader', weak, { regulation: 'sonkovo' })).toMatchObject([
      { severity: 'warning', cell: 'F2', condition: 'education', found: 'СПО', clause: 'п. 3.5' },
      { cell: 'I2', condition: 'experience', found: 2, wanted: ['3'] },
      { cell: 'J2', condition: 'category', found: 'соответствие', wanted: ['высшая', 'первая'] },
    ]);
    expect(found('leader', CLEAN, { regulation: 'sonkovo' })).toEqual([]);
    expect(found('leader', weak)).toEqual([]);
  });
});

describe('consent', () => {
  const without = { 'Согласие на обработку данных': '' };

  it('is written by every member', () => {
    expect(found('consent', teacher(without))).toMatchObject([
      {
        severity: 'error',
        cell: 'N2',
        name: 'Иванова Анна Петровна',
        clause: 'Федеральный закон от 27.07.2006 № 152-ФЗ',
      },
    ]);
    expect(found('consent', CLEAN)).toEqual([]);
  });

  it('is not asked of those who have left', () => {
    expect(found('consent', teacher({ ...without, Выбыл: day(2026, 5, 12) }))).toEqual([]);
    expect(found('consent', teacher({ ...without, Выбыл: day(2027, 1, 1) }))).toHaveLength(1);
  });
});

describe('document-missing', () => {
  const documents = findRegulation('tomsk')?.documents ?? [];
  const listed = (date: number | '') => ({
    ...CLEAN,
    Документы: documents.map(({ name, clause }) => ({
      Документ: name,
      'Пункт положения': clause,
      Дата: date,
    })),
  });

  it('asks for the date of what the regulation demands', () => {
    expect(found('document-missing', listed(''))).toHaveLength(documents.length);
    expect(found('document-missing', listed(''))[0]).toMatchObject({
      severity: 'warning',
      cell: 'C2',
      trouble: 'no date',
      clause: 'п. 5.1',
    });
    expect(found('document-missing', listed(day(2025, 9, 1)))).toEqual([]);
  });

  it('misses a document that is not listed', () => {
    const [, ...rest] = listed(day(2025, 9, 1)).Документы;
    expect(found('document-missing', { ...CLEAN, Документы: rest })).toMatchObject([
      { trouble: 'not listed' },
    ]);
  });
});

describe('term and renewal', () => {
  it('have run out a year after the order', () => {
    const options = { regulation: 'tersky', ...passport(day(2025, 5, 11)) };
    expect(found('term', CLEAN, options)).toMatchObject([
      {
        severity: 'warning',
        sheet: 'Паспорт',
        cell: 'B16',
        clause: 'п. 2.7',
        order: day(2025, 5, 11),
        due: day(2026, 5, 11),
      },
    ]);
    expect(found('renewal', CLEAN, options)).toMatchObject([
      { severity: 'warning', clause: 'п. 2.8', renewed: 0, members: 2, oneOf: 3 },
    ]);
    const later = { regulation: 'tersky', ...passport(day(2025, 5, 13)) };
    expect(found('term', CLEAN, later)).toEqual([]);
    expect(found('renewal', CLEAN, later)).toEqual([]);
  });
});

describe('databank-stale', () => {
  it('is a databank not brought up to date this year, where that is asked', () => {
    const stale = passport('', day(2025, 8, 31));
    expect(found('databank-stale', CLEAN, { regulation: 'oshmyany', ...stale })).toMatchObject([
      { severity: 'warning', sheet: 'Паспорт', cell: 'B17', clause: 'п. 18.5', updated: day(2025, 8, 31) },
    ]);
    expect(
      found('databank-stale', CLEAN, { regulation: 'oshmyany', ...passport('', day(2025, 9, 1)) }),
    ).toEqual([]);
    expect(found('databank-stale', CLEAN, stale)).toEqual([]);
  });
});

describe('obligation', () => {
  it('is a warning past its date and worth knowing before', () => {
    const plan = (today: number) =>
      found('obligation', CLEAN, { regulation: 'sonkovo', today }).filter(
        ({ obligation }) => obligation.code === 'plan',
      );
    expect(plan(day(2025, 9, 11))).toMatchObject([{ severity: 'warning', clause: 'п. 3.1', sheet: 'Сроки' }]);
    expect(plan(day(2025, 9, 10))).toMatchObject([{ severity: 'info' }]);
    expect(plan(day(2025, 8, 10))).toEqual([]);
  });

  it('leads to the cell that fulfils it', () => {
    const noProtocol = {
      ...CLEAN,
      Заседания: [{ Номер: 1, Дата: day(2025, 9, 25), Тема: 'Планы', 'Дата протокола': '' }],
    };
    expect(cellsOf('obligation', noProtocol)).toContain('Заседания!D2');
  });

  it('does not repeat what has a check of its own', () => {
    const input = inputOf(bookOf(CLEAN, passport(day(2025, 5, 11))), { regulation: 'tersky' });
    expect(input.obligations.filter(({ state }) => state === 'overdue').map(({ code }) => code)).toContain(
      'term',
    );
    const said = found('obligation', CLEAN, { regulation: 'tersky', ...passport(day(2025, 5, 11)) });
    expect(said.map(({ obligation }) => obligation.code)).not.toContain('term');
  });
});
