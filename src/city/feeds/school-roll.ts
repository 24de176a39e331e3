import { calendarDay, dayOf, NEVER } from '../calendar.ts';
import { NOBODY, OUTSIDE } from '../lives/people.ts';
import { districtOfHome, districtOfRegister, homeAt, hukouAt } from '../lives/state-at.ts';
import type { Feed } from './feed.ts';
import * as of from './parts.ts';

const [ENROLLED, TRACK, CLASS, BOARDS, SCHOOL] = [1, 2, 3, 4, 5] as const;

/** First age, grades and share enrolled by stage (shares: proposal). */
const STAGES = [
  { code: '1', from: 3, grades: 3, share: 0.88, school: '幼儿园' },
  { code: '2', from: 6, grades: 6, share: 0.998, school: '小学' },
  { code: '3', from: 12, grades: 3, share: 0.985, school: '中学' },
  { code: '4', from: 15, grades: 3, share: 0.6, school: '高级中学' },
] as const;

/** Pupils of the city's kindergartens and schools in the school year; who has left in it is marked. */
export const schoolRoll: Feed = {
  dataset: 'school-roll',
  rows(eyes, emit) {
    const { city, asOf } = eyes;
    const { people } = city.lives;
    const { year, month } = calendarDay(asOf);
    const schoolYear = month >= 9 ? year : year - 1;
    const opened = dayOf(schoolYear, 9, 1);
    for (const person of eyes.persons()) {
      const born = people.born[person]!;
      if (born > asOf - 3 * 365 || born < asOf - 19 * 366) continue;
      const years = of.age(eyes, person, opened - 1);
      const stage = STAGES.findLast(({ from }) => years >= from);
      if (stage === undefined || years >= stage.from + stage.grades || !eyes.isNews(person)) continue;
      const vocational = stage.code === '4' && eyes.chance(person, TRACK) >= 0.6;
      if (!vocational && eyes.chance(person, ENROLLED) >= (stage.code === '4' ? 0.97 : stage.share)) continue;
      if (vocational && eyes.chance(person, TRACK) >= 0.94) continue;
      const seen = eyes.seen(person);
      const now = homeAt(city, person, seen);
      const then = homeAt(city, person, opened);
      const home = now === OUTSIDE ? then : now;
      if (home === OUTSIDE) continue;
      const died = eyes.diedOn(person);
      const left = died !== NEVER ? died : now === OUTSIDE ? seen : undefined;
      if (left !== undefined && left < opened) continue;
      const mother = people.mother[person]!;
      const father = people.father[person]!;
      const away = [mother, father].filter(
        (parent) => parent !== NOBODY && homeAt(city, parent, seen) === OUTSIDE && people.died[parent]! > seen,
      );
      const guardian = of.firstOf(
        ...[father, mother].filter((parent) => parent !== NOBODY && !away.includes(parent)),
        mother,
      );
      const district = districtOfHome(city, home);
      const place = city.places.townships[city.lives.homes.township[home]!]!;
      const outsider = districtOfRegister(city, hukouAt(city, person, seen)) !== district;
      const grade = years - stage.from + 1;
      const number = 1 + Math.floor(eyes.chance(home, SCHOOL) * (place.urban ? 6 : 2));
      const where =
        stage.code === '4' ? city.places.districts[district]!.name.zh : place.name.replace(/街道$|镇$|乡$/, '');
      emit({
        subject: person,
        persons: of.roles({ self: person, guardian }),
        values: {
          roll_number: `G51${eyes.serial(person)}${eyes.serial(person).slice(4)}`,
          name: of.name(eyes, person),
          sex: of.sexCode(eyes, person),
          birth_date: born,
          identity_type: '01',
          identity_number: of.identity(eyes, person, asOf),
          nationality: of.nationalityCode(eyes, person),
          hukou_division: of.hukouDivision(eyes, person, seen),
          address: of.homeAddress(eyes, home),
          school: `泸州市${where}${vocational ? '职业技术学校' : `第${'一二三四五六'[number - 1]}${stage.school}`}`,
          school_division: city.places.districts[district]!.code,
          stage: vocational ? '5' : stage.code,
          grade,
          class: `${grade}.${1 + Math.floor(eyes.chance(person, CLASS) * 8)}`,
          boarding: stage.code >= '3' && eyes.chance(person, BOARDS) < (place.urban ? 0.25 : 0.7) ? '1' : '0',
          left_behind: !place.urban && away.length > 0 ? '1' : '0',
          moved_with_parents: outsider && away.length === 0 ? '1' : '0',
          guardian_name: of.name(eyes, guardian),
          guardian_relation: guardian === NOBODY ? undefined : people.sex[guardian] === 1 ? '父亲' : '母亲',
          guardian_identity_number: of.identity(eyes, guardian, asOf),
          guardian_phone: of.phone(eyes, guardian),
          enrolled_on: dayOf(schoolYear - grade + 1, 9, 1),
          roll_status: died !== NEVER ? '06' : left === undefined ? '01' : '03',
          left_on: left,
          updated_on: eyes.updatedOn(person, left ?? opened),
        },
      });
    }
  },
};
