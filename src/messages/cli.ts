import { DEFAULT_REGULATION, PRODUCED_KINDS, REGULATIONS } from '../regulations';
import { SEVERITY_NOUNS } from './control';
import { KIND_NAMES } from './documents/kinds';
import { formatNumber, plural } from './plural';

/** Words of the command line. */

const RUN = 'npm run -s register --';

/** What may follow «--regulation», a line each. */
const REGULATION_LINES = REGULATIONS.map(({ id, name }) => `${' '.repeat(27)}${id.padEnd(10)}${name}`).join(
  '\n',
);

/** Kinds of documents and the regulations that have them, a line each. */
const KIND_LINES = PRODUCED_KINDS.flatMap((kind) => {
  const ids = REGULATIONS.filter(({ produces }) => produces.some((each) => each.kind === kind)).map(
    ({ id }) => id,
  );
  const whose = ids.length === REGULATIONS.length ? 'все положения' : ids.join(', ');
  return ids.length === 0 ? [] : [`  ${kind.padEnd(17)}${KIND_NAMES[kind]} (${whose})`];
}).join('\n');

export const HELP = `Реестр методического объединения без Excel: те же действия, что у надстройки, над файлом .xlsx.

Использование:
  ${RUN} new OUT.xlsx …    создать новый реестр
  ${RUN} fill BOOK.xlsx …  достроить реестр в книге и заполнить показатели
  ${RUN} check BOOK.xlsx … проверить реестр: замечания, сроки, готовность приложения
  ${RUN} adopt SOURCE… …   перенести таблицы методиста (.xlsx, .csv) в реестр
  ${RUN} document BOOK.xlsx … составить документ: протокол, план, график, банк данных
  ${RUN} copy BOOK.xlsx … копия реестра для отдела: значения, с именами или без
  ${RUN} merge BOOK… …     свести реестры объединений в один свод
  ${RUN} КОМАНДА --help    подробно о команде

Коды завершения: 0 — сделано; 1 — не получилось (причина одной строкой в stderr); 2 — команда набрана неверно;
3 — с --strict: проверка нашла ошибки, или какой-то источник не прочитан.
`;

export const COMMAND_HELP = {
  new: `Создать новый реестр: все листы, списки, проверки и живые формулы приложения.

Использование:
  ${RUN} new OUT.xlsx [параметры]

Параметры:
  --regulation ИД          положение; без параметра — ${DEFAULT_REGULATION.name}:
${REGULATION_LINES}
  --year ГГГГ/ГГГГ         учебный год, например 2025/2026; без параметра — текущий
  --association "…"        название методического объединения
  --municipality "…"       муниципалитет
  --subject "…"            предмет или род деятельности
  --help                   эта справка

Файл, который уже есть, не перезаписывается.
`,
  fill: `Достроить реестр в книге: недостающие листы, таблицы, столбцы и формулы; всё, что введено, остаётся как было.
Печатает форму приложения: значения, состояния и сверку формул листа с независимым расчётом.

Использование:
  ${RUN} fill BOOK.xlsx --out OUT.xlsx [параметры]
  ${RUN} fill BOOK.xlsx --in-place [параметры]

Параметры:
  --out OUT.xlsx           куда записать; файл, который уже есть, заменяется
  --in-place               записать в сам BOOK.xlsx
  --analysis               заполнить и лист «Анализ»; «Выводы» и то, что изменили Вы, не меняются
  --regulation ИД          положение; если в паспорте книги другое, реестр переходит на это:
${REGULATION_LINES}
  --year ГГГГ/ГГГГ         учебный год, если в паспорте книги его нет
  --association "…"        название объединения, если в паспорте книги его нет
  --municipality "…"       муниципалитет, если в паспорте книги его нет
  --today ГГГГ-ММ-ДД       записать «Дату расчёта»; без параметра — как в книге
  --json                   напечатать результат как JSON
  --help                   эта справка

Если в паспорте нет положения или учебного года и параметры не даны, берутся ${DEFAULT_REGULATION.name} и текущий учебный год.
`,
  check: `Проверить реестр: чего не хватает, что не сходится, что просрочено. Печатает замечания по важности, сроки и
готовность приложения. Книга, которая ещё не реестр, сначала достраивается в памяти.

Использование:
  ${RUN} check BOOK.xlsx [параметры]

Параметры:
  --out OUT.xlsx           записать книгу с листами «Контроль» и «Сроки»; без параметра ничего не записывается
  --regulation ИД          проверить по этому положению, что бы ни стояло в паспорте:
${REGULATION_LINES}
  --year ГГГГ/ГГГГ         за этот учебный год
  --today ГГГГ-ММ-ДД       на эту дату расчёта; без параметра — как в книге
  --json                   напечатать результат как JSON
  --strict                 код завершения 3, если найдены ошибки; без параметра — всегда 0
  --help                   эта справка

Сам BOOK.xlsx никогда не меняется.
`,
  adopt: `Перенести в реестр таблицы, которые методист ведёт годами: банк данных, курсы, достижения, явку и другое, какие бы
ни были заголовки. Печатает, что найдено и как понято, что будет добавлено и изменено, о чём нужно решить человеку.

Использование:
  ${RUN} adopt SOURCE… --out OUT.xlsx [параметры]                    в новый реестр
  ${RUN} adopt SOURCE… --into BOOK.xlsx --out OUT.xlsx [параметры]   в реестр, который уже есть

SOURCE — файлы .xlsx, .xlsm и .csv; если назван и сам BOOK.xlsx, из него берутся листы, которые не листы реестра.

Параметры:
  --out OUT.xlsx           куда записать; файл, который уже есть, заменяется
  --into BOOK.xlsx         реестр или книга, в которую переносить; сам файл не меняется
  --regulation ИД          положение; если в паспорте книги другое, реестр переходит на это:
${REGULATION_LINES}
  --year ГГГГ/ГГГГ         учебный год, если в паспорте книги его нет; к нему относятся даты без года
  --today ГГГГ-ММ-ДД       записать «Дату расчёта»; без параметра — как в книге
  --dry-run                только показать; ничего не записывается
  --json                   напечатать результат как JSON
  --strict                 код завершения 3, если какой-то источник не прочитан
  --help                   эта справка

На каждый вопрос берётся самый осторожный ответ, и вопрос перечисляется. Источник, который прочитать нельзя, назван
одной строкой и не мешает остальным; если не прочитан ни один, ничего не записывается и код завершения 1.
Исходные файлы не меняются. Тот же файл ещё раз ничего не меняет.
`,
  document: `Составить документ по реестру: в форме, которой требует положение, для печати и правки.

Использование:
  ${RUN} document BOOK.xlsx --kind list
  ${RUN} document BOOK.xlsx --kind ВИД --out FILE.docx
  ${RUN} document BOOK.xlsx --kind ВИД --out FILE.xlsx

Параметры:
  --kind ВИД               вид документа; list — показать, какие документы есть по положению этой книги
  --meeting N              номер заседания: для протокола, выписки, листа регистрации
  --item N                 номер пункта решений: для выписки
  --out FILE               куда записать: .docx для Word или .xlsx для Excel; файл, который уже есть, заменяется
  --help                   эта справка

Виды документов и положения, в которых они есть:
${KIND_LINES}

Чего в реестре не хватает для документа, печатается в stderr. Сам BOOK.xlsx никогда не меняется.
`,
  copy: `Копия реестра для отдела: новая книга значений, без формул. В ней приложение с местом для даты и подписи, анализ,
итоги проверки и таблицы реестра, по которым копию можно свести. Ваши собственные листы и столбцы не отправляются.

Использование:
  ${RUN} copy BOOK.xlsx --out OUT.xlsx [параметры]

Параметры:
  --out OUT.xlsx           куда записать; файл, который уже есть, заменяется
  --anonymous              без имён: «Педагог 7» вместо имени, без дат рождения, контактов, согласий; столбцы
                           со свободным текстом, который нельзя обезопасить, не отправляются
  --help                   эта справка

Значения формул берутся такими, какими их сохранила программа таблиц; рядом стоит пересчёт, если он другой.
Что не отправлено и на что посмотреть, печатается в stderr. Сам BOOK.xlsx никогда не меняется.
`,
  merge: `Свести реестры (или их копии) многих объединений: строка — строка приложения, столбец — объединение. Педагог двух
объединений считается в итоге один раз; чего объединение не дало, то «нет данных», а не 0.

Использование:
  ${RUN} merge BOOK… --out SVOD.xlsx [параметры]

Параметры:
  --out SVOD.xlsx          куда записать; файл, который уже есть, заменяется
  --json                   напечатать свод как JSON
  --help                   эта справка

Файлы читаются по одному. Тот, который прочитать нельзя, назван строкой и не мешает остальным; если не прочитан ни
один, ничего не записывается и код завершения 1. Если среди файлов есть прежний свод, по нему известно, кого ждать.
Исходные файлы не меняются.
`,
} as const;

/** How the command line was mistyped. */
export const USAGE = {
  noCommand: 'Не указана команда: new, fill, check, adopt, document, copy или merge.',
  unknownCommand: (command: string) =>
    `Неизвестная команда «${command}»: есть new, fill, check, adopt, document, copy и merge.`,
  unknownOption: (option: string) => `Неизвестный параметр «${option}».`,
  missingValue: (option: string) => `После параметра «${option}» нужно значение.`,
  unwantedValue: (option: string) => `Параметр «${option}» пишется без значения.`,
  repeatedOption: (option: string) => `Параметр «${option}» указан дважды.`,
  noFile: (placeholder: string) => `Не указан файл ${placeholder}.`,
  extraArgument: (argument: string) =>
    `Лишнее слово «${argument}»: название из нескольких слов пишется в кавычках.`,
  notXlsx: (file: string) => `Результат записывается только в файл .xlsx, а указан «${file}».`,
  unknownRegulation: (id: string, ids: readonly string[]) =>
    `Неизвестное положение «${id}». Известны: ${ids.join(', ')}.`,
  badYear: (year: string) => `Неверный учебный год «${year}»: пишется как 2025/2026.`,
  badDate: (date: string) => `Неверная дата «${date}»: пишется как 2026-05-12.`,
  noTarget: 'Не указано, куда записать: --out OUT.xlsx или --in-place.',
  twoTargets: 'Параметры --out и --in-place исключают друг друга.',
  outIsInput: (file: string) => `Файл «${file}» — исходный: чтобы записать в него, укажите --in-place.`,
  outIsChecked: (file: string) => `Файл «${file}» — исходный, проверка его не меняет: укажите другое имя.`,
  noOut: 'Не указано, куда записать: --out OUT.xlsx.',
  noAdoptionTarget: 'Не указано, куда записать: --out OUT.xlsx или --dry-run.',
  outIsRead: (file: string) => `Файл «${file}» — исходный, он не меняется: укажите другое имя.`,
  noKind: 'Не указано, какой документ нужен: --kind ВИД; какие есть, покажет --kind list.',
  unknownKind: (kind: string, known: readonly string[]) =>
    `Неизвестный вид документа «${kind}». Есть: ${known.join(', ')}; list — список документов книги.`,
  badMeeting: (number: string) => `Неверный номер заседания «${number}»: пишется числом, например 2.`,
  unusedFor: (option: string, kind: string) =>
    `Параметр ${option} к документу «${kind}» не относится: уберите его или выберите другой вид.`,
  noDocumentFile: 'Не указано, куда записать документ: --out FILE.docx или --out FILE.xlsx.',
  notDocumentFile: (file: string) => `Документ записывается в файл .docx или .xlsx, а указан «${file}».`,
  outIsBook: (file: string) => `Файл «${file}» — сам реестр, документ его не заменит: укажите другое имя.`,
  seeHelp: (command: string | null) => `Справка: ${RUN} ${command === null ? '' : `${command} `}--help`,
} as const;

/** What can go wrong with files. */
export const FILES = {
  notFound: (file: string) => ({
    sentence: `Файл «${file}» не найден.`,
    remedy: 'Проверьте имя и папку.',
  }),
  isFolder: (file: string) => ({ sentence: `«${file}» — папка, а не файл.`, remedy: 'Укажите файл .xlsx.' }),
  noFolder: (folder: string) => ({
    sentence: `Папки «${folder}» нет.`,
    remedy: 'Создайте её или укажите другую.',
  }),
  noAccess: (file: string) => ({
    sentence: `Нет доступа к «${file}».`,
    remedy: 'Закройте файл в других программах и проверьте права на папку.',
  }),
  noSpace: (file: string) => ({
    sentence: `Не хватило места, чтобы записать «${file}».`,
    remedy: 'Освободите место на диске и повторите.',
  }),
  failed: (file: string, code: string) => ({
    sentence: `Не удалось прочитать или записать «${file}» (${code}).`,
    remedy: 'Проверьте путь и повторите.',
  }),
  exists: (file: string) => ({
    sentence: `Файл «${file}» уже есть, новый реестр его не заменит.`,
    remedy: 'Укажите другое имя или дополните этот реестр командой fill.',
  }),
  wouldLose: (parts: readonly string[]) => ({
    sentence: `При записи в тот же файл пропало бы: ${parts.join(', ')}. Ничего не записано.`,
    remedy: 'Запишите в другой файл: --out OUT.xlsx.',
  }),
  brokenWorkbook: 'Укажите другой файл.',
} as const;

const calendarDays = { one: 'день', few: 'дня', many: 'дней' };
const formRows = { one: 'строки', few: 'строк', many: 'строк' };
const trips = { one: 'обращение', few: 'обращения', many: 'обращений' };
const actions = { one: 'действие', few: 'действия', many: 'действий' };

export const OUTPUT = {
  phases: {
    reading: 'Читаю книгу…',
    planning: 'Сравниваю с тем, что должно быть…',
    writing: 'Записываю листы, таблицы и формулы…',
    verifying: 'Пересчитываю и сверяю…',
  },
  opening: 'Открываю файл…',
  saving: 'Сохраняю файл…',
  title: (association: string, schoolYear: string) =>
    [association, schoolYear === '' ? '' : `${schoolYear} учебный год`]
      .filter((part) => part !== '')
      .join(', '),
  calculatedOn: (regulation: string, date: string) => `${regulation}, расчёт на ${date}`,
  columns: { no: '№', label: 'Показатель', value: 'Значение', state: 'Состояние', agrees: 'Сверка' },
  noValue: 'нет данных',
  agrees: 'совпадает',
  differs: (value: number | null) => `на листе ${value === null ? 'пусто' : formatNumber(value)}`,
  agreement: (agreed: number, total: number) => `Сверка: ${String(agreed)} из ${String(total)}`,
  traffic: (requests: number, sent: number, received: number, changes: number) =>
    `Обмен с книгой: ${plural(requests, trips)}, отправлено ${kilobytes(sent)}, получено ${kilobytes(received)}; ${changes === 0 ? 'изменений нет' : plural(changes, actions)}`,
  created: (file: string) => `Реестр создан: ${file}`,
  written: (file: string) => `Записано: ${file}`,
  replaced: (file: string) => `Файл «${file}» был, он заменён.`,
  unchanged: (file: string) => `Изменений нет, файл оставлен как был: ${file}`,
  notCarried: (part: string) => `Не перенесено в записанный файл: ${part}`,
  check: {
    summary: (errors: number, warnings: number, infos: number) =>
      `Найдено: ${plural(errors, SEVERITY_NOUNS.error)}, ${plural(warnings, SEVERITY_NOUNS.warning)}, ${plural(infos, SEVERITY_NOUNS.info)} к сведению`,
    nothing: 'Замечаний нет.',
    more: (count: number) =>
      `… и ещё ${formatNumber(count)}: все замечания — с --json или с --out на листе «Контроль»`,
    deadlines: 'Сроки',
    noDeadlines: 'Обязательств с известными сроками нет.',
    noDate: 'без даты',
    daysLeft: (days: number) =>
      days < 0
        ? `прошло ${plural(-days, calendarDays)}`
        : days === 0
          ? 'сегодня'
          : `осталось ${plural(days, calendarDays)}`,
    readiness: ({ rowsWithValue, rows, percent }: { rowsWithValue: number; rows: number; percent: number }) =>
      `Готовность приложения: ${formatNumber(rowsWithValue)} из ${plural(rows, formRows)} (${String(percent)} %)`,
    unwritten: 'Книга не изменена.',
  },
  documents: {
    clause: (clause: string | null) => (clause === null ? '' : ` (${clause})`),
    choice: (meeting: number | undefined, item: string | undefined, name: string, about: string) =>
      [
        meeting === undefined ? '' : `--meeting ${String(meeting)}`,
        item === undefined ? '' : ` --item ${/\s/.test(item) ? `"${item}"` : item}`,
        `  ${name}`,
        about === '' ? '' : `: ${about}`,
      ].join(''),
    lacks: (words: string) => `пока составить не по чему. ${words}`,
    making: 'Составляю документ…',
  },
  department: {
    copying: 'Составляю копию…',
    joining: (done: number, total: number, name: string) =>
      `Читаю ${formatNumber(done + 1)} из ${formatNumber(total)}: ${name}`,
    failed: (file: string, reason: string) => `${file}: ${reason}`,
    joined: (count: number) =>
      `Сведено: ${plural(count, { one: 'объединение', few: 'объединения', many: 'объединений' })}`,
    absent: (names: readonly string[]) => `Не прислали: ${names.join(', ')}`,
    readiness: (rows: number, of: number) => `${formatNumber(rows)} из ${formatNumber(of)} строк`,
    overdue: (count: number) => `просрочено: ${formatNumber(count)}`,
    nothing: {
      sentence: 'Ни один реестр не прочитан, свод не записан.',
      remedy: 'Укажите книги реестров или их копии.',
    },
  },
  noSources: {
    sentence: 'Ни один источник не прочитан, ничего не записано.',
    remedy: 'Укажите файлы .xlsx или .csv, которые открываются.',
  },
  unreadSource: (file: string, sentence: string, remedy: string) => `${file}: ${sentence} ${remedy}`,
  dryRun: 'Ничего не записано: показано, что было бы.',
  failure: {
    sentence: 'Не получилось из-за ошибки в программе.',
    remedy: (detail: string) => `Передайте разработчику: ${detail}`,
  },
} as const;

const questionCases = { one: 'случай', few: 'случая', many: 'случаев' };
const sourceRows = { one: 'строка', few: 'строки', many: 'строк' };

/** Words of `adopt`. */
export const ADOPT_OUTPUT = {
  sheet: (name: string) => `лист «${name}»`,
  block: (kind: string, rows: number) => `${kind}, ${plural(rows, sourceRows)}.`,
  unknown: 'не распознан, остаётся как есть',
  result: 'Реестр',
  nothing: 'переносить нечего',
  refusedRows: (count: number) => `не взято: ${plural(count, sourceRows)}`,
  questions: 'Принято самое осторожное; решите сами',
  question: (title: string, count: number, where: string, taken: string) =>
    `${title} — ${plural(count, questionCases)} (${where}). Принято: ${taken.charAt(0).toLowerCase()}${taken.slice(1)}.`,
  refused: 'Не взято',
  differing: 'Расходится с реестром',
  cell: (table: string, record: string, column: string, old: string, taken: string, words: string) =>
    `${table}, ${record}, ${column}: «${old}» → «${taken}», ${words}`,
  notices: 'К сведению',
  more: (count: number) => `… и ещё ${formatNumber(count)}: всё — с --json`,
} as const;

function kilobytes(bytes: number): string {
  return `${formatNumber(Math.ceil(bytes / 1024))}\u00a0КБ`;
}
