import type { Plan, WorkbookAction } from '../../src/plan/action';
import { parseArea } from '../../src/register/addresses';
import { estimatedBytes, requestsOf } from '../../src/workbook/payload';

const block = (top: number, rows: number): WorkbookAction => ({
  kind: 'writeValues',
  sheet: 'Курсы',
  address: `A${String(top)}:B${String(top + rows - 1)}`,
  values: Array.from({ length: rows }, (_, row) => [`Педагог ${String(top + row)}`, top + row]),
});

describe('requests of a plan', () => {
  const plan: Plan = [
    { kind: 'addSheet', sheet: 'Курсы', position: 0, tabColor: '#107C41' },
    block(2, 5000),
    { kind: 'activate', sheet: 'Курсы' },
  ];

  it('is one while everything fits', () => {
    expect(requestsOf(plan, 4 * 1024 * 1024)).toEqual([plan]);
    expect(requestsOf([], 1000)).toEqual([]);
  });

  it('are several within the limit otherwise, in the order given, with every row once', () => {
    const requests = requestsOf(plan, 64 * 1024);
    expect(requests.length).toBeGreaterThan(2);
    for (const request of requests) {
      expect(request.reduce((sum, action) => sum + estimatedBytes(action), 0)).toBeLessThanOrEqual(64 * 1024);
    }
    const actions = requests.flat();
    expect(actions.at(0)).toBe(plan[0]);
    expect(actions.at(-1)).toBe(plan[2]);
    const rows = actions.flatMap((action) => {
      if (action.kind !== 'writeValues') return [];
      expect(parseArea(action.address)).toMatchObject({ top: action.values[0]?.[1] });
      return action.values.map(([, number]) => number);
    });
    expect(rows).toEqual(Array.from({ length: 5000 }, (_, row) => row + 2));
  });
});
