import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  legend: { padding: 0, marginBottom: '6px', color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  chip: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '30px',
    boxSizing: 'border-box',
    padding: '3px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  input: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
  },
});

interface ChipsProps<T extends string> {
  readonly legend: string;
  /** Of the group, one on the page. */
  readonly name: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight; arrows choose. */
export const Chips = <T extends string>(props: ChipsProps<T>): ReactElement => {
  const { legend, name, value, choices, onChange } = props;
  const view = useViewStyles();
  const styles = useStyles();
  return (
    <fieldset className={view.fieldset}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={mergeClasses(styles.chip, choice.value === value && styles.chosen)}
          >
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => {
                onChange(choice.value);
              }}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
