import type { Outcome, Votes } from '../../control/voting';
import { formatNumber, plural, pluralForm } from '../plural';

/** Words of the protocol of a meeting and of what is taken from it. */

const OF_MEMBERS = { one: 'члена', few: 'членов', many: 'членов' };
const PEOPLE = { one: 'человек', few: 'человека', many: 'человек' };

export const PROTOCOL = {
  name: (meeting: number): string => `Протокол заседания № ${String(meeting)}`,
  sheet: (meeting: number): string => `Протокол ${String(meeting)}`,
  number: '№',
  numberShown: (number: string): string => `№ ${number}`,
  date: 'Дата',
  topic: 'Тема заседания',
  place: 'Место проведения',
  form: 'Форма проведения',
  ofMembers: (present: number, members: number, word: string): string =>
    `${formatNumber(present)} из ${formatNumber(members)} ${pluralForm(members, OF_MEMBERS)} ${word}`,
  listAttached: (count: number): string => `${plural(count, PEOPLE)} (список прилагается)`,
  quorum: {
    reached: (rule: string, clause: string): string => `Кворум (${rule}, ${clause}) имеется.`,
    'not reached': (rule: string, clause: string): string => `Кворума (${rule}, ${clause}) нет.`,
  },
  quorumUnknown: (rule: string, clause: string): string => `Кворум (${rule}, ${clause})`,
  speaker: 'Докладчик',
  responsible: 'Ответственный',
  due: (date: string): string => `Срок – ${date}`,
  allVotes: ({ inFavour, against, abstained }: Votes): string =>
    `Голосовали: «за» – ${formatNumber(inFavour)}, «против» – ${formatNumber(against)}, «воздержались» – ${formatNumber(abstained)}.`,
  votes: { inFavour: 'Голосовали: «за»', against: '«против»', abstained: '«воздержались»' },
  voices: (count: number): string => `${formatNumber(count)}\u00a0чел.`,
  leaderVote: 'Голос руководителя',
  outcomes: {
    passed: 'Решение принято.',
    'not passed': 'Решение не принято.',
    'no data': '',
  } satisfies Record<Outcome, string>,
  presentList: 'Список присутствующих',
  presentColumns: { no: '№ п/п', name: 'Фамилия, имя, отчество', post: 'Должность' },
  nobody: 'Присутствующие не отмечены',
  extract: {
    name: (meeting: number, item: string): string =>
      `Выписка из протокола заседания № ${String(meeting)}, пункт ${item}`,
    sheet: (meeting: number, item: string): string => `Выписка ${String(meeting)}-${item}`,
    title: ['Выписка из протокола', 'заседания {word}', '{association}'],
    present: 'Присутствовали',
    verified: 'Выписка верна: {secretary}',
  },
} as const;
