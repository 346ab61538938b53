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
  it('grows at the bottom', async () => {
    const store = storeOver(page([9, 8], 8), page([7, 6], null));
    await store.load();
    await store.loadOlder();
    expect(seqsOf(store)).toEqual([9, 8, 7, 6]);
    expect(store.getState().nextBefore).toBeNull();
  });
  it('grows at the top, and takes no row twice', async () => {
    const store = storeOver(page([9, 8], null));
    await store.load();
    store.add([row(9), row(10), row(11)]);
    expect(seqsOf(store)).toEqual([11, 10, 9, 8]);
  });
  it('asks again after an older page did not come', async () => {
    const store = storeOver(page([9, 8], 8), () => Promise.reject(new Error('gone')), page([7], null));
    await store.load();
    await expect(store.loadOlder()).rejects.toThrow('gone');
    expect(store.getState().loadingOlder).toBe(false);
    await store.loadOlder();
    expect(seqsOf(store)).toEqual([9, 8, 7]);
  });
  it('drops an older page that comes after the log was cleared', async () => {
    const store = storeOver(page([9, 8], 8), page([7], null));
    await store.load();
    const older = store.loadOlder();
    store.cleared();
    await older;
    expect(seqsOf(store)).toEqual([]);
  });
});
