import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import type { Overlap } from './assign-persons.ts';
import { assignPersons } from './assign-persons.ts';
import { freshSql, openOverlapsSql, overlapSql } from './person-links-sql.ts';

/**
 * Gives the clusters of this run (table `label`) their persons, with those of the last version in tables `previous(record_id, person_id)` and
 * `fixed_person`: table `link`, and what became of persons in `person_event(kind, person, other)`. `version` makes new identifiers differ from all that
 * were ever given.
 */
export async function identify(database: Database, version: number): Promise<void> {
  await database.run(overlapSql);
  await database.run(freshSql, [String(version)]);
  const overlaps = await database.rows<Overlap>(openOverlapsSql);
  const clusters = [...new Set(overlaps.map(({ cluster }) => cluster))].toSorted((a, b) => a - b);
  const { persons, events } = assignPersons(
    clusters,
    overlaps,
    (cluster) => `${version.toString(36)}s${cluster.toString(36)}`,
  );
  const engine = duckdbEngine(database.connection);
  await engine.load('assigned', [
    { name: 'label', type: 'integer', values: Int32Array.from(persons.keys()) },
    { name: 'person_id', type: 'text', values: [...persons.values()] },
  ]);
  await engine.load('person_event', [
    { name: 'kind', type: 'text', values: events.map(({ kind }) => kind) },
    { name: 'person', type: 'text', values: events.map(({ person }) => person) },
    { name: 'other', type: 'text', values: events.map((event) => ('other' in event ? event.other : null)) },
  ]);
  await database.run(`INSERT INTO person_event SELECT 'created', person_id, NULL FROM fresh`);
}
