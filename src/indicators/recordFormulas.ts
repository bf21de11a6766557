import { LIST_COLUMN, listTable } from '../register/lists';

import {
  COUNTED_ACTIVITIES,
  baseIndicators,
  baseNumber,
  appendixRows,
  type ClassifiedTable,
} from './appendix';
import { ANY, CLASSIFIER_FIELDS, CLASSIFIER_TABLES } from './classifier';
import { dueFormulas } from './dueFormulas';
import { meetingFormulas } from './meetingFormulas';
import { databankRow, literal, type ColumnFormulaDefinition, type References } from './references';

/**
 * The formula columns of the register's tables, one uniform formula a column (formulas.md §2). Each was
 * proven in LibreOffice and IronCalc; they use only what every suite since Excel 2010 shares.
 */

/**
 * Reading of `Код` (formulas.md §1): "" empty row · −1 no teacher · −2 an error value · 0…99 the teacher is
 * not in the databank · 100·i + N counted for indicator N (i: the teacher's row in «Педагоги») ·
 * 100·i outside the form · 100·i + 91… a reason.
 */
const REASONS = { noDate: 91, notDate: 92, outsidePeriod: 93, notNumber: 94 } as const;
const REASON_WORDS = '"нет даты","дата не распознана","вне отчётного периода","не число"';

const oneOf = (cell: string, values: readonly string[]): string => {
  const tests = values.map((value) => `${cell}=${literal(value)}`);
  return tests.length === 1 ? tests.join('') : `OR(${tests.join(',')})`;
};

const invalidNumber = (cell: string): string => `AND(${cell}<>"",OR(NOT(ISNUMBER(${cell})),${cell}<0))`;

const outsidePeriod = (cell: string, refs: References): string =>
  `OR(${cell}<${refs.rule('periodBegin')},${cell}>=${refs.rule('periodEnd')}+1)`;

/** What differs between the two tables that a classifier sorts. */
interface Classified {
  readonly table: ClassifiedTable;
  /** Column that, with «Вид», shows that a row without a teacher has been started. */
  readonly title: string;
  readonly count: string;
  /** Kinds whose count is summed; absent: all of them. */
  readonly countedKinds?: readonly string[];
  /** A word said of a counted record, and when. */
  readonly remark?: (cell: (column: string) => string) => string;
}

const CLASSIFIED: readonly Classified[] = [
  {
    table: 'Достижения',
    title: 'Мероприятие',
    count: 'Обучающихся',
    remark: (cell) => `IF(AND(${cell('Вид')}="ВсОШ",${cell('Формат')}<>"очно"),"; формат не «очно»","")`,
  },
  { table: 'Деятельность', title: 'Название', count: 'Количество', countedKinds: COUNTED_ACTIVITIES },
];

function classifiedFormulas(classified: Classified, refs: References): readonly ColumnFormulaDefinition[] {
  const { table, title, count, countedKinds, remark } = classified;
  const cell = (column: string): string => refs.cell(table, column);
  const classifier = (column: string): string => `${CLASSIFIER_TABLES[table]}[[${column}]]`;
  // IF and not AND: an error value in a number that is not summed must not spoil the record, and engines
  // disagree whether AND(FALSE, error) is an error.
  const whereCounted = (test: string): string =>
    countedKinds === undefined ? test : `IF(${oneOf(cell('Вид'), countedKinds)},${test},FALSE)`;

  const fits = CLASSIFIER_FIELDS.map((field) =>
    field === 'Вид'
      ? `(${classifier(field)}=${cell(field)})`
      : `(((${classifier(field)}=${cell(field)})+(${classifier(field)}=${literal(ANY)}))>0)`,
  ).join('*');
  const number = `MOD(100-SUMPRODUCT(MAX(${fits}*${classifier('Вес')})),100)`;
  const date = cell('Дата');
  const reasonOrNumber =
    `IF(AND(${date}<>"",NOT(ISNUMBER(${date}))),${String(REASONS.notDate)},` +
    `IF(AND(${date}<>"",${outsidePeriod(date, refs)}),${String(REASONS.outsidePeriod)},` +
    `IF(${whereCounted(invalidNumber(cell(count)))},${String(REASONS.notNumber)},${number})))`;
  const code =
    `=IFERROR(IF(${cell('Педагог')}="",IF(${cell(title)}&${cell('Вид')}="","",-1),` +
    `IFERROR(100*${databankRow(cell('Педагог'), refs)},0)+${reasonOrNumber}),-2)`;

  const outsideForm =
    `"не входит в форму: "&IF(OR(${cell('Уровень')}="школьный",${cell('Уровень')}="международный"),${cell('Уровень')},` +
    `IF(${cell('Формат')}="очно",${cell('Вид')}&", "&${cell('Уровень')}&", "&${cell('Результат')},` +
    `IF(${cell('Формат')}="","формат не указан",${cell('Формат')})))`;
  const assumed =
    `IF(${date}="","; нет даты","")&IF(${whereCounted(`${cell(count)}=""`)},"; количество принято за 1","")` +
    (remark === undefined ? '' : `&${remark(cell)}`);

  return [
    {
      table,
      column: 'Учёт',
      formula: `=IFERROR(IF(${cell('Показатель')}>0,"учтено"&${assumed},${reasonWords(cell('Код'), outsideForm)}),"ошибка в строке")`,
    },
    { table, column: 'Показатель', formula: indicatorFormula(cell('Код')) },
    { table, column: 'Впервые', formula: firstFormula(table, refs) },
    { table, column: 'Впервые 2', formula: widenedFirstFormula(table, refs) },
    { table, column: 'Код', formula: code },
  ];
}

/** Words for a record that does not count, from its code. */
const reasonWords = (code: string, outsideForm: string): string =>
  `IF(${code}="","",IF(${code}<0,CHOOSE(-${code},"не указан педагог","ошибка в строке"),` +
  `IF(${code}<100,"нет в банке данных",IF(MOD(${code},100)>90,CHOOSE(MOD(${code},100)-90,${REASON_WORDS}),${outsideForm}))))`;

const indicatorFormula = (code: string): string =>
  `=IF(N(${code})<100,0,IF(MOD(${code},100)<90,MOD(${code},100),0))`;

/** 1 on the first record of a teacher for an indicator: the numeric code is the key, MATCH stays fast. */
const firstFormula = (table: 'Достижения' | 'Деятельность' | 'Курсы', refs: References): string =>
  `=IF(${refs.cell(table, 'Показатель')}>0,IF(MATCH(${refs.cell(table, 'Код')},${refs.column(table, 'Код')},0)` +
  `=ROW()-ROW(${refs.header(table, 'Код')}),1,0),0)`;

/**
 * «Любой результат»: a winner counts in 11 and in 13, so one `Впервые` cannot serve both. 1 on the first
 * record of a teacher among all the indicators that count.
 */
function widenedFirstFormula(table: ClassifiedTable, refs: References): string {
  const widened = baseIndicators(table).find(({ condition }) => condition.alsoWhile !== undefined);
  const also = widened?.condition.alsoWhile;
  if (widened === undefined || also === undefined) return '=0';
  const numbers = [...also.indicators, widened.number];
  const code = refs.cell(table, 'Код');
  const codes = refs.column(table, 'Код');
  const none = (distance: number): string => `ISNA(MATCH(${code}-${String(distance)},${codes},0))`;
  const chain = numbers.reduceRight((otherwise, number, place) => {
    const earlier = numbers.slice(0, place).map((each) => none(number - each));
    const value =
      earlier.length === 0
        ? '1'
        : `IF(${earlier.length === 1 ? earlier.join('') : `AND(${earlier.join(',')})`},1,0)`;
    return `IF(${refs.cell(table, 'Показатель')}=${String(number)},${value},${otherwise})`;
  }, '0');
  return `=IF(${refs.rule(also.parameter)}<>${literal(ANY)},0,IF(${refs.cell(table, 'Впервые')}=0,0,${chain}))`;
}

function courseFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Курсы';
  const cell = (column: string): string => refs.cell(table, column);
  const end = cell('Дата окончания');
  const number = baseIndicators(table).reduceRight(
    (otherwise, { number: each, condition }) =>
      `IF(${oneOf(
        cell('Вид'),
        condition.cases.flatMap((values) => values['Вид'] ?? []),
      )},${String(each)},${otherwise})`,
    '0',
  );
  return [
    {
      table,
      column: 'Учёт',
      formula: `=IFERROR(IF(${cell('Показатель')}>0,"учтено",${reasonWords(cell('Код'), `"не входит в форму: "&IF(${cell('Вид')}="","вид не указан",${cell('Вид')})`)}),"ошибка в строке")`,
    },
    { table, column: 'Показатель', formula: indicatorFormula(cell('Код')) },
    { table, column: 'Впервые', formula: firstFormula(table, refs) },
    {
      table,
      column: 'Код',
      formula:
        `=IFERROR(IF(${cell('Педагог')}="",IF(${cell('Тема')}&${cell('Вид')}="","",-1),` +
        `IFERROR(100*${databankRow(cell('Педагог'), refs)},0)+` +
        `IF(${end}="",${String(REASONS.noDate)},IF(NOT(ISNUMBER(${end})),${String(REASONS.notDate)},` +
        `IF(${outsidePeriod(end, refs)},${String(REASONS.outsidePeriod)},${number})))),-2)`,
    },
  ];
}

/** One exam record may feed 6 and 7 at once, and its numbers are judged apart: a code an indicator. */
function examFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'ГИА';
  const cell = (column: string): string => refs.cell(table, column);
  const judged = appendixRows(0).flatMap(({ no, condition, measure }) =>
    condition.over === 'exams' && measure.kind === 'teachers'
      ? [{ number: baseNumber(no), column: condition.column }]
      : [],
  );
  const codeName = (number: number): string => `Код ${String(number)}`;
  const codeFormula = (column: string): string => {
    const count = cell(column);
    return (
      `=IFERROR(IF(${cell('Педагог')}="",IF(${cell('Экзамен')}&${cell('Предмет')}="","",-1),` +
      `IF(ISNA(${databankRow(cell('Педагог'), refs)}),-200,IF(${cell('Экзамен')}<>"ЕГЭ",-3,` +
      `IF(${invalidNumber(count)},-2,100*${databankRow(cell('Педагог'), refs)}+` +
      `IF(${count}="",0,IF(${count}>0,1,0)))))),-4)`
    );
  };
  const remark = (code: string, column: string, words: string): string =>
    `IF(${cell(code)}<0,"; ${words}: не число",IF(${cell(column)}="","; ${words} не указано",""))`;
  const codes = judged.map(({ number }) => cell(codeName(number)));
  const [firstCode = ''] = codes;
  const exam = cell('Экзамен');
  const account =
    `=IFERROR(IF(${firstCode}="","",IF(OR(${codes.map((code) => `${code}>0`).join(',')}),"учтено"&` +
    judged.map(({ number, column }) => remark(codeName(number), column, column.toLowerCase())).join('&') +
    `,IF(OR(${codes.map((code) => `${code}<-99`).join(',')}),"нет в банке данных",` +
    `CHOOSE(-${firstCode},"не указан педагог","не число",` +
    `"не входит в форму: "&IF(${exam}="","экзамен не указан",${exam}),"ошибка в строке")))),"ошибка в строке")`;
  const firstNames: Readonly<Record<string, string>> = {
    Высокобалльников: 'Впервые',
    'Ниже порога': 'Впервые ниже порога',
  };
  const first = (code: string): string =>
    `=IF(IF(N(${cell(code)})>0,MOD(${cell(code)},100)=1,FALSE),IF(MATCH(${cell(code)},${refs.column(table, code)},0)` +
    `=ROW()-ROW(${refs.header(table, code)}),1,0),0)`;
  return [
    { table, column: 'Учёт', formula: account },
    ...judged.flatMap(({ number, column }): ColumnFormulaDefinition[] => [
      { table, column: firstNames[column] ?? 'Впервые', formula: first(codeName(number)) },
      { table, column: codeName(number), formula: codeFormula(column) },
    ]),
  ];
}

/** «Учёт» of a teacher: membership first, then the gaps that rows 1.1–1.5 and 5 lean on. */
function accountOfTeacher(refs: References): ColumnFormulaDefinition {
  const table = 'Педагоги';
  const cell = (column: string): string => refs.cell(table, column);
  const edge = refs.rule('membershipEdge');
  const dated = (column: string, comparison: string): string =>
    `IF(ISNUMBER(${cell(column)}),${cell(column)}${comparison}${edge},FALSE)`;
  const outsideList = (list: 'Образование' | 'Категория', gap: string): string =>
    `IF(SUMPRODUCT((${listTable(list)}[[${LIST_COLUMN}]]=${cell(list)})*1)>0,"","; ${gap}")`;
  return {
    table,
    column: 'Учёт',
    formula:
      `=IFERROR(IF(${cell('ФИО')}="","",IF(${dated('В составе с', '>=')},"ещё не в составе",` +
      `IF(${dated('Выбыл', '<')},"выбыл",IF(${cell('Педагог')}="нет","не педагог","учтено"&` +
      `${outsideList('Образование', 'нет образования')}&${outsideList('Категория', 'нет категории')}&` +
      `IF(${oneOf(cell('Профильные классы'), ['да', 'нет'])},"","; нет профильных классов"))))),"ошибка в строке")`,
  };
}

/**
 * Every formula column of the register. `meetings`: how many meetings «Посещаемость» has columns for.
 * Throws `UnboundColumn` when the binding lacks a column of the declaration.
 */
export function recordFormulas(refs: References, meetings: number): readonly ColumnFormulaDefinition[] {
  return [
    accountOfTeacher(refs),
    ...courseFormulas(refs),
    ...meetingFormulas(refs, meetings),
    ...CLASSIFIED.flatMap((classified) => classifiedFormulas(classified, refs)),
    ...examFormulas(refs),
    ...dueFormulas(refs),
  ];
}
