/** Looking for an Electron runtime, with the download's host played by this machine. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ensureElectron, findElectron } from '../../launcher/electron.mjs';
import { tempFolder } from '../support/folders.ts';

afterEach(() => vi.unstubAllEnvs());
/** No runtime is installed, and the download would go to this address. */
const fromMirror = (url: string): string => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) vi.stubEnv(name, undefined);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', tempFolder());
  vi.stubEnv('ELECTRON_MIRROR', url);
  return path.join(tempFolder(), 'memory.json');
};

describe('an Electron runtime', () => {
  it('is found where the package put it, without a download', async () => {
    const dist = tempFolder();
    const executable = path.join(
      dist,
      process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron',
    );
    mkdirSync(path.dirname(executable), { recursive: true });
    writeFileSync(executable, '');
    chmodSync(executable, 0o755);
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dist);
    expect(findElectron()).toBe(executable);
    expect(await ensureElectron(process.execPath)).toEqual({ executable });
  });
  it('that cannot be fetched is said with its reason, and not tried again', async () => {
    const memory = fromMirror('http://127.0.0.1:1/');
    const first = await ensureElectron(process.execPath, memory);
    expect(first).toEqual({ why: '127.0.0.1 cannot be reached (ECONNREFUSED)' });
    const started = Date.now();
    expect(await ensureElectron(process.execPath, memory)).toEqual({
      why: expect.stringContaining('tried before') as unknown,
    });
    expect(Date.now() - started).toBeLessThan(100);
  });
  it('is tried again when another version is wanted', async () => {
    const memory = fromMirror('http://127.0.0.1:1/');
    writeFileSync(memory, JSON.stringify({ version: '0.0.1', reason: 'long ago' }));
    expect(await ensureElectron(process.execPath, memory)).toEqual({
      why: '127.0.0.1 cannot be reached (ECONNREFUSED)',
    });
    expect(JSON.parse(readFileSync(memory, 'utf8'))).not.toMatchObject({ version: '0.0.1' });
  });
  it('is given up when the host answers with something else', async () => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    const memory = fromMirror(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
    const found = await ensureElectron(process.execPath, memory);
    expect(found).toEqual({ why: expect.stringContaining('the download failed: ') as unknown });
    expect(existsSync(memory)).toBe(true);
  });
});
