import { jest } from '@jest/globals';
import type { ExcelHost } from '../../src/host/host';
import type { CellValue } from '../../src/plan/action';
import { headerIndex } from '../../src/register/locate';
import { serialOf } from '../../src/register/dates';
import type { TableName } from '../../src/register/tables';
import { inputTable, type InputRow } from '../generators/duties';
import {
  buildDutyBook,
  tableOf,
  typeBeside,
  typeOnPassport,
  typeToday,
  type DutyBook,
} from '../generators/dutyBook';
import { readBook } from '../generators/readBook';

/** What the sheets say by themselves as somebody types, without a new check. */

const day = (year: number, month: number, date: number): { readonly serial: number } => ({
  serial: serialOf(year, month, date),
});
const TODAY = serialOf(2026, 5, 12);

const people = (...rows: readonly InputRow[]) => inputTable('Педагоги', rows);
const ANNA: InputRow = { ФИО: 'Агеева Анна', 'В составе с': '', Выбыл: '' };
const OLGA: InputRow = { ...ANNA, ФИО: 'Фёдорова Ольга' };
const VERA: InputRow = { ...ANNA, ФИО: 'Зуева Вера' };
const MEETING: InputRow = { Номер: 1, Дата: day(2025, 9, 25), Тема: 'План', 'Дата протокола': '' };
const DECISION: InputRow = {
  Заседание: 1,
  Пункт: 2,
  Слушали: 'о плане',
  Решили: 'утвердить',
  Срок: day(2025, 12, 1),
  За: 2,
  Против: 1,
  Воздержались: 0,
  'Голос руководителя': '',
  Исполнено: '',
};

// a register is built, and counted anew after each thing typed
jest.setTimeout(60_000);

const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

async function build(book: Omit<DutyBook, 'schoolYear' | 'today'> & Partial<DutyBook>): Promise<ExcelHost> {
  const host = await buildDutyBook({ schoolYear: '2025/2026', today: TODAY, ...book });
  hosts.push(host);
  return host;
}

/** A cell of the row in which a column holds the key. */
async function said(
  host: ExcelHost,
  name: TableName,
  [keyColumn, key]: readonly [string, CellValue],
  column: string,
): Promise<CellValue> {
  const { headers, rows } = tableOf(await readBook(host), name);
  const row = rows.find((cells) => cells[headerIndex(headers, keyColumn)] === key);
  return row?.[headerIndex(headers, column)] ?? `нет строки ${String(key)}`;
}

const stateOf = (host: ExcelHost, code: string): Promise<CellValue> =>
  said(host, 'Сроки', ['Код', code], 'Состояние');

describe('«Сроки» as one types', () => {
  it('«Дата протокола» fulfils the protocol, and no other', async () => {
    const host = await build({
      regulation: 'tomsk',
      tables: [
        people(ANNA),
        inputTable('Заседания', [MEETING, { ...MEETING, Номер: '2', Дата: day(2025, 12, 4) }]),
      ],
    });
    expect(await stateOf(host, 'protocol-1')).toBe('просрочено');
    await typeBeside(host, 'Заседания', 'Номер', 'Дата протокола', { '1': serialOf(2025, 10, 1) });
    expect(await stateOf(host, 'protocol-1')).toBe('выполнено');
    expect(await said(host, 'Сроки', ['Код', 'protocol-1'], 'Осталось дней')).toBe('');
    expect(await stateOf(host, 'protocol-2')).toBe('просрочено');
    await typeBeside(host, 'Заседания', 'Номер', 'Дата протокола', { '2': 'завтра' });
    expect(await stateOf(host, 'protocol-2')).toBe('просрочено');
    await typeBeside(host, 'Заседания', 'Номер', 'Дата протокола', { '2': serialOf(2025, 12, 8) });
    expect(await stateOf(host, 'protocol-2')).toBe('выполнено');
  });

  it('«Исполнено» fulfils a decision, and so does a date beside it on «Сроки»', async () => {
    const other = { ...DECISION, Пункт: 3, Срок: day(2026, 5, 19) };
    const host = await build({
      regulation: 'sonkovo',
      tables: [people(ANNA), inputTable('Заседания', [MEETING]), inputTable('Решения', [DECISION, other])],
    });
    expect(await stateOf(host, 'decision-1-2')).toBe('просрочено');
    expect(await stateOf(host, 'decision-1-3')).toBe('скоро');
    await typeBeside(host, 'Решения', 'Пункт', 'Исполнено', { '2': serialOf(2026, 5, 1) });
    expect(await stateOf(host, 'decision-1-2')).toBe('выполнено');
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { 'decision-1-3': serialOf(2026, 5, 2) });
    expect(await stateOf(host, 'decision-1-3')).toBe('выполнено');
    expect(await said(host, 'Решения', ['Пункт', 3], 'Состояние')).toBe('выполнено');
  });

  it('a meeting held within a quarter fulfils the quarter, one outside it does not', async () => {
    const host = await build({
      regulation: 'zdvinsk',
      tables: [people(ANNA), inputTable('Заседания', [{ ...MEETING, Дата: '' }])],
    });
    expect(await stateOf(host, 'meeting-2')).toBe('просрочено');
    await typeBeside(host, 'Заседания', 'Номер', 'Дата', { '1': serialOf(2025, 12, 31) });
    expect(await stateOf(host, 'meeting-2')).toBe('выполнено');
    await typeBeside(host, 'Заседания', 'Номер', 'Дата', { '1': serialOf(2026, 1, 1) });
    expect(await stateOf(host, 'meeting-2')).toBe('просрочено');
    expect(await stateOf(host, 'meeting-3')).toBe('выполнено');
    // the fourth quarter ends on 30.06: a meeting that is still ahead has not been held
    await typeBeside(host, 'Заседания', 'Номер', 'Дата', { '1': serialOf(2026, 6, 1) });
    expect(await stateOf(host, 'meeting-4')).toBe('в срок');
    await typeToday(host, serialOf(2026, 6, 1));
    expect(await stateOf(host, 'meeting-4')).toBe('выполнено');
  });

  it('«4 за учебный год» follows the pace, by the thresholds on «Правила»', async () => {
    const host = await build({
      regulation: 'sonkovo',
      tables: [people(ANNA), inputTable('Заседания', [MEETING])],
      today: serialOf(2025, 12, 1),
    });
    // three are owed, 180 days are left: 60 a meeting
    expect(await stateOf(host, 'meetings')).toBe('в срок');
    await typeToday(host, serialOf(2026, 1, 16));
    expect(await stateOf(host, 'meetings')).toBe('скоро');
    await typeToday(host, serialOf(2026, 3, 29));
    expect(await stateOf(host, 'meetings')).toBe('под угрозой');
    await typeBeside(host, 'Правила', 'Код', 'Значение', { 'pace-risk-days': 20 });
    expect(await stateOf(host, 'meetings')).toBe('скоро');
    await typeToday(host, serialOf(2026, 5, 31));
    expect(await stateOf(host, 'meetings')).toBe('просрочено');
    await typeBeside(host, 'Правила', 'Код', 'Значение', { meetings: 1 });
    expect(await stateOf(host, 'meetings')).toBe('выполнено');
  });

  it('«Дата обновления банка данных» inside the period fulfils the update', async () => {
    const host = await build({ regulation: 'oshmyany', tables: [people(ANNA)] });
    expect(await stateOf(host, 'databank-update')).toBe('в срок');
    await typeOnPassport(host, 'databankDate', serialOf(2025, 8, 31));
    expect(await stateOf(host, 'databank-update')).toBe('в срок');
    await typeOnPassport(host, 'databankDate', serialOf(2025, 9, 1));
    expect(await stateOf(host, 'databank-update')).toBe('выполнено');
  });

  it('a duty of every year is fulfilled by «Выполнено» inside the period only', async () => {
    const host = await build({ regulation: 'sonkovo', tables: [people(ANNA)] });
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { 'leader-order': serialOf(2025, 8, 20) });
    expect(await stateOf(host, 'leader-order')).toBe('в срок');
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { 'leader-order': serialOf(2025, 9, 4) });
    expect(await stateOf(host, 'leader-order')).toBe('выполнено');
  });

  it('one report under two dates: marked at either, both are fulfilled', async () => {
    const host = await build({
      regulation: 'tersky',
      tables: [people(ANNA)],
      today: serialOf(2026, 2, 26),
    });
    expect([await stateOf(host, 'report'), await stateOf(host, 'report-2')]).toEqual([
      'просрочено',
      'под угрозой',
    ]);
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { 'report-2': serialOf(2026, 2, 24) });
    expect([await stateOf(host, 'report'), await stateOf(host, 'report-2')]).toEqual([
      'выполнено',
      'выполнено',
    ]);
  });

  it('the report waits for the appendix only where the appendix is demanded', async () => {
    const book = { tables: [people(ANNA)], today: serialOf(2026, 4, 20) };
    const tomsk = await build({ regulation: 'tomsk', ...book });
    // 40 days: more than the general 30, fewer than the 60 of an appendix that is not filled in
    expect(await stateOf(tomsk, 'report')).toBe('скоро');
    await typeBeside(tomsk, 'Правила', 'Код', 'Значение', { 'readiness-percent': 1 });
    expect(await stateOf(tomsk, 'report')).toBe('в срок');
    const sonkovo = await build({ regulation: 'sonkovo', ...book });
    expect(await stateOf(sonkovo, 'report')).toBe('в срок');
  });

  it('the term is over until a new order; the renewal follows the members', async () => {
    const host = await build({
      regulation: 'tersky',
      tables: [people(ANNA, OLGA, { ...VERA, 'В составе с': day(2025, 1, 20) })],
      passport: { orderDate: serialOf(2025, 2, 1) },
    });
    expect([await stateOf(host, 'term'), await stateOf(host, 'renewal')]).toEqual([
      'просрочено',
      'просрочено',
    ]);
    await typeBeside(host, 'Педагоги', 'ФИО', 'В составе с', { 'Зуева Вера': serialOf(2025, 2, 1) });
    expect(await stateOf(host, 'renewal')).toBe('выполнено');
    await typeOnPassport(host, 'orderDate', serialOf(2026, 2, 2));
    expect(await stateOf(host, 'term')).toBe('выполнено');
  });

  it('a date of calculation that is none leaves nothing «в срок» that has a date', async () => {
    const host = await build({ regulation: 'sonkovo', tables: [people(ANNA)] });
    await typeToday(host, 'скоро');
    expect(await stateOf(host, 'report')).toBe('дата не распознана');
  });
});

describe('«План» and «Решения» as one types', () => {
  it('a measure of the plan is judged by its last day', async () => {
    const plan = (name: string, end: InputRow[string], done: InputRow[string] = ''): InputRow => ({
      Раздел: 'I',
      Мероприятие: name,
      Окончание: end,
      Выполнено: done,
    });
    const host = await build({
      regulation: 'tomsk',
      tables: [
        people(ANNA),
        inputTable('План', [
          plan('вчера', day(2026, 5, 11)),
          plan('сегодня', day(2026, 5, 12)),
          plan('через две недели', day(2026, 5, 26)),
          plan('через месяц', day(2026, 6, 11)),
          plan('летом', day(2026, 6, 12)),
          plan('сделано', day(2026, 5, 1), day(2026, 4, 30)),
          plan('без даты', ''),
          plan('словами', 'в мае'),
          plan('сделано словами', day(2026, 5, 1), 'да'),
        ]),
      ],
    });
    const states = async (): Promise<Record<string, CellValue>> => {
      const { headers, rows } = tableOf(await readBook(host), 'План');
      const at = (row: readonly CellValue[], column: string) => row[headerIndex(headers, column)] ?? '';
      return Object.fromEntries(
        rows.slice(0, 9).map((row) => [String(at(row, 'Мероприятие')), at(row, 'Состояние')]),
      );
    };
    expect(await states()).toEqual({
      вчера: 'просрочено',
      сегодня: 'под угрозой',
      'через две недели': 'под угрозой',
      'через месяц': 'скоро',
      летом: 'в срок',
      сделано: 'выполнено',
      'без даты': 'нет даты',
      словами: 'дата не распознана',
      'сделано словами': 'просрочено',
    });
    await typeBeside(host, 'Правила', 'Код', 'Значение', { 'risk-days': '3', 'soon-days': '' });
    expect(await states()).toMatchObject({
      'через две недели': 'скоро',
      'через месяц': 'скоро',
      летом: 'в срок',
    });
  });

  it('a decision without a date is «без срока»', async () => {
    const host = await build({
      regulation: 'tomsk',
      tables: [people(ANNA), inputTable('Решения', [{ ...DECISION, Срок: '' }])],
    });
    expect(await said(host, 'Решения', ['Пункт', 2], 'Состояние')).toBe('без срока');
  });
});

describe('votes and quorum as the regulation has them', () => {
  const attendance = (...present: readonly InputRow[]) =>
    inputTable(
      'Посещаемость',
      present.map(({ ФИО = '' }) => ({ ФИО, 'Заседание 1': 'да' })),
    );
  const GUEST: InputRow = { ФИО: 'Гостья Нина' };
  /** Left before the meeting. */
  const GONE: InputRow = { ...ANNA, ФИО: 'Юрьев Ян', Выбыл: day(2025, 9, 25) };
  const LATER: InputRow = { ...ANNA, ФИО: 'Ким Пак', 'В составе с': day(2025, 9, 26) };
  const meeting = ['Номер', 1] as const;

  it('counts the members of the meeting’s day, not those of today, and no guests', async () => {
    const host = await build({
      regulation: 'tersky',
      tables: [
        people(ANNA, OLGA, VERA, GONE, LATER, { ...ANNA, ФИО: 'Юг Ия', Выбыл: day(2025, 9, 26) }),
        attendance(ANNA, OLGA, GUEST, GONE, LATER),
        inputTable('Заседания', [MEETING]),
      ],
    });
    // of four members two came: half is not more than half
    expect(await said(host, 'Заседания', meeting, 'Присутствовало')).toBe(2);
    expect(await said(host, 'Заседания', meeting, 'Кворум')).toBe('нет');
    await typeBeside(host, 'Педагоги', 'ФИО', 'Выбыл', { 'Юг Ия': serialOf(2025, 9, 25) });
    expect(await said(host, 'Заседания', meeting, 'Кворум')).toBe('есть');
    await typeBeside(host, 'Правила', 'Код', 'Значение', { quorum: '' });
    expect(await said(host, 'Заседания', meeting, 'Кворум')).toBe('не установлен');
  });

  it('a meeting that nobody has marked, or that is still ahead, tells nothing', async () => {
    const host = await build({
      regulation: 'tersky',
      tables: [
        people(ANNA),
        inputTable('Заседания', [MEETING, { ...MEETING, Номер: 2, Дата: day(2026, 6, 1) }]),
      ],
    });
    expect(await said(host, 'Заседания', meeting, 'Присутствовало')).toBe('нет данных');
    expect(await said(host, 'Заседания', meeting, 'Кворум')).toBe('нет данных');
    expect(await said(host, 'Заседания', ['Номер', 2], 'Присутствовало')).toBe('');
    expect(await said(host, 'Заседания', ['Номер', 2], 'Кворум')).toBe('');
  });

  it('two in favour of four members, three present: each regulation by its own measure', async () => {
    const tables = [
      people(ANNA, OLGA, VERA, { ...ANNA, ФИО: 'Юг Ия' }),
      attendance(ANNA, OLGA, VERA),
      inputTable('Заседания', [MEETING]),
      inputTable('Решения', [DECISION, { ...DECISION, Пункт: 3, За: 1, Против: 1, Воздержались: 1 }]),
    ];
    const outcomes: Record<string, readonly CellValue[]> = {};
    for (const regulation of ['sonkovo', 'tersky', 'zdvinsk', 'oshmyany']) {
      const host = await build({ regulation, tables });
      outcomes[regulation] = [
        await said(host, 'Решения', ['Пункт', 2], 'Итог'),
        await said(host, 'Решения', ['Пункт', 3], 'Итог'),
      ];
      if (regulation !== 'oshmyany') continue;
      await typeBeside(host, 'Решения', 'Пункт', 'Голос руководителя', { '3': 'за' });
      expect(await said(host, 'Решения', ['Пункт', 3], 'Итог')).toBe('принято');
      await typeBeside(host, 'Решения', 'Пункт', 'Воздержались', { '3': '' });
      expect(await said(host, 'Решения', ['Пункт', 3], 'Итог')).toBe('нет данных');
    }
    expect(outcomes).toEqual({
      sonkovo: ['принято', 'не принято'],
      tersky: ['принято', 'не принято'],
      zdvinsk: ['не принято', 'не принято'],
      oshmyany: ['принято', 'нет данных'],
    });
  });

  it('a rule in words nobody knows is no rule to guess at', async () => {
    const host = await build({
      regulation: 'tersky',
      tables: [
        people(ANNA),
        attendance(ANNA),
        inputTable('Заседания', [MEETING]),
        inputTable('Решения', [DECISION]),
      ],
      edits: { quorum: 'две трети', majority: 'единогласно' },
    });
    expect(await said(host, 'Заседания', meeting, 'Кворум')).toBe('нет данных');
    expect(await said(host, 'Решения', ['Пункт', 2], 'Итог')).toBe('нет данных');
  });
});
