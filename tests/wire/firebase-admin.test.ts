/**
 * `firebase-admin`, unmodified, against the FCM gateway: `send` over HTTP/1.1, `sendEach` and `sendEachForMulticast` over HTTP/2 with
 * the scheme this library writes. The way in is the preload of the recipe, as its reader would use it.
 */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';
import { makeServiceAccount } from '../support/pki.ts';
import { vendorCase } from '../support/nine-vendors.ts';

interface Batch {
  readonly successCount: number;
  readonly failureCount: number;
  readonly codes: readonly (string | null)[];
}
type One = Readonly<Partial<Record<'id' | 'code', string>>>;
interface Result {
  readonly send: One;
  readonly dead: One;
  readonly bad: One;
  readonly dryRun: One;
  readonly sendEach: Batch;
  readonly multicast: Batch;
  readonly many: Batch;
}

const good = vendorCase('fcm').tokenOf(1);
const dead = vendorCase('fcm').tokenOf(2);
const account: unknown = JSON.parse(makeServiceAccount({}));

/** Runs the library in a process of its own, with nothing but the recipe's preload and environment between it and Google. */
const runLibrary = async (app: RunningApp, input: object): Promise<Result> => {
  const folder = tempFolder();
  const { gateways } = await app.client.gateways.list();
  const recipe = gateways
    .find(({ vendor }) => vendor === 'fcm')
    ?.recipes.find(({ id }) => id === 'fcm.node-firebase-admin');
  const preload = path.join(folder, 'pushscope.cjs');
  writeFileSync(preload, recipe?.code ?? '');
  const inputFile = path.join(folder, 'input.json');
  writeFileSync(inputFile, JSON.stringify({ account, good, dead, many: 3, ...input }));
  const child = path.join(import.meta.dirname, '../support/firebase-child.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [child, inputFile], {
    env: { PATH: process.env['PATH'], NODE_EXTRA_CA_CERTS: app.caPath, NODE_OPTIONS: `--require ${preload}` },
    timeout: 60_000,
  });
  return JSON.parse(stdout) as Result;
};

const addDeadPhone = async ({ client }: RunningApp): Promise<void> => {
  const { devices } = await client.workspace.get();
  const id = devices.find(({ vendor }) => vendor === 'fcm')?.id ?? '';
  await client.workspace.devices.update({ id, token: dead, tokenState: 'unregistered', tokenDeadAtMs: 1 });
};

describe('firebase-admin', () => {
  it('gets a token and sends, one by one and in batches, and its errors have their documented codes', async () => {
    const app = await startApp();
    await addDeadPhone(app);
    const result = await runLibrary(app, { many: 200 });
    expect(result.send.id).toMatch(/^projects\/.+\/messages\/0:\d+%[0-9a-f]{16}$/);
    expect(result.dead).toEqual({ code: 'messaging/registration-token-not-registered' });
    expect(result.bad).toEqual({ code: 'messaging/invalid-argument' });
    expect(result.dryRun.id).toBeTruthy();
    expect(result.sendEach).toEqual({
      successCount: 1,
      failureCount: 2,
      codes: [null, 'messaging/registration-token-not-registered', 'messaging/invalid-argument'],
    });
    expect(result.multicast).toEqual({
      successCount: 1,
      failureCount: 1,
      codes: [null, 'messaging/registration-token-not-registered'],
    });
    expect(result.many).toMatchObject({ successCount: 200, failureCount: 0 });
    const { items } = await app.client.exchanges.list({ limit: 500 });
    expect(items.filter(({ kind }) => kind === 'push')).toHaveLength(4 + 3 + 2 + 200);
  }, 60_000);

  it.each([
    ['THIRD_PARTY_AUTH_ERROR', 401, 'messaging/third-party-auth-error'],
    ['SENDER_ID_MISMATCH', 403, 'messaging/mismatched-credential'],
    ['QUOTA_EXCEEDED', 429, 'messaging/message-rate-exceeded'],
    ['INTERNAL', 500, 'messaging/internal-error'],
  ] as const)('hears of %s', { timeout: 60_000 }, async (code, status, its) => {
    const app = await startApp();
    const action = { kind: 'answer', code, status } as const;
    await app.client.gateways.addFault({ vendor: 'fcm', action, remaining: null });
    const result = await runLibrary(app, {});
    expect(result.send).toEqual({ code: its });
    expect(result.multicast.codes).toEqual([its, its]);
  });
});
