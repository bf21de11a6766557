import { reportingPeriod, type Period } from '../../control/period';
import type { AppliedRules } from '../../control/rules';
import type { IndicatorResult } from '../../indicators/evaluate';
import { indicatorClause, missingIndicators } from '../../messages/documents/analysisIndicators';
import { ACHIEVED, MISSING } from '../../messages/documents/analysis';
import { sentence } from '../../messages/documents/sentences';
import type { Register } from '../../register/register';
import { foldCase } from '../../register/text';
import type { TableName } from '../../register/tables';
import type { Regulation } from '../../regulations';
import { nameShortener } from './people';
import { grouped, rowsOf, type Row } from './rows';

/** What the analysis is made of: a register that has been counted. */
export interface AnalysisSource {
  readonly register: Register;
  readonly rules: AppliedRules;
  /** Serial of the day of calculation. */
  readonly today: number;
  readonly indicators: readonly IndicatorResult[];
}

export type FactBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** What one feed of a section gives. */
export interface Facts {
  readonly blocks: readonly FactBlock[];
  /** What the register does not hold, each as the end of «Сведений нет: …». */
  readonly missing: readonly string[];
}

export const NO_FACTS: Facts = { blocks: [], missing: [] };

/** What feeds look at. */
export interface FactContext extends AnalysisSource {
  readonly period: Period;
  readonly words: Regulation['words'];
  /** Whether numbers of the form are named: where the regulation asks for the form. */
  readonly cites: boolean;
  /** «Иванова А. П.»; "" for no name. */
  readonly short: (name: string) => string;
  readonly rows: <T extends TableName>(table: T) => readonly Row<T>[];
  readonly indicator: (no: string) => IndicatorResult | undefined;
  /** Notes that a section has spoken of a record. */
  readonly use: (table: TableName, at: number) => void;
  readonly used: ReadonlyMap<TableName, ReadonlySet<number>>;
}

export function factContext(source: AnalysisSource): FactContext {
  const { register, rules, today, indicators } = source;
  const read = new Map<TableName, readonly Row[]>();
  const rows = <T extends TableName>(table: T): readonly Row<T>[] => {
    const known = read.get(table);
    if (known !== undefined) return known;
    const made = rowsOf(register, table);
    read.set(table, made);
    return made;
  };
  const byNo = new Map(indicators.map((result) => [result.no, result]));
  const used = new Map<TableName, Set<number>>();
  return {
    ...source,
    period: reportingPeriod(register, rules, today),
    words: rules.regulation.words,
    cites: rules.choice('report-appendix') !== null,
    short: nameShortener(rows('Педагоги').map((row) => row.text('ФИО'))),
    rows,
    indicator: (no) => byNo.get(no),
    use: (table, at) => {
      used.set(table, (used.get(table) ?? new Set()).add(at));
    },
    used,
  };
}

export const paragraph = (text: string): FactBlock => ({ kind: 'paragraph', text: sentence(text) });

/** A list under the words that introduce it; nothing where there are no items. */
export const listOf = (lead: string, items: readonly string[]): readonly FactBlock[] =>
  items.length === 0
    ? []
    : [
        { kind: 'paragraph', text: sentence(`${lead}:`) },
        { kind: 'list', items },
      ];

export const joinFacts = (facts: readonly Facts[]): Facts => ({
  blocks: facts.flatMap(({ blocks }) => blocks),
  missing: facts.flatMap(({ missing }) => missing),
});

/** What is not counted, by its reason. */
export const notCounted = (
  refused: readonly { readonly item: string; readonly reason: string }[],
): readonly FactBlock[] =>
  grouped(refused, ({ reason }) => reason).flatMap((of) =>
    listOf(
      ACHIEVED.notCounted(of[0]?.reason ?? ''),
      of.map(({ item }) => item),
    ),
  );

/** Why a table gives nothing: it is not there, it is empty, or it holds nothing of the kind. */
export function nothingIn({ register, rows }: FactContext, table: TableName, what: string): string {
  if (register.tables[table] === undefined) return MISSING.noTable(table);
  return rows(table).length === 0 ? MISSING.empty(table) : MISSING.noSuch(table, what);
}

/**
 * Rows of the form as one sentence each, a row N.1 beside its N. What has no value is missing where the regulation
 * asks for the form.
 */
export function indicatorFacts(context: FactContext, numbers: readonly string[]): Facts {
  const { words, cites } = context;
  const manner = {
    cites,
    materialsAreTeachers: foldCase(String(context.register.parameters.testMaterials)) === 'педагоги',
  };
  const results = numbers.flatMap((no) => context.indicator(no) ?? []);
  const known = results.filter(({ value }) => value !== null);
  const sums = known.filter(({ no }) => isSum(no, numbers));
  const sentences = known
    .filter((result) => !sums.includes(result))
    .map((result) => {
      const sum = sums.find(({ no }) => no === `${result.no}.1`);
      const isZero = result.value === 0 && sum?.value === 0;
      return [result, ...(sum === undefined || isZero ? [] : [sum])]
        .map((each) => indicatorClause(each, words, manner))
        .join('; ');
    });
  const alone = sums.filter(({ no }) => !known.some((result) => `${result.no}.1` === no));
  const missing = results.filter(({ state }) => state === 'missing');
  return {
    blocks:
      sentences.length + alone.length === 0
        ? []
        : [
            paragraph(
              [...sentences, ...alone.map((each) => indicatorClause(each, words, manner))]
                .map(sentence)
                .join(' '),
            ),
          ],
    missing: cites && missing.length > 0 ? [missingIndicators(missing.map(({ no }) => no))] : [],
  };
}

/** «8.1» beside «8»; «1.1» is a row of its own. */
const isSum = (no: string, numbers: readonly string[]): boolean =>
  no.endsWith('.1') && numbers.includes(no.slice(0, -2)) && no !== '1.1' && no !== '28.1';
