import { describe, expect, it } from 'vitest';
import type { KeptTexts } from './saved-scenarios.ts';
import { LONGEST_NAME, readSaved, tidyName, withSaved, writeSaved } from './saved-scenarios.ts';

/** A browser's storage; a full one refuses. */
function storage(full = false): KeptTexts {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, text);
    },
  };
}

describe('saved scenarios', () => {
  it('come back by pack', () => {
    const place = storage();
    const saved = withSaved([], { name: '生育支持', query: 's=medium&tfr=2030:1.5' });
    expect(writeSaved(place, '510500', saved)).toBe(true);
    expect(readSaved(place, '510500')).toEqual(saved);
    expect(readSaved(place, 'other')).toEqual([]);
  });

  it('replace one of the same name in its place', () => {
    const first = { name: 'A', query: 's=low' };
    const other = { name: 'B', query: 's=high' };
    expect(withSaved([first, other], { name: 'A', query: 's=plan' })).toEqual([{ name: 'A', query: 's=plan' }, other]);
  });

  it('survive what others put into the storage, and a storage that refuses', () => {
    const place = storage();
    for (const text of [
      'not json',
      '{}',
      '[1, {"name": "", "query": ""}, {"name": "a,b", "query": ""}, {"name": "a"}]',
    ]) {
      place.setItem('popplus.scenarios.x', text);
      expect(readSaved(place, 'x')).toEqual([]);
    }
    expect(writeSaved(storage(true), 'x', [])).toBe(false);
  });

  it('have names that fit an address', () => {
    expect(tidyName('  a,b,c  ')).toBe('a b c');
    expect(tidyName('x'.repeat(99))).toHaveLength(LONGEST_NAME);
  });
});
