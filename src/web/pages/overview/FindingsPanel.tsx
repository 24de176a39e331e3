import type { Figure } from '#base';
import { useMemo } from 'react';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import type { CrossingFinding, SizeFinding } from './findings.ts';
import { crossingFindings, sizeFinding } from './findings.ts';
import { Sentence } from '../../text/Sentence.tsx';
import { overviewText } from './text.ts';

/** Whether the plan's population targets can be met, in sentences made of figures. */
export function FindingsPanel() {
  const { book } = useSession();
  const text = useText(overviewText);
  const size = useMemo(() => sizeFinding(book), [book]);
  const crossings = useMemo(() => crossingFindings(book), [book]);
  if (size === undefined && crossings.length === 0) return null;
  return (
    <section className="panel ov-findings">
      <h2>{text.findings}</h2>
      {size !== undefined && <SizeSentences finding={size} />}
      {crossings.map((finding) => (
        <CrossingSentences key={`${finding.indicator.id} ${finding.stated.at}`} finding={finding} />
      ))}
    </section>
  );
}

function SizeSentences({ finding }: { finding: SizeFinding }) {
  const text = useText(overviewText);
  const local = useLocal();
  const { latest, targets, migration } = finding;
  const scenario = local(finding.scenario.label);
  const last = targets[targets.length - 1]!.target;
  return (
    <>
      <p>
        <Sentence
          text={fill(text.sizeLatest, { year: latest.year, latest: '{latest}' })}
          parts={{ latest: <FigureValue figure={latest} /> }}
        />
      </p>
      <ul>
        {targets.map(({ target, expected, gap }) => (
          <li key={target.year}>
            <Sentence
              text={text.sizeTarget}
              parts={{
                year: target.year,
                scenario,
                target: <FigureValue figure={target} />,
                expected: <FigureValue figure={expected} />,
                gap: gap === undefined ? '—' : <Gap gap={gap} expected={expected} target={target} />,
              }}
            />
          </li>
        ))}
        {migration !== undefined && (
          <li>
            {migration.required === undefined ? (
              <Sentence
                text={text.unreachable}
                parts={{ scenario, to: migration.to, target: <FigureValue figure={last} /> }}
              />
            ) : (
              <Sentence
                text={text.migration}
                parts={{
                  scenario,
                  from: migration.from,
                  to: migration.to,
                  target: <FigureValue figure={last} />,
                  required: (
                    <strong>
                      <FigureValue figure={migration.required} />
                    </strong>
                  ),
                  assumed: <FigureValue figure={migration.assumed} />,
                }}
              />
            )}{' '}
            {migration.recent !== undefined && (
              <Sentence
                text={text.migrationRecent}
                parts={{ year: migration.recent.year, recent: <FigureValue figure={migration.recent} /> }}
              />
            )}
          </li>
        )}
      </ul>
    </>
  );
}

/** How far an expected value is from a target, in words; itself a figure that explains the difference. */
function Gap({ gap, expected, target }: { gap: number; expected: Figure; target: Figure }) {
  const text = useText(overviewText);
  const figure: Figure = {
    ...expected,
    value: Math.abs(gap),
    explanation: {
      formula: '|x − x*|',
      inputs: [
        { name: { zh: '预测', en: 'projected' }, value: expected.value, unit: expected.unit, source: expected.source },
        { name: { zh: '目标', en: 'target' }, value: target.value, unit: target.unit, source: target.source },
      ],
    },
  };
  return <Sentence text={gap < 0 ? text.short : text.beyond} parts={{ gap: <FigureValue figure={figure} /> }} />;
}

function CrossingSentences({ finding: { indicator, stated, figure, crossings } }: { finding: CrossingFinding }) {
  const text = useText(overviewText);
  const local = useLocal();
  const bound = text[stated.bound as 'above'];
  return (
    <>
      <p>
        <Sentence
          text={text.crossing}
          parts={{ label: local(indicator.label), year: stated.at, bound, level: <FigureValue figure={figure} /> }}
        />
      </p>
      <ul className="ov-crossings">
        {crossings.map(({ scenario, figure: first }) => {
          const early = first === undefined ? 0 : stated.at - first.year;
          return (
            <li key={scenario.id}>
              <span>{local(scenario.label)}</span>
              {first === undefined ? (
                <span className="soft">{text.notWithin}</span>
              ) : (
                <>
                  <strong>{fill(text.crossingYear, { year: first.year })}</strong>
                  <FigureValue figure={first} />
                  <span className="soft">
                    {early === 0 ? text.same : fill(early > 0 ? text.earlier : text.later, { years: Math.abs(early) })}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
