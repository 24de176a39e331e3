import { getArea } from '#plan';
import { useMemo } from 'react';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { textParam } from '../../url/params.ts';
import { useUrlState } from '../../url/use-url-state.ts';
import { AreaMap } from './AreaMap.tsx';
import { DistrictTable } from './DistrictTable.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { mapMeasures } from './measures.ts';
import { TargetsPanel } from './TargetsPanel.tsx';
import { overviewText } from './text.ts';
import { WarningsPanel } from './WarningsPanel.tsx';
import './overview.css';

const FIRST_MEASURE = 'share-65-plus';

/** Where the population stands, what warns, and whether the plan's targets can be met, on one page. */
export default function OverviewPage() {
  const { pack, book } = useSession();
  const text = useText(overviewText);
  const local = useLocal();
  const measures = useMemo(() => mapMeasures(book), [book]);
  const params = useMemo(() => {
    const ids = measures.map((measure) => measure.id);
    return {
      indicator: textParam(ids, ids.includes(FIRST_MEASURE) ? FIRST_MEASURE : (ids[0] ?? '')),
      targets: textParam(['box', 'all'], 'box'),
    };
  }, [measures]);
  const { state, update, ignored } = useUrlState(params);
  const measure = measures.find((candidate) => candidate.id === state.indicator);
  return (
    <section className="page">
      <h1>{fill(text.title, { area: local(getArea(pack, pack.info.city).name) })}</h1>
      <IgnoredNote ignored={ignored} />
      <div className="grid ov-grid">
        <section className="panel ov-wide">
          <h2>{text.keyFigures}</h2>
          <KeyFigures />
        </section>
        <section className="panel">
          <h2>{text.map}</h2>
          {measure !== undefined && (
            <AreaMap measures={measures} measure={measure} onMeasure={(indicator) => update({ indicator })} />
          )}
        </section>
        <div className="grid ov-side">
          <FindingsPanel />
          <WarningsPanel />
        </div>
        <div className="ov-wide">
          <DistrictTable />
        </div>
        <div className="ov-wide">
          <TargetsPanel all={state.targets === 'all'} onAll={(all) => update({ targets: all ? 'all' : 'box' })} />
        </div>
      </div>
    </section>
  );
}
