import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPeople, openDesk, seePerson, tableSql } from '#register';
import { openDatabase } from '#warehouse';
import { machine } from '../machine.ts';
import type { Measure } from '../measure.ts';
import { formatMeasures, quantile } from '../measure.ts';

/**
 * `node --import tsx bench/register/run.ts [1:SCALE …]` (1:100 and 1:20 when left out): a simulated city made, landed and made a register by the
 * commands, then one day's feeds, then people found one by one; writes RESULTS.md beside it after each scale. Each command is a process of its own, so that its memory is its own.
 */
const popplus = resolve(import.meta.dirname, '../../bin/popplus.mjs');
const TELL_USAGE = `data:text/javascript,process.on('exit', () => process.stderr.write('\\nUSAGE ' + JSON.stringify(process.resourceUsage())))`;
const DAY = '2025-01-02';
const ASKED = 200;

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
  readonly megabytes: number;
}

function command(home: string, ...words: readonly string[]): Cost {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_USAGE, popplus, ...words], {
    env: { ...process.env, POPPLUS_HOME: home },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const usage = /USAGE (\{.*\})/.exec(stderr)?.[1];
  if (status !== 0 || usage === undefined) throw new Error(`popplus ${words.join(' ')}: ${stderr.slice(-2000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds in which people of the register are found by name, birth date and sex, and in which their panoramas are shown. */
async function reading(
  home: string,
): Promise<{ readonly find: readonly number[]; readonly panorama: readonly number[] }> {
  const desk = (await openDesk(home))!;
  const database = await openDatabase();
  const people = await database.rows<{ id: string; name: string; birth: string; sex: 'female' | 'male' }>(
    `SELECT person_id AS id, written_name AS name, born::VARCHAR AS birth, sex FROM ${tableSql(home, desk.version.version, 'person')} WHERE written_name IS NOT NULL AND born IS NOT NULL AND sex IS NOT NULL ORDER BY md5(person_id) LIMIT ${ASKED}`,
  );
  database.close();
  const [find, panorama]: [number[], number[]] = [[], []];
  for (const { id, ...wanted } of people) {
    find.push(await timed(() => findPeople(desk, wanted, [])));
    panorama.push(await timed(() => seePerson(desk, id, [])));
  }
  desk.close();
  return { find, panorama };
}

async function measure(scale: string): Promise<readonly Measure[]> {
  const home = mkdtempSync(join(tmpdir(), 'register-bench-'));
  try {
    const make = command(home, 'city', 'make', '--scale', scale, '--until', '2024-12');
    const ingest = command(home, 'ingest', join(home, 'city', 'feeds'));
    const first = command(home, 'refresh');
    const counted = command(home, 'register', 'report');
    const chain = [make, ingest, first, counted];
    const whole: Cost = {
      seconds: chain.reduce((sum, { seconds }) => sum + seconds, 0),
      cpu: chain.reduce((sum, { cpu }) => sum + cpu, 0),
      megabytes: Math.max(...chain.map(({ megabytes }) => megabytes)),
    };
    const day = join(home, 'day');
    command(home, 'city', 'make', '--scale', scale, '--day', DAY, '--out', day, '--truth', join(home, 'truth-of-day'));
    const landed = command(home, 'ingest', day);
    const daily = command(home, 'refresh');
    const { find, panorama } = await reading(home);
    const row = (what: string, { seconds, cpu, megabytes }: Cost, bound = 'stated', most = Infinity): Measure => ({
      what: `${scale}, ${what}`,
      bound,
      measured: `${seconds.toFixed(1)} s (CPU ${cpu.toFixed(1)} s), peak ${megabytes.toFixed(0)} MB`,
      met: seconds <= most,
      how: 'one process',
    });
    const asked = (what: string, times: readonly number[], most: number): Measure => ({
      what: `${scale}, ${what}`,
      bound: `p95 <= ${most} ms`,
      measured: `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
      met: quantile(times, 0.95) <= most,
      how: `${times.length} people, one register opened`,
    });
    return [
      row('city made', make),
      row('first load ingested', ingest),
      row('first refresh', first, scale === '1:1' ? '<= 900 s' : undefined, scale === '1:1' ? 900 : undefined),
      scale === '1:20'
        ? row('made, ingested, fused and counted', whole, '<= 60 s', 60)
        : row('made, ingested, fused and counted', whole),
      row("a day's feeds ingested", landed),
      row('refresh of the day', daily, '<= 60 s', 60),
      asked('one record finds its person', find, 200),
      asked('a panorama', panorama, 100),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const scales = process.argv.length > 2 ? process.argv.slice(2) : ['1:100', '1:20'];
const measures: Measure[] = [];
for (const [index, scale] of scales.entries()) {
  const found = await measure(scale);
  measures.push(...found);
  console.log(formatMeasures(found));
  writeFileSync(
    resolve(import.meta.dirname, 'RESULTS.md'),
    `# Bench of the register\n\n${machine()}. Made by \`node --import tsx bench/register/run.ts ${scales.slice(0, index + 1).join(' ')}\`.\n\n${formatMeasures(measures)}\n`,
  );
}
