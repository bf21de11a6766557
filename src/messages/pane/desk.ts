import { formatNumber, plural, type NounForms } from '../plural';

/** Words of the meeting desk in the pane. */

const DECISIONS: NounForms = { one: 'решение', few: 'решения', many: 'решений' };
const GUESTS: NounForms = { one: 'гость', few: 'гостя', many: 'гостей' };

export const deskWords = {
  heading: 'Заседания',
  intro: 'Заседание, явка и решения — на одном экране; записи лягут в три таблицы реестра.',
  add: 'Новое заседание',
  noRoom: 'В реестре заняты все номера заседаний.',
  none: 'Заседаний пока нет.',
  reading: 'Читаются заседания…',
  meeting: (number: number) => `Заседание № ${String(number)}`,
  noDate: 'дата не указана',
  noTopic: 'тема не указана',
  decisions: (count: number) => plural(count, DECISIONS),
  unsaved: 'есть несохранённое',
  back: 'Все заседания',

  about: 'О заседании',
  date: 'Дата',
  topic: 'Тема',
  form: 'Форма',
  place: 'Место',

  attendance: 'Кто присутствует',
  search: 'Поиск по имени или школе',
  clearSearch: 'Очистить поиск',
  noPeople: 'В банке данных пока никого нет: внесите членов объединения на лист «Банк данных».',
  nobodyFound: 'Никого не найдено.',
  marks: { да: 'да', нет: 'нет', '': 'не отмечен' },
  /** What stands on the small button of «не отмечен». */
  noMark: '—',
  guest: 'не член объединения на этот день',
  everybody: 'Все присутствуют',
  /** Those already marked «нет» stay so. */
  everybodyElse: 'Остальные присутствуют',
  counted: (present: number, absent: number, unmarked: number, guests: number) =>
    [
      `да: ${formatNumber(present)}`,
      `нет: ${formatNumber(absent)}`,
      `не отмечено: ${formatNumber(unmarked)}`,
      ...(guests > 0 ? [plural(guests, GUESTS)] : []),
    ].join(' · '),

  agenda: 'Решения',
  item: (item: string) => (item === '' ? 'Пункт без номера' : `Пункт ${item}`),
  heard: 'Слушали',
  speaker: 'Докладчик',
  decided: 'Решили',
  responsible: 'Ответственный',
  due: 'Срок исполнения',
  votes: 'Голоса',
  inFavour: 'За',
  against: 'Против',
  abstained: 'Воздержались',
  leaderVote: 'Голос руководителя',
  leaderVotes: { за: 'за', против: 'против', '': 'не указан' },
  addDecision: 'Добавить решение',
  removeDecision: 'Убрать',
  noDecisions: 'Решений пока нет.',

  save: 'Сохранить',
  saving: 'Сохраняется заседание',
  discard: 'Не сохранять',
  saved: 'Всё сохранено',
  wrongDates: 'Исправьте дату: с ней заседание не сохранить.',
} as const;
