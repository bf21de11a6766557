import fc from 'fast-check';
import { evaluateIndicators } from '../../src/indicators/evaluate';
import { judgeDraft } from '../../src/indicators/recordJudgement';
import { IN_YEAR, registerOf } from '../register/snapshots';

const ANNA = 'Агеева Анна';

const register = registerOf({
  Педагоги: [
    ['ФИО', 'Образование', 'Категория', 'Профильные классы'],
    [ANNA, 'ВО', 'высшая', 'да'],
  ],
  Достижения: [['Педагог', 'Мероприятие', 'Вид', 'Уровень', 'Формат', 'Результат', 'Обучающихся', 'Дата']],
  Курсы: [['Педагог', 'Вид', 'Тема', 'Дата окончания']],
  Мероприятия: [['Название', 'Вид', 'Для кого', 'Уровень', 'Дата', 'Обучающихся']],
});

const WIN = {
  Педагог: ANNA,
  Мероприятие: 'Турнир городов',
  Вид: 'олимпиада',
  Уровень: 'всероссийский',
  Формат: 'очно',
  Результат: 'победитель',
  Дата: IN_YEAR,
};

describe('a record that is not written yet', () => {
  it('says the rows of the appendix it will enter', () => {
    expect(judgeDraft(register, 'Достижения', WIN)).toEqual({ indicators: ['11', '11.1'], reason: '' });
    expect(
      judgeDraft(register, 'Курсы', { Педагог: ANNA, Вид: 'КПК', Тема: 'ФГОС', 'Дата окончания': IN_YEAR }),
    ).toEqual({ indicators: ['3'], reason: '' });
    expect(
      judgeDraft(register, 'Мероприятия', {
        Название: 'Неделя математики',
        Уровень: 'муниципальный',
        Дата: IN_YEAR,
        Обучающихся: 40,
      }).indicators,
    ).toEqual(['28.1']);
  });

  it.each([
    [{ ...WIN, Формат: 'заочно' }, 'не входит в форму: заочно'],
    [{ ...WIN, Педагог: 'Белова Инна' }, 'нет в банке данных'],
    [{ ...WIN, Дата: IN_YEAR - 700 }, 'вне отчётного периода'],
    [{ ...WIN, Педагог: '' }, 'не указан педагог'],
  ])('says why it will not count', (draft, reason) => {
    expect(judgeDraft(register, 'Достижения', draft)).toEqual({ indicators: [], reason });
  });

  it('says nothing of a form nobody has begun', () => {
    expect(judgeDraft(register, 'Достижения', {})).toEqual({ indicators: [], reason: '' });
  });

  it('agrees with the engine once the record stands in the table', () => {
    const level = fc.constantFrom('муниципальный', 'региональный', 'всероссийский', 'школьный', '');
    const result = fc.constantFrom('победитель', 'призёр', 'участник', '');
    const kind = fc.constantFrom('ВсОШ', 'олимпиада', 'конкурс', 'конференция', 'другое');
    const format = fc.constantFrom('очно', 'заочно', '');
    fc.assert(
      fc.property(level, result, kind, format, (Уровень, Результат, Вид, Формат) => {
        const draft = { ...WIN, Уровень, Результат, Вид, Формат };
        const written = registerOf({
          Педагоги: [
            ['ФИО', 'Образование', 'Категория', 'Профильные классы'],
            [ANNA, 'ВО', 'высшая', 'да'],
          ],
          Достижения: [Object.keys(draft), Object.values(draft)],
        });
        const counted = evaluateIndicators(written).flatMap(({ no, evidence }) =>
          evidence.some(({ sheet }) => sheet === 'Достижения') ? [no] : [],
        );
        expect(judgeDraft(register, 'Достижения', draft).indicators).toEqual(counted);
      }),
      { numRuns: 60 },
    );
  });
});
