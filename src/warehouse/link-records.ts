import type { Clusters, FrequencySums, LinkageEngine, LinkageModel, Grader, Parameters, PatternCounts } from '#linkage';
import {
  agreementSql,
  allPairsSql,
  blockSizeSql,
  blockSql,
  clusterPairs,
  estimate,
  openPairs,
  frequencyColumns,
  frequencySql,
  frequencySumsSql,
  grader,
  levelsOf,
  pairsSql,
  patternLayout,
  patternWeight,
  preparedSql,
  samplePairsSql,
  skippedSql,
  valuePairsSql,
  weightAt,
} from '#linkage';

/** Pairs worked on at a time, so that memory is bounded whatever the size of the table. */
const CHUNK_PAIRS = 5_000_000;
/** Pairs from which the model learns. */
const TRAINING_PAIRS = 10_000_000;
/** Probability below which a pair is not kept; clustering takes an absent pair of a large group to have it. */
const ABSENT = 0.001;
/** All pairs are the sample where they are this few; else pairs are drawn until every level has enough. */
const WHOLE_SAMPLE = 1_200_000;
const SAMPLE_STEP = 200_000;
const SAMPLE_MOST = 400_000;
const ENOUGH_HITS = 100;

export interface LinkageInput {
  readonly model: LinkageModel;
  /** Table with a column `no` (0 … records − 1) and the columns of the model. */
  readonly table: string;
  readonly records: number;
  /** Table with a row for each person by whom it is reckoned how rare a value is; left out, the records themselves are. */
  readonly population?: string;
  /** Distinct values of graded columns by number. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Parameters learned before; left out, they are learned from this table. */
  readonly parameters?: Parameters;
  readonly onProgress?: (step: LinkageStep, done: number, of: number) => void;
}

export type LinkageStep = 'frequencies' | 'blocks' | 'sample' | 'training' | 'pairs' | 'clusters';

export interface LinkageResult extends Clusters {
  readonly parameters: Parameters;
  /** Pairs kept: those of a probability of 0.001 and more, and the others inside a group of likely ones. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Int32Array;
  readonly pattern: Float64Array;
  readonly comparedPairs: number;
  /** By rule: pairs it made, and records that it compared with none because their block was too large. */
  readonly rules: readonly { readonly id: string; readonly pairs: number; readonly skipped: number }[];
}

/** Links the records of a table: blocks, learns, scores every pair found, and clusters under the constraints. Deterministic. */
export async function linkRecords(engine: LinkageEngine, input: LinkageInput): Promise<LinkageResult> {
  const { model, onProgress = () => {} } = input;
  const frequencies = await prepare(engine, input);
  onProgress('frequencies', 1, 1);
  const rules = await makeBlocks(engine, model, onProgress);
  const compare = comparer(engine, input);
  const comparedPairs = rules.reduce((sum, { pairs }) => sum + pairs, 0);
  const chunks = Math.max(1, Math.ceil(comparedPairs / CHUNK_PAIRS));
  const candidates = candidatePairs(engine, input, compare, chunks);
  const trained = input.parameters ?? (await train(engine, compare, input, frequencies, candidates));
  const edges = await score(engine, candidates, compare, input, trained);
  const constraints = await readConstraints(engine, input);
  const clusters = clusterPairs(input.records, edges, thresholdWeights(model), constraints);
  onProgress('clusters', 1, 1);
  return { ...clusters, ...edges, parameters: trained, rules };
}

const thresholdWeights = ({ thresholds }: LinkageModel) => ({
  link: weightAt(thresholds.link),
  review: weightAt(thresholds.review),
  absent: weightAt(Math.min(ABSENT, thresholds.review)),
});

async function prepare(
  engine: LinkageEngine,
  { model, table, population = table }: LinkageInput,
): Promise<Record<string, FrequencySums>> {
  const frequencies: Record<string, FrequencySums> = {};
  for (const column of frequencyColumns(model)) {
    await engine.run(frequencySql(model, column, population, engine.dialect));
    const sums = await engine.numbers(frequencySumsSql(column));
    const records = Array.from({ length: patternLayout(model).octaves }, () => 0);
    const squares = [...records];
    sums['octave']!.forEach((octave, index) => {
      records[octave] = sums['records']![index]!;
      squares[octave] = sums['squares']![index]!;
    });
    frequencies[column] = { records, squares };
  }
  await engine.run(preparedSql(model, table, engine.dialect));
  return frequencies;
}

async function makeBlocks(
  engine: LinkageEngine,
  model: LinkageModel,
  onProgress: NonNullable<LinkageInput['onProgress']>,
) {
  const rules: { id: string; pairs: number; skipped: number }[] = [];
  for (const [index, { id }] of model.blocking.entries()) {
    for (const sql of blockSql(model, index, engine.dialect)) await engine.run(sql);
    const pairs = (await engine.numbers(blockSizeSql(index)))['pairs']![0]!;
    const skipped = (await engine.numbers(skippedSql(index)))['skipped']![0]!;
    rules.push({ id, pairs: Number.isNaN(pairs) ? 0 : pairs, skipped });
    onProgress('blocks', index + 1, model.blocking.length);
  }
  return rules;
}

/** Patterns of the pairs of a query, counted; the pairs stay in `table(l, r, pattern)`. */
type Compare = (pairs: string, table: string) => Promise<PatternCounts>;

/** Compares the pairs of a query; their values are graded first, here, not in the engine. */
function comparer(engine: LinkageEngine, { model, values = {} }: LinkageInput): Compare {
  const graders = model.grades.map(({ column, measure }) => ({ column, grade: grader(measure, values[column]!) }));
  return async (pairs, table) => {
    await engine.run(engine.dialect.createTable('pairs', pairs));
    for (const { column, grade } of graders) await loadGrades(engine, column, grade);
    await engine.run(engine.dialect.createTable(table, agreementSql(model, 'pairs', engine.dialect)));
    const counted = await engine.numbers(
      `SELECT pattern, count(*) AS count FROM ${table} GROUP BY pattern ORDER BY pattern`,
    );
    return { patterns: counted['pattern']!, counts: counted['count']! };
  };
}

/** The pairs that the rules find, in chunks; a chunk that was compared for training is there still when it is scored. */
interface Candidates {
  readonly chunks: number;
  compared(chunk: number): Promise<{ readonly table: string; readonly counts: PatternCounts }>;
  done(chunk: number): Promise<void>;
}

const tableOf = (chunk: number): string => `agreement_${chunk}`;

function candidatePairs(engine: LinkageEngine, { model }: LinkageInput, compare: Compare, chunks: number): Candidates {
  const counted = new Map<number, PatternCounts>();
  return {
    chunks,
    async compared(chunk) {
      const table = tableOf(chunk);
      const counts = counted.get(chunk) ?? (await compare(pairsSql(model, chunk, chunks, engine.dialect), table));
      counted.set(chunk, counts);
      return { table, counts };
    },
    async done(chunk) {
      counted.delete(chunk);
      await engine.run(`DROP TABLE ${tableOf(chunk)}`);
    },
  };
}

/** Grades each distinct pair of values among the pairs once: table `grade_<column>(a, b, grade)`, a < b, without grade 0. */
async function loadGrades(engine: LinkageEngine, column: string, grade: Grader): Promise<void> {
  const found = await engine.numbers(valuePairsSql(column));
  const rows: [number[], number[], number[]] = [[], [], []];
  found['a']!.forEach((a, index) => {
    const b = found['b']![index]!;
    const graded = grade(a, b);
    if (graded > 0) [a, b, graded].forEach((value, place) => rows[place]!.push(value));
  });
  await engine.load(
    `grade_${column}`,
    ['a', 'b', 'grade'].map((name, place) => ({ name, type: 'integer', values: rows[place]! })),
  );
}

async function train(
  engine: LinkageEngine,
  compare: Compare,
  input: LinkageInput,
  frequencies: Record<string, FrequencySums>,
  candidates: Candidates,
): Promise<Parameters> {
  const { model, onProgress = () => {} } = input;
  const { random, totalPairs } = await sampleRandom(engine, compare, input, candidates);
  onProgress('sample', 1, 1);
  const found = new PatternSum();
  let done = 0;
  while (done < candidates.chunks && found.pairs < TRAINING_PAIRS) {
    found.add((await candidates.compared(done)).counts);
    onProgress('training', ++done, candidates.chunks);
  }
  const share = done / candidates.chunks;
  return estimate({
    model,
    candidates: found.counts(),
    random,
    totalPairs: totalPairs * share,
    frequencies,
    ofPersons: input.population !== undefined,
  });
}

/** Patterns of pairs at random, and how many pairs the model allows in all. */
async function sampleRandom(
  engine: LinkageEngine,
  compare: Compare,
  input: LinkageInput,
  candidates: Candidates,
): Promise<{ random: PatternCounts; totalPairs: number }> {
  const { model, records } = input;
  const all = (records * (records - 1)) / 2;
  if (all <= WHOLE_SAMPLE) {
    const isBlocked = model.blocking.some(({ keys }) => keys.length > 0);
    const random = isBlocked
      ? await compare(allPairsSql(model, engine.dialect), 'sample')
      : (await candidates.compared(0)).counts;
    return { random, totalPairs: sum(random.counts) };
  }
  const patterns = new PatternSum();
  let drawn = 0;
  while (drawn < SAMPLE_MOST && !hasEnough(model, patterns.counts())) {
    patterns.add(await compare(samplePairsSql(model, records, drawn, drawn + SAMPLE_STEP, engine.dialect), 'sample'));
    drawn += SAMPLE_STEP;
  }
  return { random: patterns.counts(), totalPairs: (all * patterns.pairs) / (drawn * (1 - 1 / records)) };
}

/** Whether every level of every comparison has been seen often enough. */
function hasEnough(model: LinkageModel, { patterns, counts }: PatternCounts): boolean {
  const layout = patternLayout(model);
  const hits = layout.digits.map(({ first }) => first.map(() => 0));
  for (let i = 0; i < patterns.length; i++)
    levelsOf(layout, patterns[i]!).forEach((level, k) => (hits[k]![level]! += counts[i]!));
  return hits.every((levels) => levels.every((count, level) => level === 0 || count >= ENOUGH_HITS));
}

/** Pairs as an engine gives them. */
type PairColumns = Readonly<Partial<Record<'l' | 'r' | 'weight' | 'pattern', Float64Array>>>;

/** Every pair found that is worth keeping, chunk by chunk; and all pairs inside groups of likely ones, so that clusters are judged by all of theirs. */
async function score(
  engine: LinkageEngine,
  candidates: Candidates,
  compare: Compare,
  input: LinkageInput,
  parameters: Parameters,
) {
  const { model, records, onProgress = () => {} } = input;
  const layout = patternLayout(model);
  const { absent, link } = thresholdWeights(model);
  const weigh = async (table: string, { patterns }: PatternCounts, least: number): Promise<PairColumns> => {
    const kept = Array.from(patterns, (pattern) => ({
      pattern,
      weight: patternWeight(layout, parameters, pattern),
    })).filter(({ weight }) => weight >= least);
    await engine.load('weights', [
      { name: 'pattern', type: 'integer', values: kept.map(({ pattern }) => pattern) },
      { name: 'weight', type: 'integer', values: kept.map(({ weight }) => weight) },
    ]);
    return engine.numbers(
      `SELECT l, r, w.weight AS weight, w.pattern AS pattern FROM ${table} g JOIN weights w ON w.pattern = g.pattern`,
    );
  };
  const parts: PairColumns[] = [];
  let comparedPairs = 0;
  for (let chunk = 0; chunk < candidates.chunks; chunk++) {
    const { table, counts } = await candidates.compared(chunk);
    comparedPairs += sum(counts.counts);
    parts.push(await weigh(table, counts, absent));
    await candidates.done(chunk);
    onProgress('pairs', chunk + 1, candidates.chunks);
  }
  const found = edgesOf(parts);
  const open = openPairs(records, found, link);
  if (open.length === 0) return { ...found, comparedPairs };
  await engine.load(
    'inside',
    ['l', 'r'].map((name, side) => ({ name, type: 'integer', values: open.map((pair) => pair[side]!) })),
  );
  const counts = await compare('SELECT l, r FROM inside', 'agreement_inside');
  return { ...edgesOf([...parts, await weigh('agreement_inside', counts, -Infinity)]), comparedPairs };
}

function edgesOf(parts: readonly PairColumns[]) {
  const length = parts.reduce((total, { l }) => total + (l?.length ?? 0), 0);
  const joined = <T extends Int32Array | Float64Array>(array: T, column: keyof PairColumns): T => {
    let at = 0;
    for (const part of parts) {
      array.set(part[column] ?? [], at);
      at += part[column]?.length ?? 0;
    }
    return array;
  };
  return {
    left: joined(new Int32Array(length), 'l'),
    right: joined(new Int32Array(length), 'r'),
    weight: joined(new Int32Array(length), 'weight'),
    pattern: joined(new Float64Array(length), 'pattern'),
  };
}

async function readConstraints(engine: LinkageEngine, { model, records }: LinkageInput) {
  const constraints: { exclusive?: Int32Array; sources?: Int32Array } = {};
  if (model.exclusive !== undefined) {
    await engine.run(
      engine.dialect.createTable(
        'exclusive_values',
        `SELECT ${model.exclusive} AS value, min(no) AS first_no FROM prepared WHERE ${model.exclusive} IS NOT NULL GROUP BY ${model.exclusive}`,
      ),
    );
    const found = await engine.numbers(
      `SELECT t.no AS no, v.first_no AS first_no FROM prepared t JOIN exclusive_values v ON v.value = t.${model.exclusive}`,
    );
    constraints.exclusive = new Int32Array(records).fill(-1);
    found['no']?.forEach((no, index) => (constraints.exclusive![no] = found['first_no']![index]!));
  }
  if (model.sources !== undefined) {
    const found = await engine.numbers(`SELECT no, ${model.sources} AS bits FROM prepared`);
    constraints.sources = new Int32Array(records);
    found['no']?.forEach((no, index) => (constraints.sources![no] = found['bits']![index]!));
  }
  return constraints;
}

/** Counts of patterns summed over chunks, in the order of the patterns. */
class PatternSum {
  pairs = 0;
  readonly #counts = new Map<number, number>();

  add({ patterns, counts }: PatternCounts): void {
    for (let i = 0; i < patterns.length; i++) {
      this.#counts.set(patterns[i]!, (this.#counts.get(patterns[i]!) ?? 0) + counts[i]!);
      this.pairs += counts[i]!;
    }
  }

  counts(): PatternCounts {
    const sorted = [...this.#counts].sort(([a], [b]) => a - b);
    return { patterns: sorted.map(([pattern]) => pattern), counts: sorted.map(([, count]) => count) };
  }
}

const sum = (counts: ArrayLike<number>): number => Array.from(counts).reduce((total, count) => total + count, 0);
