import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../kit/text.ts';
import type { Capture } from '../../vendor.ts';
import { errors } from '../errors.ts';
import {
  bundle,
  captureOf,
  decide as decideBy,
  deviceToken,
  emptyRegistry,
  failuresOf,
  goodToken,
  headersOf,
  newKeyPair,
  nowMs,
  nowSeconds,
  phone,
  providerToken,
  registryOf,
  signingKey,
  unverifiedOf,
  type World,
} from '../testing.ts';

const decide = (capture: Capture, world: World = {}) => decideBy(capture, { profile: 'pushy-compatible', ...world });
const withHeaders = (over: Record<string, string | null>): Capture => captureOf({ headers: headersOf(over) });
const withToken = (...over: Parameters<typeof providerToken>): Capture =>
  withHeaders({ authorization: `bearer ${providerToken(...over)}` });
const pathOf = (path: string): Capture => captureOf({ path });
const toPhone = (over: Partial<typeof phone>): World => ({ registry: registryOf({ phones: [{ ...phone, ...over }] }) });
const dead = { ...phone, deadAtMs: nowMs - 5000 };

type Row = readonly [reason: string, check: string, capture: Capture, world?: World];
const rows: readonly Row[] = [
  ['BadMessageId', 'message-id', withHeaders({ 'apns-id': 'message-1' })],
  ['MethodNotAllowed', 'method', captureOf({ method: 'GET' })],
  ['MissingTopic', 'topic', withHeaders({ 'apns-topic': null })],
  ['BadCollapseId', 'collapse-id', withHeaders({ 'apns-collapse-id': '会'.repeat(22) })],
  ['BadPriority', 'priority', withHeaders({ 'apns-priority': '7' })],
  ['InvalidPushType', 'push-type', withHeaders({ 'apns-push-type': 'silent' })],
  ['InvalidPushType', 'push-type', withHeaders({ 'apns-push-type': 'widgets' })],
  ['MissingDeviceToken', 'device-token', pathOf('/3/device/')],
  ['BadPath', 'path', pathOf('/3/devices/x')],
  ['BadDeviceToken', 'device-token-form', pathOf('/3/device/hello')],
  ['BadDeviceToken', 'device-token-form', pathOf(`/3/device/${deviceToken}ab`)],
  ['Unregistered', 'device-token-active', captureOf(), toPhone({ ...dead, state: 'unregistered' })],
  ['Unregistered', 'device-token-active', captureOf(), toPhone({ ...dead, state: 'expired' })],
  ['DeviceTokenNotForTopic', 'device-token-topic', captureOf(), toPhone({ appIdentifier: 'com.example.other' })],
  [
    'DeviceTokenNotForTopic',
    'device-token-topic',
    captureOf(),
    { mode: 'strict', registry: registryOf({ phones: [] }) },
  ],
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: null })],
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: `Bearer ${goodToken}` })],
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: 'bearer ' })],
  ['InvalidProviderToken', 'provider-token-form', withHeaders({ authorization: 'bearer abc' })],
  ['InvalidProviderToken', 'provider-token-key', withToken({ header: { kid: 'UNKNOWNKEY' } }), { mode: 'strict' }],
  ['InvalidProviderToken', 'provider-token-signature', withToken({ key: newKeyPair() })],
  ['InvalidProviderToken', 'connection-team', withToken({ claims: { iss: 'OTHERTEAM1' } })],
  ['ExpiredProviderToken', 'provider-token-age', withToken({ claims: { iat: nowSeconds - 3601 } })],
  [
    'InvalidProviderToken',
    'topic-allowed',
    captureOf(),
    { registry: registryOf({ credentials: [signingKey({ topics: ['com.example.other'] })] }) },
  ],
  ['PayloadEmpty', 'body', captureOf({ body: toBytes('') })],
  ['PayloadTooLarge', 'body-size', captureOf({ body: toBytes('x'.repeat(4097)) })],
];

describe('apns gateway, as the mock server of Pushy', () => {
  it('accepts the valid push with nothing left unverified', () => {
    for (const mode of ['known', 'strict'] as const) {
      const answer = decide(captureOf(), { mode });
      expect([answer.verdict.code, failuresOf(answer), unverifiedOf(answer)]).toEqual([null, [], []]);
    }
  });
  it.each(rows.map(([reason, check, capture, world]) => [reason, check, capture, world ?? {}] as const))(
    '%s by %s',
    (reason, check, capture, world) => {
      const answer = decide(capture, world);
      expect(failuresOf(answer)).toEqual([check]);
      expect(answer.verdict.code).toBe(reason);
      expect(answer.reply.status).toBe(errors.find(({ code }) => code === reason)?.status);
      expect(JSON.parse(fromBytes(answer.reply.body) ?? '')).toMatchObject({ reason });
    },
  );
  it('tells when a token died, in milliseconds', () => {
    const answer = decide(captureOf(), toPhone({ ...dead, state: 'unregistered' }));
    expect(JSON.parse(fromBytes(answer.reply.body) ?? '')).toEqual({ reason: 'Unregistered', timestamp: nowMs - 5000 });
  });
  it('lets the unknown through when nothing is configured', () => {
    const answer = decide(captureOf(), { registry: emptyRegistry });
    expect(answer.verdict.code).toBeNull();
    expect(unverifiedOf(answer)).toEqual(['device-token-topic', 'provider-token-key', 'topic-allowed']);
  });
  it('answers with the first of several in its own order', () => {
    const all = {
      method: 'GET',
      path: '/3/devices/x',
      headers: headersOf({ 'apns-id': 'x', 'apns-topic': null, 'apns-priority': '7', authorization: null }),
      body: toBytes(''),
    };
    const order = [
      'BadMessageId',
      'MethodNotAllowed',
      'MissingTopic',
      'BadPriority',
      'BadPath',
      'MissingProviderToken',
    ];
    const codes = decide(captureOf(all)).verdict.checks.flatMap(({ outcome, code }) =>
      outcome === 'failed' ? [code] : [],
    );
    expect(codes).toEqual([...order, 'PayloadEmpty']);
    expect(decide(captureOf(all)).verdict.code).toBe('BadMessageId');
  });
  it.each([
    ['an expiration that is no number', withHeaders({ 'apns-expiration': 'tomorrow' }), {}],
    ['a header twice', captureOf({ headers: [...headersOf(), ['apns-topic', bundle]] }), {}],
    ['a body that is not JSON', captureOf({ body: toBytes('hello') }), {}],
    ['a token of the other environment', captureOf(), toPhone({ environment: 'production' })],
    ['a topic without the suffix of its push type', withHeaders({ 'apns-push-type': 'voip' }), {}],
    ['priority 10 for a background push', withHeaders({ 'apns-push-type': 'background' }), { mode: 'strict' as const }],
  ])('does not look at %s', (_what, capture, world: World) => {
    expect(failuresOf(decide(capture, world))).toEqual([]);
  });
  it('has 4096 bytes for VoIP too', () => {
    const capture = captureOf({
      headers: headersOf({ 'apns-push-type': 'voip', 'apns-topic': `${bundle}.voip` }),
      body: toBytes('x'.repeat(4097)),
    });
    expect(decide(capture).verdict.code).toBe('PayloadTooLarge');
  });
});
