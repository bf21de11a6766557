import { CHANGES, COMPUTED_SETTING, NO_SUCH_SETTING } from '../messages/changes';
import { UserFacingError } from '../messages/errors';
import type { CellValue, Plan } from '../plan/action';
import { parseArea, type CellPlace } from '../register/addresses';
import { PASSPORT_FIELDS, type PassportKey } from '../register/fixedCells';
import { cellAt, findSheet } from '../register/parse';
import type { RegisterRequest } from '../register/request';
import { RULE_CODES, findRegulation, ruleDefinition, type RuleCode } from '../regulations';
import { asUserFacing } from '../workbook/errors';
import { freshJudged, lastJudged, type Book } from './book';
import { changeBook } from './change';
import type { SettingsUseCases } from './contract';
import type { JudgedRegister } from './judge';
import { buildRegister, planWhole } from './register';
import { passportPlace, passportValue, ruleValueTyped, settingsReport } from './settingsReport';

/** The setting has no cell in this workbook. */
export class NoSuchSettingError extends UserFacingError {
  constructor() {
    super(NO_SUCH_SETTING.sentence, NO_SUCH_SETTING.remedy);
  }
}

/** The field of the passport is counted by a formula. */
export class ComputedSettingError extends UserFacingError {
  constructor() {
    super(COMPUTED_SETTING.sentence, COMPUTED_SETTING.remedy);
  }
}

/** The passport and the rules from the pane, and the change of the regulation. */
export function settingsUseCases(book: Book): SettingsUseCases {
  const changeTo = (id: string): RegisterRequest => ({ currentDate: book.today(), changeRegulation: id });
  const changeRegulation: SettingsUseCases['changeRegulation'] = (id, work) =>
    book.change(() =>
      asUserFacing(async () => {
        const built = await book.run((context) =>
          buildRegister(
            context,
            book,
            changeTo(id),
            work,
            CHANGES.regulation(findRegulation(id)?.name ?? id),
          ),
        );
        return built.report;
      }),
    );
  return {
    readSettings: async () => settingsReport(await lastJudged(book)),
    setPassport: (key, value, work) =>
      key === 'regulation'
        ? changeRegulation(value, work)
        : changeBook(book, work, (judged) => {
            const place = passportPlace(judged, key);
            if (place === null) throw new NoSuchSettingError();
            if (isComputed(judged, place)) throw new ComputedSettingError();
            return {
              actions: typed(place, passportValue(key, value)),
              words: CHANGES.passport(labelOf(key)),
            };
          }),
    setRule: (code, value, work) =>
      changeBook(book, work, ({ rules }) => {
        const place = isRule(code) ? rules.place(code) : null;
        if (place === null || !isRule(code)) throw new NoSuchSettingError();
        return {
          actions: typed(place, ruleValueTyped(code, value)),
          words: CHANGES.rule(ruleDefinition(code).title),
        };
      }),
    previewRegulation: async (id) => {
      const { snapshot } = await freshJudged(book);
      const { actions, foreseen } = planWhole(snapshot, changeTo(id), {
        structure: true,
        controlSheet: false,
      });
      return { isEmpty: actions.length === 0, sentences: foreseen, changes: [] };
    },
    changeRegulation,
  };
}

const labelOf = (key: PassportKey): string =>
  PASSPORT_FIELDS.find((field) => field.key === key)?.label ?? key;

const isRule = (code: string): code is RuleCode => RULE_CODES.some((each) => each === code);

const typed = ({ sheet, cell }: CellPlace, value: CellValue): Plan => [
  { kind: 'writeValues', sheet, address: cell, values: [[value]] },
];

function isComputed({ snapshot }: JudgedRegister, { sheet, cell }: CellPlace): boolean {
  const area = parseArea(cell);
  return area !== null && cellAt(findSheet(snapshot, sheet), area.top, area.left).live;
}
