import type { Day } from './calendar.ts';
import { ageAt, dayOf, yearOf } from './calendar.ts';
import { chance } from './chance.ts';
import type { City } from './lives/city-state.ts';
import { districtOfHome, districtOfRegister, homeAt, hukouAt } from './lives/state-at.ts';

// Schooling, work, insurance, disability and need: what a person is on a day, from the seed, age, sex, birth year and where the
// person lives. The shares are proposals in the order of published totals (docs/methods/simulated-city.md).

/** Questions put to `chance`. */
const [
  SCHOOLING,
  JOB,
  JOB_LENGTH,
  PUBLIC,
  EMPLOYER,
  DISABLED,
  DISABLED_KIND,
  NEED,
  RESIDENT_PENSION,
  MEDICAL,
  GRADE,
  NEED_FROM,
  NEED_UNTIL,
  NEED_KIND,
] = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114] as const;

const isUrban = (city: City, person: number, day: Day): boolean => {
  const home = homeAt(city, person, day);
  return home >= 0 && city.places.townships[city.lives.homes.township[home]!]!.urban;
};

/** GB/T 4658 code of the highest level finished: by birth cohort, sex and district. */
export function educationAt(city: City, person: number, day: Day): string {
  const { people, seed } = city.lives;
  const born = people.born[person]!;
  const age = ageAt(born, day);
  if (age < 12) return age < 6 ? '90' : '80';
  const year = yearOf(born);
  const shift =
    0.012 * Math.max(-40, Math.min(20, year - 1985)) + (people.sex[person] === 1 ? 0.05 : 0) * (year < 1975 ? 1 : 0);
  const district = Math.min(people.origin[person]!, city.places.districts.length - 1);
  const central = district === 0 || district === 2 ? 0.1 : 0;
  const rank = chance(seed, person, SCHOOLING) + shift + central;
  const reached =
    rank < -0.22
      ? '90'
      : rank < 0.2
        ? '80'
        : rank < 0.72
          ? '70'
          : rank < 0.88
            ? '60'
            : rank < 0.94
              ? '40'
              : rank < 1.06
                ? '30'
                : rank < 1.3
                  ? '20'
                  : '10';
  if (age < 15) return '80';
  if (age < 18) return reached === '90' || reached === '80' ? reached : '70';
  if (age < 22) return reached < '60' ? '60' : reached;
  return reached;
}

export interface Job {
  readonly from: Day;
  readonly employer: string;
  /** Unified number of the employer. */
  readonly number: string;
  readonly district: number;
  /** GB/T 4754 class in words. */
  readonly industry: string;
  readonly publicSector: boolean;
  /** 1 employed by a unit, 2 self-employed, 3 flexible. */
  readonly kind: '1' | '2' | '3';
}

const INDUSTRIES: readonly (readonly [string, readonly string[]])[] = [
  ['制造业', ['酒业有限公司', '机械制造有限公司', '包装材料有限公司', '化工有限公司', '食品有限公司']],
  ['建筑业', ['建筑工程有限公司', '劳务有限公司', '装饰工程有限公司']],
  ['批发和零售业', ['商贸有限公司', '百货有限公司', '超市有限公司']],
  ['交通运输、仓储和邮政业', ['物流有限公司', '运输有限公司']],
  ['住宿和餐饮业', ['餐饮管理有限公司', '酒店有限公司']],
  ['居民服务、修理和其他服务业', ['家政服务有限公司', '汽车服务有限公司']],
];
const PUBLIC_UNITS: readonly (readonly [string, readonly string[]])[] = [
  ['教育', ['中学', '小学', '中心校']],
  ['卫生和社会工作', ['人民医院', '中医医院', '卫生院']],
  ['公共管理、社会保障和社会组织', ['人民政府', '街道办事处', '市场监督管理局']],
];
const HOUSES = '鑫源 宏达 恒泰 瑞丰 天成 永盛 华泰 嘉和 金江 酒城 江阳 川南 龙涧 聚源 顺达'.split(' ');

/** A person's job on a day; jobs last three to nine years, one after another, from the end of schooling to retirement. */
export function jobAt(city: City, person: number, day: Day): Job | undefined {
  const { people, seed } = city.lives;
  const born = people.born[person]!;
  const age = ageAt(born, day);
  if (age < 18 || age >= (people.sex[person] === 1 ? 60 : 53)) return undefined;
  const home = homeAt(city, person, day);
  const district = districtOfHome(city, home);
  if (district < 0) return undefined;
  const urban = city.places.townships[city.lives.homes.township[home]!]!.urban;
  const length = 1100 + Math.floor(chance(seed, person, JOB_LENGTH) * 2200);
  const start = born + Math.floor(18.5 * 365);
  const turn = Math.floor((day - start) / length);
  const subject = (person * 16 + Math.max(0, turn)) | 0;
  const u = chance(seed, subject, JOB);
  const unit = urban ? 0.46 : 0.17;
  const kind = u < unit ? '1' : u < unit + 0.1 ? '2' : u < unit + 0.24 ? '3' : undefined;
  if (kind === undefined) return undefined;
  const publicSector = kind === '1' && chance(seed, person, PUBLIC) < 0.2;
  const e = Math.floor(chance(seed, subject, EMPLOYER) * 4000);
  const list = publicSector ? PUBLIC_UNITS : INDUSTRIES;
  const [industry, forms] = list[e % list.length]!;
  const name = city.places.districts[district]!.name.zh;
  const employer = publicSector
    ? `泸州市${name}${city.places.townships[city.places.firstTownship[district]! + (e % 9)]!.name.slice(0, 2)}${forms[e % forms.length]}`
    : `泸州${HOUSES[e % HOUSES.length]}${HOUSES[(e >> 4) % HOUSES.length]}${forms[e % forms.length]}`;
  return {
    from: Math.max(start, start + turn * length),
    employer: kind === '1' ? employer : kind === '2' ? '个体工商户' : '',
    number: kind === '1' ? `5105${String(100_000 + e)}` : '',
    district,
    industry,
    publicSector,
    kind,
  };
}

/** Whether a person draws, or will draw, an employee's pension: insured by a unit now, or retired from one. */
export function employeePensionAt(
  city: City,
  person: number,
  day: Day,
): 'paying' | 'suspended' | 'drawing' | undefined {
  const { people, seed } = city.lives;
  const age = ageAt(people.born[person]!, day);
  const retired = age >= (people.sex[person] === 1 ? 60 : chance(seed, person, PUBLIC) < 0.3 ? 55 : 50);
  if (retired) {
    const share = isUrban(city, person, day) ? 0.42 : 0.1;
    return chance(seed, person, JOB) < share && hukouAt(city, person, day) >= 0 ? 'drawing' : undefined;
  }
  const job = jobAt(city, person, day);
  if (job !== undefined && (job.kind === '1' || chance(seed, person, RESIDENT_PENSION) < 0.3)) return 'paying';
  return jobAt(city, person, day - 1500)?.kind === '1' ? 'suspended' : undefined;
}

/** Residents' pension: registered here, 16 and over, no pupil, not in the employees' scheme (93 in 100 of them). */
export function residentPensionAt(city: City, person: number, day: Day): 'paying' | 'drawing' | undefined {
  const { people, seed } = city.lives;
  const age = ageAt(people.born[person]!, day);
  if (age < 16 || (age < 22 && educationAt(city, person, day + 1500) < '60')) return undefined;
  if (hukouAt(city, person, day) < 0 || chance(seed, person, RESIDENT_PENSION) < 0.07 + (age < 30 ? 0.35 : 0))
    return undefined;
  const employee = employeePensionAt(city, person, day);
  if (employee === 'paying' || employee === 'drawing') return undefined;
  return age >= 60 ? 'drawing' : 'paying';
}

/** Medical insurance: 310 employees, 390 residents; most of the registered, wherever they live, and half of the others. */
export function medicalInsuranceAt(city: City, person: number, day: Day): '310' | '390' | undefined {
  const { seed } = city.lives;
  const employee = employeePensionAt(city, person, day);
  if (employee === 'paying' || employee === 'drawing') return '310';
  const home = homeAt(city, person, day);
  const registered = hukouAt(city, person, day) >= 0;
  const share = registered ? (home >= 0 ? 0.975 : 0.78) : home >= 0 ? 0.45 : 0;
  return chance(seed, person, MEDICAL) < share ? '390' : undefined;
}

export interface Disability {
  readonly from: Day;
  /** Codes of the disabled persons' federation: kind 1-7, grade 1-4. */
  readonly kind: string;
  readonly grade: string;
}

/** A certified disability: at birth for few, later in life for more (2.4 in 100 of the registered). */
export function disabilityOf(city: City, person: number): Disability | undefined {
  const { people, seed } = city.lives;
  const u = chance(seed, person, DISABLED);
  if (u >= 0.05) return undefined;
  const age = u < 0.006 ? 1 + u * 1000 : 18 + ((u - 0.006) / 0.044) ** 0.55 * 75;
  const k = chance(seed, person, DISABLED_KIND);
  const kind =
    k < 0.14 ? '1' : k < 0.25 ? '2' : k < 0.27 ? '3' : k < 0.72 ? '4' : k < 0.83 ? '5' : k < 0.96 ? '6' : '7';
  return {
    from: people.born[person]! + Math.round(age * 365.25),
    kind,
    grade: String(1 + Math.floor(chance(seed, person, GRADE) ** 0.7 * 4)),
  };
}

/** Kind of assistance of a hukou household on a day (codes of `assistance-kind`), or none: 4 in 100, more in villages. */
export function assistanceOf(
  city: City,
  register: number,
  day: Day,
): { kind: string; from: Day; until: Day } | undefined {
  const { seed } = city.lives;
  const district = districtOfRegister(city, register);
  if (district < 0) return undefined;
  const { urban } = city.places.townships[city.lives.registers.township[register]!]!;
  const share = (urban ? 0.022 : 0.05) * (district >= 5 ? 1.4 : 1);
  if (chance(seed, register, NEED) >= share) return undefined;
  const from = dayOf(2012, 1, 1) + Math.floor(chance(seed, register, NEED_FROM) * 4900);
  const until = from + 700 + Math.floor(chance(seed, register, NEED_UNTIL) * 4000);
  if (day < from) return undefined;
  const k = chance(seed, register, NEED_KIND);
  const kind = k < 0.58 ? (urban ? '1' : '2') : k < 0.7 ? (urban ? '3' : '4') : k < 0.86 ? '5' : '6';
  return { kind, from, until };
}
