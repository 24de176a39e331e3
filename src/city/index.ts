export type { DeliveredFile } from './deliver.ts';
export type { MakeOptions, Manifest } from './make-city.ts';
export { FIRST_LOAD, OtherCityError, makeCity } from './make-city.ts';
export { cityNeeds } from './needs.ts';
