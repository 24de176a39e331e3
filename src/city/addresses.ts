import { chance } from './chance.ts';
import type { City } from './lives/city-state.ts';

const ROADS =
  '人民路 建设路 解放路 滨江路 江阳路 酒城大道 龙马大道 迎宾路 学府路 星光路 长江路 沱江路 忠山路 大驿坝街 新华街 中山街 文化路 和平路 春晖路 佳乐路 蓝田路 康城路 花园路 会津路 云台路'.split(
    ' ',
  );
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
  const salt = PREFIX[kind];
  const township = city.lives[kind].township[household]!;
  const u = (question: number): number => chance(seed, household, salt + question);
  const number = (question: number, count: number): number => 1 + Math.floor(u(question) * count);
  const place = city.places.townships[township]!;
  if (u(0) < (place.urban ? 0.88 : 0.22)) {
    const roads = place.urban ? ROADS : ROADS.slice(0, 6);
    const road = `${roads[Math.floor(u(1) * roads.length)]}${place.urban ? SIDES[Math.floor(u(2) * SIDES.length)] : ''}`;
    const street = `${road}${number(3, place.urban ? 300 : 120)}号`;
    if (u(4) < 0.25) return { township, road: street, rest: '' };
    const estate = u(5) < 0.7 ? ESTATES[Math.floor(u(6) * ESTATES.length)] : '';
    const floor = number(7, 18);
    return {
      township,
      road: street,
      rest: `${estate}${number(8, 20)}栋${number(9, 4)}单元${floor}${String(number(10, 4)).padStart(2, '0')}号`,
    };
  }
  const village = Math.floor(u(1) * 14);
  const first = VILLAGE_FIRST[Math.floor(chance(seed, township * 16 + village, 81) * VILLAGE_FIRST.length)];
  const last = VILLAGE_LAST[Math.floor(chance(seed, township * 16 + village, 82) * VILLAGE_LAST.length)];
  return { township, road: `${first}${last}村`, rest: `${number(3, 12)}组${number(4, 160)}号` };
}

/** The address in full: province, city, district, township, road or village, and the rest. */
export function addressText(city: City, { township, road, rest }: Address): string {
  const { places } = city;
  const place = places.townships[township]!;
  return `${places.province}${places.city}${places.districts[place.district]!.name.zh}${place.name}${road}${rest}`;
}

/** Somewhere in a county outside the city. */
export function outsideAddress(city: City, origin: number, person: number): string {
  const { seed } = city.lives;
  const u = (question: number): number => chance(seed, person, question);
  const village = `${VILLAGE_FIRST[Math.floor(u(83) * VILLAGE_FIRST.length)]}${VILLAGE_LAST[Math.floor(u(84) * VILLAGE_LAST.length)]}`;
  return `${city.places.origins[origin - city.places.districts.length]!.name}${village}镇${VILLAGE_FIRST[Math.floor(u(85) * VILLAGE_FIRST.length)]}${VILLAGE_LAST[Math.floor(u(86) * VILLAGE_LAST.length)]}村${1 + Math.floor(u(87) * 12)}组${1 + Math.floor(u(88) * 99)}号`;
}
