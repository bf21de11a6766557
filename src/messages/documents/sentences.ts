/** Pieces of Russian sentences that are made of what people have typed. */

/** A capital at the beginning and a full stop at the end. */
export function sentence(text: string): string {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?…:]$/u.test(begun) ? begun : `${begun}.`;
}

/** In guillemets; those inside become inner quotes. */
export const quote = (text: string): string =>
  `«${text
    .replaceAll('«', '„')
    .replaceAll('»', '“')
    .replace(/"([^"]*)"/gu, '„$1“')}»`;

/** «а, б и в». */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} и ${last}`;
}

/** Items of a list one under another: a semicolon after each, a full stop after the last. */
export const listItems = (items: readonly string[]): readonly string[] =>
  items.map((item, index) => {
    const plain = item.replace(/(?<![.\p{Lu}])[.;]$/u, '');
    return index < items.length - 1 ? `${plain};` : `${plain}${plain.endsWith('.') ? '' : '.'}`;
  });

/** Parts of an item that are said, joined. */
export const joined = (parts: readonly string[], by = '; '): string =>
  parts.filter((part) => part !== '').join(by);
