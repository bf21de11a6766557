/** Words that a document gets on its way to a sheet or to paper, and what is said when it is made. */

/** What a file tells of who made it: the product, never a person. */
export const PRODUCT_NAME = 'Реестр методического объединения';

/** What stands in the forms themselves. */
export const DOCUMENT_FORM = {
  /** Before a name that is still to be written under an approval. */
  date: (year: number) => `«____» ______________ ${String(year)} г.`,
  signature: '(подпись)',
  name: '(инициалы, фамилия)',
  /** Between the number of a page and how many there are. */
  pageOf: 'из',
} as const;

/** A label that needs no dash behind it: «Тема:», «1.», «№». */
const ENDED = /[:–—.№]\s*$/u;

/** A label and what stands after it: «Председатель – Иванова А. А.», «Тема: …». */
export const fieldText = (label: string, value: string): string =>
  ENDED.test(label) ? `${label.trimEnd()} ${value}` : `${label} – ${value}`;

/** Label of a field that waits to be written. */
export const fieldLabel = (label: string): string => (ENDED.test(label) ? label.trimEnd() : `${label} –`);

export const DOCUMENTS = {
  /** What «Отменить» calls it. */
  words: (name: string) => `Документ «${name}»`,
  made: (name: string, sheet: string) => `${name}: готово, лист «${sheet}».`,
  madeAgain: (name: string, sheet: string) =>
    `${name}: лист «${sheet}» составлен заново, правок на прежнем не было.`,
  unchanged: (name: string, sheet: string) => `${name}: на листе «${sheet}» всё так же, менять нечего.`,
  /** A sheet of that name stays, for it is the user's or was edited. */
  left: {
    edited: (sheet: string) => `Лист «${sheet}» оставлен как есть: на нём есть ваши правки.`,
    referred: (sheet: string) =>
      `Лист «${sheet}» оставлен как есть: на него ссылаются ваши формулы, они потеряли бы его.`,
    foreign: (sheet: string) => `Лист «${sheet}» в книге уже есть, он оставлен как есть.`,
  },
  notRegister: {
    sentence: 'Эта книга ещё не реестр: документы составлять не по чему.',
    remedy: 'Сначала создайте реестр, потом составьте документ.',
  },
} as const;

/** Name of a file: the name of the document without what file systems do not allow. */
export const documentFileName = (name: string, extension: string): string =>
  `${name
    .replace(/["*/:<>?\\|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '')}.${extension}`;
