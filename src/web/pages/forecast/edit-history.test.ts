import { describe, expect, it } from 'vitest';
import type { EditAction } from './edit-history.ts';
import { editHistory, sameChanges, startHistory } from './edit-history.ts';

const set = (value: number): EditAction => ({
  type: 'move',
  to: (present) => ({ ...present, fertility: { 2030: value } }),
});
const run = (...actions: EditAction[]) => actions.reduce(editHistory, startHistory({}));
const settle: EditAction = { type: 'settle' };
const undo: EditAction = { type: 'undo' };
const redo: EditAction = { type: 'redo' };

describe('editHistory', () => {
  it('makes one step of a drag', () => {
    const history = run(set(1.4), set(1.5), set(1.6), settle);
    expect(history.past).toEqual([{}]);
    expect(editHistory(history, undo).present).toEqual({});
  });

  it('undoes and redoes', () => {
    const history = run(set(1.4), settle, set(1.5), settle, undo);
    expect(history.present).toEqual({ fertility: { 2030: 1.4 } });
    expect(editHistory(history, redo).present).toEqual({ fertility: { 2030: 1.5 } });
    expect(run(undo).present).toEqual({});
    expect(run(redo).present).toEqual({});
  });

  it('settles late only where nothing has moved since', () => {
    const history = run(set(1.4));
    expect(editHistory(history, { type: 'settle', at: {} })).toBe(history);
    expect(editHistory(history, { type: 'settle', at: history.present }).past).toEqual([{}]);
  });

  it('settles a move in progress before it undoes', () => {
    expect(run(set(1.4), settle, set(1.5), undo).present).toEqual({ fertility: { 2030: 1.4 } });
  });

  it('forgets the future after a new move, and a move that came to nothing', () => {
    expect(run(set(1.4), settle, undo, set(1.7), settle).future).toEqual([]);
    expect(run(set(1.4), settle, set(1.5), set(1.4), settle).past).toEqual([{}]);
  });

  it('takes changes from elsewhere as a step', () => {
    const history = run(set(1.4), settle, { type: 'replace', changes: { netMigration: { 2030: 0 } } });
    expect(history.present).toEqual({ netMigration: { 2030: 0 } });
    expect(editHistory(history, undo).present).toEqual({ fertility: { 2030: 1.4 } });
  });

  it('compares by content', () => {
    expect(sameChanges({ fertility: {}, netMigration: { 2030: 1 } }, { netMigration: { 2030: 1 } })).toBe(true);
    expect(sameChanges({}, { netMigration: { 2030: 1 } })).toBe(false);
  });
});
