import { useRef, useState } from 'react';
import css from './splitter.module.css';

const STEP = 16;

/**
 * The line between two panes, after the ARIA window splitter pattern: dragged, or moved with the arrow keys, Home and End;
 * a double click or Enter puts it back. Written here because the known packages add <style> elements, which the page's
 * policy forbids.
 */
export function Splitter(props: {
  readonly label: string;
  readonly controls: string;
  /** On which side the pane lies that grows; or the line stands at the start of the second of two halves. */
  readonly side: 'before' | 'after' | 'before-second';
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  readonly onResize: (width: number) => void;
}) {
  const { width, least, most, side } = props;
  const [isDragging, setDragging] = useState(false);
  const grip = useRef({ x: 0, width: 0 });
  const grow = side === 'before' ? 1 : -1;
  const resize = (next: number) => props.onResize(Math.round(Math.min(most, Math.max(least, next))));
  const moves: Readonly<Record<string, () => void>> = {
    ArrowRight: () => resize(width + STEP * grow),
    ArrowLeft: () => resize(width - STEP * grow),
    Home: () => resize(least),
    End: () => resize(most),
    Enter: () => resize(props.usual),
  };

  return (
    <div
      className={css['splitter']}
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-controls={props.controls}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      data-side={side}
      data-dragging={isDragging || undefined}
      onDoubleClick={() => resize(props.usual)}
      onKeyDown={(event) => {
        const move = moves[event.key];
        if (!move) return;
        event.preventDefault();
        move();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
        setDragging(true);
      }}
      onPointerMove={(event) => {
        if (isDragging) resize(grip.current.width + (event.clientX - grip.current.x) * grow);
      }}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
    />
  );
}
