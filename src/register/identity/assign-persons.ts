/** How many records a cluster of this run has in common with a person of the last one. */
export interface Overlap {
  readonly cluster: number;
  readonly person: string;
  readonly records: number;
  /** Day the earliest of these records became known, `YYYY-MM-DD`. */
  readonly since: string;
}

export type PersonEvent =
  | { readonly kind: 'created'; readonly person: string }
  /** `other` was put into `person`. */
  | { readonly kind: 'merged'; readonly person: string; readonly other: string }
  /** `person` left `other`, whose records were of two people. */
  | { readonly kind: 'split'; readonly person: string; readonly other: string };

export interface Assignment {
  /** Person of each cluster. */
  readonly persons: ReadonlyMap<number, string>;
  readonly events: readonly PersonEvent[];
}

/**
 * Gives clusters their persons so that identifiers stay. A person goes where most of its records went (ties: the older, then the lower
 * cluster); a cluster that several persons come to keeps the one with most records (ties: the older, then the lower id). Clusters that no person
 * comes to get a new identifier. Nobody's identifier is used again. `created` names a new person of a cluster.
 */
export function assignPersons(
  clusters: readonly number[],
  overlaps: readonly Overlap[],
  created: (cluster: number) => string,
): Assignment {
  const destination = bestBy(
    overlaps,
    ({ person }) => person,
    ({ cluster }) => cluster,
  );
  const arrivals = [...destination.values()];
  const keeper = bestBy(
    arrivals,
    ({ cluster }) => String(cluster),
    ({ person }) => person,
  );
  const persons = new Map<number, string>();
  const events: PersonEvent[] = [];
  for (const cluster of clusters) {
    const kept = keeper.get(String(cluster))?.person;
    const person = kept ?? created(cluster);
    persons.set(cluster, person);
  }
  for (const { cluster, person } of arrivals)
    if (persons.get(cluster) !== person) events.push({ kind: 'merged', person: persons.get(cluster)!, other: person });
  const origins = bestBy(
    overlaps.filter(({ cluster }) => !keeper.has(String(cluster))),
    ({ cluster }) => String(cluster),
    ({ person }) => person,
  );
  for (const cluster of clusters) {
    if (keeper.has(String(cluster))) continue;
    const person = persons.get(cluster)!;
    const origin = origins.get(String(cluster))?.person;
    events.push(origin === undefined ? { kind: 'created', person } : { kind: 'split', person, other: origin });
  }
  return { persons, events };
}

/** By group the overlap with most records; then the earliest known, then the lowest name. */
function bestBy(
  overlaps: readonly Overlap[],
  group: (overlap: Overlap) => string,
  name: (overlap: Overlap) => string | number,
): Map<string, Overlap> {
  const best = new Map<string, Overlap>();
  const isBetter = (a: Overlap, b: Overlap): boolean => {
    if (a.records !== b.records) return a.records > b.records;
    if (a.since !== b.since) return a.since < b.since;
    return name(a) < name(b);
  };
  for (const overlap of overlaps) {
    const known = best.get(group(overlap));
    if (known === undefined || isBetter(overlap, known)) best.set(group(overlap), overlap);
  }
  return best;
}
