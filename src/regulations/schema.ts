import { z } from 'zod';
import { formsSchema, producedSchema } from './forms';
import { NOT_SET, RULE_CODES, ruleSchema } from './rules';

/**
 * The form every regulation takes (regulations.md). A regulation is data: its words, its period, and its
 * rules, each with the clause it comes from. Rules are written to «Правила», where they may be edited;
 * what stands on the sheet is what is applied.
 */

const clause = z.string().min(1);
const word = z.string().min(1);

/** A choice the printed form leaves open; it stands in a fixed cell of «Правила» because formulas read it. */
export const parameterSchema = z.object({
  value: z.string().min(1),
  choices: z.array(z.string().min(1)).min(2),
  clause,
  explanation: z.string().min(1),
});

/** A noun in the forms sentences need. */
const nounSchema = z.object({
  /** «обучающийся» */
  one: word,
  /** «обучающиеся» */
  many: word,
  /** «обучающихся» */
  ofMany: word,
});

/** What a demanded document is, so that the workbook can say what it holds of it. */
export const DOCUMENT_KINDS = [
  'acts',
  'regulation',
  'order',
  'members',
  'consents',
  'plan',
  'young teachers',
  'protocols',
  'registration',
  'materials',
  'databank',
  'self-education',
  'needs',
  'attestation',
  'publications',
  'events',
  'report',
  'monitoring',
  'scans',
  /** A document of the association's own regulation that none of the others names. */
  'other',
] as const;

/** A document the regulation demands: a line of the table «Документы». */
export const documentSchema = z.object({ name: word, clause, kind: z.enum(DOCUMENT_KINDS) });

/** A role somebody has to hold, exactly one person. */
export const roleSchema = z.object({
  /** As the association calls it. */
  title: word,
  /** Values of «Роль» that fulfil it. */
  accepts: z.array(word).min(1),
  clause,
});

/** Where the text contradicts itself or is silent, and what is decided; said in words. */
export const noteSchema = z.object({
  /** Clauses of the text. */
  place: z.string().min(1),
  trouble: z.string().min(1),
  decision: z.string().min(1),
  /** Rules the note stands beside. */
  rules: z.array(z.enum(RULE_CODES)),
});

export const regulationSchema = z
  .object({
    id: z.enum(['sonkovo', 'tersky', 'tomsk', 'zdvinsk', 'oshmyany', 'own']),
    /** True for the profile whose rules are whatever the association has written on «Правила». */
    custom: z.boolean(),
    /** As the passport and its list name it. */
    name: z.string().min(1),
    act: z.string().min(1),
    municipality: z.string(),
    words: z.object({
      /** «ММО», «МУМО», «РУМО». */
      association: word,
      associationInFull: word,
      /** Who heads it: «руководитель», «председатель». */
      leader: word,
      deputy: word,
      secretary: word,
      pupil: nounSchema,
      institution: nounSchema,
      /** The body the association works under. */
      department: word,
      /** Whom the report goes to. */
      reportTo: word,
    }),
    period: z.enum(['school year', 'calendar year']),
    rules: z.array(ruleSchema).length(RULE_CODES.length),
    /** Value lists that differ from the common ones, by the name of the list. */
    lists: z.object({ Категория: z.array(word).min(1).optional() }),
    /** What words of a level mean here and not elsewhere: beginning of the word → value of the list. */
    levels: z.record(word, word).optional(),
    roles: z.array(roleSchema).min(1),
    documents: z.array(documentSchema).min(1),
    /** What can be made of a register under it, demanded or not. */
    produces: z.array(producedSchema).min(1),
    /** The words and the order of its printed forms. */
    forms: formsSchema,
    notes: z.array(noteSchema),
    /** Associations the regulation itself names, offered on the passport. */
    associations: z.array(word),
    parameters: z.object({
      participantResult: parameterSchema,
      contestResult: parameterSchema,
      testMaterials: parameterSchema,
      methodistTitles: parameterSchema,
    }),
  })
  .refine(({ rules }) => new Set(rules.map(({ code }) => code)).size === rules.length, {
    error: 'every rule of the catalogue once',
  })
  .refine(({ rules }) => rules.every(({ value, clause: from }) => value !== null || from === NOT_SET), {
    error: 'a rule that is not set says so',
  });

export type Regulation = z.infer<typeof regulationSchema>;
export type RegulationDocument = z.infer<typeof documentSchema>;
export type RegulationRole = z.infer<typeof roleSchema>;
export type RegulationNote = z.infer<typeof noteSchema>;
export type ParameterCode = keyof Regulation['parameters'];
export type RegulationId = Regulation['id'];
