import type { Language } from '#base';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { mayAct, useAccount } from '../account/account.tsx';
import { AccountButton } from '../account/AccountButton.tsx';
import { useSession } from '../session.tsx';
import { fill } from '../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../text/language.tsx';
import { PAGES } from './pages.ts';
import { frameText } from './text.ts';

/** Header with navigation and language, the page, and a footer that tells which data this is. */
export function Shell({ onLanguage, children }: { onLanguage: (language: Language) => void; children: ReactNode }) {
  const text = useText(frameText);
  const local = useLocal();
  const language = useLanguage();
  const { pack } = useSession();
  const { account } = useAccount();
  const [path] = useLocation();
  const page = PAGES.find(([, target]) => target === path)?.[0];
  const title = `${page === undefined ? text.notFound : text[page]} · ${local(pack.info.label)} · ${text.product}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const kept = new URLSearchParams(useSearch()).get('lang');
  const address = (target: string): string => (kept === null ? target : `${target}?lang=${kept}`);
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <header className="header">
        <Link className="brand" href={address('/')}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          <span>
            {text.product} · {local(pack.info.label)}
          </span>
        </Link>
        <nav aria-label={text.navigation}>
          {PAGES.filter(([name]) => name !== 'audit' || mayAct(account, 'admin')).map(([name, target]) => (
            <Link key={name} href={address(target)} aria-current={path === target ? 'page' : undefined}>
              {text[name]}
            </Link>
          ))}
        </nav>
        <div className="header-tools">
          <AccountButton />
          <Button size="small" className="language" onClick={() => onLanguage(language === 'zh' ? 'en' : 'zh')}>
            {text.language}
          </Button>
        </div>
      </header>
      {pack.info.fictional && <Alert type="warning" banner title={text.fictional} />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <span>{local(pack.info.title)}</span>
        <span>{fill(text.engine, { version: pack.info.version, fingerprint: pack.fingerprint.slice(0, 8) })}</span>
        <a href="/api">{text.help}</a>
      </footer>
    </>
  );
}
