/** Why a document cannot be made, and what to do. */

const meetings = (known: readonly number[]): string =>
  known.length === 0
    ? 'Внесите заседание с номером и датой на лист «Заседания» и повторите.'
    : `Выберите одно из заседаний: ${known.join(', ')}.`;

const decisions = (meeting: number, known: readonly string[]): string =>
  known.length === 0
    ? `Внесите решения заседания № ${String(meeting)} на лист «Решения», с номерами пунктов, и повторите.`
    : `Выберите один из пунктов заседания № ${String(meeting)}: ${known.join(', ')}.`;

export const REFUSALS = {
  notProduced: {
    sentence: (kind: string, regulation: string): string =>
      `По положению «${regulation}» документ «${kind}» не составляется.`,
    remedy: 'Выберите другой документ; какие есть, видно в списке документов этого положения.',
  },
  meetingNotNamed: { sentence: 'Не указано, какого заседания нужен документ.', remedy: meetings },
  noSuchMeeting: {
    sentence: (meeting: number): string => `Заседания № ${String(meeting)} в реестре нет.`,
    remedy: meetings,
  },
  decisionNotNamed: { sentence: 'Не указано, из какого пункта решений нужна выписка.', remedy: decisions },
  noSuchDecision: {
    sentence: (meeting: number, item: string): string =>
      `Пункта ${item} среди решений заседания № ${String(meeting)} в реестре нет.`,
    remedy: decisions,
  },
} as const;
