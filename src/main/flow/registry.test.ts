import { describe, expect, it } from 'vitest';
import type { Credential } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { EventHub } from '../kit/hub.ts';
import type { OpenCredential } from '../vendors/vendor.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';
import { createRegistry } from './registry.ts';

const keys = (over: Partial<Credential> = {}): Credential => ({
  id: 'crd_1',
  certificateId: 10001,
  vendor: 'vivo',
  name: 'vivo',
  appId: null,
  facts: { kind: 'app-keys', vendor: 'vivo', values: { appId: '100001' }, secretNames: ['appSecret'] },
  createdAtMs: 0,
  updatedAtMs: 0,
  findings: [],
  locked: false,
  sealer: 'memory',
  ...over,
});
const sameKeys = (): Credential['facts'] => structuredClone(keys().facts);
const p8: Credential['facts'] = {
  kind: 'apns-p8',
  teamId: 'T',
  keyId: 'K',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};

/** A registry over credentials that can be exchanged; each `open` waits until it is answered. */
const setUp = (first: readonly Credential[]) => {
  const hub = new EventHub();
  const opening: { id: string; answer: (appSecret: string | AppError) => void }[] = [];
  let all = first;
  const find = (id: string) => all.find((one) => one.id === id);
  const registry = createRegistry({
    hub,
    // Apps and phones are not asked about here.
    workspace: { apps: { version: 1, all: () => [] }, findDeviceByToken: () => undefined } as unknown as WorkspaceBooks,
    credentials: {
      all: () => all,
      open: (id) => {
        const { promise, resolve, reject } = Promise.withResolvers<OpenCredential>();
        const facts = find(id)?.facts ?? keys().facts;
        opening.push({
          id,
          answer: (given) =>
            typeof given === 'string' ? resolve({ id, facts, secret: { appSecret: given } }) : reject(given),
        });
        return promise;
      },
    },
  });
  return {
    opening,
    /** The `name` of every credential, as a gateway would ask for it. */
    secrets: (name = 'appSecret') => {
      const { credentials, secret } = registry();
      return credentials.map((facts) => secret?.(facts, name));
    },
    answer: async (index: number, given: string | AppError) => {
      opening[index]?.answer(given);
      await new Promise(setImmediate);
    },
    change: (next: readonly Credential[], id = 'crd_1') => {
      all = next;
      hub.publish({ type: 'credential.changed', id, credential: find(id) ?? null });
    },
  };
};

describe('secrets for the gateways', () => {
  it('of app keys are opened ahead, once, and are at hand when opened', async () => {
    const { opening, answer, secrets } = setUp([keys()]);
    expect(opening.map(({ id }) => id)).toEqual(['crd_1']);
    expect(secrets()).toEqual([null]);
    await answer(0, 's1');
    expect(secrets()).toEqual(['s1']);
    expect(secrets('masterSecret')).toEqual([null]);
    expect(secrets('toString')).toEqual([null]);
    expect(opening).toHaveLength(1);
  });
  it('of other kinds, and of locked credentials, are not opened', () => {
    const { opening, secrets } = setUp([keys({ vendor: 'apns', facts: p8 }), keys({ id: 'crd_2', locked: true })]);
    expect(opening).toEqual([]);
    expect(secrets()).toEqual([null, null]);
  });
  it('are opened anew when the credential changes; the old one is gone at once', async () => {
    const { opening, answer, secrets, change } = setUp([keys()]);
    await answer(0, 's1');
    change([keys({ facts: sameKeys() })]);
    expect(secrets()).toEqual([null]);
    await answer(1, 's2');
    expect(secrets()).toEqual(['s2']);
    expect(opening).toHaveLength(2);
  });
  it('an answer that comes after the change is not taken', async () => {
    const { answer, secrets, change } = setUp([keys()]);
    change([keys({ facts: sameKeys() })]);
    await answer(1, 's2');
    await answer(0, 's1');
    expect(secrets()).toEqual(['s2']);
  });
  it('stay when only what is said of the credential changes', async () => {
    const first = keys();
    const { opening, answer, secrets, change } = setUp([first]);
    await answer(0, 's1');
    change([{ ...first, findings: [] }]);
    expect(secrets()).toEqual(['s1']);
    expect(opening).toHaveLength(1);
  });
  it('are dropped with the credential', async () => {
    const first = keys();
    const { opening, answer, secrets, change } = setUp([first]);
    await answer(0, 's1');
    change([]);
    change([first]);
    expect(secrets()).toEqual([null]);
    expect(opening).toHaveLength(2);
  });
  it('that cannot be opened are none, and nothing is thrown', async () => {
    const { answer, secrets } = setUp([keys()]);
    await answer(0, new AppError('credential.locked', { id: 'crd_1', name: 'vivo', sealer: 'memory' }));
    expect(secrets()).toEqual([null]);
  });
});
