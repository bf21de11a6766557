/** What every field of a form is given. */
export interface FieldProps<V = string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly isRequired?: boolean;
  /** What is wrong with the value; "" when nothing is. */
  readonly trouble?: string;
  /** The value can be written in spite of its trouble. */
  readonly isMild?: boolean;
  /** The field is left: whatever is wrong with it may be said now. */
  readonly onLeave?: () => void;
  /** Takes the focus when it appears. */
  readonly hasFocus?: boolean;
}

/** What a field shows of it. */
export const fieldLook = <V>({ label, isRequired = false, trouble = '', isMild = false }: FieldProps<V>) => ({
  label,
  required: isRequired,
  ...(trouble === ''
    ? {}
    : { validationMessage: trouble, validationState: isMild ? ('warning' as const) : ('error' as const) }),
});
