/**
 * Tables of households out of `dweller`, `housed(no, head)` and `composition(head, type, size, households)`: `household_count` with expected numbers, `household`
 * and `member` of those more likely here than not. A household keeps the id that most of its members had before, unless more of them are in another now
 * (ties: the lower id). `previous` is the member table of the version before.
 */
export const householdSql = (version: number, previous: string | undefined): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE household_count AS
    SELECT d.county, d.township, c.type, c.size::INTEGER AS size, sum(c.households) AS households
    FROM composition c JOIN dweller d ON d.no = c.head GROUP BY ALL ORDER BY ALL`,
  `CREATE OR REPLACE TEMP TABLE likely AS
    SELECT h.head, d.person_id, d.chance FROM housed h JOIN dweller d USING (no) WHERE d.chance >= 0.5`,
  `CREATE OR REPLACE TEMP TABLE house_id AS
    WITH overlap AS (
      SELECT head, p.household, count(*) AS people FROM likely JOIN ${
        previous === undefined
          ? '(SELECT NULL::VARCHAR AS household, NULL::VARCHAR AS person_id WHERE false)'
          : previous
      } p USING (person_id) GROUP BY ALL),
    ranked AS (
      SELECT head, household, row_number() OVER (PARTITION BY head ORDER BY people DESC, household) AS of_head,
        row_number() OVER (PARTITION BY household ORDER BY people DESC, head) AS of_household FROM overlap)
    SELECT d.no AS head, coalesce(r.household, left(md5('household${version}' || d.person_id), 16)) AS household
    FROM dweller d LEFT JOIN ranked r ON r.head = d.no AND of_head = 1 AND of_household = 1 WHERE d.no IN (SELECT head FROM likely)`,
  `CREATE OR REPLACE TEMP TABLE member AS
    SELECT i.household, l.person_id, l.chance FROM likely l JOIN house_id i USING (head)`,
  `CREATE OR REPLACE TEMP TABLE household AS
    SELECT i.household, d.county, d.township, c.type, c.size::INTEGER AS size
    FROM (SELECT head, count(*) AS size FROM likely GROUP BY head) JOIN composition c USING (head, size)
    JOIN house_id i USING (head) JOIN dweller d ON d.no = head`,
];
