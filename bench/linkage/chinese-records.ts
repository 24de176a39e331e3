import type { Random } from '#base';
import { random } from '#base';
import { nameCodes } from '#linkage';

/** Simulated records of Chinese persons without identity numbers, with the person of each. Not a city: only names, days, homes and their errors. */
export interface SimulatedRecords {
  readonly cells: Readonly<
    Record<'id' | 'person' | 'name' | 'sex' | 'birth' | 'phone' | 'address', readonly (string | null)[]>
  >;
  readonly rows: number;
}

/** Share of records with each error: proposals, of the size reported for registers. */
const RATES = {
  homophone: 0.04,
  otherCharacter: 0.015,
  placeholder: 0.01,
  traditional: 0.02,
  dayMissing: 0.03,
  dayMistyped: 0.02,
  phoneMissing: 0.35,
  phoneChanged: 0.15,
  addressMissing: 0.2,
  moved: 0.15,
} as const;

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const GIVEN =
  '伟秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芳华玉萍红春建国文志海燕梅飞凤玲波辉鹏浩宇婷雪慧欣怡佳子轩涵梓博俊雨泽晨思琪诗嘉雅丹莉琴云贵荣成东峰林斌鑫龙洪亮福生永德正光庆祥安忠义';
const TRADITIONAL: Readonly<Record<string, string>> = {
  张: '張',
  刘: '劉',
  陈: '陳',
  杨: '楊',
  黄: '黃',
  赵: '趙',
  吴: '吳',
  伟: '偉',
  强: '強',
  军: '軍',
  兰: '蘭',
  华: '華',
  国: '國',
};
const ROADS = '江阳龙马潭纳溪滨江酒城大山坪忠山百子图蓝田茜草瑞祥春晖康城';

/** Common characters by their toneless sound: level one of GB 2312, which is ordered by it. */
const bySound = new Map<string, string[]>();
const level1 = new TextDecoder('gb18030');
for (let high = 0xb0; high <= 0xd7; high++)
  for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low++) {
    const character = level1.decode(Uint8Array.of(high, low));
    const sound = nameCodes(character).name_sound ?? '';
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
const common = [...bySound.values()].flat();

const pick = (stream: Random, from: string | readonly string[]): string => from[stream.below(from.length)]!;
/** Early places are likelier, as common names are: squares a uniform number. */
const pickEarly = (stream: Random, from: string): string => from[Math.floor(stream.uniform() ** 2 * from.length)]!;

interface Person {
  readonly id: number;
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly phone: string;
  readonly address: string;
}

/** `households` of two to five people, one to four records each. */
export function chineseRecords(households: number, seed: number): SimulatedRecords {
  const stream = random(seed);
  const rows: (readonly (string | null)[])[] = [];
  let people = 0;
  for (let household = 0; household < households; household++) {
    const address = newAddress(stream);
    const surname = pickEarly(stream, SURNAMES);
    const size = 2 + stream.below(4);
    for (let member = 0; member < size; member++) {
      const person = newPerson(
        stream,
        people++,
        member === 1 ? pickEarly(stream, SURNAMES) : surname,
        member < 2 ? 1970 : 1998,
        address,
      );
      const records = 1 + stream.below(4);
      for (let record = 0; record < records; record++) rows.push(mention(stream, person, `${person.id}-${record}`));
    }
  }
  const names = ['id', 'person', 'name', 'sex', 'birth', 'phone', 'address'] as const;
  const cells = Object.fromEntries(names.map((name, column) => [name, rows.map((row) => row[column]!)]));
  return { cells: cells as unknown as SimulatedRecords['cells'], rows: rows.length };
}

function newPerson(stream: Random, id: number, surname: string, year: number, address: string): Person {
  const given = Array.from({ length: stream.uniform() < 0.2 ? 1 : 2 }, () => pickEarly(stream, GIVEN)).join('');
  const day = new Date(Date.UTC(year + stream.below(20), stream.below(12), 1 + stream.below(28)));
  return {
    id,
    name: surname + given,
    sex: stream.below(2) === 0 ? 'female' : 'male',
    birth: day.toISOString().slice(0, 10),
    phone: newPhone(stream),
    address,
  };
}

const newPhone = (stream: Random): string => `1${3 + stream.below(7)}${String(stream.below(1e9)).padStart(9, '0')}`;

const newAddress = (stream: Random): string =>
  `四川省泸州市江阳区${pick(stream, ROADS)}${pick(stream, ROADS)}路${1 + stream.below(200)}号${1 + stream.below(12)}栋${1 + stream.below(30)}0${1 + stream.below(4)}室`;

function mention(stream: Random, person: Person, id: string): readonly (string | null)[] {
  const happens = (rate: number): boolean => stream.uniform() < rate;
  const phone = happens(RATES.phoneMissing) ? null : happens(RATES.phoneChanged) ? newPhone(stream) : person.phone;
  const address = happens(RATES.addressMissing) ? null : happens(RATES.moved) ? newAddress(stream) : person.address;
  const birth = happens(RATES.dayMissing)
    ? null
    : happens(RATES.dayMistyped)
      ? mistype(stream, person.birth)
      : person.birth;
  return [id, String(person.id), writtenName(stream, person.name), person.sex, birth, phone, address];
}

function writtenName(stream: Random, name: string): string {
  const at = stream.below(name.length);
  const replace = (by: string): string => [...name].map((character, index) => (index === at ? by : character)).join('');
  let draw = stream.uniform();
  const happens = (rate: number): boolean => (draw -= rate) < 0;
  if (happens(RATES.homophone))
    return replace(pick(stream, bySound.get(nameCodes(name[at]).name_sound ?? '') ?? name[at]!));
  if (happens(RATES.otherCharacter)) return replace(pick(stream, common));
  if (happens(RATES.placeholder)) return replace('?');
  if (happens(RATES.traditional)) return replace(TRADITIONAL[name[at]!] ?? name[at]!);
  return name;
}

/** One digit of the day or month's day typed wrongly, or a year next to it. */
function mistype(stream: Random, birth: string): string {
  if (stream.below(3) === 0) return `${Number(birth.slice(0, 4)) + (stream.below(2) * 2 - 1)}${birth.slice(4)}`;
  const at = stream.below(2) === 0 ? 9 : 6;
  return birth.slice(0, at) + String(stream.below(9) + 1) + birth.slice(at + 1);
}
