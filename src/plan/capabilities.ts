/** What of the product may carry out a part of a plan; `coverage.yaml` of a pack says which part. Each is a place that people can open. */
export const CAPABILITIES = [
  'feeds',
  'register',
  'panorama',
  'review',
  'statistics',
  'households',
  'accounts',
  'forecast',
  'warnings',
  'targets',
  'audit',
] as const;

export type Capability = (typeof CAPABILITIES)[number];
