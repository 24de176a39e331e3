import { OPEN_AGE } from '#base';
import type { Day } from '../calendar.ts';
import { NEVER } from '../calendar.ts';

/** Homes that are none: who lives outside the city, and who has no hukou in it. */
export const OUTSIDE = -1;
export const NOBODY = -1;

export const NEVER_MARRIED = 0;
export const MARRIED = 1;
export const DIVORCED = 2;
export const WIDOWED = 3;

/** What a spell in the log is about. */
export const HOME = 0;
export const HUKOU = 1;
export const UNION = 2;

/** Values of a UNION spell that are no spouse: divorced, and widowed of somebody the city never knew. */
export const PARTED = -1;
export const BEREAVED = -2;

/** A household's room: kinds of homes. */
export const FAMILY_HOME = 0;
export const COLLECTIVE_HOME = 1;

type Grown = Int32Array | Int16Array | Uint8Array | Uint16Array;

/** The same array with room for `length` items, in memory that threads share. */
function grown<T extends Grown>(array: T, length: number): T {
  const larger = new (array.constructor as new (memory: SharedArrayBuffer) => T)(
    new SharedArrayBuffer(length * array.BYTES_PER_ELEMENT),
  );
  larger.set(array);
  return larger;
}

/**
 * Everybody who ever belonged to the city between 2010 and 2025, one column a trait; a person is an index. Strings
 * (names, numbers, addresses) are not kept: they follow from the seed and the index.
 */
export class People {
  count = 0;
  born = new Int32Array(0);
  died = new Int32Array(0);
  /** 0 female, 1 male, as everywhere. */
  sex = new Uint8Array(0);
  mother = new Int32Array(0);
  father = new Int32Array(0);
  /** Spouse now, or NOBODY. */
  spouse = new Int32Array(0);
  marital = new Uint8Array(0);
  /** Home now (index in `homes`) or OUTSIDE. */
  home = new Int32Array(0);
  /** Hukou household now (index in `registers`) or OUTSIDE. */
  hukou = new Int32Array(0);
  /** Where the hukou is when outside: index in the places' origins; what an ID number begins with. */
  origin = new Uint16Array(0);
  surname = new Uint16Array(0);
  ethnicity = new Uint8Array(0);
  /** Children a woman has borne. */
  parity = new Uint8Array(0);
  /** Last day on which something was noted about the person: what happens later in a year comes after. */
  noted = new Int32Array(0);
  lastSpell = new Int32Array(0);

  add(born: Day, sex: number): number {
    if (this.count === this.born.length) this.grow();
    const person = this.count++;
    this.born[person] = born;
    this.sex[person] = sex;
    this.died[person] = NEVER;
    this.mother[person] = this.father[person] = this.spouse[person] = NOBODY;
    this.home[person] = this.hukou[person] = OUTSIDE;
    this.noted[person] = born;
    this.lastSpell[person] = -1;
    return person;
  }

  private grow(): void {
    const length = Math.max(1024, Math.ceil(this.born.length * 1.5));
    for (const key of COLUMNS) (this as unknown as Record<string, Grown>)[key] = grown(this[key], length);
  }

  /** Age in census years at the 1 November that ends a census year: what census tables count. */
  ageAt(person: number, census: Day): number {
    return Math.min(OPEN_AGE, Math.floor((census - 1 - this.born[person]!) / 365.2425));
  }
}

const COLUMNS = [
  'born',
  'died',
  'sex',
  'mother',
  'father',
  'spouse',
  'marital',
  'home',
  'hukou',
  'origin',
  'surname',
  'ethnicity',
  'parity',
  'noted',
  'lastSpell',
] as const;

/** Households of one kind, by index: where they are. */
export class Households {
  count = 0;
  township = new Int16Array(0);
  kind = new Uint8Array(0);

  add(township: number, kind: number): number {
    if (this.count === this.township.length) {
      const length = Math.max(1024, Math.ceil(this.township.length * 1.5));
      this.township = grown(this.township, length);
      this.kind = grown(this.kind, length);
    }
    const household = this.count++;
    this.township[household] = township;
    this.kind[household] = kind;
    return household;
  }
}

/** What became true of whom on which day: each person's entries form a chain from the last back to the first. */
export class Spells {
  count = 0;
  person = new Int32Array(0);
  from = new Int32Array(0);
  about = new Uint8Array(0);
  value = new Int32Array(0);
  before = new Int32Array(0);

  /** Notes a spell; not before the last of its kind. */
  add(people: People, person: number, day: Day, about: number, value: number): void {
    if (this.count === this.from.length) {
      const length = Math.max(4096, Math.ceil(this.from.length * 1.5));
      this.person = grown(this.person, length);
      this.from = grown(this.from, length);
      this.about = grown(this.about, length);
      this.value = grown(this.value, length);
      this.before = grown(this.before, length);
    }
    let last = people.lastSpell[person]!;
    while (last >= 0 && this.about[last] !== about) last = this.before[last]!;
    const from = last < 0 ? day : Math.max(day, this.from[last]!);
    const spell = this.count++;
    this.person[spell] = person;
    this.from[spell] = from;
    this.about[spell] = about;
    this.value[spell] = value;
    this.before[spell] = people.lastSpell[person]!;
    people.lastSpell[person] = spell;
    people.noted[person] = Math.max(people.noted[person]!, from);
  }

  /** Spell that held of a person on a day, or −1. */
  at(people: People, person: number, about: number, day: Day): number {
    let spell = people.lastSpell[person]!;
    while (spell >= 0 && (this.about[spell] !== about || this.from[spell]! > day)) spell = this.before[spell]!;
    return spell;
  }
}

/** The lives of one city: written by the steps of a year, read by feeds and truth. */
export interface Lives {
  readonly seed: number;
  readonly people: People;
  /** Households as people live. */
  readonly homes: Households;
  /** Hukou households as the police keep them; their township is that of registration. */
  readonly registers: Households;
  readonly spells: Spells;
}

export const emptyLives = (seed: number): Lives => ({
  seed,
  people: new People(),
  homes: new Households(),
  registers: new Households(),
  spells: new Spells(),
});

/** Lives that another thread sent, which leaves the methods behind: the same memory, for reading. */
export const receivedLives = ({ seed, people, homes, registers, spells }: Lives): Lives => ({
  seed,
  people: Object.assign(new People(), people),
  homes: Object.assign(new Households(), homes),
  registers: Object.assign(new Households(), registers),
  spells: Object.assign(new Spells(), spells),
});

/** A day of the year from `start` (365 days) that comes after everything noted about the person. */
export function dayInYear(lives: Lives, person: number, start: Day, u: number): Day {
  const drawn = start + Math.floor(u * 365);
  return Math.min(start + 364, Math.max(drawn, lives.people.noted[person]! + 1));
}

export function moveHome(lives: Lives, person: number, day: Day, home: number): void {
  if (lives.people.home[person] === home) return;
  lives.people.home[person] = home;
  lives.spells.add(lives.people, person, day, HOME, home);
}

export function moveHukou(lives: Lives, person: number, day: Day, register: number): void {
  lives.people.hukou[person] = register;
  lives.spells.add(lives.people, person, day, HUKOU, register);
}
