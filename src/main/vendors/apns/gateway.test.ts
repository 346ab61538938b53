import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Capture } from '../vendor.ts';
import { errors } from './errors.ts';
import { newMemory, type MemoryState } from './gateway/state.ts';
import { gateway } from './gateway.ts';
import {
  bundle,
  captureOf,
  decide,
  deviceToken,
  emptyRegistry,
  failuresOf,
  goodToken,
  headersOf,
  keyId,
  newKeyPair,
  nowMs,
  nowSeconds,
  phone,
  providerToken,
  registryOf,
  signingKey,
  teamId,
  unverifiedOf,
  validBody,
  type Answer,
  type World,
} from './testing.ts';

const reply = (answer: Answer): unknown => JSON.parse(fromBytes(answer.reply.body) ?? '');
const withHeaders = (over: Record<string, string | null>): Capture => captureOf({ headers: headersOf(over) });
const withToken = (...over: Parameters<typeof providerToken>): Capture =>
  withHeaders({ authorization: `bearer ${providerToken(...over)}` });
const pathTo = (token: string): Capture => captureOf({ path: `/3/device/${encodeURIComponent(token)}` });
const dead = { ...phone, deadAtMs: nowMs - 5000 };

type Row = readonly [reason: string, check: string, capture: Capture, world?: World];

const complete = (rows: readonly Row[]) =>
  rows.map(([reason, check, capture, world]) => [reason, check, capture, world ?? {}] as const);

const requestRows: readonly Row[] = [
  ['MethodNotAllowed', 'method', captureOf({ method: 'GET' })],
  ['DuplicateHeaders', 'duplicate-headers', captureOf({ headers: [...headersOf(), ['Apns-Topic', bundle]] })],
  ['BadMessageId', 'message-id', withHeaders({ 'apns-id': 'message-1' })],
  ['BadExpirationDate', 'expiration', withHeaders({ 'apns-expiration': '2026-11-21' })],
  ['BadExpirationDate', 'expiration', withHeaders({ 'apns-expiration': '-1' })],
  ['BadExpirationDate', 'expiration', withHeaders({ 'apns-expiration': '1.5' })],
  ['BadPriority', 'priority', withHeaders({ 'apns-priority': '0' })],
  ['BadPriority', 'priority', withHeaders({ 'apns-priority': 'high' })],
  ['BadPriority', 'priority', withHeaders({ 'apns-push-type': 'background' }), { mode: 'strict' }],
  ['InvalidPushType', 'push-type', withHeaders({ 'apns-push-type': 'Alert' })],
  ['InvalidPushType', 'push-type', withHeaders({ 'apns-push-type': 'silent' })],
  ['BadCollapseId', 'collapse-id', withHeaders({ 'apns-collapse-id': 'x'.repeat(65) })],
  ['BadCollapseId', 'collapse-id', withHeaders({ 'apns-collapse-id': '会'.repeat(22) })],
];

const signedBy = (key: ReturnType<typeof newKeyPair>): Capture => withToken({ key });
const authRows: readonly Row[] = [
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: null })],
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: `basic ${goodToken}` })],
  ['MissingProviderToken', 'provider-token', withHeaders({ authorization: 'bearer ' })],
  ['InvalidProviderToken', 'provider-token-form', withHeaders({ authorization: 'bearer abc' })],
  ['InvalidProviderToken', 'provider-token-form', withToken({ header: { alg: 'RS256' } })],
  ['InvalidProviderToken', 'provider-token-form', withToken({ header: { kid: 'short' } })],
  ['InvalidProviderToken', 'provider-token-form', withToken({ claims: { iss: 5 } })],
  ['InvalidProviderToken', 'provider-token-form', withToken({ claims: { iat: String(nowSeconds) } })],
  ['InvalidProviderToken', 'provider-token-form', withHeaders({ authorization: `bearer ${goodToken.slice(0, -20)}` })],
  ['InvalidProviderToken', 'provider-token-signature', signedBy(newKeyPair())],
  ['InvalidProviderToken', 'provider-token-key', withToken({ claims: { iss: 'OTHERTEAM1' } })],
  ['InvalidProviderToken', 'provider-token-key', withToken({ header: { kid: teamId }, claims: { iss: keyId } })],
  ['InvalidProviderToken', 'provider-token-key', withToken({ header: { kid: 'UNKNOWNKEY' } }), { mode: 'strict' }],
  ['ExpiredProviderToken', 'provider-token-age', withToken({ claims: { iat: nowSeconds - 3601 } })],
  ['InvalidProviderToken', 'provider-token-ahead', withToken({ claims: { iat: nowSeconds + 3601 } })],
  [
    'BadEnvironmentKeyInToken',
    'key-environment',
    captureOf(),
    { registry: registryOf({ credentials: [signingKey({ environment: 'production' })] }) },
  ],
];

const toPhone = (over: Partial<typeof phone>): World => ({ registry: registryOf({ phones: [{ ...phone, ...over }] }) });
const targetRows: readonly Row[] = [
  ['MissingTopic', 'topic', withHeaders({ 'apns-topic': null })],
  ['MissingTopic', 'topic', withHeaders({ 'apns-topic': '' })],
  ['BadTopic', 'topic-form', withHeaders({ 'apns-push-type': 'voip' })],
  ['BadTopic', 'topic-form', withHeaders({ 'apns-topic': `${bundle}.voip` })],
  [
    'BadTopic',
    'topic-form',
    withHeaders({ 'apns-topic': `${bundle}.push-to-talk`, 'apns-push-type': 'pushtotalk' }),
    { registry: registryOf({ apps: [`${bundle}.push-to-talk`], phones: [] }) },
  ],
  ['BadTopic', 'topic-form', withHeaders({ 'apns-push-type': 'mdm' })],
  [
    'TopicDisallowed',
    'topic-allowed',
    captureOf(),
    { registry: registryOf({ credentials: [signingKey({ topics: ['com.example.other'] })] }) },
  ],
  ['TopicDisallowed', 'topic-allowed', captureOf(), { mode: 'strict', registry: registryOf({ apps: [] }) }],
  ['MissingDeviceToken', 'device-token', captureOf({ path: '/3/device/' })],
  ['BadDeviceToken', 'device-token-form', pathTo('hello')],
  ['BadDeviceToken', 'device-token-form', pathTo(`<${deviceToken}>`)],
  ['BadDeviceToken', 'device-token-form', pathTo(deviceToken.slice(1))],
  ['BadDeviceToken', 'device-token-environment', captureOf(), toPhone({ environment: 'production' })],
  ['BadDeviceToken', 'device-token-environment', captureOf(), { mode: 'strict', registry: registryOf({ phones: [] }) }],
  ['DeviceTokenNotForTopic', 'device-token-topic', captureOf(), toPhone({ appIdentifier: 'com.example.other' })],
  ['Unregistered', 'device-token-active', captureOf(), toPhone({ ...dead, state: 'unregistered' })],
  ['ExpiredToken', 'device-token-expired', captureOf(), toPhone({ ...dead, state: 'expired' })],
  ['PayloadEmpty', 'body', captureOf({ body: toBytes('') })],
  ['PayloadEmpty', 'body-json', captureOf({ body: toBytes('{') })],
  ['PayloadEmpty', 'body-json', captureOf({ body: toBytes('[]') })],
  ['PayloadEmpty', 'body-json', captureOf({ body: Uint8Array.of(0x22, 0xff, 0x22) })],
  ['PayloadTooLarge', 'body-size', captureOf({ body: toBytes(JSON.stringify({ a: 'x'.repeat(4089) })) })],
  ['PayloadTooLarge', 'body-size', captureOf({ body: toBytes('x'.repeat(gateway.maxBodyBytes)) })],
];

describe('apns gateway: one valid request', () => {
  it('is accepted with nothing left unverified, in both modes', () => {
    for (const mode of ['known', 'strict'] as const) {
      const answer = decide(captureOf(), { mode });
      expect([failuresOf(answer), unverifiedOf(answer)]).toEqual([[], []]);
      expect(answer.verdict).toMatchObject({ accepted: true, status: 200, code: null });
      expect(answer.verdict.why).toEqual({ id: 'apns.verdict.accepted' });
      expect(answer.targets).toEqual([{ token: deviceToken, outcome: 'accepted', reason: null }]);
    }
  });
  it('is delivered byte for byte, with its options', () => {
    expect(decide(captureOf()).delivery).toEqual({
      payload: validBody,
      options: {
        topic: bundle,
        pushType: 'alert',
        priority: '10',
        expiration: '0',
        apnsId: '123e4567-e89b-12d3-a456-42661417400a',
      },
    });
  });
});

describe.each([
  ['request and headers', requestRows],
  ['provider token', authRows],
  ['topic, device token and body', targetRows],
] as const)('apns gateway: one thing broken in %s', (_name, rows) => {
  it.each(complete(rows))('%s by %s', (reason, check, capture, world) => {
    const answer = decide(capture, world);
    expect(failuresOf(answer)).toEqual([check]);
    expect(answer.verdict.code).toBe(reason);
    expect(answer.verdict.status).toBe(errors.find(({ code }) => code === reason)?.status);
    expect(answer.reply.status).toBe(answer.verdict.status);
    expect(reply(answer)).toMatchObject({ reason });
    expect(answer.delivery).toBeNull();
  });
});

describe('apns gateway: several things broken', () => {
  it('answers with the first and lists all', () => {
    const answer = decide(
      captureOf({ method: 'PUT', path: '/3/devices/x', headers: headersOf({ 'apns-id': 'x', 'apns-topic': null }) }),
    );
    expect(failuresOf(answer)).toEqual(['method', 'path', 'message-id', 'topic']);
    expect(answer.verdict.code).toBe('MethodNotAllowed');
  });
  it('a bad path is BadPath, also for broadcasts, which are not imitated', () => {
    for (const path of [
      '/3/device',
      '/3/devices/ab',
      `/3/device/${deviceToken}/x`,
      '/4/broadcasts/apps/com.example.im',
    ]) {
      const answer = decide(captureOf({ path }));
      expect(failuresOf(answer)).toEqual(['path']);
      expect(answer.reply.status).toBe(404);
      expect(answer.targets).toEqual([]);
    }
  });
  it('settles who asks before the phone is looked up', () => {
    const capture = { ...pathTo('hello'), headers: headersOf({ authorization: null }) };
    expect(decide(capture).verdict.code).toBe('MissingProviderToken');
  });
});

describe('apns gateway: without any configuration', () => {
  it('lets a well-formed push of strangers through and marks what it cannot know', () => {
    const answer = decide(captureOf(), { registry: emptyRegistry });
    expect(failuresOf(answer)).toEqual([]);
    expect(unverifiedOf(answer)).toEqual([
      'provider-token-key',
      'provider-token-signature',
      'topic-allowed',
      'device-token-environment',
    ]);
    expect(answer.verdict.why).toEqual({ id: 'apns.verdict.accepted-unverified', params: { count: 4 } });
  });
  it('refuses them all in strict mode, for four reasons', () => {
    const answer = decide(captureOf(), { registry: emptyRegistry, mode: 'strict' });
    const codes = answer.verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code);
    expect(codes).toEqual(['InvalidProviderToken', 'TopicDisallowed', 'BadDeviceToken']);
  });
});

const marked: readonly Row[] = [
  ['background with priority 10', 'priority', withHeaders({ 'apns-push-type': 'background' })],
  ['an expiration in milliseconds', 'expiration', withHeaders({ 'apns-expiration': '1795000000000' })],
  ['a clock two minutes ahead', 'provider-token-ahead', withToken({ claims: { iat: nowSeconds + 120 } })],
  [
    'a suffix that may belong to the name',
    'topic-form',
    withHeaders({ 'apns-topic': 'com.example.voip' }),
    { registry: registryOf({ apps: [], phones: [] }) },
  ],
];
describe('apns gateway: accepted with a mark', () => {
  it.each(complete(marked))('%s', (_name, check, capture, world) => {
    const answer = decide(capture, world);
    expect(failuresOf(answer)).toEqual([]);
    expect(unverifiedOf(answer)).toContain(check);
  });
});

describe('apns gateway: what APNs takes too', () => {
  const taken: readonly (readonly [string, Capture, World?])[] = [
    ['no push type', withHeaders({ 'apns-push-type': null })],
    ['Bearer with a capital letter', withHeaders({ authorization: `Bearer ${goodToken}` })],
    ['an upper-case message ID', withHeaders({ 'apns-id': '123E4567-E89B-12D3-A456-42661417400A' })],
    ['a DER signature', withToken({ encoding: 'der' })],
    ['a typ in the token', withToken({ header: { typ: 'JWT' } })],
    ['a token of exactly an hour', withToken({ claims: { iat: nowSeconds - 3600 } })],
    ['an upper-case device token', pathTo(deviceToken.toUpperCase())],
    ['an empty object', captureOf({ body: toBytes('{}') })],
    ['a collapse ID of 64 bytes', withHeaders({ 'apns-collapse-id': 'x'.repeat(64) })],
    ['a body of 4096 bytes', captureOf({ body: toBytes(JSON.stringify({ a: 'x'.repeat(4088) })) })],
    [
      'a VoIP body of 5120 bytes',
      captureOf({
        headers: headersOf({ 'apns-push-type': 'voip', 'apns-topic': `${bundle}.voip` }),
        body: toBytes(JSON.stringify({ a: 'x'.repeat(5112) })),
      }),
    ],
    [
      'a VoIP body told by its topic alone',
      captureOf({
        headers: headersOf({ 'apns-push-type': null, 'apns-topic': `${bundle}.voip` }),
        body: toBytes(JSON.stringify({ a: 'x'.repeat(5112) })),
      }),
    ],
    [
      'a key limited to this topic',
      captureOf(),
      { registry: registryOf({ credentials: [signingKey({ topics: [bundle] })] }) },
    ],
    ['two cookies', captureOf({ headers: [...headersOf(), ['cookie', 'a=1'], ['cookie', 'b=2']] })],
  ];
  it.each(taken.map(([name, capture, world]) => [name, capture, world ?? {}] as const))(
    '%s',
    (_name, capture, world) => {
      const answer = decide(capture, { mode: 'strict', ...world });
      expect(failuresOf(answer)).toEqual([]);
      expect(unverifiedOf(answer)).toEqual([]);
    },
  );
});

describe('apns gateway: the answer', () => {
  it('echoes apns-id and adds apns-unique-id only in the sandbox', () => {
    const inSandbox = decide(captureOf());
    expect(inSandbox.reply.headers).toEqual([
      ['apns-id', '123e4567-e89b-12d3-a456-42661417400a'],
      ['apns-unique-id', '6f1c0b5e-3b7e-4a64-9d0c-000000000001'],
    ]);
    expect(inSandbox.reply.body).toHaveLength(0);
    const world: World = { environment: 'production', ...toPhone({ environment: 'production' }) };
    expect(decide(captureOf(), world).reply.headers).toEqual([['apns-id', '123e4567-e89b-12d3-a456-42661417400a']]);
  });
  it('makes an upper-case apns-id when there is none', () => {
    const answer = decide(withHeaders({ 'apns-id': null }));
    expect(answer.vendorMessageId).toBe('6F1C0B5E-3B7E-4A64-9D0C-000000000001');
    expect(answer.reply.headers[0]).toEqual(['apns-id', answer.vendorMessageId]);
  });
  it('has a content type only on refusals', () => {
    const answer = decide(withHeaders({ 'apns-priority': '7' }));
    expect(answer.reply.headers).toContainEqual(['content-type', 'application/json']);
    expect(fromBytes(answer.reply.body)).toBe('{"reason":"BadPriority"}');
  });
  it('a 410 says since when, in milliseconds', () => {
    const unregistered = decide(captureOf(), toPhone({ ...dead, state: 'unregistered' }));
    expect(reply(unregistered)).toEqual({ reason: 'Unregistered', timestamp: nowMs - 5000 });
    const unknownTime = decide(captureOf(), toPhone({ state: 'expired' }));
    expect(reply(unknownTime)).toEqual({ reason: 'ExpiredToken', timestamp: nowMs });
  });
  it('names a phone by the token it was entered with', () => {
    expect(decide(pathTo(deviceToken.toUpperCase())).targets[0]?.token).toBe(deviceToken);
  });
  it('plays the environment of the host a client really asked for', () => {
    const production = registryOf({ phones: [{ ...phone, environment: 'production' }] });
    const capture = captureOf({ host: 'api.push.apple.com' });
    expect(decide(capture, { registry: production }).verdict.accepted).toBe(true);
    expect(decide(captureOf({ host: 'api.sandbox.push.apple.com' }), { registry: production }).verdict.code).toBe(
      'BadDeviceToken',
    );
  });
});

describe('apns gateway: pushes to one phone', () => {
  const push = (memory: MemoryState, world: World = {}) =>
    decide(captureOf(), { memory, perTokenPerMinute: 3, ...world }).verdict.code;
  it('are refused beyond the number that is set, until a minute has passed', () => {
    const memory = newMemory();
    expect([1, 2, 3].map(() => push(memory))).toEqual([null, null, null]);
    const fourth = decide(captureOf(), { memory, perTokenPerMinute: 3 });
    expect(failuresOf(fourth)).toEqual(['device-token-rate']);
    expect(fourth.reply.status).toBe(429);
    expect(reply(fourth)).toEqual({ reason: 'TooManyRequests' });
    expect(push(memory, { nowMs: nowMs + 59_999 })).toBe('TooManyRequests');
    expect(push(memory, { nowMs: nowMs + 60_000 })).toBeNull();
  });
  it('count for that phone only, in either case of its token', () => {
    const memory = newMemory();
    for (let count = 0; count < 3; count += 1) push(memory);
    const upper = captureOf({ path: `/3/device/${deviceToken.toUpperCase()}` });
    expect(decide(upper, { memory, perTokenPerMinute: 3 }).verdict.code).toBe('TooManyRequests');
    const other = captureOf({ path: `/3/device/${'ab'.repeat(32)}` });
    expect(decide(other, { memory, perTokenPerMinute: 3 }).verdict.code).toBeNull();
  });
  it('are not counted when they are refused, nor without a limit', () => {
    const memory = newMemory();
    for (let count = 0; count < 9; count += 1) decide(captureOf({ method: 'GET' }), { memory, perTokenPerMinute: 3 });
    for (let count = 0; count < 9; count += 1) push(memory, { perTokenPerMinute: 0 });
    expect(push(memory)).toBeNull();
  });
});

describe('apns gateway: its reasons and the table', () => {
  it('has a check for every reason that a request, the workspace or the connection decides, and for no other', () => {
    const checks = [captureOf(), captureOf({ clientCertificate: Uint8Array.of(1) })].flatMap(
      (capture) => decide(capture).verdict.checks,
    );
    const checked = new Set(checks.map(({ code }) => String(code)));
    const expected = errors.filter(({ decidedBy }) => decidedBy !== 'fault').map(({ code }) => code);
    // A connection that is idle asks nothing: the listener ends it by its clock.
    expect(gateway.idleGoaway).toBe('{"reason":"IdleTimeout"}');
    expect([...checked, 'IdleTimeout'].toSorted()).toEqual(expected.toSorted());
  });
  it.each(errors.map(({ code, status }) => [code, status ?? 400] as const))(
    'can be made to answer %s by a fault, with its own ids',
    (code, status) => {
      const decided = decide(captureOf()).reply;
      const faulted = gateway.faultReply?.({ code, status, tokens: [] }, decided, nowMs);
      expect(faulted?.status).toBe(status);
      const body = status === 410 ? { reason: code, timestamp: nowMs } : { reason: code };
      expect(JSON.parse(fromBytes(faulted?.body ?? new Uint8Array()) ?? '')).toEqual(body);
      expect(faulted?.headers).toEqual([...decided.headers, ['content-type', 'application/json']]);
      expect(gateway.goawayDebug?.(code)).toBe(JSON.stringify({ reason: code }));
    },
  );
});

describe('apns gateway: connections', () => {
  it('begins with 1000 streams, in strict mode with one unless there is a certificate', () => {
    expect(gateway.firstSettings({ clientCertificate: null, mode: 'known' })['maxConcurrentStreams']).toBe(1000);
    expect(gateway.firstSettings({ clientCertificate: null, mode: 'strict' })).toEqual({
      maxConcurrentStreams: 1,
      headerTableSize: 4096,
      initialWindowSize: 65_535,
      maxFrameSize: 16_384,
      maxHeaderListSize: 8000,
    });
    expect(gateway.firstSettings({ clientCertificate: Uint8Array.of(1), mode: 'strict' })['maxConcurrentStreams']).toBe(
      1000,
    );
  });
  it('speaks HTTP/2 over TLS only, and asks for a certificate', () => {
    expect(gateway).toMatchObject({ defaultPort: 2197, alpn: ['h2'], plain: false, requestCertificate: true });
  });
});
