import type { AreaCount, RegisterBasis } from '#register';
import { areaCounts, countyAccounts, undecided } from '#register';
import type { Command } from '../command.ts';
import { EXIT, jsonOption, planOption } from '../command.ts';
import { deskFor } from '../on-register.ts';
import { openPack } from '../open-store.ts';

export const registerReport: Command = {
  name: 'register report',
  summary: { zh: '人口库:分区县、乡镇街道人数与收支账', en: 'the register: counts by county and township, accounts' },
  help: [
    'popplus register report [--townships] [--plan DIR] [--json]',
    '  --townships  a line for each township, and one for the people whose township is not known',
    'exit code: 0, 1 the pack has errors or there is no register, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption, townships: { type: 'boolean' } },
  words: 0,
  async run({ options, terminal }) {
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const desk = await deskFor(terminal);
    if (desk === undefined) return EXIT.problems;
    const { version } = desk;
    const [counts, accounts] = [await areaCounts(desk), await countyAccounts(desk)];
    desk.close();
    if (options['json'] === true) {
      const { parameters: _, doubtful: __, ...rest } = version;
      terminal.out(JSON.stringify({ ...rest, doubtful: undecided(version).length, areas: counts, accounts }, null, 2));
      return EXIT.ok;
    }
    const nameOf = (code: string): string =>
      pack.areas.find((area) => area.code === code)?.name[terminal.language] ?? code;
    const notSaid = { zh: '乡镇街道不详', en: 'township not known' }[terminal.language];
    terminal.out(`${version.simulated ? '模拟 simulated · ' : ''}${version.known}`);
    const people = (basis: RegisterBasis, of: (line: AreaCount) => boolean): string =>
      counts
        .filter((line) => line.basis === basis && of(line))
        .reduce((sum, line) => sum + line.people, 0)
        .toFixed(0);
    for (const { area, counted, low, high } of version.residents) {
      const inCounty = counts.filter(({ county }) => county === area);
      terminal.out(
        `${nameOf(area)}  resident ${counted.toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})  registered ${people('registered', ({ county }) => county === area)}`,
      );
      if (options['townships'] !== true) continue;
      for (const place of new Set(inCounty.map(({ township }) => township))) {
        const isThere = ({ county, township }: AreaCount): boolean => county === area && township === place;
        terminal.out(
          `  ${place === null ? notSaid : nameOf(place)}  resident ${people('resident', isThere)}  registered ${people('registered', isThere)}`,
        );
      }
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
