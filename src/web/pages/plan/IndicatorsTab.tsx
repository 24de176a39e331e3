import { useMemo } from 'react';
import { getArea, planAreas } from '#plan';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { signalText } from '../../figure/signal-text.ts';
import { Choose } from './Choose.tsx';
import { IndicatorDetail } from './IndicatorDetail.tsx';
import { IndicatorPicker } from './IndicatorPicker.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { indicatorRows, matchingRows } from './indicator-rows.ts';
import type { PlanState, UpdatePlan } from './plan-params.ts';
import { TOPICS } from '../../figure/topics.ts';
import { LIGHT_CHOICES } from './plan-params.ts';
import { planText } from './text.ts';

/** Filters, and either the table of all indicators or a short list beside the chosen one. */
export function IndicatorsTab({ state, update }: { state: PlanState; update: UpdatePlan }) {
  const { pack, book } = useSession();
  const text = useText(planText);
  const signal = useText(signalText);
  const local = useLocal();
  const { area, scenario, q, topic, light, kind, indicator } = state;
  const rows = useMemo(() => indicatorRows(book, area, scenario), [book, area, scenario]);
  const shown = useMemo(() => matchingRows(rows, { q, topic, light, kind }), [rows, q, topic, light, kind]);
  const chosen = pack.indicators.find((entry) => entry.id === indicator);
  const narrowed = q !== '' || topic !== 'all' || light !== 'all' || kind !== 'all';
  const all = { value: 'all' as const, label: text.all };
  return (
    <>
      <div className="panel pl-filters">
        <label className="pl-field pl-search">
          <span>{text.search}</span>
          <input
            type="search"
            value={q}
            maxLength={40}
            placeholder={text.searchHint}
            onChange={(event) => update({ q: event.target.value })}
          />
        </label>
        <Choose
          label={text.topic}
          value={topic}
          onChange={(value) => update({ topic: value })}
          options={[all, ...TOPICS.map((value) => ({ value, label: text[value] }))]}
        />
        <Choose
          label={text.light}
          value={light}
          onChange={(value) => update({ light: value })}
          options={LIGHT_CHOICES.map((value) => ({
            value,
            label: value === 'all' ? text.all : value === 'none' ? text.noTarget : signal[`light-${value}`],
          }))}
        />
        <Choose
          label={text.kind}
          value={kind}
          onChange={(value) => update({ kind: value })}
          options={[
            all,
            { value: 'anticipated', label: text.anticipated },
            { value: 'binding', label: text.binding },
            { value: 'none', label: text['kind-none'] },
          ]}
        />
        {chosen === undefined && (
          <>
            <Choose
              label={text.area}
              value={area}
              onChange={(value) => update({ area: value })}
              options={planAreas(pack).map(({ code, name }) => ({ value: code, label: local(name) }))}
            />
            <Choose
              label={text.scenario}
              value={scenario}
              onChange={(value) => update({ scenario: value })}
              options={pack.scenarios.map(({ id, label }) => ({ value: id, label: local(label) }))}
            />
          </>
        )}
        <p className="pl-count" role="status">
          {local(getArea(pack, area).name)} · {fill(text.shown, { shown: shown.length, total: rows.length })}
          {narrowed && (
            <button
              type="button"
              className="pl-link"
              onClick={() => update({ q: '', topic: 'all', light: 'all', kind: 'all' })}
            >
              {text.clear}
            </button>
          )}
        </p>
      </div>
      {chosen === undefined ? (
        <IndicatorTable rows={shown} update={update} />
      ) : (
        <div className="pl-split">
          <IndicatorPicker rows={shown} state={state} update={update} />
          <IndicatorDetail key={chosen.id} indicator={chosen} state={state} update={update} />
        </div>
      )}
    </>
  );
}
