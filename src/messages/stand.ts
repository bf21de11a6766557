/** Words of the stand: the browser page with a grid and the pane beside it. */
export const STAND = {
  title: 'Стенд',
  product: 'Методобъединение',
  documentTitle: (file: string) => `${file} — стенд «Методобъединение»`,
  sampleName: 'образец.xlsx',

  file: {
    open: 'Открыть…',
    save: 'Сохранить .xlsx',
    sample: 'Образец',
    blank: 'Пустая книга',
    blankName: 'Книга1.xlsx',
    opening: (file: string) => `Открываю «${file}»…`,
    starting: 'Запускаю стенд…',
    saving: 'Сохраняю…',
    saved: (file: string) => `«${file}» сохранён в загрузки.`,
    notCarried: (what: readonly string[]) => `Стенд не покажет и не сохранит: ${what.join('; ')}.`,
  },

  demo: {
    menu: 'Показать случай',
    remote: 'Правка соавтора…',
    protect: 'Защитить этот лист',
    unprotect: 'Снять защиту с листа',
    reload: 'Перезагрузить панель',
    remoteTitle: 'Правка соавтора',
    remoteText: (address: string) =>
      `Значение появится в ${address} так, как если бы его ввёл другой человек: надстройка узнает о нём как о чужой правке.`,
    remoteValue: 'Значение',
    remoteDo: 'Внести',
    remoteDone: (address: string) => `Соавтор изменил ${address}.`,
  },

  ribbon: {
    label: 'Лента',
    running: (label: string) => `${label}: выполняется`,
    notReady: (label: string) => `Команда «${label}» ещё не готова: панель загружается.`,
  },

  pane: {
    title: 'Область задач',
    close: 'Закрыть панель',
    resize: 'Ширина панели',
  },

  formulaBar: {
    nameBox: 'Адрес выделения',
    formula: 'Строка формул',
    accept: 'Ввод',
    cancel: 'Отмена',
    noPlace: (text: string) => `В книге нет места «${text}».`,
  },

  grid: {
    label: (sheet: string) => `Лист «${sheet}»`,
    cell: (address: string) => `Ячейка ${address}`,
    openList: 'Выбрать из списка',
    list: 'Значения списка',
    selectAll: 'Выделить всё',
  },

  tabs: {
    label: 'Листы',
    protected: 'лист защищён',
    back: 'Листы слева',
    onward: 'Листы справа',
  },

  status: {
    ready: 'Готово',
    editing: 'Правка',
    count: (count: string) => `Количество: ${count}`,
    sum: (sum: string) => `Сумма: ${sum}`,
  },

  validation: {
    title: 'Значение не из списка',
    text: 'В этой ячейке ждут значение из списка.',
    keep: 'Оставить',
    change: 'Исправить',
    cancel: 'Отменить',
    keepQuestion: 'Оставить введённое?',
  },

  refused: {
    protectedSheet: (sheet: string) =>
      `Лист «${sheet}» защищён, ввести значение нельзя. Снимите защиту: «Показать случай» → «Снять защиту с листа».`,
    formula:
      'Формулу не удалось прочитать. Имена функций здесь английские, аргументы разделяет запятая: =SUM(A1:A5,B2).',
    link: (target: string) => `Ссылка ведёт за пределы книги: ${target}`,
    pasteTooLarge: 'Вставка не помещается на лист.',
  },

  failed: {
    title: 'Стенд не запустился',
    open: (file: string) => `Не удалось открыть «${file}».`,
    paneMissing:
      'Панель не загрузилась. Остановите стенд, выполните «npm run build» и запустите «npm run stand» снова.',
    close: 'Понятно',
  },

  server: {
    usage: `Стенд: панель надстройки рядом с таблицей в браузере, без Excel.

  npm run stand                  с образцом
  npm run stand -- BOOK.xlsx     с вашей книгой (файл не изменяется, сохранение — через загрузки браузера)
  npm run stand -- --port 8080   на другом порту
`,
    buildingPane: 'Собираю панель…',
    buildingPage: 'Собираю страницу стенда…',
    running: (url: string) => `Стенд открыт: ${url}  (остановить — Ctrl+C)`,
    noFile: (file: string) => `Файла нет: ${file}`,
    wrongPort: (port: string) => `Это не номер порта: ${port}`,
    busyPort: (port: number) =>
      `Порт ${String(port)} занят: возможно, стенд уже запущен. Другой порт — --port.`,
    unknown: (word: string) => `Непонятный параметр: ${word}`,
  },
} as const;
