import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Measure } from './measure.ts';

const root = resolve(import.meta.dirname, '..');
const PORT = 5196;

/** `npm run demo` on an installed clone to a page that answers, and the server's memory after a bounded load on loopback. */
export async function startAndMemory(): Promise<Measure[]> {
  const start = performance.now();
  const demo = spawn('npm', ['run', '--silent', 'demo', '--', '--port', String(PORT)], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
  });
  try {
    const address = `http://localhost:${PORT}`;
    while (!(await answers(`${address}/api/pack`))) {
      if (performance.now() - start > 120_000) throw new Error('the demo did not start within 120 s');
      await new Promise((resolve_) => setTimeout(resolve_, 100));
    }
    const seconds = (performance.now() - start) / 1000;
    for (let i = 0; i < 200; i++) {
      await (await fetch(`${address}/api/figures?indicator=share-65-plus&scenario=medium`)).arrayBuffer();
      if (i % 10 === 0) await (await fetch(`${address}/api/warnings`)).arrayBuffer();
    }
    const peak = serverPeak(demo.pid!);
    return [
      {
        what: 'npm run demo on an installed, built clone to a page that answers',
        bound: '<= 30 s',
        measured: `${seconds.toFixed(1)} s`,
        met: seconds <= 30,
        how: 'from the command to the first answer of /api/pack',
      },
      {
        what: 'server memory, peak resident',
        bound: '<= 400 MB',
        measured: peak === undefined ? 'not readable here' : `${peak.toFixed(0)} MB`,
        met: peak === undefined ? undefined : peak <= 400,
        how: 'VmHWM of the server process after 220 requests on loopback',
      },
    ];
  } finally {
    process.kill(-demo.pid!, 'SIGTERM');
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    (response) => response.ok,
    () => false,
  );

/** Peak resident memory (MB) of the largest process in the group; /proc exists on Linux only. */
function serverPeak(group: number): number | undefined {
  try {
    const ids = readFileSync(`/proc/${group}/task/${group}/children`, 'utf8');
    const below = (id: string): string[] => [
      id,
      ...readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ').filter(Boolean).flatMap(below),
    ];
    const peaks = ids
      .trim()
      .split(' ')
      .flatMap(below)
      .filter((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('bin/popplus.mjs'))
      .map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024);
    return peaks.length === 0 ? undefined : Math.max(...peaks);
  } catch {
    return undefined;
  }
}
