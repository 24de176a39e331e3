import { checkStatements } from '#monitoring';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { Choose } from './Choose.tsx';
import type { PlanState, UpdatePlan } from './plan-params.ts';
import { SEVERITIES, VERDICTS } from './plan-params.ts';
import { StatementCard } from './StatementCard.tsx';
import { planText } from './text.ts';

/** All known contradictions, worked out, narrowed by verdict and severity; the chosen one is scrolled to. */
export function StatementsTab({ state, update }: { state: PlanState; update: UpdatePlan }) {
  const { book } = useSession();
  const text = useText(planText);
  const { verdict, severity, statement } = state;
  const results = useMemo(() => checkStatements(book), [book]);
  const count = (of: string): number => results.filter((result) => result.verdict === of).length;
  const shown = results.filter(
    (result) =>
      (verdict === 'all' || result.verdict === verdict) &&
      (severity === 'all' || result.statement.severity === severity),
  );
  useEffect(() => {
    if (statement !== '') document.getElementById(`statement-${statement}`)?.scrollIntoView({ block: 'start' });
  }, [statement]);
  const all = { value: 'all' as const, label: text.all };
  return (
    <>
      <div className="panel">
        <p>
          <b>
            {fill(text.statementsCount, {
              total: results.length,
              computed: count('conflicts') + count('agrees'),
              conflicts: count('conflicts'),
              agrees: count('agrees'),
              open: count('not-computable'),
              words: count('text-only'),
            })}
          </b>
        </p>
        <p className="soft">{text.statementsIntro}</p>
        <div className="pl-filters">
          <Choose
            label={text.verdict}
            value={verdict}
            onChange={(value) => update({ verdict: value, statement: '' })}
            options={[all, ...VERDICTS.map((value) => ({ value, label: `${text[value]} (${count(value)})` }))]}
          />
          <Choose
            label={text.severity}
            value={severity}
            onChange={(value) => update({ severity: value, statement: '' })}
            options={[all, ...SEVERITIES.map((value) => ({ value, label: text[value] }))]}
          />
          <p className="pl-count" role="status">
            {fill(text.shown, { shown: shown.length, total: results.length })}
          </p>
        </div>
      </div>
      {shown.length === 0 && <p className="panel">{text.noStatements}</p>}
      {shown.map((result) => (
        <StatementCard key={result.statement.id} result={result} marked={result.statement.id === statement} />
      ))}
    </>
  );
}
