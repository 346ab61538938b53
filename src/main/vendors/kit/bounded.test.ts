import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../../tests/support/properties.ts';
import { withEntries, withEntry } from './bounded.ts';

const numbered = (count: number, max: number, entries: ReadonlyMap<string, number> = new Map()) => {
  let map = entries;
  for (let n = 0; n < count; n += 1) map = withEntry(map, `k${n}`, n, max);
  return map;
};

describe('a bounded map', () => {
  it('reads as a map does, in order of setting', () => {
    const map = withEntry(withEntry(numbered(70, 1000), 'k3', 33, 1000), 'new', 0, 1000);
    expect([map.size, map.get('k3'), map.get('k4'), map.has('k69'), map.has('x'), map.get('x')]).toEqual([
      71,
      33,
      4,
      true,
      false,
      undefined,
    ]);
    const keys = [...map.keys()];
    expect([keys.length, keys[0], ...keys.slice(-3)]).toEqual([71, 'k0', 'k69', 'k3', 'new']);
    expect(new Map(map).get('k3')).toBe(33);
    expect([...map.values()].at(-2)).toBe(33);
    const seen: string[] = [];
    map.forEach((_value, key) => seen.push(key));
    expect(seen).toEqual(keys);
  });
  it('is never changed', () => {
    const before = numbered(100, 1000);
    withEntry(before, 'k0', -1, 1000);
    expect([before.size, before.get('k0')]).toEqual([100, 0]);
    const plain = new Map([['a', 1]]);
    withEntries(plain, [['a', 2]], 1);
    expect([...plain]).toEqual([['a', 1]]);
  });
  it('keeps as many as it may, and those set last', () => {
    let map = numbered(5000, 1000);
    expect([map.size, [...map].length]).toEqual([1000, 1000]);
    expect([map.has('k3999'), map.get('k3999'), map.has('k4000'), map.has('k4999')]).toEqual([
      false,
      undefined,
      true,
      true,
    ]);
    expect([...numbered(7, 3).keys()]).toEqual(['k4', 'k5', 'k6']);
    map = withEntries(
      map,
      Array.from({ length: 3000 }, (_, n) => [`m${n}`, n] as const),
      1000,
    );
    expect([map.size, map.has('m1999'), map.has('m2000')]).toEqual([1000, false, true]);
  });
  it('is what copying a map each time would be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(150), { maxLength: 400 }), fc.integer({ min: 1, max: 120 }), (keys, max) => {
        let map: ReadonlyMap<string, number> = new Map();
        const copied = new Map<string, number>();
        for (const [at, key] of keys.entries()) {
          map = withEntry(map, String(key), at, max);
          copied.delete(String(key));
          copied.set(String(key), at);
          for (const oldest of copied.keys()) if (copied.size > max) copied.delete(oldest);
          expect([[...map], map.size]).toEqual([[...copied], copied.size]);
        }
      }),
      tries(60),
    );
  });
  it('copies a few entries for each that is set, and not all of them', () => {
    const full = new Map(numbered(5000, 100_000));
    let read = 0;
    full[Symbol.iterator] = () => {
      read += 1;
      return Map.prototype[Symbol.iterator].call(full) as MapIterator<[string, number]>;
    };
    let map: ReadonlyMap<string, number> = full;
    for (let n = 0; n < 64; n += 1) map = withEntry(map, `n${n}`, n, 100_000);
    expect([read, map.size]).toEqual([0, 5064]);
  });
});
