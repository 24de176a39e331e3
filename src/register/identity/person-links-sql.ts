import { sqlText } from '#warehouse';

/**
 * SQL of identity: links of the last version (table `previous(record_id, person_id)`) against the clusters of this run (`label`). Nearly all are one
 * person and one cluster both ways; only the rest is put to the rules of `assignPersons`.
 */
export const previousSql = (file: string | undefined): string =>
  file === undefined
    ? `CREATE OR REPLACE TEMP TABLE previous AS SELECT NULL::VARCHAR AS record_id, NULL::VARCHAR AS person_id WHERE false`
    : `CREATE OR REPLACE TEMP TABLE previous AS SELECT record_id, person_id FROM read_parquet(${sqlText(file)})`;

export const overlapSql = `
  CREATE OR REPLACE TEMP TABLE overlap AS
  SELECT l.label, p.person_id, count(*) AS records, min(r.first_known) AS since,
    count(*) OVER (PARTITION BY l.label) AS persons, count(*) OVER (PARTITION BY p.person_id) AS labels
  FROM label l JOIN record r USING (rid) JOIN previous p ON p.record_id = r.record_id GROUP BY l.label, p.person_id`;

/** Clusters that are not simply one person of before. */
export const openOverlapsSql = `
  SELECT label AS cluster, person_id AS person, records, since::VARCHAR AS since FROM overlap WHERE persons > 1 OR labels > 1 ORDER BY 1, 2`;

/** Clusters nobody of before comes to. */
export const newClustersSql = `
  SELECT l.label AS cluster, left(md5('person' || $1 || min(r.record_id)), 16) AS person
  FROM label l JOIN record r USING (rid) WHERE l.label NOT IN (SELECT label FROM overlap) GROUP BY l.label ORDER BY 1`;

/** Table `link(record_id, …, person_id)`, once table `assigned(label, person_id)` holds the clusters of the rules. */
export const linkSql = `
  CREATE OR REPLACE TEMP TABLE link AS
  SELECT r.rid, r.record_id, r.row_key, r.dataset, r.role, r.is_own, r.first_known, r.known_since,
    coalesce(a.person_id, o.person_id) AS person_id
  FROM record r JOIN label l USING (rid) LEFT JOIN assigned a ON a.label = l.label
  LEFT JOIN overlap o ON o.label = l.label AND o.persons = 1 AND o.labels = 1 ORDER BY r.rid`;
