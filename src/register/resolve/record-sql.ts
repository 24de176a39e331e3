import type { Database } from '#warehouse';
import { PLACE_BITS } from './mention-sql.ts';

/**
 * SQL that makes records of mentions. A mention is what one delivered row says of one person; a *record* (`record_id`) is all
 * versions of it: the same row of the same system, sent again or corrected. A record belongs to one person.
 */

/** Versions of a record in their order as one number: the day known (mistyped ones are at least in this or the last century), then the place. */
const VERSION = `((greatest(m.known_since, DATE '1900-01-01') - DATE '1970-01-01')::BIGINT * ${2 ** PLACE_BITS.all} + m.place)`;

/** Whether two names written may be one person's: same to the ear or to the eye, swapped, or all but one character of it. */
const namesAgree = (a: string, b: string): string => `(
  ${a}.name_fuzzy = ${b}.name_fuzzy OR ${a}.name_shape = ${b}.name_shape OR ${a}.given_fuzzy = ${b}.given_fuzzy
  OR ${a}.name = ${b}.given || ${b}.surname OR ${b}.name = ${a}.given || ${a}.surname
  OR (${a}.surname_fuzzy = ${b}.surname_fuzzy AND (${a}.name_partial OR contains(${b}.given, ${a}.given)
    OR (length(${a}.given) = 2 AND length(${b}.given) = 2
      AND (left(${a}.given, 1) = left(${b}.given, 1) OR right(${a}.given, 1) = right(${b}.given, 1))))))`;

/**
 * Table `number_holder`: the name that most mentions of a valid identity number bear, of numbers that stand beside several names. A number beside quite another name and a
 * birth date that is not its own was taken from somebody else.
 */
const numberHolderSql = `
  CREATE OR REPLACE TEMP TABLE number_holder AS
  WITH contested AS (
    SELECT id_token FROM mention WHERE id_valid AND name_fuzzy IS NOT NULL GROUP BY id_token HAVING min(name_fuzzy) < max(name_fuzzy)),
  named AS (
    SELECT id_token, name_fuzzy, count(*) AS mentions, min(name) AS name, min(name_shape) AS name_shape, min(surname) AS surname, min(given) AS given,
      min(surname_fuzzy) AS surname_fuzzy, min(given_fuzzy) AS given_fuzzy
    FROM mention WHERE id_token IN (FROM contested) AND id_valid AND name_fuzzy IS NOT NULL AND NOT name_partial GROUP BY id_token, name_fuzzy),
  held AS (SELECT id_token, arg_max(named, (mentions, name_fuzzy)) AS holder FROM named GROUP BY id_token)
  SELECT id_token, holder.name, holder.name_fuzzy, holder.name_shape, holder.surname, holder.given, holder.surname_fuzzy, holder.given_fuzzy
  FROM held`;

/** Whether a mention's number can be believed, beside the name of its holder. */
const TRUSTED = `m.id_valid AND (m.name_fuzzy IS NULL OR h.name_fuzzy IS NULL OR ${namesAgree('m', 'h')} OR (m.says_birth AND m.birth = m.id_birth))`;

/**
 * Table `latest(rid, place, first_known, number)`: the latest version of each record, numbered `rid` from 0 in the order of landing, with its latest number that can be
 * believed. Records of people who are not worked on anew (table `fixed`) bear the number of the person, if any.
 */
const latestSql = `
  CREATE OR REPLACE TEMP TABLE latest AS
  WITH versions AS (
    SELECT m.record_id, max(${VERSION}) AS version, min(m.known_since) AS first_known,
      arg_max(m.id_token, ${VERSION}) FILTER (${TRUSTED}) AS number
    FROM mention m LEFT JOIN number_holder h ON h.id_token = m.id_token GROUP BY m.record_id),
  believed AS (
    SELECT version & ${2 ** PLACE_BITS.all - 1} AS place, first_known, CASE WHEN f.record_id IS NULL THEN v.number ELSE f.number END AS number
    FROM versions v LEFT JOIN fixed f USING (record_id))
  SELECT (row_number() OVER (ORDER BY place) - 1)::INTEGER AS rid, * FROM believed`;

/** Relation `record`: one row for each record as its latest version says it; a birth read off a number not trusted is none. */
const recordSql = `
  SELECT rid, m.* REPLACE (CASE WHEN number IS NULL AND NOT m.says_birth THEN NULL ELSE m.birth END AS birth), first_known, number,
    coalesce(right(m.written_name, 2) IN ('之子', '之女'), false) AS unnamed
  FROM mention m JOIN latest USING (place)`;

/** Makes `record` of `mention` and `fixed`. */
export async function keepRecords(database: Database): Promise<void> {
  for (const sql of [numberHolderSql, latestSql]) await database.run(sql);
  await database.keep('record', recordSql);
}
