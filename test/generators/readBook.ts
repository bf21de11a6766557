import type { ExcelHost } from '../../src/host/host';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { readSnapshot } from '../../src/workbook/readSnapshot';

/** What the workbook holds now, formula columns as the host's engine computes them. */
export const readBook = (host: ExcelHost): Promise<WorkbookSnapshot> =>
  host.run(async (context) => (await readSnapshot(context, REGISTER_SCOPE)).snapshot);
