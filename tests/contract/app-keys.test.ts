/** Credentials that are typed in: what goes in comes out nowhere, and a renewal keeps the certificate ID. */
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { vendors } from '../../src/main/vendors/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { serve, testToken } from '../support/loopback.ts';

const appSecret = 'CanaryAppSecret0123456789==';
const xiaomi = { vendor: 'xiaomi', values: { packageName: 'com.example.chat', appSecret } } as const;
const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ORPCError)) throw new Error('the call did not fail as the contract says');
  const { code, status, message } = error;
  return { code: String(code), status, text: JSON.stringify([message, error.data]), data: error.data as unknown };
};
const filesOf = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
const wholeLog = async ({ client }: RunningApp) => {
  const { items } = await client.exchanges.list({ limit: 100 });
  return Promise.all(items.map(({ id }) => client.exchanges.get({ id })));
};
/** Sends with a credential to the gateway here. */
const push = async ({ client }: RunningApp, credentialId: string) => {
  const report = await client.sends.create({
    kind: 'raw',
    vendor: 'xiaomi',
    payload: { title: 'Denny', description: 'Lunch?', restricted_package_name: 'com.example.chat' },
    token: 'OneXEf1234567890AbCdEf1234567890AbCdEf123456',
    credentialId,
  });
  return report.results[0];
};

describe('keys that are typed in', () => {
  it('are a credential like any other', async () => {
    const app = await startApp();
    const { apps } = await app.client.workspace.get();
    const appId = apps[0]?.id ?? null;
    const made = await app.client.credentials.create({ ...xiaomi, name: 'Chat', appId });
    expect(made).toMatchObject({
      vendor: 'xiaomi',
      name: 'Chat',
      appId,
      locked: false,
      facts: {
        kind: 'app-keys',
        vendor: 'xiaomi',
        values: { packageName: 'com.example.chat' },
        secretNames: ['appSecret'],
      },
    });
    const copy = await app.client.credentials.duplicate({ id: made.id });
    expect(copy.certificateId).toBeGreaterThan(made.certificateId);
    expect((await app.client.credentials.list()).map(({ id }) => id)).toEqual(
      expect.arrayContaining([made.id, copy.id]),
    );
  });
  it('are named after the vendor when nobody names them', async () => {
    const { client } = await startApp();
    expect((await client.credentials.create(xiaomi)).name).toBe('Xiaomi');
  });
  it('never come back: not in an answer, an event, the log or a file, and the request in the log is redacted', async () => {
    const app = await startApp();
    const { id } = await app.client.credentials.create(xiaomi);
    const sent = await push(app, id);
    expect(sent).toMatchObject({ state: 'sent', problem: null });
    const log = await wholeLog(app);
    const authorization = log
      .flatMap(({ request }) => request.headers)
      .filter(([name]) => name.toLowerCase() === 'authorization');
    expect(authorization.length).toBeGreaterThan(0);
    for (const [, value] of authorization) expect(value).toMatch(/\[/);
    const watching = await app.client.events.watch({ afterSeq: 0 });
    const events = await watching.next();
    await watching.return?.(undefined);
    expect(JSON.stringify(events.value)).toContain(id);
    const seen = JSON.stringify([
      log,
      events.value,
      await app.client.credentials.list(),
      await app.client.settings.vendors(),
    ]);
    expect(seen + app.logged.join('\n')).not.toContain('CanaryAppSecret');
    await app.close();
    const files = filesOf(app.dataDir);
    expect(files.length).toBeGreaterThan(0);
    for (const bytes of files) expect(bytes.includes('CanaryAppSecret')).toBe(false);
  });
  it('outlive a restart', async () => {
    const first = await startApp();
    const { id } = await first.client.credentials.create(xiaomi);
    await first.close();
    const second = await startApp({ dataDir: first.dataDir });
    expect(await push(second, id)).toMatchObject({ state: 'sent' });
  });
});

describe('a renewal', () => {
  it('replaces what is inside and keeps id, certificate ID, name and app', async () => {
    const app = await startApp();
    const before = await app.client.credentials.create({ ...xiaomi, name: 'Chat' });
    const after = await app.client.credentials.create({
      vendor: 'xiaomi',
      values: { packageName: 'com.example.renewed', appSecret: 'CanaryRenewed0123456789==' },
      replaceId: before.id,
    });
    const { id, certificateId, name, createdAtMs } = before;
    expect(after).toMatchObject({ id, certificateId, name, createdAtMs, appId: null });
    expect(after.facts).toMatchObject({ values: { packageName: 'com.example.renewed' } });
    const same = (await app.client.credentials.list()).filter((one) => one.certificateId === certificateId);
    expect(same).toHaveLength(1);
  });
  it('is refused with another vendor’s keys, and takes no certificate ID', async () => {
    const { client } = await startApp();
    const { id, certificateId } = await client.credentials.create(xiaomi);
    const values = { appId: '100000', appSecret: '0123456789abcdef0123456789abcdef' };
    const failure = await failureOf(client.credentials.create({ vendor: 'meizu', values, replaceId: id }));
    expect(failure.code).toBe('credential.unsupported');
    expect((await client.credentials.create(xiaomi)).certificateId).toBe(certificateId + 1);
  });
  it('of what is not there is refused', async () => {
    const { client } = await startApp();
    const failure = await failureOf(client.credentials.create({ ...xiaomi, replaceId: 'crd_none' }));
    expect(failure.code).toBe('credential.not-found');
  });
});

describe('a form that is wrong', () => {
  it('names its fields and no value, and stores nothing', async () => {
    const app = await startApp();
    const before = await app.client.credentials.list();
    const failure = await failureOf(
      app.client.credentials.create({
        vendor: 'xiaomi',
        values: { packageName: 'canary name', appSecret: 'canary secret', CanaryField: 'x' },
      }),
    );
    expect(failure).toMatchObject({ code: 'api.bad-input', status: 400 });
    expect(failure.data).toMatchObject({
      fields: [
        { field: 'packageName', phrase: { id: 'xiaomi.field.package-form' } },
        { field: 'appSecret', phrase: { id: 'xiaomi.field.secret-with-space' } },
        { field: null, phrase: { id: 'credential.keys.unknown-field' } },
      ],
    });
    expect(failure.text + app.logged.join('\n')).not.toMatch(/canary/i);
    expect(await app.client.credentials.list()).toEqual(before);
  });
  it('a value that is far too long is not quoted either', async () => {
    const { client } = await startApp();
    const values = { packageName: 'com.example.chat', appSecret: 'canary'.repeat(5000) };
    const failure = await failureOf(client.credentials.create({ vendor: 'xiaomi', values }));
    expect(failure.code).toBe('api.bad-input');
    expect(failure.text).not.toContain('canary');
  });
  it.each(['apns', 'fcm'] as const)('%s has none', async (vendor) => {
    const { client } = await startApp();
    expect((await failureOf(client.credentials.create({ vendor, values: {} }))).code).toBe('credential.unsupported');
  });
});

describe('a key file', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keyFile = JSON.stringify({ project_id: '101', key_id: 'k1', sub_account: '7', private_key: pem });
  // Far behind the modulus, which is public.
  const secretPart = pem.split('\n').at(-6) ?? '';

  it('shows its public values before it is stored, and its secrets never', async () => {
    const { client } = await startApp();
    const preview = await client.credentials.inspectKeys({ vendor: 'huawei', keyFile });
    expect(preview).toMatchObject({
      values: { projectId: '101', keyId: 'k1', subAccount: '7' },
      secretNames: ['privateKey'],
      problems: [],
    });
    const made = await client.credentials.create({ vendor: 'huawei', keyFile });
    expect(made.facts).toMatchObject({ values: preview.values, secretNames: ['privateKey'] });
    expect(preview.values['publicKeyPem']).toContain('BEGIN PUBLIC KEY');
    expect(secretPart).toHaveLength(64);
    expect(JSON.stringify([preview, made])).not.toContain(secretPart);
  });
  it('that is none is refused without a word of it', async () => {
    const { client } = await startApp();
    const failure = await failureOf(client.credentials.inspectKeys({ vendor: 'huawei', keyFile: '{"canary":1' }));
    expect(failure.code).toBe('credential.unreadable');
    expect(failure.text).not.toContain('canary');
  });
});

describe('the window and scripts', () => {
  it('are told every vendor’s form, as its folder has it', async () => {
    const { client } = await startApp();
    const told = await client.settings.vendors();
    for (const { id, auth } of vendors) {
      const info = told.find((one) => one.id === id);
      const form = auth.form?.map(({ name, label, secret, required }) => ({ name, label, secret, required }));
      expect(info?.credentialForm, id).toEqual(form);
      expect(info?.readsKeyFile, id).toBe(auth.readKeyFile !== undefined);
      expect(form !== undefined, id).toBe(auth.credentialKinds.includes('app-keys'));
    }
  });
  it('can use the address of the REST API', async () => {
    const { origin } = await serve(await startApp());
    const response = await fetch(`${origin}/api/v1/credentials/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${testToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(xiaomi),
    });
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toMatchObject([200, { vendor: 'xiaomi' }]);
    expect(text).not.toContain('CanaryAppSecret');
  });
});
