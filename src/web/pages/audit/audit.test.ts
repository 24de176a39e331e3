import { describe, expect, it } from 'vitest';
import { trailAddress } from './audit-params.ts';
import { subjectWords } from './subject-words.ts';
import { auditText } from './text.ts';

describe('trailAddress', () => {
  it('asks for all of a day of this place, whatever its zone, and for nothing that was not chosen', () => {
    const query = new URL(trailAddress({ by: '', day: '2025-03-30', kind: '', offset: 50 }), 'http://x').searchParams;
    const [from, until] = [new Date(query.get('from')!), new Date(query.get('until')!)];
    expect([from.getDate(), from.getHours(), until.getDate(), until.getHours()]).toEqual([30, 0, 31, 0]);
    expect([query.has('by'), query.has('kind'), query.get('offset')]).toEqual([false, false, '50']);
  });
});

const words = (kind: string, subject: string) => subjectWords({ kind, subject }, auditText.en, (id) => `<${id}>`);

describe('subjectWords', () => {
  it.each([
    ['person.sought', 'birth+name', 'by birth date + name'],
    ['person.seen', '0a1b', '0a1b'],
    ['pair.decided', 'marriage.0123456789.wife|vaccination.ab.mother', '<marriage> 012345 – <vaccination> ab'],
    ['quarantine.seen', 'marriage', '<marriage>'],
    ['file.handed-in', 'marriage/refused', '<marriage> · not taken in'],
    ['file.handed-in', 'marriage/abcdef0123', '<marriage> · batch abcdef01'],
    ['row.corrected', 'marriage/abcdef0123/7', '<marriage> · line 7 of batch abcdef01'],
    ['account.added', 'wang', 'wang'],
    ['of.tomorrow', 'x', 'x'],
  ])('%s %s', (kind, subject, expected) => expect(words(kind, subject)).toBe(expected));
});
