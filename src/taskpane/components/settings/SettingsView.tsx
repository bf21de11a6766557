import { SearchBox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { settingsWords as words } from '../../../messages/pane/settings';
import type { RuleReport } from '../../../usecases/contract';
import { viewPassport, viewRules } from '../../settingsView';
import type { RuleLine } from '../../settingsView';
import type { ViewProps } from '../../view';
import { useAnswer } from '../asking';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { RegulationChoice } from './RegulationChoice';
import { Setting } from './Setting';

const useStyles = makeStyles({
  group: { margin: '4px 0 0', fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  toggle: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    minHeight: '36px',
    padding: '7px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
});

interface RuleSettingProps extends Pick<ViewProps, 'isBusy' | 'goTo'> {
  readonly line: RuleLine;
  readonly onSave: (rule: RuleReport, value: string) => Promise<boolean>;
}

const RuleSetting = ({ line, isBusy, goTo, onSave }: RuleSettingProps): ReactElement => {
  const { rule, kind, shown } = line;
  const { place } = rule;
  return (
    <Setting
      label={rule.title}
      kind={kind}
      value={rule.value}
      shown={shown}
      choices={rule.choices}
      fieldLabel={words.withUnit(words.value, rule.unit)}
      details={[
        ...(rule.explanation === '' ? [] : [rule.explanation]),
        ...(rule.clause === '' || rule.clause === words.notSet ? [] : [words.clause(rule.clause)]),
      ]}
      trouble={rule.trouble}
      canBeEdited={place !== null}
      isBusy={isBusy}
      onShow={
        place === null
          ? null
          : () => {
              goTo(place);
            }
      }
      onSave={(value) => onSave(rule, value)}
    />
  );
};

interface FoldedProps {
  readonly name: string;
  readonly isEmpty: boolean;
  /** What is searched for is not hidden. */
  readonly isSearching: boolean;
  readonly children: () => ReactNode;
}

/** Many rules under one name, shown on request. */
const Folded = ({ name, isEmpty, isSearching, children }: FoldedProps): ReactElement | null => {
  const view = useViewStyles();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || isSearching;
  if (isEmpty) return null;
  return (
    <>
      <h4 className={styles.group}>
        <button
          type="button"
          className={mergeClasses(styles.toggle, view.focusable)}
          aria-expanded={isShown}
          onClick={() => {
            setOpen(!isShown);
          }}
        >
          <Mark shape={isShown ? 'down' : 'open'} />
          {name}
        </button>
      </h4>
      {isShown && children()}
    </>
  );
};

/** The passport, the regulation and every rule that is applied, with its clause; each changed where it stands. */
export const SettingsView = ({ report, isBusy, change, ask, goTo }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const settings = useAnswer(() => ask((useCases) => useCases.readSettings()), report);
  const [query, setQuery] = useState('');

  const heading = (
    <h2 id="settings-heading" className={view.title}>
      {words.heading}
    </h2>
  );
  if (settings === null) {
    return (
      <section className={view.view} aria-labelledby="settings-heading">
        {heading}
        <p className={view.text}>{words.reading}</p>
      </section>
    );
  }

  const { troubled, set, unset } = viewRules(settings.rules, query);
  const isSearching = query.trim() !== '';
  const saveRule = ({ code }: RuleReport, value: string) =>
    change(words.saving, (useCases, work) => useCases.setRule(code, value, work));
  const ruleList = (lines: readonly RuleLine[]) => (
    <ul className={view.list}>
      {lines.map((line) => (
        <RuleSetting key={line.rule.code} line={line} isBusy={isBusy} goTo={goTo} onSave={saveRule} />
      ))}
    </ul>
  );

  return (
    <section className={view.view} aria-labelledby="settings-heading">
      {heading}
      <RegulationChoice settings={settings} isBusy={isBusy} ask={ask} change={change} />
      <section className={view.section} aria-labelledby="settings-passport">
        <h3 id="settings-passport" className={view.subtitle}>
          {words.passport}
        </h3>
        <ul className={view.list}>
          {viewPassport(settings).map(({ key, label, kind, value, shown, choices, trouble, isComputed }) => (
            <Setting
              key={key}
              label={label}
              kind={kind}
              value={value}
              shown={shown}
              choices={choices}
              fieldLabel={label}
              details={isComputed ? [words.computed] : []}
              trouble={trouble}
              canBeEdited={!isComputed}
              isBusy={isBusy}
              onShow={null}
              onSave={(next) =>
                change(words.saving, (useCases, work) => useCases.setPassport(key, next, work))
              }
            />
          ))}
        </ul>
      </section>
      <section className={view.section} aria-labelledby="settings-rules">
        <h3 id="settings-rules" className={view.subtitle}>
          {words.rules}
        </h3>
        <p className={view.quiet}>{words.rulesAbout}</p>
        <SearchBox
          value={query}
          placeholder={words.search}
          aria-label={words.search}
          dismiss={{ 'aria-label': words.clearSearch }}
          style={{ maxWidth: 'none' }}
          onChange={(_, { value }) => {
            setQuery(value);
          }}
        />
        <p role="status" className={mergeClasses(view.quiet, view.speaking)}>
          {isSearching ? words.found(troubled.length + set.length + unset.length) : ''}
        </p>
        {troubled.length > 0 && (
          <>
            <h4 className={styles.group}>{words.troubled}</h4>
            {ruleList(troubled)}
          </>
        )}
        <Folded name={words.set(set.length)} isEmpty={set.length === 0} isSearching={isSearching}>
          {() => ruleList(set)}
        </Folded>
        <Folded name={words.unset(unset.length)} isEmpty={unset.length === 0} isSearching={isSearching}>
          {() => ruleList(unset)}
        </Folded>
      </section>
    </section>
  );
};
