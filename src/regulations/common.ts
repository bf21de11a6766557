import { states, type RuleCode, type Statement } from './rules';
import type { Regulation } from './schema';

/** What the regulations share. */

export const PUPILS = {
  обучающийся: { one: 'обучающийся', many: 'обучающиеся', ofMany: 'обучающихся' },
  учащийся: { one: 'учащийся', many: 'учащиеся', ofMany: 'учащихся' },
} as const;

/** The choices of the printed form: the form is one, whatever the regulation (regulations.md). */
export const FORM_PARAMETERS: Regulation['parameters'] = {
  participantResult: {
    value: 'участник',
    choices: ['участник', 'любой'],
    clause: 'приложение, строка 13',
    explanation:
      '«участник»: в строке 13 только участники (на конференции любой результат); «любой»: победители и призёры тоже участвовали',
  },
  contestResult: {
    value: 'участник',
    choices: ['участник', 'любой'],
    clause: 'приложение, строка 20',
    explanation: '«любой»: победители, лауреаты и финалисты конкурсов считаются и участниками',
  },
  testMaterials: {
    value: 'материалы',
    choices: ['материалы', 'педагоги'],
    clause: 'приложение, строка 27.1',
    explanation:
      'Строка 27.1 повторяет слова строки 27; «материалы»: количество КИМ, как во всех строках N.1; «педагоги»: количество педагогов',
  },
  methodistTitles: {
    value: 'да',
    choices: ['да', 'нет'],
    clause: 'приложение, строка 1.3',
    explanation:
      'Считать «педагог-методист», «педагог-наставник», «учитель-методист» среди имеющих высшую категорию',
  },
};

/** Whole calendar quarters in the order they end within the school year. */
export const SCHOOL_YEAR_QUARTERS = ['01.07–30.09', '01.10–31.12', '01.01–31.03', '01.04–30.06'] as const;

/** Whole calendar quarters of a calendar year. */
export const CALENDAR_QUARTERS = ['01.01–31.03', '01.04–30.06', '01.07–30.09', '01.10–31.12'] as const;

/** The four rules of the stretches in which a meeting is to be held. */
export function meetingPeriods(
  spans: readonly [string, string, string, string],
  clause: string,
  explanation: string,
): Partial<Record<RuleCode, Statement>> {
  const [first, second, third, fourth] = spans.map((span) => states(span, clause, explanation));
  return {
    ...(first === undefined ? {} : { 'meeting-period-1': first }),
    ...(second === undefined ? {} : { 'meeting-period-2': second }),
    ...(third === undefined ? {} : { 'meeting-period-3': third }),
    ...(fourth === undefined ? {} : { 'meeting-period-4': fourth }),
  };
}
