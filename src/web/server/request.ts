/** One thing that the server found wrong with a request. */
export interface RequestError {
  readonly zh: string;
  readonly en: string;
  readonly fix?: string;
}

/** A request that the server refused, or that never reached it (`status` 0). */
export class RequestFailure extends Error {
  readonly status: number;
  readonly errors: readonly RequestError[];

  constructor(status: number, errors: readonly RequestError[] = []) {
    super(`${status}`);
    this.status = status;
    this.errors = errors;
  }
}

/** Asks the API: GET, or POST where there is a body. Throws a `RequestFailure`; an aborted request throws what `fetch` throws. */
export async function request<T>(
  address: string,
  { body, method, signal }: { body?: unknown; method?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const response = await fetch(address, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted === true ? error : new RequestFailure(0);
  });
  const content = await response.text();
  if (!response.ok) throw refusal(response.status, content);
  return (content === '' ? undefined : JSON.parse(content)) as T;
}

/** The failure that an answer of `application/problem+json` tells of; one without errors where the answer is something else. */
export function refusal(status: number, content: string): RequestFailure {
  try {
    const { errors } = JSON.parse(content) as { errors?: readonly RequestError[] };
    return new RequestFailure(status, errors ?? []);
  } catch {
    return new RequestFailure(status);
  }
}
