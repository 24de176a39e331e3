import { valueAxis } from '#charts';
import type { Ref } from 'react';
import { COLOURS } from './colours.ts';
import { Drawing } from './Drawing.tsx';
import type { PlotLine } from './LinePlot.tsx';
import { PlotLines } from './PlotLines.tsx';
import { straightScale } from './plot.ts';

/** Lines over years in little room: first and last year, the axis' ends, and the last value of each line. */
export function SmallPlot({
  ref,
  label,
  lines,
  width,
  height,
  years,
  format,
}: {
  ref: Ref<SVGSVGElement>;
  label: string;
  lines: readonly PlotLine[];
  width: number;
  height: number;
  years: readonly [number, number];
  format: (value: number) => string;
}) {
  const axis = valueAxis(lines.flatMap((line) => line.points.map(({ value }) => value)));
  const x = straightScale([...years], [4, width - 8]);
  const y = straightScale([axis.from, axis.to], [height - 18, 8]);
  return (
    <Drawing ref={ref} width={width} height={height} label={label} fontSize={11}>
      {[axis.from, axis.to].map((end) => (
        <g key={end}>
          <line x1={4} x2={width - 8} y1={y(end)} y2={y(end)} stroke={COLOURS.line} />
          <text x={4} y={y(end) + (end === axis.to ? 11 : -3)} fill={COLOURS.soft}>
            {format(end)}
          </text>
        </g>
      ))}
      {years.map((year, index) => (
        <text key={year} x={x(year)} y={height - 4} textAnchor={index === 0 ? 'start' : 'end'} fill={COLOURS.soft}>
          {year}
        </text>
      ))}
      <PlotLines lines={lines} x={x} y={y} />
    </Drawing>
  );
}
