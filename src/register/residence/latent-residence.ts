import { learnLikeness } from './likeness.ts';
import type { PatternTree, PresencePattern } from './pattern-tree.ts';
import { addUp, patternTree } from './pattern-tree.ts';
import type { Witness } from './witness.ts';
import { LEVELS, levelIn, levelNumber } from './witness.ts';

/** Numbers a witness takes at a node: one a level, filled up to a power of two. */
const WIDTH = 8;
const [NONE, GONE, PAST, SHOWN] = (['none', 'gone', 'past', 'shown'] as const).map(levelNumber) as [
  number,
  number,
  number,
  number,
];

/** Share of those on the books who live here, to start from. */
const START_SHARE = 0.7;
/** Pseudo-people that lend a node the share of the node above. */
const LENT = 20;
/** Pseudo-people that lend a node the levels of people away from the node above (proposal): how alike places are in this cannot be learned. */
export const AWAY_LENT = 30;
/** Of those who live here at most this share is taken to be on no book. */
const MOST_UNLISTED = 0.5;
/** People added to each level, so that none is impossible. */
const SMALL = 1e-3;
/** Rounds of a fit, of one that starts from another, and the relative change at which it has ended. */
const [ITERATIONS, FURTHER, CONVERGED] = [400, 30, 1e-7];
/** Rounds after which likeness is learned, and how often. */
const [SETTLED, EVERY] = [10, 5];

/** Chances at every node of the tree of patterns; slots `node · witnesses · 8 + witness · 8 + level`. */
export interface ResidenceChances {
  readonly here: Float64Array;
  readonly away: Float64Array;
  /** By node: share of the people on the books who live here. */
  readonly share: Float64Array;
  /** By node and witness: pseudo-people that lend each child of it the levels of people here. */
  readonly likeness: Float64Array;
}

const NO_GROUPS: ReadonlySet<string> = new Set();

export interface ResidenceModel {
  /** By pattern: probability that somebody of it lives here. */
  readonly probabilities: Float64Array;
  /** By pattern: chance that somebody like this who lives here is on a book at all; 1 where the books are closed. */
  readonly coverage: Float64Array;
  readonly chances: ResidenceChances;
}

export interface ResidenceOptions {
  /** Groups of whom only those are known of whom a witness has a row: others live here unlisted. */
  readonly open?: ReadonlySet<string>;
  /** Chances to start from, of the same patterns; likeness is then kept. */
  readonly start?: ResidenceChances;
  /** Weight of each pattern in place of its people. */
  readonly weights?: Float64Array;
  /** In place of the pseudo-people that lend the levels of people away. */
  readonly awayLent?: number;
}

/**
 * Two latent classes, here and away, told apart by how witnesses agree (Lazarsfeld and Henry 1968; Biemer 2011, Latent Class Analysis of Survey Error;
 * two witnesses that never err are dual-system estimation). Within a group, stratum and place witnesses are independent given the class. Chances of a stratum are drawn
 * to those of its place, these to their group's, and these to those of all who stand on the books alike: of people here as far as they turn out to be alike, of people away always. The chance that a witness shows somebody away is
 * held to what is known beforehand. In open groups residents on no book are counted with the rest, as many as the chances of having no row say (a latent class model of
 * several lists: Stanghellini and van der Heijden 2004, Biometrics 60). EM on pattern counts; deterministic.
 */
export function latentResidence(
  patterns: readonly PresencePattern[],
  witnesses: readonly Witness[],
  {
    start,
    weights = Float64Array.from(patterns, ({ people }) => people),
    awayLent = AWAY_LENT,
    open = NO_GROUPS,
  }: ResidenceOptions = {},
): ResidenceModel {
  const tree = patternTree(patterns);
  const nodes = tree.parent.length;
  const size = witnesses.length * WIDTH;
  const chances: ResidenceChances = {
    here: start?.here.slice() ?? new Float64Array(nodes * size),
    away: start?.away.slice() ?? new Float64Array(nodes * size),
    share: start?.share.slice() ?? new Float64Array(nodes),
    likeness: start?.likeness ?? new Float64Array(nodes * witnesses.length).fill(AWAY_LENT),
  };
  const codes = Int32Array.from(patterns, ({ code }) => code);
  const probabilities =
    start === undefined ? startProbabilities(codes, witnesses.length) : new Float64Array(codes.length);
  if (start !== undefined) expect(tree, codes, chances, witnesses.length, probabilities);
  const unlisted = unlistedCodes(patterns, tree, witnesses.length, open);
  let before = -1;
  for (let iteration = 0; iteration < (start === undefined ? ITERATIONS : FURTHER); iteration++) {
    const counts = countLevels(tree, codes, weights, probabilities, size);
    if (start !== undefined || iteration > 0) addUnlisted(counts, unlisted, chances.here, size);
    for (const levels of [counts.here, counts.away]) addUp(tree, levels, size);
    for (const levels of [counts.residents, counts.people]) addUp(tree, levels, 1);
    if (start === undefined && iteration >= SETTLED && iteration % EVERY === 0)
      witnesses.forEach((_, witness) =>
        learnLikeness(
          tree,
          counts.here,
          size,
          [witness * WIDTH + NONE, witness * WIDTH + LEVELS.length],
          (node, lent) => {
            chances.likeness[node * witnesses.length + witness] = lent;
          },
        ),
      );
    maximise(tree, counts, witnesses, awayLent, chances);
    expect(tree, codes, chances, witnesses.length, probabilities);
    const here = probabilities.reduce((sum, chance, pattern) => sum + chance * weights[pattern]!, 0);
    if (Math.abs(here - before) <= CONVERGED * here) break;
    before = here;
  }
  const coverage = Float64Array.from(
    tree.leaf,
    (leaf) => 1 - chanceUnlisted(unlisted[leaf]!, chances.here, leaf * size, witnesses.length),
  );
  return { probabilities, coverage, chances };
}

/** Whoever is shown is probably here, who is said to be gone is not. */
function startProbabilities(codes: Int32Array, witnesses: number): Float64Array {
  return Float64Array.from(codes, (code) => {
    const levels = Array.from({ length: witnesses }, (_, witness) => levelIn(code, witness));
    return levels.includes(GONE) ? 0.05 : levels.some((level) => level >= PAST) ? 0.97 : 0.4;
  });
}

/** E: probability of each pattern under the chances. */
function expect(
  { parent, leaf }: PatternTree,
  codes: Int32Array,
  { here, away, share }: ResidenceChances,
  witnesses: number,
  probabilities: Float64Array,
): void {
  const size = witnesses * WIDTH;
  const evidence = new Float64Array(parent.length * size);
  for (let slot = 0; slot < evidence.length; slot++)
    if (slot % WIDTH >= NONE && slot % WIDTH < LEVELS.length) evidence[slot] = Math.log(here[slot]! / away[slot]!);
  const prior = share.map((chance) => Math.log(chance / (1 - chance)));
  for (let pattern = 0; pattern < codes.length; pattern++) {
    const node = leaf[pattern]!;
    let odds = prior[node]!;
    for (let witness = 0; witness < witnesses; witness++)
      odds += evidence[node * size + witness * WIDTH + levelIn(codes[pattern]!, witness)]!;
    probabilities[pattern] = 1 / (1 + Math.exp(-odds));
  }
}

interface LevelCounts {
  /** People by node, witness and level, as far as they are here and away. */
  readonly here: Float64Array;
  readonly away: Float64Array;
  /** By node: people here, and all. */
  readonly residents: Float64Array;
  readonly people: Float64Array;
}

function countLevels(
  tree: PatternTree,
  codes: Int32Array,
  weights: Float64Array,
  probabilities: Float64Array,
  size: number,
): LevelCounts {
  const nodes = tree.parent.length;
  const here = new Float64Array(nodes * size);
  const away = new Float64Array(nodes * size);
  const residents = new Float64Array(nodes);
  const people = new Float64Array(nodes);
  for (let pattern = 0; pattern < codes.length; pattern++) {
    const node = tree.leaf[pattern]!;
    const weight = weights[pattern]!;
    const resident = weight * probabilities[pattern]!;
    residents[node]! += resident;
    people[node]! += weight;
    for (let from = 0, witness = 0; from < size; from += WIDTH, witness++) {
      const slot = node * size + from + levelIn(codes[pattern]!, witness);
      here[slot]! += resident;
      away[slot]! += weight - resident;
    }
  }
  return { here, away, residents, people };
}

/** By node of a stratum in an open group: what every witness that is asked of everybody of such an age would say of somebody on no book; 0 elsewhere. */
function unlistedCodes(
  patterns: readonly PresencePattern[],
  { parent, leaf }: PatternTree,
  witnesses: number,
  open: ReadonlySet<string>,
): Int32Array {
  const asked = new Map<string, number>();
  for (const { group, stratum, code } of patterns) {
    let own = 0;
    for (let witness = 0; witness < witnesses; witness++)
      if (levelIn(code, witness) >= NONE) own |= NONE << (3 * witness);
    asked.set(`${group} ${stratum}`, (asked.get(`${group} ${stratum}`) ?? own) & own);
  }
  const codes = new Int32Array(parent.length);
  patterns.forEach(({ group, stratum }, pattern) => {
    if (open.has(group)) codes[leaf[pattern]!] = asked.get(`${group} ${stratum}`)!;
  });
  return codes;
}

/** Chance that somebody living at a node is on no book, from the chances of saying nothing; 0 where books are closed. */
function chanceUnlisted(code: number, here: Float64Array, at: number, witnesses: number): number {
  if (code === 0) return 0;
  let chance = 1;
  for (let witness = 0; witness < witnesses; witness++)
    if (levelIn(code, witness) === NONE) chance *= here[at + witness * WIDTH + NONE]!;
  return Math.min(MOST_UNLISTED, chance);
}

/** Adds the residents on no book to the counts of places. */
function addUnlisted(counts: LevelCounts, unlisted: Int32Array, here: Float64Array, size: number): void {
  for (let node = 0; node < unlisted.length; node++) {
    const code = unlisted[node]!;
    const chance = chanceUnlisted(code, here, node * size, size / WIDTH);
    const missed = (counts.residents[node]! * chance) / (1 - chance);
    counts.residents[node]! += missed;
    counts.people[node]! += missed;
    for (let witness = 0; witness * WIDTH < size; witness++)
      if (levelIn(code, witness) === NONE) counts.here[node * size + witness * WIDTH + NONE]! += missed;
  }
}

/** M: chances of each node from its counts and the node above. */
function maximise(
  { parent }: PatternTree,
  counts: LevelCounts,
  witnesses: readonly Witness[],
  awayLent: number,
  chances: ResidenceChances,
): void {
  const size = witnesses.length * WIDTH;
  const inAll = new Float64Array(WIDTH);
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    const [lent, share] = above < 0 ? [1, START_SHARE] : [LENT, chances.share[above]!];
    chances.share[node] = bound((counts.residents[node]! + lent * share) / (counts.people[node]! + lent));
    for (const [index, witness] of witnesses.entries()) {
      const at = node * size + index * WIDTH;
      if (above < 0) {
        everybody(counts, at, inAll);
        draw(counts.here, inAll, 0, 1, chances.here, at);
        inAll[SHOWN] = witness.away;
        drawAway(counts.away, inAll, 0, [1, witness.firmness], chances.away, at);
      } else {
        const from = above * size + index * WIDTH;
        const alike = chances.likeness[above * witnesses.length + index]!;
        draw(counts.here, chances.here, from, alike, chances.here, at);
        drawAway(counts.away, chances.away, from, [awayLent, Math.max(witness.firmness, awayLent)], chances.away, at);
      }
    }
  }
}

/** Levels of everybody at a group: of people here and away before anything is known of them. */
function everybody({ here, away }: LevelCounts, at: number, levels: Float64Array): void {
  const all = total(here, at) + total(away, at) + SMALL * (LEVELS.length - NONE);
  for (let level = NONE; level < LEVELS.length; level++)
    levels[level] = (here[at + level]! + away[at + level]! + SMALL) / all;
}

/** Chances of levels at `to` from the counts there and the chances `above` from `from`, these as of so many people seen. */
function draw(
  counts: Float64Array,
  above: Float64Array,
  from: number,
  people: number,
  chances: Float64Array,
  to: number,
): void {
  const all = total(counts, to) + people;
  for (let level = NONE; level < LEVELS.length; level++)
    chances[to + level] = bound((counts[to + level]! + people * above[from + level]!) / all);
}

/** The same of people away, with a firmness of its own for being shown; the other levels share what is left. */
function drawAway(
  counts: Float64Array,
  above: Float64Array,
  from: number,
  [people, firmness]: readonly [number, number],
  chances: Float64Array,
  to: number,
): void {
  draw(counts, above, from, firmness, chances, to);
  const left = 1 - chances[to + SHOWN]!;
  let others = 0;
  for (let level = NONE; level < SHOWN; level++) others += counts[to + level]! + people * above[from + level]!;
  for (let level = NONE; level < SHOWN; level++)
    chances[to + level] = bound(((counts[to + level]! + people * above[from + level]!) / others) * left);
}

/** Sum over the levels from `at`, `notAsked` left out. */
function total(values: Float64Array, at: number): number {
  let sum = 0;
  for (let level = NONE; level < LEVELS.length; level++) sum += values[at + level]!;
  return sum;
}

const bound = (chance: number): number => Math.min(1 - 1e-9, Math.max(1e-9, chance));
