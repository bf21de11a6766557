import type { DocumentsReport, PaperReport } from '../usecases/contract';

/** What the list of documents shows, from the report alone. */

/** The parts of the view, in the order they are offered. */
export const PARTS = ['documents', 'department', 'svod'] as const;
export type PartName = (typeof PARTS)[number];

/** The part a view was opened for; null: none in particular. */
export const partOf = (focus: string | null): PartName | null => PARTS.find((part) => part === focus) ?? null;

type Offer = DocumentsReport['offers'][number];
export type DocumentRequest = DocumentsReport['made'][number]['request'];

/** One paper that can be made. */
export interface ChoiceView {
  readonly key: string;
  readonly name: string;
  /** Date and topic, or words of the decision; "" where there is one of its kind. */
  readonly about: string;
  readonly request: DocumentRequest;
  /** The sheet it was put on last; null: on none. */
  readonly sheet: string | null;
  readonly gaps: readonly string[];
}

/** All papers of a kind. */
export interface DocumentCard extends Pick<Offer, 'kind' | 'name' | 'per' | 'lacks'> {
  /** "" where the regulation does not speak of it. */
  readonly clause: string;
  readonly choices: readonly ChoiceView[];
  /** Key of the choice that is likely wanted: of the last meeting that was held. */
  readonly likely: string;
  /** What «Документы» says of it; null: it is not among the papers the regulation demands. */
  readonly paper: PaperReport | null;
}

export interface DocumentsListView {
  readonly demanded: readonly DocumentCard[];
  readonly others: readonly DocumentCard[];
  /** Demanded papers that are not made here. */
  readonly papers: readonly PaperReport[];
}

export const requestKey = ({ kind, meeting, item }: DocumentRequest): string =>
  [kind, meeting ?? '', item ?? ''].join('|');

export function viewDocuments(report: DocumentsReport): DocumentsListView {
  const { offers, papers } = report;
  const named = new Map(papers.filter(({ isDemanded }) => isDemanded).map((paper) => [paper.name, paper]));
  const cards = offers.map((offer) => ({
    offer,
    card: cardOf(report, offer, named.get(offer.name) ?? null),
  }));
  const taken = new Set(offers.map(({ name }) => name));
  return {
    demanded: cards.flatMap(({ offer, card }) => (offer.isDemanded ? [card] : [])),
    others: cards.flatMap(({ offer, card }) => (offer.isDemanded ? [] : [card])),
    papers: [...named.values()].filter(({ name }) => !taken.has(name)),
  };
}

function cardOf(report: DocumentsReport, offer: Offer, paper: PaperReport | null): DocumentCard {
  const { kind, name, clause, per, lacks } = offer;
  const choices = (per === 'none' ? [{ request: { kind }, name, about: '' }] : offer.choices).map(
    (choice): ChoiceView => {
      const key = requestKey(choice.request);
      return {
        ...choice,
        key,
        sheet: report.made.filter(({ request }) => requestKey(request) === key).at(-1)?.sheet ?? null,
        gaps: report.gaps.find(({ request }) => requestKey(request) === key)?.sentences ?? [],
      };
    },
  );
  const held = choices.filter(({ request }) => report.held.includes(request.meeting ?? Number.NaN));
  const likely = (offer.per === 'decision' ? firstOfLastMeeting(held) : held.at(-1)) ?? choices[0];
  return { kind, name, clause: clause ?? '', per, lacks, choices, likely: likely?.key ?? '', paper };
}

const firstOfLastMeeting = (choices: readonly ChoiceView[]): ChoiceView | undefined => {
  const last = choices.at(-1)?.request.meeting;
  return choices.find(({ request }) => request.meeting === last);
};

/** The choice that is to be made: the one that was picked while it is there, or else the likely one. */
export const chosenOf = (
  { choices, likely }: DocumentCard,
  picked: string | undefined,
): ChoiceView | undefined =>
  choices.find(({ key }) => key === picked) ?? choices.find(({ key }) => key === likely);

/** How many of a kind stand on sheets. */
export const madeCount = ({ choices }: DocumentCard): number =>
  choices.filter(({ sheet }) => sheet !== null).length;
