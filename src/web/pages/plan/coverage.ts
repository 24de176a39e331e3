import type { Source } from '#base';
import type { StatementResult } from '#monitoring';
import type { CarriedOut, Indicator, Pack, Statement } from '#plan';

/** How much of a section is in the software: a number worked out or a part carried out, something cited only, or nothing. */
export type Coverage = 'computed' | 'cited' | 'text-only';

export interface SectionCoverage {
  readonly section: Pack['document']['sections'][number];
  readonly depth: number;
  readonly indicators: readonly Indicator[];
  /** Dated values that cite the section. */
  readonly values: number;
  readonly statements: readonly Statement[];
  /** Thresholds of warnings that cite the section. */
  readonly thresholds: number;
  /** What of it the product carries out, by the pack's `coverage.yaml`. */
  readonly carried: readonly CarriedOut[];
  /** Of the indicators and statements, how many the software works out. */
  readonly computed: number;
  readonly coverage: Coverage;
  /** Of the parts below it, how many are of each kind; absent where it has none. */
  readonly parts?: Readonly<Record<Coverage, number>>;
}

/** Sections that stand for text of their own: without parts, or cited themselves. A mere heading does not count. */
export const countedSections = (rows: readonly SectionCoverage[]): readonly SectionCoverage[] =>
  rows.filter((row) => row.parts === undefined || row.coverage !== 'text-only');

/**
 * What cites each section of the plan, in the document's order. A section counts as computed from one indicator with a formula, one
 * statement worked out or one part carried out; what its parts hold does not count for the section above.
 */
export function sectionCoverage(pack: Pack, results: readonly StatementResult[]): readonly SectionCoverage[] {
  const { sections } = pack.document;
  const parentOf = new Map(sections.map((section) => [section.id, section.within]));
  const depthOf = (id: string): number => {
    const parent = parentOf.get(id);
    return parent === undefined ? 0 : depthOf(parent) + 1;
  };
  const worked = new Set(
    results.flatMap(({ statement, verdict }) =>
      verdict === 'conflicts' || verdict === 'agrees' ? [statement.id] : [],
    ),
  );
  const own = sections.map((section): SectionCoverage => {
    const cites = (source: Source): boolean =>
      'doc' in source && source.doc === 'plan' && source.section === section.id;
    const indicators = pack.indicators.filter(
      (indicator) => indicator.section === section.id || indicator.values.some((value) => cites(value.source)),
    );
    const values = pack.indicators.reduce(
      (sum, indicator) => sum + indicator.values.filter((value) => cites(value.source)).length,
      0,
    );
    const statements = pack.statements.filter((statement) => statement.claims.some((claim) => cites(claim.source)));
    const thresholds = pack.warnings.reduce(
      (sum, rule) =>
        sum +
        [...rule.levels, ...rule.overrides.flatMap((own) => own.levels)].filter((level) => cites(level.source)).length,
      0,
    );
    const carried = pack.coverage.filter(({ source }) => cites(source));
    const computed =
      indicators.filter((indicator) => indicator.formula !== undefined).length +
      statements.filter((statement) => worked.has(statement.id)).length;
    const cited = indicators.length + statements.length + values + thresholds > 0;
    return {
      section,
      depth: depthOf(section.id),
      indicators,
      values,
      statements,
      thresholds,
      carried,
      computed,
      coverage: computed + carried.length > 0 ? 'computed' : cited ? 'cited' : 'text-only',
    };
  });
  const below = (id: string): SectionCoverage[] =>
    own.filter((row) => row.section.within === id).flatMap((row) => [row, ...below(row.section.id)]);
  return own.map((row) => {
    const parts = below(row.section.id);
    const count = (coverage: Coverage): number => parts.filter((part) => part.coverage === coverage).length;
    return parts.length === 0
      ? row
      : { ...row, parts: { computed: count('computed'), cited: count('cited'), 'text-only': count('text-only') } };
  });
}

/** Statements that speak of an indicator: by its id, or by a number of the plan that one of its values is. */
export function statementsOn(pack: Pack, indicator: Indicator): readonly Statement[] {
  const names = new Set([indicator.id, ...indicator.values.flatMap((value) => value.figures ?? [])]);
  const speaks = (node: unknown): boolean =>
    typeof node === 'object' && node !== null
      ? Object.entries(node).some(
          ([key, value]) => ((key === 'indicator' || key === 'figure') && names.has(String(value))) || speaks(value),
        )
      : false;
  return pack.statements.filter((statement) => statement.claims.some((claim) => speaks(claim.is)));
}
