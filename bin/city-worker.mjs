import { register } from 'tsx/esm/api';

register();
await import('../src/city/city-worker.ts');
