import { afterEach, describe, expect, it, vi } from 'vitest';
import { refusal, request, RequestFailure } from './request.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a request to the API', () => {
  it('gives the answer, or undefined where there is no content', async () => {
    vi.stubGlobal('fetch', async () => new Response('{"a":1}'));
    expect(await request('/api/x')).toEqual({ a: 1 });
    vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }));
    expect(await request('/api/x', { method: 'DELETE' })).toBeUndefined();
  });

  it('fails with the status and what the server found wrong', async () => {
    const errors = [{ zh: '缺列', en: 'a column is missing' }];
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ errors }), { status: 422 }));
    await expect(request('/api/x', { body: {} })).rejects.toMatchObject({ status: 422, errors });
  });

  it('tells a server that is not there from a request that was given up', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    await expect(request('/api/x')).rejects.toMatchObject({ status: 0 });
    const stop = new AbortController();
    stop.abort();
    await expect(request('/api/x', { signal: stop.signal })).rejects.not.toBeInstanceOf(RequestFailure);
  });

  it('keeps the status where the answer is no problem+json', () => {
    expect(refusal(502, '<html>').status).toBe(502);
    expect(refusal(502, '{}').errors).toEqual([]);
  });
});
