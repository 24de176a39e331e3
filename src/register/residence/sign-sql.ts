import type { Pack } from '#plan';
import { sqlText } from '#warehouse';
import type { Witness } from './witness.ts';
import { LEVELS, levelNumber } from './witness.ts';

interface FeedWitness extends Witness {
  readonly feeds: readonly string[];
  /** Ages about which it says something: from, and before. */
  readonly ages?: readonly [number, number];
  /** Rows tell of something that happened once: what is long over says nothing. */
  readonly once?: true;
  /** Speaks only of what was done (`said`), or only of whom the books name as living here (`listed`). */
  readonly only?: 'said' | 'listed';
}

/** Age from which nobody is asked about work. */
const ROLLS_END = 60;
/** Chances held fast and chances that are a first word. */
const [FAST, FIRST] = [1e6, 50];

/**
 * Feeds that move together are one witness: who has a job has its insurance too. Care and visits are given in person, hardly ever to people who live elsewhere;
 * the chances are proposals. The insurer is two witnesses: whether its books name a home here, and when somebody was last treated; either may fail without the other.
 * `rolls` says on which rolls somebody stands: at work, on an employer's roll, insured, on none. Being insured is part of it, for whoever works is; `home` and `care` then
 * speak about the insured alone. From the age at which rolls end, registered people whom no insurer knows may have died: there `home` says so.
 */
export const WITNESSES: readonly FeedWitness[] = [
  { id: 'home', feeds: ['medical-insurance'], only: 'listed', away: 0, firmness: FIRST },
  { id: 'care', feeds: ['medical-insurance'], only: 'said', away: 0.003, firmness: FAST },
  {
    id: 'rolls',
    feeds: ['employee-pension', 'employment'],
    ages: [16, ROLLS_END],
    away: 0.02,
    firmness: FIRST,
  },
  {
    id: 'school',
    feeds: ['school-roll', 'vaccination'],
    ages: [0, 20],
    away: 0.02,
    firmness: FIRST,
  },
  { id: 'visit', feeds: ['disability', 'assistance'], away: 0.003, firmness: FAST },
  { id: 'stay', feeds: ['rental-house', 'residence-permit'], away: 0.2, firmness: FIRST },
  {
    id: 'birth',
    feeds: ['maternal-care', 'birth-certificate'],
    ages: [0, 50],
    once: true,
    away: 0.02,
    firmness: FIRST,
  },
];

/** Groups of people who are not on the household register begin so: they are known by what they do, and some do nothing. */
export const UNREGISTERED = 'other';

/** First ages of strata, and of the stages of life within which what is said of people is alike. */
const AGES = [
  0, 1, 3, 5, 7, 10, 13, 16, 17, 18, 19, 20, 22, 25, 30, 35, 40, 45, 50, 53, 55, 60, 65, 70, 75, 80, 85, 90,
];
const STAGES = [0, 7, 16, 18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80];
/** Sexes are apart at these ages: women retire first. */
const BY_SEX = [45, 60] as const;

const [notAsked, none, gone, silent, named, past, shown] = LEVELS.map(levelNumber) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

const band = (starts: readonly number[]): string =>
  `list_max(list_filter([${starts.join(', ')}], start -> start <= age))`;

/** Somebody lives in the county that most rows name of those renewed within so many years before the newest: the newest alone may be an address of before (chosen at 1:20, seed 1). */
const YEARS_NAMED = 2;

/** The level of a witness in rows `(age, dataset, said, listed)` of one person; whoever left is not listed. */
const levelSql = ({ feeds, ages, once, only }: FeedWitness): string => {
  const level = only ?? `greatest(said, CASE WHEN said <> ${gone} THEN listed END)`;
  const rows = `dataset IN (${feeds.map(sqlText).join(', ')})${once === true ? ` AND said <> ${silent}` : ''}`;
  const found = `coalesce(max(${level}) FILTER (${rows}), ${none})`;
  return ages === undefined
    ? found
    : `CASE WHEN age >= ${ages[0]} AND age < ${ages[1]} THEN ${found} ELSE ${notAsked} END`;
};

/**
 * Table `presence(person_id, sex, age, registered, hukou_county, hukou_township, county, township, group, stratum, bits)`: those alive on a day, the place
 * that most of their late rows say, else that of the household register, and what witnesses say of them: `bits`, a code of levels. Feeds send what is new: a
 * row not sent again holds as it stood on the day when any row about the person was delivered last, for whoever moves is news to all, and a department that lost sight of somebody sends nothing. People of the register whose address is in another county are a group
 * apart. Who is not registered and about whom no witness has a row is not in it: such people are among those on no book.
 */
export const presenceSql = ({ info }: Pack, day: string): string => {
  const on = `DATE ${sqlText(day)}`;
  const city = sqlText(info.city.slice(0, 4));
  const code = WITNESSES.map(({ id }, index) => {
    const asked =
      id === 'home'
        ? `CASE WHEN home = ${none} AND (age < ${ROLLS_END} OR NOT registered) THEN ${notAsked} ELSE home END`
        : id === 'care'
          ? `CASE WHEN home = ${none} THEN ${notAsked} ELSE care END`
          : id === 'rolls'
            ? `CASE WHEN rolls >= ${past} THEN rolls WHEN rolls > ${none} THEN ${named} WHEN home > ${none} THEN ${silent} ELSE ${none} END`
            : id;
    return `((${asked}) << ${3 * index})`;
  });
  return `CREATE OR REPLACE TEMP TABLE presence AS
    WITH heard AS (
      SELECT person_id, record_id, dataset, place, delivered, division, township, known_since, least(${on}, max(delivered) OVER own) AS heard, max(known_since) OVER own AS newest FROM link WHERE is_own WINDOW own AS (PARTITION BY person_id)),
    saying AS (
      SELECT place, CASE WHEN bool_or(kind = 'registered-here') THEN ${named} END AS listed,
        max(CASE WHEN kind = 'lives-elsewhere' THEN ${gone} WHEN kind = 'registered-here' THEN ${silent} WHEN last_day >= heard THEN ${shown}
          WHEN last_day >= heard - INTERVAL 1 YEAR THEN ${past} END) AS said
      FROM sign s JOIN heard r USING (record_id) WHERE s.delivered = r.delivered AND s.first_day <= ${on} AND kind <> 'dead' GROUP BY 1),
    spoken AS (
      SELECT person_id, dataset, max(coalesce(said, ${silent})) AS said, max(coalesce(listed, ${silent})) AS listed
      FROM heard LEFT JOIN saying USING (place) GROUP BY ALL),
    placed AS (
      SELECT person_id, arg_max(division, (named, latest)) AS county, arg_max(township, (named, latest)) AS township FROM (
        SELECT person_id, division, count(*) FILTER (known_since >= newest - INTERVAL ${YEARS_NAMED} YEAR) AS named, max((known_since, place)) AS latest,
          arg_max(township, (known_since, place)) FILTER (starts_with(township, division)) AS township
        FROM heard WHERE starts_with(division, ${city}) AND division <> ${sqlText(info.city)}
        GROUP BY person_id, division) GROUP BY 1),
    alive AS (
      SELECT p.person_id, p.sex, greatest(0, date_diff('year', p.born, ${on}) - (strftime(p.born, '%m%d') > strftime(${on}, '%m%d'))::INTEGER) AS age,
        l.registered, CASE WHEN l.registered THEN p.hukou_division END AS hukou_county, CASE WHEN l.registered THEN p.hukou_township END AS hukou_township,
        coalesce(placed.county, hukou_county) AS county,
        CASE WHEN placed.county IS NULL THEN hukou_township WHEN starts_with(placed.township, placed.county) THEN placed.township END AS township
      FROM person p JOIN life l USING (person_id) LEFT JOIN placed USING (person_id)
      WHERE p.born <= ${on} AND (l.died IS NULL OR l.died > ${on})),
    levels AS (
      SELECT a.person_id, ${WITNESSES.map((witness) => `${levelSql(witness)} AS ${witness.id}`).join(',\n        ')}
      FROM alive a LEFT JOIN spoken USING (person_id) GROUP BY a.person_id, age)
    SELECT alive.*, concat_ws('/', CASE WHEN NOT registered THEN ${sqlText(UNREGISTERED)} WHEN county = hukou_county THEN 'registered' ELSE 'moved' END, ${band(STAGES)}) AS "group",
      concat_ws('/', ${band(AGES)}, CASE WHEN age >= ${BY_SEX[0]} AND age < ${BY_SEX[1]} THEN sex END) AS stratum,
      ${code.join(' | ')} AS bits
    FROM alive JOIN levels USING (person_id) WHERE starts_with(county, ${city}) AND county <> ${sqlText(info.city)}
    AND (registered OR greatest(${WITNESSES.map(({ id }) => id).join(', ')}) > ${none})`;
};
