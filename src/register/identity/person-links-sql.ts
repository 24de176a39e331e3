/**
 * SQL of identity: links of the last version (table `previous(record_id, person_id)`) against the clusters of this run (`label`). Nearly all are one
 * person and one cluster both ways; only the rest is put to the rules of `assignPersons`. A person that is not worked on anew (table
 * `fixed_person`) counts with all its records, whichever of them are here.
 */
export const overlapSql = `
  CREATE OR REPLACE TEMP TABLE overlap AS
  SELECT l.label, p.person_id, coalesce(any_value(f.records), count(*)) AS records, least(min(r.first_known), any_value(f.since)) AS since,
    count(*) OVER (PARTITION BY l.label) AS persons, count(*) OVER (PARTITION BY p.person_id) AS labels
  FROM label l JOIN record r USING (rid) JOIN previous p ON p.record_id = r.record_id LEFT JOIN fixed_person f ON f.person_id = p.person_id
  GROUP BY l.label, p.person_id`;

/** Clusters that are not simply one person of before. */
export const openOverlapsSql = `
  SELECT label AS cluster, person_id AS person, records, since::VARCHAR AS since FROM overlap WHERE persons > 1 OR labels > 1 ORDER BY 1, 2`;

/** Table `fresh(label, person_id)`: clusters nobody of before comes to, with a new identifier. */
export const freshSql = `
  CREATE OR REPLACE TEMP TABLE fresh AS
  SELECT l.label, left(md5('person' || $1 || min(r.record_id)), 16) AS person_id
  FROM label l JOIN record r USING (rid) WHERE l.label NOT IN (SELECT label FROM overlap) GROUP BY l.label`;

/** Relation `link(record_id, …, person_id)`, once table `assigned(label, person_id)` holds the clusters of the rules. */
export const linkSql = `
  SELECT ${[
    'record_id',
    'row_key',
    'dataset',
    'role',
    'is_own',
    'first_known',
    'known_since',
    'delivered',
    'place',
    'number',
    'division',
    'township',
  ]
    .map((column) => `r.${column}`)
    .join(', ')}, coalesce(a.person_id, o.person_id, f.person_id) AS person_id
  FROM record r JOIN label l USING (rid) LEFT JOIN assigned a ON a.label = l.label
  LEFT JOIN overlap o ON o.label = l.label AND o.persons = 1 AND o.labels = 1 LEFT JOIN fresh f ON f.label = l.label`;
