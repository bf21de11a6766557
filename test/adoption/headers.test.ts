import fc from 'fast-check';
import { COMPOUNDS, FIELD_NAMES, fieldDefinition, type Field } from '../../src/adoption/dictionary';
import { newMatcher } from '../../src/adoption/headers';
import { TABLES, type TableName } from '../../src/register/tables';

const { match, under } = newMatcher();

const fieldsOf = (header: string): readonly (readonly Field[])[] => match(header).map(({ fields }) => fields);
const best = (header: string): string => match(header)[0]?.fields.join('+') ?? '';

describe('a header', () => {
  it.each([
    ['№ п/ п', 'line'],
    ['N п/п', 'line'],
    ['Ф.И.О. учителя/воспитателя (ПОЛНОСТЬЮ) *', 'name'],
    ['Фамилия,\nимя, отчество', 'name'],
    ['ФИО педагогического работника', 'name'],
    ['имя отчество', 'givenNames'],
    ['Наименование ОО', 'organisation'],
    ['Учреждение образования', 'organisation'],
    ['место работы', 'organisation'],
    ['Занимаемая должность', 'post'],
    ['перечень преподаваемых дисциплин', 'subject'],
    ['г.р.', 'birth'],
    ['Образование (ВО/СПО)', 'education'],
    ['наименование направления подготовки и (или) специальности', 'speciality'],
    ['общий трудовой стаж', 'totalExperience'],
    ['СТАЖ ПЕД. (ЛЕТ)', 'teachingExperience'],
    ['пед.стаж', 'teachingExperience'],
    ['педстаж', 'teachingExperience'],
    ['стаж в данном учреждении', 'otherExperience'],
    ['Катег.', 'category'],
    ['кв.категория', 'category'],
    ['наличие квалификационной категории учителя', 'category'],
    ['Квалификационная категория на 01.09.2025', 'category'],
    ['Разряд', 'payGrade'],
    ['ставка', 'payGrade'],
    ['дата прохождения аттестации', 'categoryDate'],
    ['аттестован на соответствие занимаемой должности', 'categoryDate'],
    ['срок действия аттестации до', 'categoryUntil'],
    ['Возраст', 'age'],
    ['Муниципалитет', 'territory'],
    ['Отметка времени', 'timestamp'],
    ['Электронная почта', 'contact'],
    ['данные о повышении квалификации и (или) профессиональной переподготовке', 'courses'],
    ['дата окончания последнего курсового обучения', 'courseDate'],
    ['место обучения', 'coursePlace'],
    ['объем (час.)', 'courseHours'],
    ['индивидуальная методическая тема', 'selfEducation'],
    ['Кол-во участников', 'count'],
    ['ФИ обучающегося', 'pupil'],
    ['форма участия', 'format'],
    ['паралель', 'schoolClass'],
    ['Средний бал', 'average'],
    ['Квалфикационная категория', 'category'],
    ['уровень (школьный, муниципальный)', 'level'],
    ['Образова-\nние', 'education'],
  ])('«%s» is %s', (header, field) => {
    expect(best(header)).toBe(field);
  });

  it.each([
    ['должность (преподаваемый предмет)', 'post+subject'],
    ['Должность/ квалификационная категория', 'post+category'],
    ['образование (квалификация)', 'education+speciality'],
    ['стаж общий/пед.', 'totalExperience+teachingExperience'],
    ['№ и дата приказа', 'order+categoryDate'],
    ['Должность, разряд', 'post+payGrade'],
    ['ФИО, должность, предмет', 'name+post+subject'],
  ])('«%s» goes to a split', (header, fields) => {
    expect(best(header)).toBe(fields);
  });

  it('of general words means different things to different tables', () => {
    expect(fieldsOf('Место').flat()).toEqual(expect.arrayContaining(['result', 'meetingPlace']));
    expect(fieldsOf('Статус').flat()).toEqual(expect.arrayContaining(['result', 'teacherStatus']));
  });

  it('nobody has heard of means nothing', () => {
    expect(match('Ряпушка')).toEqual([]);
    expect(match('')).toEqual([]);
    expect(match('12')).toEqual([]);
  });

  it('is read under the one above it', () => {
    expect(under(['category'], 'дата')?.fields).toEqual(['categoryDate']);
    expect(under(['courses'], 'дата')?.fields).toEqual(['courseDate']);
    expect(under(['experience'], 'пед.')?.fields).toEqual(['teachingExperience']);
    expect(under(['name'], 'дата')).toBeNull();
  });

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        match(text).every(({ score }) => score >= 0 && score <= 1),
      ),
    );
  });
});

describe('the dictionary', () => {
  it.each(FIELD_NAMES)('knows every phrase of «%s» again', (name) => {
    for (const phrase of fieldDefinition(name).phrases) {
      expect(
        match(phrase)
          .filter(({ how }) => how === 'same')
          .flatMap(({ fields }) => fields),
      ).toContain(name);
    }
  });

  it.each(COMPOUNDS.map(({ phrases, fields }) => [fields.join('+'), phrases] as const))(
    'knows every compound of %s again',
    (fields, phrases) => {
      for (const phrase of phrases)
        expect(match(phrase).some((each) => each.score >= 0.9 && each.fields.join('+') === fields)).toBe(
          true,
        );
    },
  );

  it.each([
    'Педагоги',
    'Организации',
    'Курсы',
    'Достижения',
    'Деятельность',
    'Мероприятия',
    'ГИА',
  ] satisfies TableName[])('knows the columns of «%s» by their own names', (table) => {
    const typed = TABLES[table].columns.filter(({ kind }) => kind !== 'formula');
    const unknown = typed.filter(
      ({ name }) =>
        !match(name).some(
          ({ fields, score }) =>
            score >= 0.9 && fields.some((each) => fieldDefinition(each).columns?.[table] === name),
        ),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});
