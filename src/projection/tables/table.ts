import type { Place, Problem } from '#base';
import { nearest } from '#base';

/** A table as a user keeps it, every cell as text; dates are `YYYY-MM-DD`. Empty rows are left out. */
export interface Table {
  /** As the user named it. */
  readonly file: string;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** 1-based, in the file or the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A column that was recognised by its title. */
export interface Column {
  readonly index: number;
  /** As written. */
  readonly title: string;
  /** Units in one of what the title counts in: 10 000 for 万人; undefined where it does not say. */
  readonly scale: number | undefined;
}

export interface RecognisedTable<K extends string> {
  readonly columns: Partial<Readonly<Record<K, Column>>>;
  readonly body: readonly TableRow[];
  readonly header: TableRow | undefined;
  /** Scale that the lines above the header state for the whole table (`单位:万人`). */
  readonly scale: number | undefined;
  readonly problems: readonly Problem[];
}

/** How many rows of titles and units may stand above the header. */
const TITLE_ROWS = 15;

/** Full-width forms folded, blanks out, lower case. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/**
 * Finds the header among the first rows (the one with most known titles, two at least) and what each column is. A title
 * may carry its unit in brackets: `人口(万人)`. Titles nobody knows are passed over. `names` are folded. A column that is
 * there twice is a Problem, and so is a table without a header.
 */
export function recogniseTable<K extends string>(
  { file, rows }: Table,
  names: Readonly<Record<K, readonly string[]>>,
): RecognisedTable<K> {
  const kinds = Object.entries<readonly string[]>(names) as [K, readonly string[]][];
  const kindOf = (title: string): K | undefined => {
    const bare = fold(title).replace(/\(.*?\)|\[.*?\]|[_-]/g, '');
    return kinds.find(([, known]) => known.some((name) => name.replace(/[_-]/g, '') === bare))?.[0];
  };
  const score = ({ cells }: TableRow): number => new Set(cells.map(kindOf).filter((kind) => kind !== undefined)).size;
  let header: TableRow | undefined;
  for (const row of rows.slice(0, TITLE_ROWS)) if (score(row) > Math.max(1, header ? score(header) : 0)) header = row;
  if (header === undefined) {
    const titles = kinds.map(([, known]) => known[0]).join(', ');
    const where = { file, ...(rows[0] === undefined ? {} : { line: rows[0].line }) };
    return {
      columns: {},
      body: [],
      header,
      scale: undefined,
      problems: [problem('table.header-missing', where, { titles })],
    };
  }
  const columns: Partial<Record<K, Column>> = {};
  const problems: Problem[] = [];
  header.cells.forEach((title, index) => {
    const kind = kindOf(title);
    if (kind === undefined) return;
    const earlier = columns[kind];
    if (earlier === undefined) columns[kind] = { index, title: title.trim(), scale: scaleOf(title) };
    else
      problems.push(
        problem(
          'table.column-repeated',
          { file, line: header.line, path: title.trim() },
          { column: title.trim(), other: earlier.title },
        ),
      );
  });
  const at = rows.indexOf(header);
  const above = rows.slice(0, at).flatMap(({ cells }) => cells.map((cell) => /单位:?(\S+)/.exec(fold(cell))?.[1]));
  const stated = above.find((unit) => unit !== undefined);
  return {
    columns,
    body: rows.slice(at + 1).filter((row) => !isFootnote(row)),
    header,
    scale: unitScale(stated),
    problems,
  };
}

/** That a column is missing, with the title that may have been meant. */
export function columnMissing(table: Table, header: TableRow, names: readonly string[]): Problem {
  const guess = header.cells.find((title) => nearest(fold(title), names) !== undefined);
  return problem(
    'table.column-missing',
    { file: table.file, line: header.line },
    { column: names.slice(0, 3).join(' / ') },
    guess === undefined ? undefined : `${guess.trim()} → ${names[0]}`,
  );
}

/** A line of text under a table. */
function isFootnote({ cells }: TableRow): boolean {
  const [first, ...rest] = cells.filter((cell) => cell.trim() !== '');
  return rest.length === 0 && /^(注|备注|说明|资料来源|数据来源|来源|note|source)s?\d*[::.、]/i.test(fold(first ?? ''));
}

const scaleOf = (title: string): number | undefined => unitScale(/\((.*?)\)/.exec(fold(title))?.[1]);

/** Units in one of a unit's name. */
function unitScale(unit: string | undefined): number | undefined {
  if (unit === undefined) return undefined;
  if (unit.startsWith('万') || unit === 'tenthousandpersons') return 10_000;
  if (unit.startsWith('千') || unit.includes('thousand')) return 1000;
  return unit.startsWith('人') || unit === 'persons' ? 1 : undefined;
}

/** A number as people write it: `1,234`, `1 234`, full-width digits, a percent sign. Undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const folded = fold(text).replace(/^[−–]/, '-').replace(/%$/, '');
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(folded) ? folded.replaceAll(',', '') : folded;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The year of `2020`, `2020年`, `2020-11-01`, `2020/11/1`, `2020年11月1日`. */
export function readYear(text: string): number | undefined {
  const match = /^((?:19|20|21)\d{2})(年.*|[-/.]\d{1,2}([-/.]\d{1,2}.*)?|\.0+)?$/.exec(fold(text));
  return match === null ? undefined : Number(match[1]);
}

/** Parts of a key that may hold spaces. */
export const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\t');

/** Titles of the column that names areas, and of the one that gives their codes, folded. */
export const areaNames: readonly string[] =
  '地区 区县 县区 区县名称 地区名称 行政区 行政区划 区域 名称 市州 城市 area areaname region district county prefecture name'.split(
    ' ',
  );
export const codeNames: readonly string[] =
  '代码 编码 地区代码 地区编码 区划代码 行政区划代码 行政代码 code areacode regioncode adcode'.split(' ');

/** Whether a name means all areas together. */
export const isTotalArea = (name: string): boolean =>
  /^(合计|总计|总数|小计|全市|全省|全州|全区|全县|total|subtotal|all)$/.test(fold(name));

/** A Problem of a table. */
export const problem = (
  code: Problem['code'],
  where: Place,
  params: Problem['params'],
  fix?: string,
  severity: Problem['severity'] = 'error',
): Problem => ({ code, severity, where, params, ...(fix === undefined ? {} : { fix }) });
