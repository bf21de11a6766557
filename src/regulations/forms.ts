import { z } from 'zod';

/**
 * What a regulation's printed forms look like, as data: the documents it has, and the words and the order of their
 * forms. Texts may hold places that are filled from the register: `{word}` «ММО», `{inFull}` the association's kind
 * in full, `{association}`, `{subject}`, `{municipality}`, `{topic}` from the passport, `{period}` «2025/2026 учебный
 * год», `{leader}` what the head is called, `{department}`. What the register holds is printed as it stands, but for
 * `{ofSubject}`: «учителей математики».
 */

const text = z.string().min(1);

/** Every kind of document that can be made of a register. */
export const PRODUCED_KINDS = [
  'plan',
  'protocol',
  'extract',
  'registration',
  'composition',
  'databank',
  'attestation',
  'young-teachers',
  'needs',
  'self-education',
  'documents',
  'scans',
  'analysis',
  'general-plan',
] as const;

/** Somebody the register knows by an office. */
const holder = z.enum(['leader', 'deputy', 'secretary', 'curator']);

/** «УТВЕРЖДАЮ», «СОГЛАСОВАНО»: whose word it is, and who that is when the register knows. */
const approval = z.object({
  side: z.enum(['left', 'right']),
  word: text,
  who: z.array(text).min(1),
  holder: holder.nullable(),
});

const signature = z.object({ post: text, holder });

/** A column of the plan: what stands in it, its printed head, its share of the page. */
const planColumn = z.object({
  field: z.enum(['number', 'activity', 'when', 'responsible', 'result']),
  title: text,
  share: z.number().positive(),
});

/** A line that the form itself prints. */
const planLine = z.object({ activity: text, when: z.string(), result: z.string() });

const planForm = z.discriminatedUnion('layout', [
  z.object({
    layout: z.literal('table'),
    title: z.array(text).min(1),
    columns: z.array(planColumn).min(2),
    /** Sections the form prints, in their order; those of the association's own come after. */
    sections: z.array(z.object({ title: text, lines: z.array(planLine) })),
    /** The section that the meetings of «Заседания» are listed in. */
    meetings: text,
    before: z.array(approval),
    signatures: z.array(signature),
  }),
  z.object({
    layout: z.literal('meetings'),
    title: z.array(text).min(1),
    words: z.object({
      methodicalTopic: text,
      aim: text,
      tasks: text,
      meeting: text,
      topic: text,
      place: text,
      form: text,
      result: text,
      course: text,
    }),
    /** Blocks of the course of a meeting; a line of «План» belongs to the one its section names. */
    blocks: z.array(text).min(1),
    before: z.array(approval),
    after: z.array(approval),
  }),
]);

const protocolForm = z.object({
  /** Above the title: whose paper it is. */
  head: z.array(text),
  title: z.array(text).min(1),
  /** `apart`: number and date are lines of their own; `joined`: «04.12.2025 № 2». */
  numbering: z.enum(['apart', 'joined']),
  /** The officers named, in the form's order. */
  officers: z.array(z.object({ label: text, holder })),
  /** Said above the officers, where the form has such a line. */
  presentHeading: z.string(),
  /** `listed`: the names stand in the protocol; `attached`: their number, and the list at its end. */
  present: z.enum(['listed', 'attached']),
  presentLabel: text,
  guests: z.object({ label: text, isAlwaysPrinted: z.boolean() }),
  /** Whether «присутствуют … из …» and the quorum are printed. */
  attendance: z.boolean(),
  /** `together`: all that was heard, then all that was decided; `apart`: question by question. */
  questions: z.enum(['together', 'apart']),
  words: z.object({ agenda: text, heard: text, decided: text }),
  /** Said after each speaker. */
  heardNote: z.string(),
  /** How the votes of each decision are printed, known or not: a line for each side, one line for all, not at all. */
  votes: z.enum(['lines', 'line', 'none']),
  signatures: z.array(signature).min(1),
});

/** What a teacher's line of the databank can show. */
export const DATABANK_FIELDS = [
  'name',
  'birth',
  'age',
  'organisation',
  'post',
  'subject',
  'education',
  'speciality',
  'experience',
  'teaching',
  'category',
  'awards',
  'selfEducation',
  'courses',
] as const;

export const formsSchema = z.object({
  plan: planForm,
  protocol: protocolForm,
  composition: z.object({ title: z.array(text).min(1), approval }),
  databank: z.object({
    title: z.array(text).min(1),
    columns: z.array(z.enum(DATABANK_FIELDS)).min(2),
  }),
  youngTeachers: z.object({ title: z.array(text).min(1) }),
  needs: z.object({ title: z.array(text).min(1) }),
  /** The request that goes to organisations. */
  scans: z.object({ title: z.array(text).min(1), request: text }),
});

/**
 * A document that can be made under the regulation. What is demanded is said by `documents`; `clause` is where the
 * text speaks of a document that none of those lines demands, null where it does not speak of it.
 */
export const producedSchema = z.object({ kind: z.enum(PRODUCED_KINDS), clause: text.nullable() });

export type RegulationForms = z.infer<typeof formsSchema>;
export type PlanForm = RegulationForms['plan'];
export type ProtocolForm = RegulationForms['protocol'];
export type FormApproval = z.infer<typeof approval>;
export type FormSignature = z.infer<typeof signature>;
export type OfficeHolder = z.infer<typeof holder>;
export type DatabankField = (typeof DATABANK_FIELDS)[number];
export type ProducedDocument = z.infer<typeof producedSchema>;
