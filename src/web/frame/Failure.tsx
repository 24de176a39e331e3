import type { ReactNode } from 'react';
import { Component } from 'react';
import { LanguageContext } from '../text/language.tsx';
import { frameText } from './text.ts';

/** Last resort for a bug in a page: says so, shows the message, offers to reload. */
export class Failure extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  static override contextType = LanguageContext;
  declare context: React.ContextType<typeof LanguageContext>;
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    const text = frameText[this.context];
    return (
      <section className="page" role="alert">
        <h1>{text.failed}</h1>
        <p>{this.state.error.message}</p>
        <button type="button" onClick={() => location.reload()}>
          {text.reload}
        </button>
      </section>
    );
  }
}
