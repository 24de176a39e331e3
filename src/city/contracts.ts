import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';

/** What a feed needs of a dataset's contract in the pack (`datasets/ID.yaml`). */
export interface Contract {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly file: {
    readonly format: 'csv' | 'xlsx' | 'parquet' | 'jsonl';
    readonly encoding?: string;
    readonly sheet?: string;
  };
  readonly key: readonly string[];
  readonly onePerPerson: boolean;
  readonly fields: readonly ContractField[];
}

export interface ContractField {
  readonly id: string;
  readonly column: string;
  readonly type: string;
  readonly codes?: string;
  readonly writes?: string;
  readonly required?: boolean;
}

export interface Contracts {
  readonly datasets: ReadonlyMap<string, Contract>;
  /** Chinese name of a code, by table and code. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function readContracts(packFolder: string): Contracts {
  const folder = join(packFolder, 'datasets');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const datasets = files.map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Contract);
  const tables = readdirSync(join(folder, 'codes')).filter((name) => name.endsWith('.csv'));
  return {
    datasets: new Map(datasets.map((contract) => [contract.id, contract])),
    names: new Map(
      tables.map((name) => [
        name.slice(0, -4),
        new Map(
          (
            parseCsv(readFileSync(join(folder, 'codes', name), 'utf8'), { columns: true }) as Record<string, string>[]
          ).map((row) => [row['code']!, row['zh']!]),
        ),
      ]),
    ),
  };
}
