import { Field, Input, Textarea } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { fieldLook } from './field';
import type { FieldProps } from './field';

interface TextFieldProps extends FieldProps {
  /** Room for a few lines. */
  readonly isLong?: boolean;
  /** Digits are expected. */
  readonly isNumeric?: boolean;
}

/** Words, in one line or in a few. */
export const TextField = ({ isLong = false, isNumeric = false, ...props }: TextFieldProps): ReactElement => {
  const { value, onChange, onLeave, hasFocus = false } = props;
  const shared = {
    value,
    autoFocus: hasFocus,
    autoComplete: 'off',
    style: { minWidth: 0 },
    onBlur: () => onLeave?.(),
  };
  return (
    <Field {...fieldLook(props)}>
      {isLong ? (
        <Textarea
          {...shared}
          resize="vertical"
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      ) : (
        <Input
          {...shared}
          {...(isNumeric ? { inputMode: 'decimal' as const } : {})}
          onChange={(_, data) => {
            onChange(data.value);
          }}
        />
      )}
    </Field>
  );
};
