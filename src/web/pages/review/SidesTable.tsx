import type { PairAnswer } from '#api/answers';
import { fill, wordFor } from '../../text/catalogue.ts';
import { useText } from '../../text/language.tsx';
import { useWords } from '../register/use-words.ts';
import { attributeText } from './evidence-text.ts';
import { reviewText } from './text.ts';

/** Both records attribute by attribute; where they differ or one is silent it is marked. */
export function SidesTable({ sides }: { sides: PairAnswer['sides'] }) {
  const text = useText(reviewText);
  const names = useText(attributeText);
  const words = useWords();
  const said = new Set(sides.flatMap(({ values }) => Object.keys(values)));
  const attributes = [...said].toSorted((a, b) => Number(a === KNOWN) - Number(b === KNOWN));
  return (
    <div className="rv-scroll">
      <table className="rv-sides">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{text.attribute}</span>
            </th>
            {sides.map(({ record, dataset, role, cluster }) => (
              <th key={record} scope="col">
                {words.dataset(dataset)} · {words.kind(role)}
                <small className="soft">
                  {cluster.records <= 1
                    ? text.clusterNone
                    : fill(text.cluster, {
                        records: cluster.records,
                        datasets: cluster.datasets.map((id) => words.dataset(id)).join(text.and),
                      })}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attributes.map((attribute) => {
            const a = sides[0].values[attribute] ?? null;
            const b = sides[1].values[attribute] ?? null;
            if (a === null && b === null) return null;
            const mark = markOf(attribute, a, b);
            return (
              <tr key={attribute} className={`rv-${mark}`}>
                <th scope="row">
                  {attribute in names ? wordFor(names, attribute) : words.kind(attribute)}{' '}
                  <i title={text[mark]}>
                    <span aria-hidden="true">{MARKS[mark]}</span>
                    <span className="unseen">{text[mark]}</span>
                  </i>
                </th>
                {[a, b].map((value, index) => (
                  <td key={index}>{value === null ? '—' : words.value(attribute, value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const KNOWN = 'knownSince';

const MARKS = { equal: '=', alike: '≈', differs: '≠', silent: '·' } as const;

/** How two shown texts stand to each other; masked ones that look equal may be different, and days of notice say nothing. */
function markOf(attribute: string, a: string | null, b: string | null): keyof typeof MARKS {
  if (a === null || b === null || attribute === KNOWN) return 'silent';
  if (a !== b) return 'differs';
  return a.includes('*') ? 'alike' : 'equal';
}
