import { formatNumber } from '../plural';

/** Words of «Документы»: the papers of the association, made from the register. */

export const documentsPaneWords = {
  heading: 'Документы',
  parts: { documents: 'Составить', department: 'В отдел', svod: 'Свод' },
  partsLabel: 'Разделы документов',
  partHeadings: {
    documents: 'Документы объединения',
    department: 'Отправить в отдел',
    svod: 'Свод по объединениям',
  },
  leave: 'К началу',

  intro:
    'Каждый документ составляется из реестра одним нажатием. Ваши листы не меняются, составленное можно править и отменить.',
  refused: 'Прочитать документы не удалось: что случилось, сказано выше.',
  again: 'Повторить',
  demanded: 'Требует положение',
  others: 'Можно составить ещё',
  papers: 'Хранится у вас',
  papersNote:
    'Эти документы надстройка не составляет. Где лежат, номер и дату отметьте на листе «Документы».',
  choose: { meeting: 'Заседание', decision: 'Решение' },
  /** A meeting, or a decision of one, among others: the beginning tells them apart. */
  option: (meeting: number | undefined, item: string | undefined, about: string) =>
    [
      [
        ...(meeting === undefined ? [] : [`№ ${String(meeting)}`]),
        ...(item === undefined ? [] : [`пункт ${item}`]),
      ].join(', '),
      about,
    ]
      .filter((part) => part !== '')
      .join(': '),
  toSheet: 'На лист',
  toSheetAgain: 'Составить заново',
  word: 'Скачать .docx',
  fill: 'Заполнить «Анализ»',
  fillNote: 'Сведения встанут на лист «Анализ». «Выводы» и ваши правки там не трогаются.',
  filling: 'Заполняется «Анализ»',
  making: (name: string) => `Составляется: ${name}`,
  makingFile: 'Готовится файл…',
  show: (sheet: string) => `Показать лист «${sheet}»`,
  showPaper: 'Показать в книге',
  state: {
    made: (sheet: string) => `готово: лист «${sheet}»`,
    some: (made: number, all: number) => `готово ${formatNumber(made)} из ${formatNumber(all)}`,
    none: 'пока не составлено',
    kept: 'отмечено на листе «Документы»',
    notKept: 'не отмечено на листе «Документы»',
    notListed: 'нет на листе «Документы»',
  },
  gapsName: 'Чего не хватает в реестре',
  saved: {
    download: (file: string) => `Файл «${file}» сохранён: он в папке «Загрузки».`,
    window: (file: string) => `Файл «${file}» открыт новой книгой: сохраните её («Файл» → «Сохранить как»).`,
    none: (file: string) => `Файл «${file}» здесь сохранить нельзя: составьте документ на листе.`,
  },
  savedHint:
    'Файла нет? Значит, Excel не даёт панели сохранять файлы: составьте документ на листе и напечатайте его.',
  copyHint:
    'Файла нет? Значит, Excel не даёт панели сохранять файлы: откройте книгу в Excel в браузере и скачайте копию там.',
  noDownloads:
    'Excel для Mac и iPad не даёт панели сохранять файлы Word. Составьте документ на листе: его можно править, печатать и сохранить как PDF.',
} as const;
