import { describe, expect, it } from 'vitest';
import { progress } from '../../src/cli/progress.ts';

describe('a progress bar', () => {
  it('writes over itself on a screen and goes away at the end', () => {
    const shown: string[] = [];
    const bar = progress(
      { out: () => undefined, err: () => expect.unreachable(), live: (text) => void shown.push(text), language: 'en' },
      'work',
    );
    for (let done = 0; done <= 4; done++) bar.at(done, 4);
    bar.end();
    expect(shown).toHaveLength(6);
    expect(shown[2]).toBe('work [############............] 2/4');
    expect(shown.at(-1)).toBe('');
  });

  it('writes a line at every tenth where there is no screen', () => {
    const lines: string[] = [];
    const bar = progress(
      { out: () => expect.unreachable(), err: (line) => void lines.push(line), language: 'en' },
      'work',
    );
    for (let done = 0; done <= 1000; done++) bar.at(done, 1000);
    bar.end();
    expect(lines).toEqual(Array.from({ length: 11 }, (_, tenth) => `work ${tenth * 100}/1000`));
  });
});
