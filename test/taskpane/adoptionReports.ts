import type {
  AdoptionBlockReport,
  AdoptionColumnReport,
  AdoptionCounts,
  AdoptionLineReport,
  AdoptionQuestionReport,
  AdoptionReport,
  AdoptionSheetReport,
  SourceCellReport,
  SourceRowReport,
} from '../../src/usecases/contract';

/** Two workbooks of an invented methodist as adoption would report them. */

export const place = (sheet: string, cell: string, file = ''): SourceCellReport => ({
  file,
  sheet,
  cell,
  words: `${file === '' ? '' : `${file}, `}лист «${sheet}», ${cell}`,
});

const row = (number: number, cells: readonly string[], isHeader = false): SourceRowReport => ({
  row: number,
  cells,
  isHeader,
});

const LEAVE = { id: '', words: 'не переносится' };
const option = (id: string, words: string) => ({ id, words });
const CATEGORY = option('category', 'Категория');
const TEACHING = option('teachingExperience', 'Педагогический стаж');
const TOTAL = option('totalExperience', 'Общий стаж');

export const column = (
  said: Partial<AdoptionColumnReport> & Pick<AdoptionColumnReport, 'column' | 'header'>,
): AdoptionColumnReport => ({
  letters: 'ABCDEFGH'.charAt(said.column - 1),
  samples: [],
  taken: '',
  target: '',
  score: 0,
  how: '',
  isDoubtful: false,
  refused: '',
  options: [CATEGORY, TEACHING, TOTAL, LEAVE],
  ...said,
});

export const columns: readonly AdoptionColumnReport[] = [
  column({
    column: 1,
    header: 'Ф.И.О. учителя (полностью) *',
    samples: ['Иванова Анна Петровна', 'Кузьмина О. И.'],
    taken: 'name',
    target: 'ФИО',
    score: 1,
    how: 'по названию',
    options: [option('name', 'ФИО'), LEAVE],
  }),
  column({
    column: 2,
    header: 'Кв. категор.',
    samples: ['1 кв.кат.', 'высшая', '-'],
    taken: 'category',
    target: 'Категория',
    score: 0.8,
    how: 'по похожему названию',
  }),
  column({
    column: 3,
    header: 'Стаж',
    samples: ['15 лет', '8лет'],
    refused: 'неясно, какой это стаж: выберите сами',
  }),
  column({ column: 4, header: 'Разряд', samples: ['13', '14'], refused: 'разряд и ставка — не категория' }),
  column({
    column: 5,
    header: 'Аттестация',
    samples: ['да', 'нет'],
    taken: 'category',
    target: 'Категория',
    score: 0.9,
    how: 'по словам в названии',
    isDoubtful: true,
  }),
];

const KINDS: AdoptionBlockReport['kinds'] = [
  { kind: 'teachers', words: 'банк данных педагогов' },
  { kind: 'courses', words: 'курсы' },
  { kind: 'unknown', words: 'не переносится' },
];

export const block: AdoptionBlockReport = {
  id: '|База|A4',
  sheet: 'own|База',
  title: 'Сведения о педагогах на 1 сентября',
  header: { top: 4, bottom: 4 },
  explanation: 'Заголовки узнаны по словам «Ф.И.О. учителя», «Кв. категор.».',
  rowsAround: [
    row(1, ['Сведения о педагогах на 1 сентября']),
    row(4, ['Ф.И.О. учителя (полностью) *', 'Кв. категор.', 'Стаж', 'Разряд', 'Аттестация'], true),
    row(5, ['1', '2', '3', '4', '5']),
    row(6, ['Иванова Анна Петровна', '1 кв.кат.', '15 лет', '13', 'да']),
  ],
  kind: 'teachers',
  kinds: KINDS,
  isKindSure: true,
  table: 'Педагоги',
  rows: 24,
  columns,
  hidden: 'Два столбца скрыты: они читаются так же, как остальные.',
  isRemembered: false,
};

export const sheet: AdoptionSheetReport = {
  key: 'own|База',
  name: 'База',
  isHidden: false,
  isLeftOut: false,
  blocks: [block],
  note: '',
  firstRows: block.rowsAround,
};

const other: AdoptionSheetReport = {
  key: 'own|Черновик',
  name: 'Черновик',
  isHidden: true,
  isLeftOut: false,
  blocks: [],
  note: 'Строки с заголовками не нашлось.',
  firstRows: [row(1, ['Купить мел']), row(2, ['Позвонить в школу № 3'])],
};

const courses: AdoptionSheetReport = {
  key: 'Курсы 2025.xlsx|Лист1',
  name: 'Лист1',
  isHidden: false,
  isLeftOut: false,
  blocks: [
    {
      ...block,
      id: 'Курсы 2025.xlsx|Лист1|B2',
      sheet: 'Курсы 2025.xlsx|Лист1',
      title: '',
      header: { top: 2, bottom: 3 },
      kind: 'courses',
      isKindSure: false,
      table: 'Курсы',
      rows: 1,
      columns: columns.slice(0, 1),
      hidden: '',
      isRemembered: true,
    },
  ],
  note: '',
  firstRows: block.rowsAround,
};

const question = (
  said: Partial<AdoptionQuestionReport> & Pick<AdoptionQuestionReport, 'id' | 'title'>,
): AdoptionQuestionReport => ({
  why: 'Значение не указано.',
  options: [option('empty', 'Оставить пустым'), option('=без категории', 'без категории')],
  safest: 'empty',
  taken: 'empty',
  isAnswered: false,
  places: [place('База', 'B8')],
  ...said,
});

export const questions: readonly AdoptionQuestionReport[] = [
  question({
    id: 'dash',
    title: 'Педагоги, Категория: «-»',
    places: ['B8', 'B9', 'B14', 'B20', 'B21'].map((cell) => place('База', cell)),
  }),
  question({
    id: 'who',
    title: 'Кто такой «Кузьмина О. И.»?',
    why: 'Эти инициалы подходят нескольким педагогам.',
    options: [option('keep', 'Оставить как написано'), option('p1', 'Кузьмина Ольга Ивановна')],
    safest: 'keep',
    taken: 'keep',
    places: [place('Лист1', 'B5', 'Курсы 2025.xlsx')],
  }),
  question({ id: 'old', title: 'Педагоги, Категория: «вторая»', isAnswered: true }),
  question({ id: 'year', title: 'Курсы, Дата окончания: «2024 г.»', why: 'День не указан.' }),
];

export const counts = (said: Partial<AdoptionCounts>): AdoptionCounts => ({
  added: 0,
  updated: 0,
  unchanged: 0,
  conflict: 0,
  gone: 0,
  refused: 0,
  ...said,
});

type LineCell = AdoptionLineReport['cells'][number];

export const cell = (said: Partial<LineCell> & Pick<LineCell, 'column'>): LineCell => ({
  old: '',
  new: '',
  original: '',
  state: 'filled',
  words: 'заполнится',
  place: place('База', 'B6'),
  ...said,
});

export const line = (
  said: Partial<AdoptionLineReport> & Pick<AdoptionLineReport, 'record'>,
): AdoptionLineReport => ({
  table: 'Педагоги',
  state: 'added',
  words: 'будет добавлено',
  cells: [
    cell({ column: 'ФИО', new: said.record, original: said.record }),
    cell({ column: 'Категория', new: 'первая', original: '1 кв.кат.' }),
  ],
  places: [place('База', 'A6')],
  ...said,
});

export const lines: readonly AdoptionLineReport[] = [
  line({ record: 'Иванова Анна Петровна' }),
  line({
    record: 'Кузьмина Ольга Ивановна',
    state: 'updated',
    words: 'будет изменено',
    cells: [
      cell({ column: 'ФИО', old: 'Кузьмина Ольга Ивановна', new: 'Кузьмина Ольга Ивановна', state: 'same' }),
      cell({ column: 'Категория', old: 'первая', new: 'высшая', original: 'в/к', state: 'changed' }),
    ],
    places: [place('База', 'A7')],
  }),
  line({
    record: 'Ли Виктор Олегович',
    state: 'conflict',
    words: 'расхождение: остаётся как в реестре',
    cells: [
      cell({
        column: 'Педагогический стаж',
        old: '12',
        new: '15',
        original: '15 лет',
        state: 'conflict',
        words: 'расходится: остаётся как в реестре',
      }),
    ],
    places: [place('База', 'A8')],
  }),
  line({ record: 'Никонова Вера Павловна', state: 'gone', words: 'пропало из файла', cells: [], places: [] }),
];

export const adoption: AdoptionReport = {
  sources: [
    { file: '', title: 'Эта книга', failure: null, sheets: [sheet, other] },
    { file: 'Курсы 2025.xlsx', title: 'Курсы 2025.xlsx', failure: null, sheets: [courses] },
    {
      file: 'Старая база.xls',
      title: 'Старая база.xls',
      failure: {
        sentence: 'Это книга старого формата Excel 97–2003 (.xls).',
        remedy: 'Откройте её в Excel и сохраните как «Книга Excel (.xlsx)».',
      },
      sheets: [],
    },
  ],
  questions,
  dryRun: {
    isEmpty: false,
    tables: [
      {
        table: 'Педагоги',
        counts: counts({ added: 1, updated: 1, unchanged: 21, conflict: 1, gone: 1, refused: 1 }),
        words: 'Педагоги: 1 добавить, 1 изменить, 21 без изменений',
      },
    ],
    lines,
    unchanged: { '': 21 },
    refused: [
      {
        place: place('База', 'A12'),
        text: 'СОШ № 5, учитель химии',
        reason: 'В строке нет фамилии.',
        fix: 'Впишите фамилию и прочитайте таблицы заново.',
        table: 'Педагоги',
      },
    ],
    notices: [
      '«Кузьмина О. И.» — это Кузьмина Ольга Ивановна: инициалы подходят одному педагогу (1 строка).',
    ],
    cells: 3,
  },
  regulation: { id: 'tomsk', name: 'Заречный район' },
  isRegister: true,
  regulations: [
    { id: 'tomsk', name: 'Заречный район' },
    { id: 'tersky', name: 'Нагорный район' },
  ],
};
