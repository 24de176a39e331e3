import { planAreas } from '#plan';
import { evaluateWarnings } from '#warning';
import { useMemo } from 'react';
import { Grade } from '../../figure/Grade.tsx';
import { signalText } from '../../figure/signal-text.ts';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { Choose } from '../plan/Choose.tsx';
import { dataYear } from './cells.ts';
import { Matrix } from './Matrix.tsx';
import { RulesTable } from './RulesTable.tsx';
import { warningsText } from './text.ts';
import { GRAVEST_FIRST, warningParams } from './warning-params.ts';
import { WarningList } from './WarningList.tsx';
import '../plan/plan.css';
import './warnings.css';

/** Warnings by grade, area and rule: what is in force, what a scenario expects, and every threshold. */
export default function WarningsPage() {
  const { pack, book } = useSession();
  const text = useText(warningsText);
  const signal = useText(signalText);
  const local = useLocal();
  const params = useMemo(() => warningParams(pack), [pack]);
  const { state, update, ignored } = useUrlState(params);
  const { area, grade, kind, scenario, rule } = state;
  const warnings = useMemo(() => evaluateWarnings(book, scenario), [book, scenario]);
  const shown = warnings.filter(
    (warning) =>
      (area === 'all' || warning.area === area) &&
      (grade === 'all' || warning.level.level === grade) &&
      (kind === 'all' || warning.kind === kind) &&
      (rule === 'all' || warning.rule.id === rule),
  );
  const until = dataYear(pack);
  const observed = shown.filter((warning) => warning.kind === 'observed');
  const expected = shown.filter((warning) => warning.kind === 'expected').sort((a, b) => a.since - b.since);
  const overdue = expected.filter((warning) => warning.since <= until);
  const coming = expected.filter((warning) => warning.since > until);
  const narrowed = area !== 'all' || grade !== 'all' || kind !== 'all' || rule !== 'all';
  const all = { value: 'all' as const, label: text.all };
  const scenarioLabel = local(pack.scenarios.find((entry) => entry.id === scenario)!.label);
  return (
    <section className="page wn-page">
      <IgnoredNote ignored={ignored} />
      <h1>{text.title}</h1>
      <ul className="wn-tiles" aria-label={text.summary}>
        {GRAVEST_FIRST.map((of) => {
          const own = warnings.filter((warning) => warning.level.level === of);
          const count = (what: string): number => own.filter((warning) => warning.kind === what).length;
          return (
            <li key={of}>
              <button
                type="button"
                className={`wn-tile grade-${of}`}
                aria-pressed={grade === of}
                onClick={() => update({ grade: grade === of ? 'all' : of })}
              >
                <Grade grade={of} />
                <b>{fill(text.countObserved, { count: count('observed') })}</b>
                <small className="soft">{fill(text.countExpected, { count: count('expected') })}</small>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="panel pl-filters">
        <Choose
          label={text.area}
          value={area}
          onChange={(value) => update({ area: value })}
          options={[all, ...planAreas(pack).map(({ code, name }) => ({ value: code, label: local(name) }))]}
        />
        <Choose
          label={text.grade}
          value={grade}
          onChange={(value) => update({ grade: value })}
          options={[all, ...GRAVEST_FIRST.map((value) => ({ value, label: signal[`grade-${value}`] }))]}
        />
        <Choose
          label={text.kind}
          value={kind}
          onChange={(value) => update({ kind: value })}
          options={[all, { value: 'observed', label: text.observed }, { value: 'expected', label: text.expected }]}
        />
        <Choose
          label={text.rule}
          value={rule}
          onChange={(value) => update({ rule: value })}
          options={[all, ...pack.warnings.map(({ id, label }) => ({ value: id, label: local(label) }))]}
        />
        <Choose
          label={text.scenario}
          value={scenario}
          onChange={(value) => update({ scenario: value })}
          options={pack.scenarios.map(({ id, label }) => ({ value: id, label: local(label) }))}
        />
        <p className="pl-count" role="status">
          {fill(text.shown, { shown: shown.length, total: warnings.length })}
          {narrowed && (
            <button
              type="button"
              className="pl-link"
              onClick={() => update({ area: 'all', grade: 'all', kind: 'all', rule: 'all' })}
            >
              {text.clear}
            </button>
          )}
        </p>
      </div>
      <Matrix warnings={warnings} state={state} update={update} />
      {kind !== 'expected' && (
        <WarningList
          title={text.observedHeading}
          note={text.observedNote}
          none={text.noneObserved}
          warnings={observed}
        />
      )}
      {kind !== 'observed' && (
        <>
          {overdue.length > 0 && (
            <WarningList
              title={text.overdueHeading}
              note={fill(text.overdueNote, { scenario: scenarioLabel, year: until })}
              none={text.noneExpected}
              warnings={overdue}
            />
          )}
          <WarningList
            title={text.comingHeading}
            note={fill(text.comingNote, { scenario: scenarioLabel })}
            none={text.noneExpected}
            warnings={coming}
          />
        </>
      )}
      <RulesTable warnings={warnings} />
    </section>
  );
}
