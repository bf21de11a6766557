import { childOf, childrenOf, rootOf } from '../xml';
import { hasPart, relationshipsOf, textPart, type Parts, type Relationship } from './archive';

/**
 * What of a file this host cannot keep, in words for the user. Nothing is lost in silence: whoever saves
 * over such a file is shown this list first.
 */

/** Losses that concern the whole workbook. */
export function bookLosses(parts: Parts, relationships: readonly Relationship[]): string[] {
  const kinds = new Set(relationships.map((relationship) => relationship.kind));
  const has = (prefix: string): boolean => [...parts.keys()].some((path) => path.startsWith(prefix));
  const losses: string[] = [];
  const note = (present: boolean, words: string): void => {
    if (present) losses.push(words);
  };
  note(kinds.has('vbaProject'), 'макросы');
  note(kinds.has('externalLink'), 'связи с другими книгами');
  note(kinds.has('connections') || has('xl/queryTables/'), 'подключения к внешним данным');
  note(kinds.has('pivotCacheDefinition'), 'данные сводных таблиц');
  note(kinds.has('sheetMetadata'), 'динамические массивы (останутся обычными формулами массива)');
  note(has('xl/richData/'), 'связанные типы данных');
  note(has('customXml/') || kinds.has('customXml'), 'XML-данные, вложенные в книгу');
  note(hasPart(parts, 'docProps/custom.xml'), 'дополнительные свойства документа');
  note(has('_xmlsignatures/'), 'цифровая подпись');
  note(namedStyles(parts) > 1, 'именованные стили ячеек (вид ячеек сохранится)');
  return losses;
}

/** Losses on one worksheet, each ending with its name. */
export function sheetLosses(
  parts: Parts,
  sheet: string,
  relationships: readonly Relationship[],
  hasHeaderPictures: boolean,
): string[] {
  const kinds = new Set(relationships.map((relationship) => relationship.kind));
  const drawing = relationships.find((relationship) => relationship.kind === 'drawing');
  const drawn =
    drawing === undefined || !hasPart(parts, drawing.target) ? [] : drawnThings(parts, drawing.target);
  const losses: string[] = [];
  const note = (present: boolean, words: string): void => {
    if (present) losses.push(`${words} на листе «${sheet}»`);
  };
  note(drawn.includes('graphicFrame'), 'диаграммы');
  note(drawn.includes('sp') || drawn.includes('cxnSp') || drawn.includes('grpSp'), 'фигуры и надписи');
  note(drawn.includes('AlternateContent'), 'новые рисованные объекты');
  note(kinds.has('pivotTable'), 'сводные таблицы');
  note(kinds.has('slicer'), 'срезы');
  note(kinds.has('timeline'), 'временные шкалы');
  note(kinds.has('threadedComment'), 'обсуждения (их текст останется в примечаниях)');
  note(
    kinds.has('control') || kinds.has('ctrlProp') || kinds.has('oleObject') || kinds.has('package'),
    'элементы управления и вложенные объекты',
  );
  note(hasHeaderPictures, 'рисунки в колонтитулах');
  return losses;
}

/** Kinds of things anchored in a drawing, by local name ("pic", "graphicFrame", "sp" …). */
export function drawnThings(parts: Parts, path: string): string[] {
  const root = rootOf(textPart(parts, path));
  if (root === undefined) return [];
  return childrenOf(root.inner).flatMap((anchor) =>
    localName(anchor.name) === 'AlternateContent'
      ? ['AlternateContent']
      : childrenOf(anchor.inner).map((child) => localName(child.name)),
  );
}

/** Whether an anchor of a drawing holds a picture: the only drawn thing that is kept. */
export function isPictureAnchor(anchorInner: string): boolean {
  return childrenOf(anchorInner).some((child) => localName(child.name) === 'pic');
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function namedStyles(parts: Parts): number {
  const workbookRelationships = relationshipsOf(parts, 'xl/workbook.xml');
  const styles = workbookRelationships.find((relationship) => relationship.kind === 'styles');
  if (styles === undefined || !hasPart(parts, styles.target)) return 0;
  const root = rootOf(textPart(parts, styles.target));
  return root === undefined ? 0 : childrenOf(childOf(root.inner, 'cellStyles')?.inner ?? '').length;
}
