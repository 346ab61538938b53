/** Huawei's v3 over TLS: the recipe as it is shown, and the drawn phone with HarmonyOS 5. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';

const token = `MAMzLg${'H4n_Zx-8'.repeat(14)}`;

/** A phone with HarmonyOS 5 and the app of the demo workspace. */
const addPhone = async ({ client }: RunningApp): Promise<string> => {
  const { apps, devices } = await client.workspace.get();
  const model = devices.find(({ platform }) => platform === 'android')?.model ?? 'pixel-9';
  const { id } = await client.workspace.devices.create({
    name: 'harmony',
    platform: 'harmony',
    model,
    osVersion: '5',
    appId: apps[0]?.id ?? '',
    vendor: 'huawei',
    token,
    appState: 'background',
  });
  return id;
};

/** Runs a recipe in a folder of its own; what it printed. */
const run = async ({ client, caPath }: RunningApp, id: string, env: Record<string, string>): Promise<string> => {
  const recipe = (await client.gateways.list()).gateways.flatMap(({ recipes }) => recipes).find((one) => one.id === id);
  if (!recipe) throw new Error(`no recipe ${id}`);
  const file = path.join(tempFolder(), 'send.mjs');
  writeFileSync(file, recipe.code);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env: { ...process.env, NODE_EXTRA_CA_CERTS: caPath, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
};
const shownOn = async ({ client }: RunningApp, deviceId: string) => {
  const { phones } = await client.phones.list();
  const cards = phones.find((phone) => phone.deviceId === deviceId)?.notifications ?? [];
  return cards.map(({ state, card }) => [state, card.title, card.body]);
};

describe('Huawei over TLS', () => {
  it('a v3 push reaches a HarmonyOS phone', async () => {
    const app = await startApp();
    const deviceId = await addPhone(app);
    const keyFile = path.join(tempFolder(), 'key.json');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    writeFileSync(keyFile, JSON.stringify({ project_id: '42', key_id: 'k', sub_account: '7', private_key: pem }));
    const said = await run(app, 'huawei.node-v3', { HUAWEI_KEY_FILE: keyFile, HUAWEI_TOKEN: token });
    expect(said).toContain('200 {"code":"80000000"');
    expect(await shownOn(app, deviceId)).toEqual([['shown', 'Denny', 'Lunch at 12:30?']]);
  });
});
