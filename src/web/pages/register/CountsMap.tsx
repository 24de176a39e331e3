import { classBounds } from '#charts';
import { countiesOf } from '#plan';
import { useMemo } from 'react';
import { MapChart } from '../../charts/MapChart.tsx';
import { percent } from '../../figure/format.ts';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { CountRow } from './count-rows.ts';
import type { Version } from './register-figure.ts';
import { useWords } from './use-words.ts';
import { registerText } from './text.ts';

/** Counties shaded by residents per registered person: where people come to and where they leave. */
export function CountsMap({
  version,
  rows,
  onCounty,
}: {
  version: Version;
  rows: readonly CountRow[];
  onCounty: (code: string) => void;
}) {
  const { pack } = useSession();
  const text = useText(registerText);
  const statuses = useText(figureText);
  const language = useLanguage();
  const words = useWords();
  const status = statuses[version.simulated ? 'simulated' : 'estimated'];
  const view = useMemo(() => {
    const mapped = countiesOf(pack).map(({ code, name }) => {
      const { resident, registered = 0 } = rows.find(({ area }) => area === code) ?? {};
      const known = resident !== undefined && registered > 0;
      const value = known ? (resident / registered) * 100 : ({ missing: 'not-reported' } as const);
      return {
        code,
        name: name[language],
        value,
        shown: typeof value === 'number' ? percent(value / 100, 1, language) : statuses['not-reported'],
        detail: `${version.known} · ${status}`,
      };
    });
    const values = mapped.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    return { rows: mapped, bounds: classBounds(values, { method: 'natural', count: 4, step: 0.1 }) };
  }, [pack, rows, version, language, status, statuses]);
  return (
    <section className="panel">
      <MapChart
        {...view}
        format={(value) => (value / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 })}
        unit="%"
        title={words.chart(version, text.map)}
        name={`residents-per-registered-${pack.info.city}-${version.known}`}
        notes={[text.map, fill(text.countsNote, { known: version.known }), status]}
        height={360}
        onSelect={onCounty}
      />
    </section>
  );
}
