import { Fragment } from 'react';
import { getArea } from '#plan';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { unitName } from '../../figure/format.ts';
import { Light } from '../../figure/Light.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { PlanValue } from '../../figure/PlanValue.tsx';
import { baselineOf, gapFigure, plannedFigure } from '../../figure/targets.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { targetOf } from './indicator-rows.ts';
import { Latest } from './Latest.tsx';
import type { UpdatePlan } from './plan-params.ts';
import { TOPICS } from '../../figure/topics.ts';
import { planText } from './text.ts';

/** Every indicator in a row, under its topic. */
export function IndicatorTable({ rows, update }: { rows: readonly IndicatorRow[]; update: UpdatePlan }) {
  const { pack } = useSession();
  const text = useText(planText);
  const years = [
    ...new Set(
      pack.indicators.flatMap(({ values }) => values.filter(({ role }) => role === 'target').map(({ at }) => at)),
    ),
  ].sort((a, b) => a - b);
  const columns = 8 + years.length;
  if (rows.length === 0) return <p className="panel">{text.nothing}</p>;
  return (
    <div className="panel">
      <p className="soft pl-hint">{text.choose}</p>
      <div className="pl-scroll" tabIndex={0} role="region" aria-label={text.indicators}>
        <table className="pl-table">
          <thead>
            <tr>
              <th scope="col">{text.indicator}</th>
              <th scope="col">{text.light}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col" className="number">
                {text.baseline}
              </th>
              <th scope="col" className="number">
                {text.latest}
              </th>
              <th scope="col" className="number">
                {text.planned}
              </th>
              <th scope="col" className="number">
                {text.gap}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {fill(text.targetYear, { year })}
                </th>
              ))}
            </tr>
          </thead>
          {TOPICS.map((topic) => {
            const group = rows.filter(({ status }) => status.indicator.topic === topic);
            return group.length === 0 ? null : (
              <tbody key={topic}>
                <tr className="pl-group">
                  <th scope="rowgroup" colSpan={columns}>
                    {text[topic]} <small>{group.length}</small>
                  </th>
                </tr>
                {group.map((row) => (
                  <Row key={`${row.status.indicator.id} ${row.status.area}`} row={row} years={years} update={update} />
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
      <p className="source">{text.lightRule}</p>
    </div>
  );
}

function Row({
  row: { status, hasTarget },
  years,
  update,
}: {
  row: IndicatorRow;
  years: readonly number[];
  update: UpdatePlan;
}) {
  const { pack } = useSession();
  const text = useText(planText);
  const local = useLocal();
  const language = useLanguage();
  const { indicator, area } = status;
  const baseline = baselineOf(pack, status);
  const compared = status.reason === 'no-actual' ? [undefined, undefined] : [plannedFigure(status), gapFigure(status)];
  const ofDistrict = area !== pack.info.city;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="pl-link" onClick={() => update({ indicator: indicator.id, area })}>
          {ofDistrict && `${local(getArea(pack, area).name)} · `}
          {local(indicator.label)}
        </button>
      </th>
      <td>
        {hasTarget ? (
          <Light light={status.light} reason={status.reason} />
        ) : (
          <span className="soft">{text.noTarget}</span>
        )}
      </td>
      <td>{indicator.kind === 'none' ? <span className="soft">—</span> : text[indicator.kind]}</td>
      <td>{unitName(pack, indicator.unit, language)}</td>
      <td className="number">
        <PlanValue indicator={indicator} area={area} stated={baseline} />
        {baseline !== undefined && <small className="soft"> {fill(text.yearShort, { year: baseline.at })}</small>}
      </td>
      <td className="number">
        <Latest status={status} />
      </td>
      {compared.map((figure, index) => (
        <td key={index} className="number">
          {figure === undefined ? <span className="soft">—</span> : <FigureValue figure={figure} bare />}
        </td>
      ))}
      {years.map((year) => (
        <Fragment key={year}>
          <td className="number pl-target">
            <PlanValue indicator={indicator} area={area} stated={targetOf(status.targets, year)} />
          </td>
        </Fragment>
      ))}
    </tr>
  );
}
