import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { classOf } from '#charts';
import { isMissing } from '#base';
import { useSession } from '../session.tsx';
import { fill } from '../text/catalogue.ts';
import { useLocal, useText } from '../text/language.tsx';
import { EChart } from './EChart.tsx';
import type { MapRow } from './map-option.ts';
import { legendEntries, mapOption, registerMap } from './map-option.ts';
import { mapText } from './map-text.ts';
import { useWide } from './use-wide.ts';

/** Areas shaded by class, with bounds and counts in the legend and a class for no data; pressing an area selects it. */
export function MapChart({
  rows,
  bounds,
  format,
  unit,
  title,
  name,
  notes,
  height,
  selected,
  onSelect,
  extra,
}: {
  rows: readonly MapRow[];
  bounds: readonly number[];
  format: (value: number) => string;
  unit: string;
  title: string;
  name: string;
  notes: readonly string[];
  height: number;
  selected?: string | undefined;
  onSelect: (code: string) => void;
  extra?: ReactNode;
}) {
  const { map } = useSession();
  const text = useText(mapText);
  const local = useLocal();
  const narrow = !useWide();
  const drawn = narrow ? height + 60 : height;
  const note = fill(text.note, {
    attribution: map.attribution === undefined ? text.attribution : local(map.attribution),
  });
  const option = useMemo(() => {
    registerMap(map);
    return mapOption(map, {
      rows,
      bounds,
      format,
      selected,
      narrow,
      height: drawn,
      noData: text.noData,
      legend: fill(text.legend, { unit }),
    });
  }, [map, rows, bounds, format, selected, narrow, drawn, text, unit]);
  const sheet = () => {
    const entries = legendEntries({ rows, bounds, format, noData: text.noData });
    return {
      columns: [text.code, text.area, unit, text.class],
      rows: rows.map((row) => {
        const index = classOf(bounds, row.value);
        const entry = index < 0 ? entries[entries.length - 1]! : entries[index]!;
        return [row.code, row.name, isMissing(row.value) ? null : row.value, entry.label.replace(/\s+\(\d+\)$/, '')];
      }),
      notes: [...notes, note],
    };
  };
  if (map.features.length === 0) return <p className="soft">{text.noMap}</p>;
  return (
    <>
      <EChart
        option={option}
        height={drawn}
        title={title}
        name={name}
        sheet={sheet}
        onClick={onSelect}
        extra={extra}
        still
      />
      <p className="source">{note}</p>
    </>
  );
}
