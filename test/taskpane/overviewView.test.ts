import { describeStep, nextDeadlines, openStates, placeLine } from '../../src/taskpane/overviewView';
import { report, rowNumbered } from './reports';
import { controlledReport } from './viewReports';

describe('taskpane/overviewView', () => {
  it('says where and as of which day, leaving out what is not known', () => {
    expect(placeLine(report)).toBe('Заречный район · расчёт на 12.05.2026');
    expect(placeLine({ ...report, municipality: '' })).toBe('расчёт на 12.05.2026');
  });

  it('counts what keeps rows open, the most urgent first', () => {
    expect(openStates(report.rows)).toEqual([
      { state: 'missing', count: 32 },
      { state: 'partial', count: 3 },
      { state: 'not-due', count: 1 },
    ]);
    expect(openStates([rowNumbered('1'), rowNumbered('4')])).toEqual([]);
  });

  it('lists what is late and what comes next by date, without what is done or has no date', () => {
    expect(nextDeadlines(controlledReport).map(({ code, when }) => [code, when])).toEqual([
      ['protocol-3', '08.05.2026 · просрочено на 4\u00a0дня'],
      ['meetings', '30.05.2026 · через 18\u00a0дней'],
      ['report', '30.05.2026 · через 18\u00a0дней'],
    ]);
  });

  it('words a step by what is to be done and why', () => {
    expect(describeStep({ kind: 'errors', code: 'enum', count: 3, all: 5 })).toEqual({
      title: 'Исправить: значение не из списка',
      reason: '3\u00a0ошибки из 5: таких больше всего.',
    });
    expect(describeStep({ kind: 'overdue', code: 'plan', title: 'План работы', days: 1, others: 0 })).toEqual(
      {
        title: 'План работы',
        reason: 'Просрочено на 1\u00a0день.',
      },
    );
    expect(describeStep({ kind: 'disagreement', numbers: ['8'] }).reason).toBe(
      'В строке 8 стоит не то, что даёт расчёт.',
    );
    expect(describeStep({ kind: 'missing', count: 21 }).reason).toContain('В 21\u00a0строке нет данных');
    expect(describeStep({ kind: 'consent', count: 21 }).reason).toBe('Не отмечены у 21\u00a0педагога.');
  });
});
