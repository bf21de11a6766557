import type { AssociationDocument, DocumentRow } from '../../src/documents/document';

/** Documents as their layouts make them, of every kind of block: for what turns them into sheets and files. */

const NAMES = [
  'Иванова Анна Андреевна',
  'Петрова-Водкина Мария Константиновна',
  'Сидоров Пётр Ильич',
  'Кузнецова Ольга Викторовна',
  'Абдурахманова Зулейха Гаджиевна',
];

const SCHOOLS = [
  'МОУ «Сонковская СОШ»',
  'МБОУ «Средняя общеобразовательная школа № 3 имени Героя Советского Союза А. П. Иванова»',
];

export const PROTOCOL: AssociationDocument = {
  kind: 'protocol',
  about: '2',
  name: 'Протокол заседания № 2',
  sheet: 'Протокол № 2',
  orientation: 'portrait',
  blocks: [
    {
      kind: 'title',
      lines: ['Протокол № 2', 'заседания МУМО учителей математики', 'Сонковский муниципальный округ'],
    },
    { kind: 'paragraph', text: '12.11.2025', align: 'right' },
    {
      kind: 'fields',
      fields: [
        { label: 'Председатель', value: 'Иванова А. А.' },
        { label: 'Заместитель председателя', value: '' },
        { label: 'Тема:', value: '=СУММ(1;2) – не формула, а тема' },
      ],
    },
    { kind: 'heading', text: 'Присутствовали: 14 из 20, кворум есть', level: 1 },
    { kind: 'list', isNumbered: true, items: NAMES },
    { kind: 'heading', text: 'Повестка дня', level: 1 },
    {
      kind: 'list',
      isNumbered: true,
      items: [
        'Об итогах школьного этапа всероссийской олимпиады школьников по математике и о подготовке к муниципальному этапу',
        'Разное',
      ],
    },
    { kind: 'heading', text: 'Решили', level: 2 },
    {
      kind: 'paragraph',
      text: 'Признать работу удовлетворительной. Голосовали: «за» – 13, «против» – 1, воздержались – 0. Решение принято единым списком, без обсуждения отдельных предложений, которые поступили после заседания.',
      align: 'justify',
    },
    { kind: 'lines', count: 3 },
    {
      kind: 'signatures',
      lines: [
        { post: 'Председатель', name: 'А. А. Иванова' },
        { post: 'Секретарь', name: '' },
        {
          post: 'Методист отдела образования администрации Сонковского муниципального округа',
          name: 'О. В. Кузнецова',
        },
      ],
    },
  ],
  gaps: ['Не указан заместитель председателя.'],
};

export const PLAN: AssociationDocument = {
  kind: 'plan',
  about: '',
  name: 'План работы',
  sheet: 'План работы (печать)',
  orientation: 'portrait',
  blocks: [
    {
      kind: 'approval',
      side: 'left',
      word: 'СОГЛАСОВАНО',
      who: ['Директор ГУ «Ошмянский РУМЦ»'],
      name: 'И. И. Смирнова',
      year: 2025,
    },
    {
      kind: 'approval',
      side: 'right',
      word: 'УТВЕРЖДАЮ',
      who: ['Начальник управления по образованию', 'Ошмянского райисполкома'],
      name: '',
      year: 2025,
    },
    { kind: 'title', lines: ['План работы', 'на 2025/2026 учебный год'] },
    {
      kind: 'table',
      columns: [
        { title: '№ п/п', share: 1, align: 'center' },
        { title: 'Содержание деятельности', share: 8 },
        { title: 'Форма проведения', share: 3 },
        { title: 'Сроки', share: 2 },
        { title: 'Ответственный', share: 3 },
      ],
      rows: [
        { kind: 'section', text: 'Заседание 1. Нормативное обеспечение' },
        ...NAMES.map((name, at): DocumentRow => ({
          kind: 'row',
          cells: [
            at + 1,
            'Изучение нормативных документов, регулирующих образовательный процесс в 2025/2026 учебном году',
            'инструктивно-методическое совещание',
            'август',
            name,
          ],
        })),
        { kind: 'section', text: 'Заседание 2. Работа с одарёнными учащимися' },
        ...NAMES.map((name, at): DocumentRow => ({
          kind: 'row',
          cells: [at + 6, 'Открытый урок\nОбсуждение', 'мастер-класс', '1.1', name],
        })),
      ],
      empty: 'Мероприятий нет',
    },
    { kind: 'signatures', lines: [{ post: 'Руководитель', name: 'А. А. Иванова' }] },
  ],
  gaps: [],
};

export const DATABANK: AssociationDocument = {
  kind: 'databank',
  about: '',
  name: 'Банк данных педагогических работников',
  sheet: 'Банк данных (печать)',
  orientation: 'landscape',
  blocks: [
    { kind: 'title', lines: ['Банк данных педагогических работников'] },
    {
      kind: 'table',
      columns: [
        { title: '№', share: 1, align: 'center' },
        { title: 'Фамилия, имя, отчество', share: 5 },
        { title: 'Организация', share: 5 },
        { title: 'Должность', share: 3 },
        { title: 'Возраст', share: 1, align: 'center' },
        { title: 'Образование', share: 3 },
        { title: 'Стаж общий', share: 1, align: 'center' },
        { title: 'Стаж педагогический', share: 1, align: 'center' },
        { title: 'Категория', share: 2 },
        { title: 'Тема самообразования', share: 5 },
        { title: 'Курсы повышения квалификации', share: 4 },
      ],
      rows: Array.from({ length: 40 }, (_, at): DocumentRow => ({
        kind: 'row',
        cells: [
          at + 1,
          NAMES[at % NAMES.length] ?? '',
          SCHOOLS[at % SCHOOLS.length] ?? '',
          'учитель математики',
          30 + at,
          'высшее профессиональное',
          at + 3,
          at + 0.5,
          at % 3 === 0 ? 'высшая' : 'соответствие занимаемой должности',
          'Формирование функциональной грамотности обучающихся на уроках математики',
          '«Школа современного учителя», 56 ч, 2024',
        ],
      })),
      empty: 'Никого нет',
    },
  ],
  gaps: [],
};

export const ATTESTATION: AssociationDocument = {
  kind: 'attestation',
  about: '',
  name: 'График аттестации',
  sheet: 'График аттестации',
  orientation: 'portrait',
  blocks: [
    { kind: 'title', lines: ['График аттестации', 'на 2025/2026 учебный год и на последующие годы'] },
    { kind: 'heading', text: '2025/2026 учебный год', level: 1 },
    {
      kind: 'table',
      columns: [
        { title: 'Педагог', share: 3 },
        { title: 'Категория', share: 2 },
        { title: 'Действует до', share: 1, align: 'center' },
      ],
      rows: NAMES.map((name): DocumentRow => ({ kind: 'row', cells: [name, 'первая', '01.09.2026'] })),
      empty: 'Никто не аттестуется',
    },
    { kind: 'heading', text: '2026/2027 учебный год', level: 1 },
    {
      kind: 'table',
      columns: [
        { title: 'Педагог', share: 1 },
        { title: 'Категория', share: 1 },
      ],
      rows: [],
      empty: 'В этом году никто не аттестуется.',
    },
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: 'Приложение к графику', bold: true, align: 'center' },
  ],
  gaps: [],
};

export const SAMPLE_DOCUMENTS: readonly AssociationDocument[] = [PROTOCOL, PLAN, DATABANK, ATTESTATION];

/** Every text a reader is to find, but for what is said only of an empty table. */
export const textsOf = ({ blocks }: AssociationDocument): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return block.lines;
      case 'heading':
      case 'paragraph':
        return [block.text];
      case 'fields':
        return block.fields.flatMap(({ label, value }) => [label, value]);
      case 'list':
        return block.items;
      case 'table':
        return [
          ...block.columns.map(({ title }) => title),
          ...(block.rows.length === 0 ? [block.empty] : []),
          ...block.rows.flatMap((row) =>
            row.kind === 'section'
              ? [row.text]
              : row.cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : [])),
          ),
        ];
      case 'approval':
        return [block.word, ...block.who, block.name];
      case 'signatures':
        return block.lines.flatMap(({ post, name }) => [post, name]);
      case 'lines':
      case 'pageBreak':
        return [];
    }
  });
