import { regulationName, viewPassport, viewRules } from '../../src/taskpane/settingsView';
import { settings } from './settingsReports';

const titled = (query: string) => {
  const { troubled, set, unset } = viewRules(settings.rules, query);
  return [troubled, set, unset].map((lines) => lines.map(({ rule }) => rule.code));
};

describe('taskpane/settingsView', () => {
  it('shows the passport in words: days, what is missing, what is counted', () => {
    expect(viewPassport(settings)).toMatchObject([
      { key: 'association', shown: 'ММО учителей математики', trouble: '', kind: 'text' },
      { key: 'municipality', shown: 'не указано', trouble: 'Заполните: без этого отчёт неполон.' },
      { key: 'leader', isComputed: true },
      { key: 'orderDate', shown: '01.09.2025', value: '2025-09-01', kind: 'date' },
    ]);
  });

  it('puts rules that are not understood first and those nobody has set last', () => {
    expect(titled('')).toEqual([['report-day'], ['meetings', 'plan-day'], ['quorum']]);
  });

  it('says a value with its unit, and what is not set', () => {
    const { set, unset } = viewRules(settings.rules, '');
    expect([...set, ...unset].map(({ shown }) => shown)).toEqual([
      '4 (заседания)',
      '10.09',
      'не установлено',
    ]);
    expect(unset[0]?.kind).toBe('choice');
  });

  it('finds rules by their words and clauses', () => {
    expect(titled('ОТЧЁТ до')).toEqual([['report-day'], [], []]);
    expect(titled('присутствующие')).toEqual([[], [], ['quorum']]);
    expect(titled('такого нет')).toEqual([[], [], []]);
  });

  it('names the regulation applied', () => {
    expect(regulationName(settings, 'first')).toBe('Заречный район');
    expect(regulationName(settings, 'unknown')).toBe('unknown');
  });
});
