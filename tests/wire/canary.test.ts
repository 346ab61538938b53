/** Secrets go in as canaries and must come out nowhere: not in the window's data, the journal, the log, errors, or the files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey, makePushCertificate, makeServiceAccount } from '../support/pki.ts';

const body = (pem: string): string => pem.split('\n').slice(1, 3).join('');
/** Pieces of every secret: base64 as in its PEM, and the raw bytes. */
const canaries = (pems: readonly string[], texts: readonly string[]): readonly Buffer[] => [
  ...texts.map((text) => Buffer.from(text)),
  ...pems.flatMap((pem) => [
    Buffer.from(body(pem).slice(20, 60)),
    Buffer.from(
      pem
        .split('\n')
        .slice(1, -1)
        .join('')
        .replace(/-----.*$/, ''),
      'base64',
    ).subarray(40, 70),
  ]),
];
const filesOf = (folder: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => [name, readFileSync(path.join(folder, name))]);
const everythingTheWindowCanSee = async ({ client }: RunningApp): Promise<string> => {
  const { items } = await client.exchanges.list({ limit: 500 });
  const whole = await Promise.all(items.map((item) => client.exchanges.get({ id: item.id })));
  const watching = await client.events.watch({ afterSeq: 0 });
  const events = await watching.next();
  await watching.return?.(undefined);
  return JSON.stringify([
    whole,
    events.value,
    await client.credentials.list(),
    await client.workspace.get(),
    await client.phones.list(),
    await client.gateways.list(),
    await client.system.health(),
  ]);
};

describe('canaries', () => {
  it('private keys, passwords, access tokens, assertions and signatures stay inside', async () => {
    const app = await startApp();
    const { devices, apps } = await app.client.workspace.get();
    const appId = apps[0]?.id ?? null;
    const phone = (vendor: string) => devices.find((device) => device.vendor === vendor)?.id ?? '';
    const key = makeApnsKey();
    const { p12, privateKeyPem } = makePushCertificate({
      bundleId: 'com.example.chat',
      password: 'canary-p12-password-0042',
    });
    const account = makeServiceAccount({});
    const accountKey = (JSON.parse(account) as { private_key: string }).private_key;
    const b64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');
    const password = 'canary-p12-password-0042';
    const imports = [
      await app.client.credentials.import({
        file: { fileName: `AuthKey_${key.keyId}.p8`, contentB64: b64(key.p8) },
        teamId: 'TEAM123456',
        appId,
      }),
      await app.client.credentials.import({ file: { fileName: 'a.p12', contentB64: b64(p12), password }, appId }),
      await app.client.credentials.import({ file: { fileName: 'a.json', contentB64: b64(account) }, appId }),
    ];
    for (const credential of imports) {
      const deviceId = phone(credential.vendor);
      const payload =
        credential.vendor === 'apns' ? '{"aps":{"alert":"x"}}' : { message: { notification: { title: 'x' } } };
      const report = await app.client.sends.create({
        kind: 'raw',
        vendor: credential.vendor,
        payload,
        deviceId,
        credentialId: credential.id,
      });
      expect(report.results[0]?.exchange?.outcome).toBe('accepted');
    }
    // Mistakes carry secrets too: a wrong password, a key where JSON is expected, a bearer that is refused.
    const wrong = 'canary-wrong-password-4711';
    const failures = await Promise.allSettled([
      app.client.credentials.inspect({ fileName: 'a.p12', contentB64: b64(p12), password: wrong }),
      app.client.credentials.inspect({ fileName: 'a.json', contentB64: b64(account.slice(0, -9)) }),
      app.client.credentials.inspect({ fileName: 'a.p8', contentB64: b64(key.p8.replace('MI', 'XX')) }),
    ]);
    const errors = failures.map((one) =>
      one.status === 'rejected'
        ? JSON.stringify({ ...(one.reason as object), message: String(one.reason) })
        : 'no error',
    );
    expect(errors.every((text) => text !== 'no error')).toBe(true);
    // A token under inspection is looked at and forgotten, whatever it is.
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const inspected = `${encoded({ alg: 'ES256', kid: key.keyId })}.${encoded({ iss: 'canary-issuer-3141', iat: 1 })}`;
    const signature = 'canary-signature-of-a-pasted-token-2718';
    expect((await app.client.credentials.inspectToken({ text: `${inspected}.${signature}` })).answer).not.toBeNull();
    const bearer = 'ya29.canary-access-token-0815';
    await fetch(
      `${app.fcm.origin.replace('https', 'http')}/v1/projects/p-1-demo/messages:send?access_token=canary-query-token-42`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${bearer}`,
          cookie: 'session=canary-cookie-99',
          'x-goog-api-key': 'canary-api-key-77',
        },
        body: '{"message":{"topic":"x","notification":{"title":"t"}}}',
      },
    );

    const secrets = canaries(
      [key.p8, privateKeyPem, accountKey],
      [
        password,
        wrong,
        bearer,
        'canary-query-token-42',
        'canary-cookie-99',
        'canary-api-key-77',
        signature,
        'canary-issuer-3141',
        inspected,
      ],
    );
    const seen = Buffer.from(`${await everythingTheWindowCanSee(app)}${errors.join('')}${app.logged.join('\n')}`);
    // The bearer the gateway issued to us, and the JWT we signed: their signatures are known only from the wire, so look for the shape.
    expect(/eyJ[\w-]+\.[\w-]+\.[\w-]{20,}/.test(seen.toString('utf8'))).toBe(false);
    expect(/"Bearer (?!\[)/.test(seen.toString('utf8'))).toBe(false);
    for (const secret of secrets) expect(seen.includes(secret), secret.toString('latin1').slice(0, 40)).toBe(false);
    await app.close();
    const files = filesOf(app.dataDir);
    expect(files.map(([name]) => name)).toContain('pushscope.db');
    for (const [name, bytes] of files) for (const secret of secrets) expect(bytes.includes(secret), name).toBe(false);
  });
});
