import { z } from 'zod';

/**
 * The form every regulation takes (regulations.md). A regulation is data: its words, its period, and its
 * rules, each with the clause it comes from. Rules are written to «Правила», where they may be edited;
 * what stands on the sheet is what is applied.
 */

/** Where a rule comes from: a clause of the regulation, or the association's own custom. */
const clause = z.string().min(1);

export const ruleSchema = z.object({
  /** Stable code the workbook and the domain know the rule by, e.g. `meetings`. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  /** null: the regulation says nothing of it. Dates of the year are "30.05". */
  value: z.union([z.number(), z.string(), z.null()]),
  unit: z.string(),
  clause,
  explanation: z.string(),
});

/** A choice the printed form leaves open; it stands in a fixed cell of «Правила» because formulas read it. */
export const parameterSchema = z.object({
  value: z.string().min(1),
  choices: z.array(z.string().min(1)).min(2),
  clause,
  explanation: z.string().min(1),
});

export const regulationSchema = z.object({
  id: z.enum(['sonkovo', 'tersky', 'tomsk', 'zdvinsk', 'oshmyany', 'own']),
  /** As the passport and its list name it. */
  name: z.string().min(1),
  act: z.string().min(1),
  municipality: z.string().min(1),
  words: z.object({
    /** «ММО», «МУМО», «РУМО». */
    association: z.string().min(1),
    associationInFull: z.string().min(1),
    /** Whom the report goes to. */
    department: z.string().min(1),
  }),
  period: z.enum(['school year', 'calendar year']),
  rules: z.array(ruleSchema).min(1),
  parameters: z.object({
    participantResult: parameterSchema,
    contestResult: parameterSchema,
    testMaterials: parameterSchema,
    methodistTitles: parameterSchema,
  }),
});

export type Regulation = z.infer<typeof regulationSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type ParameterCode = keyof Regulation['parameters'];
export type RegulationId = Regulation['id'];
