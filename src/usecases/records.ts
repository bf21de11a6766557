import { CHANGES } from '../messages/changes';
import { planEntries } from '../register/entry';
import { lastJudged, type Book } from './book';
import { changeBook } from './change';
import type { RecordUseCases } from './contract';
import { demandEntries } from './entries';
import { formFields, recordCells, recordJudgement } from './recordReport';

/** Records by form: judged by the register as last read, written into the first free row of their table. */
export function recordUseCases(book: Book): RecordUseCases {
  return {
    readForm: async (table) => formFields(await lastJudged(book), table),
    judgeRecord: async (draft) => recordJudgement(await lastJudged(book), draft),
    addRecord: (draft, work) =>
      changeBook(book, work, ({ snapshot }) => ({
        actions: demandEntries(
          planEntries(snapshot, draft.table, [{ row: null, values: recordCells(draft) }]),
        ),
        words: CHANGES.record(draft.table),
      })),
  };
}
