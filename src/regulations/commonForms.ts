import type { FormSignature, PlanForm, ProducedDocument, ProtocolForm, RegulationForms } from './forms';

/** The forms that regulations share where their texts give none. */

type TablePlan = Extract<PlanForm, { layout: 'table' }>;

const LEADER: FormSignature = { post: '{leader} {word}', holder: 'leader' };
const SECRETARY: FormSignature = { post: '{secretary}', holder: 'secretary' };

/** A plan with the columns everybody asks for. */
export const GENERAL_PLAN: TablePlan = {
  layout: 'table',
  title: ['План работы', '{association}', 'на {period}'],
  columns: [
    { field: 'number', title: '№ п/п', share: 7 },
    { field: 'activity', title: 'Мероприятие', share: 40 },
    { field: 'when', title: 'Срок', share: 16 },
    { field: 'responsible', title: 'Ответственный', share: 19 },
    { field: 'result', title: 'Планируемый результат', share: 22 },
  ],
  sections: [],
  meetings: 'Заседания {word}',
  before: [],
  signatures: [LEADER],
};

/** A protocol with those present, the agenda, and question by question what was heard and decided. */
export const GENERAL_PROTOCOL: ProtocolForm = {
  head: [],
  title: ['Протокол', 'заседания {word}', '{association}'],
  numbering: 'apart',
  officers: [
    { label: 'Председательствующий', holder: 'leader' },
    { label: 'Секретарь', holder: 'secretary' },
  ],
  presentHeading: '',
  present: 'listed',
  presentLabel: 'Присутствовали',
  guests: { label: 'Приглашённые', isAlwaysPrinted: false },
  attendance: true,
  questions: 'apart',
  words: { agenda: 'Повестка дня', heard: 'Слушали', decided: 'Решили' },
  heardNote: '',
  votes: 'line',
  signatures: [LEADER, SECRETARY],
};

export const GENERAL_FORMS: RegulationForms = {
  plan: GENERAL_PLAN,
  protocol: GENERAL_PROTOCOL,
  composition: {
    title: ['Состав', '{association}', 'на {period}'],
    approval: { side: 'right', word: 'УТВЕРЖДАЮ', who: ['{department}'], holder: null },
  },
  databank: {
    title: ['Банк данных о педагогах', '{association}'],
    columns: [
      'name',
      'birth',
      'organisation',
      'post',
      'education',
      'speciality',
      'experience',
      'teaching',
      'category',
      'awards',
      'selfEducation',
      'courses',
    ],
  },
  youngTeachers: {
    title: ['План работы с молодыми и вновь прибывшими специалистами', '{association}', 'на {period}'],
  },
  needs: {
    title: ['Сведения о профессиональных потребностях и дефицитах педагогов', '{association}', 'за {period}'],
  },
  scans: {
    title: ['Запрос сканов подтверждающих документов', '{association}', 'за {period}'],
    request: 'Просим представить сканы документов, подтверждающих записи, перечисленные ниже.',
  },
};

const made = (kind: ProducedDocument['kind'], clause: string | null = null): ProducedDocument => ({
  kind,
  clause,
});

/** What every register gives, whatever the regulation. */
const EVERYWHERE: readonly ProducedDocument['kind'][] = [
  'plan',
  'protocol',
  'extract',
  'registration',
  'composition',
  'databank',
  'needs',
  'documents',
  'analysis',
];

/** All that can be made under a regulation: what every register gives, and what this one adds, with its clause. */
export const produces = (
  own: Readonly<Partial<Record<ProducedDocument['kind'], string | null>>>,
): ProducedDocument[] => [
  ...EVERYWHERE.map((kind) => made(kind, own[kind] ?? null)),
  ...ORDER.filter((kind) => kind in own && !EVERYWHERE.includes(kind)).map((kind) =>
    made(kind, own[kind] ?? null),
  ),
];

const ORDER: readonly ProducedDocument['kind'][] = [
  'attestation',
  'young-teachers',
  'self-education',
  'scans',
  'general-plan',
];
