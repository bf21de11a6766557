import { shownDate } from '../../register/dates';
import { formatNumber, plural, pluralForm, type NounForms } from '../plural';

/** Words of «Свод»: what a department makes of the registers it was sent. */

const FILES: NounForms = { one: 'файл', few: 'файла', many: 'файлов' };
const ASSOCIATIONS: NounForms = { one: 'объединение', few: 'объединения', many: 'объединений' };
const DAYS: NounForms = { one: 'день', few: 'дня', many: 'дней' };
const DEADLINES: NounForms = { one: 'срок', few: 'срока', many: 'сроков' };
const ROWS: NounForms = { one: 'строке', few: 'строках', many: 'строках' };

export const svodPaneWords = {
  intro:
    'Для отдела: выберите присланные реестры или их копии, и панель сложит их в один свод. Открытая книга не изменится, файлы никуда не отправляются.',
  chooseFiles: 'Выбрать файлы',
  chooseOther: 'Выбрать другие файлы',
  filesHint: 'Можно сразу много. Добавьте прошлый свод, и будет видно, кто ещё не прислал.',
  dropHere: 'Отпустите файлы здесь',
  reading: (done: number, total: number) => `Прочитано ${formatNumber(done)} из ${formatNumber(total)}`,
  readingFile: (name: string) => `Читается «${name}»`,
  progress: 'Чтение файлов',
  stop: 'Остановить',
  stopped: 'Чтение остановлено, свода нет. Выберите файлы снова, когда захотите.',
  failed: 'Свести не удалось: что случилось, сказано выше.',
  again: 'Повторить',
  joined: (associations: number, files: number) =>
    `${pluralForm(associations, { one: 'Сведено', few: 'Сведены', many: 'Сведено' })} ${plural(associations, ASSOCIATIONS)} из ${plural(files, { one: 'файла', few: 'файлов', many: 'файлов' })}`,
  nothing: 'Свести нечего: среди файлов нет ни одного реестра.',
  save: 'Скачать свод',
  openSvod: 'Открыть свод новой книгой',
  generalPlan: 'Общий план',
  planWord: 'Общий план .docx',
  planBook: 'Общий план .xlsx',
  makingFile: 'Готовится файл…',
  associations: 'Объединения',
  ready: (percent: number, filled: number, rows: number) =>
    `готово ${String(percent)}\u00a0% (${formatNumber(filled)} из ${formatNumber(rows)})`,
  overdue: (count: number) =>
    `${pluralForm(count, { one: 'просрочен', few: 'просрочено', many: 'просрочено' })} ${plural(count, DEADLINES)}`,
  next: (title: string, due: number, days: number) =>
    `Ближайший срок: ${title}, ${shownDate(due)} (${
      days < 0 ? `прошло ${plural(-days, DAYS)}` : days === 0 ? 'сегодня' : `через ${plural(days, DAYS)}`
    })`,
  discrepant: (count: number) => `числа расходятся с пересчётом в ${plural(count, ROWS)}`,
  anonymous: 'без имён',
  inFile: (file: string) => `Файл «${file}»`,
  absent: 'Не прислали',
  nobodyAbsent: 'Прислали все, кого ждали.',
  unknownAbsent: 'Кто ещё должен прислать, неизвестно. Добавьте к файлам прошлый свод: по нему это видно.',
  failures: 'Не прочитано',
  duplicates: 'Прислано дважды',
  taken: (association: string, taken: string, left: string) =>
    `${association}: взят «${taken}», не взят «${left}»`,
  discrepancies: 'Расхождения',
  discrepancy: (association: string, rows: readonly string[]) =>
    `${association}: ${rows.length === 1 ? 'строка' : 'строки'} ${rows.join(', ')}`,
  shared: 'Состоят в нескольких объединениях',
  sharedOne: (name: string, organisation: string, associations: readonly string[]) =>
    `${[name, organisation].filter((part) => part !== '').join(', ')}: ${associations.join('; ')}`,
  maybe: 'Одно имя, разные организации: посчитаны как разные люди.',
  notices: 'На что обратить внимание',
  files: (count: number) => plural(count, FILES),
  count: formatNumber,
} as const;
