import type { Grade as GradeColour } from '#warning';
import { GRADES } from '#warning';
import { useText } from '../text/language.tsx';
import { signalText } from './signal-text.ts';
import './signals.css';

/** Grade of a warning as bars (one for blue to four for red), word and colour; `short` gives the shortest word. */
export function Grade({ grade, short = false }: { grade: GradeColour; short?: boolean }) {
  const text = useText(signalText);
  const rank = GRADES.indexOf(grade);
  return (
    <span className={`signal grade-${grade}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {GRADES.map((_, index) => (
          <rect
            key={index}
            x={0.5 + index * 4}
            y={11 - index * 3.4}
            width="3"
            height={4.5 + index * 3.4}
            fill={index <= rank ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="0.8"
            opacity={index <= rank ? 1 : 0.45}
          />
        ))}
      </svg>
      <span>{text[`${short ? 'short' : 'grade'}-${grade}` as const]}</span>
    </span>
  );
}
