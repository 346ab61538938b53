import { describe, expect, it } from 'vitest';
import { addCounts, countOf, countsOf, noCounts } from './counts.ts';

describe('counts', () => {
  it('add one for each name, also twice at once, and leave what they came from alone', () => {
    const one = addCounts(noCounts, ['a'], 10);
    const more = addCounts(one, ['a', 'b', 'b'], 10);
    expect(['a', 'b', 'c'].map((name) => countOf(more, name))).toEqual([2, 2, 0]);
    expect([countOf(one, 'a'), countOf(one, 'b'), countOf(noCounts, 'a')]).toEqual([1, 0, 0]);
  });
  it('go on counting what moved to the older ones', () => {
    let counts = countsOf('a', 5);
    for (let index = 0; index < 200; index += 1) counts = addCounts(counts, [`n${index}`], 1000);
    expect(countOf(addCounts(counts, ['a'], 1000), 'a')).toBe(6);
    expect(counts.size).toBe(201);
  });
  it('forget those not counted for long', () => {
    let counts = countsOf('a', 5);
    for (let index = 0; index < 1000; index += 1) counts = addCounts(counts, [`n${index}`, 'b'], 100);
    expect(counts.size).toBe(100);
    expect([countOf(counts, 'a'), countOf(counts, 'b'), countOf(counts, 'n999')]).toEqual([0, 1000, 1]);
  });
});
