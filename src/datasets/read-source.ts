import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Database } from '#warehouse';
import { sqlName, sqlText } from '#warehouse';
import { splitRecord, tidyRecord } from './split-record.ts';
import type { BrokenLine } from './whole-lines.ts';
import { recordJoiner } from './whole-lines.ts';
import type { Encoding, Format } from './sniff.ts';

/** A file as a table `whole`: `line` (from 1, as in the file) and the columns as written, all text; and what could not be read as a row. */
export interface Source {
  /** Header as written, NFKC and trimmed. */
  readonly columns: readonly string[];
  /** Records that the file holds, whole or broken. */
  readonly records: number;
  readonly broken: readonly (BrokenLine & { readonly reason: string })[];
}

/** Reads a delivered file into table `whole` of the database, with bounded memory. Texts pass through `folder` in UTF-8. */
export async function readSource(
  database: Database,
  path: string,
  { format, encoding, sheet }: { format: Format; encoding: Encoding; sheet?: string | undefined },
  folder: string,
): Promise<Source> {
  switch (format) {
    case 'csv':
      return readCsv(database, lines(path, encoding), folder);
    case 'jsonl':
      return readJsonLines(database, lines(path, encoding), folder);
    case 'xlsx':
      return readWorkbook(database, path, sheet, folder);
    case 'parquet':
      return readParquet(database, path);
  }
}

/** Lines of a text file, as many at a time as were read in one go. */
async function* lines(path: string, encoding: Encoding): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8');
  let rest = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const text = rest + decoder.decode(bytes as Buffer, { stream: true });
    const whole = text.endsWith('\r') ? text.length - 1 : text.length;
    const found = linesOf(text.slice(0, whole));
    rest = found.pop()! + text.slice(whole);
    yield found;
  }
  const last = linesOf(rest + decoder.decode());
  yield last.at(-1) === '' ? last.slice(0, -1) : last;
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

async function readCsv(database: Database, input: AsyncIterable<readonly string[]>, folder: string): Promise<Source> {
  const file = join(folder, 'source.csv');
  const out = textFile(file);
  const broken: (BrokenLine & { reason: string })[] = [];
  let columns: string[] | undefined;
  let records = 0;
  let tidied = '';
  const joiner = recordJoiner(
    (text, line) => {
      if (columns === undefined) {
        columns = headerOf(text);
        return;
      }
      records++;
      const tidy = tidyRecord(text, columns.length);
      if ('fault' in tidy) broken.push({ line, text, reason: tidy.fault });
      else tidied += `${line},${tidy.record}\n`;
    },
    (lost) => {
      records++;
      broken.push({ ...lost, reason: 'quotation' });
    },
  );
  let line = 0;
  for await (const texts of input) {
    for (const text of texts) joiner.take(line === 0 ? text.replace(/^\uFEFF/, '') : text, ++line);
    await out.write(tidied);
    tidied = '';
  }
  joiner.end();
  await out.write(tidied);
  await out.end();
  if (columns === undefined) return { columns: [], records, broken };
  const names = columns.map((_, index) => `c${index}`);
  const types = ['line: BIGINT', ...names.map((name) => `${name}: VARCHAR`)].map(structEntry);
  await database.run(`CREATE OR REPLACE TEMP TABLE whole AS SELECT * FROM read_csv(${sqlText(file)}, header = false,
    auto_detect = false, delim = ',', quote = '"', escape = '"', max_line_size = 16000000, columns = {${types.join(', ')}})`);
  return { columns, records, broken };
}

async function readJsonLines(
  database: Database,
  input: AsyncIterable<readonly string[]>,
  folder: string,
): Promise<Source> {
  const file = join(folder, 'source.jsonl');
  const out = textFile(file);
  const broken: (BrokenLine & { reason: string })[] = [];
  const columns = new Set<string>();
  let line = 0;
  let records = 0;
  for await (const texts of input) {
    let tidied = '';
    for (const text of texts) {
      line++;
      if (text.trim() === '') continue;
      records++;
      try {
        const value: unknown = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
        if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object');
        for (const key of Object.keys(value)) columns.add(key);
        tidied += `${JSON.stringify({ ' line': line, ...value })}\n`;
      } catch {
        broken.push({ line, text, reason: 'not-json' });
      }
    }
    await out.write(tidied);
  }
  await out.end();
  const names = [...columns];
  const types = [' line: BIGINT', ...names.map((name) => `${name}: VARCHAR`)].map(structEntry);
  await database.run(`CREATE OR REPLACE TEMP TABLE whole AS
    SELECT ${sqlName(' line')} AS line${names.map((name, index) => `, ${sqlName(name)} AS c${index}`).join('')}
    FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = {${types.join(', ')}}, maximum_object_size = 16000000)`);
  return { columns: names.map(tidyColumn), records, broken };
}

async function readWorkbook(
  database: Database,
  path: string,
  sheet: string | undefined,
  folder: string,
): Promise<Source> {
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(path, sheet ?? 1).catch(async (error: unknown) => {
    if (sheet === undefined) throw error;
    return readSheet(path, 1);
  });
  async function* texts(): AsyncIterable<readonly string[]> {
    yield rows.map((row) => row.map((value) => quoted(cellText(value as WorkbookCell))).join(','));
  }
  return readCsv(database, texts(), folder);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\n', ' ')}"`;

async function readParquet(database: Database, path: string): Promise<Source> {
  const described = await database.rows<{ column_name: string }>(
    `DESCRIBE SELECT * FROM read_parquet(${sqlText(path)})`,
  );
  const columns = described.map(({ column_name }) => column_name);
  await database.run(`CREATE OR REPLACE TEMP TABLE whole AS
    SELECT file_row_number + 1 AS line${columns.map((name, index) => `, ${sqlName(name)}::VARCHAR AS c${index}`).join('')}
    FROM read_parquet(${sqlText(path)}, file_row_number = true)`);
  const counted = await database.rows<{ records: number }>(
    `SELECT num_rows AS records FROM parquet_file_metadata(${sqlText(path)})`,
  );
  return { columns: columns.map(tidyColumn), records: counted[0]!.records, broken: [] };
}

const tidyColumn = (name: string): string => name.normalize('NFKC').trim();

const headerOf = (text: string): string[] => (splitRecord(text) ?? text.split(',')).map(tidyColumn);

function structEntry(entry: string): string {
  const at = entry.lastIndexOf(':');
  return `${sqlText(entry.slice(0, at))}: '${entry.slice(at + 1).trim()}'`;
}

/** What `readSheet` gives for a cell; its own type says the constructor where a date is meant. */
type WorkbookCell = string | number | boolean | Date | null;

function cellText(value: WorkbookCell): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** A text file that is written without filling the memory. */
function textFile(path: string) {
  const stream = createWriteStream(path, { mode: 0o600, highWaterMark: 1 << 20 });
  return {
    write: async (text: string): Promise<void> => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    end: async (): Promise<void> => {
      stream.end();
      await once(stream, 'finish');
    },
  };
}
