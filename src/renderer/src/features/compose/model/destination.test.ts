import { describe, expect, it } from 'vitest';
import type { Credential, Gateway, VendorInfo } from '../../../../../shared/contract/index.ts';
import { hostsOf, readOrigin, type SendGoal } from './destination.ts';

const vendor = (id: VendorInfo['id'], hosts: VendorInfo['hosts']): VendorInfo => ({
  id,
  label: id,
  monogram: '',
  platforms: [],
  hosts,
  credentialKinds: [],
  options: [],
  examplePayload: '{}',
  limits: [],
});
const gateway = (id: VendorInfo['id'], port: number): Gateway => ({
  vendor: id,
  state: 'listening',
  origin: `https://127.0.0.1:${port}`,
  port,
  defaultPort: port,
  moved: false,
  speaks: [],
  settings: { mode: 'known', environment: 'sandbox', profile: 'apple', perTokenPerMinute: 0, idleSeconds: 0 },
  offers: {
    profiles: [],
    perTokenPerMinute: false,
    idleSeconds: false,
    faultAnswers: [],
    goaway: false,
    expireToken: false,
  },
  faults: [],
  counts: { captured: 0, accepted: 0, rejected: 0 },
  lastAtMs: null,
  recipes: [],
  failure: null,
});
const apple = (environment: 'sandbox' | 'production', host: string) => ({
  id: environment,
  label: host,
  origin: `https://${host}`,
  environment,
});
const serviceAccount: Credential = {
  id: 'crd',
  certificateId: 1,
  vendor: 'fcm',
  name: 'Account',
  appId: null,
  facts: {
    kind: 'fcm-service-account',
    projectId: 'p',
    clientEmail: 'e',
    privateKeyId: 'k',
    tokenUri: 'https://oauth2.googleapis.com/token',
    publicKeyPem: '',
  },
  findings: [],
  sealer: 'key-file',
  locked: false,
  createdAtMs: 0,
  updatedAtMs: 0,
};
const known = {
  gateways: [gateway('apns', 2197), gateway('fcm', 8921)],
  vendors: [
    vendor('apns', [apple('production', 'api.push.apple.com'), apple('sandbox', 'api.sandbox.push.apple.com')]),
    vendor('fcm', [{ id: 'fcm', label: 'FCM', origin: 'https://fcm.googleapis.com', environment: null }]),
  ],
  credentials: [serviceAccount],
};
const iphone: SendGoal = { vendor: 'apns', environment: 'sandbox' };
const pixel: SendGoal = { vendor: 'fcm', environment: 'sandbox' };

describe('test pushes', () => {
  const marked = { ...known, vendors: known.vendors.map((one) => ({ ...one, testSwitch: 'validate_only' })) };
  it('are named where the destination is a real vendor and nobody asked for formal ones', () => {
    expect(hostsOf({ kind: 'vendor' }, [pixel], marked).tests).toEqual(['fcm validate_only']);
    expect(hostsOf({ kind: 'vendor', formal: true }, [pixel], marked).tests).toEqual([]);
    expect(hostsOf({ kind: 'local' }, [pixel], marked).tests).toEqual([]);
  });
  it('leave the named host of a vendor alone', () =>
    expect(hostsOf({ kind: 'vendor', hosts: { apns: 'production' } }, [iphone], marked).hosts).toEqual([
      'api.push.apple.com',
    ]));
});

describe('hosts a send talks to', () => {
  it('local gateways, each once', () =>
    expect(hostsOf({ kind: 'local' }, [iphone, pixel, iphone], known)).toEqual({
      hosts: ['127.0.0.1:2197', '127.0.0.1:8921'],
      outside: false,
      tests: [],
    }));
  it('the vendor’s host for the token’s environment', () =>
    expect(hostsOf({ kind: 'vendor' }, [iphone], known)).toEqual({
      hosts: ['api.sandbox.push.apple.com'],
      outside: true,
      tests: [],
    }));
  it('the environment that is named goes before the token’s own', () =>
    expect(hostsOf({ kind: 'vendor', environment: 'production' }, [iphone], known).hosts).toEqual([
      'api.push.apple.com',
    ]));
  it('the host that issues access tokens is one of them', () =>
    expect(hostsOf({ kind: 'vendor' }, [pixel], known).hosts).toEqual(['fcm.googleapis.com', 'oauth2.googleapis.com']));
  it('a custom host gets everything, the token request too', () =>
    expect(hostsOf({ kind: 'custom', origin: 'https://proxy.test:8443' }, [iphone, pixel], known)).toEqual({
      hosts: ['proxy.test:8443'],
      outside: true,
      tests: [],
    }));
  it.each(['https://127.0.0.1:1', 'https://localhost', 'https://[::1]:1'])('%s is this machine', (origin) =>
    expect(hostsOf({ kind: 'custom', origin }, [iphone], known).outside).toBe(false),
  );
  it('127.0.0.1.example.com is not', () =>
    expect(hostsOf({ kind: 'custom', origin: 'https://127.0.0.1.example.com' }, [iphone], known).outside).toBe(true));
  it('a vendor without a gateway has no host', () =>
    expect(hostsOf({ kind: 'local' }, [{ ...iphone, vendor: 'oppo' }], known).hosts).toEqual([]));
});

describe('an origin somebody types', () => {
  it.each([
    ['https://proxy.test:8443', 'https://proxy.test:8443'],
    [' https://Proxy.test/ ', 'https://proxy.test'],
    ['proxy.test:8443', 'https://proxy.test:8443'],
    ['https://proxy.test:443', 'https://proxy.test'],
  ])('%j is %s', (text, origin) => expect(readOrigin(text)).toBe(origin));
  it.each([
    '',
    'http://proxy.test',
    'https://',
    'https://a b',
    'https://x/path',
    'https://x/?q',
    'https://u:p@x',
    'ftp://x',
  ])('%j is none', (text) => expect(readOrigin(text)).toBeNull());
});
