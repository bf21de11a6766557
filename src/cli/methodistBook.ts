import ExcelJS from 'exceljs';
import { shownDate } from '../register/dates';
import type { TableName } from '../register/tables';
import type { InputCell, SampleAssociation } from './sample';

/**
 * The sample association as its methodist has kept it for years: titles over the headers, headers of two levels, the
 * schools as headings across the list, several things in one column, and spellings of her own. That is how people
 * start; adoption makes the register of it.
 */

type Row = Readonly<Record<string, InputCell>>;

function rowsOf({ tables }: SampleAssociation, name: TableName): readonly Row[] {
  const table = tables.find((each) => each.name === name);
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries((table?.headers ?? []).map((header, index) => [header, row[index] ?? ''])),
  );
}

const HEADER_FILL = 'FFE7E6E6';
const DATE_FORMAT = 'dd.mm.yyyy';

interface Drawing {
  readonly titles: readonly string[];
  /** One header, or the upper and the lower level of it. */
  readonly headers: readonly (string | readonly [upper: string, lower: string])[];
  /** A text alone is a heading across the table. */
  readonly rows: readonly (readonly InputCell[] | string)[];
  readonly widths: readonly number[];
  readonly footer?: string;
}

function draw(book: ExcelJS.Workbook, name: string, drawing: Drawing): void {
  const { titles, headers, rows, widths, footer } = drawing;
  const sheet = book.addWorksheet(name);
  const width = headers.length;
  widths.forEach((characters, index) => {
    sheet.getColumn(index + 1).width = characters;
  });
  let row = 0;
  const across = (text: string, look: Partial<ExcelJS.Style>): void => {
    row += 1;
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.style = look;
    sheet.mergeCells(row, 1, row, width);
  };
  for (const title of titles) across(title, { font: { bold: true }, alignment: { horizontal: 'center' } });
  if (titles.length > 0) row += 1;

  const isDeep = headers.some((header) => typeof header !== 'string');
  const [top, bottom] = [row + 1, row + (isDeep ? 2 : 1)];
  headers.forEach((header, index) => {
    const [upper, lower] = typeof header === 'string' ? [header, ''] : header;
    sheet.getCell(top, index + 1).value = upper;
    if (isDeep && lower !== '') sheet.getCell(bottom, index + 1).value = lower;
    for (const at of [top, bottom]) {
      sheet.getCell(at, index + 1).style = {
        font: { bold: true },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
        alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
      };
    }
  });
  if (isDeep) mergeHeaders(sheet, headers, top);
  row = bottom;

  for (const cells of rows) {
    if (typeof cells === 'string') {
      across(cells, { font: { bold: true, italic: true } });
      continue;
    }
    row += 1;
    cells.forEach((value, index) => {
      if (value === '') return;
      const cell = sheet.getCell(row, index + 1);
      if (typeof value !== 'object') cell.value = value;
      else if ('serial' in value) {
        cell.value = value.serial;
        cell.numFmt = DATE_FORMAT;
      } else cell.value = { formula: value.formula };
    });
  }
  if (footer !== undefined) sheet.getCell(row + 2, 1).value = footer;
  sheet.views = [{ state: 'frozen', ySplit: bottom }];
}

/** An upper header spreads over its lower ones; a header of one level spreads down. */
function mergeHeaders(sheet: ExcelJS.Worksheet, headers: Drawing['headers'], top: number): void {
  let from = 0;
  while (from < headers.length) {
    const header = headers[from];
    if (typeof header === 'string') {
      sheet.mergeCells(top, from + 1, top + 1, from + 1);
      from += 1;
      continue;
    }
    let to = from;
    while (to + 1 < headers.length && headers[to + 1]?.[0] === header?.[0]) to += 1;
    if (to > from) sheet.mergeCells(top, from + 1, top, to + 1);
    from = to + 1;
  }
}

const text = (value: InputCell | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);

/** Spellings in turn, as they gather over the years. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  ВО: ['высшее', 'ВО', 'Высшее профессиональное'],
  СПО: ['среднее специальное', 'СПО', 'ср.-спец.'],
  высшая: ['высшая', 'ВКК', 'высшая кв. категория'],
  первая: ['первая', 'I кв.кат.', '1 категория'],
  соответствие: ['СЗД', 'соответствие занимаемой должности'],
  'без категории': ['б/к', 'без категории'],
  победитель: ['победитель', '1 место', 'диплом I степени'],
  призёр: ['призер', '2 место', 'диплом III степени'],
  участник: ['участник', 'сертификат участника'],
  муниципальный: ['муниципальный', 'районный'],
  региональный: ['региональный', 'областной'],
  очно: ['очно', 'очная'],
  да: ['+'],
  нет: ['н'],
};

function newSpeller(): (value: InputCell | undefined) => InputCell {
  let turn = 0;
  return (value = '') => {
    if (typeof value === 'object') return value;
    const spellings = SPELLINGS[String(value)];
    turn += 1;
    return spellings?.[turn % spellings.length] ?? value;
  };
}

/** «Ярцева М.С.» */
function initials(name: string): string {
  const [surname = '', first = '', patronymic = ''] = name.split(' ');
  return `${surname} ${first.charAt(0)}.${patronymic.charAt(0)}.`;
}

/** The whole workbook as .xlsx. */
export async function writeMethodistBook(sample: SampleAssociation): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const spelled = newSpeller();
  const { municipality, schoolYear } = sample;

  const schools = [...new Set(rowsOf(sample, 'Педагоги').map((row) => text(row['Организация'])))];
  let number = 0;
  draw(book, 'База учителей', {
    titles: ['БАНК ДАННЫХ', `учителей математики, ${municipality}`, `${schoolYear} учебный год`],
    headers: [
      '№ п/п',
      'Ф.И.О. учителя\n(полностью) *',
      'Должность (преподаваемый предмет)',
      'Образование',
      ['Стаж', 'общий'],
      ['Стаж', 'пед.'],
      ['Категория', 'название'],
      ['Категория', 'дата присвоения'],
      'Тема самообразования',
      'Профильные классы',
    ],
    rows: schools.flatMap((school): (readonly InputCell[] | string)[] => [
      school,
      ...rowsOf(sample, 'Педагоги')
        .filter((row) => text(row['Организация']) === school)
        .map((row): readonly InputCell[] => {
          number += 1;
          const subject = text(row['Предмет']);
          return [
            number,
            row['ФИО'] ?? '',
            `${text(row['Должность'])}${subject === '' ? '' : ` (${subject})`}`,
            spelled(row['Образование']),
            row['Общий стаж'] ?? '',
            text(row['Педагогический стаж']) === '' ? '' : `${text(row['Педагогический стаж'])} лет`,
            spelled(row['Категория']),
            row['Дата аттестации'] ?? '',
            row['Тема самообразования'] ?? '',
            row['Профильные классы'] ?? '',
          ];
        }),
    ]),
    widths: [6, 34, 26, 20, 8, 8, 18, 13, 40, 12],
    footer: `Всего педагогов: ${String(rowsOf(sample, 'Педагоги').length)}`,
  });

  draw(book, 'КПК', {
    titles: ['Курсовая подготовка'],
    headers: ['ФИО', 'Повышение квалификации (тема, часы)', 'Где', 'Дата окончания курсов'],
    rows: rowsOf(sample, 'Курсы').map((row) => [
      row['Педагог'] ?? '',
      `${text(row['Вид']) === 'переподготовка' ? 'Переподготовка ' : ''}«${text(row['Тема'])}»${text(row['Часы']) === '' ? '' : `, ${text(row['Часы'])} ч.`}`,
      row['Где пройдены'] ?? '',
      row['Дата окончания'] ?? '',
    ]),
    widths: [34, 60, 34, 14],
  });

  draw(book, 'Олимпиады и конкурсы', {
    titles: ['ДОСТИЖЕНИЯ ДЕТЕЙ', `за ${schoolYear} учебный год`],
    headers: [
      '№',
      'ФИО педагога, подготовившего участника',
      'Наименование мероприятия',
      'Вид',
      'Уровень',
      'Форма участия',
      'Результат',
      'Кол-во участников',
      'Дата участия',
    ],
    rows: rowsOf(sample, 'Достижения').map((row, index) => [
      index + 1,
      // some rows name the teacher as it is done in passing
      index % 4 === 3 ? initials(text(row['Педагог'])) : (row['Педагог'] ?? ''),
      row['Мероприятие'] ?? '',
      row['Вид'] ?? '',
      spelled(row['Уровень']),
      spelled(row['Формат']),
      spelled(row['Результат']),
      row['Обучающихся'] ?? '',
      row['Дата'] ?? '',
    ]),
    widths: [5, 34, 44, 14, 16, 14, 20, 12, 13],
  });

  const meetings = rowsOf(sample, 'Заседания');
  draw(book, 'Явка', {
    titles: ['Посещаемость заседаний'],
    headers: [
      '№',
      'ФИО',
      ...meetings.map((row) => {
        const date = row['Дата'];
        return typeof date === 'object' && 'serial' in date ? shownDate(date.serial) : '';
      }),
    ],
    rows: rowsOf(sample, 'Посещаемость').map((row, index) => [
      index + 1,
      row['ФИО'] ?? '',
      ...meetings.map((_, meeting) => spelled(row[`Заседание ${String(meeting + 1)}`])),
    ]),
    widths: [5, 34, ...meetings.map(() => 12)],
  });

  draw(book, 'Экзамены', {
    titles: [`Результаты ГИА, ${schoolYear}`],
    headers: [
      'ФИО учителя',
      'Экзамен',
      'Предмет',
      'Сдавало',
      'Высокобалльников',
      'Ниже порога',
      'Средний балл',
    ],
    rows: rowsOf(sample, 'ГИА').map((row) =>
      ['Педагог', 'Экзамен', 'Предмет', 'Сдавало', 'Высокобалльников', 'Ниже порога', 'Средний балл'].map(
        (column) => row[column] ?? '',
      ),
    ),
    widths: [34, 10, 26, 10, 18, 12, 13],
  });

  draw(book, 'Активность педагогов', {
    titles: ['Методическая активность педагогов'],
    headers: ['ФИО', 'Вид деятельности', 'Название', 'Уровень', 'Форма', 'Результат', 'Количество', 'Дата'],
    rows: rowsOf(sample, 'Деятельность').map((row) => [
      row['Педагог'] ?? '',
      row['Вид'] ?? '',
      row['Название'] ?? '',
      spelled(row['Уровень']),
      spelled(row['Формат']),
      spelled(row['Результат']),
      row['Количество'] ?? '',
      row['Дата'] ?? '',
    ]),
    widths: [34, 28, 44, 16, 12, 16, 12, 13],
  });

  return new Uint8Array(await book.xlsx.writeBuffer());
}
