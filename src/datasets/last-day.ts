/**
 * Query of the last day, column `day` as text, by which the rows of a relation with column `known_since` were known, single mistyped dates apart: the first day after
 * which there are next to none, and from then on the days like the others that follow each other closely. Never after today, by one day for the time zone; null where
 * there is no row.
 */
export const lastDaySql = (relation: string): string => `
  WITH days AS (SELECT known_since AS day, count(*) AS n FROM ${relation} WHERE known_since <= current_date + 1 GROUP BY known_since),
  along AS (
    SELECT day, n, sum(n) OVER year AS year, count(*) OVER year AS days, sum(n) OVER () AS all_rows, sum(n) OVER () - sum(n) OVER (ORDER BY day) AS later
    FROM days WINDOW year AS (ORDER BY day RANGE BETWEEN INTERVAL 364 DAYS PRECEDING AND CURRENT ROW)),
  settled AS (
    SELECT min(day) AS day, min_by(year / days, day) AS mean, min_by(365 / days, day) AS apart FROM along
    WHERE later <= greatest(year * ${LATER.year}, all_rows * ${LATER.all}, (all_rows >= ${TOLD_APART})::INTEGER)),
  following AS (
    SELECT a.day, a.n < ${FEW} AND a.day - lag(a.day, 1, a.day) OVER (ORDER BY a.day) > greatest(${APART.days}, apart * ${APART.usual}) AS is_apart
    FROM along a, settled s WHERE a.day = s.day OR (a.day > s.day AND a.n >= s.mean * ${LIKE_OTHERS}))
  SELECT max(day)::VARCHAR AS day FROM (SELECT day, bool_or(is_apart) OVER (ORDER BY day) AS is_beyond FROM following) WHERE NOT is_beyond`;

/** Rows that may be later, as shares of a year's and of all, and one of so many in any case (proposals). */
const [LATER, TOLD_APART] = [{ year: 0.005, all: 0.002 }, 50];
/** Rows of a day that is like the others, as a share of the mean of days with rows; few rows do not follow after more days than these and than so many usual steps (proposals). */
const [LIKE_OTHERS, FEW, APART] = [0.1, 5, { days: 14, usual: 5 }];
