import { jest } from '@jest/globals';
import { readRules } from '../../src/control/rules';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { cellAddress } from '../../src/register/addresses';
import { choiceName } from '../../src/register/lists';
import { planRegister } from '../../src/register/structure';
import type { RegulationId } from '../../src/regulations';
import { readBook } from '../generators/registerBook';
import {
  build,
  cellsIn,
  columnIn,
  registerIn,
  ruleIn,
  sampleRegister,
  typeCells,
  typeRule,
} from './sampleRegister';
import { TODAY } from './snapshots';

/** What people have made of a register's rules, lists, documents and passport, when its regulation changes. */

// A register takes seconds to build, several times over on a busy machine.
jest.setTimeout(60_000);

const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

/** The sample under each regulation, built once. */
const saved = new Map<RegulationId, Promise<Uint8Array>>();
/** Formulas are compared as texts: few of these tests need them computed. */
async function open(
  regulation: RegulationId,
  options: Parameters<typeof openHost>[1] = { calculation: 'none' },
): Promise<ExcelHost> {
  const made = saved.get(regulation) ?? sampleRegister(regulation).then(saveAndClose);
  saved.set(regulation, made);
  const host = await openHost(await made, options);
  hosts.push(host);
  return host;
}
async function saveAndClose(host: ExcelHost): Promise<Uint8Array> {
  const bytes = await host.save();
  host.dispose();
  return bytes;
}

const warningsOf = ({ report }: Awaited<ReturnType<typeof build>>): string => report.warnings.join('\n');

async function expectNothingLeft(host: ExcelHost): Promise<void> {
  const { actions, obstacles } = planRegister(await readBook(host), { currentDate: TODAY });
  expect([...actions, ...obstacles]).toEqual([]);
}

const to = (host: ExcelHost, changeRegulation: RegulationId) => build(host, { changeRegulation });

/** «Правила» as somebody has sorted it, moved its columns, or dropped rows. */
const rearrange = (host: ExcelHost, order: (rows: readonly unknown[][]) => readonly unknown[][]) =>
  host.run(async (context) => {
    const table = context.workbook.tables.getItem('Правила');
    const [standing, corner] = [table.getRange().load('values'), table.getHeaderRowRange().getCell(0, 0)];
    await context.sync();
    const rows = order(standing.values);
    const area = corner.getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1);
    standing.clear('Contents');
    area.values = rows.map((row) =>
      row.map((value) => (typeof value === 'string' && /^\d/.test(value) ? `'${value}` : value)),
    );
    table.resize(area);
    await context.sync();
  });

describe('rules that people have edited', () => {
  it('give way where the new regulation speaks, and each is named with both values', async () => {
    const host = await open('sonkovo');
    await typeRule(host, 'meetings', { Значение: 6 });
    await typeRule(host, 'leader-experience', { Значение: 7 });
    await typeRule(host, 'plan', { 'Пункт положения': 'п. 12 устава' });
    const said = warningsOf(await to(host, 'tomsk'));
    expect(said).toContain('«Заседаний за отчётный период, не менее»: было «6», стало «4» (п. 3.3, разд. 6)');
    expect(said).toContain(
      '«Педагогический стаж руководителя, не менее»: было «7», стало пусто (не установлено)',
    );
    expect(said).toContain(
      '«План работы», столбец «Пункт положения»: было «п. 12 устава», стало «п. 3.2, 5.2»',
    );
    const register = await registerIn(host);
    expect([ruleIn(register, 'meetings'), ruleIn(register, 'leader-experience')]).toEqual([4, '']);
    await expectNothingLeft(host);
  });

  it('stay where neither regulation speaks, and are named too', async () => {
    const host = await open('sonkovo');
    await typeRule(host, 'protocol-days', { Значение: 3, 'Пункт положения': 'п. 7 приказа' });
    await typeRule(host, 'soon-days', { Значение: 20 });
    const said = warningsOf(await to(host, 'oshmyany'));
    expect(said).toMatch(/остались ваши значения.*«Срок оформления протокола»: «3»/);
    expect(said).toContain('«Срок «скоро»: осталось дней, не более»: «20»');
    expect(said).not.toContain('было изменено вами');
    const register = await registerIn(host);
    expect(ruleIn(register, 'protocol-days')).toBe(3);
    expect(ruleIn(register, 'protocol-days', 'Пункт положения')).toBe('п. 7 приказа');
    expect(ruleIn(register, 'soon-days')).toBe(20);
    await expectNothingLeft(host);
  });

  it('give way where one country has a rule of its own and the other has none', async () => {
    const host = await open('tomsk');
    await typeRule(host, 'attestation-years', { Значение: 4 });
    expect(warningsOf(await to(host, 'oshmyany'))).toContain('«Категория действует»: было «4», стало пусто');
    expect(ruleIn(await registerIn(host), 'attestation-years')).toBe('');
  });

  it('are not said to be edited where they say what the new regulation says', async () => {
    const host = await open('tomsk');
    await typeRule(host, 'report-day', { Значение: '10.06', 'Пункт положения': 'п. 26.8' });
    await typeRule(host, 'report-to', {
      Значение: 'Ошмянский учебно-методический кабинет',
      'Пункт положения': 'п. 26.8',
    });
    expect(warningsOf(await to(host, 'oshmyany'))).not.toContain('было изменено вами');
  });

  it('are said as a person reads them, a day that Excel keeps as a date too', async () => {
    const host = await open('sonkovo');
    // 15 June 2026, and the point that parts decimals
    await typeRule(host, 'report-day', { Значение: 46188 });
    await typeRule(host, 'plan-day', { Значение: 1.1 });
    const said = warningsOf(await to(host, 'oshmyany'));
    expect(said).toContain('«Отчёт представить до»: было «15.06», стало «10.06» (п. 26.8)');
    expect(said).toContain('«План работы составить до»: было «01.10», стало «30.09» (прил. 1)');
    expect(ruleIn(await registerIn(host), 'report-day')).toBe('10.06');
  });

  it('stand wherever the user has sorted them, between rows and columns of the user’s own', async () => {
    const host = await open('tomsk');
    await rearrange(host, ([headers = [], ...rows]) => {
      const [code, title, ...rest] = headers;
      const own = ['наше', 'Чай на заседании', '', 'обязателен', '', 'п. 99', ''];
      const moved = rows.map(([first, second, ...others]) => [
        ...[first, second],
        first === 'regulation' ? 'не забыть' : '',
        ...others,
      ]);
      const sorted = [...moved, own].sort(([, one], [, other]) => (String(one) < String(other) ? -1 : 1));
      return [[code, title, 'Моя заметка', ...rest], ...sorted];
    });
    await to(host, 'zdvinsk');
    const register = await registerIn(host);
    expect(ruleIn(register, 'наше')).toBe('обязателен');
    expect(ruleIn(register, 'наше', 'Пункт положения')).toBe('п. 99');
    expect(ruleIn(register, 'regulation')).toBe('Здвинский район');
    expect(ruleIn(register, 'regulation', 'Моя заметка')).toBe('не забыть');
    expect(ruleIn(register, 'majority')).toBe('за больше половины всех членов');
    expect(readRules(register).issues).toEqual([]);
    await expectNothingLeft(host);
  });

  it('keep a formula of the user’s where the rule is theirs', async () => {
    const host = await open('tomsk', {});
    await typeRule(host, 'soon-days', { Значение: '=10+15' });
    await to(host, 'sonkovo');
    const { cells } = (await readBook(host)).sheets.find(({ name }) => name === 'Правила') ?? {};
    expect(cells?.formulas?.flat()).toContain('=10+15');
    expect(ruleIn(await registerIn(host), 'soon-days')).toBe(25);
    await expectNothingLeft(host);
  });

  it('that were deleted are there again under the new regulation', async () => {
    const host = await open('tomsk');
    await rearrange(host, (rows) =>
      rows.filter(([code]) => code !== 'leader-order' && code !== 'term-years'),
    );
    expect(ruleIn(await registerIn(host), 'leader-order')).toBeUndefined();
    await to(host, 'tersky');
    const register = await registerIn(host);
    expect(ruleIn(register, 'leader-order')).toBe('');
    expect(ruleIn(register, 'term-years')).toBe(1);
    await expectNothingLeft(host);
  });

  it('leave the choices of the form as people have set them', async () => {
    const host = await open('tomsk', {});
    await typeCells(host, 'Правила', { B5: 'любой', B7: 'педагоги' });
    const { report } = await to(host, 'zdvinsk');
    expect((await cellsIn(host, 'Правила', 'B5:B8')).flat()).toEqual(['любой', 'участник', 'педагоги', 'да']);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
  });
});

describe('a regulation chosen on the passport', () => {
  it('is changed by the next filling, and said', async () => {
    const host = await open('tomsk');
    await typeCells(host, 'Паспорт', { B7: 'Терский муниципальный район' });
    const built = await build(host);
    expect(warningsOf(built)).toContain('Реестр переведён с положения «Томский район»');
    expect(ruleIn(await registerIn(host), 'regulation')).toBe('Терский муниципальный район');
    await expectNothingLeft(host);
  });

  it('that is none we know leaves the rules that stand, and says so', async () => {
    const host = await open('tersky');
    await typeCells(host, 'Паспорт', { B7: 'Положение о РМО' });
    const plan = planRegister(await readBook(host), { currentDate: TODAY });
    expect(plan.actions).toEqual([]);
    expect(plan.notices).toEqual([
      { code: 'unknown-regulation', name: 'Положение о РМО', instead: 'Терский муниципальный район' },
    ]);
  });

  it('that is emptied is the one that stands', async () => {
    const host = await open('sonkovo');
    await typeCells(host, 'Паспорт', { B7: '' });
    await build(host);
    expect(await cellsIn(host, 'Паспорт', 'B7')).toEqual([['Сонковский муниципальный округ']]);
    await expectNothingLeft(host);
  });
});

describe('the passport', () => {
  const column = async (host: ExcelHost, letter: string): Promise<string[]> =>
    (await cellsIn(host, 'Паспорт', `${letter}4:${letter}17`)).map(([value]) => String(value));

  it('speaks in the words of the regulation', async () => {
    const host = await open('tomsk');
    expect((await column(host, 'A')).slice(0, 3)).toEqual([
      'Объединение (ММО) *',
      'Муниципалитет *',
      'Предмет или род деятельности *',
    ]);
    await to(host, 'tersky');
    expect((await column(host, 'A'))[0]).toBe('Объединение (МунУМО) *');
    expect((await column(host, 'A')).slice(7, 10)).toEqual([
      'Председатель',
      'Заместитель председателя',
      'Ответственный секретарь',
    ]);
    const hints = await column(host, 'C');
    expect(hints[0]).toBe('Как в приказе, например «МунУМО учителей математики»');
    expect(hints[5]).toBe('За какой календарный год отчёт; пусто: первый год учебного');
    expect(hints[7]).toBe('Из столбца «Роль» банка данных (п. 2.1)');
    await to(host, 'own');
    expect((await column(host, 'C'))[7]).toBe('Из столбца «Роль» банка данных');
  });

  it('calls the association as one’s own rules do', async () => {
    const host = await open('own');
    await typeRule(host, 'association', { Значение: 'РМО' });
    await build(host);
    expect((await column(host, 'A'))[0]).toBe('Объединение (РМО) *');
    await expectNothingLeft(host);
    await to(host, 'zdvinsk');
    expect((await column(host, 'A'))[0]).toBe('Объединение (ММО) *');
  });

  it('keeps words of the user’s in their place', async () => {
    const host = await open('tomsk');
    await typeCells(host, 'Паспорт', { A4: 'Название', C4: 'спросить в отделе' });
    await to(host, 'sonkovo');
    expect(await cellsIn(host, 'Паспорт', 'A4')).toEqual([['Название']]);
    expect(await cellsIn(host, 'Паспорт', 'C4')).toEqual([['спросить в отделе']]);
    await expectNothingLeft(host);
  });

  it('is proposed the year of a report for the calendar year, and keeps one that was typed', async () => {
    const host = await open('tomsk');
    expect(await cellsIn(host, 'Паспорт', 'B9')).toEqual([['']]);
    expect(warningsOf(await to(host, 'tersky'))).toContain('записан отчётный год 2026');
    expect(await cellsIn(host, 'Паспорт', 'B9')).toEqual([['2026']]);
    await typeCells(host, 'Паспорт', { B9: '2025' });
    await to(host, 'tomsk');
    await to(host, 'tersky');
    expect((await cellsIn(host, 'Паспорт', 'B9')).flat().map(String)).toEqual(['2025']);
  });

  it('names the district of the regulation while it was the one proposed', async () => {
    const host = await openHost(null);
    hosts.push(host);
    await build(host, { schoolYear: '2025/2026', today: TODAY });
    const said = warningsOf(await to(host, 'zdvinsk'));
    expect(said).toContain('вместо «Томский район» записан «Здвинский район»');
    expect(await cellsIn(host, 'Паспорт', 'B5')).toEqual([['Здвинский район']]);
    await to(host, 'own');
    expect(await cellsIn(host, 'Паспорт', 'B5')).toEqual([['Здвинский район']]);
  });
});

describe('the associations that a regulation names', () => {
  const subjectRule = (host: ExcelHost): Promise<unknown> =>
    host.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem('Паспорт').getRange('B6');
      dataValidation.load('type,rule,errorAlert');
      await context.sync();
      return dataValidation.type === 'None'
        ? null
        : [dataValidation.rule.list?.source, dataValidation.errorAlert.style];
    });
  const offered = async (host: ExcelHost): Promise<readonly unknown[]> =>
    (await readBook(host)).tables.find(({ name }) => name === 'СписокОбъединения')?.rows.flat() ?? [];

  it('are offered on the passport, another value is kept, and go with the regulation', async () => {
    const host = await open('tomsk');
    expect([await subjectRule(host), await offered(host)]).toEqual([null, []]);
    await to(host, 'sonkovo');
    expect(await subjectRule(host)).toEqual([`=${choiceName('Объединения')}`, 'Warning']);
    expect(await offered(host)).toHaveLength(16);
    expect((await offered(host))[11]).toBe('учителя ИЗО и музыки');
    await to(host, 'tomsk');
    expect([await subjectRule(host), await offered(host)]).toEqual([null, ['']]);
    await to(host, 'sonkovo');
    expect(await offered(host)).toHaveLength(16);
    await expectNothingLeft(host);
  });

  it('are there from the beginning in a new register', async () => {
    const host = await open('sonkovo');
    expect(await subjectRule(host)).toEqual([`=${choiceName('Объединения')}`, 'Warning']);
    const { names } = await readBook(host);
    expect(names.find(({ name }) => name === choiceName('Объединения'))?.refersTo).toMatch(
      /\$5:\$[A-Z]+\$20$/,
    );
  });
});

describe('lists that people have added to', () => {
  const categories = async (host: ExcelHost): Promise<readonly unknown[]> =>
    (await readBook(host)).tables.find(({ name }) => name === 'СписокКатегория')?.rows.flat() ?? [];

  it('keep the user’s own values behind those of the regulation, and the checks then say the rest', async () => {
    const host = await open('tomsk');
    await host.run(async (context) => {
      context.workbook.tables.getItem('СписокКатегория').rows.add(undefined, [['наставник района']]);
      await context.sync();
    });
    await build(host);
    const built = await to(host, 'oshmyany');
    expect(await categories(host)).toEqual([
      ...['учитель-методист', 'высшая', 'первая', 'вторая', 'без категории'],
      'наставник района',
    ]);
    expect(warningsOf(built)).toContain('у 6\u00a0педагогов значения, которых нет в списке нового положения');
    const issues = built.report.control.issues.filter(({ code }) => code === 'enum');
    expect(issues).toHaveLength(6);
    await to(host, 'tomsk');
    expect(await categories(host)).toEqual([
      ...['высшая', 'первая', 'соответствие', 'без категории', 'педагог-методист', 'педагог-наставник'],
      'наставник района',
    ]);
    await expectNothingLeft(host);
  });

  it('stop the change before anything is written while cells of the user’s are in the way', async () => {
    const host = await open('sonkovo');
    await to(host, 'tomsk');
    const list = (await readBook(host)).tables.find(({ name }) => name === 'СписокОбъединения');
    expect(list?.rows).toEqual([['']]);
    const address = cellAddress((list?.headerRow ?? 0) + 5, list?.firstColumn ?? 0);
    await typeCells(host, 'Справочники', { [address]: 'моё' });
    await expect(to(host, 'sonkovo')).rejects.toThrow(new RegExp(`Ячейка ${address} листа «Справочники»`));
    expect(ruleIn(await registerIn(host), 'regulation')).toBe('Томский район');
    expect((await cellsIn(host, 'Паспорт', 'B7')).flat()).toEqual(['Томский район']);
  });

  it('leave no trace of a longer list under a shorter one', async () => {
    const host = await open('tomsk');
    await to(host, 'oshmyany');
    const cell = host.document.book.getWorksheet('Справочники')?.getCell('C10');
    expect(cell?.value ?? null).toBeNull();
    expect(cell?.border?.bottom?.style).toBeUndefined();
  });
});

describe('documents that people have filled in', () => {
  it('stay, the others give way, and the user’s own lines are not touched', async () => {
    const host = await open('tomsk');
    await typeCells(host, 'Документы', {
      C3: 'папка № 2',
      A9: 'Журнал взаимопосещений',
      B4: 'п. 5.4 и приказ',
    });
    const said = warningsOf(await to(host, 'oshmyany'));
    expect(said).toContain(
      'добавлено по новому положению: 12\u00a0строк, убрано незаполненных по прежнему: 5\u00a0строк, осталось заполненных по прежнему: 1\u00a0строка',
    );
    const register = await registerIn(host);
    const names = columnIn(register, 'Документы', 'Документ');
    expect(names).toEqual(
      expect.arrayContaining([
        'Приказ о создании ММО',
        'Журнал взаимопосещений',
        'План работы ММО на учебный год',
        'Лист регистрации участников заседания',
      ]),
    );
    expect(names).not.toContain('Сканы подтверждающих документов');
    expect(columnIn(register, 'Документы', 'Где лежит')[names.indexOf('Приказ о создании ММО')]).toBe(
      'папка № 2',
    );
    await expectNothingLeft(host);
  });

  it('that both regulations demand stay where they are, by the new clause', async () => {
    const host = await open('tomsk');
    await typeCells(host, 'Документы', { C6: 'папка № 5' });
    expect(await cellsIn(host, 'Документы', 'A6:C6')).toEqual([
      ['Протоколы заседаний ММО', 'п. 3.3, 5.4', 'папка № 5'],
    ]);
    await to(host, 'zdvinsk');
    expect(await cellsIn(host, 'Документы', 'A6:C6')).toEqual([
      ['Протоколы заседаний ММО', 'разд. 6; п. 5.1, подп. 3', 'папка № 5'],
    ]);
  });

  it('that somebody has deleted are not listed again by every run', async () => {
    const host = await open('tomsk');
    await typeCells(host, 'Документы', { A2: '', B2: '' });
    await expectNothingLeft(host);
  });

  it('are named when there is no room for them', async () => {
    const host = await open('zdvinsk');
    await typeCells(host, 'Документы', { A18: 'моя приписка' });
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('Документы');
      table.resize('A1:E11');
      await context.sync();
    });
    const said = warningsOf(await to(host, 'oshmyany'));
    expect(said).toContain(
      'Под таблицей «Документы» на листе «Документы» занято место, не добавлено строк: 2.',
    );
    expect(await cellsIn(host, 'Документы', 'A18')).toEqual([['моя приписка']]);
  });
});

describe('one’s own regulation', () => {
  it.each(['sonkovo', 'tersky', 'tomsk', 'zdvinsk', 'oshmyany'] as const)(
    'starts from %s and applies what is written on the sheet',
    async (basis) => {
      const host = await open(basis);
      await to(host, 'own');
      await typeRule(host, 'regulation', { Значение: 'Положение о РМО, приказ № 17' });
      await typeRule(host, 'meetings', { Значение: 6, 'Пункт положения': 'п. 5' });
      await typeRule(host, 'roles', { Значение: 'руководитель, секретарь, куратор' });
      const { report, actions } = await build(host);
      expect(report.warnings.filter((words) => words.includes('переведён'))).toEqual([]);
      const register = await registerIn(host);
      const rules = readRules(register);
      expect([rules.regulation.id, rules.number('meetings'), rules.clause('meetings')]).toEqual([
        'own',
        6,
        'п. 5',
      ]);
      expect(rules.regulation.roles.map(({ title }) => title)).toEqual([
        'руководитель',
        'секретарь',
        'куратор',
      ]);
      expect(rules.regulation.documents.map(({ name }) => name)).toEqual(
        columnIn(register, 'Документы', 'Документ').filter((name) => name !== ''),
      );
      expect(rules.regulation.lists.Категория?.includes('вторая') ?? false).toBe(basis === 'oshmyany');
      expect(actions).toBeGreaterThanOrEqual(0);
      await expectNothingLeft(host);
    },
  );
});

describe('what falls short under the new regulation', () => {
  it('is said: members, roles, the quorum, votes and meetings missed', async () => {
    const host = await open('tomsk');
    await host.run(async (context) => {
      const { tables } = context.workbook;
      const people = tables.getItem('Педагоги').getDataBodyRange().load('rowCount');
      const [roles, left] = ['Роль', 'Выбыл'].map((name) =>
        tables.getItem('Педагоги').columns.getItem(name).getDataBodyRange(),
      );
      const first = tables.getItem('Посещаемость').columns.getItem('Заседание 1').getDataBodyRange();
      first.load('rowCount');
      await context.sync();
      const rows = Array.from({ length: people.rowCount }, (_, row) => row);
      if (roles !== undefined) roles.values = rows.map((row) => [row === 0 ? 'руководитель' : '']);
      // eight stay in the association, and were all the members there were
      if (left !== undefined) left.values = rows.map((row) => [row < 8 ? '' : 45000]);
      first.values = Array.from({ length: first.rowCount }, (_, row) => [row === 0 ? 'да' : 'нет']);
      await context.sync();
    });
    await build(host);
    const toOshmyany = planRegister(await readBook(host), {
      currentDate: TODAY,
      changeRegulation: 'oshmyany',
    });
    expect(toOshmyany.notices).toContainEqual({
      code: 'members-short',
      association: 'РУМО',
      members: 8,
      least: 10,
      clause: 'п. 4',
    });
    expect(toOshmyany.notices).toContainEqual({
      code: 'roles-vacant',
      roles: ['секретарь'],
      clause: 'прил. 2',
    });
    const toTersky = planRegister(await readBook(host), { currentDate: TODAY, changeRegulation: 'tersky' });
    expect(toTersky.notices).toContainEqual({
      code: 'meetings-without-quorum',
      meetings: expect.arrayContaining([1]),
      clause: 'п. 2.4',
    });
    expect(toTersky.regulationChange).toEqual({ from: 'Томский район', to: 'Терский муниципальный район' });
  });

  it('is nothing where nothing does', async () => {
    const host = await open('sonkovo');
    const { notices } = planRegister(await readBook(host), { currentDate: TODAY, changeRegulation: 'tomsk' });
    expect(notices.map(({ code }) => code)).toEqual(['regulation-changed', 'documents-changed']);
  });
});
