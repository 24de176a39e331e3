import type { PresencePattern } from './pattern-tree.ts';
import { solvePositive } from './solve-positive.ts';
import { levelIn, levelNumber } from './witness.ts';

/** People asked whether they live here, by pattern: how many were said to, and how many not. */
export interface Asked {
  readonly here: Float64Array;
  readonly away: Float64Array;
}

/** Chance that the answer is the opposite of what is so (proposal). */
export const WRONG_ANSWER = 0.01;

/** How much surer an answer makes: odds of living here are multiplied by this where it is yes, divided where it is no. */
export const ANSWER_ODDS = (1 - WRONG_ANSWER) / WRONG_ANSWER;

/** Spread expected of every correction, in logits (proposal). */
const SPREAD = 1;
/** The model is taken to be no surer than this, in logits. */
const SUREST = 8;
const [STEPS, SETTLED] = [50, 1e-6];

/**
 * Probabilities of living here, corrected by people who were asked: logistic recalibration (Cox 1958, Biometrika 45) with a correction for all, for how sure the model
 * was, for standing on the books, group and place, and for each level of each witness, drawn to none alike (a ridge: as in multilevel regression and
 * poststratification, Gelman and Little 1997), by Fisher scoring. Answers are wrong by `WRONG_ANSWER`. Whom one asked may depend on all of these, not on what they
 * answered. Nobody asked: as given.
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
  const names = new Map<string, number>();
  const named = known.map((pattern) => correctionsOf(patterns[pattern]!, witnesses));
  for (const name of named.flat()) if (!names.has(name)) names.set(name, names.size + 1);
  const corrections = new Float64Array(names.size + 1);
  const corrected = (pattern: number, slots: readonly number[]): number =>
    slots.reduce((sum, slot) => sum + corrections[slot]!, logits[pattern]! * (1 + corrections[SURENESS]!));
  const slots = named.map((own) => own.map((name) => names.get(name)!));
  for (let step = 0, farthest = 1; step < STEPS && farthest > SETTLED; step++) {
    const by = scoringStep(corrections, known.length, (index) => {
      const pattern = known[index]!;
      return {
        slots: slots[index]!,
        sureness: logits[pattern]!,
        logit: corrected(pattern, slots[index]!),
        here: asked.here[pattern]!,
        away: asked.away[pattern]!,
      };
    });
    by.forEach((change, slot) => (corrections[slot]! += change));
    farthest = Math.max(...by.map(Math.abs));
  }
  return probabilities.map((_, pattern) =>
    logistic(
      corrected(
        pattern,
        correctionsOf(patterns[pattern]!, witnesses).flatMap((name) => names.get(name) ?? []),
      ),
    ),
  );
}

/** Slot of the correction for how sure the model was: of the others each is added once, this one times the logit. */
const SURENESS = 0;

function correctionsOf({ group, place, code }: PresencePattern, witnesses: number): readonly string[] {
  const said = Array.from({ length: witnesses }, (_, witness) => [witness, levelIn(code, witness)] as const);
  return [
    'all',
    `standing ${group.split('/')[0]}`,
    `group ${group}`,
    `place ${place}`,
    ...said
      .filter(([, level]) => level !== levelNumber('notAsked'))
      .map(([witness, level]) => `said ${witness} ${level}`),
  ];
}

interface AskedPattern {
  readonly slots: readonly number[];
  readonly sureness: number;
  readonly logit: number;
  readonly here: number;
  readonly away: number;
}

/** A step of Fisher scoring: the information of answers and ridge, and the slope of the penalised likelihood. */
function scoringStep(corrections: Float64Array, patterns: number, at: (index: number) => AskedPattern): Float64Array {
  const size = corrections.length;
  const slope = corrections.map((value) => -value / SPREAD ** 2);
  const information = new Float64Array(size * size);
  for (let slot = 0; slot < size; slot++) information[slot * size + slot] = 1 / SPREAD ** 2;
  for (let index = 0; index < patterns; index++) {
    const { slots, sureness, logit, here, away } = at(index);
    const chance = logistic(logit);
    const yes = WRONG_ANSWER + (1 - 2 * WRONG_ANSWER) * chance;
    const change = (1 - 2 * WRONG_ANSWER) * chance * (1 - chance);
    const own = (here / yes - away / (1 - yes)) * change;
    const weight = ((here + away) * change ** 2) / (yes * (1 - yes));
    slope[SURENESS]! += own * sureness;
    information[SURENESS]! += weight * sureness ** 2;
    for (const row of slots) {
      slope[row]! += own;
      information[row * size + SURENESS]! += weight * sureness;
      for (const column of slots) information[row * size + column]! += weight;
    }
  }
  return solvePositive(information, slope);
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));
