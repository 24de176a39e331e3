import { planAreas } from '#plan';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { Choice } from './Choice.tsx';
import type { PopulationState, UpdateState } from './state.ts';
import { populationText } from './text.ts';

/** What the pyramid shows: area, scenario, comparison, unit, age groups. */
export function Controls({
  state,
  years,
  update,
}: {
  state: PopulationState;
  years: readonly number[];
  update: UpdateState;
}) {
  const { pack } = useSession();
  const text = useText(populationText);
  const local = useLocal();
  const areas = planAreas(pack);
  return (
    <div className="pop-controls">
      <Choice label={text.area} value={state.area} onChange={(area) => update({ area })}>
        {areas.map((area) => (
          <option key={area.code} value={area.code}>
            {local(area.name)}
          </option>
        ))}
      </Choice>
      <Choice label={text.scenario} value={state.scenario} onChange={(scenario) => update({ scenario })}>
        {pack.scenarios.map((scenario) => (
          <option key={scenario.id} value={scenario.id}>
            {local(scenario.label)}
          </option>
        ))}
      </Choice>
      <Choice label={text.compare} value={state.compare} onChange={(compare) => update({ compare })}>
        <option value="none">{text.none}</option>
        <optgroup label={text.compareYear}>
          {years.map((year) => (
            <option key={year} value={`year-${year}`}>
              {fill(text.year, { year })}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.compareArea}>
          {areas.map((area) => (
            <option key={area.code} value={`area-${area.code}`}>
              {local(area.name)}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.compareScenario}>
          {pack.scenarios.map((scenario) => (
            <option key={scenario.id} value={`scenario-${scenario.id}`}>
              {local(scenario.label)}
            </option>
          ))}
        </optgroup>
      </Choice>
      <Choice label={text.unit} value={state.unit} onChange={(unit) => update({ unit })}>
        <option value="persons">{text.persons}</option>
        <option value="share">{text.share}</option>
      </Choice>
      <Choice
        label={text.group}
        value={String(state.group)}
        onChange={(group) => update({ group: group === '1' ? 1 : 5 })}
      >
        <option value="5">{text.five}</option>
        <option value="1">{text.single}</option>
      </Choice>
    </div>
  );
}
