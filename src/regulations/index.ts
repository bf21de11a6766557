import { oshmyany } from './oshmyany';
import { BASIS, ownFrom } from './own';
import { regulationSchema, type Regulation } from './schema';
import { sonkovo } from './sonkovo';
import { tersky } from './tersky';
import { tomsk } from './tomsk';
import { zdvinsk } from './zdvinsk';

export type {
  ParameterCode,
  Regulation,
  RegulationDocument,
  RegulationId,
  RegulationNote,
  RegulationRole,
} from './schema';
export type {
  Choice,
  ChoiceRule,
  DateRule,
  DayRule,
  NumberRule,
  Rule,
  RuleCode,
  SpanRule,
  TextRule,
  Threshold,
  WordsRule,
} from './rules';
export {
  MAJORITIES,
  MEETING_PACES,
  NOT_SET,
  OWN_RULE,
  PERIODS,
  QUORUMS,
  RULES,
  RULE_CODES,
  TIES,
  ruleDefinition,
} from './rules';
export {
  PRODUCED_KINDS,
  type DatabankField,
  type FormApproval,
  type FormSignature,
  type OfficeHolder,
  type PlanForm,
  type ProducedDocument,
  type ProtocolForm,
  type RegulationForms,
} from './forms';
export { ownFrom } from './own';
export { roleOf } from './roles';

/** The regulation proposed when nothing says otherwise. */
export const DEFAULT_REGULATION: Regulation = tomsk;

/** Every regulation the product knows, checked against the schema as it loads. */
export const REGULATIONS: readonly Regulation[] = [
  sonkovo,
  tersky,
  tomsk,
  zdvinsk,
  oshmyany,
  ownFrom(DEFAULT_REGULATION),
].map((regulation) => regulationSchema.parse(regulation));

/** By id or by the name the passport holds, letter case folded. */
export function findRegulation(idOrName: string): Regulation | undefined {
  const sought = idOrName.trim().toLowerCase();
  return REGULATIONS.find(({ id, name }) => id === sought || name.toLowerCase() === sought);
}

/** The regulation that one's own started from, by the explanation its rule `regulation` bears on «Правила». */
export function basisOf(explanation: string): Regulation | undefined {
  const named = explanation.trim();
  return named.startsWith(BASIS) ? findRegulation(named.slice(BASIS.length)) : undefined;
}
