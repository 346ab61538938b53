import { describe, expect, it } from 'vitest';
import { shareEqual } from './share.ts';

const older = {
  rows: [
    { id: 'a', gates: [1, 2] },
    { id: 'b', gates: [3] },
  ],
  tookMs: 1,
};

describe('sharing what has not changed', () => {
  it('an equal value is the older one', () => expect(shareEqual(older, structuredClone(older))).toBe(older));
  it('a change is there, and everything beside it is the older one', () => {
    const newer = structuredClone(older);
    newer.rows[1]!.gates = [4];
    const shared = shareEqual(older, newer);
    expect(shared).toEqual(newer);
    expect(shared.rows[0]).toBe(older.rows[0]);
    expect(shared.rows[1]).not.toBe(older.rows[1]);
  });
  it.each([
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: 1 }, {}],
    [{}, { a: undefined }],
    [{ a: 1 }, [1]],
    [null, { a: 1 }],
    [{ a: 1 }, null],
    [undefined, 'x'],
  ])('%j becomes %j', (before, after) => expect(shareEqual(before, after)).toStrictEqual(after));
  it('members that every object inherits are members as any other', () => {
    const named: unknown = JSON.parse('{"__proto__":{"a":1},"valueOf":{}}');
    expect(JSON.stringify(shareEqual({}, named))).toBe('{"__proto__":{"a":1},"valueOf":{}}');
    expect(shareEqual(named, JSON.parse(JSON.stringify(named)))).toBe(named);
  });
});
