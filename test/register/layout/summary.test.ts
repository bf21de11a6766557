import { jest } from '@jest/globals';
import type { ExcelHost } from '../../../src/host/host';
import type { CellValue } from '../../../src/plan/action';
import { serialOf } from '../../../src/register/dates';
import { cellAt, findSheet } from '../../../src/register/parse';
import { inputTable, type InputRow } from '../../generators/duties';
import { buildDutyBook, typeBeside, typeToday, writeDeadlines } from '../../generators/dutyBook';
import { readBook } from '../../generators/readBook';

/** The summary under the passport, as a register shows it without the add-in. */

jest.setTimeout(60_000);

const TODAY = serialOf(2026, 5, 12);
const ANNA: InputRow = { ФИО: 'Агеева Анна' };
const meeting = (number: number, year: number, month: number, date: number): InputRow => ({
  Номер: number,
  Дата: { serial: serialOf(year, month, date) },
  Тема: 'Тема',
  'Дата протокола': { serial: serialOf(year, month, date) },
});
const MEETINGS = [meeting(1, 2025, 9, 25), meeting(2, 2025, 11, 20), meeting(3, 2026, 6, 4)];

const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

async function build(regulation: string, people: readonly InputRow[], held: readonly InputRow[]) {
  const host = await buildDutyBook({
    regulation,
    schoolYear: '2025/2026',
    today: TODAY,
    // read where the period is a calendar year
    passport: { reportYear: 2025 },
    tables: [inputTable('Педагоги', people), ...(held.length === 0 ? [] : [inputTable('Заседания', held)])],
  });
  hosts.push(host);
  return host;
}

async function summary(host: ExcelHost): Promise<Record<string, CellValue>> {
  const sheet = findSheet(await readBook(host), 'Паспорт');
  const rows = Array.from({ length: 40 }, (_, index) => index + 1);
  const begin = rows.find((row) => String(cellAt(sheet, row, 1).value).startsWith('Сводка')) ?? 0;
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((line) => [
      String(cellAt(sheet, begin + line, 1).value),
      cellAt(sheet, begin + line, 2).value,
    ]),
  );
}

describe('the summary', () => {
  it('says «нет данных», never a zero, while nothing is known', async () => {
    const host = await build('tomsk', [{ ФИО: '' }], []);
    expect(await summary(host)).toEqual({
      'Членов объединения': 'нет данных',
      'Банк данных заполнен': 'нет данных',
      'Заседаний проведено': 'нет данных',
      'Ближайший срок': '30.05.2026, осталось дней: 18 (под угрозой)',
      'Что к этому сроку': expect.stringMatching(/^Провести за отчётный период не менее 4/),
      'Ошибок на листе «Контроль»': 'нет данных',
    });
  });

  it.each([
    ['tomsk', '2 из 4'],
    ['sonkovo', '2 из 4'],
    ['tersky', '2; кварталов с заседанием: 2 из 4'],
    ['zdvinsk', '2; кварталов с заседанием: 2 из 4'],
    ['oshmyany', '2; четвертей с заседанием: 2 из 4'],
  ])('counts the meetings held as the regulation asks for them: %s', async (regulation, said) => {
    expect((await summary(await build(regulation, [ANNA], MEETINGS)))['Заседаний проведено']).toBe(said);
  });

  it('counts them alone where no number is set', async () => {
    const host = await build('tomsk', [ANNA], MEETINGS);
    await typeBeside(host, 'Правила', 'Код', 'Значение', { meetings: '' });
    expect((await summary(host))['Заседаний проведено']).toBe('2');
  });

  it('names the first date that is not fulfilled, what is due by it, and what has passed', async () => {
    const host = await build('sonkovo', [ANNA], MEETINGS);
    expect(await summary(host)).toMatchObject({
      'Ближайший срок': '10.09.2025, просрочено дней: 244',
      'Что к этому сроку': 'План работы МУМО на текущий учебный год',
    });
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { plan: serialOf(2025, 9, 9) });
    await typeToday(host, serialOf(2026, 5, 30));
    expect((await summary(host))['Ближайший срок']).toBe('30.05.2026, сегодня (под угрозой)');
  });

  it('says so when all is done, and when what is left has no date', async () => {
    const host = await build('zdvinsk', [ANNA], []);
    const dated = ['meeting-1', 'meeting-2', 'meeting-3', 'meeting-4', 'leader-election', 'formation-order'];
    const done = serialOf(2026, 5, 1);
    await typeBeside(
      host,
      'Сроки',
      'Код',
      'Выполнено',
      Object.fromEntries(dated.map((code) => [code, done])),
    );
    expect((await summary(host))['Ближайший срок']).toBe('сроков с датой нет');
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { plan: done, report: done });
    expect(await summary(host)).toMatchObject({ 'Ближайший срок': 'всё выполнено', 'Что к этому сроку': '' });
    await typeBeside(host, 'Сроки', 'Код', 'Выполнено', { plan: '' });
    await writeDeadlines(host, TODAY);
    expect((await summary(host))['Ближайший срок']).toBe('сроков с датой нет');
  });

  it('counts errors once a check has been made, none found included', async () => {
    const host = await build('tomsk', [ANNA], []);
    await host.typeInto('Контроль', 'C2', 'Замечаний нет.');
    expect((await summary(host))['Ошибок на листе «Контроль»']).toBe(0);
    await host.typeInto('Контроль', 'A2', 'ошибка');
    expect((await summary(host))['Ошибок на листе «Контроль»']).toBe(1);
  });
});
