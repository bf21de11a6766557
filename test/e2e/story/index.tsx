import { UserFacingError } from '../../../src/messages/errors';
import { mountPane } from '../../../src/taskpane/mount';
import { createSession } from '../../../src/taskpane/session';
import type { Task } from '../../../src/taskpane/state';
import type { UseCases, Work, WorkbookReport } from '../../../src/usecases/contract';
import { agreedReport, report } from '../../taskpane/reports';

/**
 * The pane without a workbook, one page for every situation it can be in (`#name`): its look and its manners are
 * judged here, apart from Office.
 */

const forever = ({ onPhase }: Work) => {
  onPhase('reading');
  onPhase('planning');
  onPhase('writing');
  return new Promise<WorkbookReport>(() => undefined);
};

const answering = (answer: WorkbookReport | null): UseCases => ({
  createRegister: () => Promise.resolve(report),
  fillIndicators: () => Promise.resolve(report),
  checkRegister: () => Promise.resolve(report),
  readReport: () => Promise.resolve(answer),
});

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

const manyWarnings = Array.from(
  { length: 21 },
  (_, index) => `Лист «Курсы», строка ${String(index + 2)}: дата окончания не распознана.`,
);

interface Story {
  readonly useCases: UseCases;
  /** What is asked after the first reading. */
  readonly then?: Task;
}

const stories: Readonly<Record<string, Story>> = {
  empty: { useCases: answering(null) },
  reading: { useCases: { ...answering(null), readReport: () => new Promise(() => undefined) } },
  running: { useCases: { ...answering(null), createRegister: forever }, then: 'createRegister' },
  filled: { useCases: answering(report), then: 'fillIndicators' },
  agreed: { useCases: answering(agreedReport) },
  warned: { useCases: answering({ ...report, warnings: manyWarnings }) },
  failed: { useCases: { ...answering(report), fillIndicators: refusing }, then: 'fillIndicators' },
};

const story = stories[window.location.hash.slice(1)];
const element = document.getElementById('root');
if (story === undefined || element === null) throw new Error('no such story');
const session = createSession(story.useCases);
mountPane({ element, officeIsDark: () => undefined }, session, '0.1.0');
void session.run('readReport').then(() => (story.then === undefined ? undefined : session.run(story.then)));
