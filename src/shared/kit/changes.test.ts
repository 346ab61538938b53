import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../tests/support/properties.ts';
import { changesBetween, withChanges } from './changes.ts';

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('changes between two JSON values', () => {
  const before = { rows: [{ id: 'a', text: 'one' }, { id: 'b' }], note: 'n', list: [1, 2] };
  it('name only what is different', () => {
    expect(changesBetween(before, { ...before, rows: [{ id: 'a', text: 'two' }, { id: 'b' }] })).toEqual([
      { path: ['rows', 0, 'text'], value: 'two' },
    ]);
    expect(changesBetween(before, overTheWire(before))).toEqual([]);
  });
  it('tell a member that is gone from one that is null', () => {
    const { note: _note, ...without } = before;
    expect(changesBetween(before, without)).toEqual([{ path: ['note'] }]);
    expect(changesBetween(before, { ...before, note: undefined })).toEqual([{ path: ['note'] }]);
    expect(changesBetween(before, { ...before, note: null })).toEqual([{ path: ['note'], value: null }]);
  });
  it('replace a list of another length', () => {
    expect(changesBetween(before, { ...before, list: [1] })).toEqual([{ path: ['list'], value: [1] }]);
  });
  it('leave what has not changed as it is, and modify nothing', () => {
    const frozen = overTheWire(before);
    const after = withChanges(before, [{ path: ['rows', 1, 'id'], value: 'c' }]) as typeof before;
    expect(after.rows[1]).toEqual({ id: 'c' });
    expect(after.rows[0]).toBe(before.rows[0]);
    expect(after.list).toBe(before.list);
    expect(before).toEqual(frozen);
  });
  it('refuse a place that is not there', () => {
    expect(() => withChanges(before, [{ path: ['nothing', 'here'], value: 1 }])).toThrow(TypeError);
  });
  it.each(['valueOf', 'toString', 'constructor', '__proto__'])('take %s for a member as any other', (name) => {
    const has = JSON.parse(`{"${name}":{"x":false}}`) as unknown;
    const other = JSON.parse(`{"${name}":{"x":true}}`) as unknown;
    for (const [one, two] of [
      [has, {}],
      [{}, has],
      [has, other],
    ] as const) {
      const after = withChanges(one, overTheWire(changesBetween(one, two)));
      expect([JSON.stringify(after), Object.getPrototypeOf(after)]).toEqual([JSON.stringify(two), Object.prototype]);
    }
  });
  it('lead from any value to any other', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).map(overTheWire);
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(withChanges(one, overTheWire(changesBetween(one, other)))).toEqual(other);
      }),
      tries(),
    );
  });
});
