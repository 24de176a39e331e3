import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPackStore } from '#files';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption } from '../command.ts';
import { packFolder } from '../open-store.ts';
import { printProblems } from '../print.ts';

export const planCheck: Command = {
  name: 'plan check',
  summary: { zh: '校验规划包,列出全部问题', en: 'checks a plan pack and lists every problem' },
  help: [
    'popplus plan check [DIR] [--json]',
    '  DIR     folder of the pack (plans/510500-luzhou)',
    '  --json  the problems as JSON',
    'exit code: 0 no errors, 1 errors, 2 wrong use',
  ],
  options: jsonOption,
  words: 1,
  run({ options, words, terminal }) {
    const folder = words[0] === undefined ? packFolder(undefined) : resolve(words[0]);
    if (!existsSync(folder)) throw new UsageError(`no folder ${folder}`);
    const store = openPackStore(folder);
    const { problems } = store;
    const pack = 'pack' in store ? store.pack : undefined;
    if (options['json'] === true) terminal.out(JSON.stringify({ ok: pack !== undefined, problems }, null, 2));
    else {
      if (problems.length > 0) printProblems(problems, terminal);
      if (pack !== undefined) {
        const values = pack.indicators.reduce((sum, indicator) => sum + indicator.values.length, 0);
        terminal.out(
          `ok: ${pack.info.label[terminal.language]} · ${pack.indicators.length} indicators · ${values} values · ${pack.statements.length} statements · ${pack.warnings.length} rules · ${pack.scenarios.length} scenarios · ${pack.fingerprint}`,
        );
      }
    }
    return pack === undefined ? EXIT.problems : EXIT.ok;
  },
};
