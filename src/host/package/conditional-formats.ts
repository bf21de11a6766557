import { attributesText, childrenOf } from '../xml';
import { readElements, type SheetXml } from './sheet-xml';

/**
 * Conditional formats of a sheet in two heaps: rules ExcelJS reads and writes whole (formula and cell
 * comparison), and the rest, which it drops or cuts short («повторяющиеся», data bars with their 2010 half,
 * …) and which therefore are carried as they were.
 */
export interface SplitFormats {
  /** `<conditionalFormatting>` elements for ExcelJS. */
  readonly modelled: string[];
  readonly carried: string[];
  /** Priorities of modelled rules with «stop if true», which ExcelJS does not read. */
  readonly stopping: Set<number>;
}

export function splitConditionalFormats(sheet: SheetXml): SplitFormats {
  const modelled: string[] = [];
  const carried: string[] = [];
  const stopping = new Set<number>();
  for (const format of readElements(sheet, 'conditionalFormatting')) {
    const ours: string[] = [];
    const others: string[] = [];
    for (const rule of childrenOf(format.inner)) {
      if (rule.name !== 'cfRule') continue;
      const { type, stopIfTrue, priority } = rule.attributes;
      const simple =
        (type === 'expression' || type === 'cellIs') &&
        childrenOf(rule.inner).every((child) => child.name === 'formula') &&
        childrenOf(rule.inner).length > 0;
      if (!simple || format.attributes['pivot'] === '1') {
        others.push(rule.outer);
        continue;
      }
      ours.push(rule.outer);
      if (stopIfTrue === '1' || stopIfTrue === 'true') stopping.add(Number(priority));
    }
    const open = `<conditionalFormatting${attributesText(format.attributes)}>`;
    if (ours.length > 0) modelled.push(`${open}${ours.join('')}</conditionalFormatting>`);
    if (others.length > 0) carried.push(`${open}${others.join('')}</conditionalFormatting>`);
  }
  return { modelled, carried, stopping };
}
