import type { Basis, Figure, Source, Status } from '#base';
import type { PathKind } from '#plan';
import { valueAt } from '#plan';

/** What a line tells: what has been, what the plan sets, what a scenario says. Each has a line style of its own. */
export type LineKind = 'observed' | 'plan' | 'projection';

export interface LinePoint {
  readonly year: number;
  /** null: known to be missing; the line breaks there. */
  readonly value: number | null;
  readonly status: Status;
  readonly source?: Source;
}

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  readonly kind: LineKind;
  /** By year, ascending, at most one a year. */
  readonly points: readonly LinePoint[];
  /** How a `plan` line runs between its points; linear when left out. Other kinds join consecutive years only. */
  readonly join?: PathKind;
  /** Lines of one group (an area, a scenario) share a colour; each line is its own group when left out. */
  readonly group?: string;
}

/** Figures parted by basis (口径), in order of first appearance: figures on different bases are never one line. */
export function partByBasis(figures: readonly Figure[]): readonly (readonly [Basis, readonly Figure[]])[] {
  const bases = [...new Set(figures.map((figure) => figure.basis))];
  return bases.map((basis) => [basis, figures.filter((figure) => figure.basis === basis)]);
}

/** Dark enough on white (3:1 and more) and told apart by people who confuse red and green. */
export const LINE_COLOURS = [
  '#0b5a8a',
  '#b4490b',
  '#00735c',
  '#a8326e',
  '#6a51a3',
  '#7d5a00',
  '#2f6fd6',
  '#4d4d4d',
] as const;

/** Dash patterns of projections in turn; the first is dotted. */
const PROJECTION_DASHES: readonly (readonly number[])[] = [
  [2, 4],
  [14, 5],
  [14, 4, 2, 4],
  [6, 3, 1, 3, 1, 3],
];

export interface LineStyle {
  readonly colour: string;
  /** Lengths of dashes and gaps; `solid` has none. */
  readonly dash: 'solid' | readonly number[];
  readonly symbol: 'circle' | 'diamond' | 'none';
}

/** First colour of a kind, so that a plan's path looks the same beside whatever else is drawn. */
const FIRST_COLOUR: Readonly<Record<LineKind, number>> = { observed: 0, plan: 1, projection: 2 };

/** Styles of lines, in their order: observed solid with dots, plan dashed with diamonds, projections each in a dash of its own. */
export function lineStyles(series: readonly LineSeries[]): readonly LineStyle[] {
  const slots = new Map<string, number>();
  let projections = 0;
  return series.map((line) => {
    const group = line.group ?? line.id;
    if (!slots.has(group)) slots.set(group, freeSlot([...slots.values()], FIRST_COLOUR[line.kind]));
    const colour = LINE_COLOURS[slots.get(group)! % LINE_COLOURS.length]!;
    switch (line.kind) {
      case 'observed':
        return { colour, dash: 'solid', symbol: 'circle' };
      case 'plan':
        return { colour, dash: [8, 5], symbol: 'diamond' };
      case 'projection':
        return { colour, dash: PROJECTION_DASHES[projections++ % PROJECTION_DASHES.length]!, symbol: 'none' };
    }
  });
}

function freeSlot(taken: readonly number[], first: number): number {
  let slot = first;
  while (taken.includes(slot)) slot++;
  return slot;
}

/** `[year, value]` pairs for drawing, with an empty pair wherever years are skipped, so that no line bridges what is not known. */
export function drawnPoints({ kind, points }: LineSeries): readonly (readonly [number, number | null])[] {
  return points.flatMap(({ year, value }, index): (readonly [number, number | null])[] => {
    const before = points[index - 1];
    const skipped = kind !== 'plan' && before !== undefined && year - before.year > 1;
    return skipped
      ? [
          [before.year + 1, null],
          [year, value],
        ]
      : [[year, value]];
  });
}

/** A value of a line in a year: a point, or where a plan's path stands between two of its points. */
export interface LineReading {
  readonly series: LineSeries;
  readonly year: number;
  readonly value: number;
  /** `between`: on the plan's path, between values that the plan states. */
  readonly status: Status | 'between';
}

/** What each line says of a year, leaving out the lines that say nothing. */
export function readYear(series: readonly LineSeries[], year: number): readonly LineReading[] {
  return series.flatMap((line): LineReading[] => {
    const point = line.points.find((candidate) => candidate.year === year);
    if (point !== undefined)
      return point.value === null ? [] : [{ series: line, year, value: point.value, status: point.status }];
    if (line.kind !== 'plan') return [];
    const path = line.points.flatMap(({ year: at, value }) => (value === null ? [] : [{ at, value }]));
    const value = valueAt(path, year, line.join ?? 'linear');
    return value === undefined ? [] : [{ series: line, year, value, status: 'between' }];
  });
}

export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** False: the axis is cut below the data, and the chart must say so. */
  readonly fromZero: boolean;
}

/** Share of the largest value that an axis spans at least, so that a flat line is not blown up into a dramatic one. */
export const LEAST_SPAN = 0.02;

/**
 * A y axis for values: it starts at 0 where the values lie near 0 (they spread over half the largest or more), and is cut otherwise. Ends and
 * steps are round numbers (1, 2, 2.5, 5 times a power of ten).
 */
export function valueAxis(values: readonly number[]): ValueAxis {
  if (values.length === 0) return { from: 0, to: 1, step: 0.5, fromZero: true };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const fromZero = low <= 0 || high - low >= largest / 2;
  const middle = (low + high) / 2;
  const half = Math.max(high - low, largest * LEAST_SPAN, 1e-9) / 2;
  const [bottom, top] = fromZero ? [Math.min(0, low), Math.max(0, high) || 1] : [middle - half, middle + half];
  const step = roundStep((top - bottom) / 5);
  const steps = (count: number): number => Number((count * step).toPrecision(12));
  return { from: steps(Math.floor(bottom / step + 1e-9)), to: steps(Math.ceil(top / step - 1e-9)), step, fromZero };
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** First and last year with a point, at least a year apart. */
export function yearDomain(series: readonly LineSeries[]): readonly [number, number] {
  const years = series.flatMap((line) => line.points.map((point) => point.year));
  if (years.length === 0) return [0, 1];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? [first - 1, last + 1] : [first, last];
}

/** Every value shown, for the axis. */
export const shownValues = (series: readonly LineSeries[]): readonly number[] =>
  series.flatMap((line) => line.points.flatMap((point) => (point.value === null ? [] : [point.value])));
