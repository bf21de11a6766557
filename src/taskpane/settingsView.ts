import { settingsWords as words } from '../messages/pane/settings';
import type { RuleReport, SettingsReport } from '../usecases/contract';
import { showDay } from './days';
import { searched } from './text';

/** How a value is typed. */
export type SettingKind = 'text' | 'date' | 'choice';

export type PassportField = SettingsReport['passport'][number];

/** One field of the passport as the settings show it. */
export interface PassportLine {
  readonly key: PassportField['key'];
  readonly label: string;
  readonly kind: SettingKind;
  /** As it is typed; a day is "2026-05-12". */
  readonly value: string;
  /** As it is read: «12.05.2026», «не указано». */
  readonly shown: string;
  readonly trouble: string;
  readonly isComputed: boolean;
  readonly choices: readonly string[];
}

/** The fields of the passport but the regulation, which has a place of its own. */
export const viewPassport = ({ passport }: SettingsReport): readonly PassportLine[] =>
  passport
    .filter(({ key }) => key !== 'regulation')
    .map(({ key, label, value, isRequired, isComputed, isDate, choices }) => ({
      key,
      label,
      kind: isDate ? 'date' : choices.length > 0 ? 'choice' : 'text',
      value,
      shown: value === '' ? words.empty : isDate ? showDay(value) : value,
      trouble: isRequired && value === '' ? words.required : '',
      isComputed,
      choices,
    }));

/** One rule as the settings show it. */
export interface RuleLine {
  readonly rule: RuleReport;
  readonly kind: SettingKind;
  /** «4 заседания», «не установлено». */
  readonly shown: string;
}

/** Rules to be looked at first, those in force, and those nobody has set. */
export interface RuleGroups {
  readonly troubled: readonly RuleLine[];
  readonly set: readonly RuleLine[];
  readonly unset: readonly RuleLine[];
}

/** Units that say what may be typed rather than what is counted. */
const MEASURES = ['дата', 'день и месяц', 'дни и месяцы'];

const shownRule = ({ value, unit }: RuleReport): string => {
  if (value === '') return words.notSet;
  return unit === '' || MEASURES.includes(unit) ? value : `${value} (${unit})`;
};

/** The rules in which every word of the query occurs, by how they stand. */
export function viewRules(rules: readonly RuleReport[], query: string): RuleGroups {
  const wanted = searched(query).split(' ');
  const lines = rules
    .filter(({ title, value, clause, explanation }) => {
      const text = searched([title, value, clause, explanation].join(' '));
      return wanted.every((word) => text.includes(word));
    })
    .map((rule): RuleLine => ({
      rule,
      kind: rule.choices.length > 0 ? 'choice' : 'text',
      shown: shownRule(rule),
    }));
  const calm = lines.filter(({ rule }) => rule.trouble === '');
  return {
    troubled: lines.filter(({ rule }) => rule.trouble !== ''),
    set: calm.filter(({ rule }) => rule.value !== ''),
    unset: calm.filter(({ rule }) => rule.value === ''),
  };
}

/** Name of the regulation applied; its id where the list does not know it. */
export const regulationName = ({ regulations }: SettingsReport, id: string): string =>
  regulations.find((each) => each.id === id)?.name ?? id;
