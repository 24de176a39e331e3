import type { Decomposition, Factor } from '#outlook';
import { FACTORS, FACTOR_NAMES } from '#outlook';
import type { Ref } from 'react';
import { useLocal } from '../../../text/language.tsx';
import { COLOURS } from '../colours.ts';
import { Drawing } from '../Drawing.tsx';
import { straightScale } from '../plot.ts';

const FILLS: Readonly<Record<Factor, string>> = {
  base: '#7a8791',
  fertility: '#c2410c',
  mortality: '#6a51a3',
  migration: '#0b5a8a',
};
const ROW = 20;
const LEFT = 120;

/** Parts of a difference as bars from zero, year by year. */
export function FactorBars({
  ref,
  label,
  rows,
  width,
  format,
}: {
  ref: Ref<SVGSVGElement>;
  label: string;
  rows: readonly Decomposition[];
  width: number;
  format: (value: number) => string;
}) {
  const local = useLocal();
  const values = rows.flatMap(({ parts }) => FACTORS.map((factor) => parts[factor]));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = straightScale([low, high === low ? 1 : high], [LEFT + 60, width - 70]);
  const group = ROW * FACTORS.length + 26;
  const height = group * rows.length;
  return (
    <Drawing ref={ref} width={width} height={height} label={label}>
      {rows.map(({ measure, parts }, index) => (
        <g key={measure.year} transform={`translate(0 ${index * group})`}>
          <text x={4} y={16} fontWeight={600} fill={COLOURS.ink}>
            {measure.year}
          </text>
          {FACTORS.map((factor, row) => {
            const value = parts[factor];
            const top = 22 + row * ROW;
            return (
              <g key={factor}>
                <text x={LEFT} y={top + 13} textAnchor="end" fill={COLOURS.soft}>
                  {local(FACTOR_NAMES[factor])}
                </text>
                <rect
                  x={Math.min(x(0), x(value))}
                  y={top + 3}
                  width={Math.abs(x(value) - x(0))}
                  height={ROW - 7}
                  fill={FILLS[factor]}
                />
                <text
                  x={x(value) + (value < 0 ? -5 : 5)}
                  y={top + 13}
                  textAnchor={value < 0 ? 'end' : 'start'}
                  fill={COLOURS.ink}
                >
                  {format(value)}
                </text>
              </g>
            );
          })}
          <line x1={x(0)} x2={x(0)} y1={20} y2={group - 4} stroke={COLOURS.ink} />
        </g>
      ))}
    </Drawing>
  );
}
