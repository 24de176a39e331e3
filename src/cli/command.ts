import type { ParseArgsConfig } from 'node:util';

/** What a command may do to the outside; tests pass their own. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Writes over the last line of the screen; only where there is a screen. */
  live?: ((text: string) => void) | undefined;
  readonly language: 'zh' | 'en';
}

/** Exit codes of every command; `cancelled` is what shells expect after Ctrl+C. */
export const EXIT = { ok: 0, problems: 1, usage: 2, failure: 3, cancelled: 130 } as const;

export interface CommandInput {
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly words: readonly string[];
  readonly terminal: Terminal;
}

/** One command of the program: its words, its options, its help, its work. */
export interface Command {
  /** As typed, e.g. `plan check`. */
  readonly name: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** Arguments and options, one line each. */
  readonly help: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Most positional words taken. */
  readonly words: number;
  run(input: CommandInput): Promise<number> | number;
}

/** A user's mistake on the command line: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Options that several commands share. */
export const planOption = { plan: { type: 'string' as const, short: 'p' } };
export const jsonOption = { json: { type: 'boolean' as const } };
/** Figures and projections rest on the register in force instead of the last census. */
export const registerOption = { register: { type: 'boolean' as const } };
export const scenarioOption = { scenario: { type: 'string' as const, short: 's' } };
