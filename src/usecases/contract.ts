import type { BlockKind, RowOutcome, CellOutcome } from '../adoption';
import type { Svod } from '../department/svod';
import type { CellChange, Fix, FixKind, Severity } from '../control/issue';
import type { ObligationState } from '../control/obligations';
import type { Readiness } from '../control/readiness';
import type { DocumentOffer, DocumentRequest } from '../documents/produce';
import type { IndicatorState } from '../indicators/states';
import type { CellPlace } from '../register/addresses';
import type { PassportKey } from '../register/fixedCells';
import type { TableName } from '../register/tables';

/**
 * What the pane and the ribbon ask for, and what they are told: plain data, no Office. Words are made already.
 * `src/usecases/office.ts` answers it over a workbook.
 */

/** How one row of the appendix stands. */
export type RowState = IndicatorState;

/** One row of the appendix: what the engine counted beside what the sheet's own formula shows. */
export interface IndicatorRowReport {
  /** Number as printed: "1.1". */
  readonly no: string;
  readonly label: string;
  /** Null when there is no number: never to be shown as 0. */
  readonly value: number | null;
  readonly state: RowState;
  /** Records or members behind the number that leave something open; 0 unless `state` is "partial". */
  readonly gaps: number;
  readonly formulaValue: number | null;
  /** The words the sheet shows in «Состояние». */
  readonly formulaState: string;
  /** True when the engine and the sheet say the same, in number and in state. */
  readonly agrees: boolean;
  /** «Прошлый год» of the sheet; null: no number stands there. */
  readonly lastYear: number | null;
}

/** One issue of the control, in words. */
export interface IssueReport {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly table: TableName | null;
  /** A1. */
  readonly cell: string;
  /** What is wrong, a sentence that names the thing. */
  readonly trouble: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Clause of the regulation behind it; "" where there is none. */
  readonly basis: string;
  readonly fix: FixReport | null;
}

/** A fix that is proposed; it is given back as it is to be applied. */
export interface FixReport {
  readonly kind: FixKind;
  /** What the button says: «Заменить на «высшая»». */
  readonly label: string;
  /** Old and new of every cell it changes: the dry run. Empty where the structure is changed. */
  readonly changes: readonly CellChange[];
  readonly fix: Fix;
}

/** One obligation of the association, in words. */
export interface ObligationReport {
  readonly code: string;
  readonly title: string;
  readonly clause: string;
  /** YYYY-MM-DD; null: the regulation names no date. */
  readonly due: string | null;
  readonly daysLeft: number | null;
  readonly state: ObligationState;
  /** Why it stands so, in words. */
  readonly basis: string;
  /** The cell in which what it waits for is to be filled in; null while there is none. */
  readonly place: CellPlace | null;
  /** True where a date typed into «Выполнено» fulfils it. */
  readonly canBeMarked: boolean;
  /** The date typed there, YYYY-MM-DD. */
  readonly marked: string | null;
}

/** All that the control knows of the register as it stands. */
export interface ControlReport {
  /** By severity, sheet, row, column. */
  readonly issues: readonly IssueReport[];
  readonly obligations: readonly ObligationReport[];
  readonly readiness: Readiness;
}

/** The association in numbers; null: not known. */
export interface AssociationReport {
  readonly members: number | null;
  readonly meetingsHeld: number;
  /** Null: the regulation names no number. */
  readonly meetingsRequired: number | null;
  /** The first cell of the databank that is typed into, wherever its table stands; null: there is no table. */
  readonly databank: CellPlace | null;
}

/** The appendix of one association, as just verified. */
export interface WorkbookReport {
  readonly association: string;
  readonly municipality: string;
  /** Name of the regulation for people. */
  readonly regulation: string;
  /** "2025/2026". */
  readonly schoolYear: string;
  /** «Дата расчёта», YYYY-MM-DD. */
  readonly today: string;
  readonly rows: readonly IndicatorRowReport[];
  readonly agreement: { readonly agreed: number; readonly total: number };
  /** Whole sentences for the methodist. */
  readonly warnings: readonly string[];
  readonly control: ControlReport;
  readonly numbers: AssociationReport;
  /** What «Отменить» would take back, in words; null: nothing. */
  readonly undoable: string | null;
}

/** Where a running use case is. */
export type Phase = 'reading' | 'planning' | 'writing' | 'verifying';

/** How a use case is watched, and stopped between its phases. */
export interface Work {
  readonly onPhase: (phase: Phase) => void;
  /** Aborted: the use case ends with `CancelledError` before its next phase; what is written stays whole. */
  readonly signal?: AbortSignal;
}

/** What a plan would do, before it is done. */
export interface Preview {
  /** Nothing would be changed. */
  readonly isEmpty: boolean;
  /** Whole sentences: what is added, what is changed. */
  readonly sentences: readonly string[];
  /** Cells of the user's that would be changed, old and new. */
  readonly changes: readonly PreviewChange[];
}

export interface PreviewChange extends Omit<CellChange, 'new'> {
  /** Null: the register's own formula, which had been typed over. */
  readonly new: CellChange['new'] | null;
}

/** What the user had typed since and what «Отменить» therefore left. */
export interface UndoReport {
  readonly report: WorkbookReport | null;
  readonly kept: readonly CellPlace[];
}

/** One row behind a number, as the pane lists it. */
export interface EvidenceReport {
  readonly place: CellPlace;
  /** «Иванова А. А. — олимпиада «…», призёр, 12.03.2026». */
  readonly subject: string;
  /** Why it does not count; null: it counts. */
  readonly reason: string | null;
}

/** Where one number of the appendix comes from. */
export interface IndicatorExplanation {
  readonly no: string;
  readonly label: string;
  /** In words: what is counted. */
  readonly counts: string;
  readonly evidence: readonly EvidenceReport[];
  readonly excluded: readonly EvidenceReport[];
  /** The sheet's own formula in the language of the user's Excel; "" where there is none. */
  readonly formula: string;
  /** Whether «Ноль подтверждён» may be set, and whether it is. */
  readonly zero: { readonly mayBeConfirmed: boolean; readonly isConfirmed: boolean };
  /** Its cell on «Приложение»; null: there is none. */
  readonly place: CellPlace | null;
}

/** One field of a form: a column of a table. */
export interface FieldReport {
  readonly column: string;
  readonly kind: 'text' | 'date' | 'number';
  readonly isRequired: boolean;
  /** Values of its list as they stand on «Справочники» or names of the databank; another value may be typed. */
  readonly choices: readonly string[];
}

/** A value of a form: dates are YYYY-MM-DD, numbers are numbers, empty is "". */
export type FieldValue = string | number;

/** Tables that records are added to by form. */
export type RecordFormTable = 'Достижения' | 'Курсы' | 'Деятельность' | 'Мероприятия';

export interface RecordDraft {
  readonly table: RecordFormTable;
  /** By column; what is left out is empty. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What a record would be counted as. */
export interface RecordJudgement {
  /** Numbers of the indicators it enters. */
  readonly indicators: readonly string[];
  /** «Войдёт в показатель 11», or why it will not count. */
  readonly sentence: string;
  /** Empty required fields and values outside their lists, by column. */
  readonly troubles: readonly { readonly column: string; readonly sentence: string }[];
}

export type AttendanceMark = 'да' | 'нет' | '';

/** A decision of a meeting as the form holds it; null: not typed. */
export interface DecisionDraft {
  readonly item: string;
  readonly heard: string;
  readonly speaker: string;
  readonly decided: string;
  readonly responsible: string;
  /** YYYY-MM-DD, "" where there is none. */
  readonly due: string;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly leaderVote: 'за' | 'против' | '';
}

/** A meeting as the form holds it. */
export interface MeetingDraft {
  readonly number: number;
  /** YYYY-MM-DD, "" while there is none. */
  readonly date: string;
  readonly topic: string;
  readonly form: string;
  readonly place: string;
  /** By name of «Посещаемость». */
  readonly marks: Readonly<Record<string, AttendanceMark>>;
  readonly decisions: readonly DecisionDraft[];
}

/** What the meeting desk works with. */
export interface DeskReport {
  readonly meetings: readonly MeetingDraft[];
  /** The number a new meeting gets; null: the register has columns for no more. */
  readonly nextNumber: number | null;
  /** Everybody of the databank, by whom attendance is ticked. */
  readonly people: readonly { readonly name: string; readonly organisation: string }[];
  readonly forms: readonly string[];
  /** Clause and words of the rules of quorum and majority; "" where the regulation sets none. */
  readonly quorumRule: string;
  readonly majorityRule: string;
}

/** Quorum and outcomes of a draft by the rules of the regulation. */
export interface MeetingJudgement {
  readonly members: number;
  /** Members of that day ticked «да»; null: nobody is marked. */
  readonly present: number | null;
  /** In words: «кворум есть: 14 из 20», «кворума нет: 9 из 20», «кворум не установлен положением». */
  readonly quorum: string;
  readonly quorumState: 'reached' | 'not reached' | 'not set' | 'unknown';
  /** Of each decision: «принято», «не принято», «нет данных», and why. */
  readonly outcomes: readonly {
    readonly state: 'passed' | 'not passed' | 'no data';
    readonly words: string;
  }[];
  /** Names that are ticked and are no members that day. */
  readonly guests: readonly string[];
}

/** One rule of «Правила» as the settings show it. */
export interface RuleReport {
  readonly code: string;
  readonly title: string;
  /** As it stands on the sheet. */
  readonly value: string;
  readonly unit: string;
  readonly clause: string;
  readonly explanation: string;
  /** Values to choose from; empty: typed freely. */
  readonly choices: readonly string[];
  /** What is wrong with the value; "" when nothing is. */
  readonly trouble: string;
  readonly place: CellPlace | null;
}

export interface SettingsReport {
  readonly passport: readonly {
    readonly key: PassportKey;
    readonly label: string;
    readonly value: string;
    readonly isRequired: boolean;
    readonly choices: readonly string[];
    /** Counted by a formula: shown, not typed. */
    readonly isComputed: boolean;
    readonly isDate: boolean;
  }[];
  readonly regulations: readonly { readonly id: string; readonly name: string }[];
  /** Id of the regulation applied. */
  readonly regulation: string;
  readonly rules: readonly RuleReport[];
}

/** A failure arrives as an error that carries `sentence` and `remedy` (`UserFacingError`). */
export interface ReportUseCases {
  readonly createRegister: (work: Work) => Promise<WorkbookReport>;
  readonly fillIndicators: (work: Work) => Promise<WorkbookReport>;
  /** Brings the register up to date and writes «Контроль» and «Сроки» anew. */
  readonly checkRegister: (work: Work) => Promise<WorkbookReport>;
  /** Null: the workbook is not a register yet. Writes nothing. */
  readonly readReport: (work: Work) => Promise<WorkbookReport | null>;
}

export interface ControlUseCases {
  /** Cells that hold something else by now are left and named in the warnings of the report. */
  readonly applyFixes: (fixes: readonly Fix[], work: Work) => Promise<WorkbookReport>;
  /** Types a day, YYYY-MM-DD, or nothing into «Выполнено» of an obligation. */
  readonly markFulfilled: (code: string, day: string | null, work: Work) => Promise<WorkbookReport>;
  /** Takes back the last change the add-in made in this workbook since the pane was opened. */
  readonly undo: (work: Work) => Promise<UndoReport>;
  /** What a task would do; nothing is written. */
  readonly preview: (task: 'createRegister' | 'fillIndicators' | 'checkRegister') => Promise<Preview>;
  /** Shows the sheet and selects the cell. */
  readonly goTo: (place: CellPlace) => Promise<void>;
  /**
   * Tells the report anew after every edit of the user's that matters; resolves to the way to stop. Own writes and
   * edits of co-authors are told apart and raise none; `onStale` says that somebody else has changed the workbook.
   */
  readonly watch: (listener: WatchListener) => Promise<() => Promise<void>>;
}

export interface WatchListener {
  readonly onReport: (report: WorkbookReport) => void;
  readonly onStale: () => void;
  readonly onFailure: (error: unknown) => void;
}

export interface IndicatorUseCases {
  readonly explainIndicator: (no: string) => Promise<IndicatorExplanation>;
  readonly confirmZero: (no: string, isConfirmed: boolean, work: Work) => Promise<WorkbookReport>;
}

export interface DeskUseCases {
  readonly readDesk: () => Promise<DeskReport>;
  /** By the register as last read; makes no trip. */
  readonly judgeMeeting: (draft: MeetingDraft) => Promise<MeetingJudgement>;
  /** Writes the meeting, the marks and the decisions into their tables; rows of the same number are updated. */
  readonly saveMeeting: (draft: MeetingDraft, work: Work) => Promise<WorkbookReport>;
}

export interface RecordUseCases {
  readonly readForm: (table: RecordFormTable) => Promise<readonly FieldReport[]>;
  /** By the register as last read; makes no trip. */
  readonly judgeRecord: (draft: RecordDraft) => Promise<RecordJudgement>;
  /** Adds the record as a new row of its table. */
  readonly addRecord: (draft: RecordDraft, work: Work) => Promise<WorkbookReport>;
}

export interface SettingsUseCases {
  readonly readSettings: () => Promise<SettingsReport>;
  readonly setPassport: (key: PassportKey, value: string, work: Work) => Promise<WorkbookReport>;
  readonly setRule: (code: string, value: string, work: Work) => Promise<WorkbookReport>;
  readonly previewRegulation: (id: string) => Promise<Preview>;
  readonly changeRegulation: (id: string, work: Work) => Promise<WorkbookReport>;
}

/** A file given to adoption: .xlsx or .csv, as it was chosen. The same object given again is not read again. */
export interface AdoptionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where something was read; `file` is "" for the workbook itself, whose cells `goTo` can show. */
export interface SourceCellReport {
  readonly file: string;
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  /** «Школы.xlsx, лист «База», B4». */
  readonly words: string;
}

/** A file, or this workbook with its sheets that are none of the register's. */
export interface AdoptionSourceReport {
  /** "" for this workbook; names of files are told apart: «База.xlsx», «База.xlsx (2)». */
  readonly file: string;
  /** «Эта книга» or the name of the file. */
  readonly title: string;
  /** Why nothing of it was read: encrypted, .xls, broken. The other sources go on. Null: it was read. */
  readonly failure: { readonly sentence: string; readonly remedy: string } | null;
  readonly sheets: readonly AdoptionSheetReport[];
}

export interface AdoptionSheetReport {
  /** By it the draft names the sheet. */
  readonly key: string;
  readonly name: string;
  readonly isHidden: boolean;
  /** The user wants nothing of it. */
  readonly isLeftOut: boolean;
  readonly blocks: readonly AdoptionBlockReport[];
  /** In words: why there is no block; "" where there is one. */
  readonly note: string;
  /** The first filled rows, to point at a header where none was found. */
  readonly firstRows: readonly SourceRowReport[];
}

/** A filled row of a source as text, for choosing the header. */
export interface SourceRowReport {
  /** 1-based number on its sheet: what `AdoptionDraft.headers` takes. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly isHeader: boolean;
}

/** One table found on a sheet: what it was understood to be. */
export interface AdoptionBlockReport {
  /** By it the draft names the block; another one after its header was moved. */
  readonly id: string;
  /** Key of its sheet. */
  readonly sheet: string;
  /** Texts above the header as one line; "" where there are none. */
  readonly title: string;
  readonly header: { readonly top: number; readonly bottom: number };
  /** In words: where the header stands and how it was known. */
  readonly explanation: string;
  /** Rows around the header, from some above to some below. */
  readonly rowsAround: readonly SourceRowReport[];
  readonly kind: BlockKind;
  /** Every kind, the likeliest first; «не переносится» among them. */
  readonly kinds: readonly { readonly kind: BlockKind; readonly words: string }[];
  /** Two kinds fit equally: it is asked, too. */
  readonly isKindSure: boolean;
  /** Where its rows go; null: they stay where they are. */
  readonly table: TableName | null;
  /** Rows of it that come in. */
  readonly rows: number;
  readonly columns: readonly AdoptionColumnReport[];
  /** What of it is hidden on its sheet and read like the rest, in words; "" when nothing is. */
  readonly hidden: string;
  /** A table of this shape was matched by the user before. */
  readonly isRemembered: boolean;
}

export interface AdoptionColumnReport {
  /** 1-based number on its sheet. */
  readonly column: number;
  /** "C". */
  readonly letters: string;
  readonly header: string;
  readonly samples: readonly string[];
  /** Id of the option taken; "" : not transferred. */
  readonly taken: string;
  /** What the taken option is, in words: «Категория», «Общий стаж и Педагогический стаж»; "" : not transferred. */
  readonly target: string;
  /** 0…1, of the header and the values together. */
  readonly score: number;
  /** How it was known, in words: «по названию». */
  readonly how: string;
  /** The values do not bear the header out. */
  readonly isDoubtful: boolean;
  /** Why a column that was understood is not transferred, in words; "" where nothing is refused. */
  readonly refused: string;
  /** What it may be taken for, the likeliest first; the last one, "" , is not to transfer it. */
  readonly options: readonly { readonly id: string; readonly words: string }[];
}

/** What only a person can decide; the safest answer is taken until another is given. */
export interface AdoptionQuestionReport {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly options: readonly { readonly id: string; readonly words: string }[];
  readonly safest: string;
  readonly taken: string;
  /** By the user, now or in an earlier adoption. */
  readonly isAnswered: boolean;
  /** Everywhere it arises. */
  readonly places: readonly SourceCellReport[];
}

/** How many rows of a table come out how; a refused row is one of the source that comes in nowhere. */
export type AdoptionCounts = Readonly<Record<RowOutcome['state'] | 'refused', number>>;

/** One row of the register as it would come out. */
export interface AdoptionLineReport {
  readonly table: TableName;
  readonly state: RowOutcome['state'];
  /** Whom or what it is about. */
  readonly record: string;
  /** «будет добавлено», «пропало из файла: из реестра не удаляется». */
  readonly words: string;
  readonly cells: readonly {
    readonly column: string;
    /** As shown: dates as days. */
    readonly old: string;
    readonly new: string;
    /** What stands in the source. */
    readonly original: string;
    readonly state: CellOutcome['state'];
    /** «заполнится», «расходится: остаётся как в реестре». */
    readonly words: string;
    readonly place: SourceCellReport;
  }[];
  /** Rows of the source behind it; none of what is gone. */
  readonly places: readonly SourceCellReport[];
}

/** A row of a source that comes in nowhere. */
export interface AdoptionRefusalReport {
  readonly place: SourceCellReport;
  /** What stands there, as far as may be shown. */
  readonly text: string;
  readonly reason: string;
  /** What to do about it. */
  readonly fix: string;
  readonly table: TableName | null;
}

/** What would be written; nothing has been. */
export interface AdoptionDryRun {
  /** Nothing would be changed. */
  readonly isEmpty: boolean;
  /** Tables something is to be said of, in the order of the register. */
  readonly tables: readonly {
    readonly table: TableName;
    readonly counts: AdoptionCounts;
    /** «Педагоги: 5 добавить, 2 изменить». */
    readonly words: string;
  }[];
  /** All but unchanged rows. */
  readonly lines: readonly AdoptionLineReport[];
  /** Unchanged rows by the file they were told in first. */
  readonly unchanged: Readonly<Record<string, number>>;
  readonly refused: readonly AdoptionRefusalReport[];
  /** Whole sentences: how names were taken, what keeps a table from being filled, what is made first. */
  readonly notices: readonly string[];
  /** Cells of the register that would be written. */
  readonly cells: number;
}

/** All four steps of adoption as they stand with a draft. */
export interface AdoptionReport {
  readonly sources: readonly AdoptionSourceReport[];
  readonly questions: readonly AdoptionQuestionReport[];
  readonly dryRun: AdoptionDryRun;
  /** The regulation values are read by. */
  readonly regulation: { readonly id: string; readonly name: string };
  /** False: the workbook becomes a register first; until then another regulation may be chosen. */
  readonly isRegister: boolean;
  readonly regulations: readonly { readonly id: string; readonly name: string }[];
}

/** What the user has chosen so far, by ids of the report; choices of what is no more there are passed over. */
export interface AdoptionDraft {
  /** Keys of sheets nothing is wanted of. */
  readonly leftOut: readonly string[];
  /** By key of a sheet: where its header stands. Of its sheet, the blocks found there give way. */
  readonly headers: readonly { readonly sheet: string; readonly row: number }[];
  /** By id of a block. */
  readonly kinds: Readonly<Record<string, BlockKind>>;
  /** By id of a block, by number of a column: id of an option. */
  readonly columns: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** By id of a question: id of an option. */
  readonly answers: Readonly<Record<string, string>>;
  /** Id; only of a workbook that is no register yet. Null: the usual one. */
  readonly regulation: string | null;
}

/** Nothing is chosen: the draft a wizard begins with. */
export const EMPTY_DRAFT: AdoptionDraft = {
  leftOut: [],
  headers: [],
  kinds: {},
  columns: {},
  answers: {},
  regulation: null,
};

export interface AdoptionDone {
  readonly report: WorkbookReport;
  /** What was written, by table. */
  readonly tables: AdoptionDryRun['tables'];
  /** Whole sentences. */
  readonly sentences: readonly string[];
}

export interface AdoptionUseCases {
  /**
   * Reads the workbook's own sheets and the files, and begins anew with nothing chosen. Nothing is written. A source
   * that cannot be read says so in its report.
   */
  readonly openAdoption: (files: readonly AdoptionFile[], work: Work) => Promise<AdoptionReport>;
  /** The report with another draft, by what was read last; makes no trip. @throws where nothing was opened. */
  readonly considerAdoption: (draft: AdoptionDraft) => Promise<AdoptionReport>;
  /**
   * Writes what the draft comes to with the register as it stands now; a workbook that is no register is built first.
   * One press of «Отменить» takes all of it back. Choices and answers are remembered in the workbook.
   */
  readonly adoptSources: (draft: AdoptionDraft, work: Work) => Promise<AdoptionDone>;
}

/** What can be made of the register under its regulation, and what has been made on sheets. */
export interface DocumentsReport {
  readonly offers: readonly DocumentOffer[];
  /** Sheets of the workbook made for a document; whether they have been edited since is not looked at. */
  readonly made: readonly { readonly request: DocumentRequest; readonly sheet: string }[];
  /** What each of them would lack as the register stands, in whole sentences. */
  readonly gaps: readonly { readonly request: DocumentRequest; readonly sentences: readonly string[] }[];
  /** Numbers of the meetings that have been held, as they stand on «Заседания». */
  readonly held: readonly number[];
  /** The papers of «Документы» and those the regulation demands besides. */
  readonly papers: readonly PaperReport[];
  /** The first cell of the table of «Анализ»; null: there is none yet. */
  readonly analysis: CellPlace | null;
}

/** A paper of the association by what «Документы» says of it. */
export interface PaperReport {
  readonly name: string;
  readonly clause: string;
  readonly isDemanded: boolean;
  /** Where it lies, its number or its date is told there. */
  readonly isKept: boolean;
  /** «Где лежит» of its row; null: it is not listed there. */
  readonly place: CellPlace | null;
}

/** A document put on a sheet. */
export interface DocumentMade {
  readonly report: WorkbookReport;
  readonly sheet: string;
  /** What was done, in whole sentences; they are in the warnings of the report, too. */
  readonly sentences: readonly string[];
  /** What the document lacks. */
  readonly gaps: readonly string[];
}

/** A document as a file to be saved. */
export interface DocumentFile {
  /** «Протокол заседания № 2.docx» */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly gaps: readonly string[];
}

export interface DocumentUseCases {
  readonly readDocuments: () => Promise<DocumentsReport>;
  /**
   * Puts the document on a sheet and shows it. The sheet made for it before is replaced when nobody has touched it;
   * otherwise it stays, and the document gets another.
   */
  readonly makeDocumentSheet: (request: DocumentRequest, work: Work) => Promise<DocumentMade>;
  /** Writes nothing into the workbook. */
  readonly documentFile: (request: DocumentRequest, format: 'docx' | 'xlsx') => Promise<DocumentFile>;
  /** Opens a made .xlsx as a new workbook beside this one, where the pane can save no files. */
  readonly openAsWorkbook: (bytes: Uint8Array) => Promise<void>;
}

/** The copy for the department as a file to be saved. */
export interface DepartmentCopyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is not sent and what to look at before sending, whole sentences. */
  readonly notices: readonly string[];
}

/** A register chosen to be joined; its bytes are asked for when its turn comes. */
export interface JoinedFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** How joining is watched and stopped between files. */
export interface JoinWork {
  readonly onFile: (progress: {
    readonly done: number;
    readonly total: number;
    /** The one being read. */
    readonly name: string;
  }) => void;
  /** Aborted: joining ends with `CancelledError` before its next file. */
  readonly signal?: AbortSignal;
}

/** Many registers joined. */
export interface SvodReport {
  readonly svod: Svod;
  /** The joined workbook as a file to be saved. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DepartmentUseCases {
  /** Of the workbook as it stands now: it is read and nothing is written. */
  readonly copyForDepartment: (isAnonymous: boolean, work: Work) => Promise<DepartmentCopyFile>;
  /**
   * Reads the files one after another; one that cannot be read is a line of the svod. An earlier svod among them
   * tells who is to send. Touches no workbook.
   */
  readonly joinFiles: (files: readonly JoinedFile[], work: JoinWork) => Promise<SvodReport>;
  /** The general plan of all associations of a svod. */
  readonly generalPlanFile: (svod: Svod, format: 'docx' | 'xlsx') => Promise<DocumentFile>;
}

export interface AnalysisUseCases {
  /**
   * Writes «Сведения из реестра» of «Анализ» anew, once a section; what somebody has changed there stays and is named
   * in the warnings, «Выводы» is never touched. A workbook that lacks the sheet gets it first.
   */
  readonly fillAnalysis: (work: Work) => Promise<WorkbookReport>;
}

/** All that the pane and the ribbon may ask for. */
export interface UseCases
  extends
    ReportUseCases,
    ControlUseCases,
    IndicatorUseCases,
    DeskUseCases,
    RecordUseCases,
    SettingsUseCases,
    AdoptionUseCases,
    DocumentUseCases,
    DepartmentUseCases,
    AnalysisUseCases {}
