import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { Entry, Kind, Makers } from './make-entry.ts';
import { ENTRY, KINDS, entryMakers } from './make-entry.ts';

/** Table of a file's values of a kind, and table of all that were met since the ingester was opened. */
export const dictionaryTable = (kind: Kind): string => sqlName(`dictionary_${kind}`);
const knownTable = (kind: Kind): string => sqlName(`known_${kind}`);

const columnsOf = (kind: Kind): Readonly<Record<string, string>> => ({
  entry: 'INTEGER',
  written: 'VARCHAR',
  ...ENTRY[kind],
});

/** Values as departments write them, each normalised once however often and in however many files it stands. */
export interface Dictionaries {
  /** Makes table `dictionary_KIND` (`entry`, `written`, the columns of `ENTRY`) of all distinct values of a query's column `written`. */
  make(database: Database, kind: Kind, values: string, folder: string): Promise<void>;
}

/** Dictionaries that all connections of a database share. */
export async function openDictionaries(database: Database, given: Makers): Promise<Dictionaries> {
  const makers = entryMakers(given);
  const entries = new Map(KINDS.map((kind) => [kind, 0]));
  const turns = new Map<Kind, Promise<void>>();
  for (const kind of KINDS) {
    const columns = Object.entries(columnsOf(kind)).map(([name, type]) => `${name} ${type}`);
    await database.run(`CREATE TABLE ${knownTable(kind)} (${columns.join(', ')})`);
  }

  async function learn(connection: Database, kind: Kind, folder: string): Promise<void> {
    const file = join(folder, `dictionary-${kind}.csv`);
    const out = openSync(file, 'w', 0o600);
    const first = entries.get(kind)!;
    let entry = first;
    try {
      await connection.column(
        `SELECT asked.written FROM asked ANTI JOIN ${knownTable(kind)} known ON known.written = asked.written`,
        (values) => {
          let lines = '';
          for (const written of values as readonly string[]) lines += csvLine(entry++, written, makers[kind](written));
          writeSync(out, lines);
        },
      );
    } finally {
      closeSync(out);
    }
    entries.set(kind, entry);
    if (entry === first) return;
    const types = Object.entries(columnsOf(kind)).map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`);
    await connection.run(
      `INSERT INTO ${knownTable(kind)} SELECT * FROM read_csv(${sqlText(file)}, header = false, auto_detect = false,
       delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${types.join(', ')}})`,
    );
    rmSync(file);
  }

  /** One connection at a time learns values of a kind: none comes in twice. */
  function inTurn(kind: Kind, work: () => Promise<void>): Promise<void> {
    const turn = (turns.get(kind) ?? Promise.resolve()).then(work);
    turns.set(
      kind,
      turn.catch(() => undefined),
    );
    return turn;
  }

  return {
    async make(connection, kind, values, folder) {
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE asked AS SELECT DISTINCT written FROM (${values}) given WHERE written IS NOT NULL`,
      );
      await inTurn(kind, () => learn(connection, kind, folder));
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE ${dictionaryTable(kind)} AS SELECT * FROM ${knownTable(kind)} known SEMI JOIN asked USING (written)`,
      );
      await connection.run('DROP TABLE asked');
    },
  };
}

/** What a value comes to holds quotation marks, commas and line ends only where the value does. */
function csvLine(number: number, written: string, entry: Entry): string {
  if (!/[",\r\n]/.test(written) && written !== '') {
    let line = `${number},${written}`;
    for (const cell of entry) line += cell === null ? ',' : `,${cell}`;
    return `${line}\n`;
  }
  const cells = [written, ...entry].map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`));
  return `${number},${cells.join(',')}\n`;
}
