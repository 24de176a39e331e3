import type { LinkageModel, PairExplanation, Parameters } from '#linkage';
import { explainPair, parametersFit } from '#linkage';
import type { Pack } from '#plan';
import type { Database, LinkageInput, LinkageResult } from '#warehouse';
import { duckdbEngine, linkRecords } from '#warehouse';
import { CONTEXTS, addressSql, openContextsSql } from './context-sql.ts';
import { pairKey } from './decisions.ts';
import type { JoinedRecords } from './joined-records.ts';
import { joinedRecords } from './joined-records.ts';
import { nodeSql, populationSql, trainingUnitsSql, relabelSql, wantedSql, wantedUnitsSql } from './node-sql.ts';
import { personModel } from './person-model.ts';
import { keepRecords } from './record-sql.ts';

/** What a clerk decided of two records. */
export interface Decision {
  readonly records: readonly [string, string];
  readonly same: boolean;
}

/** Two records that a clerk should look at, with the evidence. */
export interface DoubtfulPair {
  readonly records: readonly [string, string];
  readonly probability: number;
  readonly steps: readonly {
    readonly comparison: string;
    readonly level: string;
    readonly bits: number;
    readonly total: number;
  }[];
}

export interface Resolution {
  readonly records: number;
  readonly doubtful: readonly DoubtfulPair[];
  readonly parameters: Parameters;
  /** Records put to their cluster by which step. */
  readonly joined: Readonly<Record<string, number>>;
}

export type ResolveStep = 'records' | 'numbers' | 'contexts' | 'training' | 'linkage';

/** What the linkage compares, where not as the register does: in experiments. */
export interface OtherLinkage {
  readonly model: LinkageModel;
  /** Distinct values of graded columns; table `mention` holds their numbers in `<column>_no`. */
  readonly values?: LinkageInput['values'];
  /** Whether clusters are compared a second time, with kin as found in the first. */
  readonly again: boolean;
}

interface Options {
  readonly linkage?: OtherLinkage | undefined;
  readonly decisions?: readonly Decision[];
  /** Query of everybody known (`name`, `name_fuzzy`, `birth`), where table `mention` does not speak of all. */
  readonly people?: string | undefined;
  /** Learned by an earlier run; left out, they are learned now. */
  readonly parameters?: Parameters | undefined;
  readonly onStep?: (step: ResolveStep) => void;
}

/** Records of people with a number to learn the linkage from; where there are hardly any, it learns from those to be linked. */
const TRAINING_RECORDS = 20_000;
const LEAST_TRAINING = 100;
/** Share of clusters that must have been joined for kin to be known better than before. */
const WORTH_ANOTHER_PASS = 0.2;

/**
 * Who is who: out of tables `mention` and `fixed(record_id, person_id, number)` (people of the version before who stay one) makes tables `record` and `label(rid, label, number)`, a label for each person. First by valid numbers, then by
 * contexts in which a name is enough, then by probabilistic linkage of what is left; decisions of clerks before everything.
 */
export async function resolve(database: Database, pack: Pack, options: Options = {}): Promise<Resolution> {
  const { decisions = [], onStep = () => undefined } = options;
  onStep('records');
  await keepRecords(database);
  await database.run(addressSql);
  onStep('numbers');
  const joined = await joinNumbers(database, decisions);
  const counts: Record<string, number> = {};
  onStep('contexts');
  for (const contexts of [CONTEXTS, CONTEXTS.slice(0, 2)]) await joinContexts(database, joined, contexts, counts);
  const linked = await linkRest(database, pack, joined, options);
  await loadLabels(database, joined);
  return {
    records: joined.number.length,
    doubtful: linked.doubtful,
    parameters: linked.parameters,
    joined: { ...counts, linkage: linked.pairs },
  };
}

/** Records joined, with the first record that bears the number of each; −1 without a number. */
type Joined = JoinedRecords & { readonly number: Int32Array };

async function joinNumbers(database: Database, decisions: readonly Decision[]): Promise<Joined> {
  const engine = duckdbEngine(database.connection);
  const found = await engine.numbers(
    `SELECT CASE WHEN number IS NULL THEN -1 ELSE min(rid) OVER (PARTITION BY number) END AS number,
      coalesce(try_cast(CASE WHEN number IS NULL THEN birth ELSE id_birth END AS INTEGER), -1) AS birth,
      CASE sex WHEN 'female' THEN 0 WHEN 'male' THEN 1 ELSE -1 END AS sex FROM record ORDER BY rid`,
  );
  const number = Int32Array.from(found['number']!);
  const { same, apart } = await decided(database, decisions);
  const joined = joinedRecords(
    { number, birth: Int32Array.from(found['birth']!), sex: Int32Array.from(found['sex']!) },
    apart,
  );
  const fixed = await engine.numbers(
    'SELECT rid, min(rid) OVER (PARTITION BY person_id) AS first FROM record JOIN fixed USING (record_id)',
  );
  const firstOf = new Map<number, number>();
  fixed['rid']!.forEach((record, index) => {
    firstOf.set(record, fixed['first']![index]!);
    joined.unite(fixed['first']![index]!, record);
  });
  for (const [a, b] of same) joined.unite(a, b);
  // Two people of one number were parted by a clerk, of whose two records one need not be here.
  const areParted = (a: number, b: number): boolean =>
    firstOf.has(a) && firstOf.has(b) && firstOf.get(a) !== firstOf.get(b);
  number.forEach((first, record) => first >= 0 && !areParted(first, record) && joined.join(first, record));
  await loadLabels(database, { ...joined, number });
  return { ...joined, number };
}

/** Decisions as pairs of record numbers; the latest on a pair holds, records that are gone are passed over. */
async function decided(database: Database, decisions: readonly Decision[]) {
  const same: (readonly [number, number])[] = [];
  const apart: (readonly [number, number])[] = [];
  const latest = new Map(decisions.map((decision) => [pairKey(decision.records), decision]));
  if (latest.size === 0) return { same, apart };
  const ids = [...latest.values()].flatMap(({ records }) => records);
  const rows = await database.rows<{ record_id: string; rid: number }>(
    `SELECT record_id, rid FROM record WHERE record_id IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`,
    [JSON.stringify(ids)],
  );
  const ridOf = new Map(rows.map(({ record_id, rid }) => [record_id, rid]));
  for (const { records, same: isSame } of latest.values()) {
    const [a, b] = records.map((id) => ridOf.get(id));
    if (a !== undefined && b !== undefined) (isSame ? same : apart).push([a, b]);
  }
  return { same, apart };
}

/** Table `label(rid, label, number)`: of each record its cluster, and of the cluster the first record that bears its number. Rows are loaded in the order of `rid`. */
async function loadLabels(database: Database, joined: Joined): Promise<void> {
  const { number } = joined;
  const label = number.map((_, rid) => joined.root(rid));
  const ofLabel = new Int32Array(number.length).fill(-1);
  number.forEach((first, rid) => first >= 0 && (ofLabel[label[rid]!] = first));
  await duckdbEngine(database.connection).load('labelled', [
    { name: 'label', type: 'integer', values: label },
    { name: 'number', type: 'integer', values: label.map((root) => ofLabel[root]!) },
  ]);
  await database.run(
    'CREATE OR REPLACE TEMP TABLE label AS SELECT rowid::INTEGER AS rid, label, CASE WHEN number >= 0 THEN number END AS number FROM labelled',
  );
}

async function joinContexts(
  database: Database,
  joined: Joined,
  contexts: typeof CONTEXTS,
  counts: Record<string, number>,
): Promise<void> {
  const engine = duckdbEngine(database.connection);
  for (const { id, sql } of contexts) {
    const { context, rid } = (await engine.numbers(openContextsSql(sql))) as {
      context: Float64Array;
      rid: Float64Array;
    };
    for (let from = 0, to = 0; from < context.length; from = to) {
      while (to < context.length && context[to] === context[from]) to++;
      if (joined.joinAll(Array.from(rid.subarray(from, to)))) counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  await loadLabels(database, joined);
}

/**
 * Probabilistic linkage of clusters without a number to each other and to those with one; again, by what their kin turned out to be, while many are
 * joined (collective: Bhattacharya and Getoor 2007).
 */
async function linkRest(
  database: Database,
  pack: Pack,
  joined: Joined,
  { parameters, people, linkage = { model: personModel, again: true }, onStep = () => undefined }: Options,
) {
  const engine = duckdbEngine(database.connection);
  const sources = duplicateFree(pack);
  const { model, values = {}, again } = linkage;
  for (const sql of [...wantedSql, populationSql(people)]) await database.run(sql);
  const nodes = async (unitsSql: string): Promise<number> => {
    await database.run(unitsSql);
    for (const sql of nodeSql(sources)) await database.run(sql);
    return countOf(database, 'node');
  };
  let learned = parameters !== undefined && parametersFit(model, parameters) ? parameters : undefined;
  if (learned === undefined) {
    onStep('training');
    const { exclusive: _, sources: __, ...open } = model;
    const known = await nodes(trainingUnitsSql(TRAINING_RECORDS));
    const records = known < LEAST_TRAINING ? await nodes(wantedUnitsSql) : known;
    const input = { model: open, values, table: 'node', records, population: 'population' };
    learned = (await linkRecords(engine, input)).parameters;
  }
  onStep('linkage');
  // Whoever is looked for is one of the people known so far.
  const scaled = { ...learned, lambda: 1 / Math.max(2, await countOf(database, 'population')) };
  let pairs = 0;
  for (let unitsSql = wantedUnitsSql; ; unitsSql = relabelSql) {
    const records = await nodes(unitsSql);
    const input = { model, values, table: 'node', records, population: 'population', parameters: scaled };
    const linked = await linkRecords(engine, input);
    const unit = (await engine.numbers('SELECT no, unit FROM node ORDER BY no'))['unit']!;
    let found = 0;
    linked.cluster.forEach((root, node) => {
      if (root !== node && joined.join(unit[root]!, unit[node]!)) found++;
    });
    pairs += found;
    if (!again || found <= records * WORTH_ANOTHER_PASS) {
      const doubtful = await doubtfulPairs(database, joined, linked, unit, (pattern) =>
        explainPair(model, scaled, pattern),
      );
      return { parameters: learned, pairs, doubtful };
    }
    await loadLabels(database, joined);
  }
}

const countOf = async (database: Database, table: string): Promise<number> =>
  (await database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;

async function doubtfulPairs(
  database: Database,
  joined: Joined,
  { doubtful, left, right, pattern }: LinkageResult,
  unit: Float64Array,
  explain: (pattern: number) => PairExplanation,
): Promise<readonly DoubtfulPair[]> {
  const open = doubtful.filter((edge) => joined.root(unit[left[edge]!]!) !== joined.root(unit[right[edge]!]!));
  const names = await recordIds(
    database,
    open.flatMap((edge) => [unit[left[edge]!]!, unit[right[edge]!]!]),
  );
  return open.map((edge): DoubtfulPair => ({
    records: [names.get(unit[left[edge]!]!)!, names.get(unit[right[edge]!]!)!],
    ...explain(pattern[edge]!),
  }));
}

async function recordIds(database: Database, rids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (rids.length === 0) return new Map();
  const rows = await database.rows<{ rid: number; record_id: string }>(
    `SELECT rid, record_id FROM record WHERE rid IN (${rids.join(', ')})`,
  );
  return new Map(rows.map(({ rid, record_id }) => [rid, record_id]));
}

/** Feeds in which a person stands once, whose rows keep their key when a name or number is corrected. */
const duplicateFree = (pack: Pack): readonly string[] =>
  pack.datasets
    .filter(
      ({ onePerPerson, key, fields }) =>
        onePerPerson &&
        !fields.some(({ id, type }) => key.includes(id) && (type === 'identity-number' || type === 'person-name')),
    )
    .map(({ id }) => id);
