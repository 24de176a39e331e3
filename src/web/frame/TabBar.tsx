import type { ReactNode } from 'react';
import './tab-bar.css';

/** Buttons that choose one of several parts of a page. */
export function TabBar<T extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly { readonly id: T; readonly label: ReactNode }[];
  chosen: T;
  onChoose: (id: T) => void;
}) {
  return (
    <nav className="tab-bar" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          aria-current={chosen === tab.id ? 'page' : undefined}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </nav>
  );
}
