import type { Day } from './calendar.ts';
import { NEVER, calendarDay } from './calendar.ts';
import { chance } from './chance.ts';
import type { IdentityNumbers } from './identity-numbers.ts';
import type { City } from './lives/city-state.ts';
import { HOME, OUTSIDE } from './lives/people.ts';
import { homeAt } from './lives/state-at.ts';
import type { Rates } from './rates.ts';

const [LATE, LAG, DEATH, DEPARTURE, STALE, RENEWED, RENEWAL_DAY, CORRECTED, SERIAL] = [
  201, 202, 203, 204, 205, 206, 207, 208, 209,
] as const;

/** Records looked at again in a month without any event: a phone changed, a check made (proposal). */
const RENEWALS = 0.05;
/** Birthdays at which records begin, end or change. */
const TURNING: ReadonlySet<number> = new Set([3, 6, 7, 12, 15, 16, 18, 19, 50, 55, 60]);

/** A delivery's window: everything known by `asOf`, of which a refresh sends what became known after `since`. */
export interface Window {
  readonly asOf: Day;
  readonly since?: Day;
}

/** People of whom something may have become known in a window: a spell, birth or death up to 400 days old, a birthday, a renewal. */
export function stirredPeople(city: City, { asOf, since }: { asOf: Day; since: Day }): Int32Array {
  const { people, spells, seed } = city.lives;
  const stirred = new Uint8Array(people.count);
  for (let spell = 0; spell < spells.count; spell++)
    if (spells.from[spell]! > since - 400 && spells.from[spell]! <= asOf) stirred[spells.person[spell]!] = 1;
  const list: number[] = [];
  for (let person = 0; person < people.count; person++) {
    const born = people.born[person]!;
    const died = people.died[person]!;
    if (born > asOf) continue;
    if (
      stirred[person] === 1 ||
      born > since - 400 ||
      (died !== NEVER && died > since - 400 && died <= asOf) ||
      (died > asOf && (turns(born, since, asOf) || renewal(seed, person, since, asOf) !== undefined))
    )
      list.push(person);
  }
  return Int32Array.from(list);
}

const isWithin = (day: Day, after: Day, until: Day): boolean => day > after && day <= until;

/** Whether a birthday that matters falls in a window. */
function turns(born: Day, since: Day, asOf: Day): boolean {
  const first = Math.floor((since - born) / 365.2425);
  const last = Math.floor((asOf - born) / 365.2425);
  return last !== first && TURNING.has(last);
}

/** Day in a window on which a person's records are renewed, if any; the same whether asked by day or by month. */
function renewal(seed: number, person: number, since: Day, asOf: Day): Day | undefined {
  const { year, month, date } = calendarDay(asOf);
  const key = year * 12 + month;
  if (chance(seed, person, RENEWED + key * 1000) >= RENEWALS) return undefined;
  const day = asOf - date + 1 + Math.floor(chance(seed, person, RENEWAL_DAY + key * 1000) * 28);
  return day > since && day <= asOf ? day : undefined;
}

/** One department's sight of the city: what it knows by a day, with its delays and blind spots. */
export class Eyes {
  readonly city: City;
  readonly numbers: IdentityNumbers;
  readonly asOf: Day;
  readonly since: Day | undefined;
  private readonly stirred: Int32Array | undefined;
  private readonly salt: number;
  private readonly rates: Readonly<Record<string, number>>;

  constructor(
    city: City,
    numbers: IdentityNumbers,
    { asOf, since }: Window,
    stirred: Int32Array | undefined,
    salt: number,
    rates: Rates,
  ) {
    this.city = city;
    this.numbers = numbers;
    this.asOf = asOf;
    this.since = since;
    this.stirred = stirred;
    this.salt = salt * 1000;
    this.rates = rates['person'] ?? {};
  }

  /** A number on [0, 1) that belongs to a person (or household) in this dataset. */
  chance(subject: number, question: number): number {
    return chance(this.city.lives.seed, subject, this.salt + question);
  }

  /** Those who may have a row in this delivery. */
  *persons(): Generator<number> {
    if (this.stirred !== undefined) yield* this.stirred;
    else for (let person = 0; person < this.city.lives.people.count; person++) yield person;
  }

  /** Days between an event of a person and its entry here. */
  lag(person: number): number {
    const u = this.chance(person, LAG);
    return this.chance(person, LATE) < (this.rates['late'] ?? 0) ? 30 + Math.floor(u * 330) : Math.floor(u * u * 20);
  }

  /** The day whose state this department knows of a person. */
  seen(person: number): Day {
    return this.asOf - this.lag(person);
  }

  /** Whether something became known of a person in this window; always in a first load. */
  isNews(person: number): boolean {
    if (this.since === undefined) return true;
    const { people, spells, seed } = this.city.lives;
    const lag = this.lag(person);
    const after = this.since - lag;
    const until = this.asOf - lag;
    if (isWithin(people.born[person]!, after, until) || isWithin(people.died[person]!, after, until)) return true;
    for (let spell = people.lastSpell[person]!; spell >= 0; spell = spells.before[spell]!)
      if (isWithin(spells.from[spell]!, after, until)) return true;
    return (
      turns(people.born[person]!, this.since, this.asOf) || renewal(seed, person, this.since, this.asOf) !== undefined
    );
  }

  /** Whether an event's entry falls in this window. */
  isEntered(person: number, event: Day): boolean {
    const entry = event + this.lag(person);
    return entry <= this.asOf && (this.since === undefined || entry > this.since);
  }

  /** Whether a record sent again comes without its errors. */
  isCorrected(subject: number, rate: number): boolean {
    return this.since !== undefined && this.chance(subject, CORRECTED) < rate;
  }

  /** Day of death as known here: NEVER while alive, unseen or not yet entered. */
  diedOn(person: number): Day {
    const died = this.city.lives.people.died[person]!;
    if (died > this.seen(person) || this.chance(person, DEATH) < (this.rates['death-unseen'] ?? 0)) return NEVER;
    return died;
  }

  /** Home as known here: some departures are not seen, some addresses are those before the last move. */
  home(person: number): number {
    const seen = this.seen(person);
    const home = homeAt(this.city, person, seen);
    if (home === OUTSIDE) {
      if (this.chance(person, DEPARTURE) >= (this.rates['departure-unseen'] ?? 0)) return OUTSIDE;
      return this.homeBefore(person, seen) ?? OUTSIDE;
    }
    if (this.chance(person, STALE) >= (this.rates['stale-address'] ?? 0)) return home;
    const before = this.homeBefore(person, seen);
    return before === undefined || before === OUTSIDE ? home : before;
  }

  /** Home before the present one, if there was any. */
  private homeBefore(person: number, day: Day): number | undefined {
    const { people, spells } = this.city.lives;
    const now = spells.at(people, person, HOME, day);
    if (now < 0) return undefined;
    let spell = spells.before[now]!;
    while (spell >= 0 && spells.about[spell] !== HOME) spell = spells.before[spell]!;
    return spell < 0 ? undefined : spells.value[spell]!;
  }

  /** When the row was last written: in the window of a refresh; in a first load some day since the last event. */
  updatedOn(person: number, after: Day): Day {
    const u = this.chance(person, RENEWAL_DAY);
    const from = Math.max(after, this.since === undefined ? this.asOf - 1500 : this.since + 1);
    return Math.min(
      this.asOf,
      from + Math.floor((this.asOf - from + 1) * (this.since === undefined ? Math.sqrt(u) : u)),
    );
  }

  /** A number of ten digits that nobody else has in this dataset; `copy` numbers second records. */
  serial(subject: number, copy = 0): string {
    const prime = 999_999_937;
    const offset = Math.floor(chance(this.city.lives.seed, 0, this.salt + SERIAL) * 1e6);
    return String(1_000_000_000 + ((subject * 7919 + offset + copy * 499_999_993) % prime));
  }
}
