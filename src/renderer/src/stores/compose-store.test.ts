import { describe, expect, it, vi } from 'vitest';
import { aPlainMessage } from '../../../../tests/support/workspace.ts';
import type { Client, LibraryEntry, PreviewChanges } from '../../../shared/contract/index.ts';
import { patchMessage } from '../features/compose/model/message-draft.ts';
import { createComposeStore } from './compose-store.ts';

const message = aPlainMessage();
const preset = (id: string, text: string): LibraryEntry => ({
  id,
  source: 'built-in',
  file: `${id}.json`,
  revision: '',
  content: {
    kind: 'preset',
    name: id,
    about: '',
    variables: {},
    message: { ...message, elements: [{ kind: 'text', text }] },
  },
});
const presets = [preset('first', 'one'), preset('second', 'two')];
const answer = (tookMs: number): PreviewChanges => ({
  id: `p${tookMs}`,
  whole: { rows: [], standIns: [], problems: [], tookMs },
  changes: [],
});

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
/** A core that answers when it is told to. */
const fakeClient = () => {
  const asked: PromiseWithResolvers<PreviewChanges>[] = [];
  const since: (string | null)[] = [];
  const sends = Promise.withResolvers<{ messageId: string; results: [] }>();
  const create = vi.fn<() => typeof sends.promise>(() => sends.promise);
  const client = {
    compose: {
      previewChanges: (input: { readonly since: string | null }) => {
        const call = Promise.withResolvers<PreviewChanges>();
        since.push(input.since);
        asked.push(call);
        return call.promise;
      },
    },
    presets: { list: () => Promise.resolve({ folder: '', problem: null, entries: presets, broken: [] }) },
    sends: { create },
  };
  // Only these calls are made here.
  return { client: client as unknown as Client, asked, since, sends, create };
};

describe('the message', () => {
  it('of a first start is the first preset', async () => {
    const store = createComposeStore(fakeClient().client, memory());
    expect(store.getState().draft).toBeNull();
    await store.load();
    expect(store.getState().draft?.message).toEqual(presets[0]?.content.message);
  });
  it('of a later start is the one that was left, also after a reconnect', async () => {
    vi.useFakeTimers();
    const storage = memory();
    const before = createComposeStore(fakeClient().client, storage);
    await before.load();
    before.edit((draft) => patchMessage(draft, { onlineUserOnly: true }));
    vi.runAllTimers();
    vi.useRealTimers();
    const store = createComposeStore(fakeClient().client, storage);
    await store.load();
    expect(store.getState().draft?.message.onlineUserOnly).toBe(true);
  });
  it('that a preset replaced can be brought back', async () => {
    const store = createComposeStore(fakeClient().client, memory());
    await store.load();
    store.edit((draft) => patchMessage(draft, { onlineUserOnly: true }));
    const written = store.getState().draft;
    store.startFrom(presets[1]!.content.message);
    expect(store.getState().draft?.message).toEqual(presets[1]?.content.message);
    store.bringBack();
    expect(store.getState().draft).toEqual(written);
  });
  it('is not lost by a storage that refuses', async () => {
    vi.useFakeTimers();
    const storage = {
      ...memory(),
      setItem: () => {
        throw new Error('full');
      },
    };
    const store = createComposeStore(fakeClient().client, storage);
    await store.load();
    store.edit((draft) => patchMessage(draft, { onlineUserOnly: true }));
    vi.runAllTimers();
    vi.useRealTimers();
    expect(store.getState().draft?.message.onlineUserOnly).toBe(true);
  });
});

describe('the live answer', () => {
  it('an older answer never replaces a newer one', async () => {
    const { client, asked } = fakeClient();
    const store = createComposeStore(client, memory());
    const both = [store.preview(message), store.preview(message)];
    asked[1]!.resolve(answer(2));
    await both[1];
    asked[0]!.resolve(answer(1));
    await both[0];
    expect(store.getState().preview?.tookMs).toBe(2);
  });
  it('an answer is shown although a newer question is under way', async () => {
    const { client, asked } = fakeClient();
    const store = createComposeStore(client, memory());
    const first = store.preview(message);
    void store.preview(message);
    asked[0]!.resolve(answer(1));
    await first;
    expect(store.getState().preview?.tookMs).toBe(1);
  });
  it('changes are taken from the answer they were asked against', async () => {
    const { client, asked, since } = fakeClient();
    const store = createComposeStore(client, memory());
    const first = store.preview(message);
    asked[0]!.resolve(answer(1));
    await first;
    const { rows } = store.getState().preview!;
    const both = [store.preview(message), store.preview(message)];
    asked[1]!.resolve({ id: 'p2', whole: null, changes: [{ path: ['tookMs'], value: 2 }] });
    await both[0];
    asked[2]!.resolve({ id: 'p3', whole: null, changes: [{ path: ['answer'], value: { ErrorCode: 0 } }] });
    await both[1];
    expect(since).toEqual([null, 'p1', 'p1']);
    expect(store.getState().preview).toMatchObject({ tookMs: 1, answer: { ErrorCode: 0 } });
    expect(store.getState().preview?.rows).toBe(rows);
  });
  it('a failure keeps the last answer, and the next answer ends the failure', async () => {
    const { client, asked } = fakeClient();
    const store = createComposeStore(client, memory());
    const calls = [store.preview(message), store.preview(message), store.preview(message)];
    asked[0]!.resolve(answer(1));
    await calls[0];
    asked[1]!.reject(new Error('gone'));
    await calls[1];
    expect(store.getState()).toMatchObject({ preview: { tookMs: 1 }, failure: { code: 'app.unreachable' } });
    asked[2]!.resolve(answer(3));
    await calls[2];
    expect(store.getState()).toMatchObject({ preview: { tookMs: 3 }, failure: null });
  });
});

describe('sending', () => {
  const input = { kind: 'message', message, anyway: false, destination: { kind: 'local' } } as const;
  it('one at a time', async () => {
    const { client, sends, create } = fakeClient();
    const store = createComposeStore(client, memory());
    const first = store.send(input, ['127.0.0.1:2197'], 5);
    await store.send(input, [], 6);
    expect(create).toHaveBeenCalledTimes(1);
    sends.resolve({ messageId: 'msg', results: [] });
    await first;
    expect(store.getState()).toMatchObject({
      sending: false,
      sent: { atMs: 5, hosts: ['127.0.0.1:2197'], report: { messageId: 'msg' } },
    });
  });
  it('given up: no failure, and the core hears of it', async () => {
    const { client, sends, create } = fakeClient();
    const store = createComposeStore(client, memory());
    const sending = store.send(input, [], 1);
    store.cancelSend();
    expect(create).toHaveBeenCalledWith(input, { signal: expect.objectContaining({ aborted: true }) as AbortSignal });
    sends.reject(new DOMException('aborted', 'AbortError'));
    await sending;
    expect(store.getState()).toMatchObject({ sending: false, sendFailure: null, wasCancelled: true, canCancel: false });
  });
  it('a failure keeps the report of the send before', async () => {
    const { client, sends } = fakeClient();
    const store = createComposeStore(client, memory());
    sends.reject(new Error('gone'));
    await store.send(input, [], 1);
    expect(store.getState()).toMatchObject({ sending: false, sendFailure: { code: 'app.unreachable' } });
    store.forgetSend();
    expect(store.getState().sendFailure).toBeNull();
  });
});
