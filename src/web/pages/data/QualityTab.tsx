import type { BatchAnswer } from '#api/answers';
import type { Language } from '#base';
import type { Dataset } from '#plan';
import { useMemo } from 'react';
import { percent, wholeNumber } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import type { DataState, UpdateData } from './data-params.ts';
import type { Measure } from './quality.ts';
import { fieldQuality, ratedDeliveries } from './quality.ts';
import { dataText } from './text.ts';

/** Deliveries shown side by side. */
const MOST = 13;

/** Fields by deliveries, shaded by the share of rows that are faulty or filled; the worst field first. */
export function QualityTab({
  dataset,
  deliveries,
  state,
  update,
}: {
  dataset: Dataset;
  deliveries: readonly BatchAnswer[];
  state: DataState;
  update: UpdateData;
}) {
  const text = useText(dataText);
  const language = useLanguage();
  const { measure } = state;
  const rated = useMemo(() => ratedDeliveries(deliveries, MOST), [deliveries]);
  const rows = useMemo(() => fieldQuality(rated, measure), [rated, measure]);
  return (
    <>
      <div className="pl-filters">
        <Choose
          label={text.measure}
          value={measure}
          onChange={(value) => update({ measure: value })}
          options={(['faulty', 'filled'] as const).map((value) => ({ value, label: text[`measure-${value}`] }))}
        />
      </div>
      <div className="dt-scroll" tabIndex={0} role="region" aria-label={text.quality}>
        <table className="dt-heat">
          <thead>
            <tr>
              <th scope="col">{text.column}</th>
              {rated.map((batch) => (
                <th key={batch.id} scope="col" title={batch.file}>
                  {batch.knownUntil ?? batch.landed.slice(0, 10)}
                  <small className="soft">{fill(text.rows, { count: wholeNumber(batch.read, language) })}</small>
                </th>
              ))}
              <th scope="col" className="number">
                {text.distinct}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, shares, distinct }) => {
              const meant = dataset.fields.find(({ id }) => id === field);
              return (
                <tr key={field}>
                  <th scope="row">
                    {meant?.column ?? field}
                    {meant?.required === true && <small className="soft"> {text.required}</small>}
                  </th>
                  {shares.map((share, index) => (
                    <td
                      key={rated[index]!.id}
                      className={`number dt-${measure} dt-step-${share === undefined ? 'none' : stepOf(share, measure)}`}
                    >
                      {share === undefined ? '—' : shareWords(share, language)}
                    </td>
                  ))}
                  <td className="number">{distinct === undefined ? '—' : wholeNumber(distinct, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="source">{text.qualityNote}</p>
    </>
  );
}

/** Bad shares from which on a cell has the next darker shade. */
const BOUNDS = { faulty: [0, 0.001, 0.01, 0.05], filled: [0.01, 0.1, 0.3, 0.6] } as const;

/** Shade of a share, 0 the best. */
function stepOf(share: number, measure: Measure): number {
  const bad = measure === 'faulty' ? share : 1 - share;
  return BOUNDS[measure].filter((bound) => bad > bound).length;
}

/** A share in percent; a small one is told from none. */
function shareWords(share: number, language: Language): string {
  if (share > 0 && share < 0.0001) return `< ${percent(0.0001, 2, language)}`;
  return percent(share, share === 0 ? 0 : share < 0.01 ? 2 : 1, language);
}
