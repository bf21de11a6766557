import { shareOf, viewAssociations } from '../../src/taskpane/svodView';
import { svod } from './documentsReports';

describe('taskpane/svodView', () => {
  it('puts the least complete first and says what is late, what comes next and what differs', () => {
    expect(viewAssociations(svod.svod)).toEqual([
      {
        name: 'ММО учителей математики',
        file: 'ММО учителей математики.xlsx',
        isAnonymous: true,
        readiness: { rowsWithValue: 30, rows: 54, percent: 56 },
        overdue: 1,
        next: { title: 'План работы', due: 46_150, daysLeft: 8 },
        differing: ['11'],
      },
      expect.objectContaining({ name: 'ММО учителей физики', overdue: 0, next: null, differing: [] }),
    ]);
  });

  it('knows how far reading is, of no files too', () => {
    expect([shareOf({ done: 1, total: 4 }), shareOf({ done: 0, total: 0 })]).toEqual([0.25, 1]);
  });
});
