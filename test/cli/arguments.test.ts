import { UsageError, readArguments } from '../../src/cli/arguments';

describe('command line', () => {
  it('reads a new register', () => {
    expect(
      readArguments([
        'new',
        'OUT.xlsx',
        '--regulation',
        'tomsk',
        '--year=2025/2026',
        '--association',
        'Математики',
        '--municipality',
        'Томский район',
      ]),
    ).toEqual({
      command: 'new',
      file: 'OUT.xlsx',
      passport: {
        regulation: 'tomsk',
        schoolYear: '2025/2026',
        association: 'Математики',
        municipality: 'Томский район',
      },
    });
  });

  it('reads a check', () => {
    expect(
      readArguments([
        'check',
        'a.xlsx',
        '--regulation',
        'tersky',
        '--year',
        '2025/2026',
        '--json',
        '--strict',
      ]),
    ).toEqual({
      command: 'check',
      file: 'a.xlsx',
      passport: { regulation: 'tersky', schoolYear: '2025/2026' },
      out: null,
      json: true,
      strict: true,
    });
    expect(readArguments(['check', 'a.xlsx', '--out', 'b.xlsx'])).toMatchObject({
      out: 'b.xlsx',
      json: false,
    });
    expect(() => readArguments(['check', 'a.xlsx', '--in-place'])).toThrow(UsageError);
    expect(() => readArguments(['check', 'a.xlsx', '--out', 'b.csv'])).toThrow(UsageError);
    expect(() => readArguments(['check'])).toThrow(UsageError);
  });

  it('reads a filling', () => {
    expect(readArguments(['fill', 'a.xlsx', '--out', 'b.xlsx', '--today', '2026-05-12', '--json'])).toEqual({
      command: 'fill',
      file: 'a.xlsx',
      out: 'b.xlsx',
      json: true,
      analysis: false,
      passport: { today: 46154 },
    });
    expect(readArguments(['fill', '--in-place', 'a.xlsx'])).toMatchObject({ out: null, json: false });
    expect(readArguments(['fill', '--in-place', 'a.xlsx'])).toMatchObject({ analysis: false });
    expect(readArguments(['fill', '--in-place', '--analysis', 'a.xlsx'])).toMatchObject({ analysis: true });
  });

  it('knows help of the whole and of each command', () => {
    expect(readArguments(['--help'])).toEqual({ command: 'help', about: null });
    expect(readArguments(['fill', '--help'])).toEqual({ command: 'help', about: 'fill' });
    expect(readArguments(['new', '-h'])).toEqual({ command: 'help', about: 'new' });
    expect(readArguments(['help', 'new'])).toEqual({ command: 'help', about: 'new' });
  });

  it.each([
    [[], 'Не указана команда'],
    [['delete'], 'Неизвестная команда «delete»'],
    [['fill', '--out', 'b.xlsx'], 'Не указан файл BOOK.xlsx'],
    [['fill', 'a.xlsx'], 'Не указано, куда записать'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--in-place'], 'исключают друг друга'],
    [['fill', 'a.xlsx', '--out'], 'После параметра «--out» нужно значение'],
    [['fill', 'a.xlsx', '--out', '--json'], 'После параметра «--out» нужно значение'],
    [['fill', 'a.xlsx', '--out', 'b.csv'], 'только в файл .xlsx'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--out', 'c.xlsx'], 'указан дважды'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--json=yes'], 'пишется без значения'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--colour'], 'Неизвестный параметр «--colour»'],
    [['new', 'a.xlsx', '--json'], 'Неизвестный параметр «--json»'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--today', '2026-02-30'], 'Неверная дата «2026-02-30»'],
    [['fill', 'a.xlsx', '--out', 'b.xlsx', '--today', '12.05.2026'], 'пишется как 2026-05-12'],
    [['new', 'a.xlsx', '--year', '2025/2027'], 'Неверный учебный год «2025/2027»'],
    [['new', 'a.xlsx', '--year', '2025'], 'пишется как 2025/2026'],
    [['new', 'a.xlsx', '--regulation', 'mars'], 'Известны: sonkovo, tersky, tomsk, zdvinsk, oshmyany, own'],
    [['new', 'a.xlsx', '--association', 'Методическое', 'объединение'], 'в кавычках'],
  ])('%j is refused with words', (argv, words) => {
    expect(() => readArguments(argv)).toThrow(UsageError);
    expect(() => readArguments(argv)).toThrow(words);
  });
});
