import { jest } from '@jest/globals';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { RULE_CELLS } from '../../src/register/fixedCells';
import { choiceName } from '../../src/register/lists';
import { planRegister } from '../../src/register/structure';
import { readBook } from '../generators/registerBook';
import { build, cellsIn, columnIn, registerIn, ruleIn, sampleRegister, typeCells } from './sampleRegister';
import { TODAY } from './snapshots';
import { pictureCells } from './userBook';

/** A register that the first layout made: what it lacks is added, what people typed stays. */

jest.setTimeout(60_000);

const hosts: ExcelHost[] = [];
afterAll(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

const RULE_COLUMNS = ['Код', 'Правило', 'Значение', 'Единица', 'Пункт положения', 'Пояснение'];

/** Takes out what the first layout did not have, and says again what it said. */
async function asOfTheFirstLayout(host: ExcelHost): Promise<void> {
  await host.run(async (context) => {
    const { worksheets, tables, names } = context.workbook;
    const rules = tables.getItem('Правила');
    const body = rules.getDataBodyRange().load('values,rowCount');
    const lists = worksheets.getItem('Справочники');
    const associations = tables.getItemOrNullObject('СписокОбъединения');
    await context.sync();

    const rows = body.values.filter(([code]) => code !== 'association' && code !== 'roles');
    body.clear('Contents');
    const kept = body.getCell(0, 0).getResizedRange(rows.length - 1, RULE_COLUMNS.length - 1);
    kept.values = rows.map((row: readonly unknown[]) =>
      row.map((value) => (typeof value === 'string' && /^\d/.test(value) ? `'${value}` : value)),
    );
    rules.resize(rules.getHeaderRowRange().getResizedRange(rows.length, 0));
    worksheets.getItem('Правила').getRange(`B${String(RULE_CELLS.layoutMark)}`).values = [[1]];

    const documents = tables.getItem('Документы');
    documents.getDataBodyRange().clear('Contents');
    documents.resize('A1:E6');

    const passport = worksheets.getItem('Паспорт');
    passport.getRange('A4').values = [['Объединение *']];
    passport.getRange('C6').values = [['Предмет или род деятельности, для которого создано объединение']];
    passport.getRange('C11').values = [['Из столбца «Роль» банка данных']];
    passport.getRange('B6').dataValidation.clear();
    passport.getRange('A19:C32').clear('Contents');
    passport.getRange('A19:C31').formulas = FIRST_SUMMARY;

    if (!associations.isNullObject) {
      const list = associations.getRange().load('address');
      await context.sync();
      names.getItem(choiceName('Объединения')).delete();
      associations.delete();
      const caption = lists.getRange(list.address.split('!')[1] ?? '').getOffsetRange(-1, 0);
      caption.getResizedRange(1, 0).clear('All');
    }
    await context.sync();
  });
}

const FIRST_SUMMARY = [
  ['Сводка (считается сама)', '', ''],
  [
    'Членов объединения',
    '=COUNTIFS(Педагоги[Учёт],"учтено*")',
    'На дату расчёта, вместе с теми, кто не педагог',
  ],
  ['Банк данных заполнен', '=0.5', 'Доля заполненных обязательных ячеек'],
  ['Заседаний проведено', '="3 из 4"', 'За отчётный период, из обязательных по положению'],
  ['Ближайший срок', '="нет данных"', 'Из невыполненного на листе «Сроки»'],
  ['Ошибок на листе «Контроль»', '="нет данных"', 'По последней проверке'],
  ['', '', ''],
  ['Что значат цвета', '', ''],
  ['образец', 'не заполнено обязательное, или есть пробелы', ''],
  ['образец', 'значение не из списка, не дата или не число', ''],
  ['образец', 'строка не учитывается, срок прошёл, соотношение нарушено', ''],
  ['образец', 'нет данных, или строка не входит в форму: знать полезно', ''],
  ['образец', 'сделано', ''],
];

/** What the cells hold, looks aside; rules that are added stand at the end. */
const valuesOf = (host: ExcelHost): ReadonlyMap<string, unknown> =>
  new Map(
    [...pictureCells(host.document.book)].flatMap(([place, picture]) => {
      const { value } = JSON.parse(picture) as { value?: unknown };
      return place.startsWith('Правила!') || value === null || value === undefined ? [] : [[place, value]];
    }),
  );

describe.each(['sonkovo', 'oshmyany', 'own'] as const)(
  'a register of the first layout under %s',
  (regulation) => {
    let host: ExcelHost;
    let fresh: ReadonlyMap<string, unknown>;
    let actions: number;
    beforeAll(async () => {
      const made = await sampleRegister(regulation);
      hosts.push(made);
      fresh = valuesOf(made);
      await asOfTheFirstLayout(made);
      host = await openHost(await made.save());
      hosts.push(host);
      ({ actions } = await build(host));
    });

    it('becomes what a new one is, cell by cell', () => {
      expect(actions).toBeGreaterThan(0);
      expect([...valuesOf(host)].sort()).toEqual([...fresh].sort());
    });

    it('has the rules that were added since, at the end', async () => {
      const register = await registerIn(host);
      expect(columnIn(register, 'Правила', 'Код').slice(-2)).toEqual(['association', 'roles']);
      expect(ruleIn(register, 'roles')).toMatch(/руководитель/);
    });

    it('has nothing left to do, also after saving and opening again', async () => {
      expect(planRegister(await readBook(host), { currentDate: TODAY }).actions).toEqual([]);
      const reopened = await openHost(await host.save(), { calculation: 'none' });
      hosts.push(reopened);
      expect(planRegister(await readBook(reopened), { currentDate: TODAY }).actions).toEqual([]);
    });
  },
);

describe('words of the user’s in the summary of the first layout', () => {
  it('leave it as it was', async () => {
    const host = await sampleRegister('tomsk');
    hosts.push(host);
    await asOfTheFirstLayout(host);
    await typeCells(host, 'Паспорт', { C27: 'жёлтый: спросить у коллег' });
    await build(host);
    expect(await cellsIn(host, 'Паспорт', 'A24:C24')).toEqual([
      ['Ошибок на листе «Контроль»', 'нет данных', 'По последней проверке'],
    ]);
    expect(await cellsIn(host, 'Паспорт', 'C27')).toEqual([['жёлтый: спросить у коллег']]);
    expect(planRegister(await readBook(host), { currentDate: TODAY }).actions).toEqual([]);
  });
});
