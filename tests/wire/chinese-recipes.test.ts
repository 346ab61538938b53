/** Recipes of vivo, Meizu and TPNS, run exactly as they are shown, against gateways over real sockets. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VendorId } from '../../src/shared/contract/index.ts';
import { DeviceInput } from '../../src/shared/contract/workspace.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';

const tools = ['curl', 'md5sum', 'openssl', 'base64'];
const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);

const tokens = {
  vivo: `v2-CR${'aB3dE5fG7h'.repeat(5)}`,
  meizu: 'RA50c6348036344485d01776773577c64740465480a6b',
  tpns: '036fa00000000000000000000000000000a1',
} as const;
const secret = '0123456789abcdef0123456789abcdef';
const env = {
  VIVO_APP_ID: '100001',
  VIVO_APP_KEY: 'a1b2c3d4',
  VIVO_APP_SECRET: secret,
  VIVO_REG_ID: tokens.vivo,
  MEIZU_APP_ID: '100999',
  MEIZU_APP_SECRET: secret,
  MEIZU_PUSH_ID: tokens.meizu,
  TPNS_ACCESS_ID: '1500000001',
  TPNS_SECRET_KEY: secret,
  TPNS_TOKEN: tokens.tpns,
};

/** Runs the recipe of a library in its own folder and returns what it printed. */
const runRecipe = async ({ client, caPath }: RunningApp, vendor: VendorId, library: string): Promise<string> => {
  const { gateways } = await client.gateways.list();
  const recipes = gateways.find((gateway) => gateway.vendor === vendor)?.recipes ?? [];
  const recipe = recipes.find((one) => one.library === library);
  if (!recipe) throw new Error(`no recipe for ${library}`);
  const isShell = recipe.language === 'shell';
  const file = path.join(tempFolder(), isShell ? 'send.sh' : 'send.mjs');
  writeFileSync(file, recipe.code);
  const child = spawn(isShell ? 'sh' : process.execPath, [file], {
    env: { ...process.env, ...env, NODE_EXTRA_CA_CERTS: caPath },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return said;
};

/** An app with one phone of the vendor. */
const withPhone = async (vendor: keyof typeof tokens): Promise<{ app: RunningApp; deviceId: string }> => {
  const app = await startApp();
  const { apps, accounts } = await app.client.workspace.get();
  const device = await app.client.workspace.devices.create(
    DeviceInput.parse({
      name: vendor,
      platform: 'android',
      model: 'pixel-10',
      osVersion: '16',
      appId: apps[0]?.id ?? '',
      userId: accounts[0]?.userId ?? '',
      vendor,
      token: tokens[vendor],
    }),
  );
  return { app, deviceId: device.id };
};
const captured = async ({ client }: RunningApp) =>
  (await client.exchanges.list({ limit: 10 })).items.map(({ kind, outcome, title }) => [kind, outcome, title]);
const shown = async ({ client }: RunningApp, deviceId: string) =>
  (await client.phones.list()).phones
    .find((phone) => phone.deviceId === deviceId)
    ?.notifications.map(({ card }) => [card.vendor, card.title]);

describe.skipIf(missing.length > 0)(
  `recipes of Chinese vendors${missing.map((tool) => ` (no ${tool} here)`).join('')}`,
  () => {
    it('vivo: a token, a push, a phone; and the token is in no log', async () => {
      const { app, deviceId } = await withPhone('vivo');
      const said = await runRecipe(app, 'vivo', 'curl');
      expect(said).toContain('"result":0');
      expect(await captured(app), said).toEqual([
        ['push', 'accepted', 'Denny'],
        ['auth', 'accepted', ''],
      ]);
      expect(await shown(app, deviceId)).toEqual([['vivo', 'Denny']]);
      const { items } = await app.client.exchanges.list({ limit: 10 });
      const auth = await app.client.exchanges.get({ id: items[1]?.id ?? '' });
      expect(auth.response?.body.text).toMatch(/"authToken":"\[access-token #/);
      expect(auth.request.body.text).toMatch(/"sign":"\[signature #/);
      const push = await app.client.exchanges.get({ id: items[0]?.id ?? '' });
      expect(push.request.headers.find(([name]) => name.toLowerCase() === 'authtoken')?.[1]).toMatch(
        /^\[access-token #/,
      );
    });
    it('Meizu: a signed form, a phone', async () => {
      const { app, deviceId } = await withPhone('meizu');
      const said = await runRecipe(app, 'meizu', 'curl');
      expect(said).toContain('"code":"200"');
      expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
      expect(await shown(app, deviceId)).toEqual([['meizu', 'Denny']]);
      const [push] = (await app.client.exchanges.list({ limit: 1 })).items;
      const { request } = await app.client.exchanges.get({ id: push?.id ?? '' });
      expect(request.body.text).toMatch(/&sign=\[signature #/);
    });
    it.each(['curl', 'node:crypto and fetch'])('TPNS: a signed body, a phone (%s)', async (library) => {
      const { app, deviceId } = await withPhone('tpns');
      const said = await runRecipe(app, 'tpns', library);
      expect(said).toContain('"ret_code":0');
      expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
      expect(await shown(app, deviceId)).toEqual([['tpns', 'Denny']]);
      const [push] = (await app.client.exchanges.list({ limit: 1 })).items;
      const { request } = await app.client.exchanges.get({ id: push?.id ?? '' });
      expect(request.headers.find(([name]) => name.toLowerCase() === 'sign')?.[1]).toMatch(/^\[signature #/);
    });
  },
);
