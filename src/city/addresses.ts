import { chance } from './chance.ts';
import type { City } from './lives/city-state.ts';

const ROADS =
  '人民路 建设路 解放路 滨江路 江阳路 酒城大道 龙马大道 迎宾路 学府路 星光路 长江路 沱江路 忠山路 大驿坝街 新华街 中山街 文化路 和平路 春晖路 佳乐路 蓝田路 康城路 花园路 会津路 云台路'.split(
    ' ',
  );
const TOWN_ROADS = ROADS.slice(0, 6);
const SIDES = ['', '', '东段', '西段', '中段', '南段', '北段'];
const ESTATES =
  '阳光花园 江岸名都 锦绣山水 金科世纪城 巨洋国际 佳乐世纪城 东方家园 翠堤春晓 康桥郡 天立水晶城 滨江壹号 书香门第 幸福里 香林美地 安置小区'.split(
    ' ',
  );
const VILLAGE_FIRST = '新 大 石 龙 云 青 双 高 金 永 长 白 红 凤 马 观 玉 柏 桂 清 太 东 兴 民 团'.split(' ');
const VILLAGE_LAST = '桥 坝 山 溪 岩 田 林 塘 坪 湾 沟 岭 寨 堰 庙 滩 井 房 坡 峰'.split(' ');
const PREFIX = { homes: 60, registers: 90 } as const;

/** Where a household lives or is registered, in parts; text differs from system to system. */
export interface Address {
  readonly township: number;
  /** Road and number, or village. */
  readonly road: string;
  /** Estate, building, unit and room; or group and number. */
  readonly rest: string;
}

/** Address of a home or a hukou household: it follows from the household's index, so all its members have the same. */
export function addressOf(city: City, kind: 'homes' | 'registers', household: number): Address {
  const { seed } = city.lives;
  const q = PREFIX[kind];
  const township = city.lives[kind].township[household]!;
  const { urban } = city.places.townships[township]!;
  if (chance(seed, household, q) < (urban ? 0.88 : 0.22)) {
    const side = urban ? draw(SIDES, chance(seed, household, q + 2)) : '';
    const number = whole(chance(seed, household, q + 3), urban ? 300 : 120);
    const road = `${draw(urban ? ROADS : TOWN_ROADS, chance(seed, household, q + 1))}${side}${number}号`;
    if (chance(seed, household, q + 4) < 0.25) return { township, road, rest: '' };
    const estate = chance(seed, household, q + 5) < 0.7 ? draw(ESTATES, chance(seed, household, q + 6)) : '';
    const building = whole(chance(seed, household, q + 8), 20);
    const unit = whole(chance(seed, household, q + 9), 4);
    const room = whole(chance(seed, household, q + 7), 18) * 100 + whole(chance(seed, household, q + 10), 4);
    return { township, road, rest: `${estate}${building}栋${unit}单元${room}号` };
  }
  const village = whole(chance(seed, household, q + 1), 14);
  const group = whole(chance(seed, household, q + 3), 12);
  return {
    township,
    road: `${villageName(seed, township * 16 + village)}村`,
    rest: `${group}组${whole(chance(seed, household, q + 4), 160)}号`,
  };
}

const whole = (u: number, count: number): number => 1 + Math.floor(u * count);
const draw = (list: readonly string[], u: number): string => list[Math.floor(u * list.length)]!;
const villageName = (seed: number, village: number): string =>
  draw(VILLAGE_FIRST, chance(seed, village, 81)) + draw(VILLAGE_LAST, chance(seed, village, 82));

/** The address in full: province, city, district, township, road or village, and the rest. */
export function addressText(city: City, { township, road, rest }: Address): string {
  const { places } = city;
  const place = places.townships[township]!;
  return `${places.province}${places.city}${places.districts[place.district]!.name.zh}${place.name}${road}${rest}`;
}

/** Somewhere in a county outside the city. */
export function outsideAddress(city: City, origin: number, person: number): string {
  const { seed } = city.lives;
  const county = city.places.origins[origin - city.places.districts.length]!.name;
  const group = whole(chance(seed, person, 87), 12);
  const number = whole(chance(seed, person, 88), 99);
  return `${county}${villageName(seed, person * 2)}镇${villageName(seed, person * 2 + 1)}村${group}组${number}号`;
}
