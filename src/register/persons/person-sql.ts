import { sqlText } from '#warehouse';

/**
 * Feeds in the order in which they are believed about who a person is (proposal): the police first, then registrations of vital events, then
 * those that look at documents, last those that take a word for it.
 */
export const SOURCE_PRIORITY = [
  'household-registration',
  'death-certificate',
  'birth-certificate',
  'marriage',
  'residence-permit',
  'medical-insurance',
  'employee-pension',
  'resident-pension',
  'school-roll',
  'disability',
  'vaccination',
  'assistance',
  'maternal-care',
  'employment',
  'rental-house',
] as const;

const rank = `CASE r.dataset ${SOURCE_PRIORITY.map((id, index) => `WHEN ${sqlText(id)} THEN ${index}`).join(' ')} ELSE 99 END`;

/** Attributes by source priority, a later word before an earlier one of the same source. */
const byPriority = (column: string): string =>
  `arg_min(r.${column}, r.trust) FILTER (r.${column} IS NOT NULL) AS ${column}`;

const ATTRIBUTES = [
  'written_name',
  'name',
  'name_fuzzy',
  'sex',
  'nationality',
  'education',
  'marital_status',
  'phone_token',
  'address_place',
  'address_numbers',
  'hukou_division',
  'hukou_township',
  'hukou_place',
  'hukou_numbers',
] as const;

/**
 * Relation `person`: one row for each person of whom a row of its own tells; people only named as relatives, owners or guardians have links but no
 * row. The birth date in a trusted number goes before any written one.
 * Of people in so many `parts`, the one numbered `part`: a part at a time fits into memory. `stated_address` is the latest full address (of this city: others are not parsed), `hukou_entry` the latest entry in the household register with its household as `book`.
 */
export const personSql = (part: number, parts: number): string => `
  WITH own AS (SELECT k.person_id, ${rank} AS rank, ${rank} * 1000000 - (r.known_since - DATE '1970-01-01') AS trust, r.*
    FROM link k JOIN record r USING (place)
    WHERE r.is_own AND k.is_own AND hash(k.person_id) % ${parts} = ${part})
  SELECT person_id, count(*) AS records, count(DISTINCT dataset) AS sources, any_value(number) AS number,
    ${ATTRIBUTES.map(byPriority).join(',\n    ')},
    try_strptime(coalesce(any_value(id_birth) FILTER (number IS NOT NULL AND id_valid), arg_min(birth, rank) FILTER (birth IS NOT NULL)), '%Y%m%d')::DATE AS born,
    max({since: r.known_since, place: r.place, road: r.address_place, numbers: r.address_numbers})
      FILTER (r.address_numbers IS NOT NULL AND r.address_place IS NOT NULL AND r.dataset <> 'death-certificate') AS stated_address,
    max({since: r.known_since, place: r.place, road: r.hukou_place, numbers: r.hukou_numbers, book: hash(r.household)})
      FILTER (r.dataset = 'household-registration' AND r.role = 'self' AND r.household IS NOT NULL) AS hukou_entry,
    min(first_known) AS since
  FROM own r GROUP BY person_id`;

/**
 * Relation `life(person_id, died, registered, cancelled)` by a day: death by certificate, else by the police, else by an insurer; registered while an
 * entry in the city's registers is not cancelled.
 */
export const lifeSql = `
  WITH happened AS (
    SELECT r.person_id, e.kind, e.day, ${rank} AS rank FROM event e JOIN link r USING (record_id)),
  deaths AS (
    SELECT person_id, arg_min(day, rank) AS died FROM (
      SELECT person_id, day, rank FROM happened WHERE kind = 'death'
      UNION ALL SELECT k.person_id, s.first_day, 50 FROM sign s JOIN link k USING (record_id) WHERE s.kind = 'dead') GROUP BY person_id),
  entries AS (
    SELECT k.person_id, bool_or(NOT coalesce(c.cancelled, false)) AS registered, max(c.day) AS cancelled_on, min(e.day) AS entered FROM link k
    LEFT JOIN (SELECT record_id, true AS cancelled, max(day) AS day FROM event WHERE kind = 'hukou-cancelled' GROUP BY 1) c USING (record_id)
    LEFT JOIN (SELECT record_id, min(day) AS day FROM event WHERE kind = 'hukou-entry' GROUP BY 1) e USING (record_id)
    WHERE k.dataset = 'household-registration' AND k.role = 'self' GROUP BY k.person_id)
  SELECT person_id, died, coalesce(registered, false) AS registered, entered, cancelled_on
  FROM person LEFT JOIN deaths USING (person_id) LEFT JOIN entries USING (person_id)`;

/** Events in the lives of people as rows tell them: `life_event(person_id, kind, day, dataset, known_since)`. */
export const lifeEventSql = `
  SELECT k.person_id, e.kind, e.day, k.dataset, min(e.known_since) AS known_since FROM event e JOIN link k USING (record_id) GROUP BY ALL`;

/**
 * Rows of table `person` of a version: `person` with `life`, the household (table `member`), and, of those who may live in the city, where they are and how likely
 * (`presence`).
 */
export const personRowsSql = `
  SELECT p.*, l.* EXCLUDE (person_id), q.age, q.county, q.township, q.bits, q.resident, q.stands_for, m.household
  FROM person p JOIN life l USING (person_id) LEFT JOIN presence q USING (person_id) LEFT JOIN member m USING (person_id)`;
