/** `npm run dev` from the sources: the window through Vite, and the core behind the same address. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../support/folders.ts';

it('serves the window and the core at one address, and takes the core with it when it stops', async () => {
  const child = spawn(process.execPath, ['scripts/dev.mjs'], {
    env: { ...process.env, PUSHSCOPE_DEV_PORT: '0', PUSHSCOPE_DEV_DATA: path.join(tempFolder(), 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('"apiUrl"') && said.includes('#token=')) resolve();
    });
  });
  const [, origin = '', token = ''] = /(http:\/\/127\.0\.0\.1:\d+)\/#token=([\w-]+)/.exec(said) ?? [];
  const page = await fetch(origin);
  expect(await page.text()).toContain('/@vite/client');
  const health = await fetch(`${origin}/api/v1/health`, { headers: { authorization: `Bearer ${token}` } });
  expect(health.status).toBe(200);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  const [, core = ''] = /"apiUrl":"([^"]+)"/.exec(said) ?? [];
  await expect(fetch(core)).resolves.toMatchObject({ status: 401 });
  child.kill('SIGTERM');
  await ended;
  await expect.poll(() => fetch(core).catch(() => 'gone')).toBe('gone');
}, 60_000);
