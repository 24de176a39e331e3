import type { ReactNode } from 'react';
import './tab-bar.css';

/** Buttons that choose one of several parts of a page; where they do not fit, the chosen one is scrolled into view. */
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
          ref={chosen === tab.id ? (button) => scrollTo(button) : undefined}
          aria-current={chosen === tab.id ? 'page' : undefined}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </nav>
  );
}

/** Scrolls the bar, and nothing else, so that a tab that is not all in view stands in its middle; also when labels have grown. */
function scrollTo(tab: HTMLElement | null): void {
  const bar = tab?.parentElement;
  if (tab === null || !bar) return;
  const hidden = tab.offsetLeft - bar.scrollLeft;
  if (hidden < 0 || hidden + tab.offsetWidth > bar.clientWidth)
    bar.scrollLeft = tab.offsetLeft - (bar.clientWidth - tab.offsetWidth) / 2;
}
