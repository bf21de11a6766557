import { passportLine, tabCounts } from '../../src/taskpane/shellView';
import { agreedReport, report } from './reports';
import { controlledReport } from './viewReports';

describe('taskpane/shellView', () => {
  it('leaves out under the name what the passport does not say', () => {
    expect(passportLine(report)).toBe('2025/2026 учебный год · Томский район');
    expect(passportLine({ ...report, schoolYear: '' })).toBe('Томский район');
    expect(passportLine({ ...report, schoolYear: '', regulation: '' })).toBe('');
  });

  it('counts errors and what is overdue beside their tabs, in words as well', () => {
    expect(tabCounts(controlledReport)).toEqual({
      control: { count: 5, words: '5\u00a0ошибок' },
      deadlines: { count: 1, words: '1\u00a0срок просрочен' },
    });
  });

  it('counts nothing where nothing calls', () => {
    expect(tabCounts(agreedReport)).toEqual({});
  });
});
