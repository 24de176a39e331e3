import { homeFolder, homeOption } from '../choose-dataset.ts';
import type { Command } from '../command.ts';
import { EXIT, jsonOption } from '../command.ts';
import { withLedger } from '../ledger-of.ts';
import { table } from '../print.ts';

export const accountList: Command = {
  name: 'account list',
  summary: { zh: '列出账号', en: 'lists accounts' },
  help: ['popplus account list [--home DIR] [--json]'],
  options: { ...homeOption, ...jsonOption },
  words: 0,
  async run({ options, terminal }) {
    const accounts = await withLedger(homeFolder(options['home']), terminal, (ledger) => ledger.accounts.list());
    if (options['json'] === true) terminal.out(JSON.stringify(accounts, null, 2));
    else
      terminal.out(
        table([
          { zh: ['账号', '角色', '地区', '状态'], en: ['name', 'role', 'areas', 'state'] }[terminal.language],
          ...accounts.map(({ name, role, areas, disabled }) => [
            name,
            role,
            areas.join(' ') || { zh: '全市', en: 'whole city' }[terminal.language],
            disabled ? { zh: '已停用', en: 'disabled' }[terminal.language] : '',
          ]),
        ]),
      );
    return EXIT.ok;
  },
};
