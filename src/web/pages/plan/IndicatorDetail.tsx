import { useMemo } from 'react';
import type { Indicator } from '#plan';
import { getArea, planAreas } from '#plan';
import { targetStatus } from '#monitoring';
import { TrendChart } from '../../charts/TrendChart.tsx';
import { unitName } from '../../figure/format.ts';
import { Light } from '../../figure/Light.tsx';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { Choose } from './Choose.tsx';
import { statementsOn } from './coverage.ts';
import { Facts } from './Facts.tsx';
import { GapWords } from './GapWords.tsx';
import { areasOf, indicatorLines } from './indicator-lines.ts';
import { Outlook } from './Outlook.tsx';
import type { PlanState, UpdatePlan } from './plan-params.ts';
import { planText } from './text.ts';
import { ValuesTable } from './ValuesTable.tsx';

/** One indicator in an area: light, gap in words, lines, outlook, every value with its source, and what it means. */
export function IndicatorDetail({
  indicator,
  state,
  update,
}: {
  indicator: Indicator;
  state: PlanState;
  update: UpdatePlan;
}) {
  const { pack, book } = useSession();
  const text = useText(planText);
  const figure = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const { area, scenario } = state;
  const scenarioLabel = local(pack.scenarios.find((entry) => entry.id === scenario)!.label);
  const status = useMemo(() => targetStatus(book, indicator.id, area, scenario), [book, indicator, area, scenario]);
  const lines = useMemo(
    () =>
      indicatorLines(
        book,
        indicator,
        area,
        scenario,
        {
          observed: text.observed,
          plan: text.path,
          forecast: text.forecast,
          projection: fill(text.projection, { scenario: scenarioLabel }),
        },
        figure,
      ),
    [book, indicator, area, scenario, text, figure, scenarioLabel],
  );
  const choices = areasOf(
    book,
    indicator,
    planAreas(pack).map(({ code }) => code),
  );
  const places = choices.includes(area) ? choices : [...choices, area];
  const related = statementsOn(pack, indicator);
  const place = local(getArea(pack, area).name);
  const join = { linear: text.pathLinear, step: text.pathStep, none: text.pathNone }[indicator.path ?? 'none'];
  const notes = [...(lines.some((line) => line.id === 'plan') ? [join] : []), text.doubtfulLeftOut];
  return (
    <article className="pl-detail" aria-label={local(indicator.label)}>
      <header className="panel">
        <div className="pl-head">
          <h2>{local(indicator.label)}</h2>
          {status.targets.length > 0 ? (
            <Light light={status.light} reason={status.reason} />
          ) : (
            <span className="soft">{text.noTarget}</span>
          )}
        </div>
        <p className="soft pl-meta">
          {[
            unitName(pack, indicator.unit, language),
            indicator.kind === 'none' ? '' : text[indicator.kind],
            figure[indicator.basis],
            text[indicator.topic],
            indicator.section === undefined ? '' : `§${indicator.section}`,
          ]
            .filter((part) => part !== '' && part !== '—')
            .join(' · ')}
        </p>
        <div className="pl-filters">
          <Choose
            label={text.area}
            value={area}
            onChange={(value) => update({ area: value })}
            options={places.map((code) => ({ value: code, label: local(getArea(pack, code).name) }))}
          />
          <Choose
            label={text.scenario}
            value={scenario}
            onChange={(value) => update({ scenario: value })}
            options={pack.scenarios.map(({ id, label }) => ({ value: id, label: local(label) }))}
          />
        </div>
        <GapWords status={status} />
      </header>
      <div className="panel">
        {lines.length === 0 ? (
          <p className="soft">{text.noLines}</p>
        ) : (
          <>
            <TrendChart
              series={lines}
              unit={indicator.unit}
              title={fill(text.chart, { indicator: local(indicator.label), area: place })}
              name={`${indicator.id}-${area}-${pack.info.version}`}
              notes={notes}
            />
            <p className="source">{notes.join(' · ')}</p>
          </>
        )}
      </div>
      {status.targets.length > 0 && (
        <div className="panel">
          <h3>{fill(text.outlook, { scenario: scenarioLabel })}</h3>
          <Outlook status={status} />
        </div>
      )}
      <div className="panel">
        <h3>{text.values}</h3>
        <ValuesTable indicator={indicator} area={area} />
      </div>
      {related.length > 0 && (
        <div className="panel">
          <h3>{text.related}</h3>
          <ul className="pl-related">
            {related.map((statement) => (
              <li key={statement.id}>
                <button
                  type="button"
                  className="pl-link"
                  onClick={() =>
                    update({ tab: 'statements', statement: statement.id, verdict: 'all', severity: 'all' })
                  }
                >
                  {statement.id} {local(statement.title)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="panel">
        <Facts indicator={indicator} />
      </div>
    </article>
  );
}
