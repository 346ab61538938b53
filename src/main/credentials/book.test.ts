import { describe, expect, it } from 'vitest';
import type { Credential } from '../../shared/contract/index.ts';
import { EventHub } from '../kit/hub.ts';
import type { Store } from '../store/index.ts';
import { CredentialBook, type CredentialBookOptions } from './book.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21);

const certificate: Omit<Credential, 'findings' | 'locked' | 'sealer'> = {
  id: 'crd_1',
  certificateId: 10001,
  vendor: 'apns',
  name: 'push.p12',
  appId: 'app_1',
  facts: {
    kind: 'apns-certificate',
    certificate: {
      subject: 'CN=Apple Push Services: com.example.chat',
      commonName: 'Apple Push Services: com.example.chat',
      certificateKind: 'apple-push-services',
      issuer: 'CN=Test',
      serial: '4a',
      sha256: 'ab',
      notBeforeAtMs: nowMs - dayMs,
      notAfterAtMs: nowMs + 40 * dayMs,
      environments: ['sandbox', 'production'],
      topics: [{ topic: 'com.example.chat', kind: 'app' }],
      topicsFrom: 'extension',
      keyAlgorithm: 'RSA 2048',
    },
    certificatePem: '',
    encryption: 'PBES2 AES-256',
    hadPassword: true,
    fileName: 'push.p12',
  },
  createdAtMs: nowMs,
  updatedAtMs: nowMs,
};

/** A book over one stored certificate; `app` and `clock` can be changed under it. */
const openBook = async () => {
  const world = { nowMs, app: { bundleId: 'com.example.chat', environments: [] } };
  const row = { id: 'crd_1', certificateId: 10001, data: certificate, sealer: 'memory', sealed: new Uint8Array() };
  const hub = new EventHub();
  const announced: string[] = [];
  hub.observe((event) => announced.push(event.type));
  const options: Pick<CredentialBookOptions, 'hub' | 'now' | 'appContext' | 'setupOf'> = {
    hub,
    now: () => world.nowMs,
    appContext: () => world.app,
    setupOf: () => ({ apps: [], phones: [] }),
  };
  const book = new CredentialBook({
    ...options,
    newId: () => 'crd_2',
    usedBy: () => [],
    // Of the store, the ring and the reader this test needs one answer each.
    store: { read: () => Promise.resolve([row]) } as unknown as Store,
    ring: { has: () => true } as unknown as CredentialBookOptions['ring'],
    reader: {} as CredentialBookOptions['reader'],
  });
  await book.load();
  return { book, world, announced, codes: () => book.get('crd_1').findings.map(({ code }) => code) };
};

describe('findings of stored credentials', () => {
  it('stay as they are, unannounced, while nothing has changed', async () => {
    const { book, announced } = await openBook();
    const before = book.all();
    book.refresh();
    expect(book.all()).toBe(before);
    expect(announced).toEqual([]);
  });
  it('follow the app', async () => {
    const { book, world, announced, codes } = await openBook();
    expect(codes()).toContain('credential.topic-fits');
    world.app = { bundleId: 'com.example.other', environments: [] };
    book.refresh();
    expect(codes()).toContain('credential.topic-missing');
    expect(announced).toEqual(['credential.changed']);
  });
  it('follow the day', async () => {
    const { book, world, codes } = await openBook();
    expect(codes()).toContain('credential.dates-fit');
    world.nowMs = nowMs + 15 * dayMs;
    book.refresh();
    expect(codes()).toContain('credential.expires-within-30-days');
  });
});
