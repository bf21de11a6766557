import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { WorkbookReport } from '../../../usecases/contract';
import { passportLine } from '../../shellView';

const useStyles = makeStyles({
  // Excel puts a menu of its own into the upper right corner of the pane.
  root: { display: 'flex', flexDirection: 'column', rowGap: '2px', paddingRight: '32px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // The full name of an association may be a paragraph of its charter.
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  line: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface HeaderProps {
  readonly report: WorkbookReport | null;
}

/** Whose register this is and for which year; the product's name until that is known. */
export const Header = ({ report }: HeaderProps): ReactElement => {
  const styles = useStyles();
  const name = report === null ? words.product : report.association || words.passport.noAssociation;
  const line = report === null ? '' : passportLine(report);
  return (
    <div className={styles.root}>
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      {line !== '' && <p className={styles.line}>{line}</p>}
    </div>
  );
};
