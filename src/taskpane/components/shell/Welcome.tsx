import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  create: { alignSelf: 'stretch' },
});

interface WelcomeProps {
  readonly isBusy: boolean;
  readonly onCreate: () => void;
  readonly onAdopt: () => void;
  readonly onJoin: () => void;
}

/** A workbook that is not a register yet: an empty register, or one made of what the user has, and what comes of it. */
export const Welcome = ({ isBusy, onCreate, onAdopt, onJoin }: WelcomeProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { heading, text, adopt, join, steps } = words.notRegister;
  return (
    <section className={view.view} aria-labelledby="welcome-heading">
      <h2 id="welcome-heading" className={view.title}>
        {heading}
      </h2>
      <p className={view.text}>{text}</p>
      <Button
        className={styles.create}
        appearance="primary"
        size="large"
        disabledFocusable={isBusy}
        onClick={onCreate}
      >
        {words.actions.createRegister}
      </Button>
      <p className={view.text}>{adopt.text}</p>
      <Button className={styles.create} size="large" disabledFocusable={isBusy} onClick={onAdopt}>
        {adopt.action}
      </Button>
      <h3 className={view.subtitle}>{steps.heading}</h3>
      <ol className={styles.steps}>
        {steps.list.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={view.quiet}>
        {join.text}{' '}
        <Link as="button" inline disabledFocusable={isBusy} onClick={onJoin}>
          {join.action}
        </Link>
      </p>
    </section>
  );
};
