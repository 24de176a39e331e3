import type { Pack } from '#plan';
import { sqlText } from '#warehouse';
import type { SignKind } from './latent-residence.ts';

interface SignGroup extends SignKind {
  readonly feeds: readonly string[];
  /** From this age on it shows nothing. */
  readonly before?: number;
}

/**
 * Feeds that move together are one sign: who has a job has its insurance too. Medical care, school and visits are given in person, and hardly to people who
 * live elsewhere; the chances beforehand are proposals. Pensions are confirmed by telephone from anywhere, so they show nothing.
 */
export const SIGN_GROUPS: readonly SignGroup[] = [
  { id: 'medical-care', feeds: ['medical-insurance'], away: 0.01, firmness: 1e6 },
  { id: 'school-or-clinic', feeds: ['school-roll', 'vaccination'], away: 0.01, firmness: 1e6 },
  { id: 'home', feeds: ['disability', 'assistance', 'rental-house', 'residence-permit'], away: 0.02, firmness: 50 },
  { id: 'work', feeds: ['employee-pension', 'employment'], away: 0.03, firmness: 50, before: 60 },
  { id: 'family-event', feeds: ['marriage', 'maternal-care', 'birth-certificate'], away: 0.03, firmness: 10 },
];

/** First ages of the bands within which people behave alike. */
export const BANDS = [0, 3, 6, 12, 15, 18, 25, 35, 45, 55, 60, 65, 75, 85] as const;

/**
 * Table `presence(person_id, sex, age, registered, county, township, place, stratum, bits)`: those alive on a day with the signs that show them here, and the place the latest address says, else that of the household register. Feeds send what is new: a row not sent again still holds as it stood when it was
 * delivered last.
 */
export const presenceSql = ({ info }: Pack, day: string): string => {
  const on = `DATE ${sqlText(day)}`;
  const city = sqlText(info.city.slice(0, 4));
  const bits = SIGN_GROUPS.map(
    ({ feeds }, index) => `WHEN k.dataset IN (${feeds.map(sqlText).join(', ')}) THEN ${2 ** index}`,
  );
  const tooOld = SIGN_GROUPS.map(({ before }, index) =>
    before === undefined ? '' : ` & CASE WHEN age >= ${before} THEN ${~(2 ** index)} ELSE -1 END`,
  );
  return `CREATE OR REPLACE TEMP TABLE presence AS
    WITH shown AS (
      SELECT k.person_id, bit_or(CASE ${bits.join(' ')} ELSE 0 END)::INTEGER AS bits
      FROM sign s JOIN link k USING (record_id) JOIN record r USING (rid)
      WHERE s.kind IN ('lives-here', 'active-here') AND s.first_day <= ${on} AND s.delivered = r.delivered
      AND s.last_day >= least(${on}, r.delivered) GROUP BY 1),
    moved AS (
      SELECT k.person_id, max(s.first_day) FILTER (s.kind = 'lives-elsewhere') AS left_on, max(s.first_day) FILTER (s.kind = 'lives-here') AS here_on
      FROM sign s JOIN link k USING (record_id) WHERE s.kind IN ('lives-elsewhere', 'lives-here') AND s.first_day <= ${on} GROUP BY 1),
    placed AS (
      SELECT k.person_id, arg_max(r.division, (r.known_since, r.place)) AS county,
        arg_max(r.township, (r.known_since, r.place)) FILTER (starts_with(r.township, r.division)) AS township
      FROM link k JOIN record r USING (rid) WHERE r.is_own AND starts_with(r.division, ${city}) AND r.division <> ${sqlText(info.city)} GROUP BY 1),
    alive AS (
      SELECT p.person_id, p.sex, greatest(0, date_diff('year', p.born, ${on}) - (strftime(p.born, '%m%d') > strftime(${on}, '%m%d'))::INTEGER) AS age,
        l.registered, coalesce(m.left_on > coalesce(m.here_on, DATE '1900-01-01'), false) AS left_city,
        CASE WHEN l.registered THEN p.hukou_division END AS hukou_county, CASE WHEN l.registered THEN p.hukou_township END AS hukou_township,
        coalesce(placed.county, CASE WHEN l.registered THEN p.hukou_division END) AS county,
        CASE WHEN placed.county IS NULL AND l.registered THEN p.hukou_township WHEN starts_with(placed.township, placed.county) THEN placed.township END AS township,
        coalesce(bits, 0) AS all_bits
      FROM person p JOIN life l USING (person_id) LEFT JOIN shown USING (person_id) LEFT JOIN moved m USING (person_id) LEFT JOIN placed USING (person_id)
      WHERE p.born <= ${on} AND (l.died IS NULL OR l.died > ${on}))
    SELECT * EXCLUDE (all_bits), all_bits${tooOld.join('')} AS bits, coalesce(hukou_county, county) AS place,
      concat_ws('/', CASE WHEN registered THEN 'registered' ELSE 'other' END, CASE WHEN left_city THEN 'left' ELSE 'here' END,
        list_max(list_filter([${BANDS.join(', ')}], band -> band <= age))) AS stratum
    FROM alive WHERE starts_with(county, ${city}) AND county <> ${sqlText(info.city)}`;
};
