import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Dataset } from '#plan';
import { dateText } from './calendar.ts';
import { chance } from './chance.ts';
import type { Contracts } from './contracts.ts';
import { clerkOf } from './errors.ts';
import type { Window } from './eyes.ts';
import { Eyes } from './eyes.ts';
import type { Feed } from './feeds/feed.ts';
import type { IdentityNumbers } from './identity-numbers.ts';
import type { City } from './lives/city-state.ts';
import { ratesOf } from './rates.ts';
import type { TableFile } from './table-files.ts';
import { XLSX_ROWS, csvFile, extensionOf, openTable } from './table-files.ts';
import { personId } from './truth.ts';

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

/** Folder of a delivery: its day; the feeds of a single day stand apart from those of the month that ends on it. */
export const folderOf = ({ asOf, since }: Window): string =>
  since === asOf - 1 ? `day-${dateText(asOf)}` : dateText(asOf);

export interface Delivery {
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
export async function deliver(delivery: Delivery, out: string, truth: string | undefined): Promise<DeliveredFile[]> {
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
