import type { PyramidRow, PyramidUnit } from '#charts';
import { ageLabel } from '#charts';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { fill } from '../text/catalogue.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { PyramidLayout } from './pyramid-layout.ts';
import { BOTTOM, TOP, barColour, outlinePath, pyramidLayout, round } from './pyramid-layout.ts';
import { useElementWidth } from './pyramid-size.ts';
import { pyramidText } from './pyramid-text.ts';

export interface PyramidSide {
  readonly label: string;
  readonly rows: readonly PyramidRow[];
}

/**
 * A pyramid with filled bars and, to compare, another one as dashed outline. `longest` fixes the scale, so that years drawn one after another
 * may be compared. Ages are read by pointer or arrow keys.
 */
export function PyramidChart({
  shown,
  compared,
  unit,
  longest,
  title,
  name,
  notes,
  height = 500,
  extra,
}: {
  shown: PyramidSide;
  compared?: PyramidSide | undefined;
  unit: PyramidUnit;
  longest: number;
  title: string;
  name: string;
  notes: readonly string[];
  height?: number;
  extra?: ReactNode;
}) {
  const text = useText(pyramidText);
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const width = useElementWidth(host, 640);
  const [at, setAt] = useState<number>();
  const layout = pyramidLayout(width, height, longest);
  const format = (value: number): string =>
    unit === 'share' ? `${value.toFixed(2)}%` : Math.round(value).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const read = (event: PointerEvent<SVGSVGElement>): void => {
    const age = layout.ageAt(event.clientY - event.currentTarget.getBoundingClientRect().top);
    const index = shown.rows.findIndex((row) => age >= row.from && age < row.to + 1);
    setAt(index < 0 ? undefined : index);
  };
  const step = (event: KeyboardEvent): void => {
    const move = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    setAt((now) => Math.min(shown.rows.length - 1, Math.max(0, (now ?? -1) + move)));
  };
  const unitWords = unit === 'share' ? text.share : text.persons;
  const head = (side: PyramidSide, sex: 'female' | 'male'): string => `${side.label} ${text[sex]} (${unitWords})`;
  const sheet = () => ({
    columns: [
      text.age,
      head(shown, 'male'),
      head(shown, 'female'),
      ...(compared === undefined ? [] : [head(compared, 'male'), head(compared, 'female')]),
    ],
    rows: shown.rows.map((row, index) => {
      const other = compared?.rows[index];
      return [
        ageLabel(row.from, row.to),
        row.male,
        row.female,
        ...(other === undefined ? [] : [other.male, other.female]),
      ];
    }),
    notes,
  });
  const row = at === undefined ? undefined : shown.rows[at];
  return (
    <ChartFrame title={title} name={name} sheet={sheet} svg={() => drawing.current?.outerHTML ?? ''} extra={extra}>
      <div ref={host}>
        <svg
          ref={drawing}
          xmlns="http://www.w3.org/2000/svg"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          fontFamily="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
          fontSize={12}
          fill="#1f2d3a"
          // An input cannot hold the drawing whose ages it reads.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          aria-label={name}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={shown.rows.length - 1}
          aria-valuenow={at ?? 0}
          aria-valuetext={row === undefined ? text.hint : reading(row, shown.label)}
          tabIndex={0}
          style={{ display: 'block', touchAction: 'pan-y' }}
          onPointerMove={read}
          onPointerDown={read}
          onPointerLeave={() => setAt(undefined)}
          onKeyDown={step}
        >
          <Legend shown={shown} compared={compared} layout={layout} />
          <Axes layout={layout} height={height} unit={unit} language={language} words={unitWords} />
          {shown.rows.map((bar, index) =>
            (['male', 'female'] as const).map((sex) => (
              <rect
                key={`${bar.from} ${sex}`}
                x={round(sex === 'male' ? layout.x('male', bar.male) : layout.right)}
                y={round(layout.y(bar.to + 1))}
                width={round(layout.length(bar[sex]))}
                height={round(
                  Math.max(0.5, layout.y(bar.from) - layout.y(bar.to + 1) - (bar.from === bar.to ? 0.4 : 1.5)),
                )}
                fill={barColour(sex, bar.from)}
                stroke={index === at ? '#111' : 'none'}
              />
            )),
          )}
          {compared !== undefined &&
            (['male', 'female'] as const).map((sex) => (
              <path
                key={sex}
                d={outlinePath(compared.rows, sex, layout)}
                fill="none"
                stroke="#222"
                strokeWidth={1.6}
                strokeDasharray="5 3"
              />
            ))}
        </svg>
      </div>
      <p className="soft pyramid-reading" aria-live="polite">
        {row === undefined ? `${text.zones}${text.hint}` : reading(row, shown.label)}
        {at !== undefined && compared?.rows[at] !== undefined && ` | ${reading(compared.rows[at], compared.label)}`}
      </p>
    </ChartFrame>
  );

  function reading(of: PyramidRow, label: string): string {
    return `${label} ${fill(text.years, { age: ageLabel(of.from, of.to) })}: ${text.male} ${format(of.male)}, ${text.female} ${format(of.female)}`;
  }
}

function Legend({
  shown,
  compared,
  layout,
}: {
  shown: PyramidSide;
  compared: PyramidSide | undefined;
  layout: PyramidLayout;
}) {
  const text = useText(pyramidText);
  return (
    <g>
      <text x={layout.left} y={TOP - 8} textAnchor="end" fontWeight={600} fill={barColour('male', 60)}>
        {text.male}
      </text>
      <text x={layout.right} y={TOP - 8} fontWeight={600} fill={barColour('female', 60)}>
        {text.female}
      </text>
      <rect x={4} y={5} width={8} height={11} fill={barColour('male', 20)} />
      <rect x={12} y={5} width={8} height={11} fill={barColour('female', 20)} />
      <text x={25} y={15}>
        {shown.label}
      </text>
      {compared !== undefined && (
        <>
          <path d={`M${layout.right} 11h18`} stroke="#222" strokeWidth={1.6} strokeDasharray="5 3" />
          <text x={layout.right + 23} y={15}>
            {compared.label}
          </text>
        </>
      )}
    </g>
  );
}

function Axes({
  layout,
  height,
  unit,
  language,
  words,
}: {
  layout: PyramidLayout;
  height: number;
  unit: PyramidUnit;
  language: string;
  words: string;
}) {
  const tick = (value: number): string =>
    unit === 'share'
      ? `${value}%`
      : value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { notation: 'compact', maximumFractionDigits: 1 });
  const ages = Array.from({ length: 11 }, (_, index) => index * 10);
  const foot = height - BOTTOM;
  return (
    <g fontSize={11}>
      {layout.axis.ticks.flatMap((value) =>
        (['male', 'female'] as const).map((sex) => (
          <g key={`${value} ${sex}`}>
            <path d={`M${round(layout.x(sex, value))} ${TOP}V${foot}`} stroke="#e3e8ed" />
            <text x={layout.x(sex, value)} y={foot + 15} textAnchor="middle" fill="#5b6b79">
              {tick(value)}
            </text>
          </g>
        )),
      )}
      {ages.map((age) => (
        <text
          key={age}
          x={layout.centre}
          y={layout.y(age === 100 ? 100.5 : age) + (age === 0 ? 0 : 4)}
          textAnchor="middle"
          fill="#5b6b79"
        >
          {age === 100 ? '100+' : age}
        </text>
      ))}
      <text x={layout.centre} y={height - 4} textAnchor="middle" fill="#5b6b79">
        {words}
      </text>
    </g>
  );
}
