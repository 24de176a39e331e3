/**
 * Query of the last day, column `day` as text, by which the rows of a relation with column `known_since` were known, single mistyped dates apart: the first day after
 * which there are next to none, against the year up to it, and of the days of the week from then on the last that is like the others. Never after today, by one day for the time zone; null where
 * there is no row.
 */
export const lastDaySql = (relation: string): string => `
  WITH days AS (SELECT known_since AS day, count(*) AS n FROM ${relation} WHERE known_since <= current_date + 1 GROUP BY known_since),
  along AS (
    SELECT day, n, sum(n) OVER year AS year, count(*) OVER year AS days,
      sum(n) OVER () AS all_rows, sum(n) OVER () - sum(n) OVER (ORDER BY day) AS later
    FROM days WINDOW year AS (ORDER BY day RANGE BETWEEN INTERVAL 364 DAYS PRECEDING AND CURRENT ROW)),
  settled AS (SELECT min(day) AS day, min_by(year / days, day) AS mean FROM along WHERE later <= greatest(year * ${LATER}, (all_rows >= ${TOLD_APART})::INTEGER))
  SELECT max(a.day)::VARCHAR AS day FROM along a, settled s
  WHERE a.day = s.day OR (a.day > s.day AND a.day < s.day + INTERVAL 7 DAYS AND a.n >= s.mean * ${LIKE_OTHERS})`;

/** Rows that may be later, as a share of a year's, one of so many in any case, and rows of a day that is like the others, as a share of the mean of days with rows (proposals). */
const [LATER, TOLD_APART, LIKE_OTHERS] = [0.005, 50, 0.1];
