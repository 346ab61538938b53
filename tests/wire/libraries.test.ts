/** Unmodified libraries against our gateway, in numbers: nothing lost, nothing twice. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import type { Notification, Provider, ProviderOptions } from '@parse/node-apn';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey, makePushCertificate } from '../support/pki.ts';
import { startRelay } from '../support/relay.ts';

const apn = createRequire(import.meta.url)('@parse/node-apn') as {
  Provider: new (options: ProviderOptions) => Provider;
  Notification: new (payload?: unknown) => Notification;
};
const bundle = 'com.example.chat';
const childScript = path.resolve(import.meta.dirname, '../support/apns2-child.ts');
const providerOf = (options: ProviderOptions): Provider => {
  const key = makeApnsKey();
  const token = { key: key.p8, keyId: key.keyId, teamId: 'TEAM123456' };
  const provider = new apn.Provider({ ...(options.cert === undefined ? { token } : {}), ...options });
  onTestFinished(() => provider.shutdown());
  return provider;
};
const note = (): Notification =>
  Object.assign(new apn.Notification(), { topic: bundle, alert: 'hi', pushType: 'alert' });

/** All tokens the log has accepted pushes for, with repeats. */
const tokensInLog = async ({ client }: RunningApp): Promise<string[]> => {
  const tokens: string[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const { items, nextBefore } = await client.exchanges.list({
      limit: 500,
      ...(before === undefined ? {} : { before }),
    });
    for (const item of items) if (item.outcome === 'accepted') tokens.push(...item.targets.map(({ token }) => token));
    before = nextBefore;
  }
  return tokens;
};

describe('@parse/node-apn', () => {
  it('10,000 pushes, 200 at once: all sent, and the journal holds exactly these', async () => {
    const app = await startApp();
    const provider = providerOf({ address: '127.0.0.1', port: app.apns.port, ca: [app.caPem] });
    const tokens = Array.from({ length: 10_000 }, (_, n) => n.toString(16).padStart(64, '0'));
    const rest = tokens.values();
    let sent = 0;
    const failures: unknown[] = [];
    const worker = async (): Promise<void> => {
      for (const token of rest) {
        const answer = await provider.send(note(), token);
        sent += answer.sent.length;
        failures.push(...answer.failed);
      }
    };
    await Promise.all(Array.from({ length: 200 }, worker));
    expect(failures).toEqual([]);
    expect(sent).toBe(10_000);
    const { exchanges } = await app.client.system.health();
    expect(exchanges).toBe(10_000);
    expect((await tokensInLog(app)).toSorted()).toEqual(tokens);
  }, 60_000);

  it('connects anew after a GOAWAY of the gateway, and goes on', async () => {
    const app = await startApp();
    const { certificatePem, privateKeyPem } = makePushCertificate({ bundleId: bundle, environments: ['sandbox'] });
    const provider = providerOf({
      address: '127.0.0.1',
      port: app.apns.port,
      ca: [app.caPem],
      cert: certificatePem,
      key: privateKeyPem,
      connectionRetryLimit: 1,
    });
    const push = async (token: string) => (await provider.send(note(), token)).sent.length;
    expect(await push('aa'.repeat(32))).toBe(1);
    // A connection of a sandbox certificate to production ends with GOAWAY; what comes after it needs a new one.
    await app.client.gateways.update({ vendor: 'apns', environment: 'production' });
    expect(await push('bb'.repeat(32))).toBe(0);
    await app.client.gateways.update({ vendor: 'apns', environment: 'sandbox' });
    expect(await push('cc'.repeat(32))).toBe(1);
    expect(await tokensInLog(app)).toEqual(['cc'.repeat(32), 'aa'.repeat(32)]);
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(items.map(({ reason }) => reason)).toContain('BadCertificateEnvironment');
  });
});

interface Sent {
  readonly ok: boolean;
  readonly status?: number;
  readonly reason?: string;
}

/** Where apns2 finds a gateway: its port is fixed, and its CA comes by the environment of its process. */
const portOfApns2 = 443;

describe('apns2', () => {
  const start = async (context: TestContext) => {
    const app = await startApp();
    await startRelay(app.apns.origin, portOfApns2).catch((error: NodeJS.ErrnoException) => {
      const why = `port ${portOfApns2} on loopback cannot be had here: ${error.code}`;
      // The JSON report, from which the last lines of `npm test` are made, leaves out what `skip` is told.
      Object.assign(context.task.meta, { skipped: why });
      context.skip(why);
    });
    const run = (pushes: readonly object[], over: { keyId?: string; teamId?: string } = {}): Promise<Sent[]> => {
      const key = makeApnsKey();
      const job = { key: key.p8, keyId: key.keyId, teamId: 'TEAM123456', topic: bundle, pushes, ...over };
      const child = spawn(process.execPath, [childScript, JSON.stringify(job)], {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: app.caPath },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return text(child.stdout).then((out) => JSON.parse(out) as Sent[]);
    };
    return { app, run };
  };

  it('success, over as many connections as it likes', async (context) => {
    const { app, run } = await start(context);
    const tokens = Array.from({ length: 500 }, (_, n) => n.toString(16).padStart(64, '0'));
    const answers = await run(tokens.map((token) => ({ token, options: { alert: 'hi' } })));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect((await tokensInLog(app)).toSorted()).toEqual(tokens);
  });

  it('the rejections it can bring about', async (context) => {
    const { run } = await start(context);
    const token = 'ab'.repeat(32);
    const cases: readonly (readonly [object, number, string])[] = [
      [{ token: 'nothex' }, 400, 'BadDeviceToken'],
      [{ token: '' }, 400, 'MissingDeviceToken'],
      [{ token, options: { topic: `${bundle}.voip` } }, 400, 'BadTopic'],
      [{ token, options: { topic: '' } }, 400, 'MissingTopic'],
      [{ token, options: { type: 'silent' } }, 400, 'InvalidPushType'],
      [{ token, options: { priority: 7 } }, 400, 'BadPriority'],
      [{ token, options: { expiration: -1 } }, 400, 'BadExpirationDate'],
      [{ token, options: { collapseId: 'x'.repeat(65) } }, 400, 'BadCollapseId'],
      [{ token, options: { data: { big: 'x'.repeat(4096) } } }, 413, 'PayloadTooLarge'],
    ];
    const answers = await run(cases.map(([push]) => push));
    expect(answers).toEqual(cases.map(([, status, reason]) => ({ ok: false, status, reason })));
    expect(await run([{ token }], { keyId: 'short' })).toEqual([
      { ok: false, status: 403, reason: 'InvalidProviderToken' },
    ]);
  });

  it('410 with the time since when', async (context) => {
    const { app, run } = await start(context);
    const { devices } = await app.client.workspace.get();
    const phone = devices.find((device) => device.vendor === 'apns');
    const tokenDeadAtMs = 1_763_718_600_123;
    await app.client.workspace.devices.update({ id: phone?.id ?? '', tokenState: 'unregistered', tokenDeadAtMs });
    const topic = { topic: 'com.example.chat' };
    expect(await run([{ token: phone?.token, options: topic }])).toEqual([
      { ok: false, status: 410, reason: 'Unregistered', timestamp: tokenDeadAtMs },
    ]);
  });
});
