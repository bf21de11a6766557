import { useRef } from 'react';
import { STAND } from '../../messages/stand';

interface TitleBarProps {
  readonly fileName: string;
  readonly isSheetProtected: boolean;
  readonly isReady: boolean;
  readonly onOpen: (file: File) => void;
  readonly onSample: () => void;
  readonly onBlank: () => void;
  readonly onSave: () => void;
  readonly onRemoteEdit: () => void;
  readonly onProtect: () => void;
  readonly onReloadPane: () => void;
}

/** The name of the workbook, what is done with files, and what else may happen around an add-in. */
export function TitleBar(props: TitleBarProps) {
  const { fileName, isSheetProtected, isReady } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  const item = (label: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      className="menu-item"
      onClick={() => {
        menu.current?.hidePopover();
        act();
      }}
    >
      {label}
    </button>
  );

  return (
    <header className="title-bar">
      <span className="mark">{STAND.title}</span>
      <h1 className="file-name">{fileName}</h1>
      <input
        ref={chooser}
        type="file"
        accept=".xlsx"
        hidden
        aria-label={STAND.file.open}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) props.onOpen(file);
        }}
      />
      <div className="title-buttons">
        <button type="button" className="title-button" onClick={() => chooser.current?.click()}>
          {STAND.file.open}
        </button>
        <button type="button" className="title-button" onClick={props.onSample}>
          {STAND.file.sample}
        </button>
        <button type="button" className="title-button" onClick={props.onBlank}>
          {STAND.file.blank}
        </button>
        <button type="button" className="title-button" disabled={!isReady} onClick={props.onSave}>
          {STAND.file.save}
        </button>
        <button
          type="button"
          className="title-button"
          disabled={!isReady}
          popoverTarget="demo-menu"
          aria-haspopup="menu"
        >
          {STAND.demo.menu} ▾
        </button>
      </div>
      <div id="demo-menu" ref={menu} popover="auto" role="menu" className="menu">
        {item(STAND.demo.remote, props.onRemoteEdit)}
        {item(isSheetProtected ? STAND.demo.unprotect : STAND.demo.protect, props.onProtect)}
        {item(STAND.demo.reload, props.onReloadPane)}
      </div>
    </header>
  );
}
