import { appendixRows } from '../../src/indicators/appendix';
import { describeSource } from '../../src/messages/indicators';
import { MEETINGS_ON_FORM } from '../../src/register/tables';

const rows = appendixRows(MEETINGS_ON_FORM);
const source = (no: string): string =>
  rows
    .filter((row) => row.no === no)
    .map(describeSource)
    .join();

describe('«Источник» says in words what a row counts', () => {
  it.each([
    ['1', 'Педагоги: в составе на дату расчёта'],
    [
      '1.3',
      'Педагоги: в составе на дату расчёта; Категория — высшая / педагог-методист / педагог-наставник / учитель-методист',
    ],
    ['2.3', 'Посещаемость: отметки «да» в столбце «Заседание 3»'],
    ['3', 'разные педагоги; Курсы: Вид — КПК'],
    ['8', 'разные педагоги; Достижения: Вид — ВсОШ, Уровень — муниципальный, Результат — победитель'],
    ['8.1', 'сумма «Обучающихся»; Достижения: Вид — ВсОШ, Уровень — муниципальный, Результат — победитель'],
    ['24.1', 'сумма «Количество»; Деятельность: Вид — публикация, Уровень — всероссийский'],
    [
      '28.1',
      'сумма «Обучающихся»; Мероприятия: Уровень — муниципальный; для обучающихся; дата в отчётном периоде',
    ],
    ['29', 'Организации: «Необъективность математика» — да или «Необъективность русский язык» — да'],
  ])('row %s', (no, words) => {
    expect(source(no)).toBe(words);
  });

  it('of rows 6 and 7 that they hold the results entered in this year', () => {
    expect(source('6')).toContain('результаты, внесённые за этот учебный год');
    expect(source('7.1')).toContain('результаты, внесённые за этот учебный год');
  });

  it('of every row but the heading', () => {
    for (const row of rows) {
      const words = describeSource(row);
      if (row.no === '2') expect(words).toBe('');
      else expect(words).not.toMatch(/^$|undefined/);
    }
  });
});
