import { GAPS, PLACE_LABELS } from '../messages/documents/gaps';
import { ofSubject } from '../messages/documents/ofSubject';
import type { FormApproval, FormSignature, OfficeHolder } from '../regulations';
import { initialsFirst } from '../register/personName';
import { foldLoosely } from '../register/text';
import type { DocumentBlock, SignatureLine } from './document';
import { holderOf, type Facts } from './facts';

/** Texts of the forms with what the register holds in their places. */

export type TextPlace =
  | 'word'
  | 'inFull'
  | 'leader'
  | 'deputy'
  | 'secretary'
  | 'department'
  | 'period'
  | 'association'
  | 'subject'
  | 'ofSubject'
  | 'municipality'
  | 'topic';

/** Places the passport fills; the others are always known. */
export type PassportPlace = 'association' | 'subject' | 'ofSubject' | 'municipality' | 'topic';

const valueOf = (facts: Facts, place: string): string => {
  const { words } = facts;
  const values: Readonly<Record<TextPlace, string>> = {
    word: words.association,
    inFull: words.associationInFull,
    leader: words.leader,
    deputy: words.deputy,
    secretary: words.secretary,
    department: words.department,
    period: facts.periodWords,
    association: facts.passport('association'),
    subject: facts.passport('subject'),
    ofSubject: ofSubject(facts.passport('subject')),
    municipality: facts.passport('municipality'),
    topic: facts.passport('topic'),
  };
  return isPlace(values, place) ? values[place] : '';
};

const isPlace = (values: Readonly<Record<TextPlace, string>>, place: string): place is TextPlace =>
  Object.hasOwn(values, place);

const PLACES = /\{(\w+)\}/g;

export interface Filled {
  readonly text: string;
  /** Places the register holds nothing for. */
  readonly missing: readonly string[];
}

export function fill(facts: Facts, template: string): Filled {
  const missing: string[] = [];
  const text = template.replace(PLACES, (_, place: string) => {
    const value = valueOf(facts, place);
    if (value === '') missing.push(place);
    return value;
  });
  return { text, missing };
}

/** A form's own text as a line begins with it. */
export const filledText = (facts: Facts, template: string): string => capitalised(fill(facts, template).text);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface Part {
  readonly blocks: readonly DocumentBlock[];
  readonly gaps: readonly string[];
}

const passportLabel = (place: string): string | null =>
  Object.entries(PLACE_LABELS).find(([key]) => key === place)?.[1] ?? null;

/** The title; a line whose place the passport leaves empty becomes a place to write. */
export function titleOf(facts: Facts, templates: readonly string[]): Part {
  const lines = templates.map((template) => fill(facts, template));
  const labels = lines
    .flatMap(({ missing }) => missing)
    .flatMap((place) => {
      const label = passportLabel(place);
      return label === null ? [] : [label];
    });
  return {
    blocks: [
      {
        kind: 'title',
        lines: withoutRepeats(
          lines.filter(({ missing }) => missing.length === 0).map(({ text }) => text),
          facts.words.association,
        ),
      },
      ...(labels.length === 0
        ? []
        : [{ kind: 'fields' as const, fields: labels.map((label) => ({ label, value: '' })) }]),
    ],
    gaps: labels.map((label) => GAPS.passport(label)),
  };
}

/** «заседания ММО», «ММО учителей математики» are one line: «заседания ММО учителей математики». */
function withoutRepeats(lines: readonly string[], word: string): readonly string[] {
  const folded = foldLoosely(word);
  return lines.reduce<readonly string[]>((joinedLines, line) => {
    const before = joinedLines.at(-1);
    const isRepeated =
      before !== undefined &&
      foldLoosely(before).endsWith(` ${folded}`) &&
      foldLoosely(line).startsWith(`${folded} `);
    return isRepeated
      ? [...joinedLines.slice(0, -1), `${before}${line.slice(word.length)}`]
      : [...joinedLines, line];
  }, []);
}

/** Signatures of a form; `holder`: who holds an office, null: a place to write the name. */
export function signaturesOf(
  facts: Facts,
  lines: readonly FormSignature[],
  holderOfOffice: (office: OfficeHolder) => string | null = (office) => holderOf(facts, office, facts.day),
): Part {
  const signed = lines.map(({ post, holder }) => ({
    post: filledText(facts, post),
    holder: holderOfOffice(holder),
  }));
  return {
    blocks: [
      {
        kind: 'signatures',
        lines: signed.map(({ post, holder }): SignatureLine => ({
          post,
          name: holder === null ? '' : initialsFirst(holder),
        })),
      },
    ],
    gaps: signed.flatMap(({ post, holder }) => (holder === null ? [GAPS.signature(post)] : [])),
  };
}

/** «УТВЕРЖДАЮ» and «СОГЛАСОВАНО», dated by hand in that year. */
export function approvalsOf(facts: Facts, approvals: readonly FormApproval[], year: number): Part {
  const made = approvals.map((approval) => ({
    approval,
    holder: approval.holder === null ? null : holderOf(facts, approval.holder, facts.day),
  }));
  return {
    blocks: made.map(({ approval: { side, word, who }, holder }) => ({
      kind: 'approval',
      side,
      word,
      who: who.map((line) => filledText(facts, line)),
      name: holder === null ? '' : initialsFirst(holder),
      year,
    })),
    gaps: made.flatMap(({ approval: { word, who }, holder }) =>
      holder === null ? [GAPS.approval(word, filledText(facts, who[0] ?? ''))] : [],
    ),
  };
}

/** Parts one after another. */
export const joined = (...parts: readonly Part[]): Part => ({
  blocks: parts.flatMap(({ blocks }) => blocks),
  gaps: parts.flatMap(({ gaps }) => gaps),
});

export const part = (blocks: readonly DocumentBlock[], gaps: readonly string[] = []): Part => ({
  blocks,
  gaps,
});

export const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, text });

export const paragraph = (text: string, look: { readonly bold?: true } = {}): DocumentBlock => ({
  kind: 'paragraph',
  text,
  ...look,
});

export const centred = (text: string): DocumentBlock => ({ kind: 'paragraph', text, align: 'center' });

export const fieldsBlock = (
  ...fields: readonly { readonly label: string; readonly value: string }[]
): DocumentBlock => ({ kind: 'fields', fields });
