import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#warehouse';
import { openDatabase } from '#warehouse';
import { compositions } from './compositions.ts';
import { estimateHouseholds } from './estimate-households.ts';
import { presumeCouple } from './presume-couple.ts';
import type { Dweller } from './share-dwelling.ts';
import { COLLECTIVE_GROUPS, shareDwelling } from './share-dwelling.ts';

const somebody = (no: number, of: Partial<Dweller> = {}): Dweller => ({
  no,
  id: 1000 + no,
  age: 40,
  isMale: no % 2 === 0,
  chance: 1,
  parents: [],
  grandparents: [],
  ...of,
});

const dwellings = fc
  .array(
    fc.record({
      chance: fc.integer({ min: 1, max: 1000 }),
      age: fc.integer({ min: 0, max: 90 }),
      parent: fc.option(fc.integer({ min: 1000, max: 1015 }), { nil: undefined }),
      book: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((people) =>
    people
      .toSorted((a, b) => b.chance - a.chance)
      .map(({ chance, age, parent, book }, no) =>
        somebody(no, { chance: chance / 1000, age, parents: parent === undefined ? [] : [parent], book }),
      ),
  );

describe('a dwelling', () => {
  it('puts everybody into one household, in the order given', () => {
    fc.assert(
      fc.property(dwellings, (people) => {
        const { households } = shareDwelling(people);
        expect(households.flat().toSorted((a, b) => a.no - b.no)).toEqual(people);
        for (const household of households) expect(household).toEqual(household.toSorted((a, b) => a.no - b.no));
      }),
    );
  });

  it('parts nobody from a parent or from the hukou household', () => {
    fc.assert(
      fc.property(dwellings, (people) => {
        const of = new Map(
          shareDwelling(people).households.flatMap((home, n) => home.map(({ id }) => [id, n] as const)),
        );
        for (const a of people)
          for (const b of people)
            if (a.parents.includes(b.id) || (a.book !== undefined && a.book === b.book))
              expect(of.get(a.id)).toBe(of.get(b.id));
      }),
    );
  });

  it('is collective from so many groups without ties on', () => {
    const strangers = Array.from({ length: COLLECTIVE_GROUPS }, (_, no) => somebody(no));
    expect(shareDwelling(strangers).isCollective).toBe(true);
    expect(shareDwelling(strangers.slice(1))).toEqual({ isCollective: false, households: [strangers.slice(1)] });
  });

  it('holds two families as two households; a lodger goes with the larger', () => {
    const [a, b, c, d, e, lodger] = [
      somebody(0, { book: 1 }),
      somebody(1, { book: 1 }),
      somebody(2, { book: 2 }),
      somebody(3, { book: 2 }),
      somebody(4, { book: 2 }),
      somebody(5),
    ] as const;
    expect(shareDwelling([a, b, c, d, e, lodger]).households).toEqual([
      [a, b],
      [c, d, e, lodger],
    ]);
  });
});

describe('compositions of a household', () => {
  it('keep every probability: chances sum to the likeliest, persons to the sum of all', () => {
    fc.assert(
      fc.property(dwellings, fc.boolean(), (people, isCollective) => {
        const found = compositions(people, isCollective);
        const sum = (value: (of: (typeof found)[number]) => number): number =>
          found.reduce((total, of) => total + value(of), 0);
        expect(sum(({ chance }) => chance)).toBeCloseTo(people[0]!.chance, 9);
        expect(sum(({ chance, size }) => chance * size)).toBeCloseTo(
          people.reduce((total, { chance }) => total + chance, 0),
          9,
        );
      }),
    );
  });
});

describe('a couple that no record tells of', () => {
  const [woman, man] = [somebody(1), somebody(2)] as const;
  it('is one woman and one man near in age', () => {
    const couple = presumeCouple([woman, man]);
    expect(couple.map(({ spouse }) => spouse)).toEqual([man.id, woman.id]);
    expect(compositions(couple, false)).toEqual([{ type: 'nuclear', size: 2, chance: 1 }]);
  });
  it('is not made of kin, of people far apart in age, or where two could be meant', () => {
    for (const people of [
      [woman, { ...man, parents: [woman.id], age: 30 }],
      [
        { ...woman, parents: [7] },
        { ...man, parents: [7] },
      ],
      [woman, { ...man, age: 60 }],
      [woman, man, somebody(4)],
      [{ ...woman, age: 17 }, man],
    ])
      expect(presumeCouple(people)).toBe(people);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'households-'));
let database: Database;

/** A register by hand: person, age, sex, chance, road and number of the address, hukou household; kin. */
type Row = readonly [string, number, 'female' | 'male', number, string | null, string];
const text = (value: string | undefined): string => (value === undefined ? 'NULL' : `'${value}'`);

async function make(people: readonly Row[], kin: readonly (readonly [string, string, string])[]): Promise<void> {
  const values = people.map(([id, age, sex, chance, address, book], rid) => {
    const [road, numbers] = address?.split(' ') ?? [];
    return `(${rid}, '${id}', ${age}, '${sex}', ${chance}, ${text(road)}, ${text(numbers)}, '${book}')`;
  });
  await database.run(`CREATE OR REPLACE TEMP TABLE made AS
    FROM (VALUES ${values.join(', ')}) t(rid, person_id, age, sex, resident, road, numbers, book)`);
  await database.run(`CREATE OR REPLACE TEMP TABLE person AS
    SELECT person_id, CASE WHEN numbers IS NOT NULL THEN {since: DATE '2024-06-01', place: rid, road: road, numbers: numbers} END AS stated_address,
      {since: DATE '2020-01-01', place: rid, road: NULL::VARCHAR, numbers: NULL::VARCHAR, book: hash(book)} AS hukou_entry FROM made`);
  await database.run(`CREATE OR REPLACE TEMP TABLE presence AS
    SELECT person_id, age, sex, resident, true AS registered, '510502' AS county, '510502001' AS township FROM made`);
  await database.run(`CREATE OR REPLACE TEMP TABLE kin AS
    SELECT *, DATE '2020-01-01' AS known_since FROM (VALUES ${kin.map((row) => `('${row.join("', '")}')`).join(', ')}) t(person_id, kind, other)`);
}

const found = async (): Promise<Record<string, string>> => {
  const rows = await database.rows<{ household: string; people: string }>(
    `SELECT h.type || ' ' || h.size AS household, string_agg(person_id, ' ' ORDER BY person_id) AS people FROM household h JOIN member m USING (household) GROUP BY m.household, h.type, h.size ORDER BY 2`,
  );
  return Object.fromEntries(rows.map(({ household, people }) => [people, household]));
};

describe('households of a small register', () => {
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const family: readonly Row[] = [
    ['wife', 35, 'female', 0.9, 'high 1-2', 'a'],
    ['man', 36, 'male', 0.9, 'low 7-1', 'a'],
    ['child', 8, 'female', 0.9, 'far 3-3', 'a'],
    ['away', 60, 'female', 0.25, 'high 1-2', 'a'],
    ['widow', 71, 'female', 0.8, 'high 4-4', 'b'],
    ['silent', 50, 'male', 0.7, null, 'b'],
  ];
  const kin = [
    ['wife', 'spouse', 'man'],
    ['child', 'mother', 'wife'],
    ['wife', 'mother', 'away'],
  ] as const;

  it('are the families that live together; whoever is rather away is in no household but in the expected numbers', async () => {
    await make(family, kin);
    await estimateHouseholds(database, 1);
    expect(await found()).toEqual({ 'child man wife': 'nuclear 3', 'silent widow': 'other 2' });
    const counted = await database.rows<{ type: string; size: number; households: number }>(
      'SELECT type, size, households FROM household_count ORDER BY ALL',
    );
    expect(Object.fromEntries(counted.map(({ type, size, households }) => [`${type} ${size}`, households]))).toEqual({
      'nuclear 3': expect.closeTo(0.65, 6) as number,
      'stem 4': expect.closeTo(0.25, 6) as number,
      'elder-alone 1': expect.closeTo(0.1, 6) as number,
      'other 2': expect.closeTo(0.7, 6) as number,
    });
  });

  it('keep their id while most of their members stay, and get one that never was where a member leaves for a home of its own', async () => {
    const idOf = async (person: string): Promise<string> =>
      (await database.rows<{ household: string }>(`SELECT household FROM member WHERE person_id = '${person}'`))[0]!
        .household;
    await make(family, kin);
    await estimateHouseholds(database, 1);
    const before = { wife: await idOf('wife'), widow: await idOf('widow') };
    const file = join(folder, 'member.parquet');
    await database.run(`COPY member TO '${file}' (FORMAT parquet)`);
    await make(
      family.map((row) => (row[0] === 'silent' ? (['silent', 50, 'male', 0.7, 'new 9-9', 'c'] as const) : row)),
      kin,
    );
    await estimateHouseholds(database, 2, `read_parquet('${file}')`);
    expect(await idOf('wife')).toBe(before.wife);
    const after = [await idOf('widow'), await idOf('silent')];
    expect(after.filter((id) => id === before.widow)).toHaveLength(1);
    expect(new Set([...after, before.wife]).size).toBe(3);
  });
});
