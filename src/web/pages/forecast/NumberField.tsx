import type { Span } from '#charts';
import { snap } from '#charts';
import { useState } from 'react';
import { fill } from '../../text/catalogue.ts';
import type { AssumptionKind } from './assumption-kinds.ts';
import type { ForecastText } from './text.ts';

/** A handle's exact value as a number with a stepper. What is being typed stays as typed; only sensible numbers are passed on. */
export function NumberField({
  kind,
  year,
  value,
  changed,
  label,
  text,
  onMove,
  onSettle,
}: {
  kind: AssumptionKind;
  year: number;
  value: number;
  changed: boolean;
  label: string;
  text: ForecastText;
  onMove: (value: number | undefined, since: number) => void;
  onSettle: () => void;
}) {
  const [entry, setEntry] = useState<{ typed: string; stands: number }>();
  const typed = entry?.stands === value ? entry.typed : undefined;
  const wrong = typed !== undefined && typed !== '' && !inside(Number(typed), kind.bounds);
  const outside = fill(text.outside, { low: kind.bounds[0], high: kind.bounds[1] });
  return (
    <label className={changed ? 'lab-field changed' : 'lab-field'}>
      <span>{year}</span>
      <input
        type="number"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong}
        title={wrong ? outside : undefined}
        step={kind.step}
        min={kind.bounds[0]}
        max={kind.bounds[1]}
        value={typed ?? (snap(value, 10 ** -kind.decimals) + 0).toFixed(kind.decimals)}
        onChange={(event) => {
          const typedNow = event.target.value;
          const number = Number(typedNow);
          const sensible = typedNow !== '' && inside(number, kind.bounds);
          setEntry({ typed: typedNow, stands: sensible ? number : value });
          if (sensible && number !== value) onMove(number, event.timeStamp);
        }}
        onBlur={() => {
          setEntry(undefined);
          onSettle();
        }}
      />
      {wrong && <em role="alert">{outside}</em>}
    </label>
  );
}

const inside = (value: number, [low, high]: Span): boolean => Number.isFinite(value) && value >= low && value <= high;
