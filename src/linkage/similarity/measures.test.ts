import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { jaro, jaroWinkler, mostJaroWinkler } from './jaro-winkler.ts';
import { latinSound } from './latin-sound.ts';
import { grader } from './measures.ts';
import { prepareText } from './prepared-text.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeé张伟𬭎'), maxLength: 8 });

/** Optimal string alignment by its recursion. */
function slowDistance(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    slowDistance(restA, restB) + (a[0] === b[0] ? 0 : 1),
    slowDistance(restA, b) + 1,
    slowDistance(a, restB) + 1,
    swapped ? slowDistance(a.slice(2), b.slice(2)) + 1 : Infinity,
  );
}

describe('string measures', () => {
  it('published values of Jaro and Jaro-Winkler (Winkler 1990, table of names)', () => {
    for (const [a, b, expectedJaro, expectedWinkler] of [
      ['MARTHA', 'MARHTA', 0.944, 0.961],
      ['DIXON', 'DICKSONX', 0.767, 0.813],
      ['DWAYNE', 'DUANE', 0.822, 0.84],
    ] as const) {
      expect(jaro(prepareText(a), prepareText(b))).toBeCloseTo(expectedJaro, 3);
      expect(jaroWinkler(prepareText(a), prepareText(b))).toBeCloseTo(expectedWinkler, 3);
    }
  });

  it('edits count characters, not bytes or halves of characters', () => {
    for (const [a, b] of [
      ['张伟', '张玮'],
      ['é', 'è'],
      ['𬭎', '𬬭'],
    ] as const)
      expect(editDistance(prepareText(a), prepareText(b), 9)).toBe(1);
  });

  it('edit distance is that of its recursion, and stops one past the limit', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', '张'), maxLength: 5 });
    fc.assert(
      fc.property(short, short, fc.nat(5), (a, b, limit) => {
        const exact = slowDistance([...a], [...b]);
        expect(editDistance(prepareText(a), prepareText(b), limit)).toBe(Math.min(exact, limit + 1));
      }),
    );
  });

  it('the quick bound on Jaro-Winkler is never below it', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x, y] = [prepareText(a), prepareText(b)];
        fc.pre(a !== '' && b !== '');
        expect(mostJaroWinkler(x, y)).toBeGreaterThanOrEqual(jaroWinkler(x, y) - 1e-12);
      }),
    );
  });

  it('grades are symmetric', () => {
    for (const measure of ['name', 'words', 'address', 'code', 'number'] as const)
      fc.assert(
        fc.property(word, word, (a, b) => {
          const grade = grader(measure, [a, b]);
          expect(grade(0, 1)).toBe(grade(1, 0));
        }),
      );
  });

  it('hears Latin names', () => {
    for (const [a, b] of [
      ['Smith', 'Smyth'],
      ['Knight', 'Night'],
      ['Philip', 'Filip'],
      ['Catherine', 'Kathryn'],
      ['Meier', 'Meyer'],
    ] as const)
      expect(latinSound(a)).toBe(latinSound(b));
    expect(latinSound('Smith')).not.toBe(latinSound('Jones'));
  });

  it('neighbours of a street are not one house', () => {
    const grade = grader('address', ['12 high street', '14 high street', '12 high stret']);
    expect(grade(0, 1)).toBe(1);
    expect(grade(0, 2)).toBe(3);
  });
});
