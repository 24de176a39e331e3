import { App as Messages, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { AccountProvider } from './account/account.tsx';
import { Failure } from './frame/Failure.tsx';
import { NotFound } from './frame/NotFound.tsx';
import { Shell } from './frame/Shell.tsx';
import { SessionProvider } from './session.tsx';
import { LanguageContext } from './text/language.tsx';
import { textParam } from './url/params.ts';
import { useUrlState } from './url/use-url-state.ts';

const OverviewPage = lazy(() => import('./pages/overview/OverviewPage.tsx'));
const PopulationPage = lazy(() => import('./pages/population/PopulationPage.tsx'));
const ForecastPage = lazy(() => import('./pages/forecast/ForecastPage.tsx'));
const PlanPage = lazy(() => import('./pages/plan/PlanPage.tsx'));
const WarningsPage = lazy(() => import('./pages/warnings/WarningsPage.tsx'));
const DataPage = lazy(() => import('./pages/data/DataPage.tsx'));
const RegisterPage = lazy(() => import('./pages/register/RegisterPage.tsx'));
const ReviewPage = lazy(() => import('./pages/review/ReviewPage.tsx'));
const AuditPage = lazy(() => import('./pages/audit/AuditPage.tsx'));

const params = { lang: textParam(['zh', 'en'], 'zh') };

export function App() {
  const { state, update } = useUrlState(params);
  useEffect(() => {
    document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  }, [state.lang]);
  const waiting = <Spin className="waiting" description="人口+" />;
  return (
    <LanguageContext value={state.lang}>
      <ConfigProvider
        button={{ autoInsertSpace: false }}
        locale={state.lang === 'zh' ? zhCN : enUS}
        theme={{
          token: { colorPrimary: '#0b5a8a', colorTextDescription: '#5b6b79', borderRadius: 4, fontFamily: 'inherit' },
        }}
      >
        <Messages component={false}>
          <Failure>
            <Suspense fallback={waiting}>
              <SessionProvider>
                <AccountProvider>
                  <Shell onLanguage={(lang) => update({ lang })}>
                    <Suspense fallback={waiting}>
                      <Switch>
                        <Route path="/" component={OverviewPage} />
                        <Route path="/population" component={PopulationPage} />
                        <Route path="/forecast" component={ForecastPage} />
                        <Route path="/plan" component={PlanPage} />
                        <Route path="/warnings" component={WarningsPage} />
                        <Route path="/data" component={DataPage} />
                        <Route path="/register" component={RegisterPage} />
                        <Route path="/review" component={ReviewPage} />
                        <Route path="/audit" component={AuditPage} />
                        <Route component={NotFound} />
                      </Switch>
                    </Suspense>
                  </Shell>
                </AccountProvider>
              </SessionProvider>
            </Suspense>
          </Failure>
        </Messages>
      </ConfigProvider>
    </LanguageContext>
  );
}
