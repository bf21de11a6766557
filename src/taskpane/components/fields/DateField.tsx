import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { fieldWords as words } from '../../../messages/pane/fields';
import { readDay, showDay } from '../../days';
import { Mark } from '../Mark';
import { fieldLook } from './field';
import type { FieldProps } from './field';

const useStyles = makeStyles({
  input: { width: '100%', minWidth: 0 },
  calendar: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    color: tokens.colorNeutralForeground2,
  },
  // The browser's own calendar lies unseen over the sign: a pane inside a page may not open it by script.
  native: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    padding: 0,
    border: 'none',
    opacity: 0,
    cursor: 'pointer',
    '::-webkit-calendar-picker-indicator': {
      position: 'absolute',
      inset: 0,
      width: '100%',
      height: '100%',
      margin: 0,
      padding: 0,
      cursor: 'pointer',
    },
  },
});

/** True for text that stands in a date field and is no day. */
const isNoDay = (value: string): boolean => value !== '' && readDay(value) === null;

/**
 * A day typed as «12.05.2026», or chosen in the browser's calendar. The value is a day as "2026-05-12", "" while there
 * is none, or what was typed and is no day.
 */
export const DateField = (props: FieldProps): ReactElement => {
  const { value, onChange, onLeave, hasFocus = false } = props;
  const styles = useStyles();
  // What is being typed; the value is a day as soon as the text is one.
  const [typing, setTyping] = useState<string | null>(null);
  const isWrong = typing === null && isNoDay(value);
  return (
    <Field {...fieldLook(isWrong ? { ...props, trouble: words.notADay, isMild: false } : props)}>
      <Input
        className={styles.input}
        autoFocus={hasFocus}
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.datePattern}
        value={typing ?? showDay(value)}
        onChange={(_, data) => {
          setTyping(data.value);
          onChange(readDay(data.value) ?? data.value);
        }}
        onBlur={() => {
          setTyping(null);
          onLeave?.();
        }}
        contentAfter={
          <span className={styles.calendar} title={words.chooseDay}>
            <Mark shape="calendar" />
            <input
              type="date"
              className={styles.native}
              tabIndex={-1}
              aria-hidden="true"
              value={readDay(value) ?? ''}
              onChange={(event) => {
                setTyping(null);
                onChange(event.target.value);
              }}
            />
          </span>
        }
      />
    </Field>
  );
};
