import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { APPENDIX_COLUMNS, APPENDIX_HEADER_ROW, RULE_CELLS } from '../../src/register/fixedCells';
import type { ParameterCode } from '../../src/regulations';
import { runBuild } from '../../src/usecases/office';
import type { GeneratedRegister } from './registers';

export { readBook } from './readBook';

/** The generated input tables as an .xlsx, as a methodist would bring it. */
export const inputBytes = ({ tables }: GeneratedRegister): Promise<Uint8Array> => writeInputBook(tables);

const PARAMETERS: readonly ParameterCode[] = [
  'participantResult',
  'contestResult',
  'testMaterials',
  'methodistTitles',
];

/**
 * Builds the register around the generated tables in a host, then types the parameters and confirmations
 * into its cells as the methodist would. The caller disposes of the host.
 */
export async function buildRegisterBook(generated: GeneratedRegister): Promise<ExcelHost> {
  const host = await openHost(await inputBytes(generated));
  const { today, schoolYear, confirmations, parameters } = generated;
  const request = { schoolYear, today, currentDate: Math.floor(today) };
  await runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });
  await host.run(async (context) => {
    const rules = context.workbook.worksheets.getItem('Правила');
    for (const code of PARAMETERS) {
      rules.getCell(RULE_CELLS[code] - 1, 1).values = [[parameters[code]]];
    }
    const form = context.workbook.worksheets.getItem('Приложение');
    const numbers = form.getRange('A1:A120').load('values');
    await context.sync();
    numbers.values.forEach(([no], row) => {
      const confirmation = confirmations.find((each) => each.no === String(no));
      if (confirmation === undefined || row < APPENDIX_HEADER_ROW) return;
      form.getCell(row, APPENDIX_COLUMNS.confirmed - 1).values = [[confirmation.mark]];
    });
    await context.sync();
  });
  return host;
}
