import {
  Button,
  Link,
  Radio,
  RadioGroup,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { departmentWords as words } from '../../../messages/pane/department';
import { documentsPaneWords } from '../../../messages/pane/documents';
import type { DepartmentCopyFile } from '../../../usecases/contract';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import { Sentences } from '../Sentences';
import { useViewStyles } from '../viewStyles';
import { HandedNotice } from './HandedNotice';
import { useFile } from './made';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  label: { display: 'flex', flexDirection: 'column' },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface LineProps {
  readonly isGood: boolean;
  readonly children: ReactNode;
}

const Line = ({ isGood, children }: LineProps): ReactElement => {
  const view = useViewStyles();
  return (
    <p className={mergeClasses(view.text, isGood ? view.good : view.warning)}>
      <Mark shape={isGood ? 'check' : 'attention'} /> {children}
    </p>
  );
};

/** How the register stands before it is sent; whatever is wrong, it can be sent. */
const Before = ({ report, open }: Pick<ViewProps, 'report' | 'open'>): ReactElement => {
  const view = useViewStyles();
  const { control, agreement } = report;
  const { rowsWithValue, rows, percent } = control.readiness;
  const errors = control.issues.filter(({ severity }) => severity === 'error').length;
  return (
    <section className={view.panel} aria-labelledby="before-sending">
      <h3 id="before-sending" className={view.subtitle}>
        {words.before}
      </h3>
      <Line isGood={percent === 100}>{words.readiness(rowsWithValue, rows, percent)}</Line>
      <Line isGood={agreement.agreed === agreement.total}>
        {words.agreement(agreement.agreed, agreement.total)}
      </Line>
      <Line isGood={errors === 0}>{errors === 0 ? words.noErrors : words.errors(errors)}</Line>
      {errors > 0 && <p className={view.text}>{words.anyway}</p>}
      <div className={view.row}>
        {errors > 0 && (
          <Link
            as="button"
            inline
            onClick={() => {
              open('control');
            }}
          >
            {words.openControl}
          </Link>
        )}
        {percent < 100 && (
          <Link
            as="button"
            inline
            onClick={() => {
              open('indicators', 'attention');
            }}
          >
            {words.openIndicators}
          </Link>
        )}
      </div>
    </section>
  );
};

/** What goes to the department and what does not; the copy is made here and sent by the methodist. */
export const DepartmentPart = (props: ViewProps): ReactElement => {
  const { report, isBusy, ask, open, canSave } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const [isAnonymous, setAnonymous] = useState(false);
  const files = useFile<DepartmentCopyFile>({ ask, canSave });
  const who = useId();
  const { handed } = files;
  const label = (name: string, note: string) => (
    <span className={styles.label}>
      {name}
      <span className={styles.note}>{note}</span>
    </span>
  );
  return (
    <>
      <p className={view.quiet}>{words.intro}</p>
      <Before report={report} open={open} />
      <section className={view.section} aria-labelledby={who}>
        <h3 id={who} className={view.subtitle}>
          {words.who}
        </h3>
        <RadioGroup
          aria-labelledby={who}
          value={isAnonymous ? 'anonymous' : 'named'}
          onChange={(_, { value }) => {
            setAnonymous(value === 'anonymous');
          }}
        >
          <Radio value="named" label={label(words.named, words.namedNote)} />
          <Radio value="anonymous" label={label(words.anonymous, words.anonymousNote)} />
        </RadioGroup>
      </section>
      <section className={view.section} aria-labelledby="what-is-sent">
        <h3 id="what-is-sent" className={view.subtitle}>
          {words.sent}
        </h3>
        <ul className={styles.list}>
          {words.sentList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3 className={view.subtitle}>{words.notSent}</h3>
        <ul className={styles.list}>
          {[...(isAnonymous ? [words.notSentAnonymous] : []), ...words.notSentList].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || files.isMaking}
          onClick={() => {
            void files.make(({ copyForDepartment }) =>
              copyForDepartment(isAnonymous, { onPhase: () => undefined }),
            );
          }}
        >
          {canSave ? words.download : words.openCopy}
        </Button>
      </div>
      <HandedNotice making={files} hint={documentsPaneWords.copyHint} />
      {handed !== null && handed.file.notices.length > 0 && (
        <section className={view.panel} aria-labelledby="copy-notices">
          <h3 id="copy-notices" className={view.subtitle}>
            {words.notices}
          </h3>
          <Sentences sentences={handed.file.notices} shownAtFirst={4} />
        </section>
      )}
    </>
  );
};
