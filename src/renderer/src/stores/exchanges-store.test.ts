import { describe, expect, it } from 'vitest';
import type { Client, ExchangePage, ExchangeSummary } from '../../../shared/contract/index.ts';
import { createExchangesStore } from './exchanges-store.ts';

const row = (seq: number): ExchangeSummary => ({
  id: `ex_${seq}`,
  seq,
  atMs: seq,
  origin: 'captured',
  vendor: 'apns',
  kind: 'push',
  outcome: 'accepted',
  status: 200,
  reason: null,
  messageId: null,
  vendorMessageId: null,
  title: '',
  body: '',
  targets: [],
  tookMs: 1,
  requestBytes: 1,
});

/** A store over pages that the test hands out one by one. */
const storeOver = (...pages: (() => Promise<ExchangePage>)[]) => {
  const list = () => (pages.shift() ?? (() => Promise.reject(new Error('no more pages'))))();
  // The store uses this one call of the client here.
  return createExchangesStore({ exchanges: { list } } as unknown as Client);
};
const page = (seqs: readonly number[], nextBefore: number | null) => () =>
  Promise.resolve({ items: seqs.map((seq) => row(seq)), nextBefore });
const seqsOf = (store: ReturnType<typeof storeOver>) => store.getState().items.map((one) => one.seq);

describe('the log in the window', () => {
  it('grows at the top, and takes no row twice', async () => {
    const store = storeOver(page([9, 8], null));
    await store.load();
    store.add([row(9), row(10), row(11)]);
    expect(seqsOf(store)).toEqual([11, 10, 9, 8]);
  });
  it('lets go of the oldest', async () => {
    const store = storeOver(page([1], null));
    await store.load();
    store.add(Array.from({ length: 1500 }, (_, index) => row(index + 2)));
    expect(store.getState().items.length).toBe(1000);
    expect(seqsOf(store)[0]).toBe(1501);
  });
});
