import { valueAt } from '#plan';

/** Values that a user gave, by year. */
export type Edits = Readonly<Record<number, number>>;

/** Lowest and highest value. */
export type Span = readonly [number, number];

/**
 * Years at which a curve editor has handles: the first multiple of five after the last observed year, then every tenth
 * year, and always the horizon.
 */
export function handleYears(lastObserved: number, horizon: number): number[] {
  const first = Math.min(Math.floor(lastObserved / 5) * 5 + 5, horizon);
  const years = new Set([first, horizon]);
  for (let year = Math.floor(first / 10) * 10 + 10; year < horizon; year += 10) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** A reference curve with some of its values set by a user. */
export interface EditedCurve {
  readonly reference: (year: number) => number;
  /** Last year that is known; up to it the curve is the reference. */
  readonly anchor: number;
  /** Years with a handle, ascending, those of the edits among them. */
  readonly handles: readonly number[];
  readonly edits: Edits;
}

/** The edited curve at a year: straight between two handles of which one was set, as the reference elsewhere. */
export function editedValue(curve: EditedCurve, year: number): number {
  const { reference, anchor, handles, edits } = curve;
  const own = edits[year];
  if (own !== undefined) return own;
  const knots = [anchor, ...handles];
  const after = knots.findIndex((knot) => knot >= year);
  if (year <= anchor || after < 1) return reference(year);
  const ends = [knots[after - 1]!, knots[after]!];
  if (ends.every((end) => edits[end] === undefined)) return reference(year);
  const points = ends.map((at) => ({ at, value: edits[at] ?? reference(at) }));
  return valueAt(points, year, 'linear') ?? reference(year);
}

/** Whether a year lies in a stretch of the curve that an edit bends. */
export const isBent = (curve: EditedCurve, year: number): boolean =>
  year > curve.anchor && editedValue({ ...curve, reference: () => 0, edits: ones(curve.edits) }, year) !== 0;

const ones = (edits: Edits): Edits => Object.fromEntries(Object.keys(edits).map((year) => [year, 1]));

/** The nearest multiple of a step, without the dust of binary fractions. */
export function snap(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Number((Math.round(value / step) * step).toFixed(decimals));
}

export const clamp = (value: number, [low, high]: Span): number => Math.min(high, Math.max(low, value));

/** What a slider's key does to its value; `reset` takes it back, undefined means the key is not for the slider. */
export function valueByKey(
  key: string,
  value: number,
  { step, leap, shift, ends, bounds }: { step: number; leap: number; shift: boolean; ends: Span; bounds: Span },
): number | 'reset' | undefined {
  const by = (amount: number): number => clamp(snap(value + amount, step), bounds);
  const small = shift ? leap : step;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return by(small);
    case 'ArrowDown':
    case 'ArrowLeft':
      return by(-small);
    case 'PageUp':
      return by(leap);
    case 'PageDown':
      return by(-leap);
    case 'Home':
      return snap(ends[0], step);
    case 'End':
      return snap(ends[1], step);
    case 'Delete':
    case 'Backspace':
      return 'reset';
    default:
      return undefined;
  }
}

/** What values of a year are plausible: the span of the scenarios' values widened by half of it, by `least` at least. */
export function plausibleSpan(scenarioValues: readonly number[], least: number, bounds: Span): Span {
  const low = Math.min(...scenarioValues);
  const high = Math.max(...scenarioValues);
  const margin = Math.max(least, (high - low) / 2);
  return [Math.max(bounds[0], low - margin), Math.min(bounds[1], high + margin)];
}

/** Vertical domain of an editor: every value shown, with room to drag beyond them. */
export function editorDomain(values: readonly number[], room: number, bounds: Span): Span {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = Math.max(room, (high - low) * 0.15);
  return [Math.max(bounds[0], low - margin), Math.min(bounds[1], high + margin)];
}
