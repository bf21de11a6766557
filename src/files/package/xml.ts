import { FileError } from '../errors';

/** What a reader of a part wants to hear of it. */
export interface XmlEvents {
  /** A tag opens; the name is without its prefix, the attributes are as written. */
  readonly open: (name: string, attributes: string) => void;
  /** An element ends, an empty one at once. */
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Longer than any tag, comment or text of a workbook. */
const LONGEST_MARKUP = 2 ** 25;

/**
 * Reads XML that comes in pieces, with no more of it in memory than the piece at hand. Only what the parts of a
 * workbook are made of: no document types.
 *
 * @returns what to feed with the pieces.
 */
export function newXmlReader({ open, close, text }: XmlEvents): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const xml = rest === '' ? piece : rest + piece;
    let at = 0;
    for (;;) {
      const start = xml.indexOf('<', at);
      if (start < 0) break;
      const end = markupEnd(xml, start);
      if (end < 0) break;
      if (start > at) text(decoded(xml.slice(at, start)));
      at = end;
      const first = xml.charCodeAt(start + 1);
      if (first === SLASH) {
        close(localName(xml, start + 2, end - 1));
      } else if (first === MARK) {
        if (xml.startsWith(CDATA, start)) text(xml.slice(start + CDATA.length, end - 3));
      } else if (first !== QUESTION) {
        const isEmpty = xml.charCodeAt(end - 2) === SLASH;
        const last = isEmpty ? end - 2 : end - 1;
        const nameEnd = endOfName(xml, start + 1, last);
        const name = localName(xml, start + 1, nameEnd);
        open(name, xml.slice(nameEnd, last));
        if (isEmpty) close(name);
      }
    }
    rest = xml.slice(at);
    if (rest.length > LONGEST_MARKUP) throw new FileError('brokenBook');
  };
}

const SLASH = 0x2f;
const MARK = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const CDATA = '<![CDATA[';

/** Where the markup that starts here is over; -1 when its end has not come yet. */
function markupEnd(xml: string, start: number): number {
  const first = xml.charCodeAt(start + 1);
  if (first === MARK) {
    if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4);
    if (xml.startsWith(CDATA, start)) return after(xml, ']]>', start + CDATA.length);
    // the mark may still be on its way
    return xml.length - start < CDATA.length ? -1 : after(xml, '>', start);
  }
  if (first === QUESTION) return after(xml, '?>', start);
  for (let end = xml.indexOf('>', start); end >= 0; end = xml.indexOf('>', end + 1)) {
    if (isOutsideQuotes(xml, start, end)) return end + 1;
  }
  return -1;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** A «>» may stand inside the value of an attribute. */
function isOutsideQuotes(xml: string, start: number, end: number): boolean {
  let quote = 0;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote === 0) {
      if (code === 0x22 || code === 0x27) quote = code;
    } else if (code === quote) {
      quote = 0;
    }
  }
  return quote === 0;
}

function endOfName(xml: string, start: number, end: number): number {
  let at = start;
  while (at < end && xml.charCodeAt(at) > 0x20) at += 1;
  return at;
}

function localName(xml: string, start: number, end: number): string {
  let from = start;
  let to = end;
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === COLON) from = at + 1;
    if (code <= 0x20) {
      to = at;
      break;
    }
  }
  return xml.slice(from, to);
}

/** The value of an attribute by its name as written; null when there is none. */
export function attribute(attributes: string, name: string): string | null {
  const plain = ` ${name}="`;
  const at = attributes.indexOf(plain);
  if (at >= 0) {
    const start = at + plain.length;
    const end = attributes.indexOf('"', start);
    return decoded(attributes.slice(start, end < 0 ? undefined : end));
  }
  if (!attributes.includes(name)) return null;
  // in single quotes, on a line of its own, or with spaces around the sign
  for (const [, found = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (found === name) return decoded(double ?? single ?? '');
  }
  return null;
}

/** The value of the first attribute of this local name, whatever its prefix: `r:id`, `d3p1:id`. */
export function prefixedAttribute(attributes: string, name: string): string | null {
  for (const [, found = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (found.endsWith(`:${name}`)) return decoded(double ?? single ?? '');
  }
  return null;
}

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** True for the spellings of «yes» in an attribute. */
export const isOn = (value: string | null): boolean => value === '1' || value === 'true';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
    const isHex = entity.charAt(1).toLowerCase() === 'x';
    const code = isHex ? parseInt(entity.slice(2), 16) : parseInt(entity.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A character that XML cannot hold stands in a workbook as `_x000D_` (ECMA-376, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
