import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskAction } from './mask-action.ts';

const action = {
  id: 1,
  at: '2025-01-01T00:00:00.000Z',
  by: 'clerk',
  kind: 'pair.decided',
  subject: 'marriage.0a.wife:wang05min03|vaccination.1b.mother:wang05min03',
  area: null,
  body: { found: ['secret'] },
  reason: '',
};

describe('maskAction', () => {
  it('shows records without the sound of the name, and no body', () => {
    expect(maskAction(action).subject).toBe('marriage.0a.wife|vaccination.1b.mother');
    expect(JSON.stringify(maskAction(action))).not.toContain('secret');
  });

  it('hides long numbers in a reason, wherever they stand and however wide they are written, and keeps the rest', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,18}$/), fc.constantFrom('', '核对', 'asked '), (digits, words) => {
        const wide = [...digits].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
        for (const written of [digits, wide]) {
          const { reason } = maskAction({ ...action, reason: `${words}${written}。` });
          expect(reason).not.toMatch(/\d{6}/);
          expect(reason.startsWith(words)).toBe(true);
        }
      }),
    );
    expect(maskAction({ ...action, reason: '2024-12-31 核对 12345' }).reason).toBe('2024-12-31 核对 12345');
  });
});
