import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appendixRows } from '../../src/indicators/appendix';
import { compileIndicator } from '../../src/indicators/compile';
import { recordFormulas } from '../../src/indicators/recordFormulas';
import { UnboundColumn, references } from '../../src/indicators/references';
import { compileRelations, relations } from '../../src/indicators/relations';
import { formLines } from '../../src/register/layout/appendixForm';
import { plainBinding } from './binding';

/**
 * Every formula the product writes: of the form's rows and of the tables' columns. The file beside this test
 * was read line by line; whoever changes a formula on purpose reads the difference and writes it anew:
 * `UPDATE_GOLDEN=1 npm test -- test/indicators/compile`.
 */
const GOLDEN = fileURLToPath(new URL('formulas.golden.txt', import.meta.url));
const MEETINGS = 5;

const refs = references(plainBinding(MEETINGS));
const lines = formLines(MEETINGS);
const rowOf = (no: string): number => lines.find(({ indicator }) => indicator?.no === no)?.row ?? 0;

function everyFormula(): string {
  const all = relations(MEETINGS);
  const form = appendixRows(MEETINGS).flatMap((indicator) => {
    const { value, state } = compileIndicator(indicator, rowOf(indicator.no), refs);
    const relation = compileRelations(indicator.no, all, rowOf, refs);
    return [`# ${indicator.no} ${indicator.label}`, value, state, relation].filter((line) => line !== '');
  });
  const columns = recordFormulas(refs, MEETINGS).flatMap(({ table, column, formula }) => [
    `# ${table}, ${column}`,
    formula,
  ]);
  return `${[...form, ...columns].join('\n')}\n`;
}

const formulas = everyFormula()
  .split('\n')
  .filter((line) => line.startsWith('='));

it('the formulas are the reviewed ones', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(GOLDEN, everyFormula());
  expect(everyFormula()).toBe(readFileSync(GOLDEN, 'utf8'));
});

describe('every formula', () => {
  it('uses only functions that every suite since Excel 2010 shares', () => {
    const shared = new Set(
      'ABS AND CHOOSE COUNT COUNTIF COUNTIFS DATE EDATE FIND IF IFERROR INDEX INT ISERROR ISNA ISNUMBER LEFT LEN MATCH MAX MID MIN MOD MONTH N NA NOT OR RIGHT ROW ROWS SUBSTITUTE SUM SUMIFS SUMPRODUCT TRIM VALUE YEAR'.split(
        ' ',
      ),
    );
    const used = formulas.flatMap((formula) =>
      [...formula.replaceAll(/"[^"]*"/g, '').matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name = '']) => name),
    );
    expect([...new Set(used)].filter((name) => !shared.has(name))).toEqual([]);
  });

  it('is short enough for Excel, and nests no deeper than it allows', () => {
    for (const formula of formulas) {
      expect(formula.length).toBeLessThan(8192);
      let [depth, deepest] = [0, 0];
      for (const sign of formula.replaceAll(/"[^"]*"/g, '')) {
        if (sign === '(') depth += 1;
        if (sign === ')') depth -= 1;
        deepest = Math.max(deepest, depth);
      }
      expect(depth).toBe(0);
      expect(deepest).toBeLessThanOrEqual(64);
    }
  });

  it('closes its quotes, and holds no short form that a file may not hold', () => {
    for (const formula of formulas) {
      expect((formula.match(/"/g) ?? []).length % 2).toBe(0);
      expect(formula).not.toMatch(/\[@|#Data|#All|_xlfn|INDIRECT|TODAY|NOW\(/);
    }
  });
});

describe('a workbook that spells names its own way', () => {
  const binding = plainBinding(4);
  const own = references({
    ...binding,
    tables: {
      ...binding.tables,
      Курсы: { name: 'УЧЁБА', headers: { ...binding.tables.Курсы.headers, Вид: "вид'[1]#@" } },
    },
    sheets: { passport: 'О нас', rules: "Правила О'Нила", appendix: 'Приложение' },
  });

  it('is spoken to in its own spelling, special signs escaped', () => {
    expect(own.column('Курсы', 'Вид')).toBe("УЧЁБА[[вид'''[1']'#'@]]");
    expect(own.cell('Курсы', 'Тема')).toBe('УЧЁБА[[#This Row],[Тема]]');
    expect(own.header('Курсы', 'Код')).toBe('УЧЁБА[[#Headers],[Код]]');
    expect(own.rule('today')).toBe("'Правила О''Нила'!$B$1");
    expect(own.passport('schoolYear')).toBe("'О нас'!$B$8");
  });

  it('is not spoken to of a column it does not hold: that is a defect of ours', () => {
    expect(() => refs.column('Курсы', 'Цвет')).toThrow(UnboundColumn);
  });
});
