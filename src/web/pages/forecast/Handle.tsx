import type { Span } from '#charts';
import { clamp, snap, valueByKey } from '#charts';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import type { AssumptionKind } from './assumption-kinds.ts';
import { COLOURS } from './colours.ts';
import type { Scale } from './plot.ts';

/**
 * A handle of a curve editor: a slider to keyboard and screen reader, a dot to drag for the pointer. Moves are passed on as they come,
 * at most one a frame; browsers that send more are held to it.
 */
export function Handle({
  kind,
  x,
  y,
  value,
  changed,
  label,
  valueText,
  ends,
  domain,
  onMove,
  onHold,
  onSettle,
}: {
  kind: AssumptionKind;
  x: number;
  y: Scale;
  value: number;
  changed: boolean;
  label: string;
  valueText: string;
  /** Plausible range: where Home and End go. */
  ends: Span;
  /** Range that can be dragged over. */
  domain: Span;
  onMove: (value: number | undefined, since: number) => void;
  onHold: () => void;
  onSettle: () => void;
}) {
  const drag = useRef<{ top: number; offset: number; from: number } | undefined>(undefined);
  const frame = useRef<{ busy: boolean; late: (() => void) | undefined }>({ busy: false, late: undefined });

  const oncePerFrame = (work: () => void): void => {
    if (frame.current.busy) {
      frame.current.late = work;
      return;
    }
    frame.current.busy = true;
    work();
    requestAnimationFrame(() => {
      frame.current.busy = false;
      const { late } = frame.current;
      frame.current.late = undefined;
      if (late !== undefined) oncePerFrame(late);
    });
  };

  const onPointerDown = (event: PointerEvent<SVGGElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { top } = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    drag.current = { top: top + scrollY, offset: event.clientY - top - y(value), from: value };
    onHold();
  };
  const onPointerMove = (event: PointerEvent<SVGGElement>): void => {
    const grip = drag.current;
    if (grip === undefined) return;
    const pointed = y.invert(event.clientY + scrollY - grip.top - grip.offset);
    const next = clamp(snap(clamp(pointed, domain), kind.step), kind.bounds);
    const since = event.timeStamp;
    oncePerFrame(() => {
      if (next === grip.from) return;
      grip.from = next;
      onMove(next, since);
    });
  };
  const onRelease = (): void => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    onSettle();
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = valueByKey(event.key, value, { ...kind, shift: event.shiftKey, ends });
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'reset') {
      onMove(undefined, event.timeStamp);
      onSettle();
    } else if (next !== value) onMove(next, event.timeStamp);
  };

  return (
    <g
      className="lab-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={snap(Math.min(ends[0], value), kind.step)}
      aria-valuemax={snap(Math.max(ends[1], value), kind.step)}
      aria-valuenow={snap(value, kind.step)}
      aria-valuetext={valueText}
      transform={`translate(${x.toFixed(1)} ${y(clamp(value, domain)).toFixed(1)})`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onLostPointerCapture={onRelease}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        onMove(undefined, performance.now());
        onSettle();
      }}
    >
      <circle r={16} fill="transparent" data-screen="" />
      <circle
        className="lab-grip"
        r={6.5}
        fill={changed ? COLOURS.own : '#fff'}
        stroke={changed ? COLOURS.own : COLOURS.reference}
        strokeWidth={2}
      />
      {changed && <circle r={2} fill="#fff" />}
    </g>
  );
}
