import { useEffect, useId, useState } from 'react';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { Choice } from './Choice.tsx';
import { populationText } from './text.ts';

const PAUSES = { slow: 1000, normal: 450, fast: 180 } as const;
type Speed = keyof typeof PAUSES;

/** Slider over the years that there are, with play, pause and speed. Arrow keys, Home, End and Page keys move it. */
export function Timeline({
  years,
  year,
  status,
  onYear,
}: {
  years: readonly number[];
  year: number;
  status: string;
  onYear: (year: number) => void;
}) {
  const text = useText(populationText);
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('normal');
  const index = years.indexOf(year);
  const last = years.length - 1;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (index < last) onYear(years[index + 1]!);
      if (index + 1 >= last) setPlaying(false);
    }, PAUSES[speed]);
    return () => clearTimeout(timer);
  }, [playing, index, last, speed, years, onYear]);
  const press = (): void => {
    if (!playing && index === last) onYear(years[0]!);
    setPlaying(!playing);
  };
  const marks = years
    .map((value, at) => ({ value, at }))
    .filter(({ value, at }) => at === 0 || (at > 3 && value % 10 === 0));
  return (
    <div className="pop-timeline">
      <button type="button" className="pop-play" aria-pressed={playing} onClick={press}>
        <span aria-hidden="true">{playing ? '❚❚' : '▶'}</span> {playing ? text.pause : text.play}
      </button>
      <Choice label={text.speed} value={speed} onChange={setSpeed}>
        {(['slow', 'normal', 'fast'] as const).map((option) => (
          <option key={option} value={option}>
            {text[option]}
          </option>
        ))}
      </Choice>
      <div className="pop-slider">
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          aria-label={text.yearLabel}
          aria-valuetext={`${fill(text.year, { year })} ${status}`}
          onChange={(event) => {
            setPlaying(false);
            onYear(years[Number(event.target.value)]!);
          }}
        />
        <div className="pop-marks" aria-hidden="true">
          {marks.map(({ value, at }) => (
            <span key={value} style={{ left: `calc(8px + (100% - 16px) * ${at / last})` }}>
              {value}
            </span>
          ))}
        </div>
      </div>
      <output htmlFor={id} className="pop-year">
        <strong>{fill(text.year, { year })}</strong>
        <span className="soft">{status}</span>
      </output>
    </div>
  );
}
