import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '#datasets';
import { judgedOn, nextDue } from './feed-standing.ts';

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('when a feed is due', () => {
  it('is a cycle after what was known, on the last day of a shorter month', () => {
    expect(nextDue('2024-12-31', 'daily')).toBe('2025-01-01');
    expect(nextDue('2024-12-30', 'weekly')).toBe('2025-01-06');
    expect(nextDue('2025-01-31', 'monthly')).toBe('2025-02-28');
    expect(nextDue('2024-11-30', 'quarterly')).toBe('2025-02-28');
    expect(nextDue('2024-02-29', 'yearly')).toBe('2025-02-28');
  });

  it('is later than what was known, and later the longer the cycle', () => {
    fc.assert(
      fc.property(days, (day) => {
        const dues = (['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const).map((cycle) =>
          nextDue(day, cycle),
        );
        expect([day, ...dues]).toEqual([day, ...dues].toSorted());
        expect(new Set([day, ...dues]).size).toBe(6);
      }),
    );
  });
});

const batch = (dataset: string, knownUntil: string | null, simulated: boolean): Batch =>
  ({ dataset, knownUntil, simulated }) as Batch;

describe('the day on which feeds are judged', () => {
  it('is today, but in a simulated city the day that most deliveries tell of last', () => {
    const simulated = [
      batch('births', '2024-12-30', true),
      batch('deaths', '2024-12-31', true),
      batch('marriages', '2024-11-30', true),
      batch('school', '2024-12-31', true),
      batch('school', '2025-01-31', true),
      batch('deaths', '2025-01-31', true),
      batch('births', '2025-02-02', true),
    ];
    expect(judgedOn([], '2026-12-01')).toBe('2026-12-01');
    expect(judgedOn([batch('births', '2024-12-31', false)], '2026-12-01')).toBe('2026-12-01');
    expect(judgedOn(simulated.slice(0, 4), '2026-12-01')).toBe('2024-12-31');
    expect(judgedOn(simulated, '2026-12-01')).toBe('2025-01-31');
    expect(judgedOn([batch('births', null, true)], '2026-12-01')).toBe('2026-12-01');
  });
});
