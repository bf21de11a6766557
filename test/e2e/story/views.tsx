import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { AdoptionView } from '../../../src/taskpane/components/adoption/AdoptionView';
import { ControlView } from '../../../src/taskpane/components/control/ControlView';
import { DeadlinesView } from '../../../src/taskpane/components/deadlines/DeadlinesView';
import { DeskView } from '../../../src/taskpane/components/desk/DeskView';
import { DocumentsView } from '../../../src/taskpane/components/documents/DocumentsView';
import { RecordView } from '../../../src/taskpane/components/record/RecordView';
import { SettingsView } from '../../../src/taskpane/components/settings/SettingsView';
import { Themed } from '../../../src/taskpane/components/Themed';
import type { ViewProps } from '../../../src/taskpane/view';
import { fakeWorkbook } from './fakeUseCases';

/**
 * One view of the pane at a time, without the shell and without a workbook: `#control/many` shows the control in
 * that situation, `#control/many/enum` opened for that issue code.
 */

const [name = '', situation = '', focus = null] = decodeURIComponent(window.location.hash.slice(1)).split(
  '/',
);
const workbook = fakeWorkbook(situation);
Object.assign(window, { asked: workbook.asked });

const VIEWS: Readonly<Record<string, (props: ViewProps) => ReactElement>> = {
  adoption: AdoptionView,
  control: ControlView,
  deadlines: DeadlinesView,
  desk: DeskView,
  documents: DocumentsView,
  record: RecordView,
  settings: SettingsView,
};

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: '12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  nav: { marginBottom: '12px' },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

const Stage = (): ReactElement => {
  const styles = useStyles();
  const [report, setReport] = useState(workbook.report);
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState(name);
  const View = VIEWS[shown];
  if (View === undefined) throw new Error('no such view');
  return (
    <main className={styles.root}>
      <h1 className={styles.title}>{report.association}</h1>
      <nav className={styles.nav}>
        {Object.keys(VIEWS).map((each) => (
          <button
            key={each}
            type="button"
            onClick={() => {
              setShown(each);
            }}
          >
            {each}
          </button>
        ))}
      </nav>
      <View
        report={report}
        isBusy={isBusy}
        focus={focus}
        change={async (label, run) => {
          workbook.asked.push(label);
          setBusy(true);
          const next = await run(workbook.useCases, { onPhase: () => undefined });
          if (next !== null) setReport(next);
          setBusy(false);
          return true;
        }}
        propose={(command) => {
          workbook.asked.push(`propose ${command}`);
        }}
        ask={(question) => question(workbook.useCases)}
        canSave={situation !== 'mac'}
        goTo={(place) => {
          void workbook.useCases.goTo(place);
        }}
        open={setShown}
      />
    </main>
  );
};

const element = document.getElementById('root');
if (element === null) throw new Error('no #root');
createRoot(element).render(
  <Themed officeIsDark={() => undefined}>
    <Stage />
  </Themed>,
);
