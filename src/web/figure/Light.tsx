import type { GreyReason, Light as LightColour } from '#monitoring';
import type { ReactNode } from 'react';
import { useText } from '../text/language.tsx';
import { signalText } from './signal-text.ts';
import './signals.css';

/** Each light has a shape of its own: tick in a disc, bar in a triangle, cross in a square, question mark in a dashed ring. */
const SHAPES: Readonly<Record<LightColour, ReactNode>> = {
  green: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.2 7 10.8l4.6-5.2" />
    </>
  ),
  yellow: (
    <>
      <path d="M8 1.2 15.4 14.6H.6Z" fill="currentColor" stroke="none" />
      <path d="M8 6v4M8 12.2v.6" />
    </>
  ),
  red: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" />
      <path d="m5 5 6 6m0-6-6 6" />
    </>
  ),
  grey: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.6 2" />
      <path d="M6 6.4a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6 1.1M8 11.4v.5" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
};

/** Light of a target as shape, word and colour; for a grey one, the reason too. */
export function Light({ light, reason }: { light: LightColour; reason?: GreyReason | undefined }) {
  const text = useText(signalText);
  return (
    <span className={`signal light-${light}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <g fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round">
          {SHAPES[light]}
        </g>
      </svg>
      <span>
        {text[`light-${light}`]}
        {reason !== undefined && <small className="soft"> · {text[reason]}</small>}
      </span>
    </span>
  );
}
