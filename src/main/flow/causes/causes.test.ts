import { describe, expect, it } from 'vitest';
import { aDevice } from '../../../../tests/support/workspace.ts';
import type { Cause, Credential, DraftView, Exchange, Size } from '../../../shared/contract/index.ts';
import { findVendor, vendors } from '../../vendors/index.ts';
import { causesOf } from './causes.ts';
import type { Evidence } from './evidence.ts';
import { bareToken } from './looks.ts';
import { overOf, shortened } from './shorten.ts';
import { causeTexts } from './texts/index.ts';

const token = 'ab'.repeat(32);
const nowMs = 1_763_700_000_000;
const jwt = (header: object, claims: object): string =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.[signature #abcdef]`;

const exchangeOf = (vendor: Exchange['vendor'], code: string, over: Partial<Exchange> = {}): Exchange => ({
  id: 'ex_1',
  seq: 1,
  atMs: nowMs,
  origin: 'sent',
  vendor,
  kind: 'push',
  outcome: 'rejected',
  status: 400,
  reason: code,
  messageId: null,
  vendorMessageId: null,
  title: 'Denny',
  body: 'Lunch?',
  targets: [{ token, deviceId: 'dev_iphone', outcome: 'rejected', reason: code }],
  tookMs: 10,
  requestBytes: 10,
  request: {
    method: 'POST',
    origin: 'https://api.sandbox.push.apple.com',
    path: `/3/device/${token}`,
    httpVersion: '2',
    headers: [
      ['apns-topic', 'com.example.chat'],
      [
        'authorization',
        `bearer ${jwt({ alg: 'ES256', kid: 'KEY0000001' }, { iss: 'TEAM000001', iat: nowMs / 1000 - 600 })}`,
      ],
    ],
    body: { bytes: 2, text: '{}', bodyB64: null, cut: false },
  },
  response: { status: 400, headers: [], body: { bytes: 0, text: '', bodyB64: null, cut: false } },
  timing: { startedAtMs: nowMs, queueMs: null, dnsMs: null, connectMs: null, tlsMs: null, sendMs: null, waitMs: null, totalMs: 10 }, // prettier-ignore
  peer: null,
  decision: null,
  verdict: null,
  explanation: findVendor(vendor)?.explain(code, null) ?? null,
  failure: null,
  credentialId: null,
  shown: [],
  taps: [],
  ...over,
});
const viewOf = (vendor: Exchange['vendor'], payload: string, sizes: readonly Size[] = []): DraftView => ({
  vendor,
  draft: { payload, options: {} },
  request: null,
  problems: [],
  sizes: [...sizes],
  card: null,
});
const evidence = (vendor: Exchange['vendor'], code: string, over: Partial<Evidence> = {}): Evidence => ({
  exchange: exchangeOf(vendor, code),
  vendor: findVendor(vendor)!,
  view: null,
  device: aDevice({ environment: 'sandbox' }),
  appIdentifier: 'com.example.chat',
  credential: undefined,
  hostEnvironment: 'sandbox',
  isLocal: false,
  knownValues: new Map(),
  sizesOf: () => [],
  ...over,
});
const find = (given: Evidence, id: string): Cause | undefined => causesOf(given).find((one) => one.id === id);
const credential = (over: object): Credential =>
  ({ id: 'crd_1', name: 'Key', facts: { kind: 'apns-p8', keyId: 'KEY0000001', teamId: 'TEAM000001', environment: 'both', topics: null, publicKeyPem: '', ...over } }) as unknown as Credential; // prettier-ignore

describe('a text with a percent sign that escapes nothing', () => {
  it.each(['{"aps":{"alert":"100%ff sure"}}', 'a=100%&b=%E4%B8', '%'])('%j is looked at like any other', (text) => {
    for (const { vendor, code } of vendors.flatMap(({ id, errors }) =>
      errors.map((row) => ({ vendor: id, code: row.code })),
    )) {
      const exchange = exchangeOf(vendor, code);
      const body = { bytes: text.length, text, bodyB64: null, cut: false };
      const request = { ...exchange.request, path: `/${text}`, headers: [['x-note', text] as [string, string]], body };
      const targets = [{ token: text, deviceId: null, outcome: 'rejected' as const, reason: null }];
      expect(
        () => causesOf(evidence(vendor, code, { exchange: { ...exchange, request, targets } })),
        code,
      ).not.toThrow();
    }
  });
});

describe('what speaks against nothing', () => {
  it('is ruled out, and the usual cause stands first', () => {
    const causes = causesOf(evidence('apns', 'BadDeviceToken'));
    expect(causes.map(({ id, rank }) => `${rank} ${id}`)).toEqual([
      'possible usual',
      'ruled-out token-form',
      'ruled-out environment',
    ]);
  });
  it('is nothing without a code of the vendor’s', () =>
    expect(causesOf(evidence('apns', 'nothing-like-it'))).toEqual([]));
});

describe('one thing wrong is found first', () => {
  it('a token with brackets', () => {
    const exchange = exchangeOf('apns', 'BadDeviceToken', {
      targets: [
        { token: `%3C${token.slice(0, 8)}%20${token.slice(8)}%3E`, deviceId: null, outcome: 'rejected', reason: null },
      ],
    });
    expect(causesOf(evidence('apns', 'BadDeviceToken', { exchange }))[0]).toMatchObject({
      id: 'token-form',
      rank: 'found',
      fix: { action: { kind: 'resend', token } },
    });
  });
  it('a token of the other environment', () =>
    expect(causesOf(evidence('apns', 'BadDeviceToken', { hostEnvironment: 'production' }))[0]).toMatchObject({
      id: 'environment',
      rank: 'found',
      fix: { action: { kind: 'resend', environment: 'sandbox' } },
    }));
  it('the environment a gateway plays', () =>
    expect(find(evidence('apns', 'BadDeviceToken', { hostEnvironment: 'production', isLocal: true }), 'environment')?.fix)
      .toMatchObject({ action: { kind: 'gateway-environment', environment: 'sandbox' } })); // prettier-ignore
  it('a token of nobody’s is only possible', () =>
    expect(find(evidence('apns', 'BadDeviceToken', { device: undefined }), 'environment')?.rank).toBe('possible'));
  it('a credential of one environment', () =>
    expect(
      causesOf(evidence('apns', 'BadDeviceToken', { credential: credential({ environment: 'production' }) }))[0],
    ).toMatchObject({
      id: 'credential-environment',
      rank: 'found',
      fix: { action: { kind: 'credential', id: 'crd_1' } },
    }));
  it('a topic of another app', () =>
    expect(
      causesOf(evidence('apns', 'DeviceTokenNotForTopic', { appIdentifier: 'com.example.other' }))[0],
    ).toMatchObject({ id: 'topic', fix: { action: { kind: 'resend', options: { topic: 'com.example.other' } } } }));
  it.each([
    ['old', { iat: nowMs / 1000 - 4000 }],
    ['future', { iat: nowMs / 1000 + 400 }],
    ['expired', { iat: nowMs / 1000 - 4000, exp: nowMs / 1000 - 400 }],
    ['long', { iat: nowMs / 1000, exp: nowMs / 1000 + 7200 }],
  ])('a signed token that is %s', (why, claims) => {
    const { request } = exchangeOf('apns', 'x');
    const headers = [['authorization', `bearer ${jwt({ alg: 'ES256' }, claims)}`] as [string, string]];
    const exchange = exchangeOf('apns', 'InvalidProviderToken', { request: { ...request, headers } });
    expect(causesOf(evidence('apns', 'InvalidProviderToken', { exchange }))[0]).toMatchObject({
      rank: 'found',
      phrase: { id: `cause.provider-token.${why}` },
      fix: { action: { kind: 'resend' } },
    });
  });
  it('a token of another key', () =>
    expect(find(evidence('apns', 'InvalidProviderToken', { credential: credential({ keyId: 'KEY0000002' }) }), 'provider-token'))
      .toMatchObject({ rank: 'found', phrase: { params: { found: 'KEY0000001', expected: 'KEY0000002' } } })); // prettier-ignore
  it('a clock that is wrong', () => {
    const response = {
      ...exchangeOf('apns', 'x').response!,
      headers: [['Date', new Date(nowMs + 600_000).toUTCString()] as [string, string]],
    };
    const exchange = exchangeOf('apns', 'InvalidProviderToken', { response });
    expect(find(evidence('apns', 'InvalidProviderToken', { exchange }), 'clock')).toMatchObject({
      rank: 'found',
      phrase: { params: { minutes: 10 } },
    });
  });
  it('an AppKey where the AppSecret belongs', () => {
    const { request } = exchangeOf('xiaomi', 'x');
    const exchange = exchangeOf('xiaomi', '21301', {
      request: { ...request, headers: [['authorization', 'key=[app-secret #abcdef12]']] },
    });
    const knownValues = new Map([
      ['abcdef12', { credentialId: 'crd_2', credentialName: 'Xiaomi', field: 'appKey', isSecret: false }],
    ]);
    expect(causesOf(evidence('xiaomi', '21301', { exchange, knownValues }))[0]).toMatchObject({
      phrase: { id: 'cause.secret.other-field', params: { field: 'appKey' } },
      fix: { action: { kind: 'credential', id: 'crd_2' } },
    });
    expect(find(evidence('xiaomi', '21301', { exchange }), 'secret')?.rank).toBe('likely');
  });
  it('a category that is missing', () => {
    const view = viewOf('vivo', '{"title":"Denny","classification":1}');
    const [first] = causesOf(evidence('vivo', '10070', { view }));
    expect(first).toMatchObject({ id: 'set category', rank: 'likely' });
    const action = first?.fix?.action;
    expect(action?.kind === 'resend' && JSON.parse(action.payload ?? '')).toEqual({
      title: 'Denny',
      classification: 1,
      category: 'IM',
    });
  });
  it('a fault, and then nothing else', () => {
    const check = {
      id: 'fault',
      outcome: 'failed',
      code: 'Shutdown',
      phrase: { id: 'x' },
      certainty: 'documented',
    } as const;
    const exchange = exchangeOf('apns', 'BadDeviceToken', {
      verdict: { accepted: false, status: 400, code: 'Shutdown', why: { id: 'x' }, checks: [check] },
    });
    expect(causesOf(evidence('apns', 'BadDeviceToken', { exchange, hostEnvironment: 'production' }))).toMatchObject([
      { id: 'fault', fix: { action: { kind: 'clear-faults' } } },
    ]);
  });
  it('says when nothing is wrong with the request', () =>
    expect(causesOf(evidence('apns', 'TooManyRequests')).at(-1)).toMatchObject({
      id: 'later',
      fix: { action: { kind: 'resend' } },
    }));
});

describe('shortening', () => {
  const sizesOf = (payload: string): readonly Size[] => [
    { id: 'payload', used: Buffer.byteLength(payload), limit: 60, unit: 'bytes', certainty: 'documented' },
  ];
  it('cuts the longest text and no character in two', () => {
    const payload = JSON.stringify({ title: 'Denny', body: '👨‍👩‍👧'.repeat(6) });
    const short = shortened(payload, sizesOf);
    expect(overOf(sizesOf(short ?? payload))).toEqual([]);
    expect(JSON.parse(short ?? '')).toEqual({ title: 'Denny', body: '👨‍👩‍👧…' });
  });
  it('leaves what fits, what is no JSON and what no text can mend', () => {
    expect(shortened('{"a":"b"}', sizesOf)).toBeNull();
    expect(shortened('x'.repeat(99), sizesOf)).toBeNull();
    expect(shortened(JSON.stringify(Array.from({ length: 60 }, () => 1)), sizesOf)).toBeNull();
  });
  it('is offered where the push is too large', () => {
    const payload = JSON.stringify({ body: 'x'.repeat(90) });
    const view = viewOf('apns', payload, sizesOf(payload));
    expect(causesOf(evidence('apns', 'PayloadTooLarge', { view, sizesOf }))[0]).toMatchObject({
      id: 'size',
      rank: 'found',
      fix: { action: { kind: 'resend' } },
    });
  });
});

it.each([
  ['<ab12 cd34>', 'ab12cd34'],
  ['0xAB12', 'AB12'],
  [' "d3:APA91-x_y" ', 'd3:APA91-x_y'],
  ['d3:APA91', 'd3:APA91'],
])('bares the token %s', (given, bare) => expect(bareToken(given)).toBe(bare));

it('has suspects only for codes of the table, and words for every sentence', () => {
  for (const { id, errors, suspects = {} } of vendors)
    for (const code of Object.keys(suspects))
      expect(
        errors.map((one) => one.code),
        id,
      ).toContain(code);
  const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted();
  for (const [locale, catalogue] of Object.entries(causeTexts))
    for (const [id, words] of Object.entries(causeTexts.en))
      expect(holes(catalogue[id] ?? ''), `${locale} ${id}`).toEqual(holes(words));
});
