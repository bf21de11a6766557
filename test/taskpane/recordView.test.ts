import {
  NO_RECORDS,
  draftOf,
  firstEmpty,
  isBegun,
  keptTexts,
  readinessOf,
  viewFields,
  withTexts,
} from '../../src/taskpane/recordView';
import { forms } from './recordForms';

const fields = forms.Достижения;
const full = {
  Педагог: 'Ли Виктор Олегович',
  Мероприятие: 'Турнир',
  Вид: 'олимпиада',
  Уровень: 'региональный',
  Формат: 'очно',
  Результат: 'призёр',
  Обучающихся: '2',
  Дата: '2026-02-03',
};

const troubled = (texts: Record<string, string>, left: string[], isAsked: boolean) =>
  viewFields(
    fields,
    texts,
    [
      { column: 'Мероприятие', sentence: 'Заполните поле «Мероприятие».' },
      { column: 'Дата', sentence: 'В поле «Дата» нужна дата.' },
      { column: 'Вид', sentence: 'Значения «турнир» нет в списке.' },
    ],
    new Set(left),
    isAsked,
  ).flatMap(({ field, trouble, isMild }) => (trouble === '' ? [] : [[field.column, isMild]]));

describe('taskpane/recordView', () => {
  it('writes numbers as numbers, with a comma too, and leaves out what is empty', () => {
    expect(draftOf('Достижения', fields, full).values).toMatchObject({ Обучающихся: 2, Дата: '2026-02-03' });
    expect(draftOf('Курсы', forms.Курсы, { Часы: ' 72,5 ', Тема: '  ' }).values).toEqual({ Часы: 72.5 });
  });

  it('never makes a number of words', () => {
    expect(draftOf('Достижения', fields, { Обучающихся: '3 чел.' }).values).toEqual({
      Обучающихся: '3 чел.',
    });
  });

  it('does not blame a field before it is left, nor a date while it is typed', () => {
    expect(troubled({ Дата: '12.0' }, [], false)).toEqual([]);
    expect(troubled({ Дата: '12.0' }, ['Мероприятие', 'Дата'], false)).toEqual([
      ['Мероприятие', false],
      ['Дата', false],
    ]);
    expect(troubled({}, [], true)).toHaveLength(3);
  });

  it('says at once, and mildly, that a value is not of the list', () => {
    expect(troubled({ Вид: 'турнир' }, [], false)).toEqual([['Вид', true]]);
  });

  it('tells what is missing from what cannot be written', () => {
    expect(readinessOf(fields, full)).toEqual({ readiness: 'ready', column: null });
    expect(readinessOf(fields, { ...full, Уровень: ' ' })).toEqual({
      readiness: 'incomplete',
      column: 'Уровень',
    });
    expect(readinessOf(fields, { ...full, Уровень: '', Дата: '31.02.2026' })).toEqual({
      readiness: 'malformed',
      column: 'Дата',
    });
    expect(readinessOf(fields, { ...full, Обучающихся: 'двое' }).readiness).toBe('malformed');
  });

  it('keeps for the next record the teacher and the event, of a course all but the teacher', () => {
    expect(Object.keys(keptTexts('Достижения', full))).toEqual([
      'Педагог',
      'Мероприятие',
      'Вид',
      'Уровень',
      'Формат',
      'Дата',
    ]);
    const course = { Педагог: 'Ли Виктор Олегович', Тема: 'ФГОС', Часы: '72', Документ: '№ 1' };
    expect(keptTexts('Курсы', course)).toEqual({ Тема: 'ФГОС', Часы: '72' });
    expect(firstEmpty(forms.Курсы, keptTexts('Курсы', course))).toBe('Педагог');
    expect(firstEmpty(fields, keptTexts('Достижения', full))).toBe('Результат');
  });

  it('keeps what was typed into each form', () => {
    const drafts = withTexts(withTexts(NO_RECORDS, 'Курсы', { Тема: 'ФГОС' }), 'Достижения', full);
    expect(drafts.texts.Курсы).toEqual({ Тема: 'ФГОС' });
    expect([isBegun({}), isBegun({ Тема: ' ' }), isBegun(full)]).toEqual([false, false, true]);
  });
});
