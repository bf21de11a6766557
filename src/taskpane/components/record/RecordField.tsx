import type { ReactElement } from 'react';
import type { FieldView } from '../../recordView';
import { ChoiceField } from '../fields/ChoiceField';
import { DateField } from '../fields/DateField';
import { TextField } from '../fields/TextField';

interface RecordFieldProps {
  readonly view: FieldView;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
}

/** Texts of these columns run to several lines. */
const LONG = ['Мероприятие', 'Тема', 'Название'];

/** The field a column asks for: a day, one of a list, or words. */
export const RecordField = ({ view, onChange, onLeave }: RecordFieldProps): ReactElement => {
  const { field, text, trouble, isMild } = view;
  const { column, kind, isRequired, choices } = field;
  const props = { label: column, value: text, isRequired, trouble, isMild, onChange, onLeave };
  if (kind === 'date') return <DateField {...props} />;
  if (choices.length > 0) return <ChoiceField {...props} choices={choices} />;
  return <TextField {...props} isLong={LONG.includes(column)} isNumeric={kind === 'number'} />;
};
