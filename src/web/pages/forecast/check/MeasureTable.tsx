import type { BackTestMeasure } from '#outlook';
import { isMissing } from '#base';
import { CONTENDERS, CONTENDER_NAMES, SCOPE_NAMES } from '#outlook';
import { signedNumber } from '../../../figure/format.ts';
import { figureText } from '../../../figure/text.ts';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import { MeasureRows } from './MeasureRows.tsx';
import { checkText } from './text.ts';

/** Errors of the model and its rivals on one kind of figure, the best marked. */
export function MeasureTable({ measure }: { measure: BackTestMeasure }) {
  const text = useText(checkText);
  const reasons = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const { scope, errors, winner, words, coverage, rows } = measure;
  const decimals = (value: number): string => signedNumber(value, 2, language).replace(/^\+/, '');
  return (
    <div className="lab-measure">
      <p className={winner === 'model' ? '' : 'lab-loses'}>
        {winner === 'model' ? '' : '▲ '}
        {local(words)}
      </p>
      <div className="lab-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.method}</th>
              {[text.count, text.mape, text.wape, text.bias].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CONTENDERS.map((contender) => {
              const error = errors[contender];
              return (
                <tr key={contender} className={contender === winner ? 'lab-winner' : ''}>
                  <th scope="row">
                    {local(CONTENDER_NAMES[contender])} {contender === winner && <small>{text.best}</small>}
                  </th>
                  {isMissing(error) ? (
                    <td colSpan={4} className="soft">
                      {reasons[error.missing]} {error.what === undefined ? '' : `(${error.what})`}
                    </td>
                  ) : (
                    <>
                      <td className="number">{error.count}</td>
                      <td className="number">{isMissing(error.mape) ? '—' : decimals(error.mape)}</td>
                      <td className="number">{decimals(error.wape)}</td>
                      <td className="number">{signedNumber(error.bias, 2, language)}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        {text.coverage}:{' '}
        {isMissing(coverage)
          ? `${reasons[coverage.missing]} (${coverage.what ?? ''})`
          : coverage
              .map(({ level, inside, count }) => fill(text.coverageOf, { level, inside, count }))
              .join(text.semicolon)}
      </p>
      <details>
        <summary>
          {text.rows} ({rows.length})
        </summary>
        <MeasureRows rows={rows} caption={local(SCOPE_NAMES[scope])} />
      </details>
    </div>
  );
}
