import { useMemo, useRef } from 'react';
import { useText } from '../../text/language.tsx';
import { useWidth } from '../forecast/use-width.ts';
import { personText } from './person-text.ts';
import type { Spell, SpellBar } from './spell-bars.ts';
import { spellBars, yearTicks } from './spell-bars.ts';
import { useWords } from './use-words.ts';

const ROW = 30;
const TOP = 20;

/** 房: where the person lived and was registered, on a line of time, and the same as a table with when it was known. */
export function SpellsPanel({ spells, known }: { spells: readonly Spell[]; known: string }) {
  const text = useText(personText);
  const words = useWords();
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const { bars, from, to } = useMemo(() => spellBars(spells, known), [spells, known]);
  const x = (at: number): number => ((at - from) / (to - from)) * (width - 2) + 1;
  const height = TOP + bars.length * ROW + 4;
  const placeOf = ({ county, township }: Spell): string =>
    width < 500 && township !== null ? words.place(township) : words.place(county, township);
  const label = ({ spell }: SpellBar): string =>
    `${text[SPELL_WORDS[spell.kind]]} ${placeOf(spell)} · ${words.dataset(spell.dataset)}`;
  return (
    <section className="rg-wide">
      <h3>{text.where}</h3>
      <div ref={host}>
        {bars.length === 0 ? (
          <p className="soft">{text.noSpells}</p>
        ) : (
          <svg className="rg-spells" width={width} height={height} role="img" aria-label={text.spellsLabel}>
            {yearTicks(from, to, Math.max(2, Math.floor(width / 70))).map(({ year, at }) => (
              <g key={year}>
                <line x1={x(at)} x2={x(at)} y1={TOP - 4} y2={height} className="rg-tick" />
                <text x={x(at)} y={12} textAnchor="middle">
                  {year}
                </text>
              </g>
            ))}
            {bars.map((bar, index) => {
              const y = TOP + index * ROW;
              const left = x(bar.from);
              const span = Math.max(4, x(bar.to) - left);
              const words = label(bar);
              return (
                <g key={index} className={`rg-${bar.spell.kind}`}>
                  <rect x={left} y={y + 17} width={span} height={8} rx={2} className={bar.openStart ? 'rg-open' : ''} />
                  {bar.openEnd && <path d={`M${left + span - 6} ${y + 15} l8 6 l-8 6z`} />}
                  <text x={Math.max(0, Math.min(left, width - lengthOf(words)))} y={y + 13}>
                    {words}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      </div>
      {bars.length > 0 && (
        <details>
          <summary>{text.asTable}</summary>
          <div className="rg-scroll">
            <table>
              <thead>
                <tr>
                  {[text.kind, text.place, text.since, text.until, text.knownFrom, text.knownTo, text.source].map(
                    (title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {bars.map(({ spell }, index) => (
                  <tr key={index}>
                    <td>{text[SPELL_WORDS[spell.kind]]}</td>
                    <td>{words.place(spell.county, spell.township)}</td>
                    <td>{spell.since ?? '—'}</td>
                    <td>{spell.until ?? '—'}</td>
                    <td>{spell.knownFrom}</td>
                    <td>{spell.knownTo ?? '—'}</td>
                    <td>{words.dataset(spell.dataset)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      <p className="source">{text.spellsNote}</p>
    </section>
  );
}

const SPELL_WORDS = { residence: 'residence', hukou: 'hukou-spell' } as const;

/** About how many pixels a text of 12 px takes. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 12 : 7), 0);
