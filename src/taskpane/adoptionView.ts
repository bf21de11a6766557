import { adoptionPaneWords as words } from '../messages/pane/adoption';
import { formatNumber } from '../messages/plural';
import { EMPTY_DRAFT } from '../usecases/contract';
import type {
  AdoptionBlockReport,
  AdoptionColumnReport,
  AdoptionDraft,
  AdoptionDryRun,
  AdoptionLineReport,
  AdoptionFile,
  AdoptionQuestionReport,
  AdoptionReport,
  AdoptionSheetReport,
  SourceCellReport,
  SourceRowReport,
} from '../usecases/contract';

/** What the wizard of adoption shows and how choices change it, made of the report alone. */

export const STEPS = ['found', 'matched', 'questions', 'dryRun'] as const;
export type StepName = (typeof STEPS)[number];

/** The wizard as it stands; it stays while the user looks elsewhere. */
export interface AdoptionState {
  readonly step: StepName;
  /** The furthest step seen. */
  readonly reached: StepName;
  /** Chosen in the pane; the same objects from reading to reading. */
  readonly files: readonly AdoptionFile[];
  readonly draft: AdoptionDraft;
  /** Null: nothing has been read yet. */
  readonly report: AdoptionReport | null;
  /** What was written last, until the next adoption begins. */
  readonly done: AdoptionEnd | null;
}

export interface AdoptionEnd {
  readonly tables: AdoptionDryRun['tables'];
  readonly sentences: readonly string[];
  /** What «Отменить» took back then: as long as it would, nothing has been done since. */
  readonly undoable: string | null;
}

export const NO_ADOPTION: AdoptionState = {
  step: 'found',
  reached: 'found',
  files: [],
  draft: EMPTY_DRAFT,
  report: null,
  done: null,
};

const further = (one: StepName, other: StepName): StepName =>
  STEPS.indexOf(one) > STEPS.indexOf(other) ? one : other;

export const atStep = (state: AdoptionState, step: StepName): AdoptionState => ({
  ...state,
  step,
  reached: further(step, state.reached),
});

/** The step before or after; null at the ends. */
export const stepBeside = (step: StepName, by: 1 | -1): StepName | null =>
  STEPS[STEPS.indexOf(step) + by] ?? null;

/** Adopted: choices and answers are in the workbook by now; the same files may be adopted again. */
export const afterAdoption = (state: AdoptionState, done: AdoptionEnd): AdoptionState => ({
  ...NO_ADOPTION,
  files: state.files,
  done,
});

export const isUntouched = (draft: AdoptionDraft): boolean =>
  draft.regulation === null &&
  [draft.leftOut, draft.headers, ...[draft.kinds, draft.columns, draft.answers].map(Object.keys)].every(
    ({ length }) => length === 0,
  );

// ---------------------------------------------------------------------------------------------------------
// choices

export const withSheet = (draft: AdoptionDraft, sheet: string, isTaken: boolean): AdoptionDraft => ({
  ...draft,
  leftOut: isTaken
    ? draft.leftOut.filter((key) => key !== sheet)
    : [...draft.leftOut.filter((key) => key !== sheet), sheet],
});

/** The header of a block, or of a sheet without any, moved to another row. */
export const withHeader = (
  draft: AdoptionDraft,
  sheet: string,
  from: number | null,
  to: number,
): AdoptionDraft => ({
  ...draft,
  headers: [
    ...draft.headers.filter((each) => each.sheet !== sheet || (each.row !== from && each.row !== to)),
    { sheet, row: to },
  ],
});

/** The headers of a sheet where they were found. */
export const withoutHeaders = (draft: AdoptionDraft, sheet: string): AdoptionDraft => ({
  ...draft,
  headers: draft.headers.filter((each) => each.sheet !== sheet),
});

export const withKind = (
  draft: AdoptionDraft,
  block: string,
  kind: AdoptionBlockReport['kind'],
): AdoptionDraft => ({
  ...draft,
  kinds: { ...draft.kinds, [block]: kind },
});

export const withColumn = (
  draft: AdoptionDraft,
  block: string,
  column: number,
  option: string,
): AdoptionDraft => ({
  ...draft,
  columns: { ...draft.columns, [block]: { ...draft.columns[block], [column]: option } },
});

export const withAnswer = (draft: AdoptionDraft, question: string, option: string): AdoptionDraft => ({
  ...draft,
  answers: { ...draft.answers, [question]: option },
});

/** Answered now, or in an earlier adoption. */
const isAnswered = (draft: AdoptionDraft, { id, isAnswered: isKnown }: AdoptionQuestionReport): boolean =>
  isKnown || draft.answers[id] !== undefined;

/** The safest answer to every question that has none. */
export const withSafest = (
  draft: AdoptionDraft,
  questions: readonly AdoptionQuestionReport[],
): AdoptionDraft => ({
  ...draft,
  answers: {
    ...draft.answers,
    ...Object.fromEntries(
      questions.filter((each) => !isAnswered(draft, each)).map(({ id, safest }) => [id, safest]),
    ),
  },
});

// ---------------------------------------------------------------------------------------------------------
// found

/** A sheet of a source, with its tables as one sentence each. */
export interface BlockView {
  readonly block: AdoptionBlockReport;
  readonly sheet: AdoptionSheetReport;
  readonly kind: AdoptionBlockReport['kind'];
  /** «Банк данных педагогов: 24 строки.». */
  readonly sentence: string;
  readonly rowAbove: number | null;
  readonly rowBelow: number | null;
}

const sheetsOf = ({ sources }: AdoptionReport): readonly AdoptionSheetReport[] =>
  sources.flatMap(({ sheets }) => sheets);

export function viewBlock(
  draft: AdoptionDraft,
  sheet: AdoptionSheetReport,
  block: AdoptionBlockReport,
): BlockView {
  const kind = draft.kinds[block.id] ?? block.kind;
  const named = block.kinds.find((each) => each.kind === kind)?.words ?? '';
  const { header, rowsAround, rows } = block;
  return {
    block,
    sheet,
    kind,
    sentence: block.table === null ? `${capital(named)}.` : `${capital(named)}: ${words.found.rows(rows)}.`,
    rowAbove: rowsAround.filter(({ row }) => row < header.top).at(-1)?.row ?? null,
    rowBelow: rowsAround.find(({ row }) => row > header.top)?.row ?? null,
  };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A row as a line of text: what stands in it, empty cells left out. */
export const rowText = ({ cells }: SourceRowReport): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' · ');

const isSameFile = (one: AdoptionFile, other: AdoptionFile): boolean =>
  one.name === other.name &&
  one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, at) => byte === other.bytes[at]);

/** Files that are not among those chosen: one pressed twice is read once, two of one name are both read. */
export const otherFiles = (
  files: readonly AdoptionFile[],
  chosen: readonly AdoptionFile[],
): readonly AdoptionFile[] =>
  chosen.filter(
    (file, index) => ![...files, ...chosen.slice(0, index)].some((each) => isSameFile(each, file)),
  );

/** Tables that are transferred, and their rows. */
export function foundCounts(report: AdoptionReport): { readonly tables: number; readonly rows: number } {
  const taken = takenBlocks(report);
  return { tables: taken.length, rows: taken.reduce((sum, { block }) => sum + block.rows, 0) };
}

/** Blocks whose rows go into the register, with their sheets. */
export const takenBlocks = (
  report: AdoptionReport,
): readonly { readonly sheet: AdoptionSheetReport; readonly block: AdoptionBlockReport }[] =>
  sheetsOf(report).flatMap((sheet) =>
    sheet.isLeftOut
      ? []
      : sheet.blocks.filter(({ table }) => table !== null).map((block) => ({ sheet, block })),
  );

/** «Школы.xlsx, лист «База»», as blocks are told apart where several sources are read. */
export function sheetTitle(report: AdoptionReport, { key, name }: AdoptionSheetReport): string {
  const source = report.sources.find(({ sheets }) => sheets.some((sheet) => sheet.key === key));
  return source === undefined || source.file === ''
    ? words.found.sheet(name)
    : words.found.sheetOf(source.title, name);
}

// ---------------------------------------------------------------------------------------------------------
// matched

export type Confidence = keyof typeof words.matched.confidence;

export interface ColumnView {
  readonly column: AdoptionColumnReport;
  /** The header, or that there is none. */
  readonly title: string;
  readonly taken: string;
  readonly confidence: Confidence;
  /** «понято уверенно, по названию». */
  readonly words: string;
  readonly isToCheck: boolean;
  /** Of those that read alike the one that is taken, or else the first. */
  readonly options: AdoptionColumnReport['options'];
}

const SURE = 0.9;
const LIKELY = 0.75;

export function viewColumn(draft: AdoptionDraft, block: string, column: AdoptionColumnReport): ColumnView {
  const chosen = draft.columns[block]?.[column.column];
  const confidence = chosen !== undefined ? 'chosen' : confidenceOf(column);
  const said = words.matched.confidence[confidence];
  const taken = chosen ?? column.taken;
  return {
    column,
    options: toldApart(column.options, taken),
    title: column.header === '' ? words.matched.untitled(column.letters) : column.header,
    taken,
    confidence,
    words: wordsOf(confidence, said, column),
    isToCheck: confidence === 'doubtful' || confidence === 'contradicted',
  };
}

/** Two fields of the dictionary may fill one column of the register: to a reader they are one. */
const toldApart = (
  options: AdoptionColumnReport['options'],
  taken: string,
): AdoptionColumnReport['options'] =>
  options.filter(
    ({ id, words: said }, index) =>
      id === taken ||
      !options.some(
        (other, at) => other.words === said && other.id !== id && (other.id === taken || at < index),
      ),
  );

function confidenceOf({ taken, refused, isDoubtful, score }: AdoptionColumnReport): Confidence {
  if (taken === '') return refused === '' ? 'unknown' : 'refused';
  if (isDoubtful) return 'contradicted';
  if (score >= SURE) return 'sure';
  return score >= LIKELY ? 'likely' : 'doubtful';
}

function wordsOf(confidence: Confidence, said: string, { how, refused }: AdoptionColumnReport): string {
  switch (confidence) {
    case 'chosen':
    case 'unknown':
      return capital(said);
    case 'refused':
      return `${capital(said)}: ${refused}`;
    case 'sure':
    case 'likely':
    case 'doubtful':
    case 'contradicted':
      return how === '' ? capital(said) : `${capital(said)} (${how})`;
  }
}

/** Columns that are transferred, of all tables. */
export const takenColumns = (report: AdoptionReport): number =>
  takenBlocks(report).reduce(
    (sum, { block }) => sum + block.columns.filter(({ taken }) => taken !== '').length,
    0,
  );

// ---------------------------------------------------------------------------------------------------------
// questions

export interface QuestionView {
  readonly question: AdoptionQuestionReport;
  readonly taken: string;
  readonly isAnswered: boolean;
}

export const viewQuestions = ({ questions }: AdoptionReport, draft: AdoptionDraft): readonly QuestionView[] =>
  questions.map((question) => ({
    question,
    taken: draft.answers[question.id] ?? question.taken,
    isAnswered: isAnswered(draft, question),
  }));

// ---------------------------------------------------------------------------------------------------------
// dry run

/** Lines of the dry run by what becomes of them, the ones to look at first. */
export const LINE_STATES = [
  'updated',
  'conflict',
  'added',
  'gone',
] as const satisfies readonly AdoptionLineReport['state'][];
export type LineState = (typeof LINE_STATES)[number];

export const linesOf = ({ lines }: AdoptionDryRun, state: LineState): readonly AdoptionLineReport[] =>
  lines.filter((line) => line.state === state);

export const unchangedCount = ({ tables }: AdoptionDryRun): number =>
  tables.reduce((sum, { counts }) => sum + counts.unchanged, 0);

/** What is said of a table, what is done first. */
const COUNTED = ['added', 'updated', 'conflict', 'refused', 'gone', 'unchanged'] as const;

/** A line a table: «Педагоги: добавится 4, изменится 2». */
export const countLines = (
  tables: AdoptionDryRun['tables'],
  said: Readonly<Record<(typeof COUNTED)[number], string>>,
): readonly string[] =>
  tables.map(({ table, counts }) =>
    words.dryRun.counted(
      table,
      COUNTED.flatMap((state) =>
        counts[state] === 0 ? [] : [`${said[state]}\u00a0${formatNumber(counts[state])}`],
      ),
    ),
  );

type LineCell = AdoptionLineReport['cells'][number];

/** The cells worth showing of a line: what is written, or what differs. */
export const shownCells = ({ cells }: AdoptionLineReport): readonly LineCell[] =>
  cells.filter(({ state }) => state !== 'same');

/** What stands in the source, where the register words it otherwise; "" where it says the same. */
export const originalOf = ({ original, new: written }: LineCell): string =>
  original.trim() === written.trim() ? '' : original;

/** Whether there is something to write. */
export const canWrite = ({ dryRun }: AdoptionReport): boolean => !dryRun.isEmpty;

// ---------------------------------------------------------------------------------------------------------
// places

/** Places named at first, and at most. */
export const FEW_PLACES = 4;
export const MANY_PLACES = 200;

/** Places in a row: after the first of a sheet the cell alone says where. */
export const placeLabels = (
  places: readonly SourceCellReport[],
): readonly { readonly place: SourceCellReport; readonly label: string }[] =>
  places.map((place, index) => {
    const before = places[index - 1];
    const isSame = before !== undefined && before.file === place.file && before.sheet === place.sheet;
    return { place, label: isSame ? place.cell : place.words };
  });
