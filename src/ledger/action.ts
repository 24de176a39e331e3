/** Something somebody did: it is never changed; what holds now is the fold of the actions. */
export interface Action {
  /** Ascending in the order of recording. */
  readonly id: number;
  /** When it was recorded, ISO 8601 with zone. */
  readonly at: string;
  /** Account or name of who did it. */
  readonly by: string;
  /** What was done, e.g. `pair.decided`, `person.seen`. */
  readonly kind: string;
  /** What it was done to: a key of its kind, never a name or an identity number. */
  readonly subject: string;
  /** County that it concerns, six digits; `null` where it is none or more than one. */
  readonly area: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** Why: the purpose of a look, the grounds of a decision. */
  readonly reason: string;
}

export type NewAction = Omit<Action, 'id' | 'at' | 'area'> & { readonly area?: string | null };

/** Which actions to read; all of them when empty. */
export interface ActionFilter {
  readonly kind?: string;
  readonly subject?: string;
  /** Those recorded after this id. */
  readonly after?: number;
  readonly limit?: number;
}

/** Which part of the trail to read; all of it when empty. */
export interface TrailFilter {
  readonly kind?: string | undefined;
  readonly by?: string | undefined;
  /** Recorded at this instant or later, ISO 8601. */
  readonly from?: string | undefined;
  /** Recorded before this instant, ISO 8601. */
  readonly until?: string | undefined;
}

/** A part of the trail, the newest first. */
export interface Trail {
  /** Actions that the filter lets through. */
  readonly total: number;
  /** Everybody who did something, whatever the filter. */
  readonly accounts: readonly string[];
  readonly actions: readonly Action[];
}

/**
 * For whom actions are read or recorded, and the counties that account is for; none: the whole city. An account of counties sees what concerns one
 * of them and what it did itself, and records nothing of another.
 */
export interface Scope {
  readonly account: string;
  readonly areas: readonly string[];
}
