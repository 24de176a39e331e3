import { useMemo } from 'react';
import { isMissing } from '#base';
import type { ConsistencyFinding, ConsistencyVerdict } from '#outlook';
import { consistency } from '#outlook';
import { formatValue, unitName } from '../../figure/format.ts';
import { SourceNote } from '../../figure/SourceNote.tsx';
import { figureText } from '../../figure/text.ts';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { planText } from './text.ts';

const SIGNS: Readonly<Record<ConsistencyVerdict, string>> = {
  holds: '✓',
  'beyond-seen': '▲',
  conflicts: '≠',
  'not-computable': '?',
};

/** The plan's targets run together in one projection: what that takes, and which other numbers of the plan then fail. */
export function ConsistencyTab() {
  const { book, pack } = useSession();
  const text = useText(planText);
  const local = useLocal();
  const language = useLanguage();
  const { held, findings } = useMemo(() => consistency(book), [book]);
  const count = (verdict: ConsistencyVerdict): number =>
    findings.filter((finding) => finding.verdict === verdict).length;
  if (held.length === 0) return <p className="panel">{text.noTargetsToHold}</p>;
  const indicators = [...new Set(held.map(({ indicator }) => indicator))];
  return (
    <>
      <div className="panel">
        <p>
          <b>
            {fill(text.consistencyCount, {
              total: findings.length,
              conflicts: count('conflicts'),
              beyond: count('beyond-seen'),
              holds: count('holds'),
              open: count('not-computable'),
            })}
          </b>
        </p>
        <p className="soft">{text.consistencyIntro}</p>
        <dl className="pl-facts">
          {indicators.map((indicator) => (
            <div key={indicator.id} className="pl-held">
              <dt>{local(indicator.label)}</dt>
              <dd>
                {held
                  .filter((entry) => entry.indicator === indicator)
                  .map(({ target }) => `${target.at}: ${formatValue(pack, target.value, indicator.unit, language)}`)
                  .join(' · ')}{' '}
                {unitName(pack, indicator.unit, language)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
    </>
  );
}

function FindingCard({ finding }: { finding: ConsistencyFinding }) {
  const { pack } = useSession();
  const text = useText(planText);
  const words = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const { verdict, title, computed, stated, unit, arithmetic, sentences, sources } = finding;
  const [first, ...evidence] = sentences;
  const shown = (value: number): string =>
    `${formatValue(pack, value, unit, language)} ${unitName(pack, unit, language)}`;
  return (
    <article className={`panel pl-statement pl-${verdict}`}>
      <header className="pl-head">
        <h2>{local(title)}</h2>
        <span className="pl-verdict">
          <span aria-hidden="true">{SIGNS[verdict]}</span> {text[verdict]}
        </span>
      </header>
      <p>{first !== undefined && local(first)}</p>
      <p>
        <b>{isMissing(computed) ? words[computed.missing] : shown(computed)}</b>
        {stated !== undefined && <span className="soft"> · {fill(text.planSays, { value: shown(stated) })}</span>}
        <br />
        <code>{arithmetic}</code>
      </p>
      {evidence.length > 0 && (
        <ul>
          {evidence.map((sentence) => (
            <li key={sentence.en}>{local(sentence)}</li>
          ))}
        </ul>
      )}
      <p className="soft">
        {sources.map((source, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            <SourceNote source={source} />
          </span>
        ))}
      </p>
    </article>
  );
}
