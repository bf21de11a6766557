import { HIDDEN, anonymity, isWithoutNames } from '../../src/department/anonymity';
import { serialOf } from '../../src/register/dates';
import { registerOf } from '../register/snapshots';

const register = registerOf({
  Педагоги: [
    ['ФИО', 'Дата рождения', 'Организация'],
    ['Ярцева Марина Станиславовна', serialOf(1976, 3, 12), 'Гимназия'],
    ['Плетнёв Андрей Ильич', '', 'СОШ № 2'],
    ['Ким Пак', '', 'СОШ № 2'],
    ['Орёл Павел Львович', '', 'СОШ № 2'],
    ['Заяц Инна Макаровна', '', 'СОШ № 2'],
    ['Достоевский Лев Ильич', '', 'СОШ № 2'],
    ['Кузьмина Ольга Ивановна (СОШ № 3)', '', 'СОШ № 3'],
    ['Тиль-Белая Анна', '', 'СОШ № 3'],
  ],
  Курсы: [
    ['Педагог', 'Вид'],
    ['Гостева Нина', 'КПК'],
  ],
});
const { person, rowOfDatabank, scrub } = anonymity(register);

describe('people as numbers', () => {
  test('in the order of the databank, the same person the same number', () => {
    expect(person('Плетнёв Андрей Ильич')).toBe('Педагог 2');
    expect(person('ПЛЕТНЁВ андрей ильич')).toBe('Педагог 2');
    expect(rowOfDatabank('Ярцева Марина Станиславовна')).toBe('Педагог 1');
  });

  test('what the engine does not take for the same name is somebody else', () => {
    expect(person('Плетнев Андрей Ильич')).toBe('Педагог 9');
    expect(person('Плетнев Андрей Ильич')).toBe('Педагог 9');
  });

  test('an empty cell stays empty, an error stays an error', () => {
    expect([person(''), person('#N/A')]).toEqual(['', '#N/A']);
  });

  test('a databank of numbers is known for what it is', () => {
    const copy = registerOf({ Педагоги: [['ФИО'], ['Педагог 1'], [''], ['Педагог 2']] });
    expect([isWithoutNames(copy.tables.Педагоги), isWithoutNames(register.tables.Педагоги)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('names in words', () => {
  test.each([
    'Поручить Ярцевой подготовить банк заданий',
    'ЯРЦЕВУ наградить',
    'ярцева',
    'Слушали Плетнёва и Плетнева А.И.',
    'вместе с Плетнёвым',
    'письмо от Кима',
    'передать Киму',
    'наградить Орла',
    'доклад Зайца',
    'роман Достоевского',
    'с Кузьминой',
    'Тиль-Белую пригласить',
    'Белой поручить',
    'Марине Станиславовне поручить',
    'доклад Ильича',
    'доклад Гостевой',
    'Ярцeва с латинской буквой',
  ])('%s', (text) => {
    const hidden = scrub(text);
    expect(hidden).toContain(HIDDEN);
    expect(hidden).not.toMatch(
      /ярц|плетн|ким[ау]?\b|орла|зайц|достоевск|кузьмин|белой|белую|станислав|гостев/iu,
    );
  });

  test.each([
    ['Пригласить Сидорову П. И. из института', 'Пригласить [скрыто] из института'],
    ['Докладчик П.И. Сидорова', '[скрыто]'],
    ['Докладчик: П.И. Сидорова', 'Докладчик: [скрыто]'],
    ['обобщить опыт Веры Ефимовны', 'обобщить опыт [скрыто]'],
    ['Сидоров Пётр Иванович выступил', '[скрыто] выступил'],
    ['родилась 12.03.1976', 'родилась [скрыто]'],
    ['родилась 12 марта 1976 года', 'родилась [скрыто] года'],
    ['почта kim@example.ru, тел. 8 (900) 123-45-67', 'почта [скрыто], тел. [скрыто]'],
  ])('people nobody has written down, birthdays and contacts: %s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  test.each([
    'Подготовка к ЕГЭ базового уровня',
    'Заседание 12.03.2026, СОШ № 3 с. Медовка',
    'Заслушать отчёт за 2025/2026 учебный год; срок до 30.05.2026',
    'Районная олимпиада, 5–7 классы',
    'Положение п. 3.4, разд. 6',
    'Работа с одарёнными детьми, обычная новизна',
    'Приказ № 1234567 от 02.09.2025',
    'Приказ Минпросвещения РФ, Студия ИТ',
    '',
  ])('other words stay: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });
});
