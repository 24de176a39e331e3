import { basename } from 'node:path';
import { isCalendarDate } from '#base';
import { home, readTable } from '#files';
import type { CheckAnswer } from '#register';
import { CHECK_ANSWERS, RESIDENCE_CHECKED, locateChecked, readAnswers } from '#register';
import type { Command } from '../command.ts';
import { EXIT, UsageError } from '../command.ts';
import { withLedger } from '../ledger-of.ts';
import { deskFor } from '../on-register.ts';
import { printProblems } from '../print.ts';

export const registerChecked: Command = {
  name: 'register checked',
  summary: { zh: '登记居住核查结果', en: 'records what people on a checklist answered' },
  help: [
    'popplus register checked FILE --day YYYY-MM-DD [--by NAME]',
    '  FILE   a checklist filled in: 是 / 否 / 不详 (yes / no / unknown); .xlsx or .csv; rows without an answer are left out',
    '  --day  when people were asked; an answer holds for a year, the latest one of a person holds',
    'With any mistake nothing is recorded. The next refresh counts residents anew by it.',
    'exit code: 0, 1 mistakes in the file or no register, 2 wrong use',
  ],
  options: { day: { type: 'string' }, by: { type: 'string' } },
  words: 1,
  async run({ options, words: [file], terminal }) {
    const day = String(options['day'] ?? '');
    if (file === undefined) throw new UsageError('FILE is needed');
    if (!isCalendarDate(day)) throw new UsageError('--day YYYY-MM-DD is needed');
    const desk = await deskFor(terminal);
    if (desk === undefined) return EXIT.problems;
    try {
      const table = await readTable(file);
      if ('problems' in table) {
        printProblems(table.problems, terminal);
        return EXIT.problems;
      }
      const { answers, lines, unanswered, problems } = readAnswers(file, table.rows);
      const counties = await locateChecked(desk, [...answers.keys()]);
      const strangers = [...answers.keys()].filter((person) => !counties.has(person));
      const all = [
        ...problems,
        ...strangers.map((id) => ({
          code: 'register.person-unknown' as const,
          severity: 'error' as const,
          where: { file, line: lines.get(id)! },
          params: { id },
        })),
      ];
      if (all.length > 0) {
        printProblems(all, terminal);
        return EXIT.problems;
      }
      await withLedger(home(), terminal, async (ledger) => {
        for (const area of new Set(counties.values())) {
          const people = [...answers].filter(([person]) => counties.get(person) === area);
          const said = (answer: CheckAnswer): readonly string[] =>
            people.filter(([, own]) => own === answer).map(([person]) => person);
          await ledger.record({
            by: String(options['by'] ?? 'popplus'),
            kind: RESIDENCE_CHECKED,
            subject: area ?? 'register',
            area,
            body: { day, ...Object.fromEntries(CHECK_ANSWERS.map((answer) => [answer, said(answer)])) },
            reason: basename(file),
          });
        }
      });
      const count = (answer: CheckAnswer): number => [...answers.values()].filter((own) => own === answer).length;
      terminal.out(
        {
          zh: `已登记 ${answers.size} 人:在住 ${count('here')},不在 ${count('away')},不详 ${count('unknown')};未填 ${unanswered}。请运行 popplus refresh`,
          en: `${answers.size} people recorded: ${count('here')} live here, ${count('away')} do not, ${count('unknown')} unknown; ${unanswered} without an answer. Now: popplus refresh`,
        }[terminal.language],
      );
      return EXIT.ok;
    } finally {
      desk.close();
    }
  },
};
