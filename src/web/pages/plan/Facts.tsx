import type { Indicator } from '#plan';
import { formulas } from '#indicators';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { planText } from './text.ts';

/** What an indicator means, who answers for it, how it is computed, and where the plan treats it. */
export function Facts({ indicator }: { indicator: Indicator }) {
  const { pack } = useSession();
  const text = useText(planText);
  const local = useLocal();
  const formula = indicator.formula === undefined ? undefined : formulas.get(indicator.formula);
  const section = pack.document.sections.find((entry) => entry.id === indicator.section);
  const departments = indicator.responsible.map((id) => {
    const department = pack.departments.find((entry) => entry.id === id);
    return department === undefined ? id : local(department.name);
  });
  return (
    <dl className="pl-facts">
      {indicator.definition !== undefined && (
        <>
          <dt>{text.definition}</dt>
          <dd>{local(indicator.definition)}</dd>
        </>
      )}
      <dt>{text.responsible}</dt>
      <dd>{departments.length === 0 ? text.noDepartment : departments.join(' · ')}</dd>
      <dt>{text.formula}</dt>
      <dd>{formula === undefined ? text.noFormula : <code>{formula.expression}</code>}</dd>
      {section !== undefined && (
        <>
          <dt>{text.section}</dt>
          <dd>
            §{section.id} {local(section.title)}
          </dd>
        </>
      )}
      {indicator.aliases !== undefined && indicator.aliases.length > 0 && (
        <>
          <dt>{text.aliases}</dt>
          <dd>{indicator.aliases.join(' · ')}</dd>
        </>
      )}
      {indicator.checked !== undefined && (
        <>
          <dt>{text.checked}</dt>
          <dd>
            {fill(text.checkedOn, { date: indicator.checked.on })} ·{' '}
            {indicator.checked.stillHolds ? text.stillHolds : text.noLonger}
            {indicator.checked.note !== undefined && ` · ${indicator.checked.note}`}
          </dd>
        </>
      )}
    </dl>
  );
}
