import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fingerprint } from '#base';
import type { Pack } from '#plan';
import type { Day } from './calendar.ts';
import { monthEnds, parseDay } from './calendar.ts';
import type { DeliveredFile } from './deliver.ts';
import { folderOf } from './deliver.ts';
import type { Window } from './eyes.ts';
import { feeds } from './feeds/index.ts';
import { numberPeople } from './identity-numbers.ts';
import { simulateLives } from './lives/simulate.ts';
import { cityTargets } from './lives/targets.ts';
import { readPlaces } from './places.ts';
import { taskThreads } from './task-threads.ts';
import type { Task } from './tasks.ts';

/** First load: everything known on this day. */
export const FIRST_LOAD = '2024-12-31';

export interface MakeOptions {
  readonly pack: Pack;
  /** Simulated over real persons: 1/20 is 0.05. */
  readonly scale: number;
  readonly seed: number;
  readonly out: string;
  /** Where the truth goes; none is written when left out. */
  readonly truth?: string;
  /** Last month of refreshes, `YYYY-MM`; only the first load when it is 2024-12. */
  readonly until: string;
  /** One day's feeds, `YYYY-MM-DD`, instead of loads and refreshes. */
  readonly day?: string;
  /** Threads that write; the files are the same whatever their number. One for small cities: a thread takes a second to start. */
  readonly workers?: number;
  readonly progress?: (what: {
    readonly step: 'lives' | 'feed' | 'truth';
    readonly label: string;
    readonly done: number;
    readonly of: number;
  }) => void;
}

export interface Manifest {
  readonly simulated: true;
  readonly note: { readonly zh: string; readonly en: string };
  readonly city: string;
  readonly scale: number;
  readonly seed: number;
  /** Fingerprint of everything that the bytes follow from; another one means another city. */
  readonly fingerprint: string;
  readonly files: readonly DeliveredFile[];
}

const NOTE = {
  zh: '模拟数据:全部人员、证件号码、地址、电话均由程序生成,与任何真实个人无关。',
  en: 'Simulated: every person, number, address and phone was made by a program; none is anybody real.',
};

/** A folder that holds another city's feeds: the user chooses another folder. */
export class OtherCityError extends Error {}

/** Scale from which threads pay, and how many are of use: each holds rows and tables of its own. */
const LARGE = 1 / 200;
const MOST_WORKERS = 4;

/**
 * Makes a city's lives and writes what its departments would have recorded: a first load, monthly refreshes, or one day.
 * Files get their names when whole, and the manifest lists them as they are done: a run that was stopped goes on where it was.
 */
export async function makeCity(options: MakeOptions): Promise<Manifest> {
  const { pack, out, truth, seed, scale, progress } = options;
  const { workers = scale < LARGE ? 1 : Math.min(MOST_WORKERS, availableParallelism()) } = options;
  const manifest = openManifest(options);
  const threads = taskThreads({ pack, out, truth }, workers);
  try {
    const city = simulateLives(readPlaces(pack), cityTargets(pack), {
      seed,
      scale,
      progress: (year) => progress?.({ step: 'lives', label: String(year), done: year - 2010, of: 16 }),
    });
    const windows = windowsOf(options);
    const tasks = tasksOf(windows, manifest.files);
    const of = windows.length * feeds.length;
    let done = of - tasks.filter(({ write }) => write === 'feed').length;
    let files = manifest.files;
    await threads.run({ lives: city.lives, numbering: numberPeople(city) }, tasks, (task, delivered) => {
      if (task.write === 'truth' && truth !== undefined) progress?.({ step: 'truth', label: '', done: 1, of: 1 });
      if (task.write !== 'feed') return;
      files = inOrder([...files, ...delivered]);
      saveManifest(out, { ...manifest, files });
      const label = `${folderOf(task.window)} ${feeds[task.feed]!.dataset}`;
      progress?.({ step: 'feed', label, done: ++done, of });
    });
    return { ...manifest, files };
  } finally {
    await threads.close();
  }
}

/** What is still to write. The truth takes longest and comes first. */
function tasksOf(windows: readonly Window[], files: readonly DeliveredFile[]): Task[] {
  const isDone = (window: Window, dataset: string): boolean =>
    files.some((file) => file.dataset === dataset && dirname(file.path) === folderOf(window));
  return [
    { write: 'truth', until: windows.at(-1)!.asOf },
    ...windows.flatMap((window): Task[] => [
      ...feeds.flatMap(({ dataset }, feed): Task[] =>
        isDone(window, dataset) ? [] : [{ write: 'feed', window, feed }],
      ),
      { write: 'households', window },
    ]),
  ];
}

/** Files by delivery, then as `feeds` has them, whichever thread was first. */
const inOrder = (files: readonly DeliveredFile[]): readonly DeliveredFile[] =>
  files.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));

const placeOf = ({ path, dataset }: DeliveredFile): string =>
  `${dirname(path)} ${String(feeds.findIndex((feed) => feed.dataset === dataset)).padStart(2, '0')}`;

function windowsOf({ until, day }: MakeOptions): Window[] {
  if (day !== undefined) return [{ asOf: parseDay(day), since: parseDay(day) - 1 }];
  let since: Day | undefined;
  return monthEnds(FIRST_LOAD.slice(0, 7), until).map(({ end }) => {
    const window = since === undefined ? { asOf: end } : { asOf: end, since };
    since = end;
    return window;
  });
}

function openManifest(options: MakeOptions): Manifest {
  const { pack, out, truth, scale, seed, day, until } = options;
  mkdirSync(out, { recursive: true });
  const rates = readFileSync(new URL('./rates.yaml', import.meta.url), 'utf8');
  const mark = fingerprint(JSON.stringify([1, pack.fingerprint, scale, seed, rates, truth !== undefined]));
  const path = join(out, 'manifest.json');
  if (existsSync(path)) {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    if (found.fingerprint !== mark) throw new OtherCityError(out);
    return { ...found, files: found.files.filter((file) => existsSync(join(out, file.path))) };
  }
  const manifest: Manifest = {
    simulated: true,
    note: NOTE,
    city: pack.info.city,
    scale,
    seed,
    fingerprint: mark,
    files: [],
  };
  saveManifest(out, manifest);
  writeFileSync(
    join(out, 'README.txt'),
    `${NOTE.zh}\n${NOTE.en}\n1:${Math.round(1 / scale)}  seed ${seed}  ${day ?? until}\n`,
  );
  return manifest;
}

function saveManifest(out: string, manifest: Manifest): void {
  const path = join(out, 'manifest.json');
  writeFileSync(`${path}.partial`, `${JSON.stringify(manifest, null, 1)}\n`);
  renameSync(`${path}.partial`, path);
}
