import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import type { Entry, Kind, Makers } from './make-entry.ts';
import { ENTRY, KINDS, entryMakers } from './make-entry.ts';

/** Most values of a kind that are remembered from file to file: some 150 MB each. */
const MOST_KNOWN = 500_000;

export const dictionaryTable = (kind: Kind): string => sqlName(`dictionary_${kind}`);

/** Values as departments write them, each normalised once however often it stands there. */
export interface Dictionaries {
  /** Makes table `dictionary_KIND` (`entry`, `written`, the columns of `ENTRY`) of all distinct values of columns of a table. */
  make(database: Database, kind: Kind, columns: readonly string[], table: string, folder: string): Promise<void>;
}

export function dictionaries(given: Makers): Dictionaries {
  const makers = entryMakers(given);
  const known = new Map<Kind, Map<string, string>>(KINDS.map((kind) => [kind, new Map()]));
  return {
    async make(database, kind, columns, table, folder) {
      const memory = known.get(kind)!;
      if (memory.size > MOST_KNOWN) memory.clear();
      const lineOf = (written: string): string => {
        const before = memory.get(written);
        if (before !== undefined) return before;
        const line = csvLine(written, makers[kind](written));
        if (memory.size <= MOST_KNOWN) memory.set(written, line);
        return line;
      };
      const file = join(folder, `dictionary-${kind}.csv`);
      const out = openSync(file, 'w', 0o600);
      let entry = 0;
      try {
        const all = columns.map((column) => `SELECT ${column} AS v FROM ${sqlName(table)}`).join(' UNION ALL ');
        await database.column(`SELECT DISTINCT v FROM (${all}) q WHERE v IS NOT NULL`, (values) => {
          let lines = '';
          for (const written of values as readonly string[]) lines += `${entry++},${lineOf(written)}`;
          writeSync(out, lines);
        });
      } finally {
        closeSync(out);
      }
      const types = { entry: 'INTEGER', written: 'VARCHAR', ...ENTRY[kind] };
      const described = Object.entries(types).map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`);
      await database.run(
        `CREATE OR REPLACE TEMP TABLE ${dictionaryTable(kind)} AS SELECT * FROM read_csv(${sqlText(file)}, header = false,
         auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${described.join(', ')}})`,
      );
    },
  };
}

/** What a value comes to holds quotation marks, commas and line ends only where the value does. */
function csvLine(written: string, entry: Entry): string {
  const cells = [written, ...entry];
  if (!/[",\r\n]/.test(written) && written !== '') return `${cells.join(',')}\n`;
  return `${cells.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')}\n`;
}
