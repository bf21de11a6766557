import { serialOf } from '../../src/register/dates';
import type { adopt } from '../../src/adoption';
import { carryOut, day, registerBook, sheet, states, tableRows, typed, type Drawn } from './sheets';

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';

const base = (...rows: readonly (readonly Drawn[])[]) =>
  sheet('База', [['ФИО', 'Образование', 'Категория', 'Пед. стаж', 'Дата аттестации'], ...rows]);
const events = (...rows: readonly (readonly Drawn[])[]) =>
  sheet('Достижения детей', [
    ['ФИО педагога', 'Мероприятие', 'Уровень', 'Результат', 'Кол-во участников', 'Дата'],
    ...rows,
  ]);

const ROW = [IVANOVA, 'высшее', '1 кв.кат.', 12, '2024 г.'];
const EVENT = [IVANOVA, 'Конкурс «Кит»', 'районный', 'лауреат', 2, day(2025, 11, 3)];

const nothingToDo = (adoption: ReturnType<typeof adopt>): boolean =>
  adoption.outcomes.every(({ state }) => state === 'unchanged');

describe('the same source', () => {
  const sheets = [
    base(ROW, [PETROV, 'СПО', '-', 3, '']),
    events(EVENT),
    sheet('Явка', [
      ['ФИО', '25.09.25', '04.12.25'],
      [IVANOVA, '+', 'н'],
      [PETROV, '', '+'],
    ]),
  ];

  it('comes in once; the second time nothing changes', () => {
    const first = carryOut(sheets, registerBook());
    expect(states(first.adoption, 'Педагоги')).toEqual(['added', 'added']);
    const second = carryOut(sheets, first.after);
    expect(nothingToDo(second.adoption)).toBe(true);
    expect(second.plan.actions).toEqual([]);
    expect(second.plan.journal).toEqual([]);
  });

  it('changes nothing under another name of the file or in other places', () => {
    const first = carryOut(sheets, registerBook());
    const moved = sheets.map((each) => ({
      ...each,
      file: 'Копия.xlsx',
      cells: each.cells.map((cell) => ({ ...cell, row: cell.row + 2 })),
    }));
    expect(carryOut(moved, first.after).plan.actions).toEqual([]);
  });

  it('leaves what was edited in the register since as it is', () => {
    const { after } = carryOut(sheets, registerBook());
    let edited = typed(after, 'Педагоги', 0, 'Категория', 'высшая');
    edited = typed(edited, 'Педагоги', 0, 'Дата аттестации', serialOf(2024, 3, 15));
    edited = typed(edited, 'Педагоги', 0, 'Педагогический стаж', '');
    edited = typed(edited, 'Достижения', 0, 'Результат', 'призёр');
    const second = carryOut(sheets, edited);
    expect(nothingToDo(second.adoption)).toBe(true);
    expect(second.plan.actions).toEqual([]);
  });

  it('does not bring back a record that was deleted', () => {
    const { after } = carryOut(sheets, registerBook());
    const deleted = {
      ...after,
      tables: after.tables.map((table) =>
        table.name === 'Достижения' ? { ...table, rows: [table.headers.map(() => '')] } : table,
      ),
    };
    expect(carryOut(sheets, deleted).plan.actions).toEqual([]);
  });

  it('with another answer changes what hung on the question', () => {
    const first = carryOut(sheets, registerBook());
    const question = first.adoption.questions.find(
      ({ topic }) => topic.code === 'value' && topic.original === 'лауреат',
    );
    const answers = { [question?.id ?? '']: '=призёр' };
    const second = carryOut(sheets, first.after, { answers });
    expect(second.plan.changes.map(({ column, old, new: value }) => [column, old, value])).toEqual([
      ['Результат', 'лауреат', 'призёр'],
    ]);
    expect(carryOut(sheets, second.after, { answers }).plan.actions).toEqual([]);
    expect(carryOut(sheets, second.after).adoption.outcomes.filter(({ state }) => state === 'added')).toEqual(
      [],
    );
  });
});

describe('a newer source', () => {
  const first = carryOut([base(ROW)], registerBook());

  it('updates what nobody has touched, old and new side by side', () => {
    const { plan, after } = carryOut([base([IVANOVA, 'высшее', 'высшая', 13, '2024 г.'])], first.after);
    expect(plan.changes.map(({ column, old, new: value, from }) => [column, old, value, from.cell])).toEqual([
      ['Педагогический стаж', 12, 13, 'D2'],
      ['Категория', 'первая', 'высшая', 'C2'],
    ]);
    expect(tableRows(after, 'Педагоги')).toHaveLength(1);
  });

  it('against an edited cell is a conflict: the register’s value stays until it is answered', () => {
    const edited = typed(first.after, 'Педагоги', 0, 'Категория', 'соответствие');
    const source = [base([IVANOVA, 'высшее', 'высшая', 12, '2024 г.'])];
    const { adoption, plan } = carryOut(source, edited);
    expect(states(adoption, 'Педагоги')).toEqual(['conflict']);
    expect(plan.actions).toEqual([]);
    const question = adoption.questions.find(({ topic }) => topic.code === 'conflict');
    expect(question?.topic).toMatchObject({ inRegister: 'соответствие', inSource: 'высшая', who: IVANOVA });
    const answered = carryOut(source, edited, { answers: { [question?.id ?? '']: 'source' } });
    expect(answered.plan.changes.map(({ column, new: value }) => [column, value])).toEqual([
      ['Категория', 'высшая'],
    ]);
  });

  it('adds who is new and says who is gone, and deletes nobody', () => {
    const { adoption, after } = carryOut([base([PETROV, 'СПО', 'первая', 3, ''])], first.after);
    expect(
      adoption.outcomes
        .filter(({ table }) => table === 'Педагоги')
        .map(({ record, state }) => [record, state]),
    ).toEqual([
      [PETROV, 'added'],
      [IVANOVA, 'gone'],
    ]);
    expect(tableRows(after, 'Педагоги')).toHaveLength(2);
  });

  it('says which records it no longer holds', () => {
    const with2 = carryOut(
      [events(EVENT, [PETROV, 'Конкурс «Слон»', 'районный', 'участник', 1, ''])],
      registerBook(),
    );
    const { adoption, plan } = carryOut([events(EVENT)], with2.after);
    expect(adoption.outcomes.filter(({ state }) => state === 'gone').map(({ record }) => record)).toEqual([
      `${PETROV}: Конкурс «Слон»`,
    ]);
    expect(plan.actions).toEqual([]);
  });
});

describe('a register filled by hand', () => {
  it('is completed where it is empty, and asked where it differs', () => {
    const snapshot = registerBook({ Педагоги: [{ ФИО: IVANOVA, Образование: 'ВО', Категория: 'высшая' }] });
    const { adoption, plan } = carryOut([base(ROW)], snapshot);
    expect(states(adoption, 'Педагоги')).toEqual(['conflict']);
    expect(plan.changes.map(({ column }) => column)).toEqual(['Педагогический стаж', 'Дата аттестации']);
  });

  it('holds a record the source tells of in other words', () => {
    const snapshot = registerBook({
      Достижения: [
        {
          Педагог: IVANOVA,
          Мероприятие: 'конкурс «Кит»',
          Вид: 'конкурс',
          Уровень: 'муниципальный',
          Результат: 'призёр',
          Дата: serialOf(2025, 11, 3),
        },
      ],
    });
    const { adoption, plan } = carryOut(
      [events([IVANOVA, 'Конкурс «Кит»', 'районный', '2 место', 4, '03.11.25'])],
      snapshot,
    );
    expect(states(adoption, 'Достижения')).toEqual(['updated']);
    expect(plan.changes.map(({ column, new: value }) => [column, value])).toEqual([['Обучающихся', 4]]);
  });

  it('gets another record where result or date differ', () => {
    const snapshot = registerBook({
      Достижения: [
        { Педагог: IVANOVA, Мероприятие: 'Конкурс «Кит»', Вид: 'конкурс', Результат: 'победитель' },
      ],
    });
    expect(
      states(
        carryOut([events([IVANOVA, 'Конкурс «Кит»', 'районный', '2 место', 4, ''])], snapshot).adoption,
        'Достижения',
      ),
    ).toEqual(['added']);
  });
});

describe('a form sent again about the same event', () => {
  const form = (...rows: readonly (readonly Drawn[])[]) =>
    sheet('Ответы', [
      ['Отметка времени', 'ФИО педагога', 'ФИ обучающегося', 'Мероприятие', 'Уровень', 'Результат'],
      ...rows,
    ]);
  const added = (rows: readonly (readonly Drawn[])[]) =>
    carryOut([form(...rows)], registerBook()).adoption.outcomes.filter(({ table }) => table === 'Достижения');

  it('with another result stands as it was sent last, and the earlier is shown', () => {
    const [outcome, ...others] = added([
      ['15.09.2025 10:00:00', IVANOVA, 'Сомов Пётр', 'Конкурс «Кит»', 'районный', 'участник'],
      ['16.09.2025 09:00:00', IVANOVA, 'Сомов Пётр', 'Конкурс «Кит»', 'районный', 'призёр'],
    ]);
    expect(others).toEqual([]);
    expect(outcome?.cells.find(({ column }) => column === 'Результат')?.new).toBe('призёр');
    expect(outcome?.superseded.map(({ cell }) => cell)).toEqual(['A2']);
  });

  it('for another pupil replaces nothing', () => {
    const outcomes = added([
      ['15.09.2025 10:00:00', IVANOVA, 'Сомов Пётр', 'Конкурс «Кит»', 'районный', 'призёр'],
      ['16.09.2025 09:00:00', IVANOVA, 'Рак Олег', 'Конкурс «Кит»', 'районный', 'призёр'],
      ['17.09.2025 09:00:00', IVANOVA, 'Лось Иван', 'Конкурс «Кит»', 'районный', 'участник'],
    ]);
    expect(outcomes.map(({ cells }) => cells.find(({ column }) => column === 'Обучающихся')?.new)).toEqual([
      2, 1,
    ]);
    expect(outcomes.flatMap(({ superseded }) => superseded)).toEqual([]);
  });
});

describe('a form about oneself sent again', () => {
  it('replaces the courses told before, and the person keeps one spelling', () => {
    const { after } = carryOut(
      [
        sheet('Ответы', [
          ['Отметка времени', 'ФИО', 'Категория', 'Тема последних курсов', 'Дата окончания курсов'],
          ['15.09.2025 10:00:00', 'Белозёрова Анна Сергеевна', 'первая', 'ФГОС', '15.03.2023'],
          ['15.09.2025 12:00:00', 'Белозерова Анна Сергеевна', 'высшая', 'ФГОС ООО', '15.03.2024'],
        ]),
      ],
      registerBook(),
    );
    expect(tableRows(after, 'Педагоги')).toMatchObject([
      { ФИО: 'Белозёрова Анна Сергеевна', Категория: 'высшая' },
    ]);
    expect(tableRows(after, 'Курсы')).toMatchObject([
      { Педагог: 'Белозёрова Анна Сергеевна', Тема: 'ФГОС ООО' },
    ]);
  });
});

describe('one cell that makes several records', () => {
  it.each([
    ['of two teachers', ['Иванова А.П., Петров О.Л.', 'Конкурс «Кит»', 'районный', '1 место', 1, '']],
    ['of two results', [IVANOVA, 'Конкурс «Кит»', 'районный', 'победитель – 2, призёр – 3', '', '']],
  ])('%s changes nothing the second time', (_, row) => {
    const { after } = carryOut([events(row)], registerBook());
    expect(tableRows(after, 'Достижения')).toHaveLength(2);
    const again = carryOut([events(row)], after);
    expect(again.plan.changes).toEqual([]);
    expect(nothingToDo(again.adoption)).toBe(true);
  });
});
