import { viewDeadline, viewFilters, viewStrip, viewTimeline } from '../../src/taskpane/deadlinesView';
import type { ObligationReport } from '../../src/usecases/contract';
import { obligations } from './viewReports';

const TODAY = '2026-05-12';

const coded = (code: string): ObligationReport => {
  const found = obligations.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no obligation ${code}`);
  return found;
};

const said = (daysLeft: number, state: ObligationReport['state']) => {
  const { stateWords, days } = viewDeadline({ ...coded('report'), daysLeft, state });
  return [stateWords, days]
    .filter((words) => words !== '')
    .join(', ')
    .replaceAll('\u00a0', ' ');
};

const line = (filter?: Parameters<typeof viewTimeline>[2]) =>
  viewTimeline(obligations, TODAY, filter).months.map(({ name, entries }) => [
    name,
    entries.map((entry) => (entry.kind === 'today' ? entry.words : entry.deadline.code)),
  ]);

describe('taskpane/deadlinesView', () => {
  it('says the days in words', () => {
    expect([5, 2, 1, 21, 0].map((days) => said(days, 'soon'))).toEqual([
      'скоро, осталось 5 дней',
      'скоро, осталось 2 дня',
      'скоро, остался 1 день',
      'скоро, остался 21 день',
      'скоро, срок сегодня',
    ]);
    expect([-1, -2, -11].map((days) => said(days, 'overdue'))).toEqual([
      'просрочено на 1 день',
      'просрочено на 2 дня',
      'просрочено на 11 дней',
    ]);
  });

  it('does not say «просрочено» of what is judged otherwise, nor counts the days of what is done', () => {
    expect(said(-3, 'risk')).toBe('под угрозой, срок был 3 дня назад');
    expect(said(-3, 'done')).toBe('выполнено');
    expect(viewDeadline(coded('term'))).toMatchObject({ stateWords: 'без срока', days: '' });
  });

  it('sets the line of today between what was due and what will be, by month', () => {
    expect(line()).toEqual([
      ['Май 2026', ['protocol-3', 'Сегодня, 12.05.2026', 'meetings', 'report']],
      ['Июнь 2026', ['decision-3-2']],
    ]);
  });

  it('puts what is due today after the line', () => {
    const due = [{ ...coded('report'), due: TODAY, daysLeft: 0 }];
    const [month] = viewTimeline(due, TODAY).months;
    expect(month?.entries.map(({ kind }) => kind)).toEqual(['today', 'deadline']);
  });

  it('keeps what has no date and what is done apart', () => {
    const { undated, done } = viewTimeline(obligations, TODAY);
    expect(undated.map(({ code }) => code)).toEqual(['term']);
    expect(done.map(({ code, isMarked }) => [code, isMarked])).toEqual([['plan', true]]);
  });

  it('draws no line where nothing is owed by a date or the day is not known', () => {
    expect(viewTimeline([coded('term')], TODAY).months).toEqual([]);
    expect(viewTimeline([coded('report')], '').months[0]?.entries).toHaveLength(1);
  });

  it('is narrowed to one state; states that do not occur are not offered', () => {
    expect(viewFilters(obligations).map(({ name, count }) => [name, count])).toEqual([
      ['Все', 6],
      ['Просрочено', 1],
      ['Под угрозой', 1],
      ['Скоро', 1],
      ['В срок', 2],
      ['Выполнено', 1],
    ]);
    expect(line('soon')).toEqual([['Май 2026', ['Сегодня, 12.05.2026', 'report']]]);
    expect(viewFilters([coded('term')])).toHaveLength(2);
  });

  it('lays the year on a strip of whole months', () => {
    const strip = viewStrip(obligations, TODAY);
    expect(strip?.months.map(({ letter }) => letter).join('')).toBe('СОНДЯФМАМИ');
    expect(strip?.months[0]?.at).toBe(0);
    expect(strip?.today).toBeCloseTo(253 / 303);
    expect(strip?.points[strip.points.length - 1]?.code).toBe('protocol-3');
    expect(viewStrip([coded('term')], TODAY)).toBeNull();
  });
});
