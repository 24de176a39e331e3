export * from './city-from-population.ts';
export type { NamedDefault } from './levels.ts';
export { ownAreas } from './own-areas.ts';
