import { useState } from 'react';
import type { RefObject } from 'react';
import { STAND } from '../../messages/stand';

interface PaneFrameProps {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly src: string;
  /** A new workbook has a pane of its own. */
  readonly frameKey: number;
  readonly title: string;
  readonly isVisible: boolean;
  readonly onClose: () => void;
}

const NARROWEST = 280;
const WIDEST = 640;
const USUAL = 350;
const STEP = 20;

const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, width));

/** The task pane: the built page of the add-in, as wide as the user likes. Hidden it goes on running. */
export function PaneFrame({ frame, src, frameKey, title, isVisible, onClose }: PaneFrameProps) {
  const [width, setWidth] = useState(USUAL);
  const [isDragged, setDragged] = useState(false);
  return (
    <aside className={`pane${isDragged ? ' dragged' : ''}`} hidden={!isVisible} style={{ width }}>
      <div
        className="splitter"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={STAND.pane.resize}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(true);
        }}
        onPointerMove={(event) => {
          if (isDragged) setWidth(within(window.innerWidth - event.clientX));
        }}
        onPointerUp={() => {
          setDragged(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') setWidth(within(width + STEP));
          if (event.key === 'ArrowRight') setWidth(within(width - STEP));
        }}
      />
      <div className="pane-head">
        <h2>{title}</h2>
        <button type="button" className="pane-close" aria-label={STAND.pane.close} onClick={onClose}>
          ✕
        </button>
      </div>
      <iframe key={frameKey} ref={frame} className="pane-frame" title={STAND.pane.title} src={src} />
    </aside>
  );
}
