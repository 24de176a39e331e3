import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Problem } from '#base';
import { readDivisions } from '#files';
import type { Dataset, Pack } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase } from '#warehouse';
import type { Batch, Origin, Part } from './batch.ts';
import { clearStaging, findBatch, origin, stagingFolder, stretchFile } from './batch.ts';
import { checkColumns } from './check-columns.ts';
import { checkRows, dropTables } from './check-rows.ts';
import type { Counts } from './count-batch.ts';
import { countBatch } from './count-batch.ts';
import type { Dictionaries } from './dictionary.ts';
import { openDictionaries } from './dictionary.ts';
import { keeper } from './keep-written.ts';
import type { StretchCounts } from './land-stretch.ts';
import { landStretch } from './land-stretch.ts';
import { ROWS_AT_ONCE, eachStretch } from './stretches.ts';
import { readSource } from './read-source.ts';
import { sniff } from './sniff.ts';
import { openVault } from './vault.ts';

export interface IngestOptions extends Partial<Origin> {
  readonly corrects?: Batch['corrects'];
  /** Rows worked on at a time; what comes out is the same whatever their number. */
  readonly rowsAtOnce?: number;
  readonly onStep?: (step: 'read' | 'normalise' | 'land') => void;
}

export interface IngestResult {
  /** Absent where the file was refused as a whole. */
  readonly batch?: Batch;
  /** True where the same file had been landed before: nothing was done. */
  readonly unchanged: boolean;
  readonly problems: readonly Problem[];
}

/** Takes files of departments into HOME; keep it for many files, as it remembers normalised values. */
export interface Ingester {
  /** Waits for a free lane. Files of one dataset must be given one after another. */
  ingest(dataset: Dataset, path: string, options?: IngestOptions): Promise<IngestResult>;
  close(): void;
}

/**
 * Opens HOME for ingesting. A lane is a connection of its own: with two, the engine works on one file while TypeScript normalises another's
 * values. The engine's own threads are for the cores that no lane holds: a lane that waits for one of them does so at full speed. What does not
 * fit into `memory` (GB) spills to disk.
 */
export async function openIngester(pack: Pack, home: string, { lanes = 1, memory = 4 } = {}): Promise<Ingester> {
  const vault = openVault(home);
  clearStaging(home);
  const spill = stagingFolder(home, 'spill', randomUUID());
  const threads = Math.max(1, availableParallelism() - lanes + 1);
  const engine = await openDatabase({ memory: `${memory}GB`, temporary: spill.folder, threads });
  const connections = await Promise.all(Array.from({ length: lanes }, () => engine.beside()));
  const known = await openDictionaries(engine, {
    vault,
    divisions: readDivisions(),
    areas: pack.areas,
    city: pack.info.city,
    year: Number(pack.info.version.slice(0, 4)),
  });
  const free = [...connections];
  const waiting: ((database: Database) => void)[] = [];
  return {
    async ingest(dataset, path, options = {}) {
      const database = free.pop() ?? (await new Promise<Database>((resolve) => waiting.push(resolve)));
      try {
        return await ingestFile(pack, home, database, known, dataset, path, options);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(database);
        else next(database);
      }
    },
    close: () => {
      for (const database of [...connections, engine]) database.close();
      spill.drop();
    },
  };
}

async function ingestFile(
  pack: Pack,
  home: string,
  database: Database,
  known: Dictionaries,
  dataset: Dataset,
  path: string,
  { simulated = false, scale, corrects, rowsAtOnce = ROWS_AT_ONCE, onStep = () => undefined }: IngestOptions,
): Promise<IngestResult> {
  const id = await contentHash(path);
  const before = findBatch(home, dataset.id, id);
  if (before !== undefined) return { batch: before, unchanged: true, problems: [] };
  const staging = stagingFolder(home, dataset.id, id);
  try {
    onStep('read');
    const kind = sniff(path);
    const problems: Problem[] = encodingProblems(dataset, kind, path);
    const work = join(staging.folder, 'work');
    mkdirSync(work);
    const source = await readSource(database, path, { ...kind, sheet: dataset.file.sheet }, work).catch(
      (error: unknown): Problem => ({
        code: 'dataset.not-readable',
        severity: 'error',
        where: { file: path },
        params: { format: kind.format, reason: firstLine(error) },
      }),
    );
    if ('code' in source) return { unchanged: false, problems: [...problems, source] };
    if (source.columns.length === 0) {
      const empty: Problem = { code: 'dataset.no-rows', severity: 'error', where: { file: path }, params: {} };
      return { unchanged: false, problems: [empty] };
    }
    const columns = checkColumns(dataset, pack.datasets, source.columns, path);
    if (columns.some(({ code }) => OTHER_FILE.includes(code))) return { unchanged: false, problems: columns };
    problems.push(...columns);
    if (problems.some(({ severity }) => severity === 'error')) return { unchanged: false, problems };

    const kept = keeper(database, home, dataset, id, work);
    const landed: StretchCounts[] = [];
    const fileOf = (part: Part, stretch: number): string => join(staging.folder, stretchFile(part, stretch));
    await eachStretch(database, rowsAtOnce, async (stretch) => {
      onStep('normalise');
      await checkRows(database, known, pack, dataset, source.columns, work);
      onStep('land');
      landed.push(await landStretch(database, pack, dataset, id, (part) => fileOf(part, stretch)));
      await kept.stretch(source.columns);
    });
    await kept.end(source.broken);
    const counts = await countBatch(database, dataset, source, landed, fileOf);
    rmSync(work, { recursive: true });
    if (counts.read === 0)
      problems.push({ code: 'dataset.no-rows', severity: 'warning', where: { file: path }, params: {} });
    if (counts.quarantined > 0) problems.push(quarantineProblem(path, dataset.id, counts));
    const batch: Batch = {
      dataset: dataset.id,
      id,
      file: basename(path),
      bytes: statSync(path).size,
      contract: dataset.version,
      landed: new Date().toISOString(),
      ...origin({ simulated, ...(scale === undefined ? {} : { scale }) }),
      read: counts.read,
      accepted: counts.accepted,
      quarantined: counts.quarantined,
      stretches: landed.length,
      quality: counts.quality,
      knownUntil: counts.knownUntil,
      mentionsUntil: counts.mentionsUntil,
      ...(corrects === undefined ? {} : { corrects }),
    };
    writeFileSync(join(staging.folder, 'batch.json'), `${JSON.stringify(batch, null, 1)}\n`);
    staging.land();
    return { batch, unchanged: false, problems };
  } finally {
    staging.drop();
    await dropTables(database);
  }
}

/** What says that a file is not of the dataset at all: nothing else need be said of it. */
const OTHER_FILE: readonly string[] = ['dataset.wrong-department', 'dataset.no-columns'];

const quarantineProblem = (file: string, dataset: string, { quarantined, reasons }: Counts): Problem => ({
  code: 'dataset.rows-quarantined',
  severity: 'warning',
  where: { file },
  params: { count: quarantined, reasons: reasons.join(', ') },
  fix: `popplus ingest quarantine ${dataset}`,
});

function encodingProblems({ file }: Dataset, found: ReturnType<typeof sniff>, path: string): Problem[] {
  const texts = ['csv', 'jsonl'];
  const same =
    found.format === file.format &&
    (!texts.includes(found.format) || found.encoding.slice(0, 5) === file.encoding.slice(0, 5));
  if (same) return [];
  const name = (format: string, encoding: string): string =>
    texts.includes(format) ? `${format} ${encoding}` : format;
  return [
    {
      code: 'dataset.encoding',
      severity: 'warning',
      where: { file: path },
      params: { found: name(found.format, found.encoding), agreed: name(file.format, file.encoding) },
    },
  ];
}

async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
