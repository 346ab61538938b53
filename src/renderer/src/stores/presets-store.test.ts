import { describe, expect, it, vi } from 'vitest';
import { aDevice, aGroup, anAccount } from '../../../../tests/support/workspace.ts';
import type { Client, LibraryEntry, PresetWorld, ScenarioFile } from '../../../shared/contract/index.ts';
import type { Entries } from '../features/compose/presets/world.ts';
import { createPresetsStore } from './presets-store.ts';

const memory = (text: string | null = null) => {
  let kept = text;
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
};
const entry: LibraryEntry = {
  id: 'own:a.json',
  source: 'own',
  file: 'a.json',
  revision: 'r1',
  content: {
    kind: 'preset',
    name: 'a',
    about: '',
    variables: { order: '7' },
    message: {
      from: 'denny',
      conversation: { kind: 'c2c', to: 'vinson' },
      elements: [],
      offlinePush: null,
      onlineUserOnly: false,
      messageClass: 'chat',
    },
  },
};
/** A core that remembers what it was asked to change. */
const fakeClient = () => {
  const update = vi.fn<(patch: unknown) => Promise<void>>(() => Promise.resolve());
  const play = vi.fn<() => Promise<{ frames: unknown[] }>>();
  // Only these calls are made here.
  const client = {
    workspace: { devices: { update }, accounts: { update }, groups: { update } },
    presets: { play },
  } as unknown as Client;
  return { client, update, play };
};
const entries: Entries = { devices: [aDevice()], accounts: [anAccount()], groups: [aGroup()] };
const loggedOut: PresetWorld = { devices: [{ userId: 'vinson', set: { loginState: 'logged-out' } }] };

describe('presets', () => {
  it('a preset brings its variables, its file and its state of the workspace', async () => {
    const { client, update } = fakeClient();
    const store = createPresetsStore(client, memory());
    await store.start(entry, loggedOut, entries);
    expect(store.getState()).toMatchObject({ variables: { order: '7' }, origin: { file: 'a.json', revision: 'r1' } });
    expect(update.mock.calls).toEqual([[{ id: 'dev_iphone', loginState: 'logged-out' }]]);
    expect(store.getState().applied).toHaveLength(1);
  });
  it('another one first puts back what the one before changed', async () => {
    const { client, update } = fakeClient();
    const store = createPresetsStore(client, memory());
    await store.start(entry, loggedOut, entries);
    const now = { ...entries, devices: [aDevice({ loginState: 'logged-out' })] };
    await store.start(entry, undefined, now);
    expect(update.mock.calls.at(-1)).toEqual([{ id: 'dev_iphone', loginState: 'logged-in' }]);
    expect(store.getState().applied).toEqual([]);
  });
  it('a core that refuses is told, and the way back stays', async () => {
    const { client, update } = fakeClient();
    update.mockRejectedValueOnce(new Error('no'));
    const store = createPresetsStore(client, memory());
    await store.start(entry, loggedOut, entries);
    expect(store.getState().failure).not.toBeNull();
    expect(store.getState().applied).toHaveLength(1);
  });
  it('what is kept is there at the next start; what was damaged is passed over', () => {
    const storage = memory();
    createPresetsStore(fakeClient().client, storage).setVariables({ order: '8' });
    expect(createPresetsStore(fakeClient().client, storage).getState().variables).toEqual({ order: '8' });
    for (const text of ['no JSON', '7', '{"variables":7,"scenario":{"kind":"scenario"},"applied":[1]}']) {
      const state = createPresetsStore(fakeClient().client, memory(text)).getState();
      expect([state.variables, state.scenario, state.applied]).toEqual([{}, null, []]);
    }
  });
  it('of two questions the newest answer is shown', async () => {
    const { client, play } = fakeClient();
    const store = createPresetsStore(client, memory());
    const first = Promise.withResolvers<{ frames: unknown[] }>();
    play.mockReturnValueOnce(first.promise).mockResolvedValueOnce({ frames: [{ step: -1 }, { step: 0 }] });
    // The store hands it on as it is.
    const scenario = {} as ScenarioFile;
    const asked = [store.play(scenario), store.play(scenario)];
    await asked[1];
    first.resolve({ frames: [] });
    await asked[0];
    expect(store.getState().frames).toHaveLength(2);
  });
  it('a moment is chosen before the core has played it', () => {
    const store = createPresetsStore(fakeClient().client, memory());
    const steps = [{ event: 'message' }, { event: 'message' }];
    // The store counts the steps and hands the rest on as it is.
    store.stage({ steps } as unknown as ScenarioFile, 0, null);
    store.goTo(1);
    expect(store.getState().at).toBe(1);
    store.goTo(9);
    expect(store.getState().at).toBe(2);
  });
});
