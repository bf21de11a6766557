/** Words of the fields that forms share. */
export const fieldWords = {
  datePattern: 'дд.мм.гггг',
  chooseDay: 'Выбрать в календаре',
  notADay: 'Не похоже на дату. Введите день, месяц и год: 12.05.2026',
  dayNeeded: 'Укажите дату',
  openList: 'Открыть список',
  nothingSimilar: 'В списке нет похожего',
  moreChoices: (left: number) => `Ещё ${String(left)}: продолжайте вводить, чтобы найти`,
} as const;
