import type { FeedAnswer } from '#api/answers';
import { useMemo } from 'react';
import { SimulatedMark } from '../../figure/SimulatedMark.tsx';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useSession } from '../../session.tsx';
import { useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { dataParams } from './data-params.ts';
import { FeedDetail } from './FeedDetail.tsx';
import { FeedTable } from './FeedTable.tsx';
import { FeedTotals } from './FeedTotals.tsx';
import { dataText } from './text.ts';
import '../plan/plan.css';
import './data.css';

/** Departments' feeds: what they promised, what came, how good it is and what waits for correction. */
export default function DataPage() {
  const { pack } = useSession();
  const text = useText(dataText);
  const params = useMemo(() => dataParams(pack), [pack]);
  const { state, update, ignored } = useUrlState(params);
  const feeds = useAnswer<readonly FeedAnswer[]>('/api/datasets');
  const dataset = pack.datasets.find(({ id }) => id === state.dataset);
  return (
    <section className="page dt-page">
      <IgnoredNote ignored={ignored} />
      <h1>
        {text.title}
        {feeds.data?.some(({ simulated }) => simulated) === true && <SimulatedMark />}
      </h1>
      {pack.datasets.length === 0 ? (
        <NothingYet title={text.noContracts} />
      ) : dataset === undefined ? (
        <Answered answer={feeds}>
          {(all) => (
            <div className="dt-page">
              {all.every(({ batches }) => batches === 0) && (
                <div className="panel">
                  <NothingYet
                    title={text.nothingLanded}
                    commands={['popplus city make', 'popplus ingest FOLDER', 'popplus refresh']}
                  />
                </div>
              )}
              {all.some(({ batches }) => batches > 0) && <FeedTotals feeds={all} />}
              <FeedTable feeds={all} state={state} update={update} />
            </div>
          )}
        </Answered>
      ) : (
        <FeedDetail key={dataset.id} dataset={dataset} state={state} update={update} onLanded={feeds.reload} />
      )}
    </section>
  );
}
