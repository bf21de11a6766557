import { CLASSIFIER_FIELDS, classifierRows } from '../../src/indicators/classifier';
import type { ClassifiedTable } from '../../src/indicators/appendix';

/** «Вид | Уровень | Результат | Формат → показатель»; a result in brackets follows a parameter. */
const drawn = (table: ClassifiedTable): string[] =>
  classifierRows(table).map(({ fields, indicator, resultFollows }) => {
    const words = CLASSIFIER_FIELDS.map((field) =>
      field === 'Результат' && resultFollows !== undefined ? `[${fields[field]}]` : fields[field],
    );
    return `${words.join(' | ')} → ${String(indicator)}`;
  });

const contests = (level: string, result: string, indicator: number): string[] =>
  ['олимпиада', 'конкурс', 'соревнование'].map(
    (kind) => `${kind} | ${level} | ${result} | очно → ${String(indicator)}`,
  );

describe('the classifiers, derived from the conditions of the rows', () => {
  it('of «Достижения»', () => {
    expect(drawn('Достижения')).toEqual([
      'ВсОШ | муниципальный | победитель | любой → 8',
      'ВсОШ | региональный | победитель | любой → 9',
      'ВсОШ | региональный | призёр | любой → 10',
      'ВсОШ | всероссийский | победитель | любой → 11',
      ...contests('всероссийский', 'победитель', 11),
      'ВсОШ | всероссийский | призёр | любой → 12',
      ...contests('всероссийский', 'призёр', 12),
      'ВсОШ | всероссийский | [участник] | любой → 13',
      ...contests('всероссийский', '[участник]', 13),
      'конференция | всероссийский | любой | очно → 13',
      ...contests('региональный', 'победитель', 14),
      ...contests('региональный', 'призёр', 15),
      ...contests('муниципальный', 'победитель', 16),
      ...contests('муниципальный', 'призёр', 17),
    ]);
  });

  it('of «Деятельность»', () => {
    expect(drawn('Деятельность')).toEqual([
      'профессиональный конкурс | любой | победитель | очно → 18',
      'профессиональный конкурс | любой | лауреат | очно → 19',
      'профессиональный конкурс | любой | финалист | очно → 19',
      'профессиональный конкурс | любой | призёр | очно → 19',
      'профессиональный конкурс | любой | [участник] | очно → 20',
      'представление опыта | всероссийский | любой | очно → 21',
      'представление опыта | региональный | любой | очно → 22',
      'представление опыта | муниципальный | любой | очно → 23',
      'публикация | всероссийский | любой | любой → 24',
      'публикация | региональный | любой | любой → 25',
      'публикация | муниципальный | любой | любой → 26',
      'разработка КИМ | любой | любой | любой → 27',
      'организация мероприятия | муниципальный | любой | любой → 28',
    ]);
  });

  it('hold no row twice and none without a kind', () => {
    for (const table of ['Достижения', 'Деятельность'] as const) {
      const rows = classifierRows(table);
      const keys = rows.map(({ fields }) => JSON.stringify(fields));
      expect(new Set(keys).size).toBe(keys.length);
      expect(rows.every(({ fields }) => fields.Вид !== 'любой')).toBe(true);
    }
  });
});
