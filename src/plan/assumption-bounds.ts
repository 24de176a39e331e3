/** Assumptions that a user may change; each is a path of dated values in a scenario. */
export const ASSUMPTIONS = [
  'fertility',
  'lifeExpectancy',
  'netMigration',
  'sexRatioAtBirth',
  'urbanShare',
  'redistribution',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** Bounds within which a changed value is taken; outside them the model has no meaning. */
export const ASSUMPTION_BOUNDS: Readonly<Record<Assumption, readonly [number, number]>> = {
  fertility: [0, 8],
  lifeExpectancy: [40, 100],
  netMigration: [-500_000, 500_000],
  sexRatioAtBirth: [80, 150],
  urbanShare: [1, 99],
  redistribution: [0, 5],
};
