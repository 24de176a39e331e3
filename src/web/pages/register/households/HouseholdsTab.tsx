import type { HouseholdsAnswer } from '#api/answers';
import { getArea } from '#plan';
import { NothingYet } from '../../../frame/NothingYet.tsx';
import { SimulatedMark } from '../../../figure/SimulatedMark.tsx';
import { Answered } from '../../../server/Answered.tsx';
import { useAnswer } from '../../../server/use-answer.ts';
import { useSession } from '../../../session.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLocal, useText } from '../../../text/language.tsx';
import { AreaChoice } from '../AreaChoice.tsx';
import type { Version } from '../register-figure.ts';
import type { RegisterState, UpdateRegister } from '../register-params.ts';
import { SizeTable } from './SizeTable.tsx';
import { TownshipTable } from './TownshipTable.tsx';
import { TypePanel } from './TypePanel.tsx';
import { householdText } from './text.ts';

interface Props {
  readonly version: Version;
  readonly state: RegisterState;
  readonly update: UpdateRegister;
}

/** Living households by type and size; elders only and elders alone by township. */
export function HouseholdsTab(props: Props) {
  const answer = useAnswer<HouseholdsAnswer>('/api/register/households');
  const text = useText(householdText);
  return (
    <Answered answer={answer}>
      {(households) =>
        households.register === null ? <NothingYet title={text.none} /> : <Households {...props} answer={households} />
      }
    </Answered>
  );
}

function Households({ version, state, update, answer }: Props & { answer: HouseholdsAnswer }) {
  const { pack } = useSession();
  const text = useText(householdText);
  const local = useLocal();
  const area = state.county === '' ? pack.info.city : state.county;
  const mark = (
    <>
      {version.simulated && <SimulatedMark />} {version.scale > 1 && fill(text.scaleNote, { scale: version.scale })}
    </>
  );
  const of = answer.areas.find((row) => row.area === area);
  return (
    <div className="rg-page">
      <section className="panel">
        <TypePanel version={version} areas={answer.areas} />
        <p className="source">
          {mark} {text.typesNote}
        </p>
      </section>
      <div className="pl-filters">
        <AreaChoice state={state} update={update} />
      </div>
      <div className="rg-counts">
        <section className="panel">
          <h2>{fill(text.sizes, { area: local(getArea(pack, area).name) })}</h2>
          {of !== undefined && <SizeTable version={version} households={of} />}
          <p className="source">{mark}</p>
        </section>
        <section className="panel">
          <h2>{text.townships}</h2>
          <TownshipTable townships={answer.townships.filter(({ county }) => state.county === '' || county === area)} />
          <p className="source">
            {mark} {text.townshipsNote}
          </p>
        </section>
      </div>
    </div>
  );
}
