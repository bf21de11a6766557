import { chosenOf, madeCount, partOf, requestKey, viewDocuments } from '../../src/taskpane/documentsView';
import type { DocumentCard } from '../../src/taskpane/documentsView';
import { documents } from './documentsReports';

const cards = viewDocuments(documents);
const card = (kind: string): DocumentCard => {
  const found = [...cards.demanded, ...cards.others].find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no card of ${kind}`);
  return found;
};

describe('taskpane/documentsView', () => {
  it('puts what the regulation demands first, and apart the papers that are not made here', () => {
    expect(cards.demanded.map(({ kind }) => kind)).toEqual(['plan', 'analysis', 'protocol']);
    expect(cards.others.map(({ kind }) => kind)).toEqual(['extract', 'needs']);
    expect(cards.papers.map(({ name }) => name)).toEqual([
      'Приказ о создании объединения',
      'Положение об объединении',
    ]);
  });

  it('says what stands on a sheet, the last one made, and what «Документы» says of it', () => {
    expect(card('plan').choices[0]?.sheet).toBe('План для печати (2)');
    expect(card('plan').paper?.isKept).toBe(true);
    expect(card('analysis').choices[0]?.sheet).toBeNull();
    expect(card('analysis').paper).toBeNull();
    expect(madeCount(card('protocol'))).toBe(1);
  });

  it('tells of each what the register lacks for it, and what is to be entered first', () => {
    expect(card('analysis').choices[0]?.gaps).toHaveLength(2);
    expect(card('protocol').choices.map(({ gaps }) => gaps.length)).toEqual([0, 1, 0]);
    expect(card('needs').lacks).toContain('Банк данных');
  });

  it('proposes the last meeting that was held and its first decision, and keeps what was picked', () => {
    expect(chosenOf(card('protocol'), undefined)?.request).toEqual({ kind: 'protocol', meeting: 2 });
    expect(chosenOf(card('extract'), undefined)?.request).toEqual({ kind: 'extract', meeting: 2, item: '1' });
    const first = requestKey({ kind: 'protocol', meeting: 1 });
    expect(chosenOf(card('protocol'), first)?.key).toBe(first);
    // A meeting that has been taken out of the register is not made.
    expect(chosenOf(card('protocol'), 'protocol|9|')?.request.meeting).toBe(2);
    const unheld = viewDocuments({ ...documents, held: [] }).demanded.find(({ kind }) => kind === 'protocol');
    expect(unheld?.likely).toBe(first);
  });

  it('opens the part it was asked for', () => {
    expect([partOf('department'), partOf('svod'), partOf('plan'), partOf(null)]).toEqual([
      'department',
      'svod',
      null,
      null,
    ]);
  });
});
