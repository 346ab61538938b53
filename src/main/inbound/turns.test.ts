import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

const nextTurn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

describe('turns', () => {
  it('does the first pieces at once and the rest in later turns, in order', async () => {
    const turns = new Turns(3);
    const done: number[] = [];
    for (let n = 0; n < 8; n += 1) turns.take(() => void done.push(n));
    expect(done).toEqual([0, 1, 2]);
    await nextTurn();
    expect(done).toEqual([0, 1, 2, 3, 4, 5]);
    await nextTurn();
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
  it('begins anew in the next turn', async () => {
    const turns = new Turns(1);
    const done: string[] = [];
    turns.take(() => void done.push('a'));
    await nextTurn();
    turns.take(() => void done.push('b'));
    expect(done).toEqual(['a', 'b']);
  });
  it('lets nobody overtake those who wait', async () => {
    const turns = new Turns(1);
    const done: string[] = [];
    for (const name of ['a', 'b']) turns.take(() => void done.push(name));
    setImmediate(() => turns.take(() => void done.push('c')));
    await nextTurn();
    await nextTurn();
    await nextTurn();
    expect(done).toEqual(['a', 'b', 'c']);
  });
});
