import { cpus, release, totalmem, type } from 'node:os';

/** The machine in words: processor, cores, memory, system, Node. */
export const machine = (): string =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}`;
