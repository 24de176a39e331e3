import { join } from 'node:path';
import { readBatches } from '#datasets';
import type { Pack } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import { checksOn, loadChecked, stampOf } from './checks/checks.ts';
import type { Heeded } from './checks/heeded.ts';
import { addUnchanged, carryDoubtful, joinLinks, keepUnread, narrowToChanged } from './scope/carry.ts';
import { isOfDay, writeDay } from './scope/day.ts';
import { keySql } from './scope/keys-sql.ts';
import { touchedScope, wholeScope } from './scope/touched.ts';
import { identify } from './identity/identify.ts';
import { linkSql } from './identity/person-links-sql.ts';
import { lifeEventSql, lifeSql, personSql } from './persons/person-sql.ts';
import { spellSql } from './persons/spell-sql.ts';
import type { DatedBatch } from './resolve/mention-sql.ts';
import { dateBatches, keepFacts, mentionSql } from './resolve/mention-sql.ts';
import { changedDecisions } from './resolve/decisions.ts';
import type { OtherLinkage, Resolution, ResolveStep } from './resolve/resolve.ts';
import { resolve } from './resolve/resolve.ts';
import { accountSql } from './statistics-sql.ts';
import type { RegisterVersion, Table } from './versions.ts';
import { writeEverybody } from './write-everybody.ts';
import { tableWriter } from './write-tables.ts';
import { LAYOUT, currentVersion, draftVersion, eventsSql, isMadeAlike, tableSql } from './versions.ts';

export type RefreshStep = 'mentions' | ResolveStep | 'persons' | 'residence' | 'households' | 'write';

export interface RefreshOptions {
  /** Batches that hold nothing known after this day alone, `YYYY-MM-DD`; all when left out. */
  readonly until?: string;
  readonly heeded?: Heeded;
  /** An experiment: changes table `mention` before anybody is looked for, and may choose what the linkage compares. */
  readonly experiment?: (database: Database) => Promise<OtherLinkage | undefined>;
  /** Work through everything, also where the version in force could be carried on. */
  readonly full?: boolean;
  /** Learn the linkage anew; else the parameters of the last version are kept. */
  readonly train?: boolean;
  /** Landed rows up to which what is worked on stays in memory; of more it lies in files. */
  readonly rowsInMemory?: number;
  readonly onStep?: (step: RefreshStep) => void;
}

export interface RefreshResult {
  /** Absent where nothing was ever landed. */
  readonly version?: RegisterVersion;
  /** True where the version in force rests on the same batches and decisions: nothing was done. */
  readonly unchanged: boolean;
}

/**
 * Makes a new version of the register from what was landed: who is who, persons with lasting identifiers, attributes, signs of life, counts. Where the
 * version in force rests on the first of the same batches, only what the later ones and new decisions touch is worked on. The version is in force once its
 * manifest is written; until then nothing can be seen of it.
 */
export async function refresh(home: string, pack: Pack, options: RefreshOptions = {}): Promise<RefreshResult> {
  const { until, heeded = NOBODY, train = false, full = false, rowsInMemory = 2_000_000 } = options;
  const before = currentVersion(home);
  const batches = await landedUntil(home, until);
  if (batches.length === 0) return { unchanged: true, ...(before === undefined ? {} : { version: before }) };
  if (
    before !== undefined &&
    !train &&
    !full &&
    before.layout === LAYOUT &&
    before.decisions === heeded.last &&
    before.batches.join() === batches.map(batchName).join()
  )
    return { version: before, unchanged: true };
  const draft = draftVersion(home);
  const rows = batches.reduce((sum, { accepted }) => sum + accepted, 0);
  const database = await openDatabase({
    memory: '8GB',
    temporary: join(draft.folder, 'spill'),
    keepInMemory: rows <= rowsInMemory,
  });
  try {
    const version = await makeVersion({ ...options, database, home, pack, draft, before, batches, heeded });
    database.close();
    draft.publish(version);
    return { version, unchanged: false };
  } catch (error) {
    database.close();
    draft.drop();
    throw error;
  }
}

interface Run extends RefreshOptions {
  readonly database: Database;
  readonly home: string;
  readonly pack: Pack;
  readonly draft: { readonly version: number; readonly folder: string };
  readonly before: RegisterVersion | undefined;
  readonly batches: readonly DatedBatch[];
  readonly heeded: Heeded;
}

const NOBODY: Heeded = { decisions: [], checks: [], last: 0 };

const batchName = ({ dataset, id }: DatedBatch): string => `${dataset}/${id}`;

async function makeVersion(run: Run): Promise<RegisterVersion> {
  const { database, home, pack, draft, before, batches, heeded, onStep = () => undefined } = run;
  const started = Date.now();
  const engine = (await database.rows<{ engine: string }>('SELECT version() AS engine'))[0]!.engine;
  const continued = goesOn(run, engine) ? before : undefined;
  const old = (table: Table): string => tableSql(home, before!.version, table);
  const tables = tableWriter(database, draft.folder);
  const known = batches.map(({ day }) => day).reduce((a, b) => (a > b ? a : b));
  onStep('mentions');
  const resolution = await whoIsWho(run, continued);
  onStep('persons');
  await identify(database, draft.version);
  const checks = checksOn(heeded.checks, known);
  const checked = { people: checks.length, stamp: stampOf(checks) };
  await loadChecked(database, checks, eventsSql(home, before?.version ?? 0));
  let isDay = false;
  if (continued === undefined) await tables.make('link', linkSql);
  else {
    await database.keep('found', linkSql);
    await joinLinks(database, old('link'));
    isDay = continued.checked.stamp === checked.stamp && (await isOfDay(database, continued, known));
    await narrowToChanged(database);
  }
  await keepFacts(database, home, batches, isDay ? 'record_id IN (SELECT record_id FROM link)' : 'true');
  const parts = Math.ceil((resolution.records + 1) / RECORDS_TOGETHER);
  await database.keep('person', ...Array.from({ length: parts }, (_, part) => personSql(part, parts)));
  if (continued !== undefined) await keepUnread(database, 'person', old('person'));
  await database.keep('life', lifeSql);
  const make = async (table: 'spell' | 'key' | 'life_event', sql: string): Promise<void> => {
    if (continued === undefined) return tables.make(table, sql);
    await database.keep(table, sql);
    if (table !== 'life_event') await keepUnread(database, table, old(table));
  };
  await make('spell', spellSql);
  await make('key', keySql);
  await make('life_event', lifeEventSql);
  const doubtful =
    continued === undefined
      ? resolution.doubtful
      : await carryDoubtful(database, continued.doubtful, resolution.doubtful);
  if (continued !== undefined && !isDay) await addUnchanged(database, old, tables);
  const { residents, counts } =
    continued !== undefined && isDay
      ? await writeDay(database, home, pack, continued, known, tables)
      : await writeEverybody(database, pack, tables, {
          version: draft.version,
          known,
          members: before && old('member'),
          onStep,
        });
  await tables.write(
    'event',
    `SELECT kind, person, other, DATE ${sqlText(known)} AS day FROM person_event ORDER BY ALL`,
  );
  if (before !== undefined && before.known < known)
    await tables.write('account', accountSql(old('population'), before.known, known));
  const [events] = await database.rows<Record<string, number>>(
    `SELECT ${['created', 'merged', 'split'].map((kind) => `count(*) FILTER (kind = '${kind}') AS ${kind}`).join(', ')} FROM person_event`,
  );
  return {
    version: draft.version,
    made: new Date().toISOString(),
    batches: batches.map(batchName),
    decisions: heeded.last,
    decided: heeded.decisions,
    checked,
    engine,
    layout: LAYOUT,
    known,
    counted: continued !== undefined && isDay ? continued.counted : known,
    simulated: batches.some(({ simulated }) => simulated),
    counts: { ...counts, ...events, ...resolution.joined },
    parameters: resolution.parameters,
    doubtful,
    residents,
    seconds: (Date.now() - started) / 1000,
  };
}

/** Whether the version before can be carried on. */
const goesOn = ({ before, batches, train, full, experiment }: Run, engine: string): boolean =>
  before !== undefined &&
  train !== true &&
  full !== true &&
  experiment === undefined &&
  isMadeAlike(before, engine) &&
  before.batches.every((name, index) => index < batches.length && name === batchName(batches[index]!));

/** Chooses the mentions to be worked on, and resolves them; of its tables `label` alone stays. */
async function whoIsWho(run: Run, continued: RegisterVersion | undefined): Promise<Resolution> {
  const { database, home, pack, before, batches, heeded, experiment, train } = run;
  const old = (table: Table): string => tableSql(home, before!.version, table);
  if (continued !== undefined)
    await touchedScope(database, home, pack, {
      batches,
      fresh: batches.length - continued.batches.length,
      decisions: changedDecisions(continued.decided, heeded.decisions),
      link: old('link'),
      key: old('key'),
    });
  else {
    await wholeScope(database, before && old('link'));
    const kind = experiment === undefined ? 'VIEW' : 'TABLE';
    await database.run(`CREATE OR REPLACE TEMP ${kind} mention AS ${mentionSql(home, batches, pack)}`);
  }
  const linkage = await experiment?.(database);
  const others = await database.tables();
  const resolution = await resolve(database, pack, {
    linkage,
    people:
      continued === undefined
        ? undefined
        : `SELECT name, name_fuzzy, strftime(born, '%Y%m%d') AS birth FROM ${old('person')}`,
    decisions: heeded.decisions,
    parameters: train === true ? undefined : before?.parameters,
    ...(run.onStep === undefined ? {} : { onStep: run.onStep }),
  });
  // What the linkage held in memory is room for the next steps.
  for (const name of await database.tables())
    if (name !== 'label' && !others.includes(name)) await database.run(`DROP TABLE ${name}`);
  return resolution;
}

/** Attributes are chosen for the people of about so many records at a time. */
const RECORDS_TOGETHER = 20_000_000;

async function landedUntil(home: string, until: string | undefined): Promise<readonly DatedBatch[]> {
  const batches = await dateBatches(home, readBatches(home));
  return batches.filter(({ day }) => until === undefined || day <= until);
}
