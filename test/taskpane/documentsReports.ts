import type { DocumentsReport, SvodReport } from '../../src/usecases/contract';

/** Documents of an invented association: one on a sheet, one with gaps, one with nothing to print yet. */
export const documents: DocumentsReport = {
  offers: [
    {
      kind: 'plan',
      name: 'План работы на учебный год',
      clause: 'п. 3.2, 5.2',
      isDemanded: true,
      per: 'none',
      choices: [],
      lacks: null,
    },
    {
      kind: 'analysis',
      name: 'Анализ результатов деятельности за учебный год',
      clause: 'п. 3.4, прил. 1',
      isDemanded: true,
      per: 'none',
      choices: [],
      lacks: null,
    },
    {
      kind: 'protocol',
      name: 'Протоколы заседаний',
      clause: 'п. 3.3',
      isDemanded: true,
      per: 'meeting',
      choices: [1, 2, 3].map((meeting) => ({
        request: { kind: 'protocol', meeting },
        name: `Протокол заседания № ${String(meeting)}`,
        about: `${String(meeting)}5.10.2025, Итоги диагностики и план работы с одарёнными детьми`,
      })),
      lacks: null,
    },
    {
      kind: 'extract',
      name: 'Выписка из протокола',
      clause: null,
      isDemanded: false,
      per: 'decision',
      choices: [
        { meeting: 1, item: '1' },
        { meeting: 2, item: '1' },
        { meeting: 2, item: '2' },
      ].map(({ meeting, item }) => ({
        request: { kind: 'extract', meeting, item },
        name: `Выписка из протокола заседания № ${String(meeting)}, пункт ${item}`,
        about: 'Разобрать задания с наибольшим числом ошибок',
      })),
      lacks: null,
    },
    {
      kind: 'needs',
      name: 'Перечень выявленных затруднений педагогов',
      clause: 'п. 4.1',
      isDemanded: false,
      per: 'none',
      choices: [],
      lacks: 'Внесите дефициты педагогов на лист «Банк данных».',
    },
  ],
  made: [
    { request: { kind: 'protocol', meeting: 1 }, sheet: 'Протокол 1' },
    { request: { kind: 'plan' }, sheet: 'План для печати' },
    { request: { kind: 'plan' }, sheet: 'План для печати (2)' },
  ],
  gaps: [
    { request: { kind: 'plan' }, sentences: [] },
    {
      request: { kind: 'analysis' },
      sentences: [
        'В реестре нет сведений для пунктов 19, 20, 21.',
        'Не записаны выводы: пункты 1, 2, 3. Введите их в столбец «Выводы» листа «Анализ».',
      ],
    },
    { request: { kind: 'protocol', meeting: 2 }, sentences: ['Не указан номер протокола.'] },
  ],
  held: [1, 2],
  papers: [
    {
      name: 'Приказ о создании объединения',
      clause: 'п. 1.3',
      isDemanded: true,
      isKept: false,
      place: { sheet: 'Документы', cell: 'C3' },
    },
    {
      name: 'План работы на учебный год',
      clause: 'п. 3.2, 5.2',
      isDemanded: true,
      isKept: true,
      place: { sheet: 'Документы', cell: 'C4' },
    },
    { name: 'Положение об объединении', clause: 'п. 5.1', isDemanded: true, isKept: false, place: null },
    {
      name: 'Фотографии с заседаний',
      clause: '',
      isDemanded: false,
      isKept: true,
      place: { sheet: 'Документы', cell: 'C9' },
    },
  ],
  analysis: { sheet: 'Анализ', cell: 'C2' },
};

type Association = SvodReport['svod']['associations'][number];

export const association = (name: string, given: Partial<Association> = {}): Association => ({
  name,
  municipality: 'Заречный район',
  subject: 'математика',
  regulation: 'Заречный район',
  schoolYear: '2025/2026',
  today: 46_142,
  file: `${name}.xlsx`,
  isAnonymous: false,
  members: 28,
  readiness: { rowsWithValue: 54, rows: 54, percent: 100 },
  deadlines: [],
  discrepancies: [],
  hasForm: true,
  isDated: true,
  plan: [],
  ...given,
});

/** Two associations: one whole, one that is late and differs; one that has not sent, one file that is broken. */
export const svod: SvodReport = {
  svod: {
    associations: [
      association('ММО учителей физики'),
      association('ММО учителей математики', {
        isAnonymous: true,
        readiness: { rowsWithValue: 30, rows: 54, percent: 56 },
        deadlines: [
          { title: 'Протокол заседания № 2', clause: 'п. 3.3', due: 46_140, daysLeft: -2, state: 'overdue' },
          { title: 'Анализ работы', clause: 'п. 3.4', due: 46_180, daysLeft: 38, state: 'ok' },
          { title: 'План работы', clause: 'п. 3.2', due: 46_150, daysLeft: 8, state: 'soon' },
          { title: 'Обновление банка данных', clause: 'п. 5.5', due: null, daysLeft: null, state: 'ok' },
        ],
        discrepancies: [
          {
            no: '11',
            sheet: { value: 4, state: 'есть' },
            engine: { value: 5, state: 'есть' },
          },
        ],
      }),
    ],
    rows: [],
    failures: [
      { file: 'битый.xlsx', reason: 'Файл не удалось прочитать. Откройте его в Excel и сохраните снова.' },
    ],
    duplicates: [
      { association: 'ММО учителей физики', file: 'физика (1).xlsx', taken: 'ММО учителей физики.xlsx' },
    ],
    shared: [
      {
        kind: 'person',
        name: 'Иванова Анна Петровна',
        organisation: 'СОШ № 1',
        associations: ['ММО учителей физики', 'ММО учителей математики'],
        isOne: true,
      },
    ],
    earlier: [],
    absent: ['ММО учителей химии'],
    notices: ['Без имён: 1 объединение. Совместителей среди них узнать нельзя, их педагоги сложены.'],
  },
  name: 'Свод на 30.04.2026.xlsx',
  bytes: new Uint8Array([80, 75]),
};
