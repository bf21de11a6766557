import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { fieldWords } from '../../../messages/pane/fields';
import { settingsWords as words } from '../../../messages/pane/settings';
import { readDay } from '../../days';
import type { SettingKind } from '../../settingsView';
import { Chips } from '../fields/Chips';
import { DateField } from '../fields/DateField';
import { TextField } from '../fields/TextField';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'pre-wrap' },
  nothing: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

interface SettingProps {
  readonly label: string;
  readonly kind: SettingKind;
  readonly value: string;
  /** The value as it is read. */
  readonly shown: string;
  readonly choices: readonly string[];
  /** Label of the field in which it is typed. */
  readonly fieldLabel: string;
  /** Explanation and clause, a line each. */
  readonly details: readonly string[];
  readonly trouble: string;
  readonly canBeEdited: boolean;
  readonly isBusy: boolean;
  /** null: there is no cell to show. */
  readonly onShow: (() => void) | null;
  /** Resolves to false when it was not written. */
  readonly onSave: (value: string) => Promise<boolean>;
}

/** One value with its name, why it is so, and the way to change it where it stands. */
export const Setting = (props: SettingProps): ReactElement => {
  const { label, kind, value, shown, choices, fieldLabel, details, trouble } = props;
  const { canBeEdited, isBusy, onShow, onSave } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const id = useId();

  const close = () => {
    setTyped(null);
    setWrong('');
    button?.focus();
  };
  const save = async () => {
    const next = (typed ?? '').trim();
    if (kind === 'date' && next !== '' && readDay(next) === null) {
      setWrong(fieldWords.notADay);
      return;
    }
    if (next === value || (await onSave(next))) close();
  };
  const field = {
    label: fieldLabel,
    value: typed ?? '',
    trouble: wrong,
    hasFocus: true,
    onChange: (next: string) => {
      setTyped(next);
      setWrong('');
    },
  };

  return (
    <li className={view.card}>
      <p id={id} className={view.text}>
        {label}
      </p>
      <p className={mergeClasses(styles.value, value === '' && styles.nothing)}>{shown}</p>
      {trouble !== '' && (
        <p className={mergeClasses(view.text, view.danger)}>
          <Mark shape="attention" /> {trouble}
        </p>
      )}
      {details.map((line) => (
        <p key={line} className={view.quiet}>
          {line}
        </p>
      ))}
      {(canBeEdited || onShow !== null) && (
        <div className={view.row}>
          {canBeEdited && (
            <Button
              ref={setButton}
              size="small"
              aria-describedby={id}
              aria-expanded={typed !== null}
              disabledFocusable={isBusy}
              onClick={() => {
                setTyped(typed === null ? value : null);
              }}
            >
              {words.edit}
            </Button>
          )}
          {onShow !== null && (
            <Button size="small" aria-describedby={id} onClick={onShow}>
              {words.show}
            </Button>
          )}
        </div>
      )}
      {typed !== null && (
        <form
          noValidate
          className={view.panel}
          aria-labelledby={id}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) void save();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          {kind === 'date' ? (
            <DateField {...field} />
          ) : kind === 'choice' ? (
            <Chips
              legend={fieldLabel}
              name={`setting${id}`}
              value={typed}
              choices={[...choices, ''].map((choice) => ({
                value: choice,
                label: choice === '' ? words.notSet : choice,
              }))}
              onChange={setTyped}
            />
          ) : (
            <TextField {...field} isLong={value.length > 40} />
          )}
          <div className={view.row}>
            <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
              {words.save}
            </Button>
            <Button onClick={close}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </li>
  );
};
