/** People who look alike: one stratum, one place, the same feeds that show them here. */
export interface PresencePattern {
  readonly stratum: string;
  readonly place: string;
  /** A bit for each feed. */
  readonly bits: number;
  readonly people: number;
}

export interface StratumResidence {
  /** By feed: chance that it shows somebody who lives here, and somebody who does not. */
  readonly here: readonly number[];
  readonly away: readonly number[];
  /** By place: share of the people on the books who live there. */
  readonly share: ReadonlyMap<string, number>;
}

export interface ResidenceModel {
  readonly strata: ReadonlyMap<string, StratumResidence>;
  /** Probability that somebody of a pattern lives here. */
  probability(stratum: string, place: string, bits: number): number;
}

const ITERATIONS = 500;
const CONVERGED = 1e-7;
/** What is known beforehand of a kind of sign: the chance that it shows somebody who lives elsewhere, held as firmly as so many people seen. */
export interface SignKind {
  readonly id: string;
  readonly away: number;
  readonly firmness: number;
}

/** Share of those on the books who live here, to start from. */
const START_SHARE = 0.7;
/** Pseudo-people that lend a small place the share of its stratum. */
const LENT = 20;

/**
 * Two latent classes, here and away, told apart by how feeds agree (Lazarsfeld and Henry 1968; Biemer 2011, Latent Class Analysis of Survey Error; the
 * case of two feeds that never err is capture-recapture). Within a stratum (age, on the household register or not) feeds are taken to be independent given the
 * class, and places differ by the share of their people who are here. EM from a start in which a feed shows residents; deterministic.
 */
export function latentResidence(
  patterns: readonly PresencePattern[],
  kinds: readonly SignKind[],
  start?: ResidenceModel,
): ResidenceModel {
  const byStratum = new Map<string, PresencePattern[]>();
  for (const pattern of patterns) {
    const own = byStratum.get(pattern.stratum);
    if (own === undefined) byStratum.set(pattern.stratum, [pattern]);
    else own.push(pattern);
  }
  const strata = new Map(
    [...byStratum].map(([stratum, own]) => [stratum, fitStratum(own, kinds, start?.strata.get(stratum))]),
  );
  return {
    strata,
    probability: (stratum, place, bits) => {
      const found = strata.get(stratum);
      return found === undefined ? 0.5 : residentChance(found, place, bits);
    },
  };
}

function residentChance({ here, away, share }: StratumResidence, place: string, bits: number): number {
  const prior = share.get(place) ?? share.get('')!;
  let odds = Math.log(prior) - Math.log(1 - prior);
  for (let feed = 0; feed < here.length; feed++)
    odds +=
      ((bits >> feed) & 1) === 1
        ? Math.log(here[feed]! / away[feed]!)
        : Math.log((1 - here[feed]!) / (1 - away[feed]!));
  return 1 / (1 + Math.exp(-odds));
}

function fitStratum(
  patterns: readonly PresencePattern[],
  kinds: readonly SignKind[],
  start?: StratumResidence,
): StratumResidence {
  const people = sum(patterns.map((pattern) => pattern.people));
  const shown = kinds.map((_, feed) => sum(patterns.map(({ bits, people: n }) => ((bits >> feed) & 1) * n)));
  let current: StratumResidence = start ?? {
    here: shown.map((count) => clamp(count / people / START_SHARE)),
    away: kinds.map(({ away }) => clamp(away)),
    share: new Map([['', START_SHARE]]),
  };
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const next = maximise(patterns, kinds, current);
    const change = Math.max(
      ...next.here.map((chance, feed) => Math.abs(chance - current.here[feed]!)),
      Math.abs(next.share.get('')! - current.share.get('')!),
    );
    current = next;
    if (change < CONVERGED) break;
  }
  return current;
}

function maximise(
  patterns: readonly PresencePattern[],
  kinds: readonly SignKind[],
  current: StratumResidence,
): StratumResidence {
  const feeds = kinds.length;
  const hereShown = new Float64Array(feeds);
  const awayShown = new Float64Array(feeds);
  const places = new Map<string, { here: number; all: number }>();
  let [here, all] = [0, 0];
  for (const { place, bits, people } of patterns) {
    const resident = people * residentChance(current, place, bits);
    here += resident;
    all += people;
    const own = places.get(place) ?? { here: 0, all: 0 };
    places.set(place, { here: own.here + resident, all: own.all + people });
    for (let feed = 0; feed < feeds; feed++)
      if (((bits >> feed) & 1) === 1) {
        hereShown[feed]! += resident;
        awayShown[feed]! += people - resident;
      }
  }
  const overall = clamp((here + START_SHARE) / (all + 1));
  return {
    here: Array.from(hereShown, (count) => clamp((count + 0.5) / (here + 1))),
    away: kinds.map(({ away, firmness }, feed) =>
      clamp((awayShown[feed]! + away * firmness) / (all - here + firmness)),
    ),
    share: new Map([
      ['', overall],
      ...[...places].map(([place, own]): [string, number] => [
        place,
        clamp((own.here + LENT * overall) / (own.all + LENT)),
      ]),
    ]),
  };
}

const clamp = (chance: number): number => Math.min(1 - 1e-6, Math.max(1e-6, chance));

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
