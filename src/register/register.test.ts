import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCity } from '#city';
import { deliveries, openIngester } from '#datasets';
import { defaultPack, readPack } from '#files';
import { openDatabase } from '#warehouse';
import { giveKnownKey } from '../../test/support/known-key.ts';
import { drawChecklist } from './checks/draw-checklist.ts';
import type { Heeded } from './checks/heeded.ts';
import { askTruly } from './evaluate/ask-truly.ts';
import { evaluateRegister } from './evaluate/evaluate.ts';
import { openDesk } from './read/desk.ts';
import { birthSlips } from './read/birth-slips.ts';
import { findPeople } from './read/find-people.ts';
import { seePerson } from './read/see-person.ts';
import { areaCounts, countyAccounts } from './read/totals.ts';
import { refresh } from './refresh.ts';
import type { Decision } from './resolve/resolve.ts';
import { registerStart } from './statistics/read-start.ts';
import type { Table } from './versions.ts';
import { currentVersion, eventFiles, fileSql, registerFolder, tableSql } from './versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [home, feeds, truth, whole] = ['home', 'feeds', 'truth', 'whole'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
];
const pack = readPack(defaultPack).pack!;

const file = (of: string, version: number, table: Table): string => tableSql(of, version, table);

async function query<T>(sql: string): Promise<readonly T[]> {
  const database = await openDatabase();
  const rows = await database.rows<T>(sql);
  database.close();
  return rows;
}

const heeds = (decisions: readonly Decision[], last: number): Heeded => ({ decisions, checks: [], last });
const PERSONAL = ['person', 'spell', 'key', 'kin'] as const;

/** Rows of a table that are in one version and not in another, apart from where people are, with whom and how likely. */
async function share(of: string, against: string, table: Table): Promise<number> {
  const columns = table === 'person' ? '* EXCLUDE (age, county, township, bits, resident, stands_for, household)' : '*';
  const [apart] = await query<{ rows: number; differing: number }>(
    `SELECT (SELECT count(*) FROM ${of}) AS rows, (SELECT count(*) FROM (SELECT ${columns} FROM ${of} EXCEPT ALL SELECT ${columns} FROM ${against})) AS differing`,
  );
  expect(apart!.rows).toBeGreaterThan(1000);
  return apart!.differing / apart!.rows;
}

async function land(to: string, from: string): Promise<void> {
  const ingester = await openIngester(pack, to);
  for (const { dataset, path } of deliveries(pack, from)) await ingester.ingest(dataset, path, { simulated: true });
  ingester.close();
}

/** A city of 1:1000 (about 6,000 persons ever), its first load and a month, landed and made a register twice. */
beforeAll(async () => {
  await makeCity({ pack, scale: 1 / 1000, seed: 3, out: feeds, truth, until: '2025-01' });
  giveKnownKey(home);
  await land(home, feeds);
  await refresh(home, pack, { until: '2024-12-31' });
  cpSync(home, whole, { recursive: true });
  await refresh(home, pack);
}, 240_000);

describe('the register of a simulated city', () => {
  it('finds who is who', async () => {
    const { pairs, clusters, automatic, households } = await evaluateRegister(home, pack, feeds, truth);
    expect(pairs.precision).toBeGreaterThan(0.999);
    expect(pairs.recall).toBeGreaterThan(0.998);
    expect(clusters.f1).toBeGreaterThan(0.99);
    expect(automatic).toBeGreaterThan(0.98);
    // The truth of households stands for the days of deliveries, of which this is one.
    expect(households!.persons.reduce((sum, { right }) => sum + right, 0)).toBeGreaterThan(2000);
  }, 60_000);

  it('keeps identifiers: every person of before is one of now or was merged into one, and no row is without a person', async () => {
    const version = currentVersion(home)!;
    const [lost] = await query<{ n: number }>(
      `SELECT count(DISTINCT person_id) AS n FROM ${tableSql(home, version.version - 1, 'link')}
       WHERE person_id NOT IN (SELECT person_id FROM ${tableSql(home, version.version, 'link')})
       AND person_id NOT IN (SELECT other FROM read_parquet([${eventFiles(home, version.version)
         .map((path) => `'${path}'`)
         .join(', ')}]) WHERE kind = 'merged')`,
    );
    expect(lost!.n).toBe(0);
    const [loose] = await query<{ n: number }>(
      `SELECT count(*) AS n FROM ${tableSql(home, version.version, 'link')} WHERE person_id IS NULL`,
    );
    expect(loose!.n).toBe(0);
  });

  it('works on what new batches touch, and knows the same people as a run through everything', async () => {
    await refresh(whole, pack, { full: true, rowsInMemory: 0 });
    const [compared] = await query<{ records: number; differing: number }>(
      `SELECT count(*) AS records, count(*) FILTER (a.person_id IS DISTINCT FROM b.person_id OR a.number IS DISTINCT FROM b.number) AS differing
       FROM ${file(home, 2, 'link')} a FULL JOIN ${file(whole, 2, 'link')} b USING (record_id)`,
    );
    expect(compared!.records).toBeGreaterThan(30_000);
    expect(compared!.differing / compared!.records).toBeLessThan(0.0001);
    for (const table of PERSONAL)
      expect(await share(file(home, 2, table), file(whole, 2, table), table)).toBeLessThan(0.0005);
  }, 60_000);

  it('leaves those alone whom nothing touched', async () => {
    const [kept] = await query<{ people: number; differing: number }>(
      `WITH old AS (SELECT person_id, list(record_id || place ORDER BY record_id) AS records FROM ${file(home, 1, 'link')} GROUP BY 1),
         now AS (SELECT person_id, list(record_id || place ORDER BY record_id) AS records FROM ${file(home, 2, 'link')} GROUP BY 1),
         same AS (SELECT person_id FROM old JOIN now USING (person_id, records)),
         of AS (SELECT * EXCLUDE (age, county, township, bits, resident, stands_for, household) FROM ${file(home, 1, 'person')} WHERE person_id IN (FROM same))
       SELECT (SELECT count(*) FROM of) AS people, (SELECT count(*) FROM (FROM of EXCEPT ALL
         SELECT * EXCLUDE (age, county, township, bits, resident, stands_for, household) FROM ${file(home, 2, 'person')})) AS differing`,
    );
    expect(kept!.people).toBeGreaterThan(3000);
    expect(kept!.differing).toBe(0);
  });

  it('days after each other make versions of whom they touch, which say what a run through everything says', async () => {
    const daily = join(folder, 'daily');
    cpSync(home, daily, { recursive: true });
    for (const day of ['2025-02-01', '2025-02-02']) {
      const out = join(folder, day);
      await makeCity({
        pack,
        scale: 1 / 1000,
        seed: 3,
        out,
        truth: join(folder, `truth-${day}`),
        until: '2025-02',
        day,
      });
      await land(daily, out);
      const { version } = await refresh(daily, pack, { rowsInMemory: day === '2025-02-01' ? 0 : Infinity });
      expect(version).toMatchObject({ known: day, counted: '2025-01-31' });
      const [own] = await query<{ n: number }>(
        `SELECT count(*) AS n FROM ${fileSql(daily, version!.version, 'person')}`,
      );
      expect(own!.n).toBeLessThanOrEqual(version!.counts['changed']!);
    }
    const [days, everything] = [currentVersion(daily)!, (await refresh(daily, pack, { full: true })).version!];
    expect(everything.counted).toBe('2025-02-02');
    for (const name of ['records', 'persons', 'people']) expect(days.counts[name]).toBe(everything.counts[name]);
    const at = (version: number, table: Table): string => file(daily, version, table);
    for (const table of ['link', ...PERSONAL] as const)
      expect(await share(at(days.version, table), at(everything.version, table), table)).toBeLessThan(0.0005);
    days.residents.forEach(({ area, counted, low, high }, index) => {
      const anew = everything.residents[index]!;
      expect([area, low < counted, counted < high]).toEqual([anew.area, true, true]);
      expect([anew.low < counted, counted < anew.high]).toEqual([true, true]);
    });
  }, 120_000);

  it('is marked simulated, and its accounts close with the residual shown', async () => {
    const desk = (await openDesk(home))!;
    expect((await registerStart(home, '510500'))!.status).toBe('simulated');
    const accounts = await countyAccounts(desk);
    expect(accounts.length).toBeGreaterThan(0);
    for (const { before, births, deaths, moved_in, moved_out, residual, after } of accounts)
      expect(before + births - deaths + moved_in - moved_out + residual).toBeCloseTo(after, 6);
    desk.close();
  });

  it('counts the same people by township and by age, each township of a county once, and tells who of no known township', async () => {
    const desk = (await openDesk(home))!;
    const counts = await areaCounts(desk);
    const start = (await registerStart(home, '510500'))!;
    for (const basis of ['resident', 'registered'] as const) {
      const lines = counts.filter((line) => line.basis === basis);
      expect(new Set(lines.map(({ county, township }) => `${county} ${township}`)).size).toBe(lines.length);
      expect(lines.some(({ township }) => township === null)).toBe(true);
      const people = lines.reduce((sum, line) => sum + line.people, 0);
      expect(people).toBeGreaterThan(4000);
      expect(people).toBeCloseTo(start[basis].reduce((sum, cell) => sum + cell, 0) / start.scale, 6);
    }
    desk.close();
  });

  it('puts people into living households: each in one at most, in all as many as the residents on some book; the same members keep their id', async () => {
    const version = currentVersion(home)!.version;
    const file = (table: 'member' | 'household_count' | 'person', of = version): string => tableSql(home, of, table);
    const [twice] = await query<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT person_id FROM ${file('member')} GROUP BY 1 HAVING count(*) > 1)`,
    );
    expect(twice!.n).toBe(0);
    const [people] = await query<{ housed: number; residents: number }>(
      `SELECT (SELECT sum(size * households) FROM ${file('household_count')}) AS housed,
       (SELECT sum(resident) FROM ${file('person')}) AS residents`,
    );
    expect(people!.housed / people!.residents).toBeGreaterThan(0.99);
    expect(people!.housed / people!.residents).toBeLessThan(1.001);
    const members = (of: number): string =>
      `SELECT household, list(person_id ORDER BY person_id) AS people FROM ${file('member', of)} GROUP BY 1`;
    const [kept] = await query<{ n: number; same: number }>(
      `SELECT count(*) AS n, count(*) FILTER (a.household = b.household) AS same FROM (${members(version - 1)}) a JOIN (${members(version)}) b USING (people)`,
    );
    expect(kept!.n).toBeGreaterThan(1000);
    expect(kept!.same).toBe(kept!.n);
  });

  it('finds one person by name and birth, and shows the panorama masked', async () => {
    const version = currentVersion(home)!.version;
    const [somebody] = await query<{ id: string; name: string; born: string }>(
      `SELECT person_id AS id, written_name AS name, born::VARCHAR AS born FROM ${tableSql(home, version, 'person')}
       WHERE length(written_name) = 3 AND born IS NOT NULL AND registered ORDER BY person_id LIMIT 1`,
    );
    const desk = (await openDesk(home))!;
    const wanted = { name: somebody!.name, birth: somebody!.born };
    const found = await findPeople(desk, wanted, []);
    expect(found[0]).toMatchObject({ person: somebody!.id, by: 'model' });
    expect(found[0]!.probability).toBeGreaterThan(0.5);
    for (const { evidence } of found)
      expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(evidence.at(-1)!.total, 6);
    expect(found[0]!.evidence.map(({ comparison }) => comparison)).not.toContain('ties');
    const placed = await findPeople(desk, { ...wanted, address: '红星街道文化路12号' }, []);
    expect(placed[0]!.evidence.map(({ comparison }) => comparison)).toContain('ties');
    const [slip] = birthSlips(somebody!.born.replaceAll('-', ''));
    const slipped = await findPeople(desk, { ...wanted, birth: slip!.replace(/^(....)(..)(..)$/, '$1-$2-$3') }, []);
    expect(slipped[0]!.person).toBe(somebody!.id);
    expect(await findPeople(desk, { name: '无此人', birth: '1901-01-01' }, [])).toEqual([]);
    const [known] = await desk.database.rows<{ token: string; written: string }>(
      `FROM ${desk.numbers(['household-registration'])!} ORDER BY token LIMIT 1`,
    );
    const byNumber = await findPeople(desk, { number: known!.written }, []);
    expect(byNumber).toMatchObject([{ by: 'number', probability: 1 }]);
    const ofAnother = await findPeople(desk, { ...wanted, number: known!.written }, []);
    expect(ofAnother.map(({ person, by }) => [person, by])).toEqual([[byNumber[0]!.person, 'number']]);
    expect(byNumber[0]!.person).not.toBe(somebody!.id);
    expect(byNumber[0]!.number).toMatch(/^\d{4}\*{10}\d{3}[\dX]$/);
    const [other] = await desk.database.rows<{ county: string }>(
      `SELECT DISTINCT p.county FROM ${desk.table('person')} p JOIN ${desk.table('person')} o ON o.person_id = $1
       WHERE p.county NOT IN (coalesce(o.county, ''), coalesce(o.hukou_division, '')) ORDER BY 1 LIMIT 1`,
      [byNumber[0]!.person],
    );
    expect(await findPeople(desk, { number: known!.written }, [other!.county])).toEqual([]);
    const atOnce = await Promise.all([findPeople(desk, wanted, []), findPeople(desk, { ...wanted, sex: 'male' }, [])]);
    expect(atOnce[0]).toEqual(found);
    const panorama = (await seePerson(desk, somebody!.id, []))!;
    expect(panorama.records.length).toBeGreaterThan(0);
    expect(panorama.events.map(({ kind }) => kind)).toContain('created');
    expect(JSON.stringify([found, panorama])).not.toContain(somebody!.name);
    desk.close();
  });

  it('answers as it knew on a day: what was sent later is not in it, what is in it was then known', async () => {
    const version = currentVersion(home)!.version;
    const [changed] = await query<{ id: string; day: string }>(
      `SELECT person_id AS id, max(known_from)::VARCHAR AS day FROM ${tableSql(home, version, 'spell')}
       WHERE known_from > DATE '2024-12-31' GROUP BY person_id ORDER BY 1 LIMIT 1`,
    );
    const desk = (await openDesk(home))!;
    const spells = async (knownOn?: string) => (await seePerson(desk, changed!.id, [], knownOn))!.spells;
    const [all, then] = [await spells(), await spells('2024-12-31')];
    expect(then.length).toBeLessThan(all.length);
    expect(then.every(({ known_from }) => known_from <= '2024-12-31')).toBe(true);
    expect(all).toEqual(expect.arrayContaining([...then]));
    desk.close();
  });

  it('does nothing twice, and a run that was killed leaves no trace', async () => {
    const before = currentVersion(home)!;
    expect((await refresh(home, pack)).unchanged).toBe(true);
    const dead = join(registerFolder(home), 'draft-999999');
    const orphan = join(registerFolder(home), `v${String(before.version + 1).padStart(6, '0')}`);
    for (const left of [dead, orphan]) {
      mkdirSync(left);
      writeFileSync(join(left, 'link.parquet'), 'half');
    }
    expect(currentVersion(home)).toEqual(before);
    expect(eventFiles(home, before.version)).toHaveLength(before.version);
    const { version } = await refresh(home, pack, { heeded: heeds([], 1) });
    expect(version!.version).toBe(before.version + 1);
    expect(existsSync(dead)).toBe(false);
    expect(readdirSync(registerFolder(home)).filter((name) => name.startsWith('draft'))).toEqual([]);
    expect(version!.counts).toMatchObject({ merged: 0, split: 0, created: 0 });
  }, 60_000);

  it('a clerk parts two records of one person and puts them together again; the identifier comes back to the larger part', async () => {
    const version = currentVersion(home)!.version;
    const rows = await query<{ person: string; one: string; other: string }>(
      `SELECT person_id AS person, min(record_id) FILTER (dataset = 'birth-certificate') AS one, min(record_id) FILTER (dataset <> 'birth-certificate') AS other
       FROM ${tableSql(home, version, 'link')} WHERE is_own GROUP BY person_id
       HAVING count(*) FILTER (dataset = 'birth-certificate' AND role = 'child') = 1 AND count(*) > 3 AND bool_or(dataset = 'household-registration')
       AND count(*) FILTER (dataset = 'birth-certificate') = 1 ORDER BY 1 LIMIT 1`,
    );
    const { person, one, other } = rows[0]!;
    const personOf = async (record: string): Promise<string> => {
      const [row] = await query<{ person: string }>(
        `SELECT person_id AS person FROM ${tableSql(home, currentVersion(home)!.version, 'link')} WHERE record_id = '${record}'`,
      );
      return row!.person;
    };
    const records = [one, other] as const;
    const parted = await refresh(home, pack, { heeded: heeds([{ records, same: false }], 2) });
    expect(parted.version!.counts['split']).toBeGreaterThan(0);
    expect(await personOf(one)).not.toBe(person);
    expect(await personOf(other)).toBe(person);
    const numbered = await query<{ one: string; other: string }>(
      `SELECT min(record_id) AS one, max(record_id) AS other FROM ${tableSql(home, currentVersion(home)!.version, 'link')}
       WHERE is_own AND number IS NOT NULL GROUP BY person_id HAVING count(DISTINCT dataset) > 3 ORDER BY 1 LIMIT 20`,
    );
    const wrong = numbered.map((pair): Decision => ({ records: [pair.one, pair.other], same: false }));
    await refresh(home, pack, { heeded: heeds([{ records, same: false }, ...wrong], 3) });
    for (const pair of numbered) expect(await personOf(pair.one)).not.toBe(await personOf(pair.other));
    const joined = await refresh(home, pack, { heeded: heeds([{ records, same: true }], 4) });
    expect(joined.version!.counts['merged']).toBeGreaterThan(0);
    expect(await personOf(one)).toBe(person);
  }, 120_000);

  it('nine of ten people asked at home said to be away lower the count, each by the own answer too', async () => {
    const before = currentVersion(home)!;
    const desk = (await openDesk(home))!;
    const list = await drawChecklist(desk, 350);
    expect(await drawChecklist(desk, 350)).toEqual(list);
    expect(new Set((await drawChecklist(desk, 20, { areas: ['510502'] })).map(({ county }) => county))).toEqual(
      new Set(['510502']),
    );
    const asked = (await drawChecklist(desk, 700)).map(({ person }) => person);
    const kept = new Set(
      (await drawChecklist(desk, 700, { asked: [asked[0]!, asked[699]!] })).map(({ person }) => person),
    );
    expect([kept.size, kept.has(asked[0]!), kept.has(asked[699]!)]).toEqual([700, true, true]);
    desk.close();
    expect(new Set(list.map(({ person }) => person)).size).toBe(list.length);
    const truly = await askTruly(home, pack, feeds, truth, 350);
    expect(truly.length / list.length).toBeGreaterThan(0.8);
    expect(truly.length).toBeLessThan(list.length);
    expect(truly.filter(({ here }) => here).length / truly.length).toBeGreaterThan(0.5);
    const checks = list.map(({ person }, index) => ({ person, here: index % 10 === 0, day: before.known }));
    const heeded = { decisions: before.decided, checks, last: before.decisions + 1 };
    const { version } = await refresh(home, pack, { heeded });
    expect(version!.checked.people).toBe(list.length);
    expect(version!.counted).toBe(version!.known);
    const meanOf = async (here: boolean): Promise<number> => {
      const ids = checks.filter((check) => check.here === here).map(({ person }) => `'${person}'`);
      const [row] = await query<{ mean: number }>(
        `SELECT avg(resident) AS mean FROM ${tableSql(home, version!.version, 'person')} WHERE person_id IN (${ids.join(', ')})`,
      );
      return row!.mean;
    };
    expect(await meanOf(true)).toBeGreaterThan((await meanOf(false)) + 0.05);
    const [counted] = await query<{ people: number }>(
      `SELECT sum(people) AS people FROM ${tableSql(home, version!.version, 'population')} WHERE basis = 'resident'`,
    );
    const total = (of: typeof before): number => of.residents.reduce((sum, { counted: people }) => sum + people, 0);
    expect(counted!.people / total(version!)).toBeCloseTo(1, 4);
    expect(total(version!) / total(before)).toBeLessThan(0.95);
    expect((await refresh(home, pack, { heeded })).unchanged).toBe(true);
  }, 120_000);

  it('a version laid out by an earlier program cannot be searched, and is made anew though nothing came', async () => {
    const before = currentVersion(home)!;
    const manifest = join(registerFolder(home), 'current.json');
    writeFileSync(manifest, JSON.stringify({ ...before, layout: before.layout - 1 }));
    const old = (await openDesk(home))!;
    expect(old.canFind).toBe(false);
    old.close();
    const heeded = { decisions: before.decided, checks: [], last: before.decisions };
    const { version, unchanged } = await refresh(home, pack, { heeded });
    expect([unchanged, version!.layout, version!.version]).toEqual([false, before.layout, before.version + 1]);
    const desk = (await openDesk(home))!;
    expect(desk.canFind).toBe(true);
    desk.close();
  }, 60_000);
});
