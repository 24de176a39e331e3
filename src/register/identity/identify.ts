import type { Database } from '#warehouse';
import { duckdbEngine } from '#warehouse';
import type { Overlap, PersonEvent } from './assign-persons.ts';
import { assignPersons } from './assign-persons.ts';
import { linkSql, newClustersSql, openOverlapsSql, overlapSql, previousSql } from './person-links-sql.ts';

/**
 * Gives the clusters of this run (table `label`) their persons: table `link`. `previous` is the links file of the last version, `version` makes new
 * identifiers differ from all that were ever given.
 */
export async function identify(
  database: Database,
  version: number,
  previous?: string,
): Promise<readonly PersonEvent[]> {
  await database.run(previousSql(previous));
  await database.run(overlapSql);
  const overlaps = await database.rows<Overlap>(openOverlapsSql);
  const fresh = await database.rows<{ cluster: number; person: string }>(newClustersSql, [String(version)]);
  const names = new Map(fresh.map(({ cluster, person }) => [cluster, person]));
  const split = (cluster: number): string => `${version.toString(36)}s${cluster.toString(36)}`;
  const clusters = [...new Set([...overlaps.map(({ cluster }) => cluster), ...names.keys()])].toSorted((a, b) => a - b);
  const { persons, events } = assignPersons(clusters, overlaps, (cluster) => names.get(cluster) ?? split(cluster));
  await duckdbEngine(database.connection).load('assigned', [
    { name: 'label', type: 'integer', values: [...persons.keys()] },
    { name: 'person_id', type: 'text', values: [...persons.values()] },
  ]);
  await database.run(linkSql);
  return events;
}
