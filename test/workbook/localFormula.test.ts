import { readLocalFormula } from '../../src/workbook/localFormula';
import { apply, closeHosts, open } from './open';

afterEach(closeHosts);

describe('the formula of a cell as the user sees it', () => {
  it('is read in one trip; a typed value is no formula', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'writeFormulas', sheet: 'Лист1', address: 'A1', formulas: [['=SUM(1,2)']] },
      { kind: 'writeValues', sheet: 'Лист1', address: 'B1', values: [[5]] },
    ]);
    host.traffic.reset();
    const formula = await host.run((context) => readLocalFormula(context, { sheet: 'Лист1', cell: 'A1' }));
    expect(formula).toBe('=SUM(1,2)');
    expect(host.traffic.roundTrips).toBe(1);
    expect(await host.run((context) => readLocalFormula(context, { sheet: 'Лист1', cell: 'B1' }))).toBe('');
  });
});
