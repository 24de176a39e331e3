import { defaultPack, readPack } from '#files';
import type { Pack, Scenario } from '#plan';
import { countiesOf } from '#plan';

/** The Luzhou pack with another number of counties: its own again and again under codes of their own, or fewer of them. */
export function packOfAreas(count: number): Pack {
  const { pack } = readPack(defaultPack);
  if (pack === undefined) throw new Error('the Luzhou pack has errors');
  const originals = countiesOf(pack);
  const copies = Array.from({ length: count }, (_, index) => ({
    code: String(510_501 + index),
    from: originals[index % originals.length]!,
  }));
  const copied = <Row extends { readonly area: string }>(rows: readonly Row[]): Row[] => [
    ...rows.filter(({ area }) => !originals.some(({ code }) => code === area)),
    ...copies.flatMap(({ code, from }) =>
      rows.filter(({ area }) => area === from.code).map((row) => ({ ...row, area: code })),
    ),
  ];
  return {
    ...pack,
    areas: [
      ...pack.areas.filter(({ level }) => level !== 'county' && level !== 'township'),
      ...copies.map(({ code, from }) => ({ ...from, code })),
    ],
    registered: undefined,
    baseline: {
      ...pack.baseline,
      ageSex: copied(pack.baseline.ageSex),
      areaVariables: copied(pack.baseline.areaVariables),
    },
  };
}

/** The medium scenario free of published totals, which are those of the seven counties only. */
export function freeMedium(pack: Pack): Scenario {
  const { totals: _, ...medium } = pack.scenarios.find(({ id }) => id === 'medium')!;
  return medium;
}
