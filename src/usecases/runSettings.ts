import { readRules } from '../control/rules';
import type { Plan } from '../plan/action';
import { cellAddress } from '../register/addresses';
import { RULE_CELLS } from '../register/fixedCells';
import { todayAction } from '../register/layout/rules';
import { locateTables } from '../register/locate';
import { anchoredSheet, cellAt, parseRegister, passportCell, rulesSheet } from '../register/parse';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { findRegulation } from '../regulations';

/** School year and day of calculation asked for one run, typed into the cells of a register that stands. */
export function planRunSettings(
  snapshot: WorkbookSnapshot,
  { schoolYear, today }: Pick<RegisterRequest, 'schoolYear' | 'today'>,
): Plan {
  const passport = anchoredSheet(snapshot, 'Паспорт');
  const rules = rulesSheet(snapshot, locateTables(snapshot));
  const { row, column } = passportCell(snapshot, 'schoolYear');
  const clock = cellAt(rules, RULE_CELLS.today, 2);
  const isSameYear = schoolYear === undefined || cellAt(passport, row, column).value === schoolYear;
  const isSameDay = today === undefined || (clock.value === today && !clock.live);
  return [
    ...(passport === undefined || isSameYear
      ? []
      : [
          {
            kind: 'writeValues' as const,
            sheet: passport.name,
            address: cellAddress(row, column),
            values: [[schoolYear]],
          },
        ]),
    ...(rules === undefined || isSameDay ? [] : [todayAction(rules.name, today)]),
  ];
}

/** Whether a run asks for another regulation than the register follows. */
export const asksForAnother = (snapshot: WorkbookSnapshot, regulation: string | undefined): boolean =>
  regulation !== undefined &&
  readRules(parseRegister(snapshot)).regulation.id !== findRegulation(regulation)?.id;
