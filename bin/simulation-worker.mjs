import { register } from 'tsx/esm/api';

register();
await import('../src/cli/simulation-worker.ts');
