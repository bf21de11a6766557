import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { STAND } from '../../messages/stand';

interface FormulaBarProps {
  readonly address: string;
  readonly text: string;
  readonly isEditing: boolean;
  /** An address, a table or a name was asked for. */
  readonly onJump: (text: string) => void;
  readonly onBegin: () => void;
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** The address of the selection and the formula of the active cell, both to be typed into. */
export function FormulaBar(props: FormulaBarProps) {
  const { address, text, isEditing, onJump, onBegin, onType, onKey, onAccept, onCancel } = props;
  const [wanted, setWanted] = useState<string | null>(null);
  return (
    <div className="formula-bar">
      <input
        className="name-box"
        aria-label={STAND.formulaBar.nameBox}
        spellCheck={false}
        value={wanted ?? address}
        onFocus={(event) => {
          event.target.select();
        }}
        onChange={(event) => {
          setWanted(event.target.value);
        }}
        onBlur={() => {
          setWanted(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setWanted(null);
          if (event.key !== 'Enter') return;
          event.preventDefault();
          setWanted(null);
          onJump((wanted ?? address).trim() || address);
        }}
      />
      <button
        type="button"
        className="bar-button cancel"
        aria-label={STAND.formulaBar.cancel}
        disabled={!isEditing}
        onClick={onCancel}
      >
        ✕
      </button>
      <button
        type="button"
        className="bar-button accept"
        aria-label={STAND.formulaBar.accept}
        disabled={!isEditing}
        onClick={onAccept}
      >
        ✓
      </button>
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <textarea
        className="formula"
        rows={1}
        aria-label={STAND.formulaBar.formula}
        spellCheck={false}
        value={text}
        onFocus={onBegin}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={(event) => {
          if (isEditing && onKey(event)) event.preventDefault();
        }}
      />
    </div>
  );
}
