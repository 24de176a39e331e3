import type { Area } from '#base';
import type { Pack } from '#plan';
import { chance, cumulative, pick } from './chance.ts';
import { readTable } from './tables.ts';

/** A township of the city. */
export interface Township {
  readonly code: string;
  readonly name: string;
  /** Index of its district. */
  readonly district: number;
  /** Whether it takes the district's urban residents: a subdistrict, or the county seat where there is none. */
  readonly urban: boolean;
}

/** Where somebody from outside comes from. */
export interface Origin {
  readonly code: string;
  /** Province, prefecture and county as written in an address. */
  readonly name: string;
  readonly sameProvince: boolean;
}

/** The places of a city: its districts and townships, and the counties that people come from. */
export interface Places {
  readonly province: string;
  readonly city: string;
  readonly districts: readonly Area[];
  readonly townships: readonly Township[];
  /** First township of each district, and one past the last at the end. */
  readonly firstTownship: readonly number[];
  readonly origins: readonly Origin[];
  /** Cumulative weights of the origins inside and outside the province. */
  readonly originWeights: { readonly sameProvince: Float64Array; readonly other: Float64Array };
  /** GB/T 2260 code under which a person of a district was first registered in a year. */
  firstCode(district: number, year: number, u: number): string;
}

export function readPlaces(pack: Pack): Places {
  const named = (code: string): string => pack.areas.find((area) => area.code === code)?.name.zh ?? '';
  const districts = pack.areas.filter(({ level }) => level === 'county');
  const townships = districts.flatMap((county, district) => {
    const own = pack.areas.filter(({ level, parent }) => level === 'township' && parent === county.code);
    const hasStreets = own.some(({ name }) => name.zh.endsWith('街道'));
    return own.map((area, i): Township => ({
      code: area.code,
      name: area.name.zh,
      district,
      urban: hasStreets ? area.name.zh.endsWith('街道') : i === 0,
    }));
  });
  const province = pack.info.province ?? '';
  const rows = readTable('origins').filter((row) => row['code']!.slice(0, 4) !== pack.info.city.slice(0, 4));
  const origins = rows.map((row): Origin => ({
    code: row['code']!,
    name: `${row['province']}${row['prefecture']}${row['county']}`,
    sameProvince: row['code']!.startsWith(province.slice(0, 2)),
  }));
  const weights = (sameProvince: boolean): Float64Array =>
    cumulative(rows.map((row, i) => (origins[i]!.sameProvince === sameProvince ? Number(row['weight']) : 0)));
  const codes = readTable('own-divisions').map((row) => ({
    district: row['district']!,
    code: row['code']!,
    from: Number(row['from']),
    before: row['before'] === '' ? Infinity : Number(row['before']),
    share: Number(row['share']),
  }));
  return {
    province: named(province),
    city: named(pack.info.city),
    districts,
    townships,
    firstTownship: [...districts.map((_, d) => townships.findIndex((t) => t.district === d)), townships.length],
    origins,
    originWeights: { sameProvince: weights(true), other: weights(false) },
    firstCode(district, year, u) {
      const own = districts[district]!.code;
      let rest = u;
      for (const row of codes) {
        if (row.district !== own || year < row.from || year >= row.before) continue;
        if (rest < row.share) return row.code;
        rest -= row.share;
      }
      return own;
    },
  };
}

/** Cumulative weights of a district's townships when a share of its residents is urban: a log-normal size each (proposal). */
export function townshipWeights(places: Places, seed: number, district: number, urbanShare: number): Float64Array {
  const from = places.firstTownship[district]!;
  const own = places.townships.slice(from, places.firstTownship[district + 1]);
  const size = own.map((_, i) => Math.exp(0.9 * (chance(seed, from + i, 11) + chance(seed, from + i, 12) - 1)));
  const urban = own.reduce((sum, { urban }, i) => sum + (urban ? size[i]! : 0), 0);
  const rural = own.reduce((sum, { urban }, i) => sum + (urban ? 0 : size[i]!), 0);
  return cumulative(
    own.map((township, i) =>
      township.urban
        ? (size[i]! / urban) * (rural > 0 ? urbanShare * 0.85 : 1)
        : (size[i]! / rural) * (1 - urbanShare * 0.85),
    ),
  );
}

/** Index of a township drawn in a district. */
export const drawTownship = (places: Places, district: number, weights: Float64Array, u: number): number =>
  places.firstTownship[district]! + pick(weights, u);
