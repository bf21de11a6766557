import { readRemembered, rememberingLines, type Choice } from '../../src/adoption';
import { snapshotAfter } from '../../src/register/carriedOut';
import { planJournal } from '../../src/register/layout/journal';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { registerBook } from './sheets';

const TEACHERS: Choice = {
  kind: 'mapping',
  signature: 'п/п|фио|стаж: общий, пед',
  title: 'лист «База»',
  mapping: { kind: 'teachers', columns: [['line'], [], ['totalExperience', 'teachingExperience']] },
};
const ANSWER: Choice = {
  kind: 'answer',
  question: 'value|Педагоги|Категория|-',
  title: 'Категория: «-»',
  option: '=без категории',
};

const keep = (snapshot: WorkbookSnapshot, ...choices: readonly Choice[]): WorkbookSnapshot =>
  snapshotAfter(snapshot, planJournal(snapshot, [], rememberingLines(readRemembered(snapshot), choices)));

describe('what the user has chosen', () => {
  it('is read back from the workbook it was kept in', () => {
    const kept = readRemembered(keep(registerBook(), TEACHERS, ANSWER));
    expect(kept.memory).toEqual({ 'п/п|фио|стаж: общий, пед': TEACHERS.mapping });
    expect(kept.answers).toEqual({ 'value|Педагоги|Категория|-': '=без категории' });
  });

  it('is written once, and anew when it has become another choice', () => {
    const book = keep(registerBook(), TEACHERS, ANSWER);
    expect(rememberingLines(readRemembered(book), [TEACHERS, ANSWER])).toEqual([]);
    const other: Choice = { ...ANSWER, option: 'empty' };
    expect(readRemembered(keep(book, other)).answers).toEqual({ 'value|Педагоги|Категория|-': 'empty' });
  });

  it('is asked anew where somebody has spoilt its line', () => {
    const book = keep(registerBook(), TEACHERS);
    const spoilt = {
      ...book,
      tables: book.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => row.map((cell) => (cell === 'лист «База»' ? cell : 'что-то своё'))),
      })),
    };
    expect(readRemembered(spoilt)).toEqual({ memory: {}, answers: {} });
    const another = {
      ...book,
      tables: book.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.map((cell) => (String(cell).startsWith('teachers: ') ? 'teachers: телефон' : cell)),
        ),
      })),
    };
    expect(readRemembered(another).memory).toEqual({});
  });
});
