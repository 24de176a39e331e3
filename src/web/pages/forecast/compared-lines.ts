import type { FigureBook } from '#indicators';
import type { Language } from '#base';
import { readState } from '../../url/params.ts';
import { SAVED_STYLES, SCENARIO_STYLES } from './colours.ts';
import { changesFromState, changesParams, viewParams } from './forecast-params.ts';
import type { LabYears } from './lab.ts';
import { OWN, ownProjection } from './lab.ts';
import type { SavedScenario } from './saved-scenarios.ts';

/** A scenario to be laid beside others: its figures are those of `book` under the id `scenario`. */
export interface Compared {
  /** Its id in the comparison, unique among pack and saved scenarios. */
  readonly id: string;
  readonly label: string;
  readonly book: FigureBook;
  readonly scenario: string;
  readonly style: { readonly colour: string; readonly width: number; readonly dash: string };
}

/** The pack's scenarios, each with a style of its own by its place. */
export const packScenarios = (book: FigureBook, language: Language): readonly Compared[] =>
  book.baseline.pack.scenarios.map(({ id, label }, index) => ({
    id,
    label: label[language],
    book,
    scenario: id,
    style: SCENARIO_STYLES[index % SCENARIO_STYLES.length]!,
  }));

/** Scenarios saved in this browser, carried out again when their book is first asked for: reference and changes are read from their addresses. */
export function savedScenarios(
  book: FigureBook,
  years: LabYears,
  saved: readonly SavedScenario[],
): readonly Compared[] {
  const { pack } = book.baseline;
  const carryOut = (query: string): FigureBook => {
    const { s } = readState(viewParams(pack, years, []), query).state;
    const changes = changesFromState(readState(changesParams(years), query).state);
    return ownProjection(book, book.projections.get(s)!, years, changes).book;
  };
  return saved.map(({ name, query }, index) => {
    let made: FigureBook | undefined;
    return {
      id: name,
      label: name,
      get book() {
        return (made ??= carryOut(query));
      },
      scenario: OWN,
      style: SAVED_STYLES[index % SAVED_STYLES.length]!,
    };
  });
}
