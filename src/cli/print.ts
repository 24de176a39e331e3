import type { Problem } from '#base';
import { describePlace, describeProblem } from '#base';
import type { Terminal } from './command.ts';

/** Problems one a line: place, severity, code, sentence, fix; then their count. */
export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) terminal.err(`${describePlace(problem.where)}  ${problemLine(problem, terminal)}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  terminal.err(
    terminal.language === 'zh'
      ? `${errors} 个错误,${problems.length - errors} 个警告`
      : `${errors} errors, ${problems.length - errors} warnings`,
  );
}

/** A Problem without its place: severity, code, sentence, fix. */
export const problemLine = (problem: Problem, { language }: Terminal): string =>
  `${problem.severity}  ${problem.code}  ${describeProblem(problem, language)}`;

/** Columns of text, padded to what is widest; Chinese characters count two. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))));
  return cells
    .map((row, index) =>
      row
        .map((text, column) => {
          const padding = ' '.repeat(widths[column]! - displayWidth(text));
          const isNumber = index > 0 && /^[-−]?[\d.,]+$/.test(text);
          return isNumber ? padding + text : text + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[⺀-鿿豈-﫿＀-￯]/.test(character) ? 2 : 1), 0);
