import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTurn } from './in-turn.ts';

describe('the same with each', () => {
  it('gives the results in the order of the items, with so many at once and no more', async () => {
    let open = 0;
    let most = 0;
    const results = await inTurn([5, 1, 4, 2, 3, 0], 2, async (item) => {
      most = Math.max(most, (open += 1));
      for (let left = item; left > 0; left--) await turn();
      open -= 1;
      return item * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30, 0]);
    expect(most).toBe(2);
  });
  it('ends with the first error: nothing new is begun, what is under way is waited for', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number): Promise<void> => {
      begun.push(item);
      await turn();
      if (item === 1) throw new Error('of item 1');
      await turn();
      ended.push(item);
    };
    await expect(inTurn([0, 1, 2, 3, 4, 5], 3, work)).rejects.toThrow('of item 1');
    expect(begun).toEqual([0, 1, 2]);
    expect(ended).toEqual([0, 2]);
  });
  it('is done at once with nothing to do', async () => expect(await inTurn([], 3, turn)).toEqual([]));
});
