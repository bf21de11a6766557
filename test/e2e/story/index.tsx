import { UserFacingError } from '../../../src/messages/errors';
import { mountPane } from '../../../src/taskpane/mount';
import { createSession } from '../../../src/taskpane/session';
import type { Session } from '../../../src/taskpane/session';
import { VIEWS } from '../../../src/taskpane/view';
import type {
  IndicatorUseCases,
  Preview,
  UseCases,
  Work,
  WorkbookReport,
} from '../../../src/usecases/contract';
import { enter } from '../../../src/usecases/work';
import { explanation } from '../../taskpane/explanations';
import { agreedReport, report as reported } from '../../taskpane/reports';
import { controlledReport, manyIssues } from '../../taskpane/viewReports';
import { fakeWorkbook } from './fakeUseCases';

/**
 * The whole pane without a workbook, one page for every situation it can be in: `#mixed`, or `#mixed/control` with
 * a view open. Its look and its manners are judged here, apart from Office.
 */

type PaneUseCases = UseCases & IndicatorUseCases;

const [name = '', view] = decodeURIComponent(window.location.hash.slice(1)).split('/');

const workbook = fakeWorkbook('mixed');
Object.assign(window, { asked: workbook.asked });

/** Confirmed zeros, by row. */
const zeros = new Map<string, boolean>();

const answering = (answer: WorkbookReport | null, many = 0): PaneUseCases => ({
  ...workbook.useCases,
  createRegister: () => Promise.resolve({ ...reported, undoable: 'Создание реестра' }),
  fillIndicators: () => Promise.resolve({ ...(answer ?? reported), undoable: 'Заполнение показателей' }),
  checkRegister: () => Promise.resolve({ ...(answer ?? reported), undoable: 'Листы «Контроль» и «Сроки»' }),
  readReport: () => Promise.resolve(answer),
  undo: () => Promise.resolve({ report: answer, kept: [{ sheet: 'Банк данных', cell: 'C5' }] }),
  explainIndicator: (no) => {
    const told = explanation(no, many);
    return Promise.resolve({
      ...told,
      zero: { ...told.zero, isConfirmed: zeros.get(no) ?? told.zero.isConfirmed },
    });
  },
  confirmZero: (no, isConfirmed) => {
    zeros.set(no, isConfirmed);
    return Promise.resolve({ ...(answer ?? reported), undoable: `Ноль подтверждён в строке ${no}` });
  },
});

/** Comes to the writing and stays there until it is stopped. */
const endless = (work: Work): Promise<WorkbookReport> => {
  enter(work, 'reading');
  enter(work, 'planning');
  enter(work, 'writing');
  return new Promise((_, reject) => {
    work.signal?.addEventListener('abort', () => {
      try {
        enter(work, 'verifying');
      } catch (stopped) {
        reject(stopped instanceof Error ? stopped : new Error(String(stopped)));
      }
    });
  });
};

const refusing = () =>
  Promise.reject(
    Object.assign(
      new UserFacingError(
        'Лист «Достижения» защищён, записать показатели нельзя. Ничего не изменено.',
        'Снимите защиту (Рецензирование → Снять защиту листа) и нажмите «Повторить».',
      ),
      { technical: 'AccessDenied · Worksheet.getRange · range.formulas' },
    ),
  );

const creation: Preview = {
  isEmpty: false,
  sentences: [
    'Будет добавлено 23 листа: «Паспорт», «Банк данных», «Организации» и другие.',
    'На листе «Учителя» таблица «Список» станет банком данных: справа добавятся 9 столбцов.',
    'На лист «Приложение» встанут 55 строк показателей с формулами.',
    'В таблицу «Курсы» добавятся столбцы «Учёт», «Показатель», «Впервые», «Код».',
    'Будет записано: 612 формул реестра.',
  ],
  changes: [],
};

const overwriting: Preview = {
  isEmpty: false,
  sentences: ['Формулы вернутся в ячейки листа «Приложение», где стоят введённые числа.'],
  changes: Array.from({ length: 24 }, (_, index) => ({
    sheet: 'Приложение',
    cell: `C${String(index + 8)}`,
    old: index + 1,
    new: 'формула показателя',
  })),
};

const manyWarnings = Array.from(
  { length: 21 },
  (_, index) => `Лист «Курсы», строка ${String(index + 2)}: дата окончания не распознана.`,
);

const LONG_NAME =
  'Межмуниципальное районное методическое объединение учителей русского языка, литературы, родных языков и мировой художественной культуры образовательных организаций Северо-Восточного образовательного округа';

const bigReport: WorkbookReport = {
  ...controlledReport,
  association: LONG_NAME,
  municipality: 'Северо-Восточный межмуниципальный образовательный округ',
  control: { ...controlledReport.control, issues: manyIssues },
  numbers: { ...reported.numbers, members: 1204, meetingsHeld: 12, meetingsRequired: 4 },
  warnings: manyWarnings,
};

const freshReport: WorkbookReport = {
  ...reported,
  association: '',
  rows: reported.rows.map((row) =>
    row.state === 'heading'
      ? row
      : {
          ...row,
          value: null,
          state: 'missing',
          gaps: 0,
          formulaValue: null,
          formulaState: 'нет данных',
          agrees: true,
        },
  ),
  agreement: { agreed: reported.rows.length, total: reported.rows.length },
  control: { ...controlledReport.control, issues: [], readiness: { rowsWithValue: 0, rows: 54, percent: 0 } },
  numbers: { ...reported.numbers, members: 0, meetingsHeld: 0, meetingsRequired: 4 },
  warnings: [],
};

const wholeReport: WorkbookReport = {
  ...agreedReport,
  rows: agreedReport.rows.map((row) =>
    row.state === 'missing' || row.state === 'partial'
      ? { ...row, value: row.value ?? 3, state: 'value', gaps: 0 }
      : row,
  ),
  control: { issues: [], obligations: [], readiness: { rowsWithValue: 54, rows: 54, percent: 100 } },
  numbers: { ...reported.numbers, members: 31, meetingsHeld: 4, meetingsRequired: 4 },
};

interface Story {
  readonly useCases: PaneUseCases;
  /** What happens after the first reading. */
  readonly then?: (session: Session) => Promise<unknown>;
}

const mixed = answering(controlledReport);

const stories: Readonly<Record<string, Story>> = {
  empty: { useCases: { ...answering(null), preview: () => Promise.resolve(creation) } },
  reading: { useCases: { ...mixed, readReport: () => new Promise(() => undefined) } },
  running: {
    useCases: { ...mixed, fillIndicators: endless },
    then: ({ run }) => run('fillIndicators'),
  },
  mixed: { useCases: mixed },
  done: { useCases: mixed, then: ({ run }) => run('fillIndicators') },
  fresh: { useCases: answering(freshReport) },
  whole: { useCases: answering(wholeReport) },
  big: { useCases: answering(bigReport, 3000) },
  failed: { useCases: { ...mixed, fillIndicators: refusing }, then: ({ run }) => run('fillIndicators') },
  unreadable: { useCases: { ...mixed, readReport: refusing } },
  overwriting: { useCases: { ...mixed, preview: () => Promise.resolve(overwriting) } },
  stale: {
    useCases: {
      ...mixed,
      watch: (listener) => {
        listener.onStale();
        return Promise.resolve(() => Promise.resolve());
      },
    },
  },
};

const story = stories[name];
const element = document.getElementById('root');
if (story === undefined || element === null) throw new Error('no such story');
const session = createSession(story.useCases);
mountPane({ element, officeIsDark: () => undefined, canSave: true }, session, '0.1.0');
void session.read().then(() => {
  const wanted = VIEWS.find((each) => each === view);
  if (wanted !== undefined) session.open(wanted);
  return story.then?.(session);
});
