/** `@parse/node-apn`, unmodified, pointed at the APNs gateway. What it reports is what its users would see. */
import { createRequire } from 'node:module';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Notification, Provider, ProviderOptions, Responses } from '@parse/node-apn';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey, makePushCertificate } from '../support/pki.ts';

const apn = createRequire(import.meta.url)('@parse/node-apn') as {
  Provider: new (options: ProviderOptions) => Provider;
  Notification: new (payload?: unknown) => Notification;
};
const bundle = 'com.example.chat';
const knownToken = '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d';
const anyToken = 'ab'.repeat(32);

const providerOf = (app: RunningApp, options: ProviderOptions): Provider => {
  const provider = new apn.Provider({ address: '127.0.0.1', port: app.apns.port, ca: [app.caPem], ...options });
  onTestFinished(() => provider.shutdown());
  return provider;
};
const withToken = (over: Partial<{ keyId: string; teamId: string; key: string }> = {}): ProviderOptions => {
  const key = makeApnsKey();
  return { token: { key: key.p8, keyId: key.keyId, teamId: 'TEAM123456', ...over } };
};
const push = (over: Record<string, unknown> = {}): Notification =>
  Object.assign(new apn.Notification(), { topic: bundle, alert: 'hi', pushType: 'alert', ...over });
const firstFailure = ({ failed }: Responses<unknown, unknown>) =>
  failed[0] as { status?: number; response?: { reason: string; timestamp?: number }; error?: Error };
const lastCaptured = async ({ client }: RunningApp) => {
  const { items } = await client.exchanges.list({ limit: 1 });
  return client.exchanges.get({ id: items[0]?.id ?? '' });
};

describe('success', () => {
  it('with a provider token: sent, committed, and on the phone whose token it named', async () => {
    const app = await startApp();
    const { sent, failed } = await providerOf(app, withToken()).send(
      push({ alert: { title: 'Ann', body: 'hi' }, payload: { ext: 'jump to ann' } }),
      knownToken,
    );
    expect(failed).toEqual([]);
    expect(sent).toMatchObject([{ device: knownToken }]);
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      origin: 'captured',
      vendor: 'apns',
      outcome: 'accepted',
      status: 200,
      title: 'Ann',
      body: 'hi',
    });
    const { phones } = await app.client.phones.list();
    const shown = phones.flatMap((phone) => phone.notifications);
    expect(shown.map((one) => [one.card.title, one.card.ext, one.state])).toEqual([['Ann', 'jump to ann', 'shown']]);
  });
  it('with a client certificate', async () => {
    const app = await startApp();
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: bundle });
    const { sent, failed } = await providerOf(app, { cert: certificatePem, key: privateKeyPem }).send(push(), anyToken);
    expect(failed).toEqual([]);
    expect(sent).toHaveLength(1);
    const exchange = await lastCaptured(app);
    expect(exchange.peer?.certificate?.subject).toContain(bundle);
    expect(exchange.peer?.alpn).toBe('h2');
  });
  it('many at once over one connection, none lost', async () => {
    const app = await startApp();
    const tokens = Array.from({ length: 300 }, (_, n) => n.toString(16).padStart(64, '0'));
    const { sent, failed } = await providerOf(app, withToken()).send(push(), tokens);
    expect(failed).toEqual([]);
    expect(sent).toHaveLength(300);
    const { items } = await app.client.exchanges.list({ limit: 500 });
    expect(new Set(items.flatMap((item) => item.targets.map((target) => target.token)))).toEqual(new Set(tokens));
  });
});

describe('rejections', () => {
  const plain: readonly [string, number, Record<string, unknown>, string?][] = [
    ['BadCollapseId', 400, { collapseId: 'x'.repeat(65) }],
    ['BadDeviceToken', 400, {}, 'nothex'],
    ['BadMessageId', 400, { id: 'seven' }],
    ['BadPriority', 400, { priority: 7 }],
    ['BadTopic', 400, { topic: `${bundle}.voip` }],
    ['InvalidPushType', 400, { pushType: 'silent' }],
    ['MissingDeviceToken', 400, {}, ''],
    ['MissingTopic', 400, { topic: '' }],
    ['PayloadTooLarge', 413, { payload: { big: 'x'.repeat(4096) } }],
    ['BadPath', 404, {}, 'aa/bb'],
  ];
  it.each(plain)('%s', async (reason, status, over, token = anyToken) => {
    const app = await startApp();
    const answer = await providerOf(app, withToken()).send(push(over), token);
    expect(firstFailure(answer)).toMatchObject({ status, response: { reason } });
    expect(await lastCaptured(app)).toMatchObject({ outcome: 'rejected', status, reason });
  });

  it('PayloadEmpty', async () => {
    const app = await startApp();
    const empty = Object.assign(push(), { rawPayload: {} });
    expect(firstFailure(await providerOf(app, withToken()).send(empty, anyToken))).toMatchObject({
      status: 400,
      response: { reason: 'PayloadEmpty' },
    });
  });
  it('BadExpirationDate', async () => {
    const app = await startApp();
    const late = Object.assign(push(), { headers: () => ({ 'apns-topic': bundle, 'apns-expiration': '2026-11-21' }) });
    expect(firstFailure(await providerOf(app, withToken()).send(late, anyToken))).toMatchObject({
      status: 400,
      response: { reason: 'BadExpirationDate' },
    });
  });
  it('InvalidProviderToken: a key ID of the workspace, signed with another key', async () => {
    const app = await startApp();
    const answer = await providerOf(app, withToken({ keyId: 'LOCALDEMO1', teamId: 'DEMOTEAM01' })).send(
      push(),
      anyToken,
    );
    expect(firstFailure(answer)).toMatchObject({ status: 403, response: { reason: 'InvalidProviderToken' } });
  });
  it('InvalidProviderToken: key ID and team ID of the wrong length', async () => {
    const app = await startApp();
    const answer = await providerOf(app, withToken({ keyId: 'short' })).send(push(), anyToken);
    expect(firstFailure(answer)).toMatchObject({ status: 403, response: { reason: 'InvalidProviderToken' } });
  });
  it('ExpiredProviderToken: this clock is an hour ahead of the sender’s', async () => {
    const app = await startApp({ now: () => Date.now() + 3_700_000 });
    const answer = await providerOf(app, withToken()).send(push(), anyToken);
    // node-apn answers this reason with an error of its own and drops the status.
    expect(firstFailure(answer)).toMatchObject({ status: 403 });
    expect(await lastCaptured(app)).toMatchObject({ reason: 'ExpiredProviderToken' });
  });
  it('DeviceTokenNotForTopic: a phone of another app', async () => {
    const app = await startApp();
    const answer = await providerOf(app, withToken()).send(push({ topic: 'com.example.other' }), knownToken);
    expect(firstFailure(answer)).toMatchObject({ status: 400, response: { reason: 'DeviceTokenNotForTopic' } });
  });
  it('BadDeviceToken: a phone of the other environment', async () => {
    const app = await startApp();
    await app.client.gateways.update({ vendor: 'apns', environment: 'production' });
    const answer = await providerOf(app, withToken()).send(push(), knownToken);
    expect(firstFailure(answer)).toMatchObject({ status: 400, response: { reason: 'BadDeviceToken' } });
  });
  it('BadCertificate: a certificate the workspace does not know, in strict mode', async () => {
    const app = await startApp();
    await app.client.gateways.update({ vendor: 'apns', mode: 'strict' });
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: bundle });
    const answer = await providerOf(app, { cert: certificatePem, key: privateKeyPem }).send(push(), anyToken);
    expect(firstFailure(answer)).toMatchObject({ status: 403, response: { reason: 'BadCertificate' } });
  });
  it('410 Unregistered with the time in milliseconds', async () => {
    const app = await startApp();
    const { devices } = await app.client.workspace.get();
    const phone = devices.find((device) => device.vendor === 'apns');
    const deadAtMs = 1_763_718_600_123;
    await app.client.workspace.devices.update({
      id: phone?.id ?? '',
      tokenState: 'unregistered',
      tokenDeadAtMs: deadAtMs,
    });
    const answer = await providerOf(app, withToken()).send(push(), knownToken);
    expect(firstFailure(answer)).toMatchObject({
      status: 410,
      response: { reason: 'Unregistered', timestamp: deadAtMs },
    });
  });
  it('410 ExpiredToken', async () => {
    const app = await startApp();
    const { devices } = await app.client.workspace.get();
    const phone = devices.find((device) => device.vendor === 'apns');
    await app.client.workspace.devices.update({
      id: phone?.id ?? '',
      tokenState: 'expired',
      tokenDeadAtMs: 1_763_718_600_123,
    });
    expect(firstFailure(await providerOf(app, withToken()).send(push(), knownToken))).toMatchObject({
      status: 410,
      response: { reason: 'ExpiredToken' },
    });
  });
  it('GOAWAY BadCertificateEnvironment: a sandbox certificate at the production gateway', async () => {
    const app = await startApp();
    await app.client.gateways.update({ vendor: 'apns', environment: 'production' });
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: bundle, environments: ['sandbox'] });
    const provider = providerOf(app, { cert: certificatePem, key: privateKeyPem, connectionRetryLimit: 1 });
    const answer = await provider.send(push(), anyToken);
    // node-apn loses the reason; the log has it.
    expect(answer.failed).toHaveLength(1);
    expect(answer.sent).toEqual([]);
    expect(await lastCaptured(app)).toMatchObject({ outcome: 'rejected', reason: 'BadCertificateEnvironment' });
  });
});
