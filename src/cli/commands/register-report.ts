import { home } from '#files';
import { openRegister } from '#register';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption } from '../command.ts';
import { openPack } from '../open-store.ts';

export const registerReport: Command = {
  name: 'register report',
  summary: { zh: '人口库:分区县、乡镇街道人数与收支账', en: 'the register: counts by county and township, accounts' },
  help: [
    'popplus register report [--townships] [--plan DIR] [--json]',
    '  --townships  a line for each township',
    'exit code: 0, 1 the pack has errors or there is no register, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption, townships: { type: 'boolean' } },
  words: 0,
  async run({ options, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const register = await openRegister(home());
    if (register === undefined) {
      terminal.err(
        { zh: '还没有人口库:先 popplus refresh', en: 'no register: popplus refresh first' }[terminal.language],
      );
      return EXIT.problems;
    }
    const { version } = register;
    const [counts, accounts] = [await register.counts(), await register.accounts()];
    register.close();
    if (options['json'] === true) {
      const { parameters: _, doubtful, ...rest } = version;
      terminal.out(JSON.stringify({ ...rest, doubtful: doubtful.length, areas: counts, accounts }, null, 2));
      return EXIT.ok;
    }
    const nameOf = (code: string): string =>
      pack.areas.find((area) => area.code === code)?.name[terminal.language] ?? code;
    terminal.out(`${version.simulated ? '模拟 simulated · ' : ''}${version.known}`);
    const people = (basis: string, county: string, township?: string | null): number =>
      counts.find(
        (row) =>
          row.basis === basis &&
          row.county === county &&
          (row.township ?? undefined) === (township ?? undefined) &&
          'township' in row === (township !== undefined),
      )?.people ?? 0;
    for (const { area, counted, low, high } of version.residents) {
      const registered =
        counts
          .filter((row) => row.basis === 'registered' && row.county === area && (row.township ?? null) === null)
          .at(-1)?.people ?? 0;
      terminal.out(
        `${nameOf(area)}  resident ${counted.toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})  registered ${registered.toFixed(0)}`,
      );
      if (options['townships'] === true)
        for (const row of counts.filter(
          (line) => line.basis === 'resident' && line.county === area && typeof line.township === 'string',
        ))
          terminal.out(
            `  ${nameOf(row.township!)}  resident ${row.people.toFixed(0)}  registered ${people('registered', area, row.township).toFixed(0)}`,
          );
    }
    for (const {
      basis,
      county,
      since,
      until,
      before,
      births,
      deaths,
      moved_in,
      moved_out,
      after,
      residual,
    } of accounts)
      terminal.out(
        `${basis} ${nameOf(county)} ${since} → ${until}: ${before.toFixed(0)} + ${births.toFixed(0)} − ${deaths.toFixed(0)} + ${moved_in.toFixed(0)} − ${moved_out.toFixed(0)} + residual ${residual.toFixed(0)} = ${after.toFixed(0)}`,
      );
    return EXIT.ok;
  },
};
