import { explanationOf } from '../../src/usecases/explanation';
import { judged } from './judgedRegister';

describe('where a number comes from', () => {
  it('names the rows that count and those that do not, each with its reason', () => {
    const explained = explanationOf(judged, '11', '=СУММЕСЛИМН(…)');
    expect(explained?.evidence).toEqual([
      {
        place: { sheet: 'Достижения', cell: 'A2' },
        subject: 'Агеева Анна — Турнир, всероссийский, победитель, 03.02.2026',
        reason: null,
      },
    ]);
    expect(explained?.excluded).toMatchObject([{ place: { cell: 'A3' }, reason: 'вне отчётного периода' }]);
    expect(explained?.counts).toMatch(/^разные педагоги; Достижения/);
    expect(explained?.formula).toBe('=СУММЕСЛИМН(…)');
  });

  it('lets a zero be confirmed only where nothing is known', () => {
    expect(explanationOf(judged, '9', '')?.zero).toEqual({ mayBeConfirmed: true, isConfirmed: false });
    expect(explanationOf(judged, '1', '')?.zero.mayBeConfirmed).toBe(false);
    expect(explanationOf(judged, '11', '')?.zero.mayBeConfirmed).toBe(false);
    expect(explanationOf(judged, '77', '')).toBeNull();
  });
});
