import { regulationSchema, type Regulation } from './schema';
import { tomsk } from './tomsk';

export type { Regulation, RegulationId, Rule, ParameterCode } from './schema';

/** Every regulation the product knows, checked against the schema as it loads. */
export const REGULATIONS: readonly Regulation[] = [tomsk].map((regulation) =>
  regulationSchema.parse(regulation),
);

/** The regulation proposed when nothing says otherwise. */
export const DEFAULT_REGULATION: Regulation = tomsk;

/** By id (`tomsk`) or by the name the passport holds («Томский район»), letter case folded. */
export function findRegulation(idOrName: string): Regulation | undefined {
  const sought = idOrName.trim().toLowerCase();
  return REGULATIONS.find(({ id, name }) => id === sought || name.toLowerCase() === sought);
}
