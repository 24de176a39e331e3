import { join } from 'node:path';
import { sqlText } from '#warehouse';

/** A table of the truth, all text. */
export const truthCsv = (truth: string, name: 'persons' | 'residence' | 'hukou'): string =>
  `read_csv(${sqlText(join(truth, `${name}.csv`))}, header = true, all_varchar = true)`;

/** Where people truly live on a day: `(person, township)`. */
export const livingSql = (truth: string, day: string): string =>
  `(SELECT person, any_value(township) AS township FROM ${truthCsv(truth, 'residence')}
    WHERE "from" <= ${sqlText(day)} AND ("until" IS NULL OR "until" > ${sqlText(day)}) GROUP BY person)`;
