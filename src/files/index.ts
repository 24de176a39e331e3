export * from './attachments.ts';
export * from './decode-text.ts';
export * from './home.ts';
export * from './national-defaults.ts';
export * from './pack-store.ts';
export * from './read-pack.ts';
export * from './read-table.ts';
export * from './write-whole.ts';
