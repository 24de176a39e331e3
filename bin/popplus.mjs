#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
