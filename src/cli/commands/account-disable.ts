import { atConsole, tellOutcome } from '../account-outcome.ts';
import { homeFolder, homeOption } from '../choose-dataset.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { withLedger } from '../ledger-of.ts';

export const accountDisable: Command = {
  name: 'account disable',
  summary: { zh: '停用账号', en: 'disables an account' },
  help: [
    'popplus account disable NAME [--home DIR]',
    'Its sessions end at once; what it did stays, and its name is not given again.',
    'exit code: 0, 1 there is no such account, 2 wrong use',
  ],
  options: homeOption,
  words: 1,
  async run({ options, words, terminal }) {
    const [name] = words;
    if (name === undefined) throw new UsageError('which name?');
    const fault = await withLedger(homeFolder(options['home']), terminal, async (ledger) => {
      const refused = await ledger.accounts.disable(name);
      if (refused === undefined)
        await ledger.record({ by: atConsole(), kind: 'account.disabled', subject: name, body: {}, reason: '' });
      return refused;
    });
    return tellOutcome(terminal, fault, { zh: `已停用 ${name}`, en: `disabled ${name}` });
  },
};
