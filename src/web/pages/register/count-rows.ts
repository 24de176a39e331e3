import type { AreaAnswer } from '#api/answers';

/** People of a county or a township on both bases; undefined where the register counts nobody there. `area` null: township not known. */
export interface CountRow {
  readonly area: string | null;
  readonly resident: number | undefined;
  readonly registered: number | undefined;
}

/** A line for each county, the sum of its lines, or for each township of one, the unknown township last. */
export function countRows(answers: readonly AreaAnswer[], county: string): readonly CountRow[] {
  const own = answers.filter((answer) => county === '' || answer.county === county);
  const areaOf = (answer: AreaAnswer): string | null => (county === '' ? answer.county : answer.township);
  const areas = [...new Set(own.map(areaOf))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return areas.map((area) => {
    const people = (basis: AreaAnswer['basis']): number | undefined =>
      sumOf(own.filter((answer) => answer.basis === basis && areaOf(answer) === area).map((answer) => answer.people));
    return { area, resident: people('resident'), registered: people('registered') };
  });
}

/** Sum of what is known; undefined where nothing is. */
export const sumOf = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
};
