/**
 * The recipes of the Gateways page, run exactly as they are shown: copied into a file, started by the command beside them, with nothing set
 * up but the demo workspace. Every gateway is as strict as its vendor, so app, key, signature and token are the workspace's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { vendorIds, type Recipe, type VendorId } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';

const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
const curlSays = has('curl') ? spawnSync('curl', ['--version'], { encoding: 'utf8' }).stdout : '';

/** What keeps a recipe from running here; empty when nothing does. */
const lacks = ({ language, vendor }: { language: string; vendor: VendorId }): string => {
  const tools =
    { python: ['python3'], shell: ['bash', 'curl', 'openssl', 'md5sum', 'sha256sum', 'base64'] }[language] ?? [];
  const missing = tools.filter((tool) => !has(tool));
  if (missing.length > 0) return `no ${missing.join(', ')} here`;
  return language === 'shell' && vendor === 'apns' && !curlSays.includes('HTTP2')
    ? 'this curl does not speak HTTP/2'
    : '';
};

/** Recipes with a tested version, but for two: firebase-admin's preload is run by its own test, and v3 needs a phone with HarmonyOS 5. */
const shown: readonly (readonly [VendorId, string, 'shell' | 'javascript' | 'python'])[] = [
  ['apns', 'node-apn', 'javascript'],
  ['apns', 'apns2-node', 'javascript'],
  ['apns', 'curl', 'shell'],
  ['fcm', 'fcm.node-google-auth', 'javascript'],
  ['fcm', 'fcm.curl', 'shell'],
  ['huawei', 'huawei.curl', 'shell'],
  ['huawei', 'huawei.node-fetch', 'javascript'],
  ['huawei', 'huawei.python', 'python'],
  ['honor', 'honor.curl', 'shell'],
  ['honor', 'honor.node', 'javascript'],
  ['honor', 'honor.python', 'python'],
  ['xiaomi', 'xiaomi.curl', 'shell'],
  ['xiaomi', 'xiaomi.node-fetch', 'javascript'],
  ['xiaomi', 'xiaomi.python', 'python'],
  ['oppo', 'oppo.curl', 'shell'],
  ['oppo', 'oppo.node-fetch', 'javascript'],
  ['oppo', 'oppo.python', 'python'],
  ['vivo', 'vivo.curl', 'shell'],
  ['vivo', 'vivo.node-fetch', 'javascript'],
  ['vivo', 'vivo.python', 'python'],
  ['meizu', 'meizu.curl', 'shell'],
  ['meizu', 'meizu.node-fetch', 'javascript'],
  ['meizu', 'meizu.python', 'python'],
  ['tpns', 'tpns.curl', 'shell'],
  ['tpns', 'tpns.node', 'javascript'],
  ['tpns', 'tpns.python', 'python'],
];
const elsewhere = ['fcm.node-firebase-admin', 'huawei.node-v3'];

const recipesOf = async ({ client }: RunningApp): Promise<readonly (Recipe & { vendor: VendorId })[]> =>
  (await client.gateways.list()).gateways.flatMap(({ vendor, recipes }) => recipes.map((one) => ({ ...one, vendor })));

/** What stands in the log where a request or an answer showed a secret. */
const hidden: Readonly<Record<VendorId, readonly RegExp[]>> = {
  apns: [/"authorization","[Bb]earer eyJ[^"]*\[signature #/],
  fcm: [/"access_token\W+\[access-token #/, /"[Aa]uthorization","Bearer \[access-token #/],
  huawei: [/"access_token\W+\[access-token #/, /client_secret=\[app-secret #/],
  honor: [/"access_token\W+\[access-token #/, /client_secret=\[app-secret #/],
  xiaomi: [/"[Aa]uthorization","key=\[app-secret #/],
  oppo: [/"auth_token\W+\[access-token #/, /sign=\[signature #/],
  vivo: [/"authToken\W+\[access-token #/, /"sign\W+\[signature #/],
  meizu: [/&sign=\[signature #/],
  tpns: [/"[Ss]ign","\[signature #/],
};

/** The demo's secrets, from the file that the recipes name. */
const secretsOf = ({ dataDir }: RunningApp): readonly string[] =>
  [...readFileSync(path.join(dataDir, 'demo-keys', 'keys.env'), 'utf8').matchAll(/='(.+)'/g)].map(
    ([, one]) => one ?? '',
  );

/** A project of a user's: the recipe in the file it names, with the packages of this repository beside it. Returns what it printed. */
const run = ({ code, start }: Recipe): Promise<string> => {
  const folder = tempFolder();
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, start?.file ?? 'pasted.sh'), code);
  // The Node of the packages, as the machine's own may be older than what the recipes name.
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn('bash', start ? ['-c', start.command] : ['pasted.sh'], {
    cwd: folder,
    env: { PATH },
    // A shell that reads from a socket takes itself for a remote one.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
};

describe('recipes run as they are shown', () => {
  it('those that say they are tested are tested', async () => {
    const app = await startApp();
    const said = (await recipesOf(app)).filter(({ testedVersion }) => testedVersion !== null).map(({ id }) => id);
    expect(said.toSorted()).toEqual([...shown.map(([, id]) => id), ...elsewhere].toSorted());
  });
  it('every vendor has one for Node and one for a terminal', () => {
    for (const language of ['javascript', 'shell'])
      expect([...new Set(shown.filter((one) => one[2] === language).map(([vendor]) => vendor))]).toEqual(vendorIds);
  });
  it.each(shown)('%s: %s', async (vendor, id, language) => {
    const lacking = lacks({ language, vendor });
    if (lacking !== '') return expect(lacking).toMatch(/here|HTTP\/2/);
    const app = await startApp();
    const recipe = (await recipesOf(app)).find((one) => one.id === id);
    if (!recipe) throw new Error(`no recipe ${id}`);
    await app.client.gateways.update({ vendor, mode: 'strict' });
    const said = await run(recipe);
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(
      items.filter(({ kind }) => kind === 'push').map(({ outcome, title }) => [outcome, title]),
      said,
    ).toEqual([['accepted', 'Denny']]);
    expect(
      items.every(({ outcome }) => outcome === 'accepted'),
      said,
    ).toBe(true);
    const { devices } = await app.client.workspace.get();
    const own = devices.find((device) => device.vendor === vendor);
    const { phones } = await app.client.phones.list();
    const cards = phones.find(({ deviceId }) => deviceId === own?.id)?.notifications ?? [];
    expect(cards.map(({ state, card }) => [state, card.title])).toEqual([['shown', 'Denny']]);
    const log = JSON.stringify(await Promise.all(items.map((item) => app.client.exchanges.get({ id: item.id }))));
    for (const mark of hidden[vendor]) expect(log).toMatch(mark);
    expect(secretsOf(app).filter((secret) => log.includes(secret) || recipe.code.includes(secret))).toEqual([]);
  });
  it.each([
    ['apns', '@parse/node-apn'],
    ['apns', 'apns2'],
    ['fcm', 'google-auth-library'],
    ['fcm', 'firebase-admin'],
  ] as const)('%s: %s is the version that is tested', async (vendor, library) => {
    const file = path.resolve('node_modules', library, 'package.json');
    const { version } = createRequire(import.meta.url)(file) as { version: string };
    const found = (await recipesOf(await startApp())).find((one) => one.vendor === vendor && one.library === library);
    expect(found?.testedVersion).toBe(version);
  });
});

describe('recipes name what is in the workspace now', () => {
  const curlOf = async (app: RunningApp): Promise<string> =>
    (await recipesOf(app)).find(({ id }) => id === 'xiaomi.curl')?.code ?? '';
  const phoneOf = async ({ client }: RunningApp) =>
    (await client.workspace.get()).devices.find(({ vendor }) => vendor === 'xiaomi');
  it('another token is in them, and windows are told', async () => {
    const app = await startApp();
    const phone = await phoneOf(app);
    const events = await app.client.events.watch({ afterSeq: 0 });
    await app.client.workspace.devices.update({
      id: phone?.id ?? '',
      token: 'AnotherTokenOfNobodys12345678901234567890123',
    });
    expect(await curlOf(app)).toContain("XIAOMI_REG_ID='AnotherTokenOfNobodys12345678901234567890123'");
    const told: string[] = [];
    for await (const batch of events) {
      for (const event of batch.events) if (event.type === 'gateway.changed') told.push(event.gateway.vendor);
      if (told.includes('xiaomi')) break;
    }
    expect(new Set(told)).toEqual(new Set(['xiaomi']));
  });
  it('without a phone the token has to be in the environment', async () => {
    const app = await startApp();
    await app.client.workspace.devices.remove({ id: (await phoneOf(app))?.id ?? '' });
    expect(await curlOf(app)).not.toContain('qB7Xm2');
    const own = await startApp({ empty: true });
    expect(await curlOf(own)).toContain(': "${XIAOMI_REG_ID:?has to be in the environment}"');
    expect(existsSync(path.join(own.dataDir, 'demo-keys'))).toBe(false);
  });
  it('keys that a person has changed are not looked for among those of the demo', async () => {
    const app = await startApp();
    expect(await curlOf(app)).toContain('/demo-keys/keys.env');
    const keys = (await app.client.credentials.list()).find(({ vendor }) => vendor === 'xiaomi');
    await app.client.credentials.create({
      vendor: 'xiaomi',
      name: 'mine',
      values: { packageName: 'com.example.chat', appSecret: 'QWxhZGRpbjpvcGVuIHNlc2FtZQ==' },
      ...(keys ? { replaceId: keys.id } : {}),
    });
    const code = await curlOf(app);
    expect(code).not.toContain('demo-keys');
    expect(code).toContain(': "${XIAOMI_APP_SECRET:?has to be in the environment}"');
    expect(code).not.toContain('QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
  });
});
