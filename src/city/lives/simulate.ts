import { bear } from './births.ts';
import type { GrowingCity } from './city-state.ts';
import { newCity } from './city-state.ts';
import { die } from './deaths.ts';
import { foundCity } from './found.ts';
import { transferHukou } from './hukou-transfers.ts';
import { move } from './moves.ts';
import { moveInsideDistricts } from './same-district-moves.ts';
import { settleHomes } from './settle-homes.ts';
import type { Targets } from './targets.ts';
import { FIRST_YEAR, LAST_YEAR } from './targets.ts';
import { unite } from './unions.ts';
import type { Places } from '../places.ts';

export interface CityOptions {
  readonly seed: number;
  /** Simulated over real persons: 1/20 is 0.05. */
  readonly scale: number;
  /** Told after each census year. */
  readonly progress?: (year: number, city: GrowingCity) => void;
}

/**
 * Lives from 1 November 2010 to 31 October 2026, census year by census year; feeds and truth cut at the day they are made
 * for. The same seed, scale and pack give the same lives.
 */
export function simulateLives(places: Places, targets: Targets, { seed, scale, progress }: CityOptions): GrowingCity {
  const city = newCity(seed, scale, places, targets);
  foundCity(city);
  progress?.(FIRST_YEAR, city);
  for (let year = FIRST_YEAR + 1; year <= LAST_YEAR; year++) {
    die(city, year);
    unite(city, year);
    bear(city, year);
    move(city, year);
    moveInsideDistricts(city, year);
    transferHukou(city, year);
    settleHomes(city, year);
    progress?.(year, city);
  }
  return city;
}
