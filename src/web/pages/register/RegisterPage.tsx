import type { RegisterAnswer } from '#api/answers';
import { useEffect, useMemo } from 'react';
import { IgnoredNote } from '../../frame/IgnoredNote.tsx';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { TabBar } from '../../frame/TabBar.tsx';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useSession } from '../../session.tsx';
import { useText } from '../../text/language.tsx';
import { useUrlState } from '../../url/use-url-state.ts';
import { AccountsTab } from './AccountsTab.tsx';
import { CheckTab } from './checks/CheckTab.tsx';
import { CountsTab } from './CountsTab.tsx';
import { HouseholdsTab } from './households/HouseholdsTab.tsx';
import { LineagePanel } from './LineagePanel.tsx';
import { PersonTab } from './PersonTab.tsx';
import { registerParams, TABS } from './register-params.ts';
import { RefreshLine } from './RefreshLine.tsx';
import { StatisticsTab } from './statistics/StatisticsTab.tsx';
import { registerText } from './text.ts';
import { VersionLine } from './VersionLine.tsx';
import '../plan/plan.css';
import './register.css';

/** Milliseconds between questions while a refresh runs. */
const POLL = 1500;

/** The population register: its version in force, counts by place, accounts, and one person's panorama. */
export default function RegisterPage() {
  const { pack } = useSession();
  const text = useText(registerText);
  const params = useMemo(() => registerParams(pack), [pack]);
  const { state, update, ignored } = useUrlState(params);
  const register = useAnswer<RegisterAnswer>('/api/register');
  const { data, reload } = register;
  useEffect(() => {
    if (data?.refresh.state !== 'running') return undefined;
    const timer = setTimeout(reload, POLL);
    return () => clearTimeout(timer);
  }, [data, reload]);
  return (
    <section className="page rg-page">
      <IgnoredNote ignored={ignored} />
      <h1>{text.title}</h1>
      <Answered answer={register}>
        {({ version, refresh }) => (
          <div className="rg-page">
            <section className="panel rg-version">
              {version !== null && <VersionLine version={version} state={state} update={update} />}
              {version === null && refresh.state !== 'running' && (
                <NothingYet
                  title={refresh.waiting.batches > 0 ? text.notMade : text.nothingLanded}
                  commands={
                    refresh.waiting.batches > 0
                      ? ['popplus refresh']
                      : ['popplus city make', 'popplus ingest FOLDER', 'popplus refresh']
                  }
                />
              )}
              <RefreshLine refresh={refresh} onStarted={reload} />
            </section>
            {version !== null && (
              <>
                {state.lineage === 'files' && <LineagePanel version={version} update={update} />}
                <TabBar
                  label={text.title}
                  chosen={state.tab}
                  onChoose={(tab) => update({ tab })}
                  tabs={TABS.map((id) => ({ id, label: text[id] }))}
                />
                {state.tab === 'counts' && (
                  <CountsTab key={version.number} version={version} state={state} update={update} />
                )}
                {state.tab === 'statistics' && (
                  <StatisticsTab key={version.number} version={version} state={state} update={update} />
                )}
                {state.tab === 'households' && (
                  <HouseholdsTab key={version.number} version={version} state={state} update={update} />
                )}
                {state.tab === 'accounts' && (
                  <AccountsTab key={version.number} version={version} state={state} update={update} />
                )}
                {state.tab === 'check' && <CheckTab key={version.number} version={version} />}
                {state.tab === 'person' && (
                  <PersonTab key={version.number} version={version} state={state} update={update} />
                )}
              </>
            )}
          </div>
        )}
      </Answered>
    </section>
  );
}
