import {
  Button,
  Field,
  FluentProvider,
  Image,
  Textarea,
  makeStyles,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * What Microsoft's template of a task pane (OfficeDev/Office-Addin-TaskPane-React) shows before anybody has added
 * anything: a picture, a greeting, three lines with icons, a field and a button, shown once Office is ready. The same
 * parts of the same libraries, without the template's polyfills and style sheets from the network.
 */

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  head: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    paddingBottom: '30px',
    paddingTop: '100px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  greeting: {
    fontSize: tokens.fontSizeHero900,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForegroundStaticInverted,
  },
  list: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  item: { display: 'flex', alignItems: 'center', columnGap: '10px', paddingBottom: '20px' },
  insertion: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  field: { maxWidth: '50%', margin: '30px 20px 20px' },
  prompt: { fontWeight: tokens.fontWeightSemibold, marginTop: '20px', marginBottom: '10px' },
});

const ITEMS = [
  { icon: <Ribbon24Regular />, text: 'First line of an empty pane' },
  { icon: <LockOpen24Regular />, text: 'Second line of an empty pane' },
  { icon: <DesignIdeas24Regular />, text: 'Third line of an empty pane' },
] as const;

const App = (): ReactElement => {
  const styles = useStyles();
  const [text, setText] = useState('Text');
  const insert = async (): Promise<void> => {
    await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.values = [[text]];
      range.format.autofitColumns();
      await context.sync();
    });
  };
  return (
    <div className={styles.root}>
      <section className={styles.head}>
        <Image width="90" height="90" src="assets/mark-80.png" alt="Pane" />
        <h1 className={styles.greeting}>Welcome</h1>
      </section>
      <div className={styles.list}>
        <h2>An empty pane</h2>
        <ul>
          {ITEMS.map((item) => (
            <li key={item.text} className={styles.item}>
              {item.icon}
              <span>{item.text}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.insertion}>
        <Field className={styles.field} size="large" label="Text for the workbook">
          <Textarea
            size="large"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        </Field>
        <Field className={styles.prompt}>Press the button.</Field>
        <Button
          appearance="primary"
          size="large"
          onClick={() => {
            void insert();
          }}
        >
          Insert
        </Button>
      </div>
    </div>
  );
};

const container = document.getElementById('container');
if (container === null) throw new Error('The page has no container.');
const root = createRoot(container);
void Office.onReady(() => {
  root.render(
    <FluentProvider theme={webLightTheme}>
      <App />
    </FluentProvider>,
  );
});
