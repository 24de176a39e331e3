import { readFileSync } from 'node:fs';
import type { DivisionHistory } from '#base';
import { divisionHistory, parseDivisions } from '#base';

let history: DivisionHistory | undefined;

/** The nation's division codes 1981 to 2024 with what became of them. */
export function readDivisions(): DivisionHistory {
  history ??= divisionHistory(
    parseDivisions(readFileSync(new URL('./reference/divisions.csv', import.meta.url), 'utf8')),
  );
  return history;
}
