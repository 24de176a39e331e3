import { openVault } from '#datasets';
import type { EvidenceStep, LinkageModel, Parameters } from '#linkage';
import { explainPair } from '#linkage';
import type { Database } from '#warehouse';
import { personModel } from '../resolve/person-model.ts';
import type { RegisterVersion } from '../versions.ts';
import { birthSlips } from './birth-slips.ts';
import { compareWanted, keysOf } from './compare-wanted.ts';
import type { Desk } from './desk.ts';
import { inAreas } from './conditions.ts';
import { maskName } from './mask.ts';
import { numbersOf } from './numbers-of.ts';
import type { Said, Wanted } from './wanted.ts';
import { nameSaid, saidBy } from './wanted.ts';

/** A person as a desk shows it: name and number masked. */
export interface PersonAtDesk {
  readonly person: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly sex: string | null;
  readonly born: string | null;
  readonly county: string | null;
  readonly township: string | null;
  /** Probability of living in the city, absent for the dead. */
  readonly resident: number | null;
  readonly died: string | null;
}

/** County that a look at a person concerns. */
export type Located<T> = T & { readonly area: string | null };

/** Somebody who may be the one looked for. */
export interface FoundPerson extends PersonAtDesk {
  readonly probability: number;
  /** What decided: the identity number, or the model. */
  readonly by: 'number' | 'model';
  /** What speaks for and against by the model; nothing where the number decides. */
  readonly evidence: readonly EvidenceStep[];
}

/** People compared at first and at most; of those who share as many keys as whoever shares most, none is left out at first. */
const [FIRST_COMPARED, MOST_COMPARED] = [4, 50];
/** Where somebody is at least as likely as this, nobody who shares fewer keys is looked at. */
const SURE = 0.95;
const LEAST_PROBABILITY = 0.001;
/** Where nobody is at least as likely as this, the birth date may be a slip. */
const LIKELY = 0.5;

/**
 * People who may be the one looked for, the likeliest first: the one with the number, or those who share a key, compared by the model and the parameters
 * of the version, with one in all people as the chance beforehand. Where nobody is likely, keys of a birth date one slip away count too. Somebody with
 * another valid number is not meant. Of some counties only, or of all (none named): that is a condition of the query, who is not within them is not found.
 */
export async function findPeople(
  desk: Desk,
  wanted: Wanted,
  areas: readonly string[],
): Promise<readonly Located<FoundPerson>[]> {
  const own = await desk.database.beside();
  try {
    const likely = await matched(desk, own, saidBy(openVault(desk.home), wanted), areas);
    const numbers = await numbersOf(
      desk,
      likely.flatMap(({ row }) => row.token ?? []),
    );
    return likely.map(({ row, probability, by, evidence }) => {
      const { person, sex, born, county, township, resident, died, area, token } = row;
      const number = token === null ? null : (numbers.get(token) ?? null);
      const shown = { person, name: maskName(row.name), number, sex, born, county, township, resident, died, area };
      return { ...shown, probability, by, evidence };
    });
  } finally {
    own.close();
  }
}

type Row = Located<Omit<PersonAtDesk, 'number'>> &
  Readonly<Record<'token' | (typeof COMPARED_BESIDE)[number], string | null>>;

type Likely = Pick<FoundPerson, 'probability' | 'by' | 'evidence'> & { readonly row: Row };

/** What people are compared by, beside what is shown of them. */
const COMPARED_BESIDE = [
  'phone_token',
  'address_place',
  'address_numbers',
  'hukou_division',
  'hukou_township',
  'hukou_place',
  'hukou_numbers',
] as const;

async function matched(desk: Desk, own: Database, asked: Said, areas: readonly string[]): Promise<readonly Likely[]> {
  const found = await compared(desk, own, asked, await keysOf(own, [asked]), areas);
  const birth = asked['birth'];
  if (birth == null || asked['name'] == null || found.some(({ probability }) => probability >= LIKELY)) return found;
  const slips = [birth, ...birthSlips(birth)].map((slip) => ({ ...asked, birth: slip }));
  return compared(desk, own, asked, await keysOf(own, slips), areas);
}

/** People of some keys who may be the one asked for: those who share most keys, and where none of them is surely meant, others too. */
async function compared(
  desk: Desk,
  own: Database,
  asked: Said,
  keys: readonly string[],
  areas: readonly string[],
): Promise<readonly Likely[]> {
  const sharing = await own.rows<{ person: string; shared: number }>(
    `SELECT person_id AS person, count(*) AS shared FROM ${desk.asked('key', keys)} GROUP BY person_id ORDER BY shared DESC, person_id`,
    keys,
  );
  const people = sharing.map(({ person }) => person);
  const tied = sharing.filter(({ shared }) => shared === sharing[0]!.shared).length;
  const many = Math.min(Math.max(tied, FIRST_COMPARED), MOST_COMPARED);
  const first = await within(desk, own, people.slice(0, many), areas);
  const near = await weighed(desk, own, asked, first);
  const isMeant = ({ by, probability }: Likely): boolean =>
    by === 'number' || (asked['number'] === null && probability >= SURE);
  if (people.length <= many || near.some(isMeant)) return near;
  const others = await within(desk, own, people.slice(many), areas, MOST_COMPARED - first.length);
  const far = await weighed(desk, own, asked, others);
  return far.some(({ by }) => by === 'number') ? far : [...near, ...far].toSorted(byProbability);
}

/** Of some people the first so many who are within some counties. */
async function within(
  desk: Desk,
  own: Database,
  people: readonly string[],
  areas: readonly string[],
  most = people.length,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let from = 0, many = most; from < people.length && rows.length < most; from += many, many *= 2) {
    const next = people.slice(from, from + many);
    const found = await own.rows<Row>(
      `SELECT person_id AS person, written_name AS name, sex, born::VARCHAR AS born, county, township, resident, died::VARCHAR AS died,
       coalesce(county, hukou_division) AS area, number AS token, ${COMPARED_BESIDE.join(', ')}
       FROM ${desk.asked('person', next, 1)} WHERE ${inAreas('$1')}`,
      [JSON.stringify(areas), ...next],
    );
    const held = new Map(found.map((row) => [row.person, row]));
    rows.push(...next.flatMap((person) => held.get(person) ?? []));
  }
  return rows.slice(0, most);
}

/** Whom of some people the number decides on, or how likely the model takes each to be the one asked for. */
async function weighed(desk: Desk, own: Database, asked: Said, rows: readonly Row[]): Promise<readonly Likely[]> {
  const same = rows.filter(({ token }) => token !== null && token === asked['number']);
  if (same.length > 0) return same.map((row) => ({ row, probability: 1, by: 'number', evidence: [] }));
  const open = rows.filter(({ token }) => token === null || asked['number'] === null);
  if (open.length === 0) return [];
  const { model, parameters } = askedBy(asked, desk.version);
  const patterns = await compareWanted(own, asked, open.map(saidOf), model, desk.table('frequency'));
  return open
    .map((row, index): Likely => {
      const { probability, steps } = explainPair(model, parameters, patterns[index]!);
      return { row, probability, by: 'model', evidence: steps };
    })
    .filter(({ probability }) => probability >= LEAST_PROBABILITY)
    .toSorted(byProbability);
}

const byProbability = (a: Likely, b: Likely): number =>
  b.probability - a.probability || (a.row.person < b.row.person ? -1 : 1);

/** The model and parameters for what is asked: of ties, which every record has, nothing where neither place nor telephone is said. */
function askedBy(
  asked: Said,
  { parameters, counts }: RegisterVersion,
): { model: LinkageModel; parameters: Parameters } {
  const hasTies = ['phone_token', 'address_place'].some((column) => asked[column] != null);
  const isAsked = ({ id }: { readonly id: string }): boolean => hasTies || id !== 'ties';
  return {
    model: { ...personModel, comparisons: personModel.comparisons.filter(isAsked) },
    parameters: {
      lambda: 1 / Math.max(2, counts['persons'] ?? 0),
      comparisons: parameters.comparisons.filter(isAsked),
    },
  };
}

const saidOf = ({ name, born, county, token, ...row }: Row): Said => ({
  ...nameSaid(name),
  birth: born?.replaceAll('-', '') ?? null,
  number: token,
  division: county,
  ...Object.fromEntries((['sex', 'township', ...COMPARED_BESIDE] as const).map((column) => [column, row[column]])),
});
