/** The recipes of the Gateways page, run exactly as they are shown, against gateways over TLS. */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Recipe, VendorId } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';
import { makeApnsKey, makeServiceAccount } from '../support/pki.ts';

const recipeOf = async ({ client }: RunningApp, vendor: VendorId, library: string): Promise<Recipe> => {
  const { gateways } = await client.gateways.list();
  const found = gateways
    .find((gateway) => gateway.vendor === vendor)
    ?.recipes.find((recipe) => recipe.library === library);
  if (!found) throw new Error(`no recipe for ${library}`);
  return found;
};
const installed = (library: string): string => {
  const file = path.resolve('node_modules', library, 'package.json');
  return (createRequire(import.meta.url)(file) as { version: string }).version;
};

/** A project of a user's: the recipe in a file, the library beside it, keys where the recipe expects them. */
const runRecipe = (
  recipe: Recipe,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const isScript = recipe.language === 'javascript';
  const file = isScript ? 'send.mjs' : 'send.sh';
  const folder = tempFolder();
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  for (const [name, text] of Object.entries({ ...files, [file]: recipe.code }))
    writeFileSync(path.join(folder, name), text);
  return new Promise((resolve, reject) => {
    const child = spawn(isScript ? process.execPath : 'bash', [file], { cwd: folder, env: { ...process.env, ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
};
const captured = async ({ client }: RunningApp) =>
  (await client.exchanges.list({ limit: 10 })).items.map((item) => [item.kind, item.outcome, item.title]);

/** What keeps the recipes for curl from running here; empty when nothing does. */
const noCurl = ['curl', 'openssl', 'bash']
  .filter((tool) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).error !== undefined)
  .map((tool) => `no ${tool} here`)
  .join(', ');
const curlSays = noCurl === '' ? spawnSync('curl', ['--version'], { encoding: 'utf8' }).stdout : '';
const noHttp2 = noCurl || (curlSays.includes('HTTP2') ? '' : 'this curl does not speak HTTP/2');

describe('recipes', () => {
  it.skipIf(noHttp2)(`curl to APNs${noHttp2 && ` (skipped: ${noHttp2})`}`, async () => {
    const app = await startApp();
    const recipe = await recipeOf(app, 'apns', 'curl');
    const said = await runRecipe(recipe, { 'AuthKey_ABC123DEFG.p8': makeApnsKey().p8 });
    expect(said).toContain('HTTP/2 200');
    expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
  });
  it.skipIf(noCurl)(`curl to FCM${noCurl && ` (skipped: ${noCurl})`}`, async () => {
    const app = await startApp();
    const { devices } = await app.client.workspace.get();
    const token = devices.find((device) => device.vendor === 'fcm')?.token ?? '';
    const said = await runRecipe(await recipeOf(app, 'fcm', 'curl'), {}, { FCM_TOKEN: token });
    expect(said).toContain('projects/my-project/messages/');
    expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
  });
  it('apns2', async () => {
    const app = await startApp();
    const recipe = await recipeOf(app, 'apns', 'apns2');
    expect(recipe.testedVersion).toBe(installed('apns2'));
    const said = await runRecipe(recipe, { 'AuthKey_ABC123DEFG.p8': makeApnsKey().p8 });
    expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
  });
  it('@parse/node-apn', async () => {
    const app = await startApp();
    const recipe = await recipeOf(app, 'apns', '@parse/node-apn');
    expect(recipe.testedVersion).toBe(installed('@parse/node-apn'));
    const said = await runRecipe(recipe, { 'AuthKey_ABC123DEFG.p8': makeApnsKey().p8 });
    expect(await captured(app), said).toEqual([['push', 'accepted', 'Denny']]);
  });
  it('google-auth-library', async () => {
    const app = await startApp();
    const recipe = await recipeOf(app, 'fcm', 'google-auth-library');
    expect(recipe.testedVersion).toBe(installed('google-auth-library'));
    const { devices } = await app.client.workspace.get();
    const token = devices.find((device) => device.vendor === 'fcm')?.token ?? '';
    const env = { GOOGLE_APPLICATION_CREDENTIALS: 'key.json', FCM_TOKEN: token, NODE_EXTRA_CA_CERTS: app.caPath };
    const said = await runRecipe(recipe, { 'key.json': makeServiceAccount({}) }, env);
    expect(await captured(app), said).toEqual([
      ['push', 'accepted', 'Denny'],
      ['auth', 'accepted', ''],
    ]);
  });
});
