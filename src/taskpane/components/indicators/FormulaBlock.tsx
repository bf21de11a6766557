import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { indicatorWords } from '../../../messages/pane/indicators';
import { useViewStyles } from '../viewStyles';

const words = indicatorWords.formula;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  text: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '96px',
    marginTop: '8px',
    padding: '8px',
    resize: 'vertical',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The sheet's own formula, to be read or taken along. */
export const FormulaBlock = ({ formula }: { readonly formula: string }): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formula);
      setSaid(words.copied);
    } catch {
      // Excel in a browser may keep the clipboard to itself: the user copies what is selected.
      text.current?.select();
      setSaid(words.select);
    }
  };
  return (
    <details>
      <summary className={styles.summary}>{words.heading}</summary>
      <textarea ref={text} className={styles.text} readOnly value={formula} aria-label={words.label} />
      <div className={view.row}>
        <Button
          size="small"
          icon={<CopyRegular />}
          onClick={() => {
            void copy();
          }}
        >
          {words.copy}
        </Button>
        <span role="status" className={view.quiet}>
          {said}
        </span>
      </div>
    </details>
  );
};
