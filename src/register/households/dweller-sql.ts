import { COLLECTIVE_GROUPS } from './share-dwelling.ts';

/** Under this age somebody without kin at the stated address is taken to live with a parent. */
const MINOR = 18;

/** An identifier of a person as a number that JavaScript holds exactly; two of one dwelling hardly ever share it. */
const asNumber = (column: string): string => `CASE WHEN ${column} IS NOT NULL THEN (hash(${column}) >> 11)::DOUBLE END`;

/**
 * Table `dweller(no, person_id, chance, county, township, dwelling, …)`: those alive who may live in the city, each in one dwelling, with kin as numbers. The
 * dwelling is the latest full address that a row about the person gives; without one, where most of the family registered in the same hukou household
 * and county live; else, for the registered, the address of the register. The rest have none and are left out. Addresses are old or miswritten more
 * often than families part (table `moved`), so somebody without kin at the address is taken to live with the spouse, a minor with a parent, anybody with kin
 * whose address differs in road or number only. Tables `person`, `presence`, `kin` are there.
 */
export const dwellerSql: readonly string[] = [
  `CREATE OR REPLACE TEMP VIEW stated AS SELECT person_id, stated_address AS address FROM person WHERE stated_address IS NOT NULL`,
  `CREATE OR REPLACE TEMP VIEW hukou_entry AS SELECT person_id, hukou_entry AS entry FROM person WHERE hukou_entry IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE lodger AS
    WITH booked AS (SELECT p.*, entry.book AS book, entry FROM presence p LEFT JOIN hukou_entry USING (person_id) WHERE resident > 0),
    silent AS (SELECT book, county FROM booked ANTI JOIN stated USING (person_id) WHERE book IS NOT NULL),
    family AS (
      SELECT book, b.county, mode(address ORDER BY address) AS address FROM booked b SEMI JOIN silent USING (book, county) JOIN stated USING (person_id) GROUP BY ALL),
    found AS (
      SELECT b.person_id, b.age, b.sex = 'male' AS male, b.resident AS chance, b.county, b.township, b.book, coalesce(s.address, f.address,
        CASE WHEN b.registered AND entry.numbers IS NOT NULL THEN {since: entry.since, place: entry.place, road: entry.road, numbers: entry.numbers} END) AS address
      FROM booked b LEFT JOIN stated s USING (person_id) LEFT JOIN family f ON f.book = b.book AND f.county = b.county)
    SELECT * EXCLUDE (address), address.since AS since, address.road AS road, address.numbers AS numbers, hash(address.road, address.numbers) AS dwelling
    FROM found WHERE address IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE tie AS
    SELECT person_id, other, CASE kind WHEN 'spouse' THEN 'spouse' ELSE 'parent' END AS kind FROM kin
    UNION ALL SELECT other, person_id, CASE kind WHEN 'spouse' THEN 'spouse' ELSE 'child' END FROM kin
    UNION ALL SELECT a.person_id, b.person_id, 'book' FROM lodger a JOIN lodger b USING (book) WHERE a.person_id <> b.person_id`,
  `CREATE OR REPLACE TEMP TABLE moved AS
    WITH met AS (
      SELECT DISTINCT t.person_id FROM tie t JOIN lodger a ON a.person_id = t.person_id JOIN lodger b ON b.person_id = t.other
      WHERE a.dwelling = b.dwelling),
    crowd AS (SELECT dwelling FROM lodger GROUP BY 1 HAVING count(*) >= ${COLLECTIVE_GROUPS}),
    alone AS (FROM lodger ANTI JOIN met USING (person_id) ANTI JOIN crowd USING (dwelling))
    SELECT a.person_id, arg_min(b.dwelling, (list_position(['spouse', 'parent', 'child', 'book'], t.kind), t.other)) AS dwelling
    FROM alone a JOIN tie t USING (person_id) JOIN lodger b ON b.person_id = t.other AND b.county = a.county
    WHERE (b.person_id NOT IN (SELECT person_id FROM alone) OR (t.kind = 'spouse' AND (a.since, a.person_id) < (b.since, b.person_id)))
      AND (t.kind = 'spouse' OR (t.kind = 'parent' AND a.age < ${MINOR}) OR a.road = b.road OR a.numbers = b.numbers) GROUP BY 1`,
  `CREATE OR REPLACE TEMP TABLE dweller AS
    WITH of_kind AS (SELECT person_id, max(other) FILTER (kind = 'mother') AS mother, max(other) FILTER (kind = 'father') AS father FROM kin GROUP BY 1),
    spouses AS (
      SELECT person_id, arg_max(other, (known_since, other)) AS spouse FROM (
        SELECT person_id, other, known_since FROM kin WHERE kind = 'spouse' UNION ALL SELECT other, person_id, known_since FROM kin WHERE kind = 'spouse') GROUP BY 1),
    housed AS (
      SELECT l.* EXCLUDE (since, road, numbers) REPLACE (coalesce(m.dwelling, l.dwelling) AS dwelling) FROM lodger l LEFT JOIN moved m USING (person_id))
    SELECT (row_number() OVER (ORDER BY h.county, h.dwelling, h.chance DESC, h.person_id) - 1)::INTEGER AS no, h.*, ${asNumber('h.person_id')} AS id,
      ${asNumber('k.mother')} AS mother, ${asNumber('k.father')} AS father, ${asNumber('s.spouse')} AS spouse,
      ${asNumber('m.mother')} AS mothers_mother, ${asNumber('m.father')} AS mothers_father,
      ${asNumber('f.mother')} AS fathers_mother, ${asNumber('f.father')} AS fathers_father
    FROM housed h LEFT JOIN of_kind k USING (person_id) LEFT JOIN spouses s USING (person_id)
    LEFT JOIN of_kind m ON m.person_id = k.mother LEFT JOIN of_kind f ON f.person_id = k.father`,
];
