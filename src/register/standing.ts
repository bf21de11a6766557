import { DEFAULT_REGULATION, REGULATIONS, basisOf, findRegulation, ownFrom } from '../regulations';
import type { Regulation, RuleCode } from '../regulations';
import { valueAt, type RegisterTable } from './register';
import { foldCase } from './text';

/** Whose rules stand on «Правила»: the sheet is asked, for the passport may name another by now. */

export interface StandingRegulation {
  readonly regulation: Regulation;
  /**
   * `named`: its row says so. `alike`: somebody has written words of their own there, and most rows are as this
   * regulation has them.
   */
  readonly known: 'named' | 'alike';
}

/** null: there is no such table, or its rows are nobody's. */
export function standingRegulation(table: RegisterTable | undefined): StandingRegulation | null {
  if (table === undefined) return null;
  const row = ruleRow(table, 'regulation');
  if (row !== null) {
    const named = findRegulation(String(valueAt(table, row, 'Значение')));
    const basis = basisOf(String(valueAt(table, row, 'Пояснение')));
    if (named !== undefined && !named.custom) return { regulation: named, known: 'named' };
    if (named !== undefined || basis !== undefined) {
      return { regulation: ownFrom(basis ?? mostAlike(table) ?? DEFAULT_REGULATION), known: 'named' };
    }
  }
  const alike = mostAlike(table);
  return alike === null ? null : { regulation: alike, known: 'alike' };
}

/**
 * The regulation as it is applied to a register: one's own starts from what stands there, any other is itself.
 */
export function startedFrom(regulation: Regulation, standing: StandingRegulation | null): Regulation {
  if (!regulation.custom || standing === null) return regulation;
  return standing.regulation.custom ? standing.regulation : ownFrom(standing.regulation);
}

/** Row of a rule, the first one, as MATCH finds it. */
export function ruleRow(table: RegisterTable, code: RuleCode): number | null {
  const at = table.indexOf('Код');
  const row =
    at < 0 ? -1 : table.rows.findIndex((cells) => foldCase(String(cells[at] ?? '').trim()) === code);
  return row < 0 ? null : row;
}

/** The regulation that most rows agree with; null where none stands out. */
function mostAlike(table: RegisterTable): Regulation | null {
  const counted = REGULATIONS.filter(({ custom }) => !custom)
    .map((regulation) => ({ regulation, alike: rowsAlike(table, regulation) }))
    .sort((one, other) => other.alike - one.alike);
  const [best, second] = counted;
  return best === undefined || best.alike === second?.alike ? null : best.regulation;
}

const rowsAlike = (table: RegisterTable, { rules }: Regulation): number =>
  rules.filter(({ code, value, clause }) => {
    const row = ruleRow(table, code);
    return (
      row !== null &&
      String(valueAt(table, row, 'Значение')) === String(value ?? '') &&
      String(valueAt(table, row, 'Пункт положения')) === clause
    );
  }).length;
