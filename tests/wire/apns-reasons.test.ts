/**
 * Every reason that a request, the workspace or the history can bring about, over a real connection, in both profiles: one valid push, one
 * thing broken. All state is set by calls that the window makes too.
 */
import { sign } from 'node:crypto';
import type http2 from 'node:http2';
import { describe, expect, it } from 'vitest';
import type { GatewayProfile } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { connectTo, pushOver } from '../support/h2-push.ts';
import { makeApnsKey, makePushCertificate } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

const topic = 'com.example.chat';
const teamId = 'TEAM123456';
const key = makeApnsKey('FULLKEY001');
const otherKey = makeApnsKey('OTHERKEY01');
const productionKey = makeApnsKey('PRODKEY001');
const limitedKey = makeApnsKey('TOPICKEY01');
const foreignKey = makeApnsKey('FOREIGNK01');
const deadAtMs = 1_763_718_600_123;
const nowSeconds = Math.floor(Date.now() / 1000);
const bearer = (by: { p8: string; keyId: string; teamId?: string }, iat = nowSeconds) => ({
  authorization: `bearer ${providerToken(by, iat)}`,
});

const prepare = async () => {
  const app = await startApp();
  const { client } = app;
  const add = (one: typeof key, over: { teamId?: string; environment?: 'production'; topics?: string[] } = {}) =>
    client.credentials.import({
      file: { fileName: one.fileName, contentB64: Buffer.from(one.p8).toString('base64') },
      teamId,
      ...over,
    });
  await add(key);
  await add(otherKey);
  await add(productionKey, { environment: 'production' });
  await add(limitedKey, { topics: ['com.example.other'] });
  await add(foreignKey, { teamId: 'FOREIGNTM1' });
  const { devices } = await client.workspace.get();
  const phone = devices.find((device) => device.vendor === 'apns');
  if (!phone?.token) throw new Error('The demo workspace has no iPhone');
  return {
    app,
    phone,
    valid: { ':method': 'POST', ':path': `/3/device/${phone.token}`, 'apns-topic': topic, ...bearer(key) },
  };
};
type World = Awaited<ReturnType<typeof prepare>>;

interface Break {
  readonly headers?: http2.OutgoingHttpHeaders;
  readonly body?: string;
  /** Sets the state that the reason needs. */
  readonly setUp?: (world: World) => Promise<unknown>;
  /** Pushes on the same connection before, which are accepted. */
  readonly before?: readonly http2.OutgoingHttpHeaders[];
}
const phoneIs = (patch: object) => ({
  setUp: ({ app, phone }: World) => app.client.workspace.devices.update({ id: phone.id, ...patch }),
});
const gatewayIs = (patch: object) => ({
  setUp: ({ app }: World) => app.client.gateways.update({ vendor: 'apns', ...patch }),
});

const both: readonly (readonly [reason: string, status: number, broken: Break])[] = [
  ['MethodNotAllowed', 405, { headers: { ':method': 'PUT' } }],
  ['BadPath', 404, { headers: { ':path': '/3/devices/x' } }],
  ['BadMessageId', 400, { headers: { 'apns-id': 'x' } }],
  ['BadCollapseId', 400, { headers: { 'apns-collapse-id': 'x'.repeat(65) } }],
  ['BadPriority', 400, { headers: { 'apns-priority': '7' } }],
  ['InvalidPushType', 400, { headers: { 'apns-push-type': 'silent' } }],
  ['MissingTopic', 400, { headers: { 'apns-topic': '' } }],
  ['MissingDeviceToken', 400, { headers: { ':path': '/3/device/' } }],
  ['BadDeviceToken', 400, { headers: { ':path': '/3/device/hello' } }],
  ['DeviceTokenNotForTopic', 400, { headers: { 'apns-topic': 'com.example.im' } }],
  ['Unregistered', 410, phoneIs({ tokenState: 'unregistered', tokenDeadAtMs: deadAtMs })],
  ['MissingProviderToken', 403, { headers: { authorization: '' } }],
  ['InvalidProviderToken', 403, { headers: { authorization: 'bearer x' } }],
  ['InvalidProviderToken', 403, { headers: bearer({ ...key, teamId: 'OTHERTEAM1' }) }],
  ['InvalidProviderToken', 403, { before: [{}], headers: bearer({ ...foreignKey, teamId: 'FOREIGNTM1' }) }],
  ['ExpiredProviderToken', 403, { headers: bearer(key, nowSeconds - 3700) }],
  ['PayloadEmpty', 400, { body: '' }],
  ['PayloadTooLarge', 413, { body: JSON.stringify({ a: 'x'.repeat(4090) }) }],
];
const apple: typeof both = [
  ...both,
  ['DuplicateHeaders', 400, { headers: { 'apns-topic': [topic, topic] } }],
  ['BadExpirationDate', 400, { headers: { 'apns-expiration': 'tomorrow' } }],
  [
    'BadPriority',
    400,
    { headers: { 'apns-push-type': 'background', 'apns-priority': '10' }, ...gatewayIs({ mode: 'strict' }) },
  ],
  ['BadTopic', 400, { headers: { 'apns-push-type': 'voip' } }],
  ['TopicDisallowed', 400, { headers: bearer(limitedKey) }],
  ['BadDeviceToken', 400, { headers: { ':path': `/3/device/${'ab'.repeat(32)}` }, ...gatewayIs({ mode: 'strict' }) }],
  ['BadDeviceToken', 400, phoneIs({ environment: 'production' })],
  ['ExpiredToken', 410, phoneIs({ tokenState: 'expired', tokenDeadAtMs: deadAtMs })],
  ['BadEnvironmentKeyInToken', 403, { headers: bearer(productionKey) }],
  ['UnrelatedKeyIdInToken', 403, { before: [{}], headers: bearer(otherKey) }],
  [
    'TooManyProviderTokenUpdates',
    429,
    { before: [1, 2, 3].map((ago) => bearer(key, nowSeconds - ago)), headers: bearer(key, nowSeconds - 4) },
  ],
  ['TooManyRequests', 429, { before: [{}, {}], ...gatewayIs({ perTokenPerMinute: 2 }) }],
  ['PayloadEmpty', 400, { body: 'not JSON' }],
];
const pushy: typeof both = [
  ...both,
  ['InvalidPushType', 400, { headers: { 'apns-push-type': 'controls' } }],
  ['BadDeviceToken', 400, { headers: { ':path': `/3/device/${'ab'.repeat(40)}` } }],
  ['Unregistered', 410, phoneIs({ tokenState: 'expired', tokenDeadAtMs: deadAtMs })],
  ['InvalidProviderToken', 403, { headers: bearer(limitedKey) }],
];

const answersOf = async (profile: GatewayProfile, rows: typeof both) => {
  const answers: unknown[] = [];
  const world = await prepare();
  const { app, phone, valid } = world;
  const settings = { profile, mode: 'known', perTokenPerMinute: 0, environment: 'sandbox' } as const;
  for (const [reason, , { headers = {}, body, setUp, before = [] }] of rows) {
    await app.client.gateways.update({ vendor: 'apns', ...settings });
    await app.client.workspace.devices.update({
      id: phone.id,
      tokenState: 'active',
      tokenDeadAtMs: null,
      environment: 'sandbox',
    });
    const { session } = await connectTo(app);
    await setUp?.(world);
    for (const one of before) expect((await pushOver(session, { ...valid, ...one })).status, reason).toBe(200);
    const answer = await pushOver(session, { ...valid, ...headers }, body);
    answers.push([answer.status, JSON.parse(answer.body)]);
    session.destroy();
  }
  return answers;
};
/** What Apple's table says; 410 with the time of death that was set. */
const expected = (rows: typeof both) =>
  rows.map(([reason, status]) => [status, status === 410 ? { reason, timestamp: deadAtMs } : { reason }]);

describe('every reason over the wire', () => {
  it('as Apple', async () => expect(await answersOf('apple', apple)).toEqual(expected(apple)));
  it('as the mock server of Pushy', async () =>
    expect(await answersOf('pushy-compatible', pushy)).toEqual(expected(pushy)));
  it('the valid push is accepted, in each profile and mode', async () => {
    const { app, valid } = await prepare();
    for (const profile of ['apple', 'pushy-compatible'] as const) {
      for (const mode of ['known', 'strict'] as const) {
        await app.client.gateways.update({ vendor: 'apns', profile, mode });
        const { session } = await connectTo(app);
        expect((await pushOver(session, valid)).status, `${profile} ${mode}`).toBe(200);
      }
    }
  });
});

const lastOf = async ({ client }: RunningApp) => (await client.exchanges.list({ limit: 1 })).items[0];

describe('provider tokens', () => {
  it('with a DER signature are as good as raw ones', async () => {
    const { app, valid } = await prepare();
    const { session } = await connectTo(app);
    const signed = providerToken(key).split('.').slice(0, 2).join('.');
    const signature = sign('sha256', Buffer.from(signed), { key: key.p8, dsaEncoding: 'der' }).toString('base64url');
    await app.client.gateways.update({ vendor: 'apns', mode: 'strict' });
    expect((await pushOver(session, { ...valid, authorization: `bearer ${signed}.${signature}` })).status).toBe(200);
  });
  it('of the same key and iat count as one, however often they were signed', async () => {
    const { app, valid } = await prepare();
    const { session } = await connectTo(app);
    for (let count = 0; count < 8; count += 1) {
      expect((await pushOver(session, { ...valid, ...bearer(key) })).status).toBe(200);
    }
  });
});

describe('client certificates', () => {
  it('of the other environment get a GOAWAY of 46 bytes, and no answer', async () => {
    const { app, valid } = await prepare();
    await app.client.gateways.update({ vendor: 'apns', environment: 'production' });
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: topic, environments: ['sandbox'] });
    const { session, goaways, closed } = await connectTo(app, { cert: certificatePem, key: privateKeyPem });
    expect((await pushOver(session, valid)).status).toBeNull();
    await closed;
    expect(goaways[0]).toEqual({ code: 0, last: 1, debug: '{"reason":"BadCertificateEnvironment"}' });
    // Apple names no stream as the last; Node's http2 cannot say 0, so it is the request's own. Last stream and error code take eight bytes of the frame.
    expect(8 + (goaways[0]?.debug.length ?? 0)).toBe(46);
    expect(await lastOf(app)).toMatchObject({ reason: 'BadCertificateEnvironment', status: null });
  });
  it('go without a provider token, and need no topic when they have only one', async () => {
    const { app, valid } = await prepare();
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: topic });
    const { session } = await connectTo(app, { cert: certificatePem, key: privateKeyPem });
    const { authorization: _authorization, ...bare } = valid;
    expect((await pushOver(session, { ...bare })).status).toBe(200);
    expect((await pushOver(session, { ...bare, 'apns-topic': 'com.example.other' })).body).toBe(
      '{"reason":"BadTopic"}',
    );
    await app.client.gateways.update({ vendor: 'apns', profile: 'pushy-compatible' });
    expect((await pushOver(session, { ...bare, 'apns-topic': '' })).body).toBe('{"reason":"MissingTopic"}');
    expect((await pushOver(session, { ...bare, 'apns-topic': `${topic}.pushkit.fileprovider` })).body).toBe(
      '{"reason":"BadTopic"}',
    );
  });
});
