import { HOUSEHOLD_TYPES } from '#base';
import { getArea } from '#plan';
import { useMemo } from 'react';
import { EChart } from '../../../charts/EChart.tsx';
import { useWide } from '../../../charts/use-wide.ts';
import { useSession } from '../../../session.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { structureOption } from '../../population/structure-option.ts';
import type { Version } from '../register-figure.ts';
import { registerFigure } from '../register-figure.ts';
import { useWords } from '../use-words.ts';
import type { AreaHouseholds } from './area-sums.ts';
import { shareOf } from './area-sums.ts';
import { householdText } from './text.ts';

/** Households of elders in browns, of one in blue, families lighter; the last is dark, as its label is white. */
const COLOURS: Readonly<Record<(typeof FAMILY_TYPES)[number], string>> = {
  'elder-alone': '#dd9447',
  'empty-nest': '#efbd86',
  'skip-generation': '#f7e2c8',
  'one-person': '#8fb8d6',
  nuclear: '#c3dcec',
  stem: '#b7d3a8',
  'lone-parent': '#dfecd8',
  other: '#5f6b75',
};
const FAMILY_TYPES = HOUSEHOLD_TYPES.filter((type) => type !== 'collective');

/** Types of family households by county, as bars of 100 per cent. */
export function TypePanel({ version, areas }: { version: Version; areas: readonly AreaHouseholds[] }) {
  const { pack } = useSession();
  const text = useText(householdText);
  const local = useLocal();
  const language = useLanguage();
  const words = useWords();
  const wide = useWide();
  const rows = useMemo(
    () =>
      areas.map((households) => ({
        name: getArea(pack, households.area).name[language],
        households,
        parts: FAMILY_TYPES.map((type) => ({ share: 100 * (shareOf(households.types[type], households) ?? 0) })),
      })),
    [areas, pack, language],
  );
  const names = FAMILY_TYPES.map((type) => words.kind(type));
  const option = useMemo(
    () => ({
      ...structureOption(
        rows,
        names,
        !wide,
        FAMILY_TYPES.map((type) => COLOURS[type]),
      ),
      grid: { left: wide ? 90 : 74, right: 12, top: wide ? 52 : 84, bottom: 24 },
    }),
    // The names follow from the language, as the rows do.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [rows, wide],
  );
  const { source } = registerFigure(version, { area: pack.info.city, basis: 'resident', value: 0, indicator: '' });
  return (
    <EChart
      option={option}
      height={wide ? 360 : 440}
      title={words.chart(version, text.types)}
      name={`household-types-${pack.info.city}-${version.known}`}
      still
      sheet={() => ({
        columns: [
          text.area,
          ...names.map((type) => fill(text.share, { type })),
          ...[...names, text.collective].map((type) => fill(text.count, { type })),
        ],
        rows: rows.map(({ name, parts, households: { types } }) => [
          name,
          ...parts.map(({ share }) => share),
          ...FAMILY_TYPES.map((type) => types[type]),
          types.collective,
        ]),
        notes: ['note' in source && source.note !== undefined ? local(source.note) : '', text.typesNote],
      })}
    />
  );
}
