import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import type { Contract } from './contracts.ts';

/** Rows of one XLSX part: a sheet holds 1,048,576, and the writer keeps a part in memory. */
export const XLSX_ROWS = 200_000;
const BUFFER = 1 << 20;

/** A file of one dataset while it is written; it bears its name only when it is whole. */
export interface TableFile {
  row(texts: readonly string[]): void;
  end(): Promise<void>;
}

export const extensionOf = ({ file: { format } }: Contract): string => format;

/** Opens a file in the form that a contract names: CSV in its encoding, JSON Lines, Parquet (by way of a CSV beside it), XLSX. */
export function openTable(path: string, contract: Contract, columns: readonly string[]): TableFile {
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

/** Text to a file by the megabyte. */
function sink(path: string, encode: (text: string) => Buffer): { write(text: string): void; end(): void } {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  let held = '';
  const flush = (): void => {
    if (held !== '') writeSync(file, encode(held));
    held = '';
  };
  return {
    write(text) {
      held += text;
      if (held.length > BUFFER) flush();
    },
    end() {
      flush();
      closeSync(file);
      renameSync(partial, path);
    },
  };
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function csvFile(path: string, columns: readonly string[], encoding: string): TableFile {
  const out = sink(path, encoding === 'gb18030' ? (text) => iconv.encode(text, 'gb18030') : utf8);
  if (encoding === 'utf-8-bom') out.write('\uFEFF');
  const line = (texts: readonly string[]): void => {
    let text = '';
    for (let i = 0; i < texts.length; i++) text += i === 0 ? quoted(texts[i]!) : `,${quoted(texts[i]!)}`;
    out.write(`${text}\r\n`);
  };
  line(columns);
  return {
    row: line,
    end: () => {
      out.end();
      return Promise.resolve();
    },
  };
}

function jsonLines(path: string, columns: readonly string[]): TableFile {
  const out = sink(path, utf8);
  const keys = columns.map((column) => JSON.stringify(column));
  return {
    row(texts) {
      let text = '{';
      for (let i = 0; i < texts.length; i++)
        text += `${i === 0 ? '' : ','}${keys[i]}:${texts[i] === '' ? 'null' : JSON.stringify(texts[i])}`;
      out.write(`${text}}\n`);
    },
    end: () => {
      out.end();
      return Promise.resolve();
    },
  };
}

function parquetFile(path: string, contract: Contract, columns: readonly string[]): TableFile {
  const text = `${path}.csv`;
  const csv = csvFile(text, columns, 'utf-8');
  return {
    row: csv.row,
    async end() {
      await csv.end();
      const whole = contract.fields.filter(({ type }) => type === 'whole').map(({ column }) => column);
      const select = columns.map((column) =>
        whole.includes(column) ? `try_cast("${column}" AS INTEGER) AS "${column}"` : `"${column}"`,
      );
      const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
      const connection = await instance.connect();
      try {
        await connection.run(
          `COPY (SELECT ${select.join(', ')} FROM read_csv('${text.replaceAll("'", "''")}', header = true, all_varchar = true, quote = '"', delim = ','))
           TO '${`${path}.partial`.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
        );
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
      renameSync(`${path}.partial`, path);
      rmSync(text);
    },
  };
}

function xlsxFile(path: string, contract: Contract, columns: readonly string[]): TableFile {
  const rows: (string | null)[][] = [[...columns]];
  return {
    row: (texts) => void rows.push(texts.map((text) => (text === '' ? null : text))),
    async end() {
      await writeXlsxFile(rows as never, { sheet: contract.file.sheet ?? 'Sheet1' }).toFile(`${path}.partial`);
      renameSync(`${path}.partial`, path);
    },
  };
}
