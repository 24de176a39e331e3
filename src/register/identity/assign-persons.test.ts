import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Overlap } from './assign-persons.ts';
import { assignPersons } from './assign-persons.ts';

const overlap = (cluster: number, person: string, records: number, since = '2024-01-01'): Overlap => ({
  cluster,
  person,
  records,
  since,
});
const named = (cluster: number): string => `new${cluster}`;

const unique = (list: readonly { cluster: number; person: string; records: number }[]): Overlap[] => [
  ...new Map(list.map((o) => [`${o.cluster} ${o.person}`, overlap(o.cluster, o.person, o.records)])).values(),
];

describe('identifiers of persons', () => {
  it('stay where nothing changed, and are made where nobody was', () => {
    const { persons, events } = assignPersons([1, 2], [overlap(1, 'a', 3)], named);
    expect([...persons]).toEqual([
      [1, 'a'],
      [2, 'new2'],
    ]);
    expect(events).toEqual([{ kind: 'created', person: 'new2' }]);
  });

  it('a merge keeps the person with most records, at a tie the older', () => {
    const many = assignPersons([1], [overlap(1, 'a', 1), overlap(1, 'b', 4)], named);
    expect(many.persons.get(1)).toBe('b');
    expect(many.events).toEqual([{ kind: 'merged', person: 'b', other: 'a' }]);
    const tie = assignPersons([1], [overlap(1, 'a', 2, '2025-01-01'), overlap(1, 'b', 2, '2020-01-01')], named);
    expect(tie.persons.get(1)).toBe('b');
  });

  it('a split leaves the identifier with the larger part', () => {
    const { persons, events } = assignPersons([1, 2], [overlap(1, 'a', 1), overlap(2, 'a', 4)], named);
    expect([...persons]).toEqual([
      [1, 'new1'],
      [2, 'a'],
    ]);
    expect(events).toEqual([{ kind: 'split', person: 'new1', other: 'a' }]);
  });

  const world = fc.array(
    fc.record({
      cluster: fc.nat(8),
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      records: fc.integer({ min: 1, max: 5 }),
    }),
  );
  const clusters = [0, 1, 2, 3, 4, 5, 6, 7, 8];

  it('every cluster has a person, no two the same, whatever happened', () => {
    fc.assert(
      fc.property(world, (list) => {
        const { persons } = assignPersons(clusters, unique(list), named);
        expect(persons.size).toBe(clusters.length);
        expect(new Set(persons.values()).size).toBe(clusters.length);
      }),
    );
  });

  it('every person of before is kept or merged away, once', () => {
    fc.assert(
      fc.property(world, (list) => {
        const overlaps = unique(list);
        const { persons, events } = assignPersons(clusters, overlaps, named);
        const kept = new Set(persons.values());
        for (const person of new Set(overlaps.map((o) => o.person))) {
          const merged = events.filter((event) => event.kind === 'merged' && event.other === person).length;
          expect(merged).toBe(kept.has(person) ? 0 : 1);
        }
      }),
    );
  });

  it('do not depend on the order of what is told', () => {
    fc.assert(
      fc.property(world, (list) => {
        const overlaps = unique(list);
        const there = assignPersons(clusters, overlaps, named);
        const back = assignPersons(clusters, overlaps.toReversed(), named);
        expect([...back.persons]).toEqual([...there.persons]);
      }),
    );
  });
});
