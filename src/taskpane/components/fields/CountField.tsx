import { Field, Input } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { fieldLook } from './field';
import type { FieldProps } from './field';

/** Longer than any count of people or votes. */
const DIGITS_AT_MOST = 6;
const COUNT = new RegExp(`^\\d{0,${String(DIGITS_AT_MOST)}}$`);

/** A whole number, null while there is none. Keys that are no digits do nothing. */
export const CountField = (props: FieldProps<number | null>): ReactElement => {
  const { value, onChange, onLeave, hasFocus = false } = props;
  return (
    <Field {...fieldLook(props)}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        autoFocus={hasFocus}
        style={{ minWidth: 0 }}
        input={{ style: { width: '100%', minWidth: 0 } }}
        value={value === null ? '' : String(value)}
        onBlur={() => onLeave?.()}
        onChange={(_, { value: typed }) => {
          if (COUNT.test(typed)) onChange(typed === '' ? null : Number(typed));
        }}
      />
    </Field>
  );
};
