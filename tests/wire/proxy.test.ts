/** Sends through a real CONNECT proxy, to hosts that only it knows, whose certificates only an added CA vouches for. */
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startApp } from '../support/app.ts';
import { startConnectProxy } from '../support/connect-proxy.ts';
import { startHostile } from '../support/hostile-apns.ts';
import { makeApnsKey } from '../support/pki.ts';
import { serverIdentity } from '../support/server-identity.ts';

const host = 'https://push.pushscope.test';
const token = 'ab'.repeat(32);

const ready = async () => {
  const app = await startApp();
  const key = makeApnsKey();
  const { id } = await app.client.credentials.import({
    file: { fileName: `AuthKey_${key.keyId}.p8`, contentB64: Buffer.from(key.p8).toString('base64') },
    teamId: 'TEAM123456',
  });
  const send = (origin: string) =>
    app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"hi"}}',
      options: { topic: 'com.example.im', pushType: 'alert' },
      token,
      credentialId: id,
      destination: { kind: 'custom', origin },
    });
  const use = (network: { proxy: string; caPem: string }) => app.client.settings.update({ network });
  return { app, send, use };
};
const outcomeOf = async (
  report: Promise<{ results: { exchange: { outcome: string; reason: string | null } | null }[] }>,
) => {
  const { exchange } = (await report).results[0] ?? {};
  return [exchange?.outcome, exchange?.reason];
};

describe('a proxy', () => {
  it('is asked for every host elsewhere, and its TLS is the host’s own', async () => {
    const { app, send, use } = await ready();
    const apns = await startHostile((met, self) => self.accept(met));
    const proxy = await startConnectProxy(() => apns.origin);
    await use({ proxy: proxy.url, caPem: apns.ca });
    expect(await outcomeOf(send(`${host}:443`))).toEqual(['accepted', null]);
    expect(await outcomeOf(send(`${host}:443`))).toEqual(['accepted', null]);
    expect(proxy.asked).toEqual(['push.pushscope.test:443']);
    const { items } = await app.client.exchanges.list({ limit: 1 });
    const { peer } = await app.client.exchanges.get({ id: items[0]?.id ?? '' });
    expect(peer).toMatchObject({ address: proxy.url.replace('http://', ''), alpn: 'h2' });
  });
  it('is not asked for this machine', async () => {
    const { app, send, use } = await ready();
    const proxy = await startConnectProxy(() => 502);
    await use({ proxy: proxy.url, caPem: '' });
    expect(await outcomeOf(send(app.apns.origin))).toEqual(['accepted', null]);
    expect(await outcomeOf(send(app.apns.origin.replace('127.0.0.1', 'localhost')))).toEqual(['accepted', null]);
    expect(proxy.asked).toEqual([]);
  });
  it('is left when the settings change', async () => {
    const { send, use } = await ready();
    const apns = await startHostile((met, self) => self.accept(met));
    const [first, second] = await Promise.all([
      startConnectProxy(() => apns.origin),
      startConnectProxy(() => apns.origin),
    ]);
    await use({ proxy: first.url, caPem: apns.ca });
    expect(await outcomeOf(send(host))).toEqual(['accepted', null]);
    await use({ proxy: second.url, caPem: apns.ca });
    expect(await outcomeOf(send(host))).toEqual(['accepted', null]);
    expect([first.asked, second.asked]).toEqual([['push.pushscope.test:443'], ['push.pushscope.test:443']]);
  });
  it.each([
    [403, 'proxy-refused'],
    [502, 'proxy-refused'],
    [407, 'proxy-password'],
  ])('that answers %i is named as what stands in the way', async (status, code) => {
    const { send, use } = await ready();
    const proxy = await startConnectProxy(() => status);
    await use({ proxy: proxy.url, caPem: '' });
    expect(await outcomeOf(send(host))).toEqual(['failed', code]);
    expect(proxy.asked).toHaveLength(1);
  });
  it('that is not there is named', async () => {
    const { send, use } = await ready();
    await use({ proxy: 'http://127.0.0.1:1', caPem: '' });
    expect(await outcomeOf(send(host))).toEqual(['failed', 'proxy-unreachable']);
  });
  it('serves FCM’s token request and push too', async () => {
    const { app, use } = await ready();
    const identity = await serverIdentity();
    const paths: (string | undefined)[] = [];
    const fcm = https.createServer(identity, (request, response) => {
      paths.push(request.url);
      request.resume();
      const isToken = request.url === '/token';
      response.end(isToken ? '{"access_token":"x","expires_in":3599}' : '{"name":"projects/p/messages/1"}');
    });
    const port = await new Promise<number>((resolve) => {
      // Assigned once it listens on TCP.
      fcm.listen(0, '127.0.0.1', () => resolve((fcm.address() as AddressInfo).port));
    });
    onTestFinished(() => {
      fcm.closeAllConnections();
      fcm.close();
    });
    const proxy = await startConnectProxy(() => `https://127.0.0.1:${port}`);
    await use({ proxy: proxy.url, caPem: identity.ca });
    const { devices } = await app.client.workspace.get();
    const phone = devices.find((device) => device.vendor === 'fcm');
    const report = app.client.sends.create({
      kind: 'raw',
      vendor: 'fcm',
      payload: '{"notification":{"title":"hi"}}',
      deviceId: phone?.id,
      destination: { kind: 'custom', origin: host },
    });
    expect(await outcomeOf(report)).toEqual(['accepted', null]);
    expect(new Set(proxy.asked)).toEqual(new Set(['push.pushscope.test:443']));
    expect(paths).toHaveLength(2);
  });
});

describe('a further CA', () => {
  it('is what makes the host trusted', async () => {
    const { send, use } = await ready();
    const apns = await startHostile((met, self) => self.accept(met));
    const proxy = await startConnectProxy(() => apns.origin);
    await use({ proxy: proxy.url, caPem: '' });
    expect(await outcomeOf(send(host))).toEqual(['failed', 'tls-untrusted']);
    await use({ proxy: proxy.url, caPem: apns.ca });
    expect(await outcomeOf(send(host))).toEqual(['accepted', null]);
  });
  it('does not make this machine’s servers trusted', async () => {
    const { send, use } = await ready();
    const apns = await startHostile((met, self) => self.accept(met));
    await use({ proxy: '', caPem: apns.ca });
    expect(await outcomeOf(send(apns.origin))).toEqual(['failed', 'tls-untrusted']);
  });
});

describe('settings that cannot be used', () => {
  const cases: readonly (readonly [string, { proxy?: string; caPem?: string }, string])[] = [
    ['no address', { proxy: 'proxy' }, 'proxy-not-address'],
    ['a proxy over TLS', { proxy: 'https://proxy.example.com:3128' }, 'proxy-not-http'],
    ['SOCKS', { proxy: 'socks5://proxy.example.com:1080' }, 'proxy-not-http'],
    ['a password', { proxy: 'http://me:secret@proxy.example.com:3128' }, 'proxy-has-password'],
    ['a path', { proxy: 'http://proxy.example.com:3128/pac' }, 'proxy-has-path'],
    ['no PEM', { caPem: 'MIIB' }, 'ca-not-pem'],
    ['a private key', { caPem: makeApnsKey().p8 }, 'ca-not-pem'],
    ['a broken certificate', { caPem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }, 'ca-broken'],
  ];
  it.each(cases)('%s', async (_name, network, problem) => {
    const { app } = await ready();
    const before = await app.client.settings.get();
    const refused = app.client.settings.update({ network: { proxy: '', caPem: '', ...network } });
    await expect(refused).rejects.toMatchObject({
      code: 'settings.bad-network',
      data: { reason: { id: `settings.network.${problem}` } },
    });
    expect(await app.client.settings.get()).toEqual(before);
  });
  it('a certificate that is no CA’s', async () => {
    const { app } = await ready();
    const { cert } = await serverIdentity();
    const leaf = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/.exec(cert)?.[0] ?? '';
    await expect(app.client.settings.update({ network: { proxy: '', caPem: leaf } })).rejects.toMatchObject({
      data: { reason: { id: 'settings.network.ca-not-authority' } },
    });
  });
  it('those that can are kept', async () => {
    const { app } = await ready();
    const { ca } = await serverIdentity();
    const network = { proxy: 'http://proxy.example.com:3128', caPem: ca.trim() };
    expect((await app.client.settings.update({ network })).network).toEqual(network);
    expect((await app.client.settings.get()).network).toEqual(network);
  });
});
