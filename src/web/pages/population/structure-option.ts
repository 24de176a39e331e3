import type { EChartsCoreOption } from '../../charts/echarts.ts';

/** Light to dark by age; each part also carries its number. */
const COLOURS = ['#d9e7d2', '#9cc3dd', '#e7b679', '#cc7f2e', '#8a4a10'];

export interface StructureRow {
  readonly name: string;
  /** Per cent of the bar. */
  readonly parts: readonly { readonly share: number }[];
}

/** Bars of 100 per cent, one per area, divided into parts: age bands, unless other colours are given. */
export function structureOption(
  rows: readonly StructureRow[],
  names: readonly string[],
  narrow: boolean,
  colours: readonly string[] = COLOURS,
): EChartsCoreOption {
  return {
    grid: { left: narrow ? 74 : 90, right: 12, top: narrow ? 52 : 30, bottom: 24 },
    legend: { top: 0, itemWidth: 14, itemHeight: 10, textStyle: { fontSize: 12 }, selectedMode: false },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: 'shadow' },
      valueFormatter: (value: number) => `${value.toFixed(2)}%`,
    },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisTick: { show: false },
      axisLabel: { width: narrow ? 70 : 84, overflow: 'break', fontSize: narrow ? 11 : 12 },
    },
    series: names.map((name, index) => ({
      type: 'bar',
      stack: 'parts',
      name,
      barWidth: '66%',
      itemStyle: { color: colours[index], borderColor: '#fff', borderWidth: 0.5 },
      label: {
        show: true,
        fontSize: 11,
        color: index === names.length - 1 ? '#fff' : '#1f2d3a',
        formatter: ({ value }: { value: number }) => (value >= (narrow ? 9 : 3) ? value.toFixed(1) : ''),
      },
      data: rows.map((row) => row.parts[index]!.share),
    })),
  };
}
