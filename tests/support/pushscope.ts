/** A built Pushscope in a process of its own, as a script meets it. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { contract, type Client } from '../../src/shared/contract/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
export const tempDir = (): string => mkdtempSync(path.join(os.tmpdir(), 'pushscope-e2e-'));

/** A running Pushscope with a data folder and ports of its own, as a script sees it. */
export interface Pushscope {
  readonly url: string;
  readonly client: JsonifiedClient<Client>;
  readonly gateways: Readonly<Record<string, { readonly origin: string; readonly caPath: string }>>;
}
interface Ready {
  readonly url: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly gateways: Pushscope['gateways'];
}

/**
 * Starts what `npm start` built, with a data folder and ports of its own. `stop` ends it and removes the folder.
 * @param given `from`: a data folder that an earlier start left; a copy of it is used instead of an empty one.
 *   `dataDir`: the folder itself, which stays when it ends.
 */
export const startPushscope = async (
  args: readonly string[],
  given: { readonly from?: string | undefined; readonly dataDir?: string } = {},
) => {
  const dataDir = given.dataDir ?? tempDir();
  if (given.from !== undefined) cpSync(given.from, dataDir, { recursive: true });
  const child = spawn(
    process.execPath,
    [path.join(root, 'out/main/headless.js'), '--json', '--port', '0', '--data', dataDir, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ready = await new Promise<Ready>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(JSON.parse(text) as Ready);
    });
    child.once('exit', (code) => reject(new Error(`Pushscope ended with ${code}`)));
  });
  const link = new OpenAPILink(contract, {
    url: `${ready.apiUrl}/v1`,
    headers: { authorization: `Bearer ${ready.token}` },
  });
  const end = async () => {
    const gone = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGTERM');
    await gone;
  };
  const stop = async () => {
    await end();
    if (given.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    dataDir,
    end,
    pushscope: { url: ready.url, gateways: ready.gateways, client: createORPCClient<JsonifiedClient<Client>>(link) },
    stop,
  };
};
