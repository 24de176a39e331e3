import { describe, expect, it } from 'vitest';
import { random } from '#base';
import { latentResidence } from './latent-residence.ts';
import type { PresencePattern } from './pattern-tree.ts';
import type { Level } from './witness.ts';
import { levelNumber } from './witness.ts';

const WITNESSES = [
  { id: 'care', away: 0.01, firmness: 1e6 },
  { id: 'home', away: 0.02, firmness: 50 },
  { id: 'work', away: 0.05, firmness: 50 },
];

const code = (...levels: readonly Level[]): number =>
  levels.reduce((sum, level, witness) => sum | (levelNumber(level) << (3 * witness)), 0);

const pattern = (people: number, ...levels: readonly Level[]): PresencePattern => ({
  group: 'g',
  stratum: 's',
  place: 'p',
  code: code(...levels),
  people,
});

/** People of places of whom a share lives there, shown by three witnesses with given chances. */
function world(
  people: number,
  shares: Readonly<Record<string, number>>,
  chancesHere = [0.4, 0.2, 0.5],
): PresencePattern[] {
  const draw = random(11);
  const patterns = new Map<string, PresencePattern>();
  for (const [place, share] of Object.entries(shares))
    for (let i = 0; i < people; i++) {
      const chances = draw.uniform() < share ? chancesHere : [0.01, 0.02, 0.05];
      const own = code(...chances.map((chance): Level => (draw.uniform() < chance ? 'shown' : 'none')));
      const key = `${place} ${own}`;
      const known = patterns.get(key);
      patterns.set(key, { group: 'g', stratum: 's', place, code: own, people: (known?.people ?? 0) + 1 });
    }
  return [...patterns.values()];
}

const residents = (patterns: readonly PresencePattern[], probabilities: Float64Array, place: string): number =>
  patterns.reduce((sum, pattern, i) => sum + (pattern.place === place ? pattern.people * probabilities[i]! : 0), 0);

describe('usual residence from what witnesses say', () => {
  it('finds shares that nobody told it, of places apart', () => {
    const shares = { a: 0.9, b: 0.55 };
    const patterns = world(40_000, shares);
    const { probabilities } = latentResidence(patterns, WITNESSES);
    for (const [place, share] of Object.entries(shares))
      expect(Math.abs(residents(patterns, probabilities, place) / 40_000 - share)).toBeLessThan(0.015);
  });

  it('agrees with dual-system estimation where two witnesses show nobody away', () => {
    const [both, one, other, neither] = [600, 900, 1400, 3000];
    const patterns = [
      pattern(both, 'shown', 'shown'),
      pattern(one, 'shown', 'none'),
      pattern(other, 'none', 'shown'),
      pattern(neither, 'none', 'none'),
    ];
    const never = ['care', 'work'].map((id) => ({ id, away: 1e-9, firmness: 1e9 }));
    const { probabilities } = latentResidence(patterns, never);
    const petersen = ((both + one) * (both + other)) / both;
    expect(residents(patterns, probabilities, 'p') / petersen).toBeCloseTo(1, 2);
  });

  it('whoever is shown by one witness more is not less likely here', () => {
    const levels: readonly Level[] = ['none', 'shown'];
    const all = levels.flatMap((care) => levels.flatMap((home) => levels.map((work) => code(care, home, work))));
    const people = world(5000, { a: 0.7 });
    const unseen = all.map((own) => ({ group: 'g', stratum: 's', place: 'a', code: own, people: 0 }));
    const { probabilities } = latentResidence([...people, ...unseen], WITNESSES);
    const chance = new Map(unseen.map(({ code: own }, i) => [own, probabilities[people.length + i]!]));
    for (const own of all)
      for (let witness = 0; witness < 3; witness++) {
        const shown = own | (levelNumber('shown') << (3 * witness));
        if (chance.has(shown)) expect(chance.get(shown)).toBeGreaterThanOrEqual(chance.get(own)!);
      }
  });

  it('a witness that nobody can be asked about changes nothing', () => {
    const patterns = world(5000, { a: 0.7, b: 0.8 });
    const before = latentResidence(patterns, WITNESSES).probabilities;
    const after = latentResidence(patterns, [...WITNESSES, { id: 'school', away: 0.01, firmness: 50 }]).probabilities;
    for (let i = 0; i < before.length; i++) expect(after[i]).toBeCloseTo(before[i]!, 9);
  });

  it('one who said to have left is away, where nothing shows otherwise', () => {
    const patterns = [
      ...world(5000, { a: 0.7 }),
      { group: 'g', stratum: 's', place: 'a', code: code('none', 'gone', 'none'), people: 50 },
    ];
    expect(latentResidence(patterns, WITNESSES).probabilities.at(-1)).toBeLessThan(0.1);
  });

  it('counts those on no book, where the books are open', () => {
    const share = 0.8;
    const listed = world(40_000, { a: share }).filter(({ code: own }) => own !== code('none', 'none', 'none'));
    const { probabilities, coverage } = latentResidence(listed, WITNESSES, { open: new Set(['g']) });
    const standing = probabilities.map((chance, i) => chance / coverage[i]!);
    expect(Math.abs(residents(listed, standing, 'a') / (40_000 * share) - 1)).toBeLessThan(0.06);
    expect(coverage[0]! / (1 - 0.6 * 0.8 * 0.5)).toBeCloseTo(1, 1);
  });

  it('a refit of the same patterns from where it ended stays there', () => {
    const patterns = world(5000, { a: 0.7, b: 0.4 });
    const first = latentResidence(patterns, WITNESSES);
    const again = latentResidence(patterns, WITNESSES, { start: first.chances });
    for (let i = 0; i < patterns.length; i++)
      expect(Math.abs(again.probabilities[i]! - first.probabilities[i]!)).toBeLessThan(1e-3);
  });

  it('of nobody it says nothing', () => {
    expect(latentResidence([], WITNESSES).probabilities).toHaveLength(0);
  });
});
