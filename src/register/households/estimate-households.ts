import { HOUSEHOLD_TYPES } from '#base';
import type { Database } from '#warehouse';
import { duckdbEngine, sqlText } from '#warehouse';
import { compositions } from './compositions.ts';
import { dwellerSql } from './dweller-sql.ts';
import { householdSql } from './household-sql.ts';
import { presumeCouple } from './presume-couple.ts';
import type { Dweller } from './share-dwelling.ts';
import { shareDwelling } from './share-dwelling.ts';

/**
 * Living households: tables `household`, `member` and `household_count` (expected numbers by county, township, type and size). `previous` is the member
 * table of the version before, whose households keep their ids; `version` makes new ids differ from all that were given. Tables `person`, `presence`,
 * `kin` are there. One county is in memory at a time.
 */
export async function estimateHouseholds(database: Database, version: number, previous?: string): Promise<void> {
  for (const sql of dwellerSql) await database.run(sql);
  await database.run('CREATE OR REPLACE TEMP TABLE housed (no BIGINT, head BIGINT)');
  await database.run(
    'CREATE OR REPLACE TEMP TABLE composition (head BIGINT, type VARCHAR, size BIGINT, households DOUBLE)',
  );
  const counties = await database.rows<{ county: string }>('SELECT DISTINCT county FROM dweller ORDER BY 1');
  for (const { county } of counties) await housePeople(database, county);
  for (const sql of householdSql(version, previous)) await database.run(sql);
}

type Columns = Readonly<Record<string, Float64Array>>;

/** Fills `housed` (everybody of the county by the likeliest of the household) and `composition`. */
async function housePeople(database: Database, county: string): Promise<void> {
  const engine = duckdbEngine(database.connection);
  const columns = await engine.numbers(
    `SELECT * EXCLUDE (person_id, county, township) FROM dweller WHERE county = ${sqlText(county)} ORDER BY no`,
  );
  const dwelling = columns['dwelling']!;
  const housed: Record<'no' | 'head', number[]> = { no: [], head: [] };
  const found: Record<'head' | 'type' | 'size' | 'millionths', number[]> = {
    head: [],
    type: [],
    size: [],
    millionths: [],
  };
  for (let from = 0, to = 0; from < dwelling.length; from = to) {
    while (to < dwelling.length && dwelling[to] === dwelling[from]) to++;
    const { isCollective, households } = shareDwelling(dwellers(columns, from, to));
    for (const household of households) {
      const people = isCollective ? household : presumeCouple(household);
      const head = people[0]!.no;
      for (const { no } of people) {
        housed.no.push(no);
        housed.head.push(head);
      }
      for (const { type, size, chance } of compositions(people, isCollective)) {
        found.head.push(head);
        found.type.push(HOUSEHOLD_TYPES.indexOf(type));
        found.size.push(size);
        found.millionths.push(Math.round(chance * 1e6));
      }
    }
  }
  await engine.load('county_housed', integers(housed));
  await engine.load('county_composition', integers(found));
  await database.run('INSERT INTO housed FROM county_housed');
  await database.run(
    `INSERT INTO composition SELECT head, [${HOUSEHOLD_TYPES.map(sqlText).join(', ')}][type + 1], size, millionths / 1e6 FROM county_composition`,
  );
}

const integers = (of: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(of).map(([name, values]) => ({ name, type: 'integer' as const, values }));

/** People of one dwelling, the likeliest first. */
function dwellers(columns: Columns, from: number, to: number): readonly Dweller[] {
  return Array.from({ length: to - from }, (_, index): Dweller => {
    const value = (name: string): number => columns[name]![from + index]!;
    const known = (...names: readonly string[]): number[] => names.map(value).filter((of) => !Number.isNaN(of));
    const [spouse, book] = [known('spouse')[0], known('book')[0]];
    return {
      no: value('no'),
      id: value('id'),
      age: value('age'),
      chance: value('chance'),
      isMale: value('male') === 1,
      parents: known('mother', 'father'),
      grandparents: known('mothers_mother', 'mothers_father', 'fathers_mother', 'fathers_father'),
      spouse,
      book,
    };
  });
}
