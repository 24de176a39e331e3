/**
 * Scores of a clustering against the truth from table `judged(person_id, truth, …)`, one row a record. Pairs are counted from the sizes of the
 * cells of clusters by true persons, never listed. `by` is an expression of a group: a pair belongs to the group of its true person.
 */
export const pairScoreSql = (by = "'all'", judged = 'judged'): string => `
  WITH grouped AS (SELECT person_id, truth, any_value(${by}) OVER (PARTITION BY truth) AS part FROM ${judged}),
  cells AS (SELECT part, person_id, truth, count(*) AS n FROM grouped GROUP BY ALL),
  together AS (SELECT person_id, sum(n) AS n FROM cells GROUP BY person_id),
  alike AS (SELECT part, truth, sum(n) AS n FROM cells GROUP BY part, truth),
  claimed AS (SELECT part, sum(c.n * (t.n - 1)) / 2 AS pairs FROM cells c JOIN together t USING (person_id) GROUP BY part),
  right_ones AS (SELECT part, sum(n * (n - 1)) / 2 AS pairs FROM cells GROUP BY part),
  true_ones AS (SELECT part, sum(n * (n - 1)) / 2 AS pairs FROM alike GROUP BY part)
  SELECT part::VARCHAR AS part, claimed.pairs::DOUBLE AS claimed, right_ones.pairs::DOUBLE AS correct, true_ones.pairs::DOUBLE AS real
  FROM true_ones JOIN right_ones USING (part) JOIN claimed USING (part) ORDER BY part`;

/** Clusters that hold exactly the records of one true person; clusters; true persons. */
export const clusterScoreSql = (judged: string): string => `
  WITH cells AS (SELECT person_id, truth, count(*) AS n FROM ${judged} GROUP BY ALL),
  clusters AS (SELECT person_id, sum(n) AS n, count(*) AS truths FROM cells GROUP BY person_id),
  people AS (SELECT truth, sum(n) AS n, count(*) AS parts FROM cells GROUP BY truth)
  SELECT (SELECT count(*) FROM cells JOIN clusters USING (person_id) JOIN people USING (truth) WHERE truths = 1 AND parts = 1)::DOUBLE AS correct,
    (SELECT count(*) FROM clusters)::DOUBLE AS claimed, (SELECT count(*) FROM people)::DOUBLE AS real`;
