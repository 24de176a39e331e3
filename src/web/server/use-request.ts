import { useCallback, useEffect, useRef, useState } from 'react';
import { request, RequestFailure } from './request.ts';

/** Sends what somebody does; the last failure stays until the next. Given up when the part of the page goes. */
export function useRequest(): {
  /** The answer; undefined where it failed. */
  readonly send: <T>(address: string, body: unknown) => Promise<T | undefined>;
  readonly sending: boolean;
  readonly failure?: RequestFailure;
} {
  const [state, setState] = useState<{ sending: boolean; failure?: RequestFailure }>({ sending: false });
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const send = useCallback(async <T>(address: string, body: unknown): Promise<T | undefined> => {
    stop.current?.abort();
    const { signal } = (stop.current = new AbortController());
    setState({ sending: true });
    try {
      const answer = await request<T>(address, { body, signal });
      setState({ sending: false });
      return answer;
    } catch (error) {
      if (!signal.aborted)
        setState({ sending: false, failure: error instanceof RequestFailure ? error : new RequestFailure(0) });
      return undefined;
    }
  }, []);
  return { send, ...state };
}
