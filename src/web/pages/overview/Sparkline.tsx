import type { Figure } from '#base';

const [WIDTH, HEIGHT, PAD] = [64, 20, 3];

/** Course of a series in the size of a word; decoration beside the figure itself. */
export function Sparkline({ figures }: { figures: readonly Figure[] }) {
  const points = figures.map((figure) => [figure.year, Number(figure.value)] as const);
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const values = points.map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (year: number): number => PAD + ((year - first[0]) / (last[0] - first[0])) * (WIDTH - 2 * PAD);
  const y = (value: number): number =>
    HEIGHT - PAD - (high === low ? 0.5 : (value - low) / (high - low)) * (HEIGHT - 2 * PAD);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline
        points={points.map(([year, value]) => `${x(year)},${y(value)}`).join(' ')}
        fill="none"
        stroke="#7a8791"
        strokeWidth={1.5}
      />
      <circle cx={x(last[0])} cy={y(last[1])} r={2.5} fill="#0b5a8a" />
    </svg>
  );
}
