import { describe, expect, it } from 'vitest';
import type { Action } from '#ledger';
import { openDatabase } from '#warehouse';
import { RESIDENCE_CHECKED, checksOf, checksOn, loadChecked, stampOf } from './checks.ts';
import { eventsSql } from '../versions.ts';
import { readAnswers } from './read-answers.ts';

const action = (id: number, day: string, here: string[], away: string[], unknown: string[] = []): Action => ({
  id,
  at: '2025-01-01T00:00:00Z',
  by: 'a',
  kind: RESIDENCE_CHECKED,
  subject: '510502',
  area: '510502',
  body: { day, here, away, unknown },
  reason: '',
});

describe('residence checks', () => {
  const checks = checksOf([
    action(1, '2024-11-01', ['p1', 'p2'], ['p3']),
    action(2, '2024-12-01', ['p3'], ['p2'], ['p1']),
  ]);

  it('hold by the latest word on a person, none where it was taken back', () => {
    expect(checks.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual([
      { person: 'p2', here: false, day: '2024-12-01' },
      { person: 'p3', here: true, day: '2024-12-01' },
    ]);
  });

  it('say nothing before their day, nor a year later', () => {
    expect(checksOn(checks, '2024-11-30')).toEqual([]);
    expect(checksOn(checks, '2024-12-01')).toHaveLength(2);
    expect(checksOn(checks, '2025-12-01')).toEqual([]);
  });

  it('have a stamp that changes with what is said and not with its order', () => {
    expect(stampOf(checks.toReversed())).toBe(stampOf(checks));
    expect(stampOf(checks.map((check) => ({ ...check, here: true })))).not.toBe(stampOf(checks));
  });

  it('go with people who were put together', async () => {
    const database = await openDatabase();
    await database.run(
      `CREATE TEMP TABLE person_event AS FROM (VALUES ('merged', 'p4', 'p3'), ('created', 'p3', NULL)) t(kind, person, other)`,
    );
    await loadChecked(database, checks, eventsSql('', 0));
    expect(await database.rows('SELECT person_id, is_here FROM checked ORDER BY 1')).toEqual([
      { person_id: 'p2', is_here: 0 },
      { person_id: 'p4', is_here: 1 },
    ]);
    database.close();
  });
});

const rows = (...lines: readonly (readonly string[])[]): { line: number; cells: readonly string[] }[] =>
  lines.map((cells, index) => ({ line: index + 1, cells }));

const mistakes = (...lines: readonly (readonly string[])[]) =>
  readAnswers('f', rows(...lines)).problems.map(({ code, where }) => [code, where.line]);

describe('a checklist that is filled in', () => {
  it('is read in either language, columns in any order, rows without an answer counted', () => {
    const { answers, unanswered, problems } = readAnswers(
      'f',
      rows(
        ['是否在本市居住(是/否/不详)', '备注', 'person'],
        ['是', '', 'p1'],
        ['No ', '', ' p2'],
        ['', '', 'p3'],
        ['不详', '', 'p4'],
      ),
    );
    expect([[...answers], unanswered, problems]).toEqual([
      [
        ['p1', 'here'],
        ['p2', 'away'],
        ['p4', 'unknown'],
      ],
      1,
      [],
    ]);
  });

  it('tells every mistake with its line', () => {
    expect(mistakes(['编号', '是否在本市居住(是/否/不详)'], ['p1', 'maybe'], ['p2', '是'], ['p2', '否'])).toEqual([
      ['table.cell-invalid', 2],
      ['table.row-repeated', 4],
    ]);
    expect(mistakes(['name'])).toEqual([
      ['table.column-missing', 1],
      ['table.column-missing', 1],
    ]);
    expect(mistakes()).toHaveLength(2);
  });
});
