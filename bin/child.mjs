import { register } from 'tsx/esm/api';

// A module of this program in a process of its own: `child.mjs MODULE ARGUMENT …`.
register();
await import(process.argv[2]);
