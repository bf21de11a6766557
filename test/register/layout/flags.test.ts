import { flagFormula, tableFlags, type PlacedColumn } from '../../../src/register/layout/flags';
import { columnsOf, TABLE_NAMES, type TableName } from '../../../src/register/tables';

/** The columns of a table where a new register puts them. */
const placed = (table: TableName): PlacedColumn[] =>
  columnsOf(table).map((definition, index) => ({ definition, column: index + 1 }));

const flagsOf = (table: TableName) => tableFlags(table, placed(table), 2, 41);
const of = (table: TableName, code: string, address: string) =>
  flagsOf(table).find((flag) => flag.code === `${table}:${code}` && flag.address === address);

describe('conditional formats', () => {
  it('carry the mark by which the product knows its own', () => {
    for (const table of TABLE_NAMES) {
      for (const { formula } of flagsOf(table)) expect(formula).toMatch(/^AND\(N\("рег:[a-z-]+"\)=0,.+\)$/);
    }
    expect(flagFormula('x', 'A1=1')).toBe('AND(N("рег:x")=0,A1=1)');
  });

  it('reach other sheets through defined names alone: a direct reference is lost by file libraries', () => {
    for (const table of TABLE_NAMES) {
      for (const { formula } of flagsOf(table)) expect(formula).not.toContain('!');
    }
  });

  it('reach from the first body row to the last', () => {
    for (const { address } of flagsOf('Курсы')) expect(address).toMatch(/^([A-Z]+)2:\1(41)$/);
  });

  it('show an empty required cell of a row that somebody has begun, whatever cell it was begun in', () => {
    const flag = of('Организации', 'required', 'A2:A41');
    expect(flag?.formula).toBe('AND(N("рег:required")=0,AND(A2="",$A2&$B2&$C2&$D2<>""))');
  });

  it('show a value outside its list, a teacher who is not in the databank apart', () => {
    expect(of('Курсы', 'list', 'B2:B41')?.formula).toContain('SUMPRODUCT((Выбор_ВидКурсов=B2)*1)=0');
    expect(of('Курсы', 'unknown', 'A2:A41')?.formula).toContain('$H2="нет в банке данных"');
    expect(of('Курсы', 'list', 'A2:A41')).toBeUndefined();
  });

  it('show what is no date, and a date outside the period only where the record would not count', () => {
    expect(of('Курсы', 'date', 'F2:F41')?.formula).toContain('F2>=ПериодКонец+1');
    const birthday = of('Педагоги', 'date', 'B2:B41')?.formula;
    expect(birthday).toContain('NOT(ISNUMBER(B2))');
    expect(birthday).not.toContain('Период');
  });

  it('show what is no number, or below zero', () => {
    expect(of('Мероприятия', 'number', 'F2:F41')?.formula).toContain('OR(NOT(ISNUMBER(F2)),F2<0)');
  });

  it('colour the words of «Состояние», each by what it says', () => {
    const codes = flagsOf('План').map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['План:overdue', 'План:risk', 'План:soon', 'План:done']));
  });

  it('do not ask of everybody what is asked of teachers, and no consent of who has left', () => {
    const required = (column: string) =>
      flagsOf('Педагоги').find(
        ({ code, address }) => code === 'Педагоги:required' && address.startsWith(column),
      )?.formula ?? '';
    expect(required('J2')).toMatch(/,\$U2<>"нет"\)\)$/);
    expect(required('S2')).toMatch(/,\$X2<>"выбыл"\)\)$/);
    expect(required('A2')).not.toContain('<>"нет"');
    expect(of('Мероприятия', 'required', 'F2:F41')?.formula).toContain('$C2<>"педагоги"');
  });

  it('do not take who has left, or is no teacher, for a row that is refused', () => {
    expect(of('Педагоги', 'not-counted', 'X2:X41')?.formula).toContain('X2<>"выбыл"');
    expect(of('Педагоги', 'outside-form', 'X2:X41')?.formula).toContain('X2="не педагог"');
  });

  it('colour a date that is due by the word beside it', () => {
    for (const [table, date, word] of [
      ['План', 'F2:F41', '$J2'],
      ['Решения', 'G2:G41', '$N2'],
      ['Сроки', 'D2:D41', '$G2'],
    ] as const) {
      expect(of(table, 'date-overdue', date)?.formula).toContain(`${word}="просрочено"`);
      expect(of(table, 'date-risk', date)?.formula).toContain(`${word}="под угрозой"`);
      expect(of(table, 'date-soon', date)?.formula).toContain(`${word}="скоро"`);
    }
  });

  it('colour attestation, a lost quorum, a decision that did not pass and the severity of an issue', () => {
    expect(of('Педагоги', 'overdue', 'Y2:Y41')?.formula).toContain('="просрочено"');
    expect(of('Педагоги', 'unknown-term', 'Y2:Y41')?.formula).toContain('="срок неизвестен"');
    expect(of('Заседания', 'no-quorum', 'L2:L41')?.formula).toContain('L2="нет"');
    expect(of('Решения', 'not-passed', 'L2:L41')?.formula).toContain('="не принято"');
    expect(of('Контроль', 'error', 'A2:A41')?.formula).toContain('="ошибка"');
  });

  it('follow columns that the user has moved', () => {
    const moved = placed('Курсы').map(({ definition }, index, all) => ({
      definition,
      column: all.length - index,
    }));
    const flag = tableFlags('Курсы', moved, 5, 9).find(({ code }) => code === 'Курсы:unknown');
    expect(flag).toMatchObject({ address: 'K5:K9' });
    expect(flag?.formula).toContain('$D5="нет в банке данных"');
  });
});
