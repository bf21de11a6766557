import type { Area } from '../register/addresses';
import { asUserFacing } from './errors';
import { areasOf } from './ranges';

/** What has been changed, as Excel tells of it. */
export interface Edit {
  readonly what: 'cells' | 'sheet added' | 'sheet deleted';
  /** As `WorkbookReading.sheetIds` has it. */
  readonly sheetId: string;
  /** Null: more than what stands in cells. */
  readonly areas: readonly Area[] | null;
  /** By a co-author. */
  readonly isRemote: boolean;
  /** By this add-in; Excel does not say so of sheets. */
  readonly isOwn: boolean;
}

/**
 * Tells every change of cells from now on; resolves to the way to stop. Formulas that calculate anew are no change.
 *
 * @throws UserFacingError for whatever Excel refuses.
 */
export function listenToEdits(
  run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>,
  onEdit: (edit: Edit) => void,
): Promise<() => Promise<void>> {
  return asUserFacing(async () => {
    const added = await run(async (context) => {
      const { worksheets } = context.workbook;
      const tell = (edit: Edit): Promise<void> => {
        onEdit(edit);
        return Promise.resolve();
      };
      const handlers = [
        worksheets.onChanged.add((event) => tell(editOf(event))),
        worksheets.onAdded.add((event) => tell(sheetEdit('sheet added', event))),
        worksheets.onDeleted.add((event) => tell(sheetEdit('sheet deleted', event))),
      ];
      await context.sync();
      return { context, handlers };
    });
    return () =>
      asUserFacing(async () => {
        for (const handler of added.handlers) handler.remove();
        await added.context.sync();
      });
  });
}

/** What was edited in one place only; an address that is no plain one is taken for a change of structure. */
function editOf({
  worksheetId,
  address,
  changeType,
  source,
  triggerSource,
}: Excel.WorksheetChangedEventArgs): Edit {
  const areas = changeType === 'RangeEdited' ? areasOf(address) : [];
  return {
    what: 'cells',
    sheetId: worksheetId,
    areas: areas.length === 0 ? null : areas,
    isRemote: source === 'Remote',
    isOwn: triggerSource === 'ThisLocalAddin',
  };
}

const sheetEdit = (
  what: 'sheet added' | 'sheet deleted',
  { worksheetId, source }: { readonly worksheetId: string; readonly source: string },
): Edit => ({ what, sheetId: worksheetId, areas: null, isRemote: source === 'Remote', isOwn: false });
