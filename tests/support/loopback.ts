import path from 'node:path';
import { openLoopbackServer, type LoopbackServer } from '../../src/main/headless/server.ts';
import type { RunningApp } from './app.ts';
import { tempFolder } from './folders.ts';
import { whenOver } from './lifetime.ts';
import { mkdirSync, writeFileSync } from 'node:fs';

export const testToken = 'test-token-of-this-start';

/** The headless shell's server in front of a running app, with a window of one file. */
export const serve = async ({ app }: RunningApp): Promise<LoopbackServer & { readonly origin: string }> => {
  const windowDir = path.join(tempFolder(), 'window');
  mkdirSync(windowDir);
  writeFileSync(path.join(windowDir, 'index.html'), '<title>Pushscope</title>');
  writeFileSync(path.join(windowDir, '..', 'secret.txt'), 'secret');
  const server = await openLoopbackServer(
    { app, token: testToken, version: '0.0.0-test', windowDir, devOrigin: null, log: () => undefined },
    0,
  );
  whenOver(() => server.close());
  return { ...server, origin: `http://127.0.0.1:${server.port}` };
};
