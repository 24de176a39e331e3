import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How a field fared in a batch. */
export interface FieldQuality {
  readonly field: string;
  /** Rows in which something was written. */
  readonly filled: number;
  /** Of these, rows whose value could not be read; the value is then missing, the row stays. */
  readonly faulty: number;
  /** Different values, about. */
  readonly distinct: number;
}

/** Where rows come from: a department, or a simulated sample of which one person stands for `scale`. */
export interface Origin {
  readonly simulated: boolean;
  readonly scale?: number;
}

/** What was landed of one file: the lineage of its rows. `read` = `accepted` + `quarantined`, always. */
export interface Batch extends Origin {
  readonly dataset: string;
  /** First 16 hexadecimal digits of the file's SHA-256. */
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly contract: string;
  /** When it was landed, ISO 8601. */
  readonly landed: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Stretches of lines that it was landed in, each with files of its own; one where a former version landed it. */
  readonly stretches?: number;
  readonly quality: readonly FieldQuality[];
  /** Day by which the department knew the rows: single wrong dates do not move it (`lastDaySql`). */
  readonly knownUntil: string | null;
  /** Day by which it knew the persons mentioned; null where nobody is. Batches landed by former versions do not say it. */
  readonly mentionsUntil?: string | null;
  /** The quarantined line of an earlier batch that this one mends. */
  readonly corrects?: { readonly batch: string; readonly line: number };
}

export const landedFolder = (home: string): string => join(home, 'warehouse', 'landed');

const batchFolder = (home: string, dataset: string, id: string): string => join(landedFolder(home), dataset, id);

/** Batches landed, oldest first; of one dataset or of all. */
export function readBatches(home: string, dataset?: string): readonly Batch[] {
  const root = landedFolder(home);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => dataset === undefined || name === dataset)
    .flatMap((name) => readdirSync(join(root, name)).map((id) => join(root, name, id, 'batch.json')))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Batch)
    .toSorted((a, b) => (a.landed < b.landed ? -1 : a.landed > b.landed ? 1 : a.id < b.id ? -1 : 1));
}

/** What a file without an origin of its own has in a home: once simulated rows lie there, nothing in it counts as true. */
export function originOfHome(home: string): Origin {
  const made = readBatches(home).find(({ simulated }) => simulated);
  return made === undefined ? { simulated: false } : origin(made);
}

/** The origin of a batch alone. */
export const origin = ({ simulated, scale }: Origin): Origin => ({
  simulated,
  ...(scale === undefined ? {} : { scale }),
});

export const findBatch = (home: string, dataset: string, id: string): Batch | undefined => {
  const path = join(batchFolder(home, dataset, id), 'batch.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Batch) : undefined;
};

/** What is landed of a batch, in Parquet files. */
export const PARTS = ['rows', 'persons', 'events', 'signs'] as const;
export type Part = (typeof PARTS)[number];

/** Name of the file of a part of a stretch. */
export const stretchFile = (part: Part, stretch: number): string =>
  `${part}${stretch === 0 ? '' : `-${stretch}`}.parquet`;

/** Files of a part of a batch in the order of its lines. */
export const batchFiles = (
  home: string,
  { dataset, id, stretches = 1 }: Pick<Batch, 'dataset' | 'id' | 'stretches'>,
  part: Part,
): readonly string[] =>
  Array.from({ length: stretches }, (_, stretch) => join(batchFolder(home, dataset, id), stretchFile(part, stretch)));

const stagingRoot = (home: string): string => join(home, 'vault', 'staging');

/** A place to work in, inside the vault as it holds files as delivered, that becomes the batch in one step or leaves no trace. */
export function stagingFolder(
  home: string,
  dataset: string,
  id: string,
): { folder: string; land(): void; drop(): void } {
  const folder = join(stagingRoot(home), `${process.pid}-${dataset}-${id}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    folder,
    land: () => {
      const target = batchFolder(home, dataset, id);
      mkdirSync(join(target, '..'), { recursive: true });
      renameSync(folder, target);
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Clears what runs left behind that were killed: staging folders of processes that are no more. */
export function clearStaging(home: string): void {
  if (!existsSync(stagingRoot(home))) return;
  for (const name of readdirSync(stagingRoot(home)))
    if (!isRunning(Number.parseInt(name, 10))) rmSync(join(stagingRoot(home), name), { recursive: true, force: true });
}

function isRunning(process_: number): boolean {
  if (!Number.isInteger(process_)) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
