import type { Dataset, Pack } from '#plan';

/** A pack's contracts as feeds need them. */
export interface Contracts {
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** Chinese name of a code, by table and code. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const contractsOf = (pack: Pack): Contracts => ({
  datasets: new Map(pack.datasets.map((dataset) => [dataset.id, dataset])),
  names: new Map(pack.codeTables.map(({ id, rows }) => [id, new Map(rows.map(({ code, zh }) => [code, zh]))])),
});
