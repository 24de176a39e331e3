import { ROLES } from '#ledger';
import type { Role } from '#ledger';
import { countyCodes } from '#plan';
import { tellOutcome, atConsole } from '../account-outcome.ts';
import { askPassword } from '../ask-password.ts';
import { homeFolder, homeOption } from '../choose-dataset.ts';
import type { Command } from '../command.ts';
import { EXIT, UsageError, planOption } from '../command.ts';
import { withLedger } from '../ledger-of.ts';
import { openPack } from '../open-store.ts';

export const accountAdd: Command = {
  name: 'account add',
  summary: { zh: '新建账号', en: 'makes an account' },
  help: [
    'popplus account add NAME --role ROLE [--areas CODE,CODE] [--generate] [--home DIR] [--plan DIR]',
    '  --role      reader, officer (feeds, refresh), clerk (people, review, and all of before), admin (audit trail)',
    '  --areas     counties it may look into; the whole city when left out',
    '  --generate  makes a password and shows it once; else it is asked for, or read from the pipe',
    'exit code: 0, 1 the name is taken or not acceptable, 2 wrong use',
  ],
  options: {
    ...planOption,
    ...homeOption,
    role: { type: 'string' },
    areas: { type: 'string' },
    generate: { type: 'boolean' },
  },
  words: 1,
  async run({ options, words, terminal }) {
    const [name] = words;
    const role = options['role'] as Role;
    if (name === undefined) throw new UsageError('which name?');
    if (!ROLES.includes(role)) throw new UsageError(`--role is one of ${ROLES.join(', ')}`);
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const counties = countyCodes(pack, pack.info.city);
    const areas = typeof options['areas'] === 'string' ? options['areas'].split(',').map((code) => code.trim()) : [];
    const unknown = areas.filter((code) => !counties.includes(code));
    if (unknown.length > 0) throw new UsageError(`no county ${unknown.join(', ')}; known: ${counties.join(', ')}`);
    const chosen = await askPassword(options['generate'] === true, terminal);
    const fault = await withLedger(homeFolder(options['home']), terminal, async (ledger) => {
      const refused = await ledger.accounts.add({ name, role, areas }, chosen.password);
      if (refused === undefined)
        await ledger.record({
          by: atConsole(),
          kind: 'account.added',
          subject: name,
          body: { role, areas },
          reason: '',
        });
      return refused;
    });
    return tellOutcome(
      terminal,
      fault,
      { zh: `已建账号 ${name}(${role})`, en: `made account ${name} (${role})` },
      chosen,
    );
  },
};
