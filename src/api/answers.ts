/**
 * What the API answers about feeds, the register, review and accounts, as JSON: the types that pages work with. No names or identity numbers of people stand
 * in them but masked ones. Days are `YYYY-MM-DD`, instants ISO 8601.
 */

import type { Figure, HouseholdType } from '#base';

export type Role = 'reader' | 'officer' | 'clerk' | 'admin';

/** Who is signed in (`GET /api/session`); `null` where nobody is. */
export interface SessionAnswer {
  readonly account: {
    readonly name: string;
    readonly role: Role;
    /** Counties the account may look into; the whole city where empty. */
    readonly areas: readonly string[];
  } | null;
}

/** `GET /api/datasets`: a line for each contract of the pack. */
export interface FeedAnswer {
  readonly id: string;
  readonly batches: number;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Quarantined rows that wait no more: mended by a later batch, or a correction refused itself (the row it was to mend waits on). */
  readonly mended: number;
  /** Latest day by which the department knew its rows; null before the first delivery. */
  readonly knownUntil: string | null;
  readonly landed: string | null;
  /** By the contract's cycle on the day of `judgedOn`; `never` before the first delivery. */
  readonly freshness: 'fresh' | 'late' | 'never';
  readonly dueOn: string | null;
  /** Today; of simulated feeds the day that most of them tell of last, `YYYY-MM-DD`. */
  readonly judgedOn: string;
  readonly simulated: boolean;
}

export interface BatchAnswer {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly landed: string;
  readonly knownUntil: string | null;
  readonly contract: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly corrects: { readonly batch: string; readonly line: number } | null;
  readonly simulated: boolean;
  readonly quality: readonly {
    readonly field: string;
    readonly filled: number;
    readonly faulty: number;
    readonly distinct: number;
  }[];
}

/** `GET /api/datasets/{id}`: batches, oldest first. The contract itself is in the pack. */
export interface FeedDetailAnswer extends FeedAnswer {
  readonly deliveries: readonly BatchAnswer[];
}

/** `GET /api/datasets/{id}/quarantine?offset&limit` (officer): rows that wait, values masked where the field is a number, name, telephone or address. */
export interface QuarantineAnswer {
  readonly total: number;
  readonly rows: readonly {
    readonly batch: string;
    readonly line: number;
    readonly reasons: readonly { readonly field: string | null; readonly zh: string; readonly en: string }[];
    /** By the department's column names; `null` where nothing was written. */
    readonly values: Readonly<Record<string, string | null>>;
  }[];
}

/** `POST /api/datasets/{id}/quarantine/{batch}/{line}` (officer) `{changes: {COLUMN: VALUE}, reason}`. */
export interface CorrectionAnswer {
  readonly accepted: boolean;
  readonly reasons: readonly { readonly field: string | null; readonly zh: string; readonly en: string }[];
}

/** `POST /api/datasets/{id}/files` (officer; body: the file; header `x-file-name`): what became of it. */
export interface UploadAnswer {
  readonly batch: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly known: boolean;
  readonly problems: readonly { readonly severity: 'error' | 'warning'; readonly zh: string; readonly en: string }[];
}

/** `GET /api/register`: the version in force; `null` where none was made. */
export interface RegisterAnswer {
  readonly version: {
    readonly number: number;
    readonly made: string;
    readonly known: string;
    /** Day on which everybody and households were counted: before `known` in a version of a day. */
    readonly counted: string;
    readonly simulated: boolean;
    /** People asked at home within a year before `known`, by whose answers residents are corrected. */
    readonly asked: number;
    /** One person of the feeds stands for so many (a sample city 1:20: 20); 1 for true feeds. */
    readonly scale: number;
    readonly persons: number;
    readonly records: number;
    readonly created: number;
    readonly merged: number;
    readonly split: number;
    readonly doubtful: number;
    readonly batches: readonly { readonly dataset: string; readonly batch: string; readonly file: string }[];
    readonly residents: readonly {
      readonly area: string;
      readonly counted: number;
      readonly low: number;
      readonly high: number;
    }[];
  } | null;
  /** A refresh under way, or the last one's failure. */
  readonly refresh: RefreshAnswer;
}

/** `POST /api/register/refresh` (officer) starts one; `GET` tells how far it is. */
export interface RefreshAnswer {
  readonly state: 'idle' | 'running' | 'failed';
  readonly step: string | null;
  readonly startedAt: string | null;
  /** Batches landed and decisions made that the version in force does not know yet. */
  readonly waiting: { readonly batches: number; readonly decisions: number };
}

/** `GET /api/register/areas`: counts by county and township on both bases. */
export interface AreaAnswer {
  readonly basis: 'resident' | 'registered';
  readonly county: string;
  /** Null: people of the county whose township is not known. A county is the sum of its lines. */
  readonly township: string | null;
  readonly people: number;
}

/** `GET /api/register/accounts` */
export interface AccountAnswer {
  readonly basis: 'resident' | 'registered';
  readonly county: string;
  readonly since: string;
  readonly until: string;
  readonly before: number;
  readonly births: number;
  readonly deaths: number;
  readonly movedIn: number;
  readonly movedOut: number;
  readonly after: number;
  readonly residual: number;
}

/** A person: name and number masked. */
export interface PersonAnswer {
  readonly person: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly sex: string | null;
  readonly born: string | null;
  readonly county: string | null;
  readonly township: string | null;
  readonly resident: number | null;
  readonly died: string | null;
}

/**
 * `POST /api/register/search` (clerk) `{number?, name?, birth?, sex?, phone?, address?, purpose}`: who may be meant, the likeliest first; a number, a name with
 * birth date, telephone or address, or a telephone with one thing more; recorded.
 */
export interface FoundAnswer extends PersonAnswer {
  readonly probability: number;
  /** What decided: the identity number, or the model. */
  readonly by: 'number' | 'model';
  /** By the model, from the prior on, in bits. */
  readonly evidence: readonly EvidenceAnswer[];
}

/** A step of the evidence, in bits; `total` after it. */
export interface EvidenceAnswer {
  readonly comparison: string;
  readonly level: string;
  readonly bits: number;
  readonly total: number;
}

/** `POST /api/register/looks` (clerk) `{person, purpose, knownOn?}`: the panorama 人—户—房—事; recorded. */
export interface PanoramaAnswer extends PersonAnswer {
  readonly registered: boolean;
  readonly education: string | null;
  readonly maritalStatus: string | null;
  readonly nationality: string | null;
  readonly household: {
    readonly id: string;
    readonly type: string | null;
    readonly members: readonly {
      readonly person: string;
      readonly name: string | null;
      readonly born: string | null;
      readonly sex: string | null;
    }[];
  } | null;
  readonly kin: readonly { readonly kind: string; readonly person: string; readonly name: string | null }[];
  readonly spells: readonly {
    readonly kind: 'residence' | 'hukou';
    readonly county: string;
    readonly township: string | null;
    readonly since: string | null;
    readonly until: string | null;
    readonly knownFrom: string;
    readonly knownTo: string | null;
    readonly dataset: string;
  }[];
  /** Life events as departments' rows tell them: birth, marriage, moves, death. */
  readonly lifeEvents: readonly { readonly kind: string; readonly day: string; readonly dataset: string }[];
  /** Each value that lost against another source's. */
  readonly disagreements: readonly { readonly attribute: string; readonly dataset: string; readonly value: string }[];
  readonly records: readonly {
    readonly record: string;
    readonly dataset: string;
    readonly role: string;
    readonly since: string;
    readonly latest: string;
  }[];
  /** What became of the identifier. */
  readonly identity: readonly { readonly kind: string; readonly other: string | null; readonly day: string }[];
  /** Names of counties outside the city, by code. */
  readonly places: Readonly<Record<string, string>>;
}

/** `GET /api/review?offset&limit&state` (clerk): doubtful pairs, the most useful first, in the account's areas. */
export interface ReviewAnswer {
  readonly total: number;
  readonly open: number;
  readonly decided: number;
  readonly pairs: readonly {
    readonly records: readonly [string, string];
    readonly probability: number;
    readonly datasets: readonly [string, string];
    readonly verdict: Verdict | null;
  }[];
  /** What the decisions say of the model; null while too few. Estimates with 95 % intervals. */
  readonly learned: {
    readonly decisions: number;
    readonly precision: Estimate;
    readonly recall: Estimate;
  } | null;
}

export type Verdict = 'same' | 'different' | 'unsure';

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** `POST /api/review/pair` (clerk) `{records}`: both records side by side with the waterfall of evidence; recorded. */
export interface PairAnswer {
  readonly records: readonly [string, string];
  readonly probability: number;
  /** Starting from the prior. */
  readonly steps: readonly EvidenceAnswer[];
  /** Compared attributes, masked alike: where two are equal the shown texts are equal. */
  readonly sides: readonly [PairSide, PairSide];
  /** Names of counties outside the city, by code. */
  readonly places: Readonly<Record<string, string>>;
  readonly decisions: readonly {
    readonly by: string;
    readonly at: string;
    readonly verdict: Verdict;
    readonly reason: string;
  }[];
}

export interface PairSide {
  readonly record: string;
  readonly person: string;
  readonly dataset: string;
  readonly role: string;
  readonly values: Readonly<Record<string, string | null>>;
  /** Other records of the same person: from how many feeds, how many rows. */
  readonly cluster: { readonly records: number; readonly datasets: readonly string[] };
}

/** `POST /api/register/checklist` (clerk) `{county, township?, offset?, limit?, purpose}`: people to be asked whether they live in the city. */
export interface ChecklistAnswer {
  readonly total: number;
  /** All drawn in the county, by township; null: not known. */
  readonly townships: readonly {
    readonly township: string | null;
    readonly people: number;
    readonly answered: number;
  }[];
  readonly lines: readonly {
    readonly person: string;
    readonly county: string;
    readonly township: string | null;
    /** Masked. */
    readonly name: string | null;
    readonly sex: string | null;
    readonly born: string | null;
    readonly address: string | null;
    readonly answer: 'here' | 'away' | 'unknown' | null;
  }[];
}

/** `POST /api/review/decisions` (clerk) `{records, verdict, reason}`: recorded; the next refresh heeds it. */
export interface DecisionAnswer {
  readonly action: number;
}

/** `GET /api/actions?kind&by&from&until&offset&limit` (admin): the audit trail in the account's areas, the newest first; recorded. */
export interface TrailAnswer {
  readonly total: number;
  /** Accounts that ever did something. */
  readonly accounts: readonly string[];
  readonly actions: readonly {
    readonly id: number;
    readonly at: string;
    readonly by: string;
    readonly kind: string;
    readonly subject: string;
    /** County that it concerns; null where it is none or more than one. */
    readonly area: string | null;
    readonly reason: string;
  }[];
}

/** The version of the register that an answer rests on. */
export interface RegisterMark {
  readonly number: number;
  readonly known: string;
  readonly simulated: boolean;
  /** One person counted stands for so many; counts are not multiplied by it unless an answer says so. */
  readonly scale: number;
}

/** `GET /api/register/population`: persons of counties by sex and single age (100 is 100 and over), as counted; `null` where there is no register. */
export interface RegisterPopulationAnswer {
  readonly register: RegisterMark | null;
  readonly areas: readonly {
    readonly basis: 'resident' | 'registered';
    readonly area: string;
    readonly female: readonly number[];
    readonly male: readonly number[];
  }[];
}

/**
 * `GET /api/register/figures?area&year`: each indicator with a formula on the register beside the same without it (counted or published, else
 * projected, else the latest before). The
 * register's year when no year is given. Figures are multiplied by the scale; their source says so.
 */
export interface RegisterFiguresAnswer {
  readonly register: RegisterMark | null;
  readonly area: string;
  readonly year: number;
  readonly figures: readonly { readonly register: Figure; readonly other: Figure }[];
}

/** `GET /api/register/households`: expected living households, as counted. Small numbers of townships are withheld. */
export interface HouseholdsAnswer {
  readonly register: RegisterMark | null;
  /** Counties, the city last. */
  readonly areas: readonly {
    readonly area: string;
    readonly types: Readonly<Record<HouseholdType, number>>;
    /** Family households of 1, 2, … 9, 10 and more. */
    readonly sizes: readonly number[];
    /** Persons in family households. */
    readonly persons: number;
    /** Of the last census, persons and households counted; `null` where the pack has no table. */
    readonly census: {
      readonly year: number;
      readonly households: number;
      readonly onePerson: number | null;
      readonly persons: number | null;
    } | null;
  }[];
  /** Elders only (空巢), elders alone (独居); `null` is fewer than five. */
  readonly townships: readonly {
    readonly county: string;
    readonly township: string;
    readonly emptyNest: number | null;
    readonly elderAlone: number | null;
  }[];
}
