/** What the register lacks for a document to be whole: where to enter it. */

/** Places of forms that the passport fills, as the passport calls them. */
export const PLACE_LABELS = {
  association: 'Объединение',
  subject: 'Предмет или род деятельности',
  ofSubject: 'Предмет или род деятельности',
  municipality: 'Муниципалитет',
  topic: 'Методическая тема',
} as const;

export const GAPS = {
  passport: (label: string): string => `Заполните на листе «Паспорт» поле «${label}».`,
  signature: (post: string): string =>
    `Неизвестно имя для подписи «${post}»: укажите роль в столбце «Роль» листа «Банк данных» или впишите от руки.`,
  approval: (word: string, who: string): string =>
    `«${word}» (${who}): имени в реестре нет, впишите его от руки.`,
  officer: (label: string): string =>
    `«${label}»: в столбце «Роль» листа «Банк данных» никто не указан на день заседания.`,
  officerAbsent: (label: string): string =>
    `«${label}»: отмечено отсутствие на заседании. Впишите, кто исполнял обязанности.`,
  meetingDate: (meeting: number): string => `Укажите дату заседания № ${String(meeting)}.`,
  meetingTopic: (meeting: number): string => `Укажите тему заседания № ${String(meeting)}.`,
  protocolNumber: (meeting: number): string =>
    `Укажите на листе «Заседания» номер протокола заседания № ${String(meeting)}.`,
  notHeld: (meeting: number): string =>
    `Заседание № ${String(meeting)} ещё не состоялось на дату расчёта: документ подготовлен заранее.`,
  attendance: (meeting: number): string =>
    `Отметьте присутствующих на заседании № ${String(meeting)} (лист «Посещаемость»).`,
  decisions: (meeting: number): string =>
    `Внесите вопросы и решения заседания № ${String(meeting)} на лист «Решения».`,
  item: (label: string): string => `Пункт ${label}`,
  unnumbered: 'Пункт без номера',
  heard: (item: string): string => `${item}: не указано, что слушали.`,
  decided: (item: string): string => `${item}: не указано, что решили.`,
  votes: (item: string): string =>
    `${item}: внесите голоса «за», «против» и «воздержались» (лист «Решения»).`,
  leaderVote: (item: string): string =>
    `${item}: голоса равны, отметьте голос руководителя (лист «Решения»).`,
} as const;
