import type { Problem, Sex } from '#base';
import { OPEN_AGE } from '#base';
import type { PlacedAge, Unplaced } from './check-ages.ts';
import type { AgeSpan } from './read-age.ts';
import { readAge, writeAge } from './read-age.ts';
import { readSex } from './read-sex.ts';
import type { Column, RecognisedTable, TableRow } from './table.ts';
import { areaNames, codeNames, fold, isTotalArea, keyOf, problem, readNumber, readYear } from './table.ts';

/** Persons of one age group of one sex in one area at the end of a year. */
export interface PopulationRow extends AgeSpan {
  readonly line: number;
  readonly year: number;
  /** Name as written; the code where only codes are given. */
  readonly area: string;
  /** Six digits, where the table has them. */
  readonly code: string | undefined;
  readonly sex: Sex;
  /** Whole. */
  readonly persons: number;
}

/** A row that gives the total of what is undefined in it. */
export interface TotalRow extends Partial<AgeSpan> {
  readonly line: number;
  readonly year: number;
  readonly area: string | undefined;
  readonly sex: Sex | undefined;
  readonly persons: number;
}

export interface PopulationOptions {
  /** Year of a table without a column for it. */
  readonly year: number;
  /** Name of the only area of a table without a column for it. */
  readonly area: string;
}

/** Titles by which columns are known, folded; the first is the one that is shown. */
export const POPULATION_COLUMNS = {
  area: areaNames,
  code: codeNames,
  sex: ['性别', 'sex', 'gender'],
  age: ['年龄', '年龄组', '年龄段', '岁', 'age', 'agegroup', 'ages'],
  persons: ['人口', '人数', '人口数', '常住人口', '常住人口数', 'persons', 'population', 'pop', 'count', 'value'],
  male: ['男', '男性', '男性人口', '男性人数', 'male', 'males', 'men'],
  female: ['女', '女性', '女性人口', '女性人数', 'female', 'females', 'women'],
  total: ['合计', '小计', '总计', '男女合计', 'total', 'bothsexes'],
  year: ['年份', '年', '年度', '时间', '日期', '时点', '普查年份', '普查时间', 'year', 'date', 'time'],
} as const;
type Kind = keyof typeof POPULATION_COLUMNS;

/** What the rows of a table have given so far. */
export class PopulationRows {
  readonly rows: PopulationRow[] = [];
  readonly totals: TotalRow[] = [];
  readonly problems: Problem[] = [];
  /** Every age group that could be placed, whether its persons could be read or not. */
  readonly placed: PlacedAge[] = [];
  readonly unplaced: Unplaced[] = [];
  private readonly lines = new Map<string, number>();
  private readonly dates = new Map<string, { line: number; as: string; count: number }>();
  private readonly rounded: number[] = [];

  private readonly file: string;
  private readonly columns: RecognisedTable<Kind>['columns'];
  /** Of the table as a whole. */
  private readonly scale: number;
  private readonly options: PopulationOptions;

  constructor(file: string, { columns, scale = 1 }: RecognisedTable<Kind>, options: PopulationOptions) {
    this.file = file;
    this.columns = columns;
    this.scale = scale;
    this.options = options;
  }

  read(row: TableRow, wide: boolean): void {
    const { columns, options } = this;
    const name = cellOf(row, columns.area);
    const code = cellOf(row, columns.code);
    const located = columns.area !== undefined || columns.code !== undefined;
    const area = located ? name || code : options.area;
    if (area === '') this.fault(row, (columns.area ?? columns.code)!, '');
    const year =
      columns.year === undefined
        ? options.year
        : (readYear(cellOf(row, columns.year)) ?? this.fault(row, columns.year, cellOf(row, columns.year), '2020'));
    const age = this.age(row, columns.age!);
    const sexes: readonly (readonly [Sex | 'total' | undefined, Column])[] = wide
      ? (
          [
            ['female', columns.female!],
            ['male', columns.male!],
            ['total', columns.total],
          ] as const
        ).flatMap(([sex, column]) => (column === undefined ? [] : [[sex, column] as const]))
      : [[this.sex(row, columns.sex!), columns.persons!]];
    for (const [sex, column] of sexes) {
      const persons = this.persons(row, column);
      if (area === '' || year === undefined || sex === undefined || age === undefined) {
        if (sex === 'total' || age === 'total') continue;
        this.unplaced.push({ year, area: area === '' ? undefined : area, sex, age });
        continue;
      }
      const totalArea = isTotalArea(area);
      if (sex === 'total' || age === 'total' || totalArea) {
        const of = { area: totalArea ? undefined : area, sex: sex === 'total' ? undefined : sex };
        const span = age === 'total' ? {} : { from: age.from, to: age.to };
        if (persons !== undefined) this.totals.push({ line: row.line, year, persons, ...of, ...span });
      } else
        this.place(
          { line: row.line, year, area, code: sixDigits(code || name), sex, from: age.from, to: age.to },
          persons,
          cellOf(row, columns.age),
        );
    }
  }

  /** Remarks on the table as a whole. */
  remarks(): Problem[] {
    const remark = (code: Problem['code'], line: number, params: Problem['params']): Problem =>
      problem(code, { file: this.file, line }, params, undefined, 'warning');
    return [
      ...[...this.dates].map(([value, { line, ...params }]) => remark('table.read-as', line, { value, ...params })),
      ...(this.rounded.length > 0 ? [remark('table.rounded', this.rounded[0]!, { count: this.rounded.length })] : []),
    ];
  }

  private place(row: Omit<PopulationRow, 'persons'>, persons: number | undefined, ageText: string): void {
    const age = row.from === OPEN_AGE ? fold(ageText) : writeAge(row);
    const key = keyOf(row.year, row.area, row.sex, age);
    const line = this.lines.get(key);
    if (line !== undefined) {
      const where = { file: this.file, line: row.line };
      this.problems.push(problem('table.row-repeated', where, { row: key.replaceAll('\t', ' '), line }));
      return;
    }
    this.lines.set(key, row.line);
    this.placed.push(row);
    if (persons !== undefined) this.rows.push({ ...row, persons });
  }

  private age(row: TableRow, column: Column): AgeSpan | 'total' | undefined {
    const text = cellOf(row, column);
    const age = readAge(text);
    if (age === undefined) return this.fault(row, column, text, '0, 1-4, 5-9, …, 85+');
    if (age !== 'total' && age.wasDate === true) {
      const earlier = this.dates.get(text);
      this.dates.set(text, { line: earlier?.line ?? row.line, as: writeAge(age), count: (earlier?.count ?? 0) + 1 });
    }
    return age;
  }

  private sex(row: TableRow, column: Column): Sex | 'total' | undefined {
    const text = cellOf(row, column);
    return readSex(text) ?? this.fault(row, column, text, '男 / 女, male / female, 1 / 2');
  }

  private persons(row: TableRow, column: Column): number | undefined {
    const text = cellOf(row, column);
    const number = readNumber(text);
    if (number === undefined || number < 0) return this.fault(row, column, text, '≥ 0');
    const scale = column.scale ?? this.scale;
    const persons = Math.round(number * scale);
    if (scale === 1 && persons !== number) this.rounded.push(row.line);
    return persons;
  }

  private fault(row: TableRow, { title }: Column, value: string, fix?: string): undefined {
    const where = { file: this.file, line: row.line, path: title };
    this.problems.push(
      problem(value === '' ? 'table.cell-empty' : 'table.cell-invalid', where, { column: title, value }, fix),
    );
  }
}

const cellOf = (row: TableRow, column: Column | undefined): string =>
  column === undefined ? '' : (row.cells[column.index] ?? '').trim();

const sixDigits = (text: string): string | undefined => (/^\d{6}$/.test(fold(text)) ? fold(text) : undefined);
