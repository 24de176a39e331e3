import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../account/account.tsx';
import { request, RequestFailure } from './request.ts';

/** Where a question to the server stands. While it is asked again the last answer stays. */
export interface Answer<T> {
  readonly data?: T;
  readonly failure?: RequestFailure;
  readonly waiting: boolean;
  readonly reload: () => void;
}

interface Got<T> {
  readonly question: string;
  readonly turn: number;
  readonly data?: T;
  readonly failure?: RequestFailure;
}

/**
 * The answer to a GET, or to a POST of `body`; nothing is asked while `address` is null. Asked anew when somebody signs in or out; given up
 * when the page is left.
 */
export function useAnswer<T>(address: string | null, body?: unknown): Answer<T> {
  const { change } = useAccount();
  const [turn, setTurn] = useState(0);
  const [got, setGot] = useState<Got<T>>();
  const question = address === null ? null : JSON.stringify({ address, body, change });
  useEffect(() => {
    if (question === null) return undefined;
    const stop = new AbortController();
    const asked = JSON.parse(question) as { address: string; body?: unknown };
    request<T>(asked.address, { body: asked.body, signal: stop.signal }).then(
      (data) => setGot({ question, turn, data }),
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setGot({ question, turn, failure: error instanceof RequestFailure ? error : new RequestFailure(0) });
      },
    );
    return () => stop.abort();
  }, [question, turn]);
  const reload = useCallback(() => setTurn((now) => now + 1), []);
  const current = got?.question === question ? got : undefined;
  return {
    ...(current?.data === undefined ? {} : { data: current.data }),
    ...(current?.failure === undefined ? {} : { failure: current.failure }),
    waiting: question !== null && current?.turn !== turn,
    reload,
  };
}
