import type { PyramidRow } from '#charts';
import { pyramidAxis } from '#charts';
import type { Ref } from 'react';
import { useRef, useState } from 'react';
import { COLOURS } from './colours.ts';
import { Drawing } from './Drawing.tsx';
import { straightScale } from './plot.ts';
import { useWidth } from './use-width.ts';

const SEXES = ['male', 'female'] as const;

/** A pyramid of single ages: filled for one projection, an outline for the reference. `longest` holds the scale for all years. */
export function PyramidPlot({
  ref,
  label,
  rows,
  outline,
  longest,
  height,
  words,
  caption,
  format,
}: {
  ref: Ref<SVGSVGElement>;
  label: string;
  rows: readonly PyramidRow[];
  outline: readonly PyramidRow[] | undefined;
  longest: number;
  height: number;
  words: { male: string; female: string; age: string; unit: string };
  /** What is filled and what is outlined. */
  caption: string;
  format: (value: number) => string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 440);
  const [hovered, setHovered] = useState<number>();
  const { limit, ticks } = pyramidAxis(longest);
  const middle = width / 2;
  const top = 38;
  const bottom = height - 22;
  const reach = straightScale([0, limit], [0, middle - 30]);
  const y = straightScale([0, 101], [bottom, top]);
  const side = { male: -1, female: 1 } as const;
  const gap = 14;
  const steps = (of: readonly PyramidRow[], sex: 'male' | 'female'): string =>
    of
      .map((row) => {
        const edge = (middle + side[sex] * (gap + reach(row[sex]))).toFixed(1);
        return `L${edge} ${y(row.from).toFixed(1)}L${edge} ${y(row.to + 1).toFixed(1)}`;
      })
      .join('');
  const base = (sex: 'male' | 'female'): number => middle + side[sex] * gap;
  const row = rows.find(({ from }) => from === hovered);
  const other = outline?.find(({ from }) => from === hovered);
  const marked = ticks.filter((_, index) => ticks.length <= 4 || index % 2 === 0);
  return (
    <div ref={host} className="lab-plot">
      <Drawing
        ref={ref}
        width={width}
        height={height}
        label={label}
        onPointerMove={(event) => {
          const age = Math.floor(y.invert(event.clientY - event.currentTarget.getBoundingClientRect().top));
          setHovered(age >= 0 && age <= 100 ? age : undefined);
        }}
        onPointerLeave={() => setHovered(undefined)}
      >
        <text x={4} y={12} fill={COLOURS.soft}>
          {caption}
        </text>
        {SEXES.map((sex) => (
          <g key={sex}>
            {marked.map((tick) => (
              <g key={tick}>
                <line
                  x1={base(sex) + side[sex] * reach(tick)}
                  x2={base(sex) + side[sex] * reach(tick)}
                  y1={top}
                  y2={bottom}
                  stroke={COLOURS.line}
                />
                {tick > 0 && (
                  <text
                    x={base(sex) + side[sex] * reach(tick)}
                    y={height - 6}
                    textAnchor="middle"
                    fill={COLOURS.soft}
                    fontSize={11}
                  >
                    {tick.toLocaleString('en-GB')}
                  </text>
                )}
              </g>
            ))}
            <path d={`M${base(sex)} ${y(0)}${steps(rows, sex)}L${base(sex)} ${y(101)}Z`} fill={COLOURS[sex]} />
            {outline !== undefined && (
              <path
                d={`M${base(sex)} ${y(0)}${steps(outline, sex)}`}
                fill="none"
                stroke={COLOURS.ink}
                strokeWidth={1}
              />
            )}
            <text x={middle + side[sex] * (middle - 40)} y={30} textAnchor="middle" fill={COLOURS.ink}>
              {words[sex]}
            </text>
          </g>
        ))}
        {[0, 20, 40, 60, 80, 100].map((age) => (
          <text key={age} x={middle} y={y(age)} textAnchor="middle" fill={COLOURS.soft} fontSize={10}>
            {age === 100 ? '100+' : age}
          </text>
        ))}
        <text x={middle} y={height - 6} textAnchor="middle" fill={COLOURS.soft} fontSize={11}>
          {words.unit}
        </text>
        {row !== undefined && (
          <rect
            data-screen=""
            x={0}
            width={width}
            y={y(row.to + 1)}
            height={y(row.from) - y(row.to + 1)}
            fill={COLOURS.ink}
            opacity={0.15}
          />
        )}
      </Drawing>
      {row !== undefined && (
        <div className="lab-readings" style={{ left: 8, top }}>
          <b>
            {words.age} {row.from === 100 ? '100+' : row.from}
          </b>
          {SEXES.map((sex) => (
            <div key={sex}>
              {words[sex]} <b>{format(row[sex])}</b>
              {other !== undefined && ` (${format(other[sex])})`}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
