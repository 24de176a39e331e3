import { SEXES } from '#base';
import type { Problem } from '#base';
import { project } from '#demography';
import type { ValidationCase } from './case.ts';
import { compare, sum } from './case.ts';
import { givenNet } from './net-migration.ts';
import { readTable } from './reference.ts';

export const prestonFile = /^SWE_\d{4}_Preston_box6_2\.csv(?:\.gz)?$/;

const columnsOfSex = { female: 'f', male: 'm' } as const;

/**
 * Preston, Heuveline & Guillot 2001, Box 6.2: Sweden 1993-1998, one step of five years with migrants spread evenly, from the printed person-years. Printed figures
 * are whole persons, and rates have four decimals.
 */
export function prestonSweden(file: string, problems: Problem[]): ValidationCase[] {
  const found = problems.length;
  const numbers = [
    'fert_rate_age_f',
    'birth_count_age_b',
    'srb',
    ...SEXES.flatMap((sex) =>
      ['pop_count_age_?_begin', 'pop_count_age_?_end', 'pers_years_age_?', 'mig_net_count_age_?'].map((name) =>
        name.replace('?', columnsOfSex[sex]),
      ),
    ),
  ];
  const rows = readTable(file, { numbers }, problems);
  if (problems.length > found) return [];
  const stacked = (name: (sex: string) => string): Float64Array =>
    Float64Array.from(SEXES.flatMap((sex) => rows.map((row) => row[name(columnsOfSex[sex])]!)));
  const Lx = stacked((sex) => `pers_years_age_${sex}`);
  const theirs = stacked((sex) => `pop_count_age_${sex}_end`);
  const groups = rows.length;
  const [open, radix] = [groups - 1, 100_000];
  const survival = Lx.map((years, i) => {
    const group = i % groups;
    if (group === 0) return years / (5 * radix);
    return group === open ? years / (Lx[i - 1]! + years) : years / Lx[i - 1]!;
  });
  const path = project(
    {
      areas: ['SWE'],
      date: '1993-01-01',
      basis: 'resident',
      status: 'observed',
      source: { none: 'Preston' },
      counts: stacked((sex) => `pop_count_age_${sex}_begin`),
    },
    [
      {
        rates: {
          survival,
          fertility: Float64Array.from(rows, (row) => row['fert_rate_age_f']!),
          sexRatioAtBirth: rows[0]!['srb']!,
          width: 5,
        },
        migrate: givenNet(stacked((sex) => `mig_net_count_age_${sex}`)),
      },
    ],
    { migration: 'even', births: 'survivors' },
  );
  const ours = path.populations[1]!;
  const worst = Math.max(...ours.map((persons, i) => Math.abs(persons - theirs[i]!)));
  const births = sum(rows.map((row) => row['birth_count_age_b']!));
  return [
    compare('Preston Box 6.2, Sweden 1998: total, persons', sum(ours), sum(theirs), groups),
    compare('Preston Box 6.2, Sweden 1998: worst cell, persons', worst, 0, 1),
    compare('Preston Box 6.2, Sweden 1993-1998: births', sum(path.flows[0]!.births), births, 5),
  ];
}
