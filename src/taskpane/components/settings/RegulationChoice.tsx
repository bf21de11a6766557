import { Button, mergeClasses } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { settingsWords as words } from '../../../messages/pane/settings';
import type { SettingsReport } from '../../../usecases/contract';
import { regulationName } from '../../settingsView';
import type { ViewProps } from '../../view';
import { useAnswer } from '../asking';
import { ChangeList } from '../ChangeList';
import { Chips } from '../fields/Chips';
import { Sentences } from '../Sentences';
import { useViewStyles } from '../viewStyles';

/** What becomes of the register as a whole; rule after rule is folded. */
const SHOWN_AT_FIRST = 6;

interface RegulationChoiceProps {
  readonly settings: SettingsReport;
  readonly isBusy: boolean;
  readonly ask: ViewProps['ask'];
  readonly change: ViewProps['change'];
}

/** The regulation applied, and what another one would change before it is chosen. */
export const RegulationChoice = (props: RegulationChoiceProps): ReactElement => {
  const { settings, isBusy, ask, change } = props;
  const view = useViewStyles();
  const [wanted, setWanted] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = wanted ?? settings.regulation;
  const isOther = chosen !== settings.regulation;
  const answer = useAnswer(
    async () =>
      isOther
        ? ask(async (useCases) => ({ id: chosen, preview: await useCases.previewRegulation(chosen) }))
        : null,
    chosen,
  );
  const preview = answer !== null && answer.id === chosen ? answer.preview : null;
  const name = regulationName(settings, chosen);

  const leave = () => {
    setWanted(null);
    heading.current?.focus();
  };
  const apply = async () => {
    const isChanged = await change(words.changing, (useCases, work) =>
      useCases.changeRegulation(chosen, work),
    );
    if (isChanged) leave();
  };

  return (
    <section className={view.section} aria-labelledby="settings-regulation">
      <h3
        ref={heading}
        id="settings-regulation"
        className={mergeClasses(view.subtitle, view.focusable)}
        tabIndex={-1}
      >
        {words.regulation}
      </h3>
      <p className={view.text}>{words.current(regulationName(settings, settings.regulation))}</p>
      <p className={view.quiet}>{words.regulationAbout}</p>
      <Chips
        legend={words.choose}
        name="settings-regulation"
        value={chosen}
        choices={settings.regulations.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={setWanted}
      />
      {isOther && (
        <div className={view.panel} role="group" aria-label={words.dryRun(name)}>
          <p className={view.strong}>{words.dryRun(name)}</p>
          <div role="status" className={view.section}>
            {preview === null && <p className={view.text}>{words.reckoning}</p>}
            {preview?.isEmpty === true && <p className={view.text}>{words.nothing}</p>}
            {preview !== null && <Sentences sentences={preview.sentences} shownAtFirst={SHOWN_AT_FIRST} />}
          </div>
          {preview !== null && preview.changes.length > 0 && <ChangeList changes={preview.changes} />}
          <div className={view.row}>
            <Button
              appearance="primary"
              disabledFocusable={isBusy || preview === null}
              onClick={() => {
                void apply();
              }}
            >
              {words.change}
            </Button>
            <Button onClick={leave}>{words.keep}</Button>
          </div>
        </div>
      )}
    </section>
  );
};
