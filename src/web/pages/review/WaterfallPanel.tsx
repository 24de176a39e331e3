import { useMemo, useRef } from 'react';
import { signedNumber } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useWidth } from '../forecast/use-width.ts';
import { evidenceText, evidenceWords, probabilityWords } from './evidence-text.ts';
import { reviewText } from './text.ts';
import type { Step } from './waterfall.ts';
import { bitsOf, probabilityOf, scaleMarks, waterfall } from './waterfall.ts';

const TOP = 22;

/** Between these a clerk decides. */
const DOUBT = [bitsOf(0.1), bitsOf(0.9)] as const;

/** How the evidence moves the odds from the prior to the total, as a drawing and as a table. */
export function WaterfallPanel({ steps, probability }: { steps: readonly Step[]; probability: number }) {
  const text = useText(reviewText);
  const evidence = useText(evidenceText);
  const language = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host, 600);
  const { bars, from, to } = useMemo(() => waterfall(steps), [steps]);
  const narrow = width < 560;
  const left = narrow ? 4 : 230;
  const row = narrow ? 42 : 28;
  const shift = narrow ? 18 : 0;
  const x = (bits: number): number => left + ((bits - from) / (to - from)) * (width - left - 4);
  const height = TOP + (bars.length + 1) * row + 4;
  const marks = scaleMarks(from, to, ((to - from) * 64) / Math.max(1, width - left));
  const total = bars.at(-1)?.to ?? 0;
  const shown = (share: number): string => probabilityWords(share, language);
  const bits = (value: number): string => signedNumber(value, 1, language);
  const nameOf = (step: Step): string => evidenceWords(evidence, step);
  return (
    <>
      <h3>
        {text.evidence} <small className="soft">{fill(text.evidenceSum, { probability: shown(probability) })}</small>
      </h3>
      <div ref={host}>
        <svg className="rv-waterfall" width={width} height={height} role="img" aria-label={text.waterfallLabel}>
          <rect
            className="rv-doubt"
            x={x(DOUBT[0])}
            width={x(DOUBT[1]) - x(DOUBT[0])}
            y={TOP - 4}
            height={height - TOP + 4}
          />
          {marks.map(({ probability: mark, at }) => (
            <g key={mark} className={mark === 0.5 ? 'rv-even' : ''}>
              <line x1={x(at)} x2={x(at)} y1={TOP - 4} y2={height} />
              <text x={x(at)} y={12} textAnchor={x(at) < left + 30 ? 'start' : x(at) > width - 30 ? 'end' : 'middle'}>
                {shown(mark)}
              </text>
            </g>
          ))}
          {bars.map(({ step, from: start, to: end }, index) => {
            const y = TOP + index * row;
            const lower = Math.min(x(start), x(end));
            const upper = Math.max(x(start), x(end));
            const outside = end >= start ? upper + 46 < width : lower - 46 < left;
            return (
              <g key={step.comparison} className={end >= start ? 'rv-for' : 'rv-against'}>
                <text x={narrow ? left : 0} y={y + (narrow ? 13 : 18)} className="rv-step">
                  {nameOf(step)}
                </text>
                <rect x={lower} y={y + shift + 5} width={Math.max(1.5, upper - lower)} height={17} rx={2} />
                <line x1={x(end)} x2={x(end)} y1={y + shift + 22} y2={y + row + shift + 5} className="rv-join" />
                <text x={outside ? upper + 5 : lower - 5} y={y + shift + 18} textAnchor={outside ? 'start' : 'end'}>
                  {bits(step.bits)}
                </text>
              </g>
            );
          })}
          <g className="rv-total">
            <text x={narrow ? left : 0} y={TOP + bars.length * row + (narrow ? 13 : 18)} className="rv-step">
              {text.total}
            </text>
            <circle cx={x(total)} cy={TOP + bars.length * row + shift + 13} r={6} />
            <text
              x={x(total) + (x(total) > width * 0.75 ? -11 : 11)}
              y={TOP + bars.length * row + shift + 18}
              textAnchor={x(total) > width * 0.75 ? 'end' : 'start'}
            >
              {bits(total)} → {shown(probabilityOf(total))}
            </text>
          </g>
        </svg>
      </div>
      <details>
        <summary>{text.asTable}</summary>
        <table className="rv-steps">
          <thead>
            <tr>
              <th scope="col">{text.evidence}</th>
              <th scope="col" className="number">
                {text.bits}
              </th>
              <th scope="col" className="number">
                {text.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.comparison}>
                <th scope="row">{nameOf(step)}</th>
                <td className="number">{bits(step.bits)}</td>
                <td className="number">{shown(probabilityOf(step.total))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <p className="source">{text.evidenceNote}</p>
    </>
  );
}
