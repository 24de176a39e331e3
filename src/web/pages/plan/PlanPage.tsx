import { useMemo } from 'react';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { TabBar } from '../../frame/TabBar.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { ConsistencyTab } from './ConsistencyTab.tsx';
import { IndicatorsTab } from './IndicatorsTab.tsx';
import { OutlineTab } from './OutlineTab.tsx';
import type { Tab } from './plan-params.ts';
import { planParams, TABS } from './plan-params.ts';
import { StatementsTab } from './StatementsTab.tsx';
import { planText } from './text.ts';
import './plan.css';

/** The plan against what has come about: indicators, contradictions, and how much of the text the software carries. */
export default function PlanPage() {
  const { pack, sentences } = useSession();
  const text = useText(planText);
  const params = useMemo(() => planParams(pack), [pack]);
  const { state, update, ignored } = useUrlState(params);
  const counts: Readonly<Record<Tab, number | undefined>> = {
    indicators: pack.indicators.length,
    statements: pack.statements.length,
    consistency: undefined,
    outline: pack.document.sections.length,
  };
  return (
    <section className="page plan-page">
      <IgnoredNote ignored={ignored} />
      <h1>{text.title}</h1>
      <TabBar
        label={text.tabs}
        chosen={state.tab}
        onChoose={(tab) => update({ tab, statement: '' })}
        tabs={TABS.map((id) => ({
          id,
          label: (
            <>
              {text[id]} <small>{counts[id]}</small>
            </>
          ),
        }))}
      />
      <p className="soft pl-attached">
        {sentences.length > 0 ? (
          fill(text.attached, { found: sentences.length })
        ) : (
          <>
            {text.notAttached} <code>popplus plan attach FILE</code>
          </>
        )}
      </p>
      {state.tab === 'indicators' && <IndicatorsTab state={state} update={update} />}
      {state.tab === 'statements' && <StatementsTab state={state} update={update} />}
      {state.tab === 'consistency' && <ConsistencyTab />}
      {state.tab === 'outline' && <OutlineTab update={update} />}
    </section>
  );
}
