/** A credential asked about at our gateway and at hosts that answer something of their own, over real sockets. */
import { describe, expect, it } from 'vitest';
import type { CredentialCheck } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey, makePushCertificate, testPassword, type PushCertificateOptions } from '../support/pki.ts';
import { openPrivateServer } from '../support/private-server.ts';

const demoKey = async ({ client }: RunningApp) => {
  const found = (await client.credentials.list()).find((one) => one.vendor === 'apns');
  if (!found) throw new Error('no APNs credential in the demo workspace');
  return found;
};
const importP12 = (app: RunningApp, options: PushCertificateOptions) => {
  const { p12 } = makePushCertificate({ bundleId: 'com.example.chat', ...options });
  const file = { fileName: 'chat.p12', contentB64: Buffer.from(p12).toString('base64'), password: testPassword };
  return app.client.credentials.import({ file });
};
const brief = ({ verdict, code, phrase, explanation }: CredentialCheck) => [
  verdict,
  code,
  phrase.id,
  explanation?.code ?? null,
];

describe('at the local gateway', () => {
  it('a key that is known is accepted; the check stands in the log as sent and captured, and no phone gets it', async () => {
    const app = await startApp();
    const { id } = await demoKey(app);
    const check = await app.client.credentials.check({ id });
    expect(brief(check)).toEqual(['accepted', 'BadDeviceToken', 'apns.probe.accepted', 'BadDeviceToken']);
    expect(check.origin).toBe(app.apns.origin);
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items.map((item) => [item.origin, item.reason, item.messageId === check.exchange?.messageId])).toEqual(
      expect.arrayContaining([
        ['captured', 'BadDeviceToken', true],
        ['sent', 'BadDeviceToken', true],
      ]),
    );
    expect(items).toHaveLength(2);
    const { phones } = await app.client.phones.list();
    expect(phones.flatMap((phone) => phone.notifications)).toEqual([]);
  });
  it('a gateway that looks at the token before the credential proves nothing, and that is said', async () => {
    const app = await startApp();
    const { id } = await demoKey(app);
    await app.client.gateways.update({ vendor: 'apns', profile: 'pushy-compatible' });
    expect(brief(await app.client.credentials.check({ id }))).toEqual([
      'unclear',
      'BadDeviceToken',
      'apns.probe.unclear',
      'BadDeviceToken',
    ]);
  });
  it('a key Apple limited to the other environment is refused with the reason', async () => {
    const app = await startApp();
    const { p8, fileName } = makeApnsKey();
    const file = { fileName, contentB64: Buffer.from(p8).toString('base64') };
    const key = await app.client.credentials.import({ file, teamId: 'TESTTEAM01', environment: 'production' });
    const check = await app.client.credentials.check({ id: key.id, topic: 'com.example.chat' });
    expect(brief(check)).toEqual([
      'refused',
      'BadEnvironmentKeyInToken',
      'apns.probe.refused',
      'BadEnvironmentKeyInToken',
    ]);
  });
  it('a certificate is accepted, and asks for its own topic', async () => {
    const app = await startApp();
    const { id } = await importP12(app, {});
    const check = await app.client.credentials.check({ id });
    expect(check.verdict).toBe('accepted');
    const exchange = await app.client.exchanges.get({ id: check.exchange?.id ?? '' });
    expect(exchange.request.headers).toContainEqual(['apns-topic', 'com.example.chat']);
    expect(exchange.credentialId).toBe(id);
  });
  it('a certificate of the other environment is refused by GOAWAY', async () => {
    const app = await startApp();
    const { id } = await importP12(app, { environments: ['production'] });
    const check = await app.client.credentials.check({ id });
    expect(brief(check).slice(0, 2)).toEqual(['refused', 'BadCertificateEnvironment']);
  });
  it('a topic the certificate does not have is said to be the topic’s fault', async () => {
    const app = await startApp();
    const { id } = await importP12(app, {});
    const check = await app.client.credentials.check({ id, topic: 'com.example.other' });
    expect(check.verdict).toBe('not-for-topic');
  });
  it('a service account gets its access token first; both stand in the log', async () => {
    const app = await startApp();
    const account = (await app.client.credentials.list()).find((one) => one.vendor === 'fcm');
    const check = await app.client.credentials.check({ id: account?.id ?? '' });
    expect(brief(check).slice(0, 2)).toEqual(['accepted', 'INVALID_ARGUMENT']);
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items.filter(({ origin }) => origin === 'sent').map(({ kind }) => kind)).toEqual(['push', 'auth']);
  });
});

describe('at another host', () => {
  const answering = async (status: number, body: string) => {
    const { origin, caPem } = await openPrivateServer((stream) => {
      stream.respond({ ':status': status });
      stream.end(body);
    });
    const app = await startApp({ trustedCaPem: caPem });
    const { id } = await demoKey(app);
    return app.client.credentials.check({ id, destination: { kind: 'custom', origin } });
  };
  it.each([
    [200, '', 'taken', null],
    [403, '{"reason":"InvalidProviderToken"}', 'refused', 'InvalidProviderToken'],
    [400, '{"reason":"TopicDisallowed"}', 'not-for-topic', 'TopicDisallowed'],
    [429, '{"reason":"TooManyProviderTokenUpdates"}', 'later', 'TooManyProviderTokenUpdates'],
    [400, '{"reason":"BadPriority"}', 'unclear', 'BadPriority'],
    [400, '{"reason":"BrandNew"}', 'unclear', 'BrandNew'],
    [502, '<html>', 'unreadable', null],
  ])('%i %s means %s', async (status, body, verdict, code) => {
    expect(brief(await answering(status, body)).slice(0, 2)).toEqual([verdict, code]);
  });
  it('one that closes the connection, and one that is not there, are told apart', async () => {
    const server = await openPrivateServer((stream) => stream.session?.destroy());
    const { origin, caPem } = server;
    const app = await startApp({ trustedCaPem: caPem });
    const { id } = await demoKey(app);
    const destination = { kind: 'custom', origin } as const;
    expect((await app.client.credentials.check({ id, destination })).verdict).toBe('closed');
    await server.close();
    const gone = await app.client.credentials.check({ id, destination });
    expect(brief(gone)).toEqual(['no-answer', 'connection-refused', 'apns.probe.no-answer', null]);
    expect(gone.exchange).toMatchObject({ outcome: 'failed', reason: 'connection-refused' });
  });
  it('an unknown credential stops the call', async () => {
    const app = await startApp();
    await expect(app.client.credentials.check({ id: 'crd_x' })).rejects.toMatchObject({ code: 'credential.not-found' });
  });
});
