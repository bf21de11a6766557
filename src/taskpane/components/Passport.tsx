import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { WorkbookReport } from '../../usecases/contract';
import { passportLines } from '../reportView';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface PassportProps {
  readonly report: WorkbookReport | null;
}

/** Whose register this is, by which regulation and for which year; the product's name until that is known. */
export const Passport = ({ report }: PassportProps): ReactElement => {
  const styles = useStyles();
  const name = report === null ? ru.product : report.association || ru.passport.noAssociation;
  return (
    <header className={styles.root}>
      <h1 className={styles.name}>{name}</h1>
      {report !== null &&
        passportLines(report).map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
    </header>
  );
};
