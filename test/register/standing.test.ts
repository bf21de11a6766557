import { standingRegulation, startedFrom } from '../../src/register/standing';
import { REGULATIONS, ownFrom, type Regulation, type RuleCode } from '../../src/regulations';
import type { CellValue } from '../../src/plan/action';
import { regulationOf, ruleSheet, sketch, type Row } from '../control/registers';

const FIVE = REGULATIONS.filter(({ custom }) => !custom);

const sheet = (rows: readonly Row[]) => sketch({ tables: { Правила: rows } }).tables.Правила;
const standing = (rows: readonly Row[]) => {
  const found = standingRegulation(sheet(rows));
  return found === null ? null : [found.regulation.id, found.known];
};
const titled = (regulation: Regulation, words: string, edits: Partial<Record<RuleCode, CellValue>> = {}) =>
  ruleSheet(regulation, { ...edits, regulation: words });

describe('the regulation whose rules stand on «Правила»', () => {
  it('is nobody’s while there is no such table, or nothing in it', () => {
    expect(standingRegulation(undefined)).toBeNull();
    expect(standing([])).toBeNull();
    expect(standing([{ Код: 'свой код', Значение: 'что угодно' }])).toBeNull();
  });

  it.each(FIVE)('$id is the one its row names', (regulation) => {
    expect(standing(ruleSheet(regulation))).toEqual([regulation.id, 'named']);
    expect(standing(titled(regulation, regulation.name.toUpperCase()))).toEqual([regulation.id, 'named']);
  });

  it.each(FIVE)('$id is told by the most of its rows where the row speaks in the user’s own words', (own) => {
    const words = 'Положение о РМО, приказ № 17';
    expect(standing(titled(own, words, { meetings: 7, size: 2 }))).toEqual([own.id, 'alike']);
    expect(standing(ruleSheet(own).filter(({ Код }) => Код !== 'regulation'))).toEqual([own.id, 'alike']);
  });

  it.each(FIVE)('is one’s own, begun from $id, and stays so under a name of its own', (basis) => {
    const own = ruleSheet(ownFrom(basis));
    expect(standing(own)).toEqual(['own', 'named']);
    expect(standingRegulation(sheet(own))?.regulation.documents).toBe(basis.documents);
    const renamed = titled(ownFrom(basis), 'Положение о РМО, приказ № 17');
    expect(standing(renamed)).toEqual(['own', 'named']);
    expect(standingRegulation(sheet(renamed))?.regulation.roles).toBe(basis.roles);
  });
});

describe('one’s own regulation', () => {
  const own = regulationOf('own');

  it('starts from what stands, and goes on from what it began with', () => {
    for (const basis of FIVE) {
      const began = startedFrom(own, standingRegulation(sheet(ruleSheet(basis))));
      expect(began).toEqual(ownFrom(basis));
      expect(startedFrom(own, standingRegulation(sheet(ruleSheet(began))))).toEqual(began);
    }
  });

  it('is nothing to any other', () => {
    const basis = standingRegulation(sheet(ruleSheet(regulationOf('tersky'))));
    expect(startedFrom(regulationOf('sonkovo'), basis)).toBe(regulationOf('sonkovo'));
    expect(startedFrom(own, null)).toBe(own);
  });
});
