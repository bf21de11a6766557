import { serialOf } from '../register/dates';
import { createCoordinator } from '../workbook/coordinator';
import { asUserFacing } from '../workbook/errors';
import type { RegisterRequest } from '../register/request';
import type { OnPhase, UseCases } from './contract';
import { type BuiltRegister, buildRegister, inspectRegister } from './register';

/** `Excel.run`, of the real library or of a host. */
export type RunExcel = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The user's day as a serial number: the calendar of the machine decides what «today» is. */
export function currentSerial(now = new Date()): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Builds or fills a register with a request of one's own; the answer names the cells behind each number. */
export const runBuild = (run: RunExcel, request: RegisterRequest, onPhase: OnPhase): Promise<BuiltRegister> =>
  asUserFacing(() => run((context) => buildRegister(context, request, onPhase)));

/**
 * The use cases over Excel. The pane and the ribbon share one instance, so that two changes never run at once.
 */
export function createUseCases(run: RunExcel, today: () => number = currentSerial): UseCases {
  const { change, look } = createCoordinator();
  const build: UseCases['createRegister'] = (onPhase) =>
    change(async () => (await runBuild(run, { currentDate: today() }, onPhase)).report);
  return {
    createRegister: build,
    fillIndicators: build,
    readReport: () =>
      look(() =>
        asUserFacing(async () => {
          const verified = await run((context) => inspectRegister(context, () => undefined));
          return verified?.report ?? null;
        }),
      ),
  };
}
