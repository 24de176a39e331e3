/**
 * What a witness (feeds that move together) says of somebody, from nothing to most. `notAsked`: it can say nothing about such a person; `none`: no row;
 * `gone`: a row says that the person left; `silent`: a row, and nothing in it that holds; `named`: on its books as living here; `past`: shown here, but that ran out
 * within the last year; `shown`: shown here.
 */
export const LEVELS = ['notAsked', 'none', 'gone', 'silent', 'named', 'past', 'shown'] as const;
export type Level = (typeof LEVELS)[number];

/** Number of a level within a code. */
export const levelNumber = (level: Level): number => LEVELS.indexOf(level);

/** Level number that a witness has in a code. */
export const levelIn = (code: number, witness: number): number => (code >> (3 * witness)) & 7;

/** What is known of a witness beforehand: the chance that it shows somebody who lives elsewhere, held as firmly as so many people seen. */
export interface Witness {
  readonly id: string;
  readonly away: number;
  readonly firmness: number;
}
