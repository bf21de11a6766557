import fc from 'fast-check';
import { deriveObligations, type Obligation } from '../../src/control/obligations';
import { proposedReportYear } from '../../src/control/period';
import { appendixReadiness, type Readiness } from '../../src/control/readiness';
import { readRules, regulationRules } from '../../src/control/rules';
import { obligationBasis, obligationTitle } from '../../src/messages/obligations';
import type { CellValue } from '../../src/plan/action';
import { addMonths, serialOf } from '../../src/register/dates';
import { REGULATIONS, type RuleCode } from '../../src/regulations';
import { day, iso, regulationOf, ruleSheet, sketch, type Row, type Sketch } from './registers';

interface Situation extends Sketch {
  readonly regulation: string;
  readonly year?: string;
  readonly today: number;
  readonly edits?: Partial<Record<RuleCode, CellValue>>;
  readonly readiness?: Readiness;
}

function derive({ regulation: id, year = '2025/2026', today, edits, readiness, ...rest }: Situation) {
  const regulation = regulationOf(id);
  const register = sketch({
    ...rest,
    passport: { regulation: regulation.name, schoolYear: year, ...rest.passport },
    tables: { Правила: ruleSheet(regulation, edits), ...rest.tables },
  });
  return deriveObligations(register, readRules(register), today, readiness ?? null);
}

const byCode = (obligations: readonly Obligation[], code: string): Obligation => {
  const found = obligations.filter((each) => each.code === code);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${code}: ${String(found.length)} times`);
  return only;
};

const dates = (situation: Situation): Record<string, string | null> =>
  Object.fromEntries(derive(situation).map(({ code, due }) => [code, iso(due)]));

const state = (situation: Situation, code: string): string => byCode(derive(situation), code).state;

const meeting = (number: number, date: string, protocol = ''): Row => ({
  Номер: number,
  Дата: day(date),
  Тема: 'Тема',
  'Дата протокола': protocol === '' ? '' : day(protocol),
});

const typedOn = (code: string, date: string): Row => ({ Код: code, Выполнено: day(date) });

describe('what an empty register owes, and by when', () => {
  const today = day('2025-09-05');
  it('Сонково', () => {
    expect(dates({ regulation: 'sonkovo', today })).toEqual({
      plan: '2025-09-10',
      meetings: '2026-05-30',
      report: '2026-05-30',
      'leader-order': '2026-08-31',
    });
  });
  it('Терский: the first year of the school year, both report dates the year after', () => {
    expect(dates({ regulation: 'tersky', today })).toEqual({
      'meeting-1': '2025-03-31',
      'meeting-2': '2025-06-30',
      'meeting-3': '2025-09-30',
      'meeting-4': '2025-12-31',
      monitoring: '2025-12-31',
      report: '2026-02-25',
      'report-2': '2026-03-01',
      term: null,
      renewal: null,
    });
  });
  it('Терский: «Отчётный год» of the passport moves it', () => {
    const moved = dates({
      regulation: 'tersky',
      today,
      passport: { reportYear: 2026, orderDate: day('2026-01-15') },
    });
    expect(moved).toEqual({
      'meeting-1': '2026-03-31',
      'meeting-2': '2026-06-30',
      'meeting-3': '2026-09-30',
      'meeting-4': '2026-12-31',
      monitoring: '2026-12-31',
      report: '2027-02-25',
      'report-2': '2027-03-01',
      term: '2027-01-15',
      renewal: '2027-01-15',
    });
  });
  it('Томский', () => {
    expect(dates({ regulation: 'tomsk', today })).toEqual({
      meetings: '2026-05-30',
      report: '2026-05-30',
      plan: null,
    });
  });
  it('Здвинск: the quarters that end within the school year', () => {
    expect(dates({ regulation: 'zdvinsk', today })).toEqual({
      'meeting-1': '2025-09-30',
      'meeting-2': '2025-12-31',
      'meeting-3': '2026-03-31',
      'meeting-4': '2026-06-30',
      'leader-election': '2026-08-31',
      'formation-order': '2026-08-31',
      plan: null,
      report: null,
    });
  });
  it('Ошмяны: terms', () => {
    expect(dates({ regulation: 'oshmyany', today })).toEqual({
      plan: '2025-09-30',
      'meeting-1': '2025-11-01',
      'meeting-2': '2025-12-24',
      'meeting-3': '2026-03-21',
      'meeting-4': '2026-05-31',
      report: '2026-06-10',
      'databank-update': '2026-08-31',
    });
  });
  it('names the election before the order it precedes', () => {
    const codes = derive({ regulation: 'zdvinsk', today }).map(({ code }) => code);
    expect(codes.indexOf('leader-election')).toBeLessThan(codes.indexOf('formation-order'));
  });

  it('moves with the school year', () => {
    for (const first of [2019, 2023, 2024, 2027]) {
      const year = `${String(first)}/${String(first + 1)}`;
      const found = dates({ regulation: 'sonkovo', year, today });
      expect(found).toMatchObject({ plan: `${String(first)}-09-10`, report: `${String(first + 1)}-05-30` });
      expect(dates({ regulation: 'oshmyany', year, today })).toMatchObject({
        'meeting-3': `${String(first + 1)}-03-21`,
      });
    }
  });

  it('follows what is edited on «Правила»', () => {
    const edits = { 'report-day': '15.06', 'meeting-period-2': '28.12', 'plan-day': '25.08' };
    expect(dates({ regulation: 'oshmyany', today, edits })).toMatchObject({
      plan: '2025-08-25',
      report: '2026-06-15',
      'meeting-2': '2025-12-28',
    });
    expect(dates({ regulation: 'tomsk', today, edits: { 'report-day': '29.02' } })).toMatchObject({
      report: '2027-02-28',
    });
    expect(dates({ regulation: 'tomsk', today, edits: { 'report-day': '15.09' } })).toMatchObject({
      report: '2026-09-15',
    });
  });

  it('bears the clause behind it', () => {
    const clauses = Object.fromEntries(
      derive({ regulation: 'tersky', today }).map(({ code, clause }) => [code, clause]),
    );
    expect(clauses).toMatchObject({
      report: 'п. 3.8',
      'report-2': 'п. 2.6',
      term: 'п. 2.7',
      renewal: 'п. 2.8',
    });
  });
});

describe('the general rule: the day before, on and after', () => {
  const due = day('2026-05-30');
  const left = (days: number): Situation => ({
    regulation: 'sonkovo',
    today: due - days,
    tables: { Заседания: [] },
  });
  it.each([
    [31, 'ok'],
    [30, 'soon'],
    [15, 'soon'],
    [14, 'risk'],
    [0, 'risk'],
    [-1, 'overdue'],
  ])('%d days left: %s', (days, expected) => {
    const report = byCode(derive(left(days)), 'report');
    expect([report.state, report.daysLeft]).toEqual([expected, days]);
  });
  it('takes its thresholds from «Правила»', () => {
    const edits = { 'soon-days': 40, 'risk-days': 20 };
    expect(state({ ...left(40), edits }, 'report')).toBe('soon');
    expect(state({ ...left(20), edits }, 'report')).toBe('risk');
  });
  it('counts whole days, whatever the time of day', () => {
    expect(byCode(derive({ ...left(3), today: due - 3 + 0.99 }), 'report').daysLeft).toBe(3);
  });
  it('leaves what has no date in time', () => {
    const plan = byCode(derive({ regulation: 'tomsk', today: day('2026-08-31') }), 'plan');
    expect(plan).toMatchObject({ due: null, daysLeft: null, state: 'ok' });
  });
});

describe('fulfilled by a date typed into «Выполнено»', () => {
  const Сроки = [
    typedOn('plan', '2025-09-08'),
    typedOn('REPORT', '2026-06-20'),
    typedOn('leader-order', '2025-08-31'),
  ];
  const done = (code: string, rows: readonly Row[]) =>
    byCode(derive({ regulation: 'sonkovo', today: day('2026-07-01'), tables: { Сроки: rows } }), code);

  it('whatever the date, late or not', () => {
    expect(done('plan', Сроки)).toMatchObject({ state: 'done', typed: day('2025-09-08') });
    expect(done('report', Сроки)).toMatchObject({ state: 'done', typed: day('2026-06-20') });
  });
  it('a yearly duty inside the period only', () => {
    expect(done('leader-order', Сроки).state).toBe('ok');
    expect(done('leader-order', [typedOn('leader-order', '2025-09-01')]).state).toBe('done');
    expect(done('leader-order', [typedOn('leader-order', '2026-08-31')]).state).toBe('done');
    expect(done('leader-order', [typedOn('leader-order', '2026-09-01')]).state).toBe('ok');
  });
  it('one report, whichever of its two dates it is marked at', () => {
    for (const marked of ['report', 'report-2']) {
      const tables = { Сроки: [typedOn(marked, '2026-02-20')] };
      const found = derive({ regulation: 'tersky', today: day('2026-04-01'), tables });
      expect([byCode(found, 'report').state, byCode(found, 'report-2').state]).toEqual(['done', 'done']);
    }
  });
  it('not by words', () => {
    expect(done('plan', [{ Код: 'plan', Выполнено: 'утверждён' }]).state).toBe('overdue');
  });
});

describe('«4 a school year»: the pace', () => {
  const due = day('2026-05-30');
  const held = (count: number): readonly Row[] =>
    ['2025-09-20', '2025-11-10', '2026-01-20', '2026-03-10']
      .slice(0, count)
      .map((date, k) => meeting(k + 1, date));
  const pace = (count: number, days: number) =>
    state({ regulation: 'tomsk', today: due - days, tables: { Заседания: held(count) } }, 'meetings');

  it.each([
    [2, 90, 'ok'],
    [2, 89, 'soon'],
    [2, 42, 'soon'],
    [2, 41, 'risk'],
    [3, 45, 'ok'],
    [3, 44, 'soon'],
    [3, 21, 'soon'],
    [3, 20, 'risk'],
    [3, 0, 'risk'],
    [3, -1, 'overdue'],
    [4, -1, 'done'],
  ])('%d held, %d days to the report: %s', (count, days, expected) => {
    expect(pace(count, days)).toBe(expected);
  });
  it('counts what is held by «Дата расчёта» within the period', () => {
    const Заседания = [
      meeting(1, '2025-08-31'),
      meeting(2, '2025-09-01'),
      meeting(3, '2026-02-01'),
      meeting(4, '2026-02-02'),
      { Номер: 5, Дата: 'в марте', Тема: 'Тема' },
    ];
    const found = byCode(
      derive({ regulation: 'tomsk', today: day('2026-02-01'), tables: { Заседания } }),
      'meetings',
    );
    expect(found.duty).toEqual({ kind: 'meetings', required: 4, held: 2 });
  });
});

describe('a meeting a quarter or a term', () => {
  it('is fulfilled by one held within it, its first and last day included', () => {
    const oneOn = (date: string) =>
      derive({ regulation: 'oshmyany', today: day('2026-06-01'), tables: { Заседания: [meeting(1, date)] } })
        .filter(({ duty, state: is }) => duty.kind === 'meeting' && is === 'done')
        .map(({ code }) => code);
    expect(oneOn('2025-08-31')).toEqual([]);
    expect(oneOn('2025-09-01')).toEqual(['meeting-1']);
    expect(oneOn('2025-11-01')).toEqual(['meeting-1']);
    expect(oneOn('2025-11-02')).toEqual(['meeting-2']);
    expect(oneOn('2026-05-31')).toEqual(['meeting-4']);
    expect(oneOn('2026-06-01')).toEqual([]);
  });
  it('takes the whole calendar quarter, before the school year too', () => {
    const Заседания = [meeting(1, '2025-07-01')];
    expect(
      state({ regulation: 'zdvinsk', today: day('2025-10-05'), tables: { Заседания } }, 'meeting-1'),
    ).toBe('done');
  });
  it('is not fulfilled by one that is still ahead', () => {
    const Заседания = [meeting(1, '2025-09-25')];
    const on = (today: string) =>
      state({ regulation: 'zdvinsk', today: day(today), tables: { Заседания } }, 'meeting-1');
    expect([on('2025-09-24'), on('2025-09-25')]).toEqual(['risk', 'done']);
  });
  it('follows the order of time, not of the sheet', () => {
    const edits = { 'meeting-period-1': '21.03', 'meeting-period-3': '01.11' };
    expect(dates({ regulation: 'oshmyany', today: day('2025-09-05'), edits })).toMatchObject({
      'meeting-1': '2025-11-01',
      'meeting-3': '2026-03-21',
    });
  });
});

describe('protocol', () => {
  const protocol = (date: string, signed = '') => ({
    regulation: 'tomsk',
    today: day('2026-05-20'),
    tables: { Заседания: [meeting(3, date, signed)] },
  });
  it('is due five weekdays after the meeting', () => {
    const due = (date: string) => dates(protocol(date))['protocol-3'];
    expect(due('2026-05-11')).toBe('2026-05-18'); // Monday
    expect(due('2026-05-15')).toBe('2026-05-22'); // Friday
    expect(due('2026-05-16')).toBe('2026-05-22'); // Saturday
    expect(due('2026-05-17')).toBe('2026-05-22'); // Sunday
    expect(due('2024-02-26')).toBe('2024-03-04'); // over a leap day
  });
  it('is fulfilled by «Дата протокола»', () => {
    expect(state(protocol('2026-05-11'), 'protocol-3')).toBe('overdue');
    expect(state(protocol('2026-05-11', '2026-05-30'), 'protocol-3')).toBe('done');
  });
  it('is not owed before the meeting is held', () => {
    expect(dates(protocol('2026-05-21'))).not.toHaveProperty('protocol-3');
  });
});

describe('decisions', () => {
  const due = day('2026-04-10');
  const decision = (today: number, extra: Row = {}) =>
    state(
      {
        regulation: 'tomsk',
        today,
        tables: { Решения: [{ Заседание: 2, Пункт: 1, Решили: 'Провести семинар', Срок: due, ...extra }] },
      },
      'decision-2-1',
    );
  it.each([
    [8, 'ok'],
    [7, 'soon'],
    [0, 'soon'],
    [-1, 'overdue'],
  ])('%d days left: %s', (days, expected) => {
    expect(decision(due - days)).toBe(expected);
  });
  it('are done with «Исполнено»', () => {
    expect(decision(due + 30, { Исполнено: due + 20 })).toBe('done');
  });
  it('without a date are not awaited', () => {
    const tables = { Решения: [{ Заседание: 2, Пункт: 1, Решили: 'Принять к сведению' }] };
    expect(dates({ regulation: 'tomsk', today: due, tables })).not.toHaveProperty('decision-2-1');
  });
});

describe('term and renewal', () => {
  const order = day('2025-01-20');
  const people = (...since: (number | '')[]): readonly Row[] =>
    since.map((date, k) => ({ ФИО: `Педагог ${String(k)}`, 'В составе с': date }));
  const situation = (Педагоги: readonly Row[], today = '2026-01-10'): Situation => ({
    regulation: 'tersky',
    today: day(today),
    passport: { orderDate: order },
    tables: { Педагоги },
  });
  it('end a year after the order, 29 February on the 28th', () => {
    expect(dates(situation([]))).toMatchObject({ term: '2026-01-20', renewal: '2026-01-20' });
    expect(dates({ ...situation([]), passport: { orderDate: day('2024-02-29') } })).toMatchObject({
      term: '2025-02-28',
    });
  });
  it('the term is fulfilled by a new order', () => {
    expect(state(situation([]), 'term')).toBe('risk');
    expect(state({ ...situation([]), passport: { orderDate: day('2026-01-10') } }, 'term')).toBe('ok');
    expect(state(situation([], '2026-01-21'), 'term')).toBe('overdue');
  });
  it('a third of the members renewed since the order fulfils it', () => {
    const before = order - 400;
    expect(state(situation(people(order, '', before)), 'renewal')).toBe('done');
    expect(state(situation(people(order - 1, '', before)), 'renewal')).toBe('risk');
    expect(state(situation(people(order, '', before, '')), 'renewal')).toBe('risk');
    expect(state(situation([]), 'renewal')).toBe('risk');
  });
  it('counts neither who has left nor who is still to come', () => {
    const gone = { ФИО: 'Ушедшая Анна', 'В составе с': order, Выбыл: day('2025-06-01') };
    const coming = { ФИО: 'Будущая Вера', 'В составе с': day('2026-01-11') };
    expect(state(situation([...people('', '', ''), gone, coming]), 'renewal')).toBe('risk');
  });
});

describe('databank update', () => {
  it.each([
    ['2025-08-31', 'soon'],
    ['2025-09-01', 'done'],
    ['2026-08-31', 'done'],
    ['2026-09-01', 'soon'],
  ])('on %s: %s', (updated, expected) => {
    const passport = { databankDate: day(updated) };
    expect(state({ regulation: 'oshmyany', today: day('2026-08-10'), passport }, 'databank-update')).toBe(
      expected,
    );
  });
});

describe('readiness of the appendix', () => {
  const due = day('2026-05-30');
  const readiness = (rowsWithValue: number): Readiness => ({
    rowsWithValue,
    rows: 50,
    percent: rowsWithValue * 2,
  });
  const report = (regulation: string, days: number, filled: number) =>
    state({ regulation, today: due - days, readiness: readiness(filled) }, 'report');
  it.each([
    [61, 39, 'ok'],
    [60, 39, 'soon'],
    [31, 39, 'soon'],
    [30, 39, 'risk'],
    [-1, 39, 'overdue'],
    [60, 40, 'ok'],
    [30, 40, 'soon'],
    [14, 50, 'risk'],
  ])('%d days left, %d of 50 rows: %s', (days, filled, expected) => {
    expect(report('tomsk', days, filled)).toBe(expected);
  });
  it('is judged only where the regulation demands the appendix', () => {
    expect(report('sonkovo', 60, 0)).toBe('ok');
  });
  it('counts the rows that have a number, less those not due', () => {
    const states = ['heading', 'value', 'partial', 'zero', 'missing', 'not-due'] as const;
    expect(appendixReadiness(states.map((each) => ({ state: each })))).toEqual({
      rowsWithValue: 3,
      rows: 4,
      percent: 75,
    });
    expect(appendixReadiness([])).toEqual({ rowsWithValue: 0, rows: 0, percent: 0 });
  });
});

describe('«Отчётный год» proposed to a new register', () => {
  const proposed = (id: string, today: string, year = '2025/2026') =>
    proposedReportYear(regulationRules(regulationOf(id)), year, day(today));
  it('is the running year from 2 March on', () => {
    expect(proposed('tersky', '2026-03-01')).toBe(2025);
    expect(proposed('tersky', '2026-03-02')).toBe(2026);
    expect(proposed('tersky', '2026-01-01')).toBe(2025);
  });
  it('is none of a school year that is long past', () => {
    expect(proposed('tersky', '2026-05-12', '2023/2024')).toBeNull();
  });
  it('is none under a school-year regulation', () => {
    expect(proposed('tomsk', '2026-03-02')).toBeNull();
  });
});

describe('in words', () => {
  const words = (situation: Situation) => {
    const regulation = regulationOf(situation.regulation);
    return derive(situation).map(
      (each) => `${obligationTitle(each, regulation.words)} | ${obligationBasis(each)}`,
    );
  };
  it('says why both dates of Терский stand there', () => {
    const said = words({ regulation: 'tersky', today: day('2026-01-10') }).join('\n');
    expect(said).toContain(
      'Положение называет два срока: 25 февраля (п. 3.8) и 1 марта (п. 2.6); действует более ранний',
    );
  });
  it('names quarters as the calendar does, terms as the school does', () => {
    const titles = (regulation: string) =>
      words({ regulation, today: day('2025-09-05') })
        .filter((said) => said.startsWith('Заседание:'))
        .map((said) => said.split(' | ')[0]);
    expect(titles('zdvinsk').slice(0, 3)).toEqual([
      'Заседание: III квартал 2025 года (01.07.2025–30.09.2025)',
      'Заседание: IV квартал 2025 года (01.10.2025–31.12.2025)',
      'Заседание: I квартал 2026 года (01.01.2026–31.03.2026)',
    ]);
    expect(titles('oshmyany')[1]).toBe('Заседание: 2-я четверть (02.11.2025–24.12.2025)');
  });
  it('says what is held and what is left', () => {
    const Заседания = [meeting(1, '2025-10-10', '2025-10-12'), meeting(2, '2025-12-10')];
    expect(words({ regulation: 'tomsk', today: day('2026-01-10'), tables: { Заседания } })).toEqual([
      'Протокол заседания № 1 от 10.10.2025 | Заседание проведено 10.10.2025; на протокол 5\u00a0рабочих дней: срок — правило объединения, положение его не называет.',
      'Протокол заседания № 2 от 10.12.2025 | Заседание проведено 10.12.2025; на протокол 5\u00a0рабочих дней: срок — правило объединения, положение его не называет. Введите «Дату протокола» на листе «Заседания».',
      'Провести за отчётный период не менее 4\u00a0заседаний | Проведено 2 из 4, осталось 2\u00a0заседания. Срок — дата отчёта: до неё считается темп. Проведённое заседание внесите на лист «Заседания» с датой.',
      'Анализ результатов деятельности ММО за учебный год (кому: отдел развития образования и мониторинга Управления образования) | В отдел развития образования и мониторинга по форме приложения 1; также по запросу. Когда будет сделано, введите дату в столбец «Выполнено» листа «Сроки».',
      'План работы ММО на учебный год | План обязателен, дата в положении не названа. Когда будет сделано, введите дату в столбец «Выполнено» листа «Сроки».',
    ]);
  });
});

describe('whatever the register holds', () => {
  const cell = fc.oneof(
    fc.integer({ min: -5, max: 60_000 }),
    fc.constantFrom<CellValue>('', 'да', '#N/A', '2', true, 1e300, -1e300, 46_000.5, '12.05.2026'),
  );
  const rows = (...columns: string[]) =>
    fc.array(fc.record(Object.fromEntries(columns.map((column) => [column, cell]))), { maxLength: 6 });
  const situation = fc.record({
    regulation: fc.constantFrom(...REGULATIONS.map(({ id }) => id)),
    year: fc.constantFrom('2023/2024', '2025/2026', '2027/2028', 'нет'),
    today: fc.integer({ min: serialOf(2023, 9, 1), max: serialOf(2028, 12, 31) }),
    passport: fc.record({ orderDate: cell, databankDate: cell, reportYear: cell }),
    tables: fc.record({
      Педагоги: rows('ФИО', 'В составе с', 'Выбыл'),
      Заседания: rows('Номер', 'Дата', 'Тема', 'Дата протокола'),
      Посещаемость: rows('ФИО', 'Заседание 1', 'Заседание 2'),
      Решения: rows(
        'Заседание',
        'Пункт',
        'Решили',
        'Срок',
        'За',
        'Против',
        'Воздержались',
        'Голос руководителя',
        'Исполнено',
      ),
      Сроки: rows('Код', 'Выполнено'),
    }),
  });

  it('each obligation is whole, in order of time, and two runs agree', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const found = derive(given);
        expect(derive(given)).toEqual(found);
        const dues = found.map(({ due }) => due ?? Infinity);
        expect(dues).toEqual([...dues].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
        const { words } = regulationOf(given.regulation);
        for (const each of found) {
          expect(each.daysLeft).toBe(each.due === null ? null : each.due - given.today);
          expect(each.clause).not.toBe('');
          if (each.due === null) expect(['done', 'ok']).toContain(each.state);
          else if (each.state !== 'done') expect(each.state === 'overdue').toBe(each.due < given.today);
          expect(obligationTitle(each, words)).not.toBe('');
          expect(obligationBasis(each)).toMatch(/\.$|^$/);
        }
      }),
    );
  });

  it('nothing gets less urgent as days go by', () => {
    const urgency = ['done', 'ok', 'soon', 'risk', 'overdue'];
    fc.assert(
      fc.property(situation, ({ tables: _, ...given }) => {
        const [before, after] = [derive(given), derive({ ...given, today: given.today + 1 })];
        if (given.year === 'нет') return;
        for (const { code, state: was } of before) {
          expect(urgency.indexOf(byCode(after, code).state)).toBeGreaterThanOrEqual(urgency.indexOf(was));
        }
      }),
    );
  });

  it('every date lies about the period, in leap years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2190 }), fc.constantFrom(...REGULATIONS), (first, { id }) => {
        const year = `${String(first)}/${String(first + 1)}`;
        const begin = serialOf(first, 1, 1);
        for (const { due } of derive({ regulation: id, year, today: begin })) {
          if (due === null) continue;
          expect(due).toBeGreaterThanOrEqual(begin);
          expect(due).toBeLessThanOrEqual(addMonths(serialOf(first + 1, 8, 31), 0));
        }
      }),
    );
  });
});
