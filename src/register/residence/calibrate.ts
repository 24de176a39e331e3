import type { PresencePattern } from './pattern-tree.ts';
import { levelIn, levelNumber } from './witness.ts';

/** People asked whether they live here, by pattern: how many were said to, and how many not. */
export interface Asked {
  readonly here: Float64Array;
  readonly away: Float64Array;
}

/** Chance that the answer is the opposite of what is so (proposal). */
export const WRONG_ANSWER = 0.01;

/** Spread expected of every correction, in logits (proposal). */
const SPREAD = 1;
/** The model is taken to be no surer than this, in logits. */
const SUREST = 8;
const [SWEEPS, SETTLED] = [200, 1e-5];

/** A correction, and the patterns asked about that it holds for: `members` are places in the list of these. */
interface Term {
  readonly members: number[];
  readonly weights: number[];
  value: number;
}

/**
 * Probabilities of living here, corrected by people who were asked: logistic recalibration (Cox 1958, Biometrika 45) with a correction for all, for how sure the model
 * was, for standing on the books, group and place, and for each level of each witness, drawn to none alike (a ridge: as in multilevel regression and
 * poststratification, Gelman and Little 1997). Answers are wrong by `WRONG_ANSWER`. Whom one asked may depend on all of these, not on what they answered. Nobody asked: as given.
 */
export function calibrate(
  patterns: readonly PresencePattern[],
  probabilities: Float64Array,
  asked: Asked,
  witnesses: number,
): Float64Array {
  const known = [...patterns.keys()].filter((pattern) => asked.here[pattern]! + asked.away[pattern]! > 0);
  if (known.length === 0) return probabilities;
  const logits = probabilities.map((chance) => Math.max(-SUREST, Math.min(SUREST, Math.log(chance / (1 - chance)))));
  const terms = new Map<string, Term>();
  known.forEach((pattern, index) => {
    for (const [name, weight] of correctionsOf(patterns[pattern]!, logits[pattern]!, witnesses)) {
      const term = terms.get(name) ?? { members: [], weights: [], value: 0 };
      terms.set(name, term);
      term.members.push(index);
      term.weights.push(weight);
    }
  });
  const current = Float64Array.from(known, (pattern) => logits[pattern]!);
  const here = Float64Array.from(known, (pattern) => asked.here[pattern]!);
  const away = Float64Array.from(known, (pattern) => asked.away[pattern]!);
  for (let sweep = 0, farthest = 1; sweep < SWEEPS && farthest > SETTLED; sweep++)
    farthest = Math.max(...[...terms.values()].map((term) => Math.abs(improve(term, current, here, away))));
  return logits.map((logit, pattern) => {
    const corrections = correctionsOf(patterns[pattern]!, logit, witnesses);
    return logistic(corrections.reduce((sum, [name, weight]) => sum + weight * (terms.get(name)?.value ?? 0), logit));
  });
}

/** How much surer an answer makes: odds of living here are multiplied by this where it is yes, divided where it is no. */
export const ANSWER_ODDS = (1 - WRONG_ANSWER) / WRONG_ANSWER;

function correctionsOf(
  { group, place, code }: PresencePattern,
  logit: number,
  witnesses: number,
): readonly (readonly [name: string, weight: number])[] {
  const said = Array.from({ length: witnesses }, (_, witness) => [witness, levelIn(code, witness)] as const);
  return [
    ['all', 1],
    ['sureness', logit],
    [`standing ${group.split('/')[0]}`, 1],
    [`group ${group}`, 1],
    [`place ${place}`, 1],
    ...said
      .filter(([, level]) => level !== levelNumber('notAsked'))
      .map(([witness, level]) => [`said ${witness} ${level}`, 1] as const),
  ];
}

/** A step of Fisher scoring along one correction; how far it went. */
function improve(term: Term, current: Float64Array, here: Float64Array, away: Float64Array): number {
  const { members, weights } = term;
  let slope = -term.value / SPREAD ** 2;
  let information = 1 / SPREAD ** 2;
  for (let at = 0; at < members.length; at++) {
    const index = members[at]!;
    const chance = logistic(current[index]!);
    const yes = WRONG_ANSWER + (1 - 2 * WRONG_ANSWER) * chance;
    const by = (1 - 2 * WRONG_ANSWER) * chance * (1 - chance) * weights[at]!;
    slope += (here[index]! / yes - away[index]! / (1 - yes)) * by;
    information += ((here[index]! + away[index]!) * by ** 2) / (yes * (1 - yes));
  }
  const step = slope / information;
  term.value += step;
  for (let at = 0; at < members.length; at++) current[members[at]!]! += step * weights[at]!;
  return step;
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
