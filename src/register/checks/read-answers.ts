import type { Problem } from '#base';
import type { CheckAnswer } from './checks.ts';

/** Columns of a checklist that is filled in, as titled in either language. */
export const CHECKLIST_COLUMNS = {
  person: { zh: '编号', en: 'person' },
  county: { zh: '区县', en: 'county' },
  township: { zh: '乡镇街道', en: 'township' },
  name: { zh: '姓名', en: 'name' },
  sex: { zh: '性别', en: 'sex' },
  born: { zh: '出生日期', en: 'born' },
  address: { zh: '地址', en: 'address' },
  answer: { zh: '是否在本市居住(是/否/不详)', en: 'lives in the city (yes/no/unknown)' },
} as const;

/** Words by which people answer. */
const WORDS: Readonly<Record<string, CheckAnswer>> = {
  是: 'here',
  在: 'here',
  在住: 'here',
  yes: 'here',
  y: 'here',
  here: 'here',
  否: 'away',
  不: 'away',
  不在: 'away',
  no: 'away',
  n: 'away',
  away: 'away',
  不详: 'unknown',
  unknown: 'unknown',
};

/** What a filled checklist says: the answer of each person, and how many rows have none. */
export interface ChecklistAnswers {
  readonly answers: ReadonlyMap<string, CheckAnswer>;
  /** Line of each person who has one. */
  readonly lines: ReadonlyMap<string, number>;
  readonly unanswered: number;
  readonly problems: readonly Problem[];
}

/** Reads a filled checklist, titles in its first row, columns in any order, others ignored. Answers that cannot be read, and people named twice, are Problems with their lines. */
export function readAnswers(
  file: string,
  [head, ...rows]: readonly { readonly line: number; readonly cells: readonly string[] }[],
): ChecklistAnswers {
  const problems: Problem[] = [];
  const column = (id: 'person' | 'answer'): number => {
    const titles = Object.values(CHECKLIST_COLUMNS[id]) as readonly string[];
    const found = head?.cells.findIndex((cell) => titles.includes(cell.trim())) ?? -1;
    if (found < 0)
      problems.push(problem('table.column-missing', { file, line: head?.line ?? 1 }, { column: titles.join(' / ') }));
    return found;
  };
  const [person, answer] = [column('person'), column('answer')];
  const answers = new Map<string, CheckAnswer>();
  const lines = new Map<string, number>();
  let unanswered = 0;
  if (problems.length > 0) return { answers, lines, unanswered, problems };
  for (const { line, cells } of rows) {
    const [id, said] = [cells[person]?.trim() ?? '', cells[answer]?.trim() ?? ''];
    const meant = WORDS[said.toLowerCase()];
    const before = lines.get(id);
    if (said === '') unanswered++;
    else if (meant === undefined)
      problems.push(
        problem(
          'table.cell-invalid',
          { file, line },
          { column: CHECKLIST_COLUMNS.answer.zh, value: said },
          '是 / 否 / 不详 (yes / no / unknown)',
        ),
      );
    else if (before !== undefined)
      problems.push(problem('table.row-repeated', { file, line }, { row: id, line: before }));
    else {
      answers.set(id, meant);
      lines.set(id, line);
    }
  }
  return { answers, lines, unanswered, problems };
}

const problem = (code: Problem['code'], where: Problem['where'], params: Problem['params'], fix?: string): Problem => ({
  code,
  severity: 'error',
  where,
  params,
  ...(fix === undefined ? {} : { fix }),
});
