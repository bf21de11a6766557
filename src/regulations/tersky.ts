import { CALENDAR_QUARTERS, FORM_PARAMETERS, PUPILS, meetingPeriods } from './common';
import { GENERAL_FORMS, GENERAL_PROTOCOL, produces } from './commonForms';
import { roleOf, rolesToHold } from './roles';
import { ruleTable, states } from './rules';
import type { Regulation } from './schema';

const NAME = 'Терский муниципальный район';
const WORD = 'МунУМО';
const REPORT_TO = 'РУМО';
const LAW = 'Федеральный закон от 27.07.2006 № 152-ФЗ';

/** Somebody has to hold each of them. */
const ROLES = [
  roleOf('председатель', 'п. 2.1'),
  roleOf('заместитель председателя', 'п. 2.1'),
  roleOf('ответственный секретарь', 'п. 2.3'),
];

/** Терский район Кабардино-Балкарской Республики: приказ Управления образования от 27.08.2021 № 112. */
export const tersky: Regulation = {
  id: 'tersky',
  custom: false,
  name: NAME,
  act: 'Положение о муниципальном учебно-методическом объединении в системе общего образования Терского муниципального района (приказ Управления образования местной администрации от 27.08.2021 № 112)',
  municipality: NAME,
  words: {
    association: WORD,
    associationInFull: 'муниципальное учебно-методическое объединение',
    leader: 'председатель',
    deputy: 'заместитель председателя',
    secretary: 'ответственный секретарь',
    pupil: PUPILS.обучающийся,
    institution: {
      one: 'образовательная организация',
      many: 'образовательные организации',
      ofMany: 'образовательных организаций',
    },
    department: 'Управление образования местной администрации Терского муниципального района',
    reportTo: REPORT_TO,
  },
  period: 'calendar year',
  rules: ruleTable({
    regulation: states(NAME, 'п. 1.1'),
    association: states(WORD, 'п. 1.1'),
    period: states('календарный год', 'п. 2.6, 3.8'),
    leader: states('председатель назначается приказом Управления образования', 'п. 2.1'),
    deputy: states('назначается ответственной организацией', 'п. 2.1, 2.5'),
    secretary: states('ответственный секретарь назначается из состава', 'п. 2.3, 2.6'),
    'term-years': states(1, 'п. 2.7', 'Срок полномочий председателя и членов'),
    renewal: states(
      3,
      'п. 2.8',
      'По истечении срока полномочий состав обновляется не менее чем на одну треть',
    ),
    roles: rolesToHold(ROLES),
    meetings: states(4, 'п. 2.4', 'Не реже одного раза в квартал'),
    'meetings-pace': states('в каждом квартале', 'п. 2.4'),
    ...meetingPeriods(CALENDAR_QUARTERS, 'п. 2.4', 'Квартал календарного года'),
    quorum: states(
      'более половины членов',
      'п. 2.4',
      'В положении сказано «состава РУМО»; считается от состава самого объединения',
    ),
    majority: states(
      'за больше половины присутствующих',
      'п. 2.4',
      'Простое большинство голосов участвующих в заседании',
    ),
    'decision-control': states('организует заместитель председателя', 'п. 2.5'),
    protocol: states('подписывают председатель и ответственный секретарь', 'п. 2.4'),
    report: states('Годовой отчёт о деятельности МунУМО за предшествующий календарный год', 'п. 2.6, 3.8'),
    'report-day': states(
      '25.02',
      'п. 3.8',
      'Положение называет два срока: 25 февраля (п. 3.8) и 1 марта (п. 2.6); действует более ранний',
    ),
    'report-2-day': states(
      '01.03',
      'п. 2.6',
      'Второй срок того же положения: готовит ответственный секретарь',
    ),
    'report-to': states(REPORT_TO, 'п. 2.6, 3.8', 'РУМО здесь — региональное объединение'),
    consent: states('требуется', LAW, 'Положение отдельно не говорит'),
    needs: states(
      'выявляются',
      'п. 3.2, 3.4',
      'Индивидуальные маршруты на основе профессиональных дефицитов',
    ),
    monitoring: states(
      'ежегодно',
      'п. 5.2',
      'Не реже одного раза в год, с анализом и адресными рекомендациями',
    ),
    subdivisions: states('секции, рабочие группы, пары педагогов', 'п. 2.5, 2.9, 3.6'),
  }),
  lists: {},
  roles: ROLES,
  documents: [
    { name: 'Приказ о назначении председателя МунУМО', clause: 'п. 2.1', kind: 'order' },
    { name: 'Состав МунУМО, утверждённый председателем', clause: 'п. 2.2', kind: 'members' },
    { name: 'Протоколы заседаний МунУМО', clause: 'п. 2.4, 2.6', kind: 'protocols' },
    { name: 'Материалы к заседаниям', clause: 'п. 2.6', kind: 'materials' },
    { name: 'Годовой отчёт о деятельности МунУМО', clause: 'п. 2.6, 3.8', kind: 'report' },
    { name: 'Результаты мониторинга, анализ и адресные рекомендации', clause: 'п. 5.2', kind: 'monitoring' },
  ],
  produces: produces({ needs: 'п. 3.2, 3.4', 'young-teachers': 'п. 3.6' }),
  forms: {
    ...GENERAL_FORMS,
    protocol: {
      ...GENERAL_PROTOCOL,
      officers: [
        { label: 'Председатель', holder: 'leader' },
        { label: 'Заместитель председателя', holder: 'deputy' },
        { label: 'Ответственный секретарь', holder: 'secretary' },
      ],
      signatures: [
        { post: 'Председатель {word}', holder: 'leader' },
        { post: 'Ответственный секретарь {word}', holder: 'secretary' },
      ],
    },
    composition: {
      title: ['Состав', '{association}', 'на {period}'],
      approval: { side: 'right', word: 'УТВЕРЖДАЮ', who: ['Председатель {word}'], holder: 'leader' },
    },
    youngTeachers: { title: ['Пары педагогов и наставничество', '{association}', 'на {period}'] },
    needs: { title: ['Профессиональные дефициты педагогов', '{association}', 'за {period}'] },
  },
  notes: [
    {
      place: 'п. 2.6, 3.8',
      trouble: 'Срок отчёта назван дважды: не позднее 1 марта (п. 2.6) и не позднее 25 февраля (п. 3.8).',
      decision: 'Показаны оба; действует более ранний, 25 февраля.',
      rules: ['report-day', 'report-2-day'],
    },
    {
      place: 'п. 2.4',
      trouble: 'Кворум назван от состава РУМО, а решения принимает МунУМО.',
      decision: 'Кворум считается от состава самого МунУМО.',
      rules: ['quorum'],
    },
    {
      place: 'п. 2.4, 2.6, 3.8',
      trouble: 'РУМО в положении — региональное объединение, хотя сокращение не раскрыто.',
      decision: 'Отчёт направляется ему.',
      rules: ['report-to'],
    },
  ],
  associations: [],
  parameters: FORM_PARAMETERS,
};
