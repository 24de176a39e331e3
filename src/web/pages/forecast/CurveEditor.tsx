import type { Span } from '#charts';
import type { ReactNode, Ref } from 'react';
import { useRef } from 'react';
import { COLOURS, FONT, REFERENCE_DASH } from './colours.ts';
import type { Scale } from './plot.ts';
import { linePath, roundTicks, straightScale } from './plot.ts';
import { useWidth } from './use-width.ts';

export interface CurvePoint {
  readonly year: number;
  readonly value: number;
}

const HEIGHT = 124;
const EDGE = { left: 52, right: 18, top: 12, bottom: 20 };

/**
 * A small drawing of an assumption: history solid with dots, the reference dashed, the user's own curve in its colour, and handles laid on
 * it by `handles`, which is given the scales.
 */
export function CurveEditor({
  ref,
  label,
  years,
  anchor,
  domain,
  history,
  reference,
  own,
  format,
  handles,
}: {
  ref: Ref<SVGSVGElement>;
  label: string;
  years: Span;
  anchor: number;
  domain: Span;
  history: readonly CurvePoint[];
  reference: readonly CurvePoint[];
  own: readonly CurvePoint[] | undefined;
  format: (value: number) => string;
  handles: (x: Scale, y: Scale) => ReactNode;
}) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const x = straightScale(years, [EDGE.left, width - EDGE.right]);
  const y = straightScale(domain, [HEIGHT - EDGE.bottom, EDGE.top]);
  const path = (points: readonly CurvePoint[]): string =>
    linePath(points.map(({ year, value }) => ({ x: x(year), y: y(value) })));
  return (
    <div ref={host} className="lab-curve">
      <svg
        ref={ref}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        fontFamily={FONT}
        fontSize={11}
        role="group"
        aria-label={label}
      >
        <rect
          x={x(anchor)}
          y={EDGE.top}
          width={Math.max(0, x(years[1]) - x(anchor))}
          height={HEIGHT - EDGE.top - EDGE.bottom}
          fill="#f4f6f8"
        />
        {roundTicks(domain, 3).map((tick) => (
          <g key={tick}>
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} stroke={COLOURS.line} />
            <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end" fill={COLOURS.soft}>
              {format(tick)}
            </text>
          </g>
        ))}
        {roundTicks(years, 5)
          .filter(Number.isInteger)
          .map((tick) => (
            <text key={tick} x={x(tick)} y={HEIGHT - 5} textAnchor="middle" fill={COLOURS.soft}>
              {tick}
            </text>
          ))}
        <path
          d={path(reference)}
          fill="none"
          stroke={COLOURS.reference}
          strokeWidth={1.8}
          strokeDasharray={REFERENCE_DASH}
        />
        <path d={path(history)} fill="none" stroke={COLOURS.observed} strokeWidth={1.8} />
        {history.map(({ year, value }) => (
          <circle key={year} cx={x(year)} cy={y(value)} r={2.4} fill={COLOURS.observed} />
        ))}
        {own !== undefined && (
          <path d={path(own)} fill="none" stroke={COLOURS.own} strokeWidth={2.6} strokeLinejoin="round" />
        )}
        {handles(x, y)}
      </svg>
    </div>
  );
}
