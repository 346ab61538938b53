/** Faults at the gateways of all nine vendors: set over the API, met by real requests over real sockets. */
import http2 from 'node:http2';
import tls from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultOutboundSettings, Outbound } from '../../src/main/outbound/index.ts';
import { directNetwork } from '../../src/main/outbound/types.ts';
import type { Reading, WireRequest, WireResponse } from '../../src/main/vendors/vendor.ts';
import type { FaultAction } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { nineVendors, vendorCase, type VendorCase } from '../support/nine-vendors.ts';

const originOf = async (app: RunningApp, { id }: VendorCase): Promise<string> => {
  const { gateways } = await app.client.gateways.list();
  return gateways.find((gateway) => gateway.vendor === id)?.origin ?? '';
};

/** Sends to the gateway; null: no answer came. */
const sender = async (app: RunningApp, one: VendorCase) => {
  const origin = await originOf(app, one);
  const outbound = new Outbound(
    {
      ...defaultOutboundSettings,
      requestTimeoutMs: 700,
      pingAfterMs: 200,
      pingTimeoutMs: 200,
      network: () => directNetwork,
      loopbackCaPems: [app.caPem],
    },
    Date.now,
  );
  onTestFinished(() => outbound.close());
  const { protocol } = one.vendor.sender;
  return async (
    request: WireRequest = one.request(1, Date.now()),
  ): Promise<{ response: WireResponse; reading: Reading } | null> => {
    const done = await outbound.perform({ origin, protocol, request, identity: null });
    return done.ok ? { response: done.response, reading: one.vendor.sender.read(request, done.response) } : null;
  };
};

const setFault = async (
  { client }: RunningApp,
  { id }: VendorCase,
  action: FaultAction,
  over: { remaining?: number | null; after?: number } = {},
): Promise<void> => {
  await client.gateways.addFault({ vendor: id, action, ...over });
};

describe.each(nineVendors)('$id', (one) => {
  it('refuses with 429 and a wait, cuts, keeps silent, and is itself again', { timeout: 20_000 }, async () => {
    const app = await startApp();
    const send = await sender(app, one);
    expect((await send())?.reading.outcome).toBe('accepted');
    await setFault(app, one, { kind: 'busy', retryAfterSeconds: 9 });
    const busy = await send();
    expect(busy?.response.status).toBe(429);
    expect(busy?.reading).toMatchObject({ outcome: 'rejected', retryAfterMs: 9000 });
    await setFault(app, one, { kind: 'drop' });
    expect(await send()).toBeNull();
    await setFault(app, one, { kind: 'half-open' });
    expect(await send()).toBeNull();
    // An HTTP/2 sender has to find out by a PING that nobody is there any more.
    await expect.poll(async () => (await send())?.reading.outcome, { timeout: 10_000 }).toBe('accepted');
    const { items } = await app.client.exchanges.list({ limit: 9 });
    expect(items.filter(({ kind }) => kind === 'push').map(({ outcome, status }) => [outcome, status])).toEqual([
      ['accepted', 200],
      ['rejected', null],
      ['rejected', null],
      ['rejected', 429],
      ['accepted', 200],
    ]);
  });

  it('takes every token for dead when told so, and refuses it in its own way', async () => {
    const app = await startApp();
    const send = await sender(app, one);
    await setFault(app, one, { kind: 'dead-tokens', percent: 100 });
    const done = await send();
    expect(done?.reading.targets).toMatchObject([{ token: one.tokenOf(1), outcome: 'rejected' }]);
    expect(one.vendor.errors.map(({ code }) => code)).toContain(done?.reading.code);
    expect((await send())?.reading.outcome).toBe('accepted');
  });
});

describe.each(nineVendors.filter(({ vendor }) => vendor.gateway.accessToken))(
  '$id, which gives out access tokens',
  (one) => {
    it('lets an access token run out in the middle of a batch', async () => {
      const app = await startApp();
      const send = await sender(app, one);
      await setFault(app, one, { kind: 'expire-token' }, { after: 2 });
      const nowMs = Date.now();
      const batch = [];
      for (let n = 0; n < 4; n += 1) batch.push(await send(one.request(n, nowMs)));
      expect(batch.map((done) => done?.reading.outcome)).toEqual(['accepted', 'accepted', 'rejected', 'rejected']);
      expect(batch[3]?.reading).toMatchObject({ code: one.vendor.gateway.accessToken?.expired.code, dropToken: true });
      const { gateways } = await app.client.gateways.list();
      expect(gateways.find(({ vendor }) => vendor === one.id)?.faults).toMatchObject([{ remaining: 0, hits: 2 }]);
    });
  },
);

it('a batch fails in part, in the form of the vendor', async () => {
  const app = await startApp();
  const one = vendorCase('huawei');
  const send = await sender(app, one);
  const single = one.request(1, Date.now());
  const body = JSON.parse(Buffer.from(single.body).toString());
  // Each token dies by chance: of so many, some do and some do not.
  const tokens = Array.from({ length: 50 }, (_, n) => one.tokenOf(n));
  body.message.token = tokens;
  await setFault(app, one, { kind: 'dead-tokens', percent: 50 });
  const done = await send({ ...single, body: Buffer.from(JSON.stringify(body)) });
  expect(done?.reading).toMatchObject({ outcome: 'partly-accepted', code: '80100000' });
  const outcomes = done?.reading.targets.map(({ outcome }) => outcome) ?? [];
  expect(outcomes).toContain('accepted');
  expect(outcomes).toContain('rejected');
  const [row] = (await app.client.exchanges.list({ limit: 1 })).items;
  expect(row?.outcome).toBe('partly-accepted');
});

it('a half-open connection answers no PING either, and stays open', async () => {
  const app = await startApp();
  const one = vendorCase('apns');
  const origin = await originOf(app, one);
  const socket = tls.connect({
    host: '127.0.0.1',
    port: Number(new URL(origin).port),
    ca: app.caPem,
    ALPNProtocols: ['h2'],
  });
  const session = http2.connect(origin, { createConnection: () => socket });
  onTestFinished(() => session.destroy());
  session.on('error', () => undefined);
  await setFault(app, one, { kind: 'half-open' });
  const { method, path, headers, body } = one.request(1, Date.now());
  const stream = session.request({ ':method': method, ':path': path, ...Object.fromEntries(headers) });
  stream.on('error', () => undefined);
  stream.end(body);
  await expect.poll(async () => (await app.client.exchanges.list({ limit: 1 })).items.length).toBe(1);
  let pinged = false;
  session.ping(() => {
    pinged = true;
  });
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 400);
  });
  expect(pinged).toBe(false);
  expect(session.destroyed).toBe(false);
});

it('a code of the token address meets the token request and leaves pushes alone', async () => {
  const app = await startApp();
  const one = vendorCase('huawei');
  const send = await sender(app, one);
  await setFault(app, one, { kind: 'answer', code: '1101', status: 400 });
  expect((await send())?.reading.outcome).toBe('accepted');
  const form = 'grant_type=client_credentials&client_id=104000001&client_secret=x';
  const answer = await send({
    method: 'POST',
    path: '/oauth2/v3/token',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: Buffer.from(form),
  });
  expect(JSON.parse(Buffer.from(answer?.response.body ?? []).toString())).toMatchObject({ error: 1101 });
});
