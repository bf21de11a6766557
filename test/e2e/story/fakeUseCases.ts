import { EMPTY_DRAFT } from '../../../src/usecases/contract';
import type {
  AdoptionDraft,
  AdoptionLineReport,
  AdoptionReport,
  AdoptionUseCases,
  AnalysisUseCases,
  ControlUseCases,
  DepartmentUseCases,
  DeskReport,
  DeskUseCases,
  DocumentUseCases,
  IndicatorUseCases,
  MeetingDraft,
  MeetingJudgement,
  RecordDraft,
  RecordJudgement,
  RecordUseCases,
  ReportUseCases,
  SettingsReport,
  SettingsUseCases,
  WorkbookReport,
} from '../../../src/usecases/contract';
import { adoption, line } from '../../taskpane/adoptionReports';
import { desk } from '../../taskpane/deskReports';
import { documents, svod } from '../../taskpane/documentsReports';
import { forms } from '../../taskpane/recordForms';
import { settings as initialSettings } from '../../taskpane/settingsReports';
import { controlledReport, manyIssues } from '../../taskpane/viewReports';

/** Use cases without a workbook: they change the report as the genuine ones would, and tell what they were asked. */
export type PaneUseCases = ReportUseCases &
  ControlUseCases &
  DeskUseCases &
  RecordUseCases &
  SettingsUseCases &
  IndicatorUseCases &
  AdoptionUseCases &
  DocumentUseCases &
  DepartmentUseCases &
  AnalysisUseCases;

export interface FakeWorkbook {
  readonly useCases: PaneUseCases;
  readonly report: () => WorkbookReport;
  /** «goTo Сроки!E4», «applyFixes 3». */
  readonly asked: string[];
}

const reportOf = (situation: string): WorkbookReport => {
  const { control } = controlledReport;
  switch (situation) {
    case 'whole':
      return { ...controlledReport, control: { ...control, issues: [], obligations: [] } };
    case 'many':
      return { ...controlledReport, control: { ...control, issues: manyIssues } };
    default:
      return controlledReport;
  }
};

/** Никонова is no member; a quorum is more than half of the other five; a decision passes with more than half of those present. */
const GUEST = 'Никонова Вера Павловна';

const judge = ({ date, marks, decisions }: MeetingDraft): MeetingJudgement => {
  const ticked = Object.keys(marks).filter((name) => marks[name] === 'да');
  const present = ticked.filter((name) => name !== GUEST).length;
  const isReached = present * 2 > 5;
  const isKnown = date !== '' && ticked.length > 0;
  return {
    members: 5,
    present: isKnown ? present : null,
    quorum: !isKnown
      ? 'Отметьте присутствующих, и станет виден кворум'
      : isReached
        ? `Кворум есть: ${String(present)} из 5`
        : `Кворума нет: ${String(present)} из 5, нужно больше половины`,
    quorumState: !isKnown ? 'unknown' : isReached ? 'reached' : 'not reached',
    outcomes: decisions.map(({ inFavour }) =>
      inFavour === null
        ? { state: 'no data', words: 'Внесите голоса «за», «против» и «воздержались»' }
        : inFavour * 2 > present
          ? { state: 'passed', words: 'Решение принято' }
          : { state: 'not passed', words: 'Решение не принято' },
    ),
    guests: date === '' ? [] : ticked.filter((name) => name === GUEST),
  };
};

/** Counts what is held in person; blames what is missing and what is not of the lists. */
const judgeRecord = ({ table, values }: RecordDraft): RecordJudgement => {
  const counts = values.Формат === 'очно';
  return {
    indicators: counts ? ['15', '15.1'] : [],
    sentence: counts
      ? 'Войдёт в показатели 15 и 15.1.'
      : 'Заполните поля, и станет видно, в какой показатель войдёт запись.',
    troubles: forms[table].flatMap(({ column, isRequired, choices }) => {
      const value = values[column] ?? '';
      if (value === '') return isRequired ? [{ column, sentence: `Заполните поле «${column}».` }] : [];
      return choices.length === 0 || choices.includes(String(value))
        ? []
        : [{ column, sentence: `Значения «${String(value)}» нет в списке.` }];
    }),
  };
};

const deskOf = (situation: string): DeskReport =>
  situation === 'whole' ? { ...desk, meetings: [], nextNumber: 1 } : desk;

const MANY = 3000;
const manyLines: readonly AdoptionLineReport[] = Array.from({ length: MANY }, (_, index) =>
  line({ record: `Иванова Анна № ${String(index + 1)}` }),
);

/** What a draft comes to: sheets left out, columns and answers as chosen; nothing is read or matched here. */
function considered(situation: string, { leftOut, columns, answers }: AdoptionDraft): AdoptionReport {
  const isEmpty = situation === 'whole';
  return {
    ...adoption,
    sources: adoption.sources.map((source) => ({
      ...source,
      sheets: source.sheets.map((sheet) => ({
        ...sheet,
        isLeftOut: leftOut.includes(sheet.key),
        blocks: sheet.blocks.map((block) => ({
          ...block,
          columns: block.columns.map((column) => {
            const taken = columns[block.id]?.[column.column];
            return taken === undefined ? column : { ...column, taken, score: 1, how: 'выбрано вами' };
          }),
        })),
      })),
    })),
    questions: isEmpty
      ? []
      : adoption.questions.map((question) => ({
          ...question,
          taken: answers[question.id] ?? question.taken,
          isAnswered: question.isAnswered || answers[question.id] !== undefined,
        })),
    dryRun: {
      ...adoption.dryRun,
      isEmpty,
      ...(isEmpty ? { lines: [], refused: [], notices: [], cells: 0 } : {}),
      ...(situation === 'many' ? { lines: manyLines } : {}),
    },
  };
}

/** None of the views that use this workbook asks it. */
const notAsked = () => Promise.reject(new Error('this was not expected to be asked'));

export function fakeWorkbook(situation: string): FakeWorkbook {
  const asked: string[] = [];
  let report = reportOf(situation);
  let settings: SettingsReport = initialSettings;
  let { meetings } = deskOf(situation);
  const answer = (next: WorkbookReport): Promise<WorkbookReport> => {
    report = next;
    return Promise.resolve(report);
  };
  const useCases: PaneUseCases = {
    createRegister: () => answer(report),
    fillIndicators: () => answer(report),
    checkRegister: () => {
      asked.push('checkRegister');
      return answer({ ...report });
    },
    readReport: () => Promise.resolve(report),
    applyFixes: (fixes) => {
      asked.push(`applyFixes ${String(fixes.length)}`);
      const { issues } = report.control;
      const isFixed = (fix: unknown) => fixes.some((each) => JSON.stringify(each) === JSON.stringify(fix));
      return answer({
        ...report,
        control: { ...report.control, issues: issues.filter(({ fix }) => fix === null || !isFixed(fix.fix)) },
      });
    },
    markFulfilled: (code, day) => {
      asked.push(`markFulfilled ${code} ${day ?? 'null'}`);
      const { obligations } = report.control;
      return answer({
        ...report,
        control: {
          ...report.control,
          obligations: obligations.map((each) =>
            each.code === code ? { ...each, marked: day, state: day === null ? 'overdue' : 'done' } : each,
          ),
        },
      });
    },
    undo: () => Promise.resolve({ report, kept: [] }),
    preview: () => Promise.resolve({ isEmpty: true, sentences: [], changes: [] }),
    goTo: ({ sheet, cell }) => {
      asked.push(`goTo ${sheet}!${cell}`);
      return Promise.resolve();
    },
    readDesk: () =>
      Promise.resolve({
        ...desk,
        meetings,
        nextNumber: Math.max(0, ...meetings.map(({ number }) => number)) + 1,
      }),
    judgeMeeting: (draft) => Promise.resolve(judge(draft)),
    saveMeeting: (draft) => {
      asked.push(`saveMeeting ${JSON.stringify(draft)}`);
      meetings = [...meetings.filter(({ number }) => number !== draft.number), draft];
      return answer({ ...report });
    },
    readForm: (table) => Promise.resolve(forms[table]),
    judgeRecord: (draft) => Promise.resolve(judgeRecord(draft)),
    addRecord: (draft) => {
      asked.push(`addRecord ${JSON.stringify(draft)}`);
      return answer({ ...report });
    },
    readSettings: () => Promise.resolve(settings),
    setPassport: (key, value) => {
      asked.push(`setPassport ${key} ${value}`);
      settings = {
        ...settings,
        passport: settings.passport.map((field) => (field.key === key ? { ...field, value } : field)),
      };
      return answer({ ...report });
    },
    setRule: (code, value) => {
      asked.push(`setRule ${code} ${value}`);
      settings = {
        ...settings,
        rules: settings.rules.map((rule) => (rule.code === code ? { ...rule, value, trouble: '' } : rule)),
      };
      return answer({ ...report });
    },
    previewRegulation: () =>
      Promise.resolve({
        isEmpty: false,
        sentences: ['Изменится правил: 14.', 'Кворум: более половины членов (п. 2.4).'],
        changes: [{ sheet: 'Паспорт', cell: 'B7', old: 'Заречный район', new: 'Нагорный район' }],
      }),
    changeRegulation: (id) => {
      asked.push(`changeRegulation ${id}`);
      settings = { ...settings, regulation: id };
      return answer({ ...report });
    },
    openAdoption: (files) => {
      asked.push(`openAdoption ${files.map(({ name }) => name).join(', ')}`);
      return Promise.resolve(considered(situation, EMPTY_DRAFT));
    },
    considerAdoption: (draft) => Promise.resolve(considered(situation, draft)),
    adoptSources: async (draft) => {
      asked.push(`adoptSources ${JSON.stringify(draft)}`);
      return {
        report: await answer({ ...report, undoable: 'Перенос таблиц' }),
        tables: adoption.dryRun.tables,
        sentences: ['Записано: 3 ячейки.'],
      };
    },
    readDocuments: () => Promise.resolve(documents),
    makeDocumentSheet: async (request) => {
      asked.push(`makeDocumentSheet ${JSON.stringify(request)}`);
      return {
        report: await answer({ ...report, undoable: 'Документ' }),
        sheet: 'Протокол 2',
        sentences: ['Протокол заседания № 2: готово, лист «Протокол 2».'],
        gaps: [],
      };
    },
    documentFile: (request, format) => {
      asked.push(`documentFile ${JSON.stringify(request)} ${format}`);
      return Promise.resolve({ name: `Документ.${format}`, bytes: new Uint8Array([80, 75]), gaps: [] });
    },
    openAsWorkbook: () => Promise.resolve(),
    copyForDepartment: (isAnonymous) => {
      asked.push(`copyForDepartment ${String(isAnonymous)}`);
      return Promise.resolve({
        name: 'Копия.xlsx',
        bytes: new Uint8Array([80, 75]),
        notices: ['Не отправляется ваш собственный лист: «Заметки».'],
      });
    },
    joinFiles: async (files, { onFile, signal }) => {
      asked.push(`joinFiles ${files.map(({ name }) => name).join(', ')}`);
      files.forEach(({ name }, done) => {
        onFile({ done, total: files.length, name });
      });
      // Of these it never comes to an end.
      if (situation === 'many') {
        await new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        });
      }
      return svod;
    },
    generalPlanFile: (_, format) =>
      Promise.resolve({ name: `Общий план.${format}`, bytes: new Uint8Array([80, 75]), gaps: [] }),
    fillAnalysis: () => {
      asked.push('fillAnalysis');
      return answer({ ...report, undoable: 'Анализ' });
    },
    explainIndicator: notAsked,
    confirmZero: notAsked,
    watch: () => Promise.resolve(() => Promise.resolve()),
  };
  return { useCases, report: () => report, asked };
}
