import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '#files';
import type { Heeded, RefreshStep } from '#register';
import { readHeeded, refreshAlone, undecided } from '#register';
import type { Command, Terminal } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { PATIENCE, tellWait, withLedger } from '../ledger-of.ts';
import { openPack } from '../open-store.ts';

const STEPS: Readonly<Record<RefreshStep, { readonly zh: string; readonly en: string }>> = {
  mentions: { zh: '读取人员记录', en: 'mentions of persons' },
  records: { zh: '整理记录版本', en: 'versions of records' },
  numbers: { zh: '按证件号归并', en: 'identity numbers' },
  contexts: { zh: '按亲属、地址、电话归并', en: 'kin, addresses, telephones' },
  training: { zh: '学习关联参数', en: 'learning the linkage' },
  linkage: { zh: '概率关联', en: 'probabilistic linkage' },
  persons: { zh: '确定人员标识与属性', en: 'identifiers and attributes of persons' },
  residence: { zh: '推断常住', en: 'usual residence' },
  households: { zh: '归并家庭户', en: 'households' },
  write: { zh: '写出', en: 'writing' },
};

export const refresh: Command = {
  name: 'refresh',
  summary: { zh: '由已入库的数据更新人口库', en: 'makes a new version of the register of what was landed' },
  help: [
    'popplus refresh [--until YYYY-MM-DD] [--full] [--train] [--plan DIR] [--json]',
    '  --until  only what was known by that day',
    '  --full   work through everything (else only what new batches and decisions touch)',
    '  --train  learn the linkage anew (else the parameters of the last version are kept)',
    'A run that is stopped leaves no trace. exit code: 0, 1 nothing was landed or the pack has errors, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...jsonOption,
    until: { type: 'string' },
    train: { type: 'boolean' },
    full: { type: 'boolean' },
  },
  words: 0,
  async run({ options, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const { until } = options;
    if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(until)))
      throw new UsageError('--until is a day: YYYY-MM-DD');
    const started = Date.now();
    const { version, unchanged } = await refreshAlone(home(), pack, {
      heeded: await heededHere(terminal),
      patience: PATIENCE,
      onWait: tellWait(terminal),
      train: options['train'] === true,
      full: options['full'] === true,
      ...(typeof until === 'string' ? { until } : {}),
      onStep: (step) =>
        terminal.err(`${((Date.now() - started) / 1000).toFixed(1)} s  ${STEPS[step][terminal.language]}`),
    });
    if (version === undefined) {
      terminal.err(
        { zh: '还没有入库的数据:先 popplus ingest', en: 'nothing was landed: popplus ingest first' }[terminal.language],
      );
      return EXIT.problems;
    }
    const { parameters: _, decided: __, doubtful: ___, batches, ...rest } = version;
    const waiting = undecided(version).length;
    const summary = { ...rest, batches: batches.length, doubtful: waiting, unchanged };
    if (options['json'] === true) terminal.out(JSON.stringify(summary, null, 2));
    else
      terminal.out(
        {
          zh: `${version.simulated ? '模拟 ' : ''}人口库第 ${version.version} 版${unchanged ? '(无变化)' : ''}:${version.counts['persons']} 人,${version.counts['records']} 条记录,待核对 ${waiting} 对,数据截至 ${version.known}`,
          en: `${version.simulated ? 'simulated ' : ''}register version ${version.version}${unchanged ? ' (unchanged)' : ''}: ${version.counts['persons']} persons, ${version.counts['records']} records, ${waiting} pairs for a clerk, known until ${version.known}`,
        }[terminal.language],
      );
    return EXIT.ok;
  },
};

/** What clerks decided and people asked said so far; nothing where no ledger was ever opened. */
async function heededHere(terminal: Terminal): Promise<Heeded> {
  if (process.env['DATABASE_URL'] === undefined && !existsSync(join(home(), 'ledger')))
    return readHeeded(() => Promise.resolve([]));
  return withLedger(home(), terminal, (ledger) => readHeeded((kind) => ledger.read({ kind })));
}
