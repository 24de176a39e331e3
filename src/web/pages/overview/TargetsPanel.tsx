import type { TargetStatus } from '#monitoring';
import { targetStatuses } from '#monitoring';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { getArea, referenceScenario } from '#plan';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { Light } from '../../figure/Light.tsx';
import { unitName } from '../../figure/format.ts';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { PlanValue } from '../../figure/PlanValue.tsx';
import { LIGHT_ORDER, baselineOf, gapFigure, isBoxed, plannedFigure, targetsByYear } from '../../figure/targets.ts';
import { overviewText } from './text.ts';
import { useAddress } from '../../url/use-address.ts';

/** Every target of the plan beside what has come about, with a light; the main box alone unless `all`. */
export function TargetsPanel({ all, onAll }: { all: boolean; onAll: (all: boolean) => void }) {
  const { pack, book } = useSession();
  const text = useText(overviewText);
  const local = useLocal();
  const language = useLanguage();
  const address = useAddress();
  const scenario = referenceScenario(pack);
  const statuses = useMemo(() => targetStatuses(book, scenario.id), [book, scenario]);
  const boxed = statuses.filter((status) => isBoxed(pack, status));
  const shown = all || boxed.length === 0 ? statuses : boxed;
  const years = [...new Set(shown.flatMap((status) => status.targets.map((target) => target.at)))].sort(
    (a, b) => a - b,
  );
  const counts = Object.fromEntries(
    LIGHT_ORDER.map((light) => [light, shown.filter((status) => status.light === light).length]),
  );
  const columns: Column<TargetStatus>[] = [
    {
      id: 'indicator',
      title: text.indicator,
      sort: ({ indicator }) => local(indicator.label),
      cell: ({ indicator, area }) => (
        <Link href={address('/plan', { indicator: indicator.id })}>
          {area === pack.info.city ? '' : `${local(getArea(pack, area).name)} · `}
          {local(indicator.label)} <span className="soft">{unitName(pack, indicator.unit, language)}</span>
        </Link>
      ),
    },
    {
      id: 'light',
      title: text.light,
      sort: ({ light }) => LIGHT_ORDER.indexOf(light),
      cell: ({ light, reason }) => <Light light={light} reason={reason} />,
    },
    {
      id: 'nature',
      title: text.nature,
      sort: ({ indicator }) => indicator.kind,
      cell: ({ indicator }) => text[indicator.kind],
    },
    {
      id: 'baseline',
      title: text.baseline,
      numeric: true,
      cell: (status) => <PlanValue indicator={status.indicator} area={status.area} stated={baselineOf(pack, status)} />,
    },
    {
      id: 'latest',
      title: text.latest,
      numeric: true,
      cell: ({ latest }) =>
        latest === undefined ? (
          <span className="soft">—</span>
        ) : (
          <>
            <FigureValue figure={latest} bare />{' '}
            <small className="soft">{fill(text.yearShort, { year: latest.year })}</small>
          </>
        ),
    },
    {
      id: 'planned',
      title: text.planned,
      numeric: true,
      cell: (status) => <OptionalFigure figure={plannedFigure(status)} />,
    },
    { id: 'gap', title: text.gap, numeric: true, cell: (status) => <OptionalFigure figure={gapFigure(status)} /> },
    ...years.map((year): Column<TargetStatus> => ({
      id: String(year),
      title: fill(text.targetOf, { year }),
      numeric: true,
      cell: (status) => (
        <PlanValue indicator={status.indicator} area={status.area} stated={targetsByYear(status).get(year)} />
      ),
    })),
    {
      id: 'outlook',
      title: fill(text.outlook, { scenario: local(scenario.label) }),
      cell: (status) => <Outlook status={status} />,
    },
  ];
  return (
    <section className="panel">
      <h2 className="ov-head">
        {text.targets}
        {boxed.length > 0 && (
          <span className="ov-choice">
            <select
              aria-label={text.targets}
              value={all ? 'all' : 'box'}
              onChange={(event) => onAll(event.target.value === 'all')}
            >
              <option value="box">{fill(text.boxTargets, { count: boxed.length })}</option>
              <option value="all">{fill(text.allTargets, { count: statuses.length })}</option>
            </select>
          </span>
        )}
      </h2>
      <p className="soft">{fill(text.lightCounts, counts)}</p>
      <SortableTable
        columns={columns}
        rows={shown}
        rowKey={({ indicator, area }) => `${indicator.id} ${area}`}
        caption={text.targets}
      />
      <p className="source">{text.lightRule}</p>
    </section>
  );
}

const OptionalFigure = ({ figure }: { figure: ReturnType<typeof gapFigure> }) =>
  figure === undefined ? <span className="soft">—</span> : <FigureValue figure={figure} bare />;

function Outlook({ status }: { status: TargetStatus }) {
  const text = useText(overviewText);
  const targets = targetsByYear(status);
  const told = status.outlook.filter(
    (entry) => entry.met !== undefined && targets.get(entry.target.at) === entry.target,
  );
  if (told.length === 0) return <span className="soft">{text.noOutlook}</span>;
  return (
    <>
      {told.map(({ target, figure, met }) => (
        <span key={target.at} className="ov-outlook">
          {met === true ? '✓' : '✕'} {fill(met === true ? text.metIn : text.missedIn, { year: target.at })}{' '}
          <FigureValue figure={figure} bare />
        </span>
      ))}
    </>
  );
}
