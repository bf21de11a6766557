import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent } from 'react';
import { HostError } from '../../host/errors';
import { maxColumn, maxRow, type Rect } from '../../host/objects/places';
import { STAND } from '../../messages/stand';
import type { Book } from '../book/book';
import { readCells, writeCells } from './clipboard';
import { objectionTo, type Draft, type Objection } from './editing';
import { FormulaBar } from './FormulaBar';
import { CellEditor } from './grid/CellEditor';
import { Grid } from './grid/Grid';
import { leap, movingCorner, ownerOf, selectCell, step, stretch, type Direction } from './grid/moves';
import { ObjectionDialog } from './ObjectionDialog';
import { addressOf, areaName, rectOf, sameRect, type Place, type Selected } from './places';
import { SheetTabs } from './SheetTabs';

interface WorkspaceProps {
  readonly book: Book;
  /** Something the user should read: a refusal, a link that leads nowhere. */
  readonly onMessage: (text: string) => void;
}

interface Pending {
  readonly text: string;
  readonly objection: Objection;
  readonly move: Direction | null;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const ROWS_A_PAGE = 20;

/** Formula bar, grid and tabs over one workbook, and everything that is typed into it. */
export function Workspace({ book, onMessage }: WorkspaceProps) {
  const version = useSyncExternalStore(book.subscribe, book.version);
  const { selection } = book.host;
  const view = book.sheet(selection.sheet);
  const [selected, setSelected] = useState<Selected>(() => fromHost(selection));
  const [draft, setDraft] = useState<Draft | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [focusKey, setFocusKey] = useState(0);
  /** Selections of the sheets that are not in front. */
  const remembered = useRef(new Map<string, Selected>());
  /** Where Enter returns to after cells entered with Tab. */
  const rowStart = useRef<number | null>(null);

  // The add-in selects, or brings a sheet to the front: the grid follows.
  const shown = sameRect(selected.area, selection) ? selected : fromHost(selection);
  const sheet = selection.sheet;

  const focusGrid = useCallback(() => {
    if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
    setFocusKey((key) => key + 1);
  }, []);

  const isEditing = draft !== null;
  useEffect(() => {
    book.setEditing(isEditing);
  }, [book, isEditing]);

  // Conditional formats are judged when the grid stands still.
  useEffect(() => {
    let timer = 0;
    const judge = (): void => {
      if (book.judge()) timer = window.setTimeout(judge, 0);
    };
    timer = window.setTimeout(judge, 30);
    return () => {
      window.clearTimeout(timer);
    };
  });

  const select = (next: Selected, on = sheet): void => {
    if (draft !== null) {
      if (isObjectedTo(draft.text, null)) return;
      enter(draft.text, null);
    }
    rowStart.current = null;
    choose(next, on);
  };

  const choose = (next: Selected, on = sheet): void => {
    remembered.current.set(on, next);
    setSelected(next);
    book.host.select(on, areaName(next.area));
    focusGrid();
  };

  const refuse = (error: unknown): void => {
    if (!(error instanceof HostError)) throw error;
    onMessage(error.code === 'AccessDenied' ? STAND.refused.protectedSheet(sheet) : STAND.refused.formula);
  };

  /** What was typed is entered and the selection moves on at once: the next key may already be on its way. */
  const enter = (text: string, move: Direction | null): void => {
    const { active } = shown;
    setDraft(null);
    book.setEditing(false);
    if (text !== view.editText(active.row, active.column)) {
      book.type(sheet, active.row, active.column, text).catch((error: unknown) => {
        refuse(error);
        if (!text.startsWith('=')) return;
        // A formula that cannot be read stays open to be mended.
        choose(selectCell(view, active));
        setDraft({ text, mode: 'edit', place: 'cell' });
      });
    }
    if (move !== null) moveAfterEntry(move);
    else focusGrid();
  };

  const moveAfterEntry = (move: Direction): void => {
    const { active } = shown;
    const start = rowStart.current;
    const isRight = move === 'right';
    const from = move === 'down' && start !== null ? { row: active.row, column: start } : active;
    choose(selectCell(view, step(view, from, move)));
    rowStart.current = isRight ? (start ?? active.column) : null;
  };

  /** Asks the user first when the cell's rule has something to say about what was typed. */
  const isObjectedTo = (text: string, move: Direction | null): boolean => {
    const { row, column } = shown.active;
    if (text === view.editText(row, column)) return false;
    const objection = objectionTo(book.host.validationAt(sheet, row, column), text);
    if (objection === null) return false;
    setPending({ text, objection, move });
    return true;
  };

  const commit = (text: string, move: Direction | null): void => {
    if (!isObjectedTo(text, move)) enter(text, move);
  };

  const cancel = (): void => {
    setDraft(null);
    focusGrid();
  };

  const edit = (place: Draft['place'] = 'cell'): void => {
    const { row, column } = shown.active;
    setDraft({ text: view.editText(row, column), mode: 'edit', place });
  };

  const change = (text: string, place: Draft['place']): void => {
    setDraft({ text, mode: draft?.mode ?? (place === 'bar' ? 'edit' : 'enter'), place });
  };

  const navigate = (direction: Direction, event: KeyboardEvent): void => {
    const go = event.ctrlKey || event.metaKey ? leap : step;
    if (event.shiftKey) {
      const corner = movingCorner(shown);
      const to = go(view, corner, direction);
      choose(stretch(view, shown, to));
    } else {
      choose(selectCell(view, go(view, shown.active, direction)));
    }
    rowStart.current = null;
  };

  const turnPage = (event: KeyboardEvent): void => {
    const by = event.key === 'PageDown' ? ROWS_A_PAGE : -ROWS_A_PAGE;
    const row = Math.min(view.extent.rows, Math.max(1, shown.active.row + by));
    choose(selectCell(view, { row, column: shown.active.column }));
  };

  const goHome = (event: KeyboardEvent): void => {
    const row = event.ctrlKey ? 1 : shown.active.row;
    choose(selectCell(view, ownerOf(view, { row, column: 1 })));
  };

  const key = (event: KeyboardEvent): boolean => {
    const arrow = ARROWS[event.key];
    if (draft !== null) {
      switch (event.key) {
        case 'Enter':
          if (event.altKey) return false;
          commit(draft.text, event.shiftKey ? 'up' : 'down');
          return true;
        case 'Tab':
          commit(draft.text, event.shiftKey ? 'left' : 'right');
          return true;
        case 'Escape':
          cancel();
          return true;
        case 'F2':
          setDraft({ ...draft, mode: 'edit' });
          return true;
        default:
          if (arrow === undefined || draft.mode === 'edit') return false;
          commit(draft.text, arrow);
          return true;
      }
    }
    if (arrow !== undefined) {
      navigate(arrow, event);
      return true;
    }
    switch (event.key) {
      case 'Enter':
        moveAfterEntry(event.shiftKey ? 'up' : 'down');
        return true;
      case 'Tab':
        moveAfterEntry(event.shiftKey ? 'left' : 'right');
        return true;
      case 'F2':
        edit();
        return true;
      case 'Delete':
        book.clear(sheet, shown.area).catch(refuse);
        return true;
      case 'Backspace':
        setDraft({ text: '', mode: 'enter', place: 'cell' });
        return true;
      case 'Home':
        goHome(event);
        return true;
      case 'PageUp':
      case 'PageDown':
        turnPage(event);
        return true;
      default:
        return false;
    }
  };

  const jump = (text: string): void => {
    const found = book.find(text, sheet);
    if (found === null) {
      onMessage(STAND.formulaBar.noPlace(text));
      return;
    }
    const { area } = found;
    select({ active: { row: area.top, column: area.left }, area }, found.sheet);
  };

  const follow = (target: string): void => {
    if (target.startsWith('#')) jump(target.slice(1));
    else onMessage(STAND.refused.link(target));
  };

  const paste = (text: string): void => {
    const cells = readCells(text);
    const { area, active } = shown;
    const height = cells.length;
    const width = cells[0]?.length ?? 0;
    const isOne = height === 1 && width === 1;
    const rows = isOne ? area.bottom - area.top + 1 : height;
    const columns = isOne ? area.right - area.left + 1 : width;
    const top = isOne ? area.top : active.row;
    const left = isOne ? area.left : active.column;
    const into: Rect = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
    if (into.bottom > maxRow || into.right > maxColumn || rows * columns > MOST_PASTED) {
      onMessage(STAND.refused.pasteTooLarge);
      return;
    }
    const block = isOne
      ? Array.from({ length: rows }, () => Array.from({ length: columns }, () => cells[0]?.[0] ?? ''))
      : cells;
    book
      .paste(sheet, into, block)
      .then(() => {
        choose({ active: { row: top, column: left }, area: into });
      })
      .catch(refuse);
  };

  const copied = (): string => {
    const { area } = shown;
    const bottom = Math.min(area.bottom, view.extent.rows);
    const right = Math.min(area.right, view.extent.columns);
    const rows: string[][] = [];
    for (let row = area.top; row <= bottom; row++) {
      const line: string[] = [];
      for (let column = area.left; column <= right; column++) line.push(view.cell(row, column).text);
      rows.push(line);
    }
    return writeCells(rows);
  };

  const { row, column } = shown.active;
  const validation = book.host.validationAt(sheet, row, column);
  const choices = validation?.rule.showDropDown === true ? null : (validation?.choices ?? null);

  return (
    <section className="workspace">
      <FormulaBar
        address={shownAddress(shown)}
        text={draft?.text ?? view.editText(row, column)}
        isEditing={isEditing}
        onJump={jump}
        onBegin={() => {
          if (draft === null) edit('bar');
        }}
        onType={(text) => {
          change(text, 'bar');
        }}
        onKey={key}
        onAccept={() => {
          if (draft !== null) commit(draft.text, null);
        }}
        onCancel={cancel}
      />
      <Grid
        key={sheet}
        view={view}
        version={version}
        selected={shown}
        onSelect={select}
        onEdit={edit}
        onFollow={follow}
        editor={(box) => (
          <CellEditor
            place={shown.active}
            box={box}
            draft={draft}
            choices={choices}
            focusKey={focusKey}
            onType={(text) => {
              change(text, 'cell');
            }}
            onKey={key}
            onChoose={(value) => {
              enter(value, null);
            }}
            onCopy={copied}
            onPaste={paste}
          />
        )}
      />
      <SheetTabs
        tabs={book.tabs()}
        active={sheet}
        isEditing={isEditing}
        selection={() => valuesIn(book, sheet, shown.area)}
        onOpen={(name) => {
          if (name !== sheet) select(remembered.current.get(name) ?? FIRST_CELL, name);
        }}
      />
      {pending === null ? null : (
        <ObjectionDialog
          objection={pending.objection}
          value={pending.text}
          onKeep={() => {
            setPending(null);
            enter(pending.text, pending.move);
          }}
          onChange={() => {
            setPending(null);
            setDraft({ text: pending.text, mode: 'edit', place: 'cell' });
            focusGrid();
          }}
          onCancel={() => {
            setPending(null);
            cancel();
          }}
        />
      )}
    </section>
  );
}

/** Cells a paste may fill at once. */
const MOST_PASTED = 500_000;

const FIRST_CELL: Selected = { active: { row: 1, column: 1 }, area: rectOf({ row: 1, column: 1 }) };

function fromHost(area: Rect): Selected {
  const active: Place = { row: area.top, column: area.left };
  const { top, left, bottom, right } = area;
  return { active, area: { top, left, bottom, right } };
}

const shownAddress = ({ active, area }: Selected): string =>
  area.top === area.bottom && area.left === area.right ? addressOf(active) : areaName(area);

/** Numbers and filled cells of a selection, for the line under the grid. */
function valuesIn(book: Book, sheet: string, area: Rect): { count: number; numbers: number; sum: number } {
  const view = book.sheet(sheet);
  const result = { count: 0, numbers: 0, sum: 0 };
  for (let row = area.top; row <= Math.min(area.bottom, view.extent.rows); row++) {
    for (let column = area.left; column <= Math.min(area.right, view.extent.columns); column++) {
      if (view.isEmpty(row, column)) continue;
      result.count++;
      const quantity = view.quantity(row, column);
      if (quantity === null) continue;
      result.numbers++;
      result.sum += quantity;
    }
  }
  return result;
}
