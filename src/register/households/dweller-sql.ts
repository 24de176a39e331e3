import type { Pack } from '#plan';
import { sqlText } from '#warehouse';

/** Under this age somebody without kin at the stated address is taken to live with a parent. */
const MINOR = 18;

/** An identifier of a person as a number that JavaScript holds exactly; two of one dwelling hardly ever share it. */
const asNumber = (column: string): string => `CASE WHEN ${column} IS NOT NULL THEN (hash(${column}) >> 11)::DOUBLE END`;

const lodgingSql = (address: string): string => `hash(${address}.road, ${address}.numbers)`;

/**
 * Table `dweller(no, person_id, chance, county, township, dwelling, …)`: those alive who may live in the city, each in one dwelling, with kin as numbers. The
 * dwelling is the latest full address that a row about the person gives; without one, where most of the family registered in the same hukou household
 * and county live; else, for the registered, the address of the register. The rest have none and are left out. Addresses are old or miswritten more
 * often than families part (`movedSql`), so somebody without kin at the address is taken to live with the spouse, a minor with a parent, anybody with kin
 * whose address differs in road or number only. Tables `link`, `record`, `presence`, `kin` are there.
 */
export const dwellerSql = ({ info }: Pack): readonly string[] => [
  `CREATE OR REPLACE TEMP TABLE stated AS
    SELECT p.person_id, max({since: r.known_since, place: r.place, road: r.address_place, numbers: r.address_numbers}) AS address
    FROM presence p JOIN link k USING (person_id) JOIN record r USING (rid)
    WHERE r.is_own AND r.address_numbers IS NOT NULL AND r.address_place IS NOT NULL AND r.dataset <> 'death-certificate'
      AND starts_with(r.division, ${sqlText(info.city.slice(0, 4))}) GROUP BY 1`,
  `CREATE OR REPLACE TEMP TABLE hukou_entry AS
    SELECT k.person_id, max({since: r.known_since, place: r.place, road: r.hukou_place, numbers: r.hukou_numbers, book: hash(r.household)}) AS entry
    FROM link k JOIN record r USING (rid) WHERE r.dataset = 'household-registration' AND r.role = 'self' AND r.household IS NOT NULL GROUP BY 1`,
  `CREATE OR REPLACE TEMP TABLE lodger AS FROM (
    WITH family AS (
      SELECT entry.book AS book, county, mode(address ORDER BY address) AS address
      FROM stated JOIN hukou_entry USING (person_id) JOIN presence USING (person_id) GROUP BY ALL)
    SELECT p.person_id, p.age, p.sex = 'male' AS male, p.resident AS chance, p.county, p.township, entry.book AS book, coalesce(s.address, family.address,
        CASE WHEN p.registered AND entry.numbers IS NOT NULL THEN {since: entry.since, place: entry.place, road: entry.road, numbers: entry.numbers} END) AS address
    FROM presence p LEFT JOIN stated s USING (person_id) LEFT JOIN hukou_entry USING (person_id)
    LEFT JOIN family ON family.book = entry.book AND family.county = p.county WHERE p.resident > 0) WHERE address IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE tie AS
    SELECT DISTINCT person_id, other, kind FROM (
      SELECT person_id, other, CASE kind WHEN 'spouse' THEN 'spouse' ELSE 'parent' END AS kind FROM kin
      UNION ALL SELECT other, person_id, CASE kind WHEN 'spouse' THEN 'spouse' ELSE 'child' END FROM kin
      UNION ALL SELECT a.person_id, b.person_id, 'book' FROM lodger a JOIN lodger b USING (book) WHERE a.person_id <> b.person_id)`,
  `CREATE OR REPLACE TEMP TABLE moved AS
    WITH near AS (
      SELECT t.*, a.age, a.address AS own, b.address AS theirs, ${lodgingSql('a.address')} = ${lodgingSql('b.address')} AS together
      FROM tie t JOIN lodger a ON a.person_id = t.person_id JOIN lodger b ON b.person_id = t.other WHERE a.county = b.county),
    crowd AS (SELECT address.road AS road, address.numbers AS numbers FROM lodger GROUP BY ALL HAVING count(*) >= 6),
    alone AS (SELECT person_id FROM near ANTI JOIN crowd ON crowd.road = near.own.road AND crowd.numbers = near.own.numbers GROUP BY 1 HAVING NOT bool_or(together))
    SELECT person_id, arg_min(theirs, (list_position(['spouse', 'parent', 'child', 'book'], kind), other)) AS address FROM near
    WHERE person_id IN (FROM alone) AND (other NOT IN (FROM alone) OR (kind = 'spouse' AND own < theirs))
      AND (kind = 'spouse' OR (kind = 'parent' AND age < ${MINOR}) OR own.road = theirs.road OR own.numbers = theirs.numbers) GROUP BY 1`,
  `CREATE OR REPLACE TEMP TABLE dweller AS
    WITH of_kind AS (SELECT person_id, max(other) FILTER (kind = 'mother') AS mother, max(other) FILTER (kind = 'father') AS father FROM kin GROUP BY 1),
    spouses AS (
      SELECT person_id, arg_max(other, (known_since, other)) AS spouse FROM (
        SELECT person_id, other, known_since FROM kin WHERE kind = 'spouse' UNION ALL SELECT other, person_id, known_since FROM kin WHERE kind = 'spouse') GROUP BY 1),
    housed AS (
      SELECT l.* EXCLUDE (address), ${lodgingSql('coalesce(m.address, l.address)')} AS dwelling FROM lodger l LEFT JOIN moved m USING (person_id))
    SELECT (row_number() OVER (ORDER BY h.county, h.dwelling, h.chance DESC, h.person_id) - 1)::INTEGER AS no, h.*, ${asNumber('h.person_id')} AS id,
      ${asNumber('k.mother')} AS mother, ${asNumber('k.father')} AS father, ${asNumber('s.spouse')} AS spouse,
      ${asNumber('m.mother')} AS mothers_mother, ${asNumber('m.father')} AS mothers_father,
      ${asNumber('f.mother')} AS fathers_mother, ${asNumber('f.father')} AS fathers_father
    FROM housed h LEFT JOIN of_kind k USING (person_id) LEFT JOIN spouses s USING (person_id)
    LEFT JOIN of_kind m ON m.person_id = k.mother LEFT JOIN of_kind f ON f.person_id = k.father ORDER BY no`,
];
