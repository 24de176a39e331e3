import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprint } from '#base';
import type { Dataset, Pack } from '#plan';
import type { Day } from './calendar.ts';
import { dateText, monthEnds, parseDay } from './calendar.ts';
import { chance } from './chance.ts';
import type { Contracts } from './contracts.ts';
import { contractsOf } from './contracts.ts';
import { clerkOf } from './errors.ts';
import type { Window } from './eyes.ts';
import { Eyes, stirredPeople } from './eyes.ts';
import type { Feed } from './feeds/feed.ts';
import { feeds } from './feeds/index.ts';
import type { IdentityNumbers } from './identity-numbers.ts';
import { numberPeople } from './identity-numbers.ts';
import type { City } from './lives/city-state.ts';
import { simulateLives } from './lives/simulate.ts';
import { cityTargets } from './lives/targets.ts';
import { readPlaces } from './places.ts';
import { ratesOf } from './rates.ts';
import type { TableFile } from './table-files.ts';
import { XLSX_ROWS, csvFile, extensionOf, openTable } from './table-files.ts';
import { personId, writeHouseholds, writeTruth } from './truth.ts';

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
  readonly progress?: (what: {
    readonly step: 'lives' | 'feed' | 'truth';
    readonly label: string;
    readonly done: number;
    readonly of: number;
  }) => void;
}

/** One file of a delivery. */
export interface DeliveredFile {
  readonly dataset: string;
  /** Day by which everything in it was known; a refresh holds what became known after the one before. */
  readonly asOf: string;
  /** Day by which the delivery before it knew; absent in a first load. */
  readonly since?: string;
  /** Below the folder of the feeds, with forward slashes. */
  readonly path: string;
  readonly rows: number;
  /** Errors by kind that were made in it. */
  readonly errors: Readonly<Record<string, number>>;
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

/**
 * Makes a city's lives and writes what its departments would have recorded: a first load, monthly refreshes, or one day.
 * Files get their names when whole, and the manifest lists them as they are done: a run that was stopped goes on where it was.
 */
export async function makeCity(options: MakeOptions): Promise<Manifest> {
  const { pack, out, truth, seed, scale } = options;
  const contracts = contractsOf(pack);
  const manifest = openManifest(options);
  const places = readPlaces(pack);
  const city = simulateLives(places, cityTargets(pack), {
    seed,
    scale,
    progress: (year) => options.progress?.({ step: 'lives', label: String(year), done: year - 2010, of: 16 }),
  });
  const numbers = numberPeople(city);
  const windows = windowsOf(options);
  const files = [...manifest.files];
  const total = windows.length * feeds.length;
  let done = 0;
  for (const window of windows) {
    const folder = folderOf(window);
    let stirred: Int32Array | undefined;
    for (const [index, feed] of feeds.entries()) {
      done++;
      if (files.some((file) => file.dataset === feed.dataset && file.path.startsWith(`${folder}/`))) continue;
      if (window.since !== undefined) stirred ??= stirredPeople(city, { asOf: window.asOf, since: window.since });
      const delivery = { city, numbers, window, stirred, index, feed, contracts };
      files.push(...(await deliver(delivery, out, truth)));
      saveManifest(out, { ...manifest, files });
      options.progress?.({ step: 'feed', label: `${folder} ${feed.dataset}`, done, of: total });
    }
    if (truth !== undefined) await writeHouseholds(truth, city, window.asOf);
  }
  if (truth !== undefined) {
    options.progress?.({ step: 'truth', label: '', done: 0, of: 1 });
    await writeTruth(truth, city, numbers, windows.at(-1)!.asOf);
  }
  return { ...manifest, files };
}

/** Folder of a delivery: its day; the feeds of a single day stand apart from those of the month that ends on it. */
const folderOf = ({ asOf, since }: Window): string => (since === asOf - 1 ? `day-${dateText(asOf)}` : dateText(asOf));

function windowsOf({ until, day }: MakeOptions): Window[] {
  if (day !== undefined) return [{ asOf: parseDay(day), since: parseDay(day) - 1 }];
  let since: Day | undefined;
  return monthEnds(FIRST_LOAD.slice(0, 7), until).map(({ end }) => {
    const window = since === undefined ? { asOf: end } : { asOf: end, since };
    since = end;
    return window;
  });
}

interface Delivery {
  readonly city: City;
  readonly numbers: IdentityNumbers;
  readonly window: Window;
  readonly stirred: Int32Array | undefined;
  readonly index: number;
  readonly feed: Feed;
  readonly contracts: Contracts;
}

const [SECOND, REPEATED] = [801, 802] as const;

/** Writes one dataset's files of one window, and who their rows are about. */
async function deliver(delivery: Delivery, out: string, truth: string | undefined): Promise<DeliveredFile[]> {
  const { city, window, index, feed, contracts } = delivery;
  const contract = contracts.datasets.get(feed.dataset);
  if (contract === undefined) throw new Error(`the pack has no contract ${feed.dataset}`);
  const rates = ratesOf(feed.dataset);
  const record = rates['record'] ?? {};
  const { seed } = city.lives;
  const folder = folderOf(window);
  const clerk = clerkOf(seed, index, contract, contracts, rates);
  const eyes = new Eyes(city, delivery.numbers, window, delivery.stirred, index + 1, rates);
  const parts = partFiles(out, folder, contract, clerk.columns);
  const about = truth === undefined ? undefined : recordsFile(truth, folder, contract);
  feed.rows(eyes, (row) => {
    const corrected = eyes.isCorrected(row.subject, record['corrected'] ?? 0);
    const second = !contract.onePerPerson && chance(seed, row.subject, index * 1000 + SECOND) < (record['second'] ?? 0);
    const repeated = chance(seed, row.subject, index * 1000 + REPEATED) < (record['repeated'] ?? 0);
    const first = clerk.write(row, 0, corrected);
    const texts = [
      first,
      ...(repeated ? [first] : []),
      ...(second ? [clerk.write(secondRecord(contract, row), 1, corrected)] : []),
    ];
    for (const written of texts) {
      const place = parts.row(written);
      about?.row(place, written, row.persons);
    }
  });
  const files = await parts.end();
  await about?.end();
  return files.map((file, i) => ({
    dataset: feed.dataset,
    asOf: dateText(window.asOf),
    ...(window.since === undefined ? {} : { since: dateText(window.since) }),
    ...file,
    errors: i === 0 ? Object.fromEntries([...clerk.made].toSorted(([a], [b]) => (a < b ? -1 : 1))) : {},
  }));
}

/** The same facts in a record of another number. */
function secondRecord(contract: Dataset, row: Parameters<ReturnType<typeof clerkOf>['write']>[0]): typeof row {
  const number = contract.key.find((field) => field.endsWith('number') && field !== 'identity_number');
  const value = number === undefined ? undefined : row.values[number];
  if (number === undefined || typeof value !== 'string') return row;
  return {
    ...row,
    values: {
      ...row.values,
      [number]: `${value.slice(0, -2)}${String(100 - Number(value.slice(-2))).padStart(2, '0')}9`,
    },
  };
}

interface Place {
  readonly file: string;
  readonly row: number;
}

/** Files of a delivery, a new one after every `XLSX_ROWS` rows of a workbook. */
function partFiles(
  out: string,
  folder: string,
  contract: Dataset,
  columns: readonly string[],
): { row(texts: readonly string[]): Place; end(): Promise<{ path: string; rows: number }[]> } {
  mkdirSync(join(out, folder), { recursive: true });
  const limit = contract.file.format === 'xlsx' ? XLSX_ROWS : Infinity;
  const parts: { path: string; rows: number; table: TableFile }[] = [];
  const open = (): void => {
    const part = parts.length === 0 ? '' : `-${parts.length + 1}`;
    const path = `${folder}/${contract.id}${part}.${extensionOf(contract)}`;
    parts.push({ path, rows: 0, table: openTable(join(out, path), contract, columns) });
  };
  open();
  return {
    row(texts) {
      if (parts.at(-1)!.rows === limit) open();
      const part = parts.at(-1)!;
      part.table.row(texts);
      part.rows++;
      return { file: part.path, row: part.rows };
    },
    async end() {
      for (const part of parts) await part.table.end();
      return parts.map(({ path, rows }) => ({ path, rows }));
    },
  };
}

/** Who the rows of a delivery are about: file, row (1 is the first below the head), key as written, role, person. */
function recordsFile(
  truth: string,
  folder: string,
  contract: Dataset,
): {
  row(place: Place, written: readonly string[], persons: Readonly<Record<string, number>>): void;
  end(): Promise<void>;
} {
  mkdirSync(join(truth, 'records', folder), { recursive: true });
  const file = csvFile(
    join(truth, 'records', folder, `${contract.id}.csv`),
    ['dataset', 'file', 'row', 'key', 'role', 'person'],
    'utf-8',
  );
  const keys = contract.key.map((id) => contract.fields.findIndex((field) => field.id === id));
  return {
    row(place, written, persons) {
      const key = keys.map((i) => written[i]!).join('|');
      const quoted = /[",]/.test(key) ? `"${key.replaceAll('"', '""')}"` : key;
      const start = `${contract.id},${basename(place.file)},${place.row},${quoted}`;
      for (const role in persons) file.line(`${start},${role},${personId(persons[role]!)}`);
    },
    end: file.end,
  };
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
