/** Our senders against our gateways, over real sockets and real TLS. */
import { describe, expect, it } from 'vitest';
import type { SendReport } from '../../src/shared/contract/index.ts';
import type { MessageInput } from '../../src/shared/contract/message.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { keepPhonesOf } from '../support/demo.ts';
import { makePushCertificate, testPassword } from '../support/pki.ts';

const scenario: MessageInput = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
  offlinePush: { title: 'Denny', ext: 'jump to denny' },
};
const outcomes = ({ results }: SendReport) =>
  results.map((result) => [
    result.vendor,
    result.state,
    result.exchange?.outcome ?? null,
    result.exchange?.reason ?? result.problem?.code ?? null,
  ]);
/** The demo with the iPhone and the Pixel. */
const startPhones = async () => {
  const app = await startApp();
  await keepPhonesOf(app, ['apns', 'fcm']);
  return app;
};
const phoneOf = async ({ client }: RunningApp, vendor: 'apns' | 'fcm') => {
  const { devices } = await client.workspace.get();
  const found = devices.find((device) => device.vendor === vendor);
  if (!found) throw new Error(`no ${vendor} phone in the demo workspace`);
  return found;
};
const sendScenario = (app: RunningApp, over: Partial<MessageInput> = {}) =>
  app.client.sends.create({ kind: 'message', message: { ...scenario, ...over } });

describe('R42 the scenario of the iOS guide', () => {
  it('arrives on both phones, and its rows belong together', async () => {
    const app = await startPhones();
    const report = await sendScenario(app);
    expect(outcomes(report)).toEqual([
      ['apns', 'sent', 'accepted', null],
      ['fcm', 'sent', 'accepted', null],
    ]);
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items.map((item) => `${item.origin} ${item.vendor} ${item.kind}`).toSorted()).toEqual([
      'captured apns push',
      'captured fcm auth',
      'captured fcm push',
      'sent apns push',
      'sent fcm auth',
      'sent fcm push',
    ]);
    expect(new Set(items.map((item) => item.messageId))).toEqual(new Set([report.messageId]));
    const { phones } = await app.client.phones.list();
    for (const phone of phones) {
      expect(phone.notifications.map((one) => [one.card.title, one.card.body, one.card.ext])).toEqual([
        ['Denny', 'Denny: Lunch at 12:30?', 'jump to denny'],
      ]);
    }
  });
  it('R41 a tap hands over ext, and the rule opens the chat', async () => {
    const app = await startPhones();
    await sendScenario(app);
    const { phones } = await app.client.phones.list();
    for (const phone of phones) {
      const tap = await app.client.phones.tap({ id: phone.notifications[0]?.id ?? '' });
      expect(tap.ext).toBe('jump to denny');
      expect(tap.rules.target).toEqual({ kind: 'screen', screen: 'chat/denny' });
      expect(tap.screens).toEqual(['chats', 'chat/denny']);
      expect(tap.stoppedBecause).toBeNull();
    }
    const after = await app.client.phones.list();
    expect(after.phones.map((phone) => phone.notifications.length)).toEqual([0, 0]);
    const { devices } = await app.client.workspace.get();
    expect(devices.map((device) => device.appState)).toEqual(['foreground', 'foreground']);
  });
  it('the badge counts on with every push, until the app reports again (R6)', async () => {
    const app = await startPhones();
    await sendScenario(app);
    await sendScenario(app);
    const phone = await phoneOf(app, 'apns');
    const badge = async () => (await app.client.phones.list()).phones.find((one) => one.deviceId === phone.id)?.badge;
    expect(await badge()).toBe(2);
    await app.client.phones.setState({ id: phone.id, state: 'foreground' });
    await app.client.phones.setState({ id: phone.id, state: 'background', unread: 7 });
    await sendScenario(app);
    expect(await badge()).toBe(8);
  });
  it('a second send uses the connection and the access token of the first', async () => {
    const app = await startPhones();
    await sendScenario(app);
    const second = await sendScenario(app);
    const ids = second.results.map((result) => result.exchange?.id ?? '');
    for (const id of ids)
      expect((await app.client.exchanges.get({ id })).timing).toMatchObject({ connectMs: null, tlsMs: null });
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items.filter((item) => item.kind === 'auth' && item.origin === 'sent')).toHaveLength(1);
  });
});

describe('decisions', () => {
  it('nothing is sent to a phone whose app is open; «send anyway» sends', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    await app.client.phones.setState({ id: phone.id, state: 'foreground' });
    expect(outcomes(await sendScenario(app))[0]).toEqual(['apns', 'skipped', null, null]);
    const anyway = await app.client.sends.create({
      kind: 'message',
      message: scenario,
      anyway: true,
      deviceIds: [phone.id],
    });
    expect(outcomes(anyway)).toEqual([['apns', 'sent', 'accepted', null]]);
  });
  it('R21 a logged-out phone gets nothing', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'fcm');
    await app.client.phones.setState({ id: phone.id, state: 'logged-out' });
    const report = await sendScenario(app);
    expect(report.results.find((result) => result.vendor === 'fcm')).toMatchObject({
      state: 'skipped',
      decision: { decidingGateId: 'recipient-state' },
    });
  });
  it('the vendor’s own answer is what the log shows', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    await app.client.workspace.devices.update({ id: phone.id, environment: 'production' });
    const report = await sendScenario(app);
    expect(outcomes(report)[0]).toEqual(['apns', 'sent', 'rejected', 'BadDeviceToken']);
    const exchange = await app.client.exchanges.get({ id: report.results[0]?.exchange?.id ?? '' });
    expect(exchange.explanation?.code).toBe('BadDeviceToken');
    expect(exchange.decision?.pushed).toBe(true);
  });
});

describe('raw payloads', () => {
  it('go out byte for byte', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    const payload = '{ "aps" : {"alert":"合同"} , "x":1.0 }';
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload,
      options: { pushType: 'alert' },
      deviceId: phone.id,
    });
    const exchange = await app.client.exchanges.get({ id: report.results[0]?.exchange?.id ?? '' });
    expect(exchange).toMatchObject({ outcome: 'accepted', request: { body: { text: payload } } });
  });
  it('may name a token instead of a phone, and take JSON', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'fcm');
    const message = { token: phone.token, data: { ext: 'x' } };
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'fcm',
      payload: { message },
      token: phone.token ?? '',
    });
    expect(outcomes(report)).toEqual([['fcm', 'sent', 'accepted', null]]);
    const { phones } = await app.client.phones.list();
    const quiet = phones.flatMap((one) => one.notifications)[0];
    expect(quiet).toMatchObject({ state: 'quiet' });
    expect(quiet?.quietBecause?.id).toMatch(/^fcm\./);
  });
  it.each([
    ['without token or phone', {}, 'send.no-target'],
    ['with an unknown credential', { token: 'aa', credentialId: 'crd_x' }, 'credential.not-found'],
    ['to an unknown phone', { deviceId: 'dev_x' }, 'workspace.not-found'],
  ])('%s', async (_, over, code) => {
    const app = await startPhones();
    await expect(
      app.client.sends.create({ kind: 'raw', vendor: 'apns', payload: '{}', ...over }),
    ).rejects.toMatchObject({ code });
  });
});

describe('certificates', () => {
  it('a p12 authenticates the connection, and no authorization header is sent', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    const { p12 } = makePushCertificate({ bundleId: 'com.example.chat' });
    const file = { fileName: 'chat.p12', contentB64: Buffer.from(p12).toString('base64'), password: testPassword };
    const credential = await app.client.credentials.import({ file, appId: phone.appId });
    expect(credential.certificateId).toBeGreaterThan(10_000);
    await app.client.workspace.devices.update({ id: phone.id, certificateId: credential.certificateId });
    const report = await app.client.sends.create({ kind: 'message', message: scenario, deviceIds: [phone.id] });
    expect(outcomes(report)).toEqual([['apns', 'sent', 'accepted', null]]);
    const exchange = await app.client.exchanges.get({ id: report.results[0]?.exchange?.id ?? '' });
    expect(exchange.credentialId).toBe(credential.id);
    expect(exchange.request.headers.some(([name]) => name === 'authorization')).toBe(false);
  });
  it('one for the other environment is refused by GOAWAY, with the reason', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    const { p12 } = makePushCertificate({ bundleId: 'com.example.chat', environments: ['production'] });
    const file = { fileName: 'chat.p12', contentB64: Buffer.from(p12).toString('base64'), password: testPassword };
    const credential = await app.client.credentials.import({ file, appId: phone.appId });
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"x"}}',
      deviceId: phone.id,
      credentialId: credential.id,
    });
    expect(outcomes(report)).toEqual([['apns', 'sent', 'rejected', 'BadCertificateEnvironment']]);
  });
});

describe('destinations that do not answer', () => {
  it('nobody listens', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    const destination = { kind: 'custom', origin: 'https://127.0.0.1:1' } as const;
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"x"}}',
      deviceId: phone.id,
      destination,
    });
    expect(outcomes(report)).toEqual([['apns', 'sent', 'failed', 'connection-refused']]);
  });
  it('a server whose certificate nobody vouches for', async () => {
    const app = await startPhones();
    // A first start of its own, so a CA of its own.
    const other = await startApp({ empty: true });
    const phone = await phoneOf(app, 'apns');
    const destination = { kind: 'custom', origin: other.apns.origin } as const;
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"x"}}',
      deviceId: phone.id,
      destination,
    });
    expect(outcomes(report)).toEqual([['apns', 'sent', 'failed', 'tls-untrusted']]);
  });
  it('a server that speaks HTTP/1.1 only', async () => {
    const app = await startPhones();
    const phone = await phoneOf(app, 'apns');
    const destination = { kind: 'custom', origin: app.fcm.origin.replace('https', 'http') } as const;
    const report = await app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"x"}}',
      deviceId: phone.id,
      destination,
    });
    expect(outcomes(report)).toEqual([['apns', 'sent', 'failed', 'not-http2']]);
  });
});

describe('a send that is given up', () => {
  it.each(['apns', 'fcm', 'honor'] as const)('ends at once, and the log says so: %s', async (vendor) => {
    const app = await startApp();
    await keepPhonesOf(app, [vendor]);
    // The token and the connection are there; the push meets a gateway that keeps silent.
    expect(outcomes(await sendScenario(app))).toEqual([[vendor, 'sent', 'accepted', null]]);
    await app.client.gateways.addFault({ vendor, action: { kind: 'half-open' } });
    const giveUp = new AbortController();
    const startedAt = performance.now();
    const sending = app.client.sends.create({ kind: 'message', message: scenario }, { signal: giveUp.signal });
    const pushes = async () =>
      (await app.client.exchanges.list({ limit: 20 })).items.filter(({ kind }) => kind === 'push');
    await expect.poll(async () => (await pushes()).filter(({ origin }) => origin === 'captured').length).toBe(2);
    giveUp.abort();
    await expect(sending).rejects.toThrow('aborted');
    await expect
      .poll(async () =>
        (await pushes()).filter(({ origin }) => origin === 'sent').map(({ outcome, reason }) => [outcome, reason]),
      )
      .toEqual([
        ['failed', 'cancelled'],
        ['accepted', null],
      ]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});
