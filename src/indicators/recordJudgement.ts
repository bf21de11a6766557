import type { CellValue } from '../plan/action';
import { parseArea } from '../register/addresses';
import { withRow } from '../register/drafts';
import type { Register } from '../register/register';
import type { RecordTable } from './appendix';
import { evaluateIndicators, recordAccounts } from './evaluate';

/** What a record that is not written yet would come to in the appendix. */
export interface DraftJudgement {
  /** Numbers of the rows it would enter, in form order. */
  readonly indicators: readonly string[];
  /** Why it enters none, in the words of «Учёт»; "" when it enters one, or when nothing has been typed. */
  readonly reason: string;
}

/** Tables whose rows are counted by the form one by one. */
export type CountedTable = RecordTable | 'Мероприятия';

/** Asked of the engine itself: the register is evaluated with the record as its last row. */
export function judgeDraft(
  register: Register,
  name: CountedTable,
  draft: Readonly<Record<string, CellValue>>,
): DraftJudgement {
  const standing = register.tables[name];
  if (standing === undefined) return { indicators: [], reason: '' };
  const drafted = withRow(register, name, null, draft);
  const row = standing.firstRow + standing.rows.length;
  const isDraft = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): boolean =>
    sheet === standing.sheet && parseArea(cell)?.top === row;
  const results = evaluateIndicators(drafted);
  const indicators = results.flatMap(({ no, evidence }) => (evidence.some(isDraft) ? [no] : []));
  if (indicators.length > 0) return { indicators, reason: '' };
  const excluded = results.flatMap((result) => result.excluded.find(({ place }) => isDraft(place)) ?? []);
  const reason =
    name === 'Мероприятия'
      ? (excluded[0]?.reason ?? '')
      : (recordAccounts(name, drafted).at(-1)?.words ?? '');
  return { indicators, reason };
}
