import type { FeedDetailAnswer } from '#api/answers';
import type { Dataset } from '#plan';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { TabBar } from '../../frame/TabBar.tsx';
import { wholeNumber } from '../../figure/format.ts';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { ContractTab } from './ContractTab.tsx';
import type { DataState, UpdateData } from './data-params.ts';
import { TABS } from './data-params.ts';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { Freshness } from './Freshness.tsx';
import { QualityTab } from './QualityTab.tsx';
import { QuarantineTab } from './QuarantineTab.tsx';
import { dataText } from './text.ts';
import { UploadTab } from './UploadTab.tsx';

/** One feed: its contract, its deliveries, their quality, the rows that wait, and taking in a file. */
export function FeedDetail({
  dataset,
  state,
  update,
  onLanded,
}: {
  dataset: Dataset;
  state: DataState;
  update: UpdateData;
  onLanded: () => void;
}) {
  const text = useText(dataText);
  const local = useLocal();
  const language = useLanguage();
  const feed = useAnswer<FeedDetailAnswer>(`/api/datasets/${dataset.id}`);
  const changed = (): void => {
    feed.reload();
    onLanded();
  };
  const waiting = feed.data === undefined ? 0 : feed.data.quarantined - feed.data.mended;
  const none = <NothingYet title={text.neverDelivered} commands={[`popplus ingest ${dataset.id} FILE`]} />;
  return (
    <>
      <header className="dt-head">
        <button type="button" className="pl-link" onClick={() => update({ dataset: '', offset: 0 })}>
          ‹ {text.allFeeds}
        </button>
        <h2>{local(dataset.label)}</h2>
        {feed.data !== undefined && (
          <>
            <Freshness freshness={feed.data.freshness} />
            <span className="soft">
              {text.knownUntil} {feed.data.knownUntil ?? '—'} · {text.dueOn} {feed.data.dueOn ?? '—'}
            </span>
          </>
        )}
      </header>
      <TabBar
        label={local(dataset.label)}
        chosen={state.tab}
        onChoose={(tab) => update({ tab, offset: 0 })}
        tabs={TABS.map((id) => ({
          id,
          label: (
            <>
              {text[id]} {id === 'quarantine' && waiting > 0 && <small>{wholeNumber(waiting, language)}</small>}
            </>
          ),
        }))}
      />
      <div className="panel">
        {state.tab === 'contract' && <ContractTab dataset={dataset} />}
        {state.tab === 'deliveries' && (
          <Answered answer={feed}>
            {({ deliveries }) => (deliveries.length === 0 ? none : <DeliveriesTab deliveries={deliveries} />)}
          </Answered>
        )}
        {state.tab === 'quality' && (
          <Answered answer={feed}>
            {({ deliveries }) =>
              deliveries.length === 0 ? (
                none
              ) : (
                <QualityTab dataset={dataset} deliveries={deliveries} state={state} update={update} />
              )
            }
          </Answered>
        )}
        {state.tab === 'quarantine' && (
          <QuarantineTab dataset={dataset} state={state} update={update} onCorrected={changed} />
        )}
        {state.tab === 'upload' && <UploadTab dataset={dataset} onLanded={changed} />}
      </div>
    </>
  );
}
