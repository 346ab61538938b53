import { describe, expect, it } from 'vitest';
import type { Client, ExchangeSummary } from '../../../shared/contract/index.ts';
import { aSummary } from '../features/log/testing.ts';
import { createLogStore } from './log-store.ts';
import { mostRows } from './log-window.ts';

/** A core with `count` exchanges; only those whose number divides by `every` pass a filter. Looks at `stride` numbers in one answer. */
const logOf = (count: number, every = 1, stride = 100_000) => {
  let newest = count;
  const asked: string[] = [];
  const passes = (seq: number, filter: string | undefined) => filter === undefined || seq % every === 0;
  const list = (input: { limit: number; before?: number; after?: number; filter?: string }) => {
    asked.push(input.filter ?? '');
    const items: ExchangeSummary[] = [];
    const isUp = input.after !== undefined;
    let seq = isUp ? (input.after ?? 0) + 1 : Math.min((input.before ?? Infinity) - 1, newest);
    let looked = 0;
    let last: number | null = null;
    for (; seq >= 1 && seq <= newest; seq += isUp ? 1 : -1) {
      if (items.length >= input.limit || looked >= stride) break;
      looked += 1;
      last = seq;
      if (passes(seq, input.filter)) items.push(aSummary({ id: `ex_${seq}`, seq }));
    }
    const isEnd = seq < 1 || seq > newest;
    return Promise.resolve(
      isUp
        ? { items: items.toReversed(), nextBefore: null, nextAfter: isEnd ? null : last }
        : { items, nextBefore: isEnd ? null : last },
    );
  };
  // The store uses this one call of the client here.
  const store = createLogStore({ exchanges: { list } } as unknown as Client);
  return { store, asked, add: (n: number) => (newest += n) };
};
const seqs = (store: ReturnType<typeof logOf>['store']) => store.getState().rows.map((row) => row.seq);

describe('the window of the log', () => {
  it('begins with the newest page and grows downwards', async () => {
    const { store } = logOf(450);
    await store.reload();
    expect([seqs(store).length, seqs(store)[0], store.getState().nextBefore]).toEqual([200, 450, 251]);
    await store.loadOlder();
    await store.loadOlder();
    expect([seqs(store).length, seqs(store).at(-1), store.getState().nextBefore]).toEqual([450, 1, null]);
  });
  it('never holds more than its rows, and gets the upper ones back in order', async () => {
    const { store } = logOf(6000);
    await store.reload();
    for (let page = 0; page < 20; page += 1) await store.loadOlder();
    const { above, rows } = store.getState();
    expect(rows.length).toBe(mostRows);
    expect(rows[0]?.seq).toBe(6000 - above);
    for (let page = 0; page < 20; page += 1) await store.loadNewer();
    expect(store.getState().above).toBe(0);
    expect(seqs(store)).toEqual(Array.from({ length: mostRows }, (_, index) => 6000 - index));
  });
  it('looks on through a long log until a page is full', async () => {
    const { store, asked } = logOf(50_000, 100, 3000);
    await store.setFilter('is:error');
    expect(seqs(store).length).toBeGreaterThanOrEqual(200);
    expect(asked.filter((filter) => filter === 'is:error').length).toBeGreaterThan(5);
    expect(store.getState().searchingAt).toBeNull();
  });
  it('can be stopped, and goes on when asked', async () => {
    const { store } = logOf(50_000, 1000, 500);
    const search = store.setFilter('x');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    store.stop();
    await search;
    const found = seqs(store).length;
    expect(store.getState()).toMatchObject({ isStopped: true, searchingAt: null });
    expect(found).toBeLessThan(50);
    await store.loadOlder();
    expect(seqs(store)).toEqual(Array.from({ length: 50 }, (_, index) => 50_000 - index * 1000));
  });
  it('takes in what is new while it follows, and counts it while it is held', async () => {
    const { store, add } = logOf(10, 2);
    await store.setFilter('x');
    add(2);
    await store.noticed();
    expect(seqs(store)).toEqual([12, 10, 8, 6, 4, 2]);
    store.hold();
    add(500);
    await store.noticed();
    expect(seqs(store)[0]).toBe(12);
    expect(store.getState().waiting).toBe(250);
    await store.follow();
    expect(seqs(store)[0]).toBe(512);
    expect(store.getState().waiting).toBe(0);
  });
  it('keeps a window of fixed size while a flood comes', async () => {
    const { store, add } = logOf(10);
    await store.reload();
    for (let burst = 0; burst < 40; burst += 1) {
      add(150);
      await store.noticed();
    }
    expect(store.getState().rows.length).toBeLessThanOrEqual(mostRows / 2);
    expect(seqs(store)[0]).toBe(6010);
  });
});
