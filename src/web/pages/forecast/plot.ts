import type { Span } from '#charts';

/** A straight scale from values to pixels and back. */
export interface Scale {
  (value: number): number;
  readonly invert: (pixel: number) => number;
}

export function straightScale([d0, d1]: Span, [r0, r1]: Span): Scale {
  const factor = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  const scale = (value: number): number => r0 + (value - d0) * factor;
  return Object.assign(scale, { invert: (pixel: number) => (factor === 0 ? d0 : d0 + (pixel - r0) / factor) });
}

/** Round ticks inside a domain, about as many as asked for. */
export function roundTicks([low, high]: Span, count: number): number[] {
  if (high <= low) return [low];
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((digit) => digit * power).find((width) => width >= raw * (1 - 1e-9))!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** SVG path through points; a gap where a value is undefined. */
export function linePath(points: readonly { readonly x: number; readonly y: number | undefined }[]): string {
  let pen = 'M';
  let path = '';
  for (const { x, y } of points) {
    if (y === undefined) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

/** SVG path around what lies between two bounds. */
export function areaPath(
  points: readonly { readonly x: number; readonly low: number; readonly high: number }[],
): string {
  if (points.length === 0) return '';
  const upper = points.map(({ x, high }) => ({ x, y: high }));
  const lower = points.map(({ x, low }) => ({ x, y: low })).reverse();
  return `${linePath(upper)}${linePath(lower).replace('M', 'L')}Z`;
}

/** Moves labels at heights apart by at least `gap`, in their order, and keeps them inside `[low, high]` as far as there is room. */
export function spreadLabels(heights: readonly number[], gap: number, [low, high]: Span): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a]! - heights[b]!);
  const placed = heights.slice();
  let least = low;
  for (const index of order) {
    placed[index] = Math.max(least, heights[index]!);
    least = placed[index] + gap;
  }
  let most = high;
  for (const index of order.slice().reverse()) {
    placed[index] = Math.min(most, placed[index]!);
    most = placed[index] - gap;
  }
  return placed;
}

/** Rough width of a text in px at a font size: full for Chinese characters, 0.56 for others. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? size : size * 0.56), 0);
