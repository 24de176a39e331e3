import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { openDatabase, sqlName, sqlText } from '#warehouse';
import writeXlsxFile from 'write-excel-file/node';
import type { Dataset } from '#plan';
import { encodeGb18030 } from './gb18030.ts';

/** Rows of one XLSX part: a sheet holds 1,048,576, and the writer keeps a part in memory. */
export const XLSX_ROWS = 200_000;
const SPECIAL = /["\r\n]/;

/** A file of one dataset while it is written; it bears its name only when it is whole. */
export interface TableFile {
  readonly row: (texts: readonly string[]) => void;
  readonly end: () => Promise<void>;
}

export const extensionOf = ({ file: { format } }: Dataset): string => format;

/** Opens a file in the form that a contract names: CSV in its encoding, JSON Lines, Parquet (by way of a CSV beside it), XLSX. */
export function openTable(path: string, contract: Dataset, columns: readonly string[]): TableFile {
  switch (contract.file.format) {
    case 'csv':
      return csvFile(path, columns, contract.file.encoding ?? 'utf-8');
    case 'jsonl':
      return jsonLines(path, columns);
    case 'parquet':
      return parquetFile(path, contract, columns);
    case 'xlsx':
      return xlsxFile(path, contract, columns);
  }
}

/** Bytes of a text from an offset on; how many there are. Four a character are always enough. */
type Encode = (text: string, bytes: Buffer, offset: number) => number;

/** Lines to a file, a megabyte at a time. */
function sink(
  path: string,
  end: string,
  encode: Encode,
): { readonly line: (text: string) => void; readonly end: () => Promise<void> } {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  let bytes = Buffer.allocUnsafe(1 << 20);
  let held = 0;
  const flush = (): void => {
    writeSync(file, bytes, 0, held);
    held = 0;
  };
  return {
    line(text) {
      const line = text + end;
      if (held + line.length * 4 > bytes.length) flush();
      if (line.length * 4 > bytes.length) bytes = Buffer.allocUnsafe(line.length * 4);
      held += encode(line, bytes, held);
    },
    end() {
      flush();
      closeSync(file);
      renameSync(partial, path);
      return Promise.resolve();
    },
  };
}

const utf8: Encode = (text, bytes, offset) => bytes.write(text, offset, 'utf8');
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function commas(text: string): number {
  let count = 0;
  for (let i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) count++;
  return count;
}

/** A CSV file in one of the encodings of contracts: utf-8, utf-8-bom, gb18030; `line` takes a row that needs no quotes. */
export function csvFile(
  path: string,
  columns: readonly string[],
  encoding: string,
): TableFile & { readonly line: (text: string) => void } {
  const out = sink(path, '\r\n', encoding === 'gb18030' ? encodeGb18030 : utf8);
  const write = (texts: readonly string[]): void => {
    const plain = texts.join(',');
    out.line(SPECIAL.test(plain) || commas(plain) !== texts.length - 1 ? texts.map(quoted).join(',') : plain);
  };
  write(encoding === 'utf-8-bom' ? [`\uFEFF${columns[0]}`, ...columns.slice(1)] : columns);
  return { row: write, line: out.line, end: out.end };
}

function jsonLines(path: string, columns: readonly string[]): TableFile {
  const out = sink(path, '\n', utf8);
  const keys = columns.map((column) => JSON.stringify(column));
  return {
    row(texts) {
      let text = '{';
      for (let i = 0; i < texts.length; i++)
        text += `${i === 0 ? '' : ','}${keys[i]}:${texts[i] === '' ? 'null' : JSON.stringify(texts[i])}`;
      out.line(`${text}}`);
    },
    end: out.end,
  };
}

function parquetFile(path: string, contract: Dataset, columns: readonly string[]): TableFile {
  const text = `${path}.csv`;
  const csv = csvFile(text, columns, 'utf-8');
  return {
    row: csv.row,
    async end() {
      await csv.end();
      const whole = contract.fields.filter(({ type }) => type === 'whole').map(({ column }) => column);
      const select = columns.map((column) =>
        whole.includes(column) ? `try_cast(${sqlName(column)} AS INTEGER) AS ${sqlName(column)}` : sqlName(column),
      );
      const database = await openDatabase({ threads: 1 });
      try {
        await database.run(
          `COPY (SELECT ${select.join(', ')} FROM read_csv(${sqlText(text)}, header = true, all_varchar = true, quote = '"', delim = ','))
           TO ${sqlText(`${path}.partial`)} (FORMAT parquet, COMPRESSION zstd)`,
        );
      } finally {
        database.close();
      }
      renameSync(`${path}.partial`, path);
      rmSync(text);
    },
  };
}

function xlsxFile(path: string, contract: Dataset, columns: readonly string[]): TableFile {
  const rows: (string | null)[][] = [[...columns]];
  return {
    row: (texts) => void rows.push(texts.map((text) => (text === '' ? null : text))),
    async end() {
      await writeXlsxFile(rows as never, { sheet: contract.file.sheet ?? 'Sheet1' }).toFile(`${path}.partial`);
      withoutTimes(`${path}.partial`);
      renameSync(`${path}.partial`, path);
    },
  };
}

/**
 * Sets the times that a ZIP archive (which a workbook is) keeps of its parts to 1 January 1980, so that equal sheets are
 * equal bytes. Offsets: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.
 */
function withoutTimes(path: string): void {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let entry = bytes.readUInt32LE(end + 16);
  for (let parts = bytes.readUInt16LE(end + 10); parts > 0; parts--) {
    const local = bytes.readUInt32LE(entry + 42);
    bytes.writeUInt32LE(0x0021_0000, entry + 12);
    bytes.writeUInt32LE(0x0021_0000, local + 10);
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  writeFileSync(path, bytes);
}
