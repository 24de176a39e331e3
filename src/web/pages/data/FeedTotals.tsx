import type { FeedAnswer } from '#api/answers';
import { wholeNumber } from '../../figure/format.ts';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { dataText } from './text.ts';

/** All feeds together: how many are in time, and that no row was lost. */
export function FeedTotals({ feeds }: { feeds: readonly FeedAnswer[] }) {
  const text = useText(dataText);
  const language = useLanguage();
  const sum = (part: 'read' | 'accepted' | 'quarantined' | 'mended'): number =>
    feeds.reduce((total, feed) => total + feed[part], 0);
  const shown = (value: number): string => wholeNumber(value, language);
  const count = (freshness: FeedAnswer['freshness']): number =>
    feeds.filter((feed) => feed.freshness === freshness).length;
  const clock = feeds.find(({ simulated }) => simulated);
  return (
    <dl className="dt-totals">
      <div className="panel">
        <dt>{text.feeds}</dt>
        <dd>
          <b>{feeds.length}</b>{' '}
          <small className="soft">
            {(['fresh', 'late', 'never'] as const).map((each) => `${text[each]} ${count(each)}`).join(' · ')}
            {clock !== undefined && <> · {fill(text.clockStands, { day: clock.judgedOn })}</>}
          </small>
        </dd>
      </div>
      <div className="panel">
        <dt>{text.balance}</dt>
        <dd>
          <b>{shown(sum('read'))}</b> = {shown(sum('accepted'))} + {shown(sum('quarantined'))}{' '}
          {sum('read') === sum('accepted') + sum('quarantined') && (
            <small className="dt-holds">✓ {text.balanceHolds}</small>
          )}
        </dd>
      </div>
      <div className="panel">
        <dt>{text.waitingRows}</dt>
        <dd>
          <b>{shown(sum('quarantined') - sum('mended'))}</b>{' '}
          <small className="soft">{fill(text.ofWhichMended, { count: shown(sum('mended')) })}</small>
        </dd>
      </div>
    </dl>
  );
}
