import type { IndicatorResult } from '../../indicators/evaluate';
import { OF_THEM } from '../../indicators/states';
import { ANALYSIS_DOCUMENT } from '../../messages/documents/analysis';
import { ofSubject } from '../../messages/documents/ofSubject';
import { listItems, sentence } from '../../messages/documents/sentences';
import { initialsFirst, plainSpaces } from '../../register/personName';
import { valueAt, type Register } from '../../register/register';
import { foldLoosely, isErrorValue } from '../../register/text';
import type { AssociationDocument, DocumentBlock, DocumentRow } from '../document';
import { holderOf, readFacts } from '../facts';
import { analysisOf, type Analysis, type FilledSection } from './analysis';
import type { AnalysisSource } from './context';
import { isLineOf, isOwnText, plainLines, sheetLines, type StandingLine } from './sheetLines';

/**
 * The analysis as a document: every section with the register's facts and the methodist's conclusions, and the form of
 * numbers at its end where the regulation asks for it. What the methodist has changed on the sheet «Анализ» goes
 * before what the register says.
 */
export function analysisDocument(source: AnalysisSource): AssociationDocument {
  const analysis = analysisOf(source);
  const lines = readLines(source.register);
  const { regulation } = source.rules;
  const { association, subject } = source.register.passport;
  const sections = analysis.sections.map((section) => ({
    section,
    ...sectionText(analysis, section, lines),
  }));
  const own = ownSections(analysis, lines);
  const [whose, about] = [plainSpaces(String(association)), plainSpaces(String(subject))];
  const isSaid = [about, ofSubject(about)].some((words) => foldLoosely(whose).includes(foldLoosely(words)));
  const titles = [
    analysis.title.toUpperCase(),
    whose,
    isSaid ? '' : about,
    ANALYSIS_DOCUMENT.forPeriod(analysis.period),
  ];
  return {
    kind: 'analysis',
    about: '',
    name: analysis.title,
    sheet: SHEET_NAME,
    orientation: 'portrait',
    blocks: [
      { kind: 'title', lines: titles.filter((line, at) => line !== '' && titles.indexOf(line) === at) },
      ...sections.flatMap(({ section, facts, conclusions }) => sectionBlocks(section, facts, conclusions)),
      ...own.flatMap(({ no, title, facts, conclusions }) =>
        sectionBlocks({ no, title, clause: '' }, textBlocks(facts), conclusions),
      ),
      ...(analysis.hasAppendix ? appendixBlocks(source.indicators) : []),
      {
        kind: 'signatures',
        lines: [
          {
            post: `${capital(regulation.words.leader)} ${regulation.words.association}`,
            name: leaderOf(source),
          },
        ],
      },
    ],
    gaps: [...gapsOf(source, analysis, sections), ...analysis.unplaced],
  };
}

/** The sheet «Анализ» is the table: the document laid out on a sheet has another name. */
const SHEET_NAME = 'Анализ для печати';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** «А. А. Иванова», of the member who holds the office on the day of the report; "" when nobody is known to. */
function leaderOf(source: AnalysisSource): string {
  const facts = readFacts(source);
  return initialsFirst(holderOf(facts, 'leader', facts.day) ?? '');
}

function readLines({ tables }: Register): readonly StandingLine[] {
  const table = tables.Анализ;
  if (table === undefined) return [];
  const text = (row: number, column: string): string => {
    const value = valueAt(table, row, column);
    return isErrorValue(value) ? '' : plainLines(String(value));
  };
  return table.rows.map((_, row) => ({
    no: text(row, 'Пункт').trim(),
    title: text(row, 'Раздел').trim(),
    facts: text(row, 'Сведения из реестра'),
    conclusions: text(row, 'Выводы').trim(),
    mark: valueAt(table, row, 'Отпечаток сведений'),
  }));
}

interface SectionText {
  readonly facts: readonly DocumentBlock[];
  readonly conclusions: string;
}

function sectionText(
  analysis: Analysis,
  section: FilledSection,
  lines: readonly StandingLine[],
): SectionText {
  const parts = sheetLines(analysis)
    .filter((part) => part.section === section.no)
    .map((part) => ({ part, line: lines.find((line) => isLineOf(line, part.no)) }));
  const isChanged = parts.some(
    ({ part, line }) => line !== undefined && line.facts !== part.facts && !isOwnText(line),
  );
  return {
    facts: isChanged
      ? textBlocks(parts.map(({ part, line }) => line?.facts ?? part.facts).join('\n'))
      : section.blocks.map((block) =>
          block.kind === 'paragraph'
            ? { kind: 'paragraph', text: block.text, align: 'justify' }
            : { kind: 'list', isNumbered: false, items: listItems(block.items) },
        ),
    conclusions: parts
      .map(({ line }) => line?.conclusions ?? '')
      .filter((text) => text !== '')
      .join('\n'),
  };
}

const textBlocks = (text: string): readonly DocumentBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim(), align: 'justify' }));

/** Rows that the methodist has added: whole sections of their own. */
const ownSections = (analysis: Analysis, lines: readonly StandingLine[]): readonly StandingLine[] => {
  const known = sheetLines(analysis);
  return lines.filter(
    (line) =>
      !known.some((part) => isLineOf(line, part.no)) &&
      (line.conclusions !== '' || (line.facts.trim() !== '' && !isOwnText(line))),
  );
};

const sectionBlocks = (
  { no, title, clause }: Pick<FilledSection, 'no' | 'title' | 'clause'>,
  facts: readonly DocumentBlock[],
  conclusions: string,
): readonly DocumentBlock[] => [
  {
    kind: 'heading',
    level: 2,
    text: [no === '' ? '' : `${no}.`, capital(title), clause === '' ? '' : `(${clause})`]
      .filter(Boolean)
      .join(' '),
  },
  ...facts,
  { kind: 'paragraph', text: `${ANALYSIS_DOCUMENT.conclusions}:`, bold: true },
  ...(conclusions === '' ? ([{ kind: 'lines', count: 2 }] as const) : textBlocks(conclusions)),
];

// ---------------------------------------------------------------------------------------------------------
// The form of numbers

function appendixBlocks(indicators: readonly IndicatorResult[]): readonly DocumentBlock[] {
  const [no, label, value] = ANALYSIS_DOCUMENT.columns;
  return [
    { kind: 'pageBreak' },
    { kind: 'title', lines: [ANALYSIS_DOCUMENT.appendix] },
    {
      kind: 'table',
      columns: [
        { title: no, share: 8 },
        { title: label, share: 72 },
        { title: value, share: 20, align: 'center' },
      ],
      rows: indicators.flatMap(rowsOfForm),
      empty: '',
    },
    { kind: 'paragraph', text: `* ${ANALYSIS_DOCUMENT.scans}`, italic: true },
  ];
}

/** As printed: the unnumbered line stands between rows 1 and 1.1. */
function rowsOfForm(result: IndicatorResult): readonly DocumentRow[] {
  const row: DocumentRow = { kind: 'row', cells: [result.no, result.label, shownValue(result)] };
  return result.no === '1' ? [row, { kind: 'row', cells: ['', OF_THEM, ''] }] : [row];
}

function shownValue({ value, state }: IndicatorResult): number | string {
  if (value !== null) return value;
  if (state === 'heading') return '';
  return state === 'not-due' ? ANALYSIS_DOCUMENT.notDue : ANALYSIS_DOCUMENT.noData;
}

function gapsOf(
  { indicators }: AnalysisSource,
  { hasAppendix, sections }: Analysis,
  texts: readonly { readonly section: FilledSection; readonly conclusions: string }[],
): readonly string[] {
  const unsaid = texts.filter(({ conclusions }) => conclusions === '').map(({ section }) => section.no);
  const empty = sections.filter(({ isEmpty }) => isEmpty).map(({ no }) => no);
  const withState = (state: IndicatorResult['state']): readonly string[] =>
    hasAppendix ? indicators.filter((row) => row.state === state).map(({ no }) => no) : [];
  const [missing, partial] = [withState('missing'), withState('partial')];
  return [
    ...(empty.length === 0 ? [] : [ANALYSIS_DOCUMENT.gapFacts(empty)]),
    ...(unsaid.length === 0 ? [] : [ANALYSIS_DOCUMENT.gapConclusions(unsaid)]),
    ...(missing.length === 0 ? [] : [ANALYSIS_DOCUMENT.gapAppendix(missing)]),
    ...(partial.length === 0 ? [] : [ANALYSIS_DOCUMENT.gapPartial(partial)]),
  ].map(sentence);
}
