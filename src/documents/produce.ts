import { KIND_NAMES, LACKS, SHEET_NAMES } from '../messages/documents/kinds';
import { REGISTRATION } from '../messages/documents/lists';
import { PROTOCOL } from '../messages/documents/protocol';
import type { ColumnName } from '../register/tables';
import type { RegulationDocument } from '../regulations';
import { analysisDocument } from './analysis/document';
import { attestationOf } from './attestation';
import { compositionOf } from './composition';
import { databankOf } from './databank';
import type { AssociationDocument, DocumentKind } from './document';
import { documentListOf } from './documentList';
import { DecisionNotNamedError, MeetingNotNamedError, NotProducedError } from './errors';
import { readFacts, type DocumentContext, type Facts } from './facts';
import { fill, type Part } from './fill';
import {
  decisionFacts,
  decisionsOf,
  meetingFacts,
  numberedMeetings,
  type DecisionFacts,
  type MeetingFacts,
} from './meeting';
import { extractOf } from './extract';
import { difficulties, needsOf, selfEducationOf } from './needs';
import { membersNow, splitBy } from './peopleTable';
import { planOf } from './plan';
import { plannedLines } from './planLines';
import { protocolAbout, protocolOf } from './protocol';
import { registrationOf } from './registration';
import { scansOf, unconfirmedRecords } from './scans';
import { pairsOf, youngPeople, youngTeachersOf } from './youngTeachers';

/** Which documents there are under the regulation of a register, and how one is made. */

export interface DocumentRequest {
  readonly kind: DocumentKind;
  /** Number of the meeting, for documents of one meeting. */
  readonly meeting?: number;
  /** «Пункт» of the decision as typed, for an extract. */
  readonly item?: string;
}

/** One of the documents of a kind that has several. */
export interface DocumentChoice {
  readonly request: DocumentRequest;
  /** «Протокол заседания № 2» */
  readonly name: string;
  /** Date and topic, or words of the decision. */
  readonly about: string;
}

export interface DocumentOffer {
  readonly kind: DocumentKind;
  /** As the regulation's list of documents calls it, or as the product does. */
  readonly name: string;
  /** Where the regulation demands it or speaks of it; null: it does not. */
  readonly clause: string | null;
  readonly isDemanded: boolean;
  /** What it is made for: `none`: there is one of its kind. */
  readonly per: 'none' | 'meeting' | 'decision';
  /** Empty where there is one of its kind, or nothing to choose from yet. */
  readonly choices: readonly DocumentChoice[];
  /** What to enter before there is anything to print, in words; null: what it needs is in the register. */
  readonly lacks: string | null;
}

/** What a kind is made of, by the register alone. */
interface SingleMaker {
  readonly per: 'none';
  /** What answers to it among the documents a regulation demands. */
  readonly answers: RegulationDocument['kind'] | null;
  readonly lacks: (facts: Facts) => string | null;
  readonly make: (facts: Facts) => Draft;
}

interface MeetingMaker {
  readonly per: 'meeting';
  readonly answers: RegulationDocument['kind'] | null;
  readonly make: (facts: Facts, meeting: MeetingFacts) => Draft;
}

interface DecisionMaker {
  readonly per: 'decision';
  readonly answers: RegulationDocument['kind'] | null;
  readonly make: (facts: Facts, meeting: MeetingFacts, decision: DecisionFacts) => Draft;
}

type Maker = SingleMaker | MeetingMaker | DecisionMaker;

type Draft = Omit<AssociationDocument, 'kind'>;

const draft = (
  { about = '', name, sheet, orientation = 'portrait' }: Partial<Draft> & Pick<Draft, 'name' | 'sheet'>,
  { blocks, gaps }: Part,
): Draft => ({ about, name, sheet, orientation, blocks, gaps: [...new Set(gaps)] });

/** «Пункт» that can be part of a sheet's name and tells its sheet from the others: Excel folds letter case. */
const PLAIN_LABEL = /^[\d.]{1,12}$/;
const NOT_IN_SHEET_NAMES = /[^\p{L}\d.]/gu;

/** Any other gets the place of its row, to stay the only one. */
function sheetLabel({ label, row }: DecisionFacts): string {
  if (PLAIN_LABEL.test(label)) return label;
  return `${label.replace(NOT_IN_SHEET_NAMES, '').slice(0, 3)} (${String(row + 1)})`.trim();
}

/** The regulation's own name of a document where it gives one. */
function nameOf(facts: Facts, kind: DocumentKind): string {
  const { youngTeachers, needs } = facts.rules.regulation.forms;
  const own = kind === 'young-teachers' ? youngTeachers : kind === 'needs' ? needs : null;
  return own === null ? KIND_NAMES[kind] : fill(facts, own.title[0] ?? KIND_NAMES[kind]).text;
}

type SingleKind = Exclude<keyof typeof SHEET_NAMES, 'registration'>;

/** A document there is one of. */
const single = (
  kind: SingleKind,
  answers: SingleMaker['answers'],
  blocksOf: (facts: Facts) => Part,
  lacks: SingleMaker['lacks'],
  orientation: Draft['orientation'] = 'portrait',
): SingleMaker => ({
  per: 'none',
  answers,
  lacks,
  make: (facts) => draft({ name: KIND_NAMES[kind], sheet: SHEET_NAMES[kind], orientation }, blocksOf(facts)),
});

const needsTeachers = (facts: Facts): string | null => (membersNow(facts).length > 0 ? null : LACKS.teachers);

const isTold = (facts: Facts, column: ColumnName<'Педагоги'>): boolean =>
  splitBy(facts, membersNow(facts), (row) => row.text(column) !== '').known.length > 0;

const MAKERS: Readonly<Partial<Record<DocumentKind, Maker>>> = {
  protocol: {
    per: 'meeting',
    answers: 'protocols',
    make: (facts, meeting) =>
      draft(
        {
          about: protocolAbout(meeting),
          name: PROTOCOL.name(meeting.number),
          sheet: PROTOCOL.sheet(meeting.number),
        },
        protocolOf(facts, meeting),
      ),
  },
  registration: {
    per: 'meeting',
    answers: 'registration',
    make: (facts, meeting) =>
      draft(
        {
          about: protocolAbout(meeting),
          name: REGISTRATION.name(meeting.number),
          sheet: SHEET_NAMES.registration(meeting.number),
        },
        registrationOf(facts, meeting),
      ),
  },
  plan: single('plan', 'plan', planOf, (facts) =>
    plannedLines(facts).length + facts.meetings.length > 0 ? null : LACKS.planned,
  ),
  composition: single('composition', 'members', compositionOf, needsTeachers),
  databank: single('databank', 'databank', databankOf, needsTeachers, 'landscape'),
  attestation: single('attestation', 'attestation', attestationOf, needsTeachers, 'landscape'),
  'young-teachers': single(
    'young-teachers',
    'young teachers',
    youngTeachersOf,
    (facts) => (youngPeople(facts).length + pairsOf(facts).length > 0 ? null : LACKS.young),
    'landscape',
  ),
  needs: single('needs', 'needs', needsOf, (facts) =>
    isTold(facts, 'Профессиональные дефициты') || difficulties(facts).length > 0 ? null : LACKS.needs,
  ),
  'self-education': single('self-education', 'self-education', selfEducationOf, (facts) =>
    isTold(facts, 'Тема самообразования') ? null : LACKS.selfEducation,
  ),
  analysis: {
    per: 'none',
    answers: 'report',
    lacks: needsTeachers,
    make: analysisDocument,
  },
  documents: single('documents', null, documentListOf, () => null, 'landscape'),
  scans: single(
    'scans',
    'scans',
    (facts) => scansOf(facts, facts.rules.regulation.forms.scans),
    (facts) => (unconfirmedRecords(facts).length > 0 ? null : LACKS.scans),
  ),
  extract: {
    per: 'decision',
    answers: null,
    make: (facts, meeting, decision) =>
      draft(
        {
          about: decision.text,
          name: PROTOCOL.extract.name(meeting.number, decision.label),
          sheet: PROTOCOL.extract.sheet(meeting.number, sheetLabel(decision)),
        },
        extractOf(facts, meeting, decision),
      ),
  },
};

/** What a document of a kind is made for: there is one, or one a meeting, or one a decision. */
export const madePer = (kind: DocumentKind): DocumentOffer['per'] => MAKERS[kind]?.per ?? 'none';

/** Everything that can be made under the regulation: what it demands first, in its own order, then the rest. */
export function listDocuments(context: DocumentContext): readonly DocumentOffer[] {
  const facts = readFacts(context);
  const { documents, produces } = context.rules.regulation;
  const offers = produces.flatMap(({ kind, clause }): (DocumentOffer & { readonly order: number })[] => {
    const maker = MAKERS[kind];
    if (maker === undefined) return [];
    const order = documents.findIndex((each) => each.kind === maker.answers);
    const demanded = documents[order];
    const choices = choicesOf(facts, kind, maker);
    return [
      {
        kind,
        name: demanded?.name ?? nameOf(facts, kind),
        clause: demanded?.clause ?? clause,
        isDemanded: demanded !== undefined,
        per: maker.per,
        choices,
        lacks: lacksOf(facts, maker, choices),
        order: demanded === undefined ? documents.length : order,
      },
    ];
  });
  return offers.sort((one, other) => one.order - other.order).map(({ order: _, ...offer }) => offer);
}

function lacksOf(facts: Facts, maker: Maker, choices: readonly DocumentChoice[]): string | null {
  if (maker.per === 'none') return maker.lacks(facts);
  if (choices.length > 0) return null;
  return maker.per === 'meeting' || numberedMeetings(facts).length === 0 ? LACKS.meetings : LACKS.decisions;
}

function choicesOf(facts: Facts, kind: DocumentKind, { per }: Maker): readonly DocumentChoice[] {
  if (per === 'none') return [];
  return numberedMeetings(facts).flatMap((meeting): DocumentChoice[] => {
    const { number } = meeting;
    if (per === 'meeting') {
      const name = kind === 'protocol' ? PROTOCOL.name(number) : `${KIND_NAMES[kind]} № ${String(number)}`;
      return [{ request: { kind, meeting: number }, name, about: protocolAbout(meeting) }];
    }
    const labels = new Set<string>();
    return decisionsOf(facts, number).flatMap(({ label, text }): DocumentChoice[] => {
      if (label === '' || labels.has(label)) return [];
      labels.add(label);
      return [
        {
          request: { kind, meeting: number, item: label },
          name: PROTOCOL.extract.name(number, label),
          about: text,
        },
      ];
    });
  });
}

/**
 * The document asked for. Throws `NotProducedError`, `MeetingNotNamedError`, `NoSuchMeetingError`,
 * `DecisionNotNamedError`, `NoSuchDecisionError`.
 */
export function makeDocument(
  { kind, meeting: number, item }: DocumentRequest,
  context: DocumentContext,
): AssociationDocument {
  const { produces, name } = context.rules.regulation;
  const maker = produces.some((each) => each.kind === kind) ? MAKERS[kind] : undefined;
  if (maker === undefined) throw new NotProducedError(KIND_NAMES[kind], name);
  const facts = readFacts(context);
  if (maker.per === 'none') return { kind, ...maker.make(facts) };
  if (number === undefined) {
    throw new MeetingNotNamedError(numberedMeetings(facts).map((meeting) => meeting.number));
  }
  const meeting = meetingFacts(facts, number);
  if (maker.per === 'meeting') return { kind, ...maker.make(facts, meeting) };
  if (item === undefined || item.trim() === '') {
    const known = decisionsOf(facts, number).map(({ label }) => label);
    throw new DecisionNotNamedError(
      number,
      known.filter((label) => label !== ''),
    );
  }
  return { kind, ...maker.make(facts, meeting, decisionFacts(facts, number, item)) };
}
