import { atConsole, tellOutcome } from '../account-outcome.ts';
import { askPassword } from '../ask-password.ts';
import { homeFolder, homeOption } from '../choose-dataset.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { withLedger } from '../ledger-of.ts';

export const accountPassword: Command = {
  name: 'account password',
  summary: { zh: '更换账号的密码', en: 'gives an account another password' },
  help: [
    'popplus account password NAME [--generate] [--home DIR]',
    '  --generate  makes one and shows it once; else it is asked for, or read from the pipe. Sessions end.',
    'exit code: 0, 1 there is no such account, 2 wrong use',
  ],
  options: { ...homeOption, generate: { type: 'boolean' } },
  words: 1,
  async run({ options, words, terminal }) {
    const [name] = words;
    if (name === undefined) throw new UsageError('which name?');
    const chosen = await askPassword(options['generate'] === true, terminal);
    const fault = await withLedger(homeFolder(options['home']), terminal, async (ledger) => {
      const refused = await ledger.accounts.setPassword(name, chosen.password);
      if (refused === undefined)
        await ledger.record({ by: atConsole(), kind: 'account.password', subject: name, body: {}, reason: '' });
      return refused;
    });
    return tellOutcome(terminal, fault, { zh: `已更换 ${name} 的密码`, en: `changed the password of ${name}` }, chosen);
  },
};
