import { readFileSync, statSync } from 'node:fs';
import { attachText, decodeText } from '#files';
import { locatePhrases } from '#plan';
import type { Command } from '../command.ts';
import { EXIT, UsageError, jsonOption, planOption } from '../command.ts';
import { openStore } from '../open-store.ts';
import { printProblems } from '../print.ts';

const LIMIT = 20 * 1024 * 1024;

export const planAttach: Command = {
  name: 'plan attach',
  summary: {
    zh: '附上规划全文(文本文件),核对定位短语',
    en: "attaches the plan's text and looks up every locating phrase",
  },
  help: [
    'popplus plan attach FILE [--plan DIR] [--json]',
    '  FILE    the plan as plain text, UTF-8 or GB18030',
    '  --plan  folder of the pack (plans/510500-luzhou)',
    'The text is kept in .popplus (or POPPLUS_HOME), never in the pack.',
    'exit code: 0 all phrases found, 1 some not found, 2 wrong use',
  ],
  options: { ...planOption, ...jsonOption },
  words: 1,
  run({ options, words, terminal }) {
    const file = words[0];
    if (file === undefined) throw new UsageError('FILE is missing');
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) throw new UsageError(`no file ${file}`);
    if (stat.size > LIMIT) throw new UsageError(`${file} is over ${LIMIT} bytes; export the plan as plain text`);
    const text = decodeText(readFileSync(file));
    if (text.includes('\0')) throw new UsageError(`${file} is not plain text; export the plan as plain text first`);
    const store = openStore(options['plan'], terminal);
    if (store === undefined) return EXIT.problems;
    const report = locatePhrases(store.pack, text);
    if (report.found.length > 0) attachText(store.pack.info.id, text);
    if (options['json'] === true) terminal.out(JSON.stringify(report, null, 2));
    else {
      if (report.problems.length > 0) printProblems(report.problems, terminal);
      if (report.found.length === 0)
        terminal.err(
          terminal.language === 'zh'
            ? '一处也没找到:不是这份规划的文本,未保留。'
            : 'No phrase was found: this is not the text of the plan, and it was not kept.',
        );
      terminal.out(`${report.found.length} / ${report.found.length + report.problems.length} phrases found`);
    }
    return report.problems.length === 0 ? EXIT.ok : EXIT.problems;
  },
};
