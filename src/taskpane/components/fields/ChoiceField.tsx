import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { fieldWords as words } from '../../../messages/pane/fields';
import { findChoices } from '../../choices';
import { fieldLook } from './field';
import type { FieldProps } from './field';

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly string[];
}

/** One of a list, found by typing; another value may be typed and stays as it is typed. */
export const ChoiceField = ({ choices, ...props }: ChoiceFieldProps): ReactElement => {
  const { value, onChange, onLeave, hasFocus = false } = props;
  const [isTyping, setTyping] = useState(false);
  const [isOpen, setOpen] = useState(false);
  // Opened by the arrow, the list shows everything, whatever stands in the field.
  const { shown, left } = findChoices(choices, isTyping ? value : '');
  return (
    <Field {...fieldLook(props)}>
      <Combobox
        freeform
        autoFocus={hasFocus}
        autoComplete="off"
        inlinePopup
        disableAutoFocus
        style={{ minWidth: 0, width: '100%' }}
        input={{ style: { width: '100%', minWidth: 0 } }}
        // Keys open the list from the field itself (WAI-ARIA APG): Tab goes on to the next field.
        expandIcon={{ 'aria-label': words.openList, tabIndex: -1 }}
        value={value}
        selectedOptions={choices.includes(value) ? [value] : []}
        open={isOpen}
        onChange={(event) => {
          setTyping(true);
          // Whatever way the letters come: keys, dictation, the clipboard.
          setOpen(true);
          onChange(event.target.value);
        }}
        onOptionSelect={(_, { optionValue }) => {
          setTyping(false);
          if (optionValue !== undefined) onChange(optionValue);
        }}
        onOpenChange={(_, { open }) => {
          setOpen(open);
          if (!open) setTyping(false);
        }}
        onBlur={() => onLeave?.()}
      >
        {shown.map((choice) => (
          // Without a text of its own no choice is taken for the one meant while one types: Tab and Enter keep what is
          // typed, and only arrows and the mouse choose.
          <Option key={choice} value={choice} text="">
            {choice}
          </Option>
        ))}
        {left > 0 && (
          <Option disabled value="" text="">
            {words.moreChoices(left)}
          </Option>
        )}
        {shown.length === 0 && (
          <Option disabled value="" text="">
            {words.nothingSimilar}
          </Option>
        )}
      </Combobox>
    </Field>
  );
};
