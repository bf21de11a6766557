import ExcelJS from 'exceljs';
import { createCalculation } from '../../src/host/calculation';
import type { HostDocument } from '../../src/host/document';
import { tableOf } from './tables';
import { initialiseEngineFromDisk } from '../../src/host/engine-node';

initialiseEngineFromDisk();

function documentOf(sheets: Record<string, Record<string, ExcelJS.CellValue>>): HostDocument {
  const book = new ExcelJS.Workbook();
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  }
  return {
    book,
    tables: [],
    names: [],
    calculationMode: 'Automatic',
    activeSheet: Object.keys(sheets)[0] ?? '',
    notCarried: [],
  };
}

/** Value of one formula typed into Z1 of a sheet that also holds the given cells. */
function evaluated(formula: string, cells: Record<string, ExcelJS.CellValue> = {}): unknown {
  const document = documentOf({ 'Лист «А»': { ...cells, Z1: { formula } } });
  return createCalculation(document).valueOf('Лист «А»', 1, 26);
}

describe('values read back from the engine', () => {
  test('keep 15 significant digits, whatever the size of the number', () => {
    expect(evaluated('1/3')).toBe(0.333333333333333);
    expect(evaluated('123456789.12345678*1')).toBe(123456789.123457);
    expect(evaluated('1E-7/3')).toBe(3.33333333333333e-8);
    expect(evaluated('46/100*3')).toBe(1.38);
  });

  test('a date is its serial number, not a formatted text', () => {
    expect(evaluated('DATE(2025,9,1)')).toBe(45901);
    expect(evaluated('EDATE(A1,12)-1', { A1: new Date(Date.UTC(2025, 8, 1)) })).toBe(46265);
  });

  test('types are told apart: a numeral text stays text', () => {
    expect(evaluated('"12"')).toBe('12');
    expect(evaluated('1=1')).toBe(true);
    expect(evaluated('FALSE')).toBe(false);
    expect(evaluated('""')).toBe('');
    expect(evaluated('0')).toBe(0);
    expect(evaluated('B7')).toBe(0);
  });
});

describe('what goes into the engine', () => {
  test('text that looks like something else stays text', () => {
    for (const text of ['12', '=A1', "'тире", 'TRUE', '01.09.2025', '#N/A', '+7 900', '1e5', '-']) {
      expect(evaluated('A1', { A1: text })).toBe(text);
      expect(evaluated('ISTEXT(A1)', { A1: text })).toBe(true);
    }
  });

  test('rich text and links count as their text, dates as serial numbers, errors as errors', () => {
    const cells = {
      A1: { richText: [{ text: 'Иванова ' }, { font: { bold: true }, text: 'А. И.' }] },
      A2: { text: 'Сайт', hyperlink: 'https://example.org/' },
      A3: new Date(Date.UTC(2025, 8, 1)),
      A4: { error: '#N/A' as const },
      A5: true,
    };
    expect(evaluated('A1&"|"&A2&"|"&A3', cells)).toBe('Иванова А. И.|Сайт|45901');
    expect(evaluated('ISNA(A4)', cells)).toBe(true);
    expect(evaluated('A4', cells)).toBe('#N/A');
    expect(evaluated('A5', cells)).toBe(true);
  });

  test('shared formulas are moved by tokens: texts inside them stay', () => {
    const document = documentOf({
      Лист1: {
        A1: 1,
        A2: 2,
        B1: { formula: 'A1&" A1"', shareType: 'shared', ref: 'B1:B2' } as ExcelJS.CellFormulaValue,
        B2: { sharedFormula: 'B1' },
      },
    });
    expect(createCalculation(document).valueOf('Лист1', 2, 2)).toBe('2 A1');
  });

  test('an array formula fills its whole range', () => {
    const document = documentOf({ Лист1: { A1: 2, A2: 3, A3: 4 } });
    const sheet = document.book.getWorksheet('Лист1');
    if (sheet === undefined) throw new Error('no sheet');
    // Excel keeps results in the other cells of an array formula; ExcelJS's typings leave the shape out.
    sheet.getCell('C1').value = {
      formula: 'A1:A3*10',
      shareType: 'array',
      ref: 'C1:C3',
    } as ExcelJS.CellFormulaValue;
    sheet.getCell('C2').value = 0;
    sheet.getCell('C3').value = 0;
    const calculation = createCalculation(document);
    expect([1, 2, 3].map((row) => calculation.valueOf('Лист1', row, 3))).toEqual([20, 30, 40]);
  });

  test('the hidden cells of a merge are empty', () => {
    const document = documentOf({ Лист1: { A1: 5, D1: { formula: 'SUM(A1:B1)' } } });
    document.book.getWorksheet('Лист1')?.mergeCells('A1:B1');
    expect(createCalculation(document).valueOf('Лист1', 1, 4)).toBe(5);
    expect(createCalculation(document).valueOf('Лист1', 1, 2)).toBe('');
  });
});

describe('what the engine cannot do', () => {
  test('an unknown function, a formula that does not parse and a missing name are errors', () => {
    for (const formula of ['NOSUCH(1)', 'AGGREGATE(1,2,A1:A3)', 'SUM(', 'НетТакогоИмени+1', '[1]Лист1!A1']) {
      const document = documentOf({ Лист1: { A1: 1, B1: { formula } } });
      const calculation = createCalculation(document);
      expect(calculation.isError('Лист1', 1, 2)).toBe(true);
      expect(String(calculation.valueOf('Лист1', 1, 2))).toMatch(/^#/);
    }
  });

  test('a circle of references is an error, not a number', () => {
    const document = documentOf({ Лист1: { A1: { formula: 'B1+1' }, B1: { formula: 'A1+1' } } });
    expect(createCalculation(document).isError('Лист1', 1, 1)).toBe(true);
  });

  test('minus signs before conditions in SUMPRODUCT give the right sum', () => {
    const cells = { A1: 'да', A2: 'нет', A3: 'да', B1: 1, B2: 2, B3: 4 };
    expect(evaluated('SUMPRODUCT(--(A1:A3="да"))', cells)).toBe(2);
    expect(evaluated('SUMPRODUCT(--(A1:A3="да"),B1:B3)', cells)).toBe(5);
    expect(evaluated('SUMPRODUCT(-(A1:A3="да"),-B1:B3)', cells)).toBe(5);
    expect(evaluated('SUMPRODUCT(B1:B3-(A1:A3="да"))', cells)).toBe(5);
    expect(evaluated('SUM(-B1)+ABS(-2)', cells)).toBe(1);
  });

  test('a list of criteria inside SUMPRODUCT is refused, since the engine would answer 0', () => {
    const cells = { A1: 'да', A2: 'нет', A3: 'да' };
    expect(evaluated('SUMPRODUCT(COUNTIFS(A1:A3,{"да","нет"}))', cells)).not.toBe(0);
    expect(evaluated('SUMPRODUCT(COUNTIF(A1:A3,A1:A2))', cells)).not.toBe(0);
    expect(evaluated('SUM(COUNTIFS(A1:A3,{"да","нет"}))', cells)).not.toBe(0);
  });

  test('criteria the engine reads differently from Excel are refused', () => {
    const cells = { A1: 'да', A2: '', A3: 'нет' };
    for (const formula of ['COUNTIF(A1:A9,"<>нет")', 'COUNTIFS(A1:A9,"=")', 'COUNTIF(A1:A9,"x~~y")']) {
      expect(String(evaluated(formula, cells))).toMatch(/^#/);
    }
    expect(evaluated('COUNTIFS(A1:A9,"<>")', cells)).toBe(2);
  });

  test('a long chain of formulas from below is evaluated', () => {
    const cells: Record<string, ExcelJS.CellValue> = { A3000: 1 };
    for (let row = 1; row < 3000; row++) cells[`A${String(row)}`] = { formula: `A${String(row + 1)}+1` };
    const document = documentOf({ Лист1: cells });
    expect(createCalculation(document).valueOf('Лист1', 1, 1)).toBe(3000);
  });
});

describe('changes', () => {
  test('a changed cell changes what depends on it, a new formula is seen, a cleared cell is empty', () => {
    const document = documentOf({ Лист1: { A1: 1, B1: { formula: 'A1*2' } } });
    const sheet = document.book.getWorksheet('Лист1');
    const calculation = createCalculation(document);
    expect(calculation.valueOf('Лист1', 1, 2)).toBe(2);
    if (sheet === undefined) throw new Error('no sheet');

    sheet.getCell('A1').value = 21;
    calculation.cellsChanged('Лист1', 1, 1, 1, 1);
    expect(calculation.valueOf('Лист1', 1, 2)).toBe(42);

    sheet.getCell('B5').value = { formula: 'B1+1' };
    calculation.cellsChanged('Лист1', 5, 2, 5, 2);
    expect(calculation.valueOf('Лист1', 5, 2)).toBe(43);

    sheet.getCell('A1').value = null;
    calculation.cellsChanged('Лист1', 1, 1, 1048576, 1);
    expect(calculation.valueOf('Лист1', 1, 2)).toBe(0);
  });

  test('sheets, tables and names may change', () => {
    const document = documentOf({ Лист1: { A1: { formula: 'Итог*2' } }, 'Второй лист': { A1: 7 } });
    const calculation = createCalculation(document);
    expect(calculation.valueOf('Лист1', 1, 1)).toBe('#NAME?');
    document.names.push({ name: 'Итог', formula: "='Второй лист'!$A$1", visible: true });
    calculation.structureChanged();
    expect(calculation.valueOf('Лист1', 1, 1)).toBe(14);
  });

  test('without evaluation formula cells read as empty texts', () => {
    const document = documentOf({ Лист1: { A1: 1, B1: { formula: 'A1*2' } } });
    const calculation = createCalculation(document, { enabled: false });
    expect(calculation.valueOf('Лист1', 1, 2)).toBe('');
    expect(calculation.valueOf('Лист1', 1, 1)).toBe(1);
  });
});

describe('tables: the patterns of the register', () => {
  /** A databank of teachers and their records; each row of `records` is a teacher's name and a code. */
  function register(teachers: string[], records: [ExcelJS.CellValue, ExcelJS.CellValue][]): HostDocument {
    const document = documentOf({
      'Банк данных': { A1: 'ФИО' },
      Записи: { A1: 'Педагог', B1: 'Код' },
      Форма: {},
    });
    const bank = document.book.getWorksheet('Банк данных');
    const sheet = document.book.getWorksheet('Записи');
    teachers.forEach((teacher, index) => {
      if (bank !== undefined) bank.getCell(index + 2, 1).value = teacher;
    });
    records.forEach(([teacher, code], index) => {
      if (sheet === undefined) return;
      sheet.getCell(index + 2, 1).value = teacher;
      sheet.getCell(index + 2, 2).value = code;
    });
    document.tables.push(
      tableOf('Педагоги', 'Банк данных', ['ФИО'], teachers.length),
      tableOf('Записи', 'Записи', ['Педагог', 'Код'], records.length, 2),
    );
    return document;
  }

  function ask(document: HostDocument, formula: string): unknown {
    const form = document.book.getWorksheet('Форма');
    if (form !== undefined) form.getCell('A1').value = { formula };
    return createCalculation(document).valueOf('Форма', 1, 1);
  }

  const escaped = (cell: string): string =>
    `MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?"),Педагоги[[ФИО]],0)`;

  test('names with * ? ~ are found as they are, and only they', () => {
    const document = register(['Звёздная*', 'Что?', 'Тиль~да', 'Звёздная Анна'], [['х', 1]]);
    for (const [name, place] of [
      ['Звёздная*', 1],
      ['Что?', 2],
      ['Тиль~да', 3],
      ['Звёздная Анна', 4],
    ] as const) {
      const form = document.book.getWorksheet('Форма');
      if (form !== undefined) form.getCell('B1').value = name;
      expect(ask(document, escaped('B1'))).toBe(place);
    }
  });

  test('one-row tables count in COUNTIFS and SUMIFS', () => {
    const document = register(['Иванова'], [['да', 5]]);
    expect(ask(document, 'COUNTIFS(Записи[[Педагог]],"да")')).toBe(1);
    expect(ask(document, 'SUMIFS(Записи[[Код]],Записи[[Педагог]],"да")')).toBe(5);
    expect(ask(document, 'COUNTIFS(Педагоги[[ФИО]],"?*")')).toBe(1);
  });

  test('an empty table is one blank row that counts nothing', () => {
    const document = register([''], [[null, null]]);
    expect(ask(document, 'COUNTIFS(Педагоги[[ФИО]],"?*")')).toBe(0);
    expect(ask(document, 'SUMIFS(Записи[[Код]],Записи[[Педагог]],"да")')).toBe(0);
    expect(ask(document, 'SUMPRODUCT(MAX((Записи[[Педагог]]="да")*Записи[[Код]]))')).toBe(0);
  });

  test('"" of a formula counts as blank, errors in other rows are stepped over', () => {
    const document = register(
      ['Иванова'],
      [
        [{ formula: '""' }, 1],
        [{ error: '#N/A' }, 2],
        ['да', 4],
      ],
    );
    expect(ask(document, 'COUNTIFS(Записи[[Педагог]],"")')).toBe(1);
    expect(ask(document, 'COUNTIFS(Записи[[Педагог]],"?*")')).toBe(1);
    expect(ask(document, 'SUMIFS(Записи[[Код]],Записи[[Педагог]],"да")')).toBe(4);
  });

  test('the first record of a code is the row whose MATCH is its own place', () => {
    const document = register(
      ['И'],
      [
        ['а', 108],
        ['б', 209],
        ['в', 108],
      ],
    );
    const sheet = document.book.getWorksheet('Записи');
    const table = document.tables[1];
    if (sheet === undefined || table === undefined) throw new Error('no table');
    table.right = 3;
    table.columns.push({ id: 3, name: 'Впервые' });
    for (const row of [2, 3, 4]) {
      sheet.getCell(row, 3).value = {
        formula:
          'IF(MATCH(Записи[[#This Row],[Код]],Записи[[Код]],0)=ROW()-ROW(Записи[[#Headers],[Код]]),1,0)',
      };
    }
    const calculation = createCalculation(document);
    expect([2, 3, 4].map((row) => calculation.valueOf('Записи', row, 3))).toEqual([1, 1, 0]);
  });

  test('the largest weight of the rows that fit, CHOOSE and MOD over it', () => {
    const document = register(
      ['И'],
      [
        ['олимпиада', 92],
        ['конкурс', 87],
        ['олимпиада', 84],
      ],
    );
    const weight = 'SUMPRODUCT(MAX((Записи[[Педагог]]="олимпиада")*Записи[[Код]]))';
    expect(ask(document, weight)).toBe(92);
    expect(ask(document, `MOD(100-${weight},100)`)).toBe(8);
    expect(ask(document, 'CHOOSE(MOD(192,100)-90,"нет даты","дата не распознана")')).toBe(
      'дата не распознана',
    );
    expect(ask(document, 'IFERROR(1/0,"ошибка в строке")')).toBe('ошибка в строке');
  });

  test('whole columns of a sheet, and references to what is gone', () => {
    const document = register(['И', 'К'], [['а', 1]]);
    expect(ask(document, "COUNTA('Банк данных'!$A$1:$A$30000)-1-COUNTA(Педагоги[[ФИО]])")).toBe(0);
    expect(ask(document, 'SUM(Нет[[Код]])')).toBe('#REF!');
    expect(ask(document, 'SUM(Записи[[Нет]])')).toBe('#REF!');
  });
});
