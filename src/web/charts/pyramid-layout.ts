import type { PyramidRow } from '#charts';
import { pyramidAxis, pyramidOutline } from '#charts';

export const TOP = 46;
export const BOTTOM = 36;
const GUTTER = 44;
const EDGE = 14;

/** Places of a pyramid's parts: men to the left of the ages, women to the right, ages upwards. */
export function pyramidLayout(width: number, height: number, longest: number) {
  const axis = pyramidAxis(longest);
  const half = (width - GUTTER) / 2 - EDGE;
  const scale = half / axis.limit;
  const left = EDGE + half;
  const right = left + GUTTER;
  const unit = (height - TOP - BOTTOM) / 101;
  const y = (age: number): number => height - BOTTOM - age * unit;
  return {
    axis,
    left,
    right,
    centre: (left + right) / 2,
    length: (value: number): number => value * scale,
    x: (sex: 'female' | 'male', value: number): number =>
      sex === 'male' ? left - value * scale : right + value * scale,
    y,
    /** Age at a height of the drawing. */
    ageAt: (position: number): number => (height - BOTTOM - position) / unit,
  };
}

export type PyramidLayout = ReturnType<typeof pyramidLayout>;

/** Path of a pyramid's outline on one side. */
export function outlinePath(rows: readonly PyramidRow[], sex: 'female' | 'male', layout: PyramidLayout): string {
  const points = pyramidOutline(rows, sex).map(
    ({ value, age }) => `${round(layout.x(sex, value))},${round(layout.y(age))}`,
  );
  return `M${points.join('L')}`;
}

const ZONES = ['light', 'middle', 'dark'] as const;
const COLOURS = {
  female: { light: '#f0b878', middle: '#dd8a35', dark: '#ad5c10' },
  male: { light: '#9cc3dd', middle: '#5796bf', dark: '#1f5f8b' },
} as const;

/** Fill of a bar: its sex by hue, children, working ages and 60+ from light to dark. */
export const barColour = (sex: 'female' | 'male', from: number): string =>
  COLOURS[sex][ZONES[from < 15 ? 0 : from < 60 ? 1 : 2]];

export const round = (value: number): number => Math.round(value * 100) / 100;
