import { linePath } from './plot.ts';
import type { PlotLine } from './LinePlot.tsx';
import type { Scale } from './plot.ts';

/** Lines of a plot with their marks, by its scales. */
export function PlotLines({ lines, x, y }: { lines: readonly PlotLine[]; x: Scale; y: Scale }) {
  return lines.map((line) => (
    <g key={line.id}>
      {line.only !== true && (
        <path
          d={linePath(line.points.map(({ year, value }) => ({ x: x(year), y: y(value) })))}
          fill="none"
          stroke={line.colour}
          strokeWidth={line.width}
          strokeDasharray={line.dash}
          strokeLinejoin="round"
        />
      )}
      {line.marks !== undefined &&
        line.points.map(({ year, value }) => (
          <Mark key={year} kind={line.marks!} x={x(year)} y={y(value)} colour={line.colour} />
        ))}
    </g>
  ));
}

/** A point: a filled circle, or a diamond for targets. */
export function Mark({ kind, x, y, colour }: { kind: 'circle' | 'diamond'; x: number; y: number; colour: string }) {
  return kind === 'circle' ? (
    <circle cx={x} cy={y} r={3} fill={colour} />
  ) : (
    <path d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} fill={colour} stroke="#fff" />
  );
}
