import type { Batch } from '#datasets';
import { settledRows } from '#datasets';
import type { Dataset } from '#plan';
import type { FeedAnswer } from './answers.ts';

/**
 * Day on which all feeds of a home are judged: today, or, where there are simulated rows, the day that most feeds tell of last: there the clock of the simulated
 * city stands, which goes on with its next delivery.
 */
export function judgedOn(batches: readonly Batch[], today = new Date().toISOString().slice(0, 10)): string {
  if (!batches.some(({ simulated }) => simulated)) return today;
  const latest = new Map(batches.map(({ dataset, knownUntil }) => [dataset, knownUntil]));
  const days = [...latest.values()].flatMap((day) => day ?? []).toSorted();
  const feedsAt = (day: string): number => days.filter((other) => other === day).length;
  return days.reduce((found, day) => (feedsAt(day) >= feedsAt(found) ? day : found), days[0] ?? today);
}

/** How a feed stands on a day, `YYYY-MM-DD`, by its batches, oldest first. */
export function feedStanding({ id, refresh }: Dataset, batches: readonly Batch[], day: string): FeedAnswer {
  const sum = (of: 'read' | 'accepted' | 'quarantined'): number =>
    batches.reduce((total, batch) => total + batch[of], 0);
  const known = batches.flatMap(({ knownUntil }) => knownUntil ?? []).toSorted();
  const knownUntil = known.at(-1) ?? null;
  const dueOn = knownUntil === null ? null : nextDue(knownUntil, refresh.cycle);
  return {
    id,
    batches: batches.length,
    read: sum('read'),
    accepted: sum('accepted'),
    quarantined: sum('quarantined'),
    mended: settledRows(batches).size,
    knownUntil,
    landed: batches.at(-1)?.landed ?? null,
    freshness: dueOn === null ? 'never' : dueOn < day ? 'late' : 'fresh',
    dueOn,
    judgedOn: day,
    simulated: batches.some(({ simulated }) => simulated),
  };
}

const DAYS = { daily: 1, weekly: 7 } as const;
const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/** The day one cycle after another; of months the same day, or the last of a shorter month. */
export function nextDue(day: string, cycle: Dataset['refresh']['cycle']): string {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number];
  const date =
    cycle in DAYS
      ? new Date(Date.UTC(year, month - 1, of + DAYS[cycle as keyof typeof DAYS]))
      : new Date(
          Math.min(
            Date.UTC(year, month - 1 + MONTHS[cycle as keyof typeof MONTHS], of),
            Date.UTC(year, month + MONTHS[cycle as keyof typeof MONTHS], 0),
          ),
        );
  return date.toISOString().slice(0, 10);
}
