/** Text as it is searched in: without letter case, «ё» as «е», one space between words. */
export const searched = (text: string): string =>
  text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim();
