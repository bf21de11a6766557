import { averageAttendance, lastYearLine, viewRows } from '../../src/taskpane/indicatorsView';
import { report, rowNumbered } from './reports';

const view = (no: string) => {
  const row = viewRows(report.rows).find((each) => each.no === no);
  if (row === undefined) throw new Error(`no row ${no}`);
  return row;
};

describe('taskpane/indicatorsView', () => {
  it('shows every row of the report, in its order', () => {
    expect(viewRows(report.rows).map(({ no }) => no)).toEqual(report.rows.map(({ no }) => no));
    expect(report.rows).toHaveLength(55);
  });

  it('never shows a value that is not there as 0', () => {
    expect(view('20')).toMatchObject({ value: '—', state: 'нет данных', tone: 'warning' });
    expect(view('2.4')).toMatchObject({ value: '—', state: 'ещё не проводилось' });
    expect(view('4')).toMatchObject({ value: '0', state: 'ноль подтверждён', tone: 'good' });
    expect(view('7')).toMatchObject({ value: '0', state: 'рассчитано' });
  });

  it('counts the gaps behind a number in the words of the sheet', () => {
    expect(view('1.1')).toMatchObject({ value: '26', state: 'рассчитано, пробелов: 3' });
  });

  it('gives the heading of the meetings the average attendance in place of a number', () => {
    expect(view('2')).toMatchObject({ isHeading: true, value: '', state: 'в среднем 24' });
    expect(averageAttendance([rowNumbered('2.4')])).toBeNull();
    expect(viewRows([rowNumbered('2'), rowNumbered('2.4')])[0]).toMatchObject({ state: 'заголовок' });
  });

  it('breaks the parts of row 1 off with the line of the form', () => {
    const broken = viewRows(report.rows).filter(({ above }) => above !== '');
    expect(broken.map(({ no, above }) => [no, above])).toEqual([['1.1', 'из них имеет:']]);
  });

  it('asks for attention where data are missing, have gaps or disagree, and nowhere else', () => {
    const asking = ['1.1', '20', '8', '9'].map((no) => view(no).needsAttention);
    const silent = ['1', '2', '2.4', '4', '7'].map((no) => view(no).needsAttention);
    expect([...asking, ...silent]).toEqual([true, true, true, true, false, false, false, false, false]);
  });

  it('says where the sheet differs, in number or in state', () => {
    expect(view('1')).toMatchObject({ agrees: true, agreement: 'сверено' });
    expect(view('8')).toMatchObject({ agrees: false, agreement: 'расхождение: на листе 5' });
    expect(view('9')).toMatchObject({ agrees: false, agreement: 'расхождение: на листе «рассчитано»' });
  });

  it('shows a number the sheet has lost as a dash', () => {
    const [lost] = viewRows([{ ...rowNumbered('1'), formulaValue: null, agrees: false }]);
    expect(lost?.agreement).toBe('расхождение: на листе —');
  });

  it('compares with last year where last year is known', () => {
    expect([view('8').lastYear, view('9').lastYear]).toEqual(['в прошлом году 5', '']);
    expect(lastYearLine({ value: 15, lastYear: 12 })).toBe('в прошлом году 12, на 3 больше');
    expect(lastYearLine({ value: 12, lastYear: 15 })).toBe('в прошлом году 15, на 3 меньше');
    expect(lastYearLine({ value: 0, lastYear: 0 })).toBe('в прошлом году 0, столько же');
    expect(lastYearLine({ value: null, lastYear: 12 })).toBe('в прошлом году 12');
    expect(lastYearLine({ value: 12, lastYear: null })).toBe('');
  });
});
