import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { ChartFrame } from './ChartFrame.tsx';
import type { EChartsCoreOption } from './echarts.ts';
import { echarts } from './echarts.ts';
import type { Sheet } from './sheet.ts';

/** An ECharts drawing (SVG) in a ChartFrame. A new option is laid over the old one at once, without animation where `still`. */
export function EChart({
  option,
  height,
  onClick,
  still = false,
  ...frame
}: {
  option: EChartsCoreOption;
  height: number;
  title: string;
  name: string;
  sheet: () => Sheet;
  extra?: ReactNode;
  onClick?: (name: string) => void;
  still?: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts>(null);
  const click = useRef(onClick);
  useEffect(() => {
    click.current = onClick;
  }, [onClick]);
  useEffect(() => {
    const instance = echarts.init(host.current, undefined, { renderer: 'svg' });
    chart.current = instance;
    instance.on('click', (event) => click.current?.(event.name));
    const observer = new ResizeObserver(() => instance.resize());
    observer.observe(host.current!);
    return () => {
      observer.disconnect();
      instance.dispose();
    };
  }, []);
  useEffect(() => {
    const quiet = still || matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption({ animation: !quiet, aria: { enabled: true }, ...option }, { notMerge: true });
  }, [option, still]);
  return (
    <ChartFrame {...frame} svg={() => chart.current?.renderToSVGString() ?? ''}>
      <div ref={host} style={{ height }} />
    </ChartFrame>
  );
}
