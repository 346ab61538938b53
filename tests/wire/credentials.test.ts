/** What the book of credentials keeps: certificate IDs through renewals, duplicates and deletions. */
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey, makePushCertificate, testPassword } from '../support/pki.ts';

const p12Of = (fileName: string) => ({
  fileName,
  contentB64: Buffer.from(makePushCertificate({ bundleId: 'com.example.chat' }).p12).toString('base64'),
  password: testPassword,
});
const importOne = ({ client }: RunningApp, fileName = 'push.p12') =>
  client.credentials.import({ file: p12Of(fileName), name: 'Chat push' });
const listed = async ({ client }: RunningApp) =>
  (await client.credentials.list()).map(({ id, certificateId }) => [id, certificateId]);

describe('R26: the certificate ID', () => {
  it('R26: the upload gives one, and a renewal keeps it, with the id and the name', async () => {
    const app = await startApp();
    const before = await importOne(app);
    const after = await app.client.credentials.import({ file: p12Of('renewed.p12'), replaceId: before.id });
    expect(after).toMatchObject({ id: before.id, certificateId: before.certificateId, name: 'Chat push' });
    const hashes = [before, after].map(({ facts }) =>
      facts.kind === 'apns-certificate' ? facts.certificate.sha256 : '',
    );
    expect(new Set(hashes).size).toBe(2);
    expect(await listed(app)).toContainEqual([before.id, before.certificateId]);
    const check = await app.client.credentials.check({ id: after.id });
    expect(check.verdict).toBe('accepted');
  });
  it('R26: it is never given out again', async () => {
    const app = await startApp();
    const first = await importOne(app);
    await app.client.credentials.remove({ id: first.id });
    const second = await importOne(app);
    const copy = await app.client.credentials.duplicate({ id: second.id });
    expect(second.certificateId).toBeGreaterThan(first.certificateId);
    expect(copy.certificateId).toBeGreaterThan(second.certificateId);
  });
  it('R27: a phone that reports another ID is found at once, and no more when it reports the right one', async () => {
    const app = await startApp();
    const { apps, devices } = await app.client.workspace.get();
    const credential = await app.client.credentials.import({ file: p12Of('push.p12'), appId: apps[0]?.id ?? null });
    const phone = devices.find(({ vendor }) => vendor === 'apns');
    const codes = async () =>
      (await app.client.credentials.list())
        .find(({ id }) => id === credential.id)
        ?.findings.map(({ code }) => code)
        .filter((code) => code.startsWith('credential.id-'));
    expect(await codes()).toEqual([]);
    await app.client.workspace.devices.update({ id: phone?.id ?? '', certificateId: 10001 });
    expect(await codes()).toEqual(['credential.id-not-reported']);
    await app.client.workspace.devices.update({ id: phone?.id ?? '', certificateId: credential.certificateId });
    expect(await codes()).toEqual(['credential.id-reported']);
  });
});

describe('a signing key', () => {
  const importKey = (app: RunningApp, appId: string | null) => {
    const { p8 } = makeApnsKey('WIREKEY001');
    const file = { fileName: 'AuthKey_WIREKEY001.p8', contentB64: Buffer.from(p8).toString('base64') };
    return app.client.credentials.import({ file, teamId: 'WIRETEAM01', appId });
  };
  it('has its key ID from the file name, and its scope can be changed afterwards', async () => {
    const app = await startApp();
    const key = await importKey(app, null);
    expect(key.facts).toMatchObject({ keyId: 'WIREKEY001', teamId: 'WIRETEAM01', environment: 'both', topics: null });
    const signingKey = { environment: 'production', topics: ['com.example.other'] } as const;
    const changed = await app.client.credentials.update({
      id: key.id,
      signingKey: { ...signingKey, topics: [...signingKey.topics] },
    });
    expect(changed.facts).toMatchObject({ keyId: 'WIREKEY001', teamId: 'WIRETEAM01', ...signingKey });
    expect(changed.certificateId).toBe(key.certificateId);
    const back = await app.client.credentials.update({ id: key.id, signingKey: { topics: null } });
    expect(back.facts).toMatchObject({ environment: 'production', topics: null });
  });
  it('the decision, the checks of a payload and our own gateway go by the scope', async () => {
    const app = await startApp();
    const { apps, devices } = await app.client.workspace.get();
    const phone = devices.find(({ vendor }) => vendor === 'apns');
    const key = await importKey(app, apps[0]?.id ?? null);
    await app.client.workspace.devices.update({ id: phone?.id ?? '', certificateId: key.certificateId });
    const look = async () => {
      const preview = await app.client.compose.preview({
        message: {
          from: 'denny',
          conversation: { kind: 'c2c', to: 'vinson' },
          elements: [{ kind: 'text', text: 'Lunch?' }],
        },
      });
      const row = preview.rows.find(({ vendor }) => vendor === 'apns');
      return [
        row?.decision.gates.find(({ id }) => id === 'certificate-fits')?.outcome,
        row?.view?.problems.map(({ code }) => code).filter((code) => code.startsWith('apns.credential-')),
        (await app.client.credentials.check({ id: key.id, topic: 'com.example.chat' })).code,
      ];
    };
    expect(await look()).toEqual(['passed', [], 'BadDeviceToken']);
    await app.client.credentials.update({ id: key.id, signingKey: { environment: 'production' } });
    expect(await look()).toEqual(['warning', ['apns.credential-environment'], 'BadEnvironmentKeyInToken']);
    await app.client.credentials.update({
      id: key.id,
      signingKey: { environment: 'sandbox', topics: ['com.example.other'] },
    });
    expect(await look()).toEqual(['passed', ['apns.credential-topic'], 'TopicDisallowed']);
  });
  it('only a signing key has a scope', async () => {
    const app = await startApp();
    const { id } = await importOne(app);
    const change = app.client.credentials.update({ id, signingKey: { environment: 'sandbox' } });
    await expect(change).rejects.toMatchObject({ code: 'credential.unsupported' });
  });
});

describe('a look into a file before it is saved', () => {
  it('compares it with the app that is chosen', async () => {
    const app = await startApp();
    const { apps } = await app.client.workspace.get();
    const { p12 } = makePushCertificate({ bundleId: 'com.example.else', environments: ['production'] });
    const file = { fileName: 'a.p12', contentB64: Buffer.from(p12).toString('base64'), password: testPassword };
    const errors = async (appId: string | null) =>
      (await app.client.credentials.inspect({ ...file, appId })).identities[0]?.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    expect(await errors(null)).toEqual([]);
    expect(await errors(apps[0]?.id ?? null)).toEqual(['credential.wrong-environment', 'credential.topic-missing']);
  });
});
