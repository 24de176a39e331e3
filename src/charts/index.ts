export * from './lines.ts';
export * from './age-bands.ts';
export * from './classes.ts';
export * from './pyramid.ts';
export * from './standing.ts';
export * from './handles.ts';
