import { valueAxis } from '#charts';
import type { FanYear } from '#outlook';
import { BANDS } from '#outlook';
import type { MouseEvent, Ref } from 'react';
import { useRef, useState } from 'react';
import { useLocal } from '../../text/language.tsx';
import { COLOURS } from './colours.ts';
import { Drawing } from './Drawing.tsx';
import { Mark, PlotLines } from './PlotLines.tsx';
import { areaPath, roundTicks, spreadLabels, straightScale, textWidth } from './plot.ts';
import { useWidth } from './use-width.ts';

export interface PlotLine {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly width: number;
  readonly dash?: string | undefined;
  /** Marks at these points; `only` draws no line between them. */
  readonly marks?: 'circle' | 'diamond' | undefined;
  readonly only?: boolean;
  readonly points: readonly { readonly year: number; readonly value: number }[];
}

/** What trajectories span: light between the outer bounds, darker between the inner. */
export interface PlotBand {
  readonly colour: string;
  readonly years: readonly FanYear[];
}

const SIZE = 12;
const GAP = 15;

/** Lines over years as one light SVG that can be redrawn at every frame: labels at the lines' ends, a chosen year, readings under the pointer. */
export function LinePlot({
  ref,
  label,
  lines,
  band,
  height,
  unit,
  cutWords,
  chosen,
  format,
}: {
  ref: Ref<SVGSVGElement>;
  label: string;
  lines: readonly PlotLine[];
  band?: PlotBand | undefined;
  height: number;
  unit: string;
  cutWords: string;
  chosen: number;
  format: (value: number) => string;
}) {
  const local = useLocal();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 440);
  const [hovered, setHovered] = useState<number>();
  const spanned = band?.years ?? [];
  const values = [
    ...lines.flatMap((line) => line.points.map(({ value }) => value)),
    ...spanned.flatMap(({ low95, high95 }) => [low95, high95]),
  ];
  const years = lines.flatMap((line) => line.points.map(({ year }) => year));
  if (years.length === 0) return <div ref={host} style={{ height }} />;
  const axis = valueAxis(values);
  const present = lines.filter((line) => line.points.length > 0);
  const labelled = present.filter((line) => line.only !== true);
  const roomy = width > 380;
  const key = roomy ? present.filter((line) => line.only === true) : present;
  const perRow = roomy ? Math.max(1, key.length) : 2;
  const right = roomy ? 12 + Math.max(...labelled.map((line) => textWidth(line.label, SIZE))) : 20;
  const top = 24 + GAP * Math.ceil(key.length / perRow);
  const bottom = height - 22;
  const x = straightScale([Math.min(...years), Math.max(...years)], [50, width - right]);
  const y = straightScale([axis.from, axis.to], [bottom, top]);
  const ticks = Array.from(
    { length: Math.round((axis.to - axis.from) / axis.step) + 1 },
    (_, index) => axis.from + index * axis.step,
  );
  const ends = labelled.map((line) => line.points[line.points.length - 1]!);
  const heights = spreadLabels(
    ends.map(({ value }) => y(value)),
    GAP,
    [top, bottom],
  );
  const yearAt = (event: MouseEvent<SVGSVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const year = Math.round(x.invert(event.clientX - box.left));
    return Math.min(Math.max(...years), Math.max(Math.min(...years), year));
  };
  const readings =
    hovered === undefined
      ? []
      : lines.flatMap((line) =>
          line.points.filter(({ year }) => year === hovered).map(({ value }) => ({ line, value })),
        );
  return (
    <div ref={host} className="lab-plot">
      <Drawing
        ref={ref}
        width={width}
        height={height}
        label={label}
        onPointerMove={(event) => setHovered(yearAt(event))}
        onPointerLeave={() => setHovered(undefined)}
      >
        <text x={4} y={12} fill={COLOURS.soft}>
          {axis.fromZero ? unit : `${unit} · ${cutWords}`}
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={50} x2={width - right} y1={y(tick)} y2={y(tick)} stroke={COLOURS.line} />
            <text x={44} y={y(tick) + 4} textAnchor="end" fill={COLOURS.soft}>
              {Number(tick.toPrecision(10)).toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {roundTicks([Math.min(...years), Math.max(...years)], Math.max(2, Math.floor((width - right - 50) / 60)))
          .filter(Number.isInteger)
          .map((tick) => (
            <text key={tick} x={x(tick)} y={height - 5} textAnchor="middle" fill={COLOURS.soft}>
              {tick}
            </text>
          ))}
        <line x1={x(chosen)} x2={x(chosen)} y1={top} y2={bottom} stroke={COLOURS.soft} strokeDasharray="2 3" />
        {band !== undefined &&
          BANDS.map(({ low, high, label: name }) => (
            <path
              key={low}
              d={areaPath(spanned.map((row) => ({ x: x(row.year), low: y(row[low]), high: y(row[high]) })))}
              fill={band.colour}
              fillOpacity={0.16}
            >
              <title>{local(name)}</title>
            </path>
          ))}
        <PlotLines lines={lines} x={x} y={y} />
        {roomy &&
          labelled.map((line, index) => (
            <text key={line.id} x={width - right + 6} y={heights[index]! + 4} fill={line.colour}>
              {line.label}
            </text>
          ))}
        {key.map((line, index) => (
          <g
            key={line.id}
            transform={`translate(${4 + (index % perRow) * (roomy ? 110 : width / 2)} ${12 + GAP * (1 + Math.floor(index / perRow))})`}
          >
            {line.only !== true && (
              <line
                x1={0}
                x2={24}
                y1={-4}
                y2={-4}
                stroke={line.colour}
                strokeWidth={line.width}
                strokeDasharray={line.dash}
              />
            )}
            {line.marks !== undefined && <Mark kind={line.marks} x={12} y={-4} colour={line.colour} />}
            <text x={29} fill={line.colour}>
              {line.label}
            </text>
          </g>
        ))}
        {hovered !== undefined && (
          <line data-screen="" x1={x(hovered)} x2={x(hovered)} y1={top} y2={bottom} stroke={COLOURS.ink} />
        )}
      </Drawing>
      {hovered !== undefined && readings.length > 0 && (
        <div
          className="lab-readings"
          style={x(hovered) < width / 2 ? { left: x(hovered) + 10 } : { right: width - x(hovered) + 10 }}
        >
          <b>{hovered}</b>
          {readings.map(({ line, value }) => (
            <div key={line.id}>
              <i style={{ color: line.colour }}>
                {line.marks === 'diamond' ? '◆' : line.marks === 'circle' ? '●' : '━'}
              </i>{' '}
              {line.label} <b>{format(value)}</b>
            </div>
          ))}
          {spanned
            .filter(({ year }) => year === hovered)
            .flatMap((row) =>
              [...BANDS].reverse().map(({ low, high, label: name }) => (
                <div key={low}>
                  {local(name)} <b>{`${format(row[low])} – ${format(row[high])}`}</b>
                </div>
              )),
            )}
        </div>
      )}
    </div>
  );
}
