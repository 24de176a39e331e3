import type { QuarantineAnswer } from '#api/answers';
import type { Dataset } from '#plan';
import { useEffect, useRef, useState } from 'react';
import { NeedsRole } from '../../account/NeedsRole.tsx';
import { wholeNumber } from '../../figure/format.ts';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { Pager } from '../../frame/Pager.tsx';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { DataState, UpdateData } from './data-params.ts';
import { PAGE_SIZE } from './data-params.ts';
import { QuarantinedRow } from './QuarantinedRow.tsx';
import { dataText } from './text.ts';

interface Props {
  readonly dataset: Dataset;
  readonly state: DataState;
  readonly update: UpdateData;
  readonly onCorrected: () => void;
}

/** Rows of a feed that wait for correction, for a data officer. */
export function QuarantineTab(props: Props) {
  const text = useText(dataText);
  return (
    <NeedsRole needed="officer" why={text.whyOfficer}>
      <Rows {...props} />
    </NeedsRole>
  );
}

function Rows({ dataset, state, update, onCorrected }: Props) {
  const text = useText(dataText);
  const language = useLanguage();
  const { offset } = state;
  const [corrected, setCorrected] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (corrected !== '') said.current?.focus({ preventScroll: true });
  }, [corrected]);
  const rows = useAnswer<QuarantineAnswer>(
    `/api/datasets/${dataset.id}/quarantine?offset=${offset}&limit=${PAGE_SIZE}`,
  );
  return (
    <>
      {corrected !== '' && (
        <p role="status" className="dt-holds dt-corrected" tabIndex={-1} ref={said}>
          ✓ {corrected}
        </p>
      )}
      <Answered answer={rows}>
        {({ total, rows: waiting }) =>
          total === 0 ? (
            <NothingYet title={text.noneWaits} />
          ) : (
            <>
              <p className="soft">{fill(text.waitNote, { count: wholeNumber(total, language) })}</p>
              {waiting.map((row) => (
                <QuarantinedRow
                  key={`${row.batch} ${row.line}`}
                  dataset={dataset}
                  row={row}
                  onCorrected={() => {
                    setCorrected(fill(text.corrected, { line: row.line }));
                    rows.reload();
                    onCorrected();
                  }}
                />
              ))}
              <Pager offset={offset} size={PAGE_SIZE} total={total} onOffset={(value) => update({ offset: value })} />
            </>
          )
        }
      </Answered>
    </>
  );
}
