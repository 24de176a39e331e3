import { getArea } from '#plan';
import { Light } from '../../figure/Light.tsx';
import { useSession } from '../../session.tsx';
import { useLocal, useText } from '../../text/language.tsx';
import type { IndicatorRow } from './indicator-rows.ts';
import type { PlanState, UpdatePlan } from './plan-params.ts';
import { TOPICS } from '../../figure/topics.ts';
import { planText } from './text.ts';

/** The matching indicators as a short list, to go from one to the next. */
export function IndicatorPicker({
  rows,
  state,
  update,
}: {
  rows: readonly IndicatorRow[];
  state: PlanState;
  update: UpdatePlan;
}) {
  const { pack } = useSession();
  const text = useText(planText);
  const local = useLocal();
  return (
    <nav className="panel pl-picker" aria-label={text.indicators}>
      <button type="button" className="pl-link pl-back" onClick={() => update({ indicator: '' })}>
        ← {text.back}
      </button>
      {rows.length === 0 && <p className="soft">{text.nothing}</p>}
      {TOPICS.map((topic) => {
        const group = rows.filter(({ status }) => status.indicator.topic === topic);
        return group.length === 0 ? null : (
          <section key={topic}>
            <h2>{text[topic]}</h2>
            <ul>
              {group.map(({ status: { indicator, area, light }, hasTarget }) => (
                <li key={`${indicator.id} ${area}`}>
                  <button
                    type="button"
                    aria-current={indicator.id === state.indicator && area === state.area ? 'true' : undefined}
                    onClick={() => update({ indicator: indicator.id, area })}
                  >
                    <span>
                      {area === state.area || area === pack.info.city ? '' : `${local(getArea(pack, area).name)} · `}
                      {local(indicator.label)}
                    </span>
                    {hasTarget && <Light light={light} />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
