import type { RegisterPopulationAnswer } from '#api/answers';
import { longestBar, pyramidRows } from '#charts';
import { getArea } from '#plan';
import { PyramidChart } from '../../../charts/PyramidChart.tsx';
import { SimulatedMark } from '../../../figure/SimulatedMark.tsx';
import { figureText } from '../../../figure/text.ts';
import { NothingYet } from '../../../frame/NothingYet.tsx';
import { Answered } from '../../../server/Answered.tsx';
import { useAnswer } from '../../../server/use-answer.ts';
import { useSession } from '../../../session.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLocal, useText } from '../../../text/language.tsx';
import { Choose } from '../../plan/Choose.tsx';
import { AreaChoice } from '../AreaChoice.tsx';
import type { Version } from '../register-figure.ts';
import { registerFigure } from '../register-figure.ts';
import type { RegisterState, UpdateRegister } from '../register-params.ts';
import { registerText } from '../text.ts';
import { useWords } from '../use-words.ts';
import { otherPopulation } from './other-population.ts';
import { statisticsText } from './text.ts';

interface Props {
  readonly version: Version;
  readonly state: RegisterState;
  readonly update: UpdateRegister;
}

const BARS = { unit: 'persons', group: 5 } as const;

/** The register's pyramid of an area on a basis, times the scale of a sample, with the census or the projection of the year as outline. */
export function RegisterPyramid(props: Props) {
  const answer = useAnswer<RegisterPopulationAnswer>('/api/register/population');
  const { state, update } = props;
  const text = useText(statisticsText);
  const registerWords = useText(registerText);
  return (
    <section className="panel">
      <div className="pl-filters">
        <AreaChoice state={state} update={update} />
        <Choose
          label={registerWords.basis}
          value={state.basis}
          onChange={(basis) => update({ basis })}
          options={(['resident', 'registered'] as const).map((value) => ({
            value,
            label: registerWords[`basis-${value}`],
          }))}
        />
        <Choose
          label={text.beside}
          value={state.beside}
          onChange={(beside) => update({ beside })}
          options={(['projection', 'census'] as const).map((value) => ({ value, label: text[`beside-${value}`] }))}
        />
      </div>
      <Answered answer={answer}>
        {({ register, areas }) =>
          register === null ? <NothingYet title={text.none} /> : <Pyramid {...props} areas={areas} />
        }
      </Answered>
    </section>
  );
}

function Pyramid({ version, state, areas }: Props & { areas: RegisterPopulationAnswer['areas'] }) {
  const { pack, book } = useSession();
  const text = useText(statisticsText);
  const statusWords = useText(figureText);
  const local = useLocal();
  const words = useWords();
  const { basis, beside } = state;
  const area = state.county === '' ? pack.info.city : state.county;
  const counted = areas.filter((row) => row.basis === basis && (state.county === '' || row.area === area));
  const summed = (sex: 'female' | 'male'): number[] =>
    Array.from({ length: 101 }, (_, age) => counted.reduce((sum, row) => sum + row[sex][age]! * version.scale, 0));
  const year = Number(version.known.slice(0, 4));
  const scenario = pack.info.scenario;
  const other = otherPopulation(book, { area, basis, year, ...(beside === 'projection' ? { scenario } : {}) });
  const scenarioName = pack.scenarios.find(({ id }) => id === scenario)!.label;
  const rows = pyramidRows(summed('female'), summed('male'), BARS);
  const isProjected = other !== undefined && other.year > book.baseline.baseYear;
  const compared = other && {
    label: fill(isProjected ? text.projection : basis === 'resident' ? text.census : text.base, { year: other.year }),
    rows: pyramidRows(other.female, other.male, BARS),
  };
  const { source, status } = registerFigure(version, { area, basis, value: 0, indicator: 'resident-population' });
  const notes = [
    statusWords[status],
    statusWords[basis],
    'note' in source && source.note !== undefined ? local(source.note) : '',
    ...(isProjected ? [fill(text.scenario, { scenario: local(scenarioName) })] : []),
    ...(version.scale === 1 ? [] : [fill(text.scaleNote, { scale: version.scale })]),
  ];
  return (
    <>
      <PyramidChart
        shown={{ label: `${text.register} ${version.known}`, rows }}
        compared={compared}
        unit={BARS.unit}
        longest={longestBar([rows, ...(compared === undefined ? [] : [compared.rows])])}
        title={words.chart(version, `${text.pyramid} · ${local(getArea(pack, area).name)}`)}
        name={`register-pyramid-${area}-${basis}-${version.known}`}
        notes={notes}
        height={460}
      />
      <p className="source">
        {version.simulated && <SimulatedMark />} {notes.slice(1).join(' · ')}
        {other === undefined && ` · ${text.noOther}`}
      </p>
    </>
  );
}
