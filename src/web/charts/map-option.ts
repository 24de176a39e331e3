import type { Missing } from '#base';
import { isMissing } from '#base';
import { NO_DATA_COLOUR, classColours, classCounts, classOf } from '#charts';
import type { GeoJson } from '../session.tsx';
import type { EChartsCoreOption } from './echarts.ts';
import { echarts } from './echarts.ts';

/** One area of a map: its value and the words that the tooltip says of it. */
export interface MapRow {
  readonly code: string;
  readonly name: string;
  readonly value: number | Missing;
  /** Value as people read it, with unit where there is one. */
  readonly shown: string;
  readonly detail: string;
}

export interface MapView {
  readonly rows: readonly MapRow[];
  readonly bounds: readonly number[];
  readonly format: (value: number) => string;
  readonly noData: string;
  readonly legend: string;
  readonly selected?: string | undefined;
  readonly narrow: boolean;
  /** Of the drawing, pixels. */
  readonly height: number;
}

const MAP = 'plan-areas';
const registered = new WeakSet<GeoJson>();

/** Makes boundaries known to ECharts, once. */
export function registerMap(map: GeoJson): void {
  if (registered.has(map)) return;
  echarts.registerMap(MAP, map as never);
  registered.add(map);
}

/** Words of each class with the number of areas in it, then of the areas without data. */
export function legendEntries({
  rows,
  bounds,
  format,
  noData,
}: Pick<MapView, 'rows' | 'bounds' | 'format' | 'noData'>) {
  const { counts, none } = classCounts(
    bounds,
    rows.map((row) => row.value),
  );
  const colours = classColours(bounds);
  return [
    ...counts.map((count, index) => {
      const last = index === counts.length - 1;
      const label = `${format(bounds[index]!)} – ${last ? '≤' : '<'} ${format(bounds[index + 1]!)}`;
      return { value: index, label: `${label}  (${count})`, color: colours[index]! };
    }),
    { value: -1, label: `${noData}  (${none})`, color: NO_DATA_COLOUR },
  ];
}

/** A choropleth of areas by class, its legend drawn with it so that exports hold it. */
export function mapOption(map: GeoJson, view: MapView): EChartsCoreOption {
  const { rows, bounds, selected, narrow, height, legend } = view;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const entries = legendEntries(view);
  const legendHeight = entries.length * 20 + 26;
  return {
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      formatter: ({ name }: { name: string }) => {
        const row = byCode.get(name);
        return row === undefined ? name : `${row.name}\n${row.shown}\n${row.detail}`;
      },
    },
    visualMap: {
      type: 'piecewise',
      dimension: 0,
      pieces: entries,
      selectedMode: false,
      itemSymbol: 'rect',
      itemWidth: 18,
      itemHeight: 13,
      itemGap: 7,
      left: 0,
      bottom: 0,

      showLabel: true,
      text: [legend, ''],
      textGap: 8,
      textStyle: { fontSize: 12, color: '#1f2d3a' },
      hoverLink: false,
    },
    series: [
      {
        type: 'map',
        map: MAP,
        nameProperty: 'code',
        selectedMode: false,
        aspectScale: Math.cos((meanLatitude(map) * Math.PI) / 180),
        layoutCenter: narrow ? ['50%', (height - legendHeight) / 2] : ['62%', '50%'],
        layoutSize: narrow ? Math.min(height - legendHeight - 12, 340) : height - 12,
        label: {
          show: true,
          fontSize: narrow ? 11 : 12,
          color: '#1f2d3a',
          textBorderColor: '#fff',
          textBorderWidth: 2.5,
          formatter: ({ name }: { name: string }) => {
            const row = byCode.get(name);
            if (row === undefined || narrow) return row?.name ?? '';
            return `${row.name} ${isMissing(row.value) ? '—' : view.format(row.value)}`;
          },
        },
        emphasis: { label: { show: true, color: '#1f2d3a' }, itemStyle: { areaColor: '#ffe9a8' } },
        data: rows.map((row) => {
          const index = classOf(bounds, row.value);

          return {
            name: row.code,
            value: index,

            itemStyle: {
              borderColor: row.code === selected ? '#111' : '#fff',
              borderWidth: row.code === selected ? 2.5 : 1,
              ...(index < 0 ? { borderColor: '#7a8791', borderType: 'dashed' } : {}),
            },
          };
        }),
      },
    ],
  };
}

/** Mean latitude of the boundary points, so that shapes keep their proportions. */
function meanLatitude(map: GeoJson): number {
  let sum = 0;
  let count = 0;
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    if (typeof node[0] === 'number' && typeof node[1] === 'number') {
      sum += node[1];
      count++;
    } else node.forEach(visit);
  };
  for (const feature of map.features)
    visit((feature as { geometry?: { coordinates?: unknown } }).geometry?.coordinates);
  return count === 0 ? 0 : sum / count;
}
