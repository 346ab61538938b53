/** What the APNs gateway does on the wire: frames, connections and faults. What it decides is tested beside it. */
import type http2 from 'node:http2';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { connectTo, pushOver, type PushAnswer } from '../support/h2-push.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

const token = 'ab'.repeat(32);
const authorization = `bearer ${providerToken(makeApnsKey())}`;
const valid = {
  ':method': 'POST',
  ':path': `/3/device/${token}`,
  authorization,
  'apns-topic': 'com.example.im',
  'apns-push-type': 'alert',
};
const push = (session: http2.ClientHttp2Session, over: http2.OutgoingHttpHeaders = {}): Promise<PushAnswer> =>
  pushOver(session, { ...valid, ...over });
const lastExchange = async ({ client }: RunningApp) => {
  const { items } = await client.exchanges.list({ limit: 1 });
  return client.exchanges.get({ id: items[0]?.id ?? '' });
};

describe('answers', () => {
  it('echo apns-id as it was written, and make one in upper case where there is none', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    for (const id of ['123e4567-e89b-12d3-a456-42661417400a', '123E4567-E89B-12D3-A456-42661417400A']) {
      expect((await push(session, { 'apns-id': id })).headers['apns-id']).toBe(id);
      expect((await push(session, { 'apns-id': id, 'apns-topic': '' })).headers['apns-id']).toBe(id);
    }
    expect((await push(session)).headers['apns-id']).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect((await push(session, { 'apns-id': 'message-1' })).headers['apns-id']).toMatch(/^[0-9A-F-]{36}$/);
  });
  it('carry apns-unique-id in the sandbox only', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    expect((await push(session)).headers['apns-unique-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await push(session, { 'apns-topic': '' })).headers['apns-unique-id']).toMatch(/^[0-9a-f-]{36}$/);
    await app.client.gateways.update({ vendor: 'apns', environment: 'production' });
    expect((await push(session)).headers).not.toHaveProperty('apns-unique-id');
  });
  it('are headers alone when accepted, and one frame of JSON when refused', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    const good = await push(session);
    expect([good.status, good.frames, good.headers['content-type']]).toEqual([200, 0, undefined]);
    const bad = await push(session, { 'apns-topic': '' });
    expect([bad.status, bad.frames, bad.body]).toEqual([400, 1, '{"reason":"MissingTopic"}']);
    expect(bad.headers['content-type']).toBe('application/json');
  });
  it('see a header that came twice', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    const twice = await push(session, { 'apns-topic': ['com.example.im', 'com.example.im'] });
    expect(twice.body).toBe('{"reason":"DuplicateHeaders"}');
  });
  it('in the profile of Pushy are in its order', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    const broken = { 'apns-id': 'x', 'apns-topic': '', authorization: '' };
    expect((await push(session, broken)).body).toBe('{"reason":"MissingProviderToken"}');
    await app.client.gateways.update({ vendor: 'apns', profile: 'pushy-compatible' });
    expect((await push(session, broken)).body).toBe('{"reason":"BadMessageId"}');
  });
});

describe('settings', () => {
  it('allow 1000 streams; in strict mode one until a token was accepted, then 1000', async () => {
    const app = await startApp();
    expect((await connectTo(app)).session.remoteSettings).toMatchObject({
      maxConcurrentStreams: 1000,
      headerTableSize: 4096,
      initialWindowSize: 65_535,
      maxFrameSize: 16_384,
      maxHeaderListSize: 8000,
    });
    await app.client.gateways.update({ vendor: 'apns', mode: 'strict' });
    const { session } = await connectTo(app);
    expect(session.remoteSettings.maxConcurrentStreams).toBe(1);
    const key = makeApnsKey('STRICTKEY1');
    const file = { fileName: key.fileName, contentB64: Buffer.from(key.p8).toString('base64') };
    await app.client.credentials.import({ file, teamId: 'TEAM123456' });
    const strict = { authorization: `bearer ${providerToken(key)}` };
    // The phone is unknown and refused; that the provider token is good is what counts.
    expect((await push(session, { authorization: 'bearer x' })).status).toBe(403);
    expect(session.remoteSettings.maxConcurrentStreams).toBe(1);
    expect((await push(session, { ...strict, 'apns-topic': 'com.example.chat' })).body).toBe(
      '{"reason":"BadDeviceToken"}',
    );
    await expect.poll(() => session.remoteSettings.maxConcurrentStreams).toBe(1000);
  });
  it('answer a PING', async () => {
    const { session } = await connectTo(await startApp());
    expect(await new Promise((resolve) => session.ping((error) => resolve(error)))).toBeNull();
  });
  it('close an idle connection with a GOAWAY that says so, and not one that pings', async () => {
    const app = await startApp();
    await app.client.gateways.update({ vendor: 'apns', idleSeconds: 1 });
    const idle = await connectTo(app);
    const lively = await connectTo(app);
    const pinging = setInterval(() => lively.session.ping(() => undefined), 300);
    onTestFinished(() => clearInterval(pinging));
    await push(idle.session);
    await idle.closed;
    expect(idle.goaways).toEqual([{ code: 0, last: 1, debug: '{"reason":"IdleTimeout"}' }]);
    expect((await push(lively.session)).status).toBe(200);
  });
});

describe('faults', () => {
  it('answer the next requests with a reason, say so in the log, and are used up', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    const action = { kind: 'answer', code: 'InternalServerError', status: 500 } as const;
    const { faults } = await app.client.gateways.addFault({ vendor: 'apns', action, remaining: 2 });
    expect(faults).toMatchObject([{ action, remaining: 2, token: '', hits: 0 }]);
    const bodies = [await push(session), await push(session), await push(session)].map(({ status, body }) => [
      status,
      body,
    ]);
    const refused = [500, '{"reason":"InternalServerError"}'];
    expect(bodies).toEqual([refused, refused, [200, '']]);
    const { items } = await app.client.exchanges.list({ limit: 3 });
    expect(items.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['accepted', null],
      ['rejected', 'InternalServerError'],
      ['rejected', 'InternalServerError'],
    ]);
    const { gateways } = await app.client.gateways.list();
    expect(gateways.find((one) => one.vendor === 'apns')?.faults).toEqual([]);
  });
  it('for one token leave others alone, until they are cleared', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    const action = { kind: 'answer', code: 'Unregistered', status: 410 } as const;
    const { faults } = await app.client.gateways.addFault({ vendor: 'apns', action, token, remaining: null });
    expect((await push(session, { ':path': `/3/device/${'cd'.repeat(32)}` })).status).toBe(200);
    const gone = await push(session);
    expect(JSON.parse(gone.body)).toEqual({ reason: 'Unregistered', timestamp: expect.any(Number) });
    expect(String(JSON.parse(gone.body).timestamp)).toHaveLength(13);
    await app.client.gateways.clearFaults({ vendor: 'apns', id: faults[0]?.id });
    expect((await push(session)).status).toBe(200);
  });
  it('end the connection with a GOAWAY and its reason, before the request', async () => {
    const app = await startApp();
    const { session, goaways, closed } = await connectTo(app);
    await push(session);
    await app.client.gateways.addFault({ vendor: 'apns', action: { kind: 'goaway', code: 'Shutdown' } });
    expect((await push(session)).status).toBeNull();
    await closed;
    expect(goaways).toEqual([{ code: 0, last: 1, debug: '{"reason":"Shutdown"}' }]);
    expect(await lastExchange(app)).toMatchObject({
      outcome: 'rejected',
      reason: 'Shutdown',
      status: null,
      response: null,
    });
  });
  it('cut the connection', async () => {
    const app = await startApp();
    const { session, goaways, closed } = await connectTo(app);
    await app.client.gateways.addFault({ vendor: 'apns', action: { kind: 'drop' } });
    expect((await push(session)).status).toBeNull();
    await closed;
    expect(goaways).toEqual([]);
    expect(await lastExchange(app)).toMatchObject({ outcome: 'rejected', reason: null, status: null, response: null });
  });
  it('delay the answer a push deserves', async () => {
    const app = await startApp();
    const { session } = await connectTo(app);
    await app.client.gateways.addFault({ vendor: 'apns', action: { kind: 'delay' }, delayMs: 300 });
    const startedAt = performance.now();
    expect((await push(session)).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(295);
  });
});
