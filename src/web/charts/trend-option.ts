import type { LineSeries } from '#charts';
import { drawnPoints, lineStyles, readYear, shownValues, valueAxis, yearDomain } from '#charts';
import type { EChartsCoreOption } from './echarts.ts';

/** Words and formats that the drawing needs from the page. */
export interface TrendWords {
  readonly unit: string;
  readonly cut: string;
  format(value: number): string;
  /** Status of a reading in words. */
  status(status: ReturnType<typeof readYear>[number]['status']): string;
}

/** Draws lines over years: labels at their ends where there is room (`wide`), a legend, and a tooltip that reads every line in a year. */
export function trendOption(series: readonly LineSeries[], words: TrendWords, wide: boolean): EChartsCoreOption {
  const styles = lineStyles(series);
  const axis = valueAxis(shownValues(series));
  const [first, last] = yearDomain(series);
  const longest = Math.max(0, ...series.map((line) => widthOf(line.label)));
  return {
    grid: { left: 8, right: wide ? Math.min(longest + 16, 190) : 14, top: 56, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 34,
      itemGap: 14,
      textStyle: { color: '#1f2d3a' },
      data: series.map((line, index) => ({
        name: line.label,
        ...(styles[index]!.symbol === 'none' ? { itemStyle: { opacity: 0 } } : {}),
      })),
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: (hits: unknown) =>
        tooltip(
          series,
          styles.map((style) => style.colour),
          hoveredYear(hits),
          words,
        ),
    },
    xAxis: {
      type: 'value',
      min: first,
      max: last,
      minInterval: 1,
      splitLine: { show: false },
      axisLabel: { formatter: (year: number) => (Number.isInteger(year) ? String(year) : ''), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      name: axis.fromZero ? words.unit : `${words.unit} · ${words.cut}`,
      nameGap: 12,
      nameTextStyle: { align: 'left', color: '#5b6b79', padding: [0, 0, 0, -20] },
      min: axis.from,
      max: axis.to,
      interval: axis.step,
      axisLine: { show: axis.fromZero },
      axisLabel: { formatter: (value: number) => value.toLocaleString('en-GB') },
    },
    series: series.map((line, index) => {
      const { colour, dash, symbol } = styles[index]!;
      return {
        id: line.id,
        name: line.label,
        type: 'line',
        data: drawnPoints(line),
        connectNulls: false,
        ...(line.kind === 'plan' && line.join === 'step' ? { step: 'end' } : {}),
        color: colour,
        lineStyle: { color: colour, width: line.kind === 'plan' && line.join === 'none' ? 0 : 2.2, type: dash },
        symbol,
        symbolSize: symbol === 'diamond' ? 11 : 6,
        showSymbol: symbol !== 'none',
        showAllSymbol: true,
        emphasis: { focus: 'series' },
        z: line.kind === 'observed' ? 4 : 3,
        endLabel: {
          show: wide,
          formatter: line.label,
          color: colour,
          width: 180,
          overflow: 'truncate',
          fontSize: 12,
          textBorderColor: '#fff',
          textBorderWidth: 3,
        },
        labelLayout: { moveOverlap: 'shiftY' },
      };
    }),
  };
}

/** The year under the pointer; points without a value, laid between years to break a line, do not count. */
function hoveredYear(hits: unknown): number | undefined {
  const list = (Array.isArray(hits) ? hits : [hits]) as readonly {
    readonly value?: readonly (number | null)[];
    readonly axisValue?: number;
  }[];
  const year = list[0]?.axisValue ?? list[0]?.value?.[0];
  return typeof year === 'number' ? Math.round(year) : undefined;
}

function tooltip(
  series: readonly LineSeries[],
  colours: readonly string[],
  year: number | undefined,
  words: TrendWords,
): string {
  const readings = year === undefined ? [] : readYear(series, year);
  if (readings.length === 0) return '';
  const rows = readings.map((reading) => {
    const colour = colours[series.indexOf(reading.series)]!;
    const value = `<b>${escape(words.format(reading.value))}</b> ${escape(words.unit)}`;
    return `<div><span style="color:${colour}">■</span> ${escape(reading.series.label)} ${value} <small>${escape(words.status(reading.status))}</small></div>`;
  });
  return `<b>${year}</b>${rows.join('')}`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Rough width of a label in px: 12 for a Chinese character, 6.6 for others. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 6.6), 0);
