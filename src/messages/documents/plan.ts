import { plural } from '../plural';

/** Words of the plan of work. */

const OF_ACTIVITIES = { one: 'мероприятия', few: 'мероприятий', many: 'мероприятий' };

export const PLAN = {
  topic: 'Методическая тема',
  meeting: (number: number, topic: string): string =>
    topic === '' ? `Заседание № ${String(number)}` : `Заседание № ${String(number)}. ${topic}`,
  others: 'Другие мероприятия',
  empty: 'Мероприятий в реестре нет',
  columns: {
    number: '№ п/п',
    activity: 'Мероприятие',
    when: 'Срок',
    responsible: 'Ответственный',
    result: 'Планируемый результат',
  },
  gaps: {
    nothing: 'На листах «План» и «Заседания» ничего не внесено: план напечатан пустым.',
    prefilled:
      'Строк формы на листе «План» нет: они напечатаны как в положении. Внесите их на лист «План», чтобы следить за сроками.',
    emptySection: (title: string): string => `В разделе плана «${title}» нет мероприятий.`,
    withoutTime: (count: number): string => `У ${plural(count, OF_ACTIVITIES)} плана не указан срок.`,
    byHand: 'Цели и задач плана и заседаний, времени начала в реестре нет: впишите их от руки.',
    meeting: (number: number): string =>
      `Заседания № ${String(number)} на листе «Заседания» нет: его место в плане оставлено пустым.`,
  },
} as const;
