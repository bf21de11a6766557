import { z } from 'zod';
import { ACTIVITIES, GROUPS, LEVELS, PROCEDURES, PUPIL_EVENTS, WORK_KINDS } from '../recordValues';

/**
 * The form of the analysis (annual, analytical report) of a regulation: its sections as the text numbers and names
 * them, and what of the register feeds each. Values that a feed narrows by are those of the register's lists.
 */

const text = z.string().min(1);

/** `optional`: a feed that has nothing to say is passed over, unless it is all the section has. */
const feed = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.object({ ...shape, optional: z.literal(true).optional() });

/** Where facts of a section come from; an absent filter lets everything through. */
export const analysisFeedSchema = z.discriminatedUnion('from', [
  /** Who heads the association, its order and methodical topic. */
  feed({ from: z.literal('association') }),
  /** The databank: number, education, categories. */
  feed({ from: z.literal('members') }),
  /** Who has joined and left. */
  feed({ from: z.literal('movement') }),
  feed({ from: z.literal('meetings') }),
  feed({ from: z.literal('decisions') }),
  feed({ from: z.literal('plan') }),
  feed({ from: z.literal('courses'), kind: z.enum(['КПК', 'переподготовка']) }),
  /** Who teaches profile classes. */
  feed({ from: z.literal('profile') }),
  /** «ГИА», by teacher. */
  feed({ from: z.literal('exams') }),
  /** «Оценка», by organisation. */
  feed({ from: z.literal('assessment'), procedures: z.array(z.enum(PROCEDURES)).min(1) }),
  /** «Методработа». */
  feed({
    from: z.literal('work'),
    kinds: z.array(z.enum(WORK_KINDS)).min(1),
    /** Only what is said, or is not said, to be about a thing: the beginning of its word in «Тема». */
    about: z.object({ word: text, isNamed: z.boolean() }).optional(),
  }),
  feed({
    from: z.literal('achievements'),
    kinds: z.array(z.enum(PUPIL_EVENTS)).min(1).optional(),
    level: z.enum(LEVELS).optional(),
  }),
  feed({ from: z.literal('activity'), kind: z.enum(ACTIVITIES), level: z.enum(LEVELS).optional() }),
  feed({
    from: z.literal('events'),
    audience: z.enum(['обучающиеся', 'педагоги']),
    level: z.enum(LEVELS).optional(),
  }),
  /** Organisations with signs of biased results. */
  feed({ from: z.literal('objectivity') }),
  feed({ from: z.literal('self-education') }),
  /** Deficits of the databank. */
  feed({ from: z.literal('deficits') }),
  /** Young and newly arrived teachers, and their mentors. */
  feed({ from: z.literal('young-teachers') }),
  /** Who has been attested in the period. */
  feed({ from: z.literal('attestation') }),
  feed({ from: z.literal('groups'), kinds: z.array(z.enum(GROUPS)).min(1).optional() }),
]);

export const analysisSectionSchema = z.object({
  /** As printed, told apart where the text numbers two sections alike. */
  no: text,
  title: text,
  /** The clause of a section that the text does not number itself; "" where it does. */
  clause: z.string(),
  feeds: z.array(analysisFeedSchema).min(1),
});

export const analysisFormSchema = z
  .object({
    /** «Анализ результатов деятельности ММО», without the period. */
    title: text,
    sections: z.array(analysisSectionSchema).min(1),
  })
  .refine(({ sections }) => new Set(sections.map(({ no }) => no)).size === sections.length, {
    error: 'every section has a number of its own',
  });

export type AnalysisFeed = z.infer<typeof analysisFeedSchema>;
export type AnalysisSection = z.infer<typeof analysisSectionSchema>;
export type AnalysisForm = z.infer<typeof analysisFormSchema>;

/** A section of the form. */
export const section = (
  no: number | string,
  title: string,
  feeds: readonly AnalysisFeed[],
  clause = '',
): AnalysisSection => ({ no: String(no), title, clause, feeds: [...feeds] });

// Feeds that several regulations share.

/** A feed passed over in silence while it has nothing to say. */
export const optional = (feed: AnalysisFeed): AnalysisFeed => ({ ...feed, optional: true });

export const ALL_PROCEDURES: AnalysisFeed = { from: 'assessment', procedures: [...PROCEDURES] };

/** What the final examination, the olympiad and the checks of the year have shown. */
export const RESULTS: readonly AnalysisFeed[] = [
  { from: 'work', kinds: ['подготовка к ГИА', 'подготовка к ВсОШ', 'подготовка к ВПР'] },
  { from: 'exams' },
  ALL_PROCEDURES,
  { from: 'achievements', kinds: ['ВсОШ'] },
];

/** What teachers have shown of their experience. */
export const EXPERIENCE: readonly AnalysisFeed[] = [
  { from: 'activity', kind: 'представление опыта' },
  { from: 'activity', kind: 'публикация' },
  { from: 'work', kinds: ['открытый урок', 'взаимопосещение', 'опыт обобщён', 'рекомендовано к публикации'] },
];

export const COURSES: readonly AnalysisFeed[] = [
  { from: 'courses', kind: 'КПК' },
  { from: 'courses', kind: 'переподготовка' },
];

/** Events for pupils and for teachers, and who has run them. */
export const EVENTS: readonly AnalysisFeed[] = [
  { from: 'events', audience: 'обучающиеся' },
  { from: 'events', audience: 'педагоги' },
  { from: 'activity', kind: 'организация мероприятия' },
  { from: 'activity', kind: 'разработка КИМ' },
];

export const PUPILS_RESULTS: AnalysisFeed = {
  from: 'achievements',
  kinds: ['олимпиада', 'конкурс', 'соревнование', 'конференция'],
};

export const MENTORING: readonly AnalysisFeed[] = [
  { from: 'young-teachers' },
  optional({ from: 'groups', kinds: ['наставник и молодой специалист', 'пара'] }),
  optional({ from: 'work', kinds: ['наставничество'] }),
];

export const NEEDS: readonly AnalysisFeed[] = [
  { from: 'work', kinds: ['выявленное затруднение'] },
  { from: 'deficits' },
];

export const NETWORK: AnalysisFeed = { from: 'work', kinds: ['сетевое взаимодействие'] };
export const CENTRES: AnalysisFeed = { from: 'work', kinds: ['взаимодействие с центром'] };
export const CONSULTATIONS: AnalysisFeed = { from: 'work', kinds: ['консультация'] };
export const CONTESTS: AnalysisFeed = { from: 'activity', kind: 'профессиональный конкурс' };
export const INFORMATION: AnalysisFeed = { from: 'work', kinds: ['изучение документов', 'информирование'] };
export const TEAMS: AnalysisFeed = {
  from: 'groups',
  kinds: ['секция', 'рабочая группа', 'творческая группа'],
};
export const PROPOSALS: AnalysisFeed = { from: 'work', kinds: ['предложение'] };
export const REWARDS: AnalysisFeed = optional({
  from: 'work',
  kinds: ['выдвижение', 'ходатайство о поощрении'],
});
export const OTHER_WORK: AnalysisFeed = optional({ from: 'work', kinds: ['экспертиза', 'другое'] });
