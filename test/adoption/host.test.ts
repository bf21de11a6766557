import { jest } from '@jest/globals';
import { adopt, planAdoption, type Adoption, type SourceSheet } from '../../src/adoption';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { Plan } from '../../src/plan/action';
import { serialOf } from '../../src/register/dates';
import { planJournal } from '../../src/register/layout/journal';
import { dressGrowth } from '../../src/register/layout/tableLayout';
import type { RegisterRequest } from '../../src/register/request';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import type { TableName } from '../../src/register/tables';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { applyPlan } from '../../src/workbook/applyPlan';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import { day, sheet, tableRows } from './sheets';

jest.setTimeout(120_000);

const TODAY = serialOf(2026, 5, 12);
const REQUEST: RegisterRequest = { currentDate: TODAY, today: TODAY, schoolYear: '2025/2026' };

/** Carries out what is decided of the workbook as it stands. */
const write = (host: ExcelHost, decide: (snapshot: WorkbookSnapshot) => Plan): Promise<number> =>
  host.run(async (context) => {
    const reading = await readSnapshot(context, REGISTER_SCOPE);
    const plan = decide(reading.snapshot);
    await applyPlan(context, plan, reading);
    return plan.length;
  });

const read = (host: ExcelHost): Promise<WorkbookSnapshot> =>
  host.run(async (context) => (await readSnapshot(context, REGISTER_SCOPE)).snapshot);

/** Adopts as a use case would: built, adopted, built once more so that the new rows are whole. */
async function adoptHere(host: ExcelHost, sheets: readonly SourceSheet[]): Promise<Adoption> {
  await write(host, (snapshot) => planRegister(snapshot, REQUEST).actions);
  const snapshot = await read(host);
  const adoption = adopt(sheets, snapshot);
  const plan = planAdoption(snapshot, adoption.outcomes);
  expect(plan.obstacles).toEqual([]);
  await write(host, (now) => dressGrowth(now, [...plan.actions, ...planJournal(now, plan.journal)]));
  await write(host, (now) => planRegister(now, { ...REQUEST, grown: plan.grown }).actions);
  return adoption;
}

const names = Array.from(
  { length: 60 },
  (_, index) =>
    `Иванова Анна${'абвгдежзик'.charAt(index % 10)}${'абвгде'.charAt(Math.floor(index / 10))} Петровна`,
);

const SOURCE = [
  sheet('База', [
    ['№', 'ФИО', 'ОО', 'Образование', 'Пед. стаж', 'Категория', 'Дата аттестации'],
    ...names.map((name, index) => [
      index + 1,
      name,
      'МБОУ «СОШ № 2»',
      'высшее, ТГПУ',
      '12 лет',
      '1 кв.кат.',
      index === 0 ? '2024 г.' : day(2024, 3, 15),
    ]),
  ]),
  sheet('Явка', [['ФИО', '25.09.25', '04.12.25'], ...names.map((name) => [name, '+', 'н'])]),
];

describe('an adoption in a workbook', () => {
  it('fills the tables, past their blank rows too, and a second one finds nothing to do', async () => {
    const host = await openHost(null);
    try {
      await adoptHere(host, SOURCE);
      const after = await read(host);
      const rows = tableRows(after, 'Педагоги');
      expect(rows).toHaveLength(60);
      expect(rows[59]).toMatchObject({
        ФИО: names[59],
        Организация: 'СОШ № 2',
        Образование: 'ВО',
        'Педагогический стаж': 12,
        Категория: 'первая',
        'Дата аттестации': day(2024, 3, 15).day,
      });
      expect(rows[0]).toMatchObject({ 'Дата аттестации': '2024 г.' });
      const attendance = after.tables.find(({ name }) => name === 'Посещаемость');
      expect(attendance?.rows.filter((row) => row[1] === 'да' && row[2] === 'нет')).toHaveLength(60);
      // formula columns reach the rows the tables grew by
      for (const name of ['Педагоги', 'Посещаемость'] satisfies TableName[]) {
        const table = after.tables.find((each) => each.name === name);
        expect(Object.values(table?.formulas ?? {}).every(({ unbroken }) => unbroken)).toBe(true);
      }
      const snapshot = await read(host);
      const again = adopt(SOURCE, snapshot);
      expect(again.outcomes.filter(({ state }) => state !== 'unchanged')).toEqual([]);
      expect(planAdoption(snapshot, again.outcomes).actions).toEqual([]);
      expect(planRegister(snapshot, REQUEST).actions).toEqual([]);
    } finally {
      host.dispose();
    }
  });
});
