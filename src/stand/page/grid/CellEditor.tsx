import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { STAND } from '../../../messages/stand';
import type { Draft } from '../editing';
import { addressOf, type Place } from '../places';
import type { Box } from './Grid';

export interface CellEditorProps {
  readonly place: Place;
  readonly box: Box;
  readonly draft: Draft | null;
  /** Values of the cell's list; null when there is none. */
  readonly choices: readonly string[] | null;
  /** Changes when the cell is to take the keyboard back. */
  readonly focusKey: number;
  readonly onType: (text: string) => void;
  /** A key that is no text: true when something was done about it. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onChoose: (value: string) => void;
  readonly onCopy: () => string;
  readonly onPaste: (text: string) => void;
}

/**
 * The keyboard's place in the grid. It always stands over the active cell, unseen until something is typed, so
 * that every way of entering text works as in any other field.
 */
export function CellEditor(props: CellEditorProps) {
  const { place, box, draft, choices, focusKey, onType, onKey, onChoose } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  /** The cell whose list is open. */
  const [listOf, setListOf] = useState<string | null>(null);
  const address = addressOf(place);
  const isEditing = draft !== null;

  const isListOpen = listOf === address;
  const toggleList = (): void => {
    setListOf(isListOpen ? null : address);
  };

  // Before the next key can come. A cell the add-in selects leaves the keyboard in the pane.
  useLayoutEffect(() => {
    if (document.activeElement instanceof HTMLIFrameElement) return;
    input.current?.focus({ preventScroll: true });
  }, [address, focusKey]);

  // The field grows with what is typed into it.
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.style.height = `${String(box.height)}px`;
    if (isEditing && field.scrollHeight > box.height) field.style.height = `${String(field.scrollHeight)}px`;
  }, [isEditing, draft?.text, box.height]);

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (choices !== null && event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      toggleList();
      return;
    }
    if (onKey(event)) event.preventDefault();
  };

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (isEditing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', props.onCopy());
  };

  return (
    <>
      <textarea
        ref={input}
        className={`editor${isEditing ? ' editing' : ''}`}
        aria-label={STAND.grid.cell(address)}
        spellCheck={false}
        rows={1}
        style={{ left: box.left, top: box.top, minWidth: box.width, width: box.width }}
        value={draft?.text ?? ''}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={keyDown}
        onMouseDown={(event) => {
          if (isEditing) event.stopPropagation();
        }}
        onCopy={copy}
        onPaste={(event) => {
          if (isEditing) return;
          event.preventDefault();
          props.onPaste(event.clipboardData.getData('text/plain'));
        }}
      />
      {choices === null ? null : (
        <button
          type="button"
          className="list-arrow"
          aria-label={STAND.grid.openList}
          aria-expanded={isListOpen}
          tabIndex={-1}
          style={{ left: box.left + box.width, top: box.top + Math.max(0, box.height - 20) }}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            toggleList();
          }}
        />
      )}
      {choices !== null && isListOpen ? (
        <Choices
          choices={choices}
          box={box}
          onChoose={(value) => {
            setListOf(null);
            onChoose(value);
          }}
          onClose={() => {
            setListOf(null);
            input.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
    </>
  );
}

interface ChoicesProps {
  readonly choices: readonly string[];
  readonly box: Box;
  readonly onChoose: (value: string) => void;
  readonly onClose: () => void;
}

/** The values of a list, under the cell; worked from the keyboard as well. */
function Choices({ choices, box, onChoose, onClose }: ChoicesProps) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const keyDown = (event: KeyboardEvent): void => {
    const chosen = choices[at];
    switch (event.key) {
      case 'ArrowDown':
        setAt(Math.min(choices.length - 1, at + 1));
        break;
      case 'ArrowUp':
        setAt(Math.max(0, at - 1));
        break;
      case 'Enter':
        if (chosen !== undefined) onChoose(chosen);
        break;
      case 'Escape':
      case 'Tab':
        onClose();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={STAND.grid.list}
      aria-activedescendant={`choice-${String(at)}`}
      className="choices"
      style={{ left: box.left, top: box.top + box.height, minWidth: box.width }}
      onKeyDown={keyDown}
      onBlur={onClose}
    >
      {choices.map((choice, index) => (
        <div
          key={`${String(index)} ${choice}`}
          id={`choice-${String(index)}`}
          role="option"
          aria-selected={index === at}
          className="choice"
          onMouseEnter={() => {
            setAt(index);
          }}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            onChoose(choice);
          }}
        >
          {choice}
        </div>
      ))}
    </div>
  );
}
