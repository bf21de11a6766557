import type { IssueCode } from '../control/issue';
import { shownDate } from '../register/dates';
import { formatNumber, plural } from './plural';

/** Words of what goes to the department: the copy, and many registers joined. */

/** What the issues of a kind are called together. */
export const ISSUE_KINDS: Readonly<Record<IssueCode, string>> = {
  required: 'Не заполнено обязательное',
  enum: 'Значение не из списка',
  date: 'Не дата или невозможная дата',
  number: 'Не число или невозможное число',
  name: 'Имя записано с ошибкой',
  'under-table': 'Строки под таблицей, которых она не видит',
  'formula-overwritten': 'Вместо формулы введено значение',
  structure: 'Строение книги',
  injection: 'Текст начинается как формула',
  rule: 'Значение на листе «Правила» неприменимо',
  duplicate: 'Педагог записан дважды',
  namesake: 'Тёзки без отметки',
  'near-duplicate': 'Похожие имена',
  'unknown-teacher': 'Педагога нет в банке данных',
  'unknown-org': 'Организации нет в списке',
  twice: 'Запись внесена дважды',
  'outside-period': 'Дата вне отчётного периода',
  'no-date': 'Нет даты',
  'no-document': 'Нет подтверждающего документа',
  'outside-form': 'Запись не входит в форму',
  'group-member': 'В группе тот, кого нет в банке данных',
  'group-dates': 'Даты группы',
  'more-than-took-part': 'Больше, чем участвовало',
  'assumed-one': 'Количество не указано, посчитано как 1',
  'attendance-gap': 'Проведённое заседание не отмечено',
  'attendance-unknown': 'Отметка посещаемости не у члена объединения',
  'attendance-before': 'Отметка до проведения заседания',
  'meeting-order': 'Порядок заседаний',
  'meeting-number': 'Номера заседаний',
  votes: 'Голосов больше, чем присутствовавших',
  'no-quorum': 'Не было кворума',
  'not-passed': 'Решение не набрало голосов',
  relation: 'Контрольные соотношения',
  size: 'Численность объединения',
  leader: 'Требования к руководителю',
  role: 'Роли в объединении',
  term: 'Срок полномочий',
  renewal: 'Обновление состава',
  consent: 'Нет согласия на обработку данных',
  'databank-stale': 'Банк данных не обновлён',
  'document-missing': 'Нет обязательного документа',
  obligation: 'Сроки',
  attestation: 'Аттестация',
  courses: 'Повышение квалификации',
};

const ROWS = { one: 'строка', few: 'строки', many: 'строк' } as const;
const OF_ROWS = { one: 'строки', few: 'строк', many: 'строк' } as const;
const SHEETS = { one: 'лист', few: 'листа', many: 'листов' } as const;
const ASSOCIATIONS = { one: 'объединение', few: 'объединения', many: 'объединений' } as const;
/** «из 21 объединения», «у 3 объединений». */
const OF_ASSOCIATIONS = { one: 'объединения', few: 'объединений', many: 'объединений' } as const;
const FILES = { one: 'файл', few: 'файла', many: 'файлов' } as const;

const quotedList = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ');

export const COPY_WORDS = {
  subtitle: (isAnonymous: boolean) =>
    isAnonymous ? 'Копия для отдела, без имён: только значения' : 'Копия для отдела: только значения',
  noAssociation: 'объединение не указано',
  schoolYear: (year: string) => `${year} учебный год`,
  /** The columns of «Приложение» that the register has too. */
  form: {
    no: '№',
    label: 'показатель',
    value: 'количество',
    state: 'Состояние',
    confirmed: 'Ноль подтверждён',
    lastYear: 'Прошлый год',
    recount: 'Сверка',
  },
  noData: 'нет данных',
  notHeld: 'не проводилось',
  recounted: (value: number | null, state: string) =>
    `по таблицам: ${value === null ? 'нет числа' : formatNumber(value)} (${state})`,
  calculatedOn: (date: number) => `Дата расчёта: ${shownDate(date)}`,
  signedOn: 'Дата подписания',
  signature: (post: string, name: string) =>
    `${post.charAt(0).toUpperCase()}${post.slice(1)}${name === '' ? '' : `, ${name}`} (подпись)`,
  check: {
    sheet: 'Проверка',
    title: 'Проверка реестра перед отправкой',
    readiness: (filled: number, rows: number, percent: number) =>
      `Готовность приложения: ${formatNumber(filled)} из ${plural(rows, OF_ROWS)} (${String(percent)} %)`,
    agreement: (agreed: number, total: number) =>
      `Сверка чисел листа с пересчётом по таблицам: ${String(agreed)} из ${String(total)}`,
    noForm: 'На листе приложения нет посчитанных чисел: взят пересчёт по таблицам.',
    issues: 'Замечания',
    issueColumns: ['Что', 'Важность', 'Сколько'],
    noIssues: 'Замечаний нет.',
    deadlines: 'Сроки',
    deadlineColumns: ['Обязательство', 'Пункт положения', 'Срок', 'Осталось дней', 'Состояние'],
    noDeadlines: 'Обязательств с известными сроками нет.',
    contents: 'Что в копии',
  },
  lists: 'Списки, по которым считается приложение',
  /** The fixed cells of «Правила». */
  rules: {
    today: 'Дата расчёта',
    periodBegin: 'Начало отчётного периода',
    periodEnd: 'Конец отчётного периода',
    participantResult: 'Участники в строке 13',
    contestResult: 'Участники в строке 20',
    testMaterials: 'Строка 27.1 считает',
    methodistTitles: 'Методисты и наставники в строке 1.3',
  },
  notices: {
    /** Columns that are not sent, table by table. */
    leftOut: (tables: readonly { readonly table: string; readonly columns: readonly string[] }[]) =>
      `Не отправляются столбцы: ${tables
        .map(({ table, columns }) => `«${table}» — ${columns.join(', ')}`)
        .join('; ')}.`,
    ownSheets: (names: readonly string[]) =>
      `Не ${names.length === 1 ? 'отправляется ваш собственный лист' : 'отправляются ваши собственные листы'}: ${quotedList(names)}.`,
    ownSheetsCounted: (count: number) => `Ваши собственные листы не отправляются: ${plural(count, SHEETS)}.`,
    ownColumns: (tables: readonly { readonly table: string; readonly count: number }[]) =>
      `Столбцы, которые вы добавили сами, не отправляются: ${tables
        .map(({ table, count }) => `«${table}» — ${String(count)}`)
        .join('; ')}.`,
    control: 'Лист «Контроль» не отправляется: вместо него лист «Проверка».',
    withNames:
      'В копии есть имена педагогов: передавайте её так же, как любые персональные данные. Если отделу имена не нужны, отправьте копию без имён.',
    withoutNames:
      'Вместо имён педагогов в копии номера: «Педагог 7» везде один и тот же человек. Дат рождения, согласий, контактов и имён в копии нет.',
    scrubbed:
      'В словах, которые остались («План», «Анализ», темы заседаний), имена из реестра и всё похожее на имя скрыты. Имя, которого нет в реестре и которое написано без инициалов и отчества, узнать нельзя: посмотрите эти листы перед отправкой.',
    passportHidden:
      'В паспорте скрыты слова, совпавшие с чьей-то фамилией: проверьте название объединения и муниципалитет.',
    discrepancies: (count: number) =>
      `Числа листа и пересчёт по таблицам расходятся: ${plural(count, ROWS)}. В копии стоят числа листа, рядом, в столбце «Сверка», пересчёт.`,
    noForm: 'На листе «Приложение» не было посчитанных чисел: в копию записан пересчёт по таблицам.',
    undated: (day: number) =>
      `«Дата расчёта» в книге не посчитана: взят день ${shownDate(day)} и учебный год паспорта, а если его нет, то этого дня.`,
    notRegister: {
      sentence: 'В книге нет ни одной таблицы реестра: отправлять нечего.',
      remedy: 'Откройте книгу реестра или сначала создайте его кнопкой «Создать реестр».',
    },
  },
  fileName: (association: string, year: string, isAnonymous: boolean) =>
    `${[
      association === '' ? 'Реестр' : association,
      year.replace('/', '-'),
      isAnonymous ? 'копия без имён' : 'копия',
    ]
      .filter((part) => part !== '')
      .join(', ')
      .replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`,
} as const;

/** What becomes of the numbers of a row when many are joined. */
export const TOTAL_RULES = {
  sum: 'сумма',
  people: 'люди без повторов',
  organisations: 'организации без повторов',
  none: '',
} as const;

export const SVOD_WORDS = {
  sheets: {
    about: 'О своде',
    totals: 'Свод',
    states: 'Состояния',
    associations: 'Объединения',
    deadlines: 'Сроки объединений',
    absent: 'Не прислали',
    shared: 'Совместители',
    discrepancies: 'Расхождения',
    plan: 'Общий план',
  },
  title: 'Свод приложений методических объединений',
  joined: (count: number, years: readonly string[]) =>
    `${plural(count, ASSOCIATIONS)}${years.length === 0 ? '' : `, ${years.length === 1 ? 'учебный год' : 'учебные годы'} ${years.join(', ')}`}`,
  form: {
    no: '№',
    label: 'показатель',
    total: 'Итого',
    repeats: 'Повторов',
    of: 'Дали число',
    rule: 'Как посчитано',
    state: 'Состояние итога',
  },
  noData: 'нет данных',
  notHeld: 'не проводилось',
  of: (given: number, all: number) => `${String(given)} из ${String(all)}`,
  shared: (distinct: number) => `с учётом совместителей: ${formatNumber(distinct)}`,
  unknownShared: (count: number) =>
    `совместителей среди ${plural(count, OF_ASSOCIATIONS)} без имён узнать нельзя`,
  partOf: (given: number, all: number) => `по ${String(given)} из ${plural(all, OF_ASSOCIATIONS)}`,
  unnamed: (file: string) => `Объединение не указано (${file})`,
  kinds: { named: 'с именами', anonymous: 'без имён' },
  associationColumns: [
    'Объединение',
    'Муниципалитет',
    'Предмет',
    'Положение',
    'Учебный год',
    'Дата расчёта',
    'Имена',
    'Членов',
    'Строк заполнено',
    'Строк всего',
    'Готовность',
    'Просрочено',
    'Под угрозой',
    'Ближайший срок',
    'Что',
    'Файл',
  ],
  deadlineColumns: ['Объединение', 'Обязательство', 'Пункт положения', 'Срок', 'Осталось дней', 'Состояние'],
  noDeadlines: 'Просроченных и близких сроков нет.',
  absentColumns: ['Кого ждали', 'Что известно'],
  absent: 'не прислано',
  nobodyAbsent: 'Прислали все, кого ждали.',
  notExpected:
    'Список ожидаемых объединений не задан, и положение его не называет: сказать, кто не прислал, нельзя.',
  fileColumns: ['Файл', 'Объединение', 'Что с ним'],
  counted: 'учтён',
  earlier: 'прежний свод: по нему известно, кого ждать',
  fileName: (date: number) => `Свод на ${shownDate(date)}.xlsx`,
  unreadable: {
    sentence: 'Файл не удалось прочитать.',
    remedy: 'Откройте его в Excel, сохраните как книгу .xlsx и укажите снова.',
  },
  failed: (reason: string) => `не учтён: ${reason}`,
  doubled: (file: string) => `не учтён: это же объединение есть в файле «${file}», он новее или полнее`,
  sharedColumns: ['Кто', 'Организация', 'Объединения', 'Вывод'],
  sharedPerson: 'один человек: в итогах посчитан один раз',
  sharedOrganisation: 'одна организация: в строке 29 посчитана один раз',
  maybeShared: 'одно имя, разные организации: посчитаны как разные люди; проверьте',
  noShared: 'Совместителей не найдено.',
  sharedNote:
    'Обучающиеся и работы складываются: если достижение совместителя внесено в оба реестра, оно посчитано дважды; проверьте записи этих людей.',
  discrepancyColumns: ['Объединение', '№', 'На листе', 'Состояние листа', 'По таблицам', 'Состояние расчёта'],
  noDiscrepancies: 'Числа листов и пересчёт по таблицам совпали везде, где на листах есть числа.',
  planColumns: { month: 'Месяц', section: 'Раздел' },
  noPlan: 'Ни в одном реестре нет плана.',
  withoutMonth: 'без даты',
  notices: {
    years: (years: readonly string[]) =>
      `Сложены разные учебные годы: ${years.join(', ')}. Итоги по ним сравнивать нельзя.`,
    regulations: (names: readonly string[]) =>
      `Объединения работают по разным положениям: ${names.join(', ')}. Сроки и правила у них разные.`,
    doubled: (association: string, taken: string, left: readonly string[]) =>
      `«${association}» прислано больше одного раза. Учтён файл «${taken}», не ${left.length === 1 ? 'учтён' : 'учтены'} ${quotedList(left)}: взят тот, где позже «Дата расчёта», а при равной дате где заполнено больше строк.`,
    failed: (count: number) =>
      `Не удалось прочитать: ${plural(count, FILES)}. Причина названа у каждого файла.`,
    anonymous: (count: number) =>
      `Без имён: ${plural(count, ASSOCIATIONS)}. Совместителей среди них узнать нельзя, их педагоги сложены.`,
    noForm: (names: readonly string[]) =>
      `На листах нет посчитанных чисел: ${quotedList(names)}. Сверять было не с чем, взят расчёт по таблицам.`,
    undated: (names: readonly string[]) =>
      `«Дата расчёта» не посчитана: ${quotedList(names)}. Эти реестры посчитаны на сегодня.`,
    discrepancies: (rows: number, associations: number) =>
      `Числа листов расходятся с пересчётом: ${plural(rows, ROWS)} у ${plural(associations, OF_ASSOCIATIONS)}; в своде пересчёт, всё показано на листе «Расхождения».`,
    units: (no: string) =>
      `Строка ${no}: одни объединения считают педагогов, другие материалы (параметр на «Правилах»), итог складывает разное.`,
    nothing: 'Ни одного реестра не прочитано: свод пуст.',
  },
  notRegister: {
    sentence: 'В книге нет ни одной таблицы реестра.',
    remedy: 'Проверьте, тот ли это файл.',
  },
} as const;

/** The general plan of all associations as a document. */
export const GENERAL_PLAN_WORDS = {
  name: 'Общий план методических объединений',
  title: (years: readonly string[]) =>
    years.length === 0
      ? []
      : [`на ${years.join(', ')} ${years.length === 1 ? 'учебный год' : 'учебные годы'}`],
  columns: {
    association: 'Объединение',
    section: 'Раздел',
    event: 'Мероприятие',
    when: 'Срок',
    responsible: 'Ответственный',
  },
  empty: 'Планов нет.',
  withoutPlan: (names: readonly string[]) => `Нет плана: ${quotedList(names)}.`,
  months: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  noDate: 'Без даты',
} as const;
