import { officeFailure } from './errors';

/** A conditional format of ours found on a sheet, by the mark in its formula. */
export interface OwnFlag {
  readonly sheet: string;
  readonly id: string;
  /** "": it was never given one. */
  readonly formula: string;
}

/**
 * Formulas of our conditional formats begin with `AND(N("рег:`: ours to replace. Only the text is looked for,
 * because an Excel that answers in its own language would say «И(Ч("рег:» (#2834 reports it of other members).
 *
 * A format that says nothing is ours too: a run that broke off between adding one and giving it its formula leaves it
 * behind, and nobody can make one by hand.
 */
const isOwn = (formula: string): boolean => /^=?\s*$|\(\s*"рег:/.test(formula);

/** Of a format that says nothing it is null, whatever the type says. */
const formulaOf = ({ rule }: Excel.CustomConditionalFormat): string => {
  const { formula }: { readonly formula: string | null } = rule;
  return formula ?? '';
};

/** The conditional formats of a sheet, asked for. */
export interface FlagReading {
  readonly sheet: string;
  readonly formats: Excel.ConditionalFormatCollection;
}

/** Asks for the conditional formats of a whole sheet. */
export function queueFlags(context: Excel.RequestContext, sheet: string): FlagReading {
  const formats = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return { sheet, formats };
}

/**
 * The conditional formats are asked last, because Excel is known to fail on some of the user's (#6827): what
 * stands before them in the batch has been answered by then. False: they have to be asked otherwise.
 */
export async function syncTolerating(context: Excel.RequestContext, hasFlags: boolean): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (hasFlags && isAboutFormats(error)) return false;
    throw error;
  }
}

const isAboutFormats = (error: unknown): boolean =>
  /conditionalformat/i.test(officeFailure(error)?.location ?? '');

/** Those of ours among the formats that came. */
export const ownFlags = ({ sheet, formats }: FlagReading): OwnFlag[] =>
  formats.items.flatMap((format) => {
    if (format.type !== 'Custom') return [];
    const formula = formulaOf(format.customOrNullObject);
    return isOwn(formula) ? [{ sheet, id: format.id, formula }] : [];
  });

/** The kinds first, then the formulas of the custom ones alone: two more trips, only after a failure. */
export async function readFlagsOneByOne(
  context: Excel.RequestContext,
  flags: readonly FlagReading[],
): Promise<OwnFlag[]> {
  for (const { formats } of flags) formats.load('items/id,items/type');
  await context.sync();
  const custom = flags.flatMap(({ sheet, formats }) =>
    formats.items.filter(({ type }) => type === 'Custom').map((format) => ({ sheet, format })),
  );
  for (const { format } of custom) format.custom.rule.load('formula');
  await context.sync();
  return custom.flatMap(({ sheet, format }) => {
    const formula = formulaOf(format.custom);
    return isOwn(formula) ? [{ sheet, id: format.id, formula }] : [];
  });
}
