import { describe, expect, it } from 'vitest';
import { random } from '#base';
import type { PresencePattern } from './latent-residence.ts';
import { latentResidence } from './latent-residence.ts';

const KINDS = [
  { id: 'care', away: 0.01, firmness: 1e6 },
  { id: 'home', away: 0.02, firmness: 50 },
  { id: 'work', away: 0.05, firmness: 50 },
];

/** People of two places of whom a share lives there, shown by signs with given chances. */
function world(people: number, shares: Readonly<Record<string, number>>): PresencePattern[] {
  const draw = random(11);
  const counts = new Map<string, number>();
  for (const [place, share] of Object.entries(shares))
    for (let i = 0; i < people; i++) {
      const here = draw.uniform() < share;
      const chances = here ? [0.4, 0.2, 0.5] : [0.01, 0.02, 0.05];
      const bits = chances.reduce((sum, chance, bit) => (draw.uniform() < chance ? sum | (1 << bit) : sum), 0);
      counts.set(`${place} ${bits}`, (counts.get(`${place} ${bits}`) ?? 0) + 1);
    }
  return [...counts].map(([key, n]) => {
    const [place, bits] = key.split(' ') as [string, string];
    return { stratum: 's', place, bits: Number(bits), people: n };
  });
}

describe('usual residence from signs of life', () => {
  it('finds shares that nobody told it, of places apart', () => {
    const shares = { a: 0.9, b: 0.55 };
    const patterns = world(40_000, shares);
    const model = latentResidence(patterns, KINDS);
    for (const [place, share] of Object.entries(shares)) {
      const own = patterns.filter((pattern) => pattern.place === place);
      const here = own.reduce((sum, { bits, people }) => sum + people * model.probability('s', place, bits), 0);
      expect(Math.abs(here / 40_000 - share)).toBeLessThan(0.015);
    }
  });

  it('a further sign never makes it less likely that somebody is here', () => {
    const model = latentResidence(world(5000, { a: 0.7 }), KINDS);
    for (let bits = 0; bits < 8; bits++)
      for (let sign = 0; sign < 3; sign++)
        expect(model.probability('s', 'a', bits | (1 << sign))).toBeGreaterThanOrEqual(
          model.probability('s', 'a', bits),
        );
  });

  it('knows nothing of a stratum it has not seen', () => {
    expect(latentResidence([], KINDS).probability('s', 'a', 7)).toBe(0.5);
  });
});
