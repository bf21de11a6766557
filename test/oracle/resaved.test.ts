import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { RegisterRequest } from '../../src/register/request';
import { runBuild } from '../../src/usecases/office';
import { TODAY } from '../register/snapshots';
import { userBook } from '../register/userBook';
import { requireLibreOffice, resave } from './libreOffice';

/** A department opens the register in LibreOffice and saves it; the methodist opens it in Excel again. */

const build = (host: ExcelHost, request: RegisterRequest) =>
  runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });

beforeAll(requireLibreOffice);

it('a register that LibreOffice has saved is whole after one run, and needs none after that', async () => {
  const host = await openHost(await userBook());
  const built = await build(host, { today: TODAY, currentDate: TODAY });
  const [saved = new Uint8Array()] = await resave([await host.save()]);
  host.dispose();

  const reopened = await openHost(saved);
  try {
    const again = await build(reopened, { currentDate: TODAY });
    expect(again.report.rows.map(({ no, value, state }) => [no, value, state])).toEqual(
      built.report.rows.map(({ no, value, state }) => [no, value, state]),
    );
    expect(again.report.agreement).toEqual({ agreed: 55, total: 55 });
    expect((await build(reopened, { currentDate: TODAY })).actions).toBe(0);
    expect(again.actions).toBe(0);
  } finally {
    reopened.dispose();
  }
}, 300_000);
