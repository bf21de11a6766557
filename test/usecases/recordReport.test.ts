import { serialOf } from '../../src/register/dates';
import type { RecordDraft } from '../../src/usecases/contract';
import { formFields, recordCells, recordJudgement } from '../../src/usecases/recordReport';
import { judged } from './judgedRegister';

describe('a record by form', () => {
  const record: RecordDraft = {
    table: 'Достижения',
    values: {
      Педагог: 'Белов Иван',
      Мероприятие: 'Турнир',
      Вид: 'олимпиада',
      Уровень: 'региональный',
      Формат: 'очно',
      Результат: 'призёр',
      Дата: '2026-02-03',
      Обучающихся: 2,
    },
  };

  it('has the fields of the table with their lists', () => {
    const fields = formFields(judged, 'Достижения');
    expect(fields.map(({ column }) => column)).not.toContain('Учёт');
    expect(fields.find(({ column }) => column === 'Педагог')).toMatchObject({
      isRequired: true,
      choices: ['Агеева Анна', 'Белов Иван', 'Громова Вера'],
    });
    expect(fields.find(({ column }) => column === 'Дата')?.kind).toBe('date');
  });

  it('says at once where it will count', () => {
    expect(recordJudgement(judged, record)).toEqual({
      indicators: ['15', '15.1'],
      sentence: 'Войдёт в показатели 15 и 15.1.',
      troubles: [],
    });
    expect(recordCells(record)).toMatchObject({ Дата: serialOf(2026, 2, 3), Обучающихся: 2 });
  });

  it('says why it will not, and names the fields', () => {
    const { sentence, troubles } = recordJudgement(judged, {
      ...record,
      values: { ...record.values, Педагог: 'Никонов Олег', Формат: 'заочно', Результат: '' },
    });
    expect(sentence).toBe('Не войдёт в показатели: нет в банке данных.');
    expect(troubles.map(({ column }) => column)).toEqual(['Педагог', 'Результат']);
  });

  it('asks for nothing before anything is typed', () => {
    expect(recordJudgement(judged, { table: 'Курсы', values: {} })).toEqual({
      indicators: [],
      sentence: 'Заполните поля, и станет видно, в какой показатель войдёт запись.',
      troubles: [],
    });
  });
});
