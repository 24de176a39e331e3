import { describe, expect, it } from 'vitest';
import type { Batch } from './batch.ts';
import { settledRows } from './quarantine.ts';

const batch = (id: string, accepted: number, corrects?: Batch['corrects']): Batch => ({
  dataset: 'marriage',
  id,
  file: `${id}.csv`,
  bytes: 1,
  contract: '2026-01-01',
  landed: '2026-01-01T00:00:00.000Z',
  simulated: true,
  read: 1,
  accepted,
  quarantined: 1 - accepted,
  quality: [],
  knownUntil: null,
  ...(corrects === undefined ? {} : { corrects }),
});

describe('rows that wait no more', () => {
  it('are those mended; a correction refused itself is one, and the row it was to mend is not', () => {
    const delivered = batch('a', 0);
    const refused = batch('b', 0, { batch: 'a', line: 7 });
    expect([...settledRows([delivered])]).toEqual([]);
    expect([...settledRows([delivered, refused])]).toEqual(['b 1']);
    expect([...settledRows([delivered, refused, batch('c', 1, { batch: 'a', line: 7 })])]).toEqual(['b 1', 'a 7']);
  });

  it('are counted once, also where a refused correction was what somebody corrected', () => {
    const refused = batch('b', 0, { batch: 'a', line: 7 });
    const twice = [batch('c', 1, { batch: 'b', line: 1 }), batch('d', 1, { batch: 'a', line: 7 })];
    expect([...settledRows([batch('a', 0), refused, ...twice])]).toEqual(['b 1', 'a 7']);
  });
});
