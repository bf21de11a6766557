import { CHANGES, COMPUTED_SETTING, NO_SUCH_SETTING } from '../messages/changes';
import { UserFacingError } from '../messages/errors';
import { listSentences, ruleSentences, type ListPreview, type RulePreview } from '../messages/preview';
import type { CellValue, Plan } from '../plan/action';
import { parseArea, type CellPlace } from '../register/addresses';
import { PASSPORT_FIELDS, type PassportKey } from '../register/fixedCells';
import { snapshotAfter } from '../register/carriedOut';
import { LISTS, type ListName } from '../register/lists';
import { cellAt, findSheet, listValues } from '../register/parse';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { RULE_CODES, findRegulation, ruleDefinition, type RuleCode } from '../regulations';
import { asUserFacing } from '../workbook/errors';
import { freshJudged, lastJudged, type Book } from './book';
import { changeBook } from './change';
import type { RuleReport, SettingsUseCases } from './contract';
import { judgeRegister, type JudgedRegister } from './judge';
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
      const judged = await freshJudged(book);
      const { snapshot } = judged;
      const { actions, foreseen } = planWhole(snapshot, changeTo(id), {
        structure: true,
        controlSheet: false,
      });
      if (actions.length === 0) return { isEmpty: true, sentences: foreseen, changes: [] };
      const after = judgeRegister(snapshotAfter(snapshot, actions), book.today());
      return {
        isEmpty: false,
        sentences: [
          ...foreseen,
          ...listSentences(listEdits(snapshot, after.snapshot)),
          ...ruleSentences(ruleEdits(settingsReport(judged).rules, settingsReport(after).rules)),
        ],
        changes: [],
      };
    },
    changeRegulation,
  };
}

/** Rules that say something else than before. */
const ruleEdits = (before: readonly RuleReport[], after: readonly RuleReport[]): readonly RulePreview[] =>
  after.flatMap(({ code, title, unit, value, clause }) => {
    const old = before.find((rule) => rule.code === code)?.value ?? '';
    return old === value ? [] : [{ title, unit, old, now: value, clause }];
  });

const LIST_NAMES = Object.keys(LISTS).filter((name): name is ListName => name in LISTS);

/** Lists that offer something else than before. */
const listEdits = (before: WorkbookSnapshot, after: WorkbookSnapshot): readonly ListPreview[] =>
  LIST_NAMES.flatMap((list) => {
    const [old, now] = [before, after].map((snapshot) => listValues(snapshot, list).map(String));
    const added = (now ?? []).filter((value) => old?.includes(value) === false);
    const removed = (old ?? []).filter((value) => now?.includes(value) === false);
    return added.length + removed.length === 0 ? [] : [{ list, added, removed }];
  });

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
