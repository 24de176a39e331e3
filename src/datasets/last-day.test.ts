import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#warehouse';
import { openDatabase } from '#warehouse';
import { lastDaySql } from './last-day.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Last day of rows: `(day, how many)` each. */
async function lastDay(...rows: readonly (readonly [string, number])[]): Promise<string | null> {
  const values = rows.map(([day, many]) => `(DATE '${day}', ${many})`).join(', ') || `(NULL::DATE, 0)`;
  const [found] = await database.rows<{ day: string | null }>(
    lastDaySql(`(SELECT known_since FROM (VALUES ${values}) v(known_since, many), range(many))`),
  );
  return found!.day;
}

/** A history of so many rows a day, 2015 to 2024. */
const history = async (many: number, ...typed: readonly (readonly [string, number])[]): Promise<string | null> => {
  const days = await database.rows<{ day: string }>(
    `SELECT day::DATE::VARCHAR AS day FROM range(DATE '2015-01-01', DATE '2025-01-01', INTERVAL 1 DAY) r(day)`,
  );
  return lastDay(...days.map(({ day }): [string, number] => [day, many]), ...typed);
};

describe('the day by which rows were known', () => {
  it('is the last one of a long history, not months before it, whatever single dates are mistyped', async () => {
    expect(await history(3)).toBe('2024-12-31');
    expect(await history(3, ['2025-04-01', 1], ['2026-06-01', 1])).toBe('2024-12-31');
    expect(await history(1, ['2025-02-02', 1], ['2026-04-16', 1], ['2026-07-18', 1])).toBe('2024-12-31');
    expect(await history(200, ['2025-01-02', 1], ['2025-01-20', 2], ['2025-09-09', 1])).toBe('2024-12-31');
  });

  it('is that of a stock all known on one day, and of the one day of a small file', async () => {
    expect(await lastDay(['2024-12-31', 5000], ['2026-02-02', 2])).toBe('2024-12-31');
    expect(await lastDay(['2024-11-20', 30], ['2024-12-28', 25], ['2025-11-15', 1])).toBe('2024-12-28');
    expect(await lastDay(['2025-01-02', 3000], ['2025-01-03', 2])).toBe('2025-01-02');
    expect(await lastDay(['2025-01-02', 3])).toBe('2025-01-02');
    expect(await lastDay(['2025-01-01', 40], ['2025-01-02', 3], ['2025-01-03', 38])).toBe('2025-01-03');
  });

  it('follows a feed that became rarer, and one that is rare', async () => {
    expect(await history(10, ['2025-01-15', 20], ['2025-02-15', 20], ['2025-03-15', 20])).toBe('2025-03-15');
    expect(await lastDay(['2023-03-01', 1], ['2023-09-01', 2], ['2024-05-01', 1], ['2024-12-01', 1])).toBe(
      '2024-12-01',
    );
  });

  it('is never after today, and none without rows', async () => {
    expect(await lastDay(['2024-12-31', 10], ['2999-01-01', 10])).toBe('2024-12-31');
    expect(await lastDay()).toBeNull();
  });
});
