import type { PanoramaAnswer } from '#api/answers';

export type Spell = PanoramaAnswer['spells'][number];

/** A spell on the time line: from and to are days since 1970; open where the rows do not say. */
export interface SpellBar {
  readonly spell: Spell;
  readonly from: number;
  readonly to: number;
  /** Nobody said since when: the bar begins where the register first knew. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const day = (text: string): number => Math.floor(Date.parse(text) / 86_400_000);

/**
 * Bars of spells, residence before hukou and the earlier before the later, and the days they span. A spell without a first day begins when it became known;
 * one without a last day goes on to the day it is looked at, or ends when it was found no longer true.
 */
export function spellBars(
  spells: readonly Spell[],
  known: string,
): { readonly bars: readonly SpellBar[]; readonly from: number; readonly to: number } {
  const bars = spells.map((spell): SpellBar => {
    const from = day(spell.since ?? spell.knownFrom);
    const to = day(spell.until ?? spell.knownTo ?? known);
    return {
      spell,
      from,
      to: Math.max(from, to),
      openStart: spell.since === null,
      openEnd: spell.until === null && spell.knownTo === null,
    };
  });
  const order = (a: SpellBar, b: SpellBar): number =>
    a.spell.kind === b.spell.kind ? a.from - b.from : a.spell.kind === 'residence' ? -1 : 1;
  const until = day(known);
  return {
    bars: bars.sort(order),
    from: Math.min(until - 365, ...bars.map(({ from }) => from)),
    to: Math.max(until, ...bars.map(({ to }) => to)),
  };
}

/** First of January of years that mark a line of days, at most `most` of them, evenly apart. */
export function yearTicks(
  from: number,
  to: number,
  most: number,
): readonly { readonly year: number; readonly at: number }[] {
  const first = new Date(from * 86_400_000).getUTCFullYear() + 1;
  const last = new Date(to * 86_400_000).getUTCFullYear();
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => {
    const year = first + index * step;
    return { year, at: Date.UTC(year, 0, 1) / 86_400_000 };
  });
}
