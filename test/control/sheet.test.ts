import {
  MOST_LINES,
  controlLines,
  planControl,
  planDeadlines,
  type IssueSpeech,
} from '../../src/control/sheet';
import { SEVERITY_WORDS, issueWords } from '../../src/messages/control';
import { obligationTitle } from '../../src/messages/obligations';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { tomsk } from '../../src/regulations/tomsk';
import { CLEAN, TEACHER, bookOf, day, inputOf, issuesOf, type Row } from './registerOf';

const speech: IssueSpeech = {
  severity: ({ severity }) => SEVERITY_WORDS[severity],
  words: (issue) => issueWords(issue, tomsk.words),
  nothing: 'Замечаний нет.',
  more: (count) => `Ещё ${String(count)}.`,
};

const control = (...rows: readonly Row[]): WorkbookSnapshot => bookOf({ ...CLEAN, Контроль: rows });
const blank = { Важность: '', Где: '', 'Что не так': '', 'Как исправить': '', Основание: '' };
const issues = issuesOf({ ...CLEAN, Педагоги: [{ ...TEACHER, 'Согласие на обработку данных': '' }] }).filter(
  ({ code }) => code === 'consent',
);

describe('«Контроль»', () => {
  it('is a line an issue, linked to its cell', () => {
    const book = control(blank);
    expect(planControl(book, controlLines(issues, speech, book))).toEqual([
      { kind: 'clearLinks', sheet: 'Контроль', address: 'B2' },
      { kind: 'setLook', sheet: 'Контроль', address: 'A2', look: { rowHeight: 30 } },
      { kind: 'writeValues', sheet: 'Контроль', address: 'A2', values: [['ошибка']] },
      { kind: 'writeValues', sheet: 'Контроль', address: 'B2', values: [['Банк данных, N2']] },
      {
        kind: 'writeValues',
        sheet: 'Контроль',
        address: 'C2',
        values: [['Иванова Анна Петровна: нет согласия на обработку персональных данных.']],
      },
      {
        kind: 'writeValues',
        sheet: 'Контроль',
        address: 'D2',
        values: [['Получите письменное согласие и введите его дату.']],
      },
      {
        kind: 'writeValues',
        sheet: 'Контроль',
        address: 'E2',
        values: [['Федеральный закон от 27.07.2006 № 152-ФЗ']],
      },
      {
        kind: 'setLink',
        sheet: 'Контроль',
        address: 'B2',
        target: "'Банк данных'!N2",
        text: 'Банк данных, N2',
      },
    ]);
  });

  it('grows, shrinks and empties what is left over', () => {
    const [issue] = issues;
    if (issue === undefined) throw new Error('no issue');
    const grown = planControl(control(blank), controlLines([issue, issue], speech, control(blank)));
    expect(grown[1]).toMatchObject({ kind: 'resizeTable', address: 'A1:E3' });
    const full = control(blank, blank, blank);
    expect(planControl(full, controlLines([issue], speech, full)).slice(1, 3)).toEqual([
      { kind: 'clearCells', sheet: 'Контроль', address: 'A3:E4' },
      { kind: 'resizeTable', table: 'Контроль', sheet: 'Контроль', address: 'A1:E2' },
    ]);
  });

  it('says so when nothing was found, and that once', () => {
    const said = controlLines([], speech, control(blank));
    expect(said).toMatchObject([{ trouble: 'Замечаний нет.', target: null }]);
    expect(planControl(control(blank), said)).not.toEqual([]);
    expect(planControl(control({ ...blank, 'Что не так': 'Замечаний нет.' }), said)).toEqual([]);
  });

  it('is not written on a workbook that has none', () => {
    expect(planControl(bookOf(CLEAN), controlLines(issues, speech, bookOf(CLEAN)))).toEqual([]);
  });

  it('links to no cell that is not there, and lists so many', () => {
    const [issue] = issues;
    if (issue === undefined) throw new Error('no issue');
    const lost = { ...issue, sheet: 'Нет такого' };
    expect(controlLines([lost], speech, control(blank))).toMatchObject([{ target: null }]);
    const lines = controlLines(
      Array.from({ length: MOST_LINES + 5 }, () => issue),
      speech,
      control(blank),
    );
    expect(lines).toHaveLength(MOST_LINES + 1);
    expect(lines.at(-1)?.trouble).toBe('Ещё 5.');
  });
});

describe('«Сроки»', () => {
  const input = inputOf(bookOf(CLEAN));
  const obligations = input.obligations.filter(({ code }) => ['plan', 'report'].includes(code));
  const words = {
    title: (obligation: (typeof obligations)[number]) => obligationTitle(obligation, tomsk.words),
  };
  const line = { Код: '', Обязательство: '', 'Пункт положения': '', Срок: '', Выполнено: '' };
  const values = (rows: readonly Row[], address: string) => {
    const plan = planDeadlines(bookOf({ ...CLEAN, Сроки: rows }), obligations, words);
    return plan.flatMap((action) =>
      action.kind === 'writeValues' && action.address === address ? [action.values] : [],
    )[0];
  };

  it('holds the obligations in their order', () => {
    expect(values([line], 'A2:A3')).toEqual([['report'], ['plan']]);
    expect(values([line], 'D2:D3')).toEqual([[day(2026, 5, 30)], ['']]);
  });

  it('keeps what was typed with its code, whatever it is', () => {
    const rows = [
      { ...line, Код: 'plan', Выполнено: day(2025, 9, 9), Заметка: 'моё' },
      { ...line, Код: 'old', Обязательство: 'Прежнее', Выполнено: 'весной', Заметка: '' },
      { ...line, Код: 'gone', Обязательство: 'Без даты', Выполнено: '', Заметка: '' },
    ];
    expect(values(rows, 'E2:E4')).toEqual([[''], [day(2025, 9, 9)], ['весной']]);
    expect(values(rows, 'F2:F4')).toEqual([[''], ['моё'], ['']]);
    expect(values(rows, 'A2:A4')).toEqual([['report'], ['plan'], ['old']]);
    expect(values(rows, 'B2:B4')?.[2]).toEqual(['Прежнее']);
  });

  it('is left alone while it says the same', () => {
    const rows = obligations.map((obligation) => ({
      Код: obligation.code,
      Обязательство: words.title(obligation),
      'Пункт положения': obligation.clause,
      Срок: obligation.due ?? '',
      Выполнено: '',
    }));
    expect(planDeadlines(bookOf({ ...CLEAN, Сроки: rows }), obligations, words)).toEqual([]);
  });

  it('fills its formulas down as it grows', () => {
    const book = bookOf({ ...CLEAN, Сроки: [{ ...line, Состояние: 'в срок' }] });
    const tables = book.tables.map((table) =>
      table.name === 'Сроки' ? { ...table, formulas: { Состояние: { first: '=1', unbroken: true } } } : table,
    );
    expect(planDeadlines({ ...book, tables }, obligations, words)).toContainEqual({
      kind: 'fillFormula',
      sheet: 'Сроки',
      address: 'F2:F3',
      formula: '=1',
    });
  });
});
