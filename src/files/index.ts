export * from './attachments.ts';
export * from './divisions.ts';
export * from './home.ts';
export * from './pack-store.ts';
export * from './read-pack.ts';
