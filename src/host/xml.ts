/**
 * Just enough reading of XML for the parts of an .xlsx package that are edited in place: an element is
 * found by name and its text kept or replaced whole, so whatever is not understood stays as it was.
 */

export interface XmlElement {
  /** Name as written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The whole element, tags included. */
  readonly outer: string;
  /** What stands between its tags; "" for an empty element. */
  readonly inner: string;
}

/** The root element of a document, past its prolog; undefined when there is none. */
export function rootOf(xml: string): XmlElement | undefined {
  return childrenOf(xml)[0];
}

/** Elements directly inside a text, in order; a damaged end is left out. */
export function childrenOf(xml: string): XmlElement[] {
  const found: XmlElement[] = [];
  let at = 0;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === undefined) return found;
    if (tag.kind === 'close') {
      at = tag.end;
      continue;
    }
    const end = tag.kind === 'empty' ? { start: tag.end, end: tag.end } : closingTag(xml, tag);
    if (end === undefined) return found;
    found.push({
      name: tag.name,
      attributes: readAttributes(xml.slice(tag.start, tag.end)),
      outer: xml.slice(tag.start, end.end),
      inner: tag.kind === 'empty' ? '' : xml.slice(tag.end, end.start),
    });
    at = end.end;
  }
}

/** The first child with this name. */
export function childOf(xml: string, name: string): XmlElement | undefined {
  return childrenOf(xml).find((element) => element.name === name);
}

/** Text of an element without markup, with entities and CDATA resolved. */
export function textOf(element: XmlElement): string {
  const withoutCdata = element.inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
    escapeXml(text),
  );
  return unescapeXml(withoutCdata.replace(/<[^>]*>/g, ''));
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** As escapeXml, for an attribute, where a bare line break or tab would be read as a space. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#x') || entity.startsWith('#X'))
      return fromCode(parseInt(entity.slice(2), 16), whole);
    if (entity.startsWith('#')) return fromCode(parseInt(entity.slice(1), 10), whole);
    return ENTITIES[entity] ?? whole;
  });
}

/** An attribute list, ` name="value"` each; undefined values are left out. */
export function attributesText(
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeAttribute(value === true ? '1' : value === false ? '0' : String(value))}"`,
    )
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function fromCode(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

interface Tag {
  kind: 'open' | 'empty' | 'close';
  name: string;
  start: number;
  end: number;
}

function nextTag(xml: string, from: number): Tag | undefined {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return undefined;
    if (xml.startsWith('<!--', start)) at = after(xml, '-->', start);
    else if (xml.startsWith('<![CDATA[', start)) at = after(xml, ']]>', start);
    else if (xml.startsWith('<?', start)) at = after(xml, '?>', start);
    else if (xml.startsWith('<!', start)) at = after(xml, '>', start);
    else return tagAt(xml, start);
    if (at === 0) return undefined;
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? 0 : at + mark.length;
}

function tagAt(xml: string, start: number): Tag | undefined {
  let quote = '';
  for (let at = start + 1; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '>') {
      const body = xml.slice(start + 1, at);
      const name = /^\/?([^\s/>]+)/.exec(body)?.[1] ?? '';
      const kind = body.startsWith('/') ? 'close' : body.endsWith('/') ? 'empty' : 'open';
      return { kind, name, start, end: at + 1 };
    }
  }
  return undefined;
}

function closingTag(xml: string, open: Tag): Tag | undefined {
  let depth = 1;
  let at = open.end;
  for (;;) {
    const tag = nextTag(xml, at);
    if (tag === undefined) return undefined;
    if (tag.kind === 'open') depth++;
    if (tag.kind === 'close') depth--;
    if (depth === 0) return tag;
    at = tag.end;
  }
}

function readAttributes(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of tag.matchAll(/\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const name = match[1];
    if (name !== undefined) attributes[name] = unescapeXml(match[2] ?? match[3] ?? '');
  }
  return attributes;
}
