import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HeaderList, Verdict } from '../../../shared/contract/index.ts';
import * as oppoSamples from '../oppo/samples.ts';
import { findVendor } from '../index.ts';
import { noSample } from './samples.ts';
import type { GatewayRegistry, Vendor } from '../vendor.ts';
import * as xiaomiSamples from '../xiaomi/samples.ts';

interface Served {
  readonly port: number;
  readonly verdicts: Verdict[];
}

/** A listener around the gateway, as thin as can be: the recipes are about what libraries send. */
const serve = async (vendor: Vendor, registry: GatewayRegistry): Promise<Served> => {
  const { gateway } = vendor;
  const verdicts: Verdict[] = [];
  let memory = gateway.newMemory();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers: HeaderList = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
      const answer = gateway.decide({
        capture: {
          method: request.method ?? '',
          path: request.url ?? '',
          host: '127.0.0.1',
          headers,
          body: Buffer.concat(chunks),
          httpVersion: '1.1',
          tls: false,
          clientCertificate: null,
        },
        connection: gateway.newConnection(),
        memory,
        registry,
        settings: { mode: 'known', environment: 'production', profile: 'apple', perTokenPerMinute: 0, idleSeconds: 0 },
        nowMs: Date.now(),
        newId: () => crypto.randomUUID(),
      });
      memory = answer.memory;
      verdicts.push(answer.verdict);
      response.writeHead(answer.reply.status, answer.reply.headers.flat());
      response.end(answer.reply.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, verdicts }; // it listens on TCP
};

const run = (command: string, file: string, env: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [file], { env: { PATH: process.env['PATH'] ?? '', ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });

/** Runs a recipe as it stands. Returns what it printed and what the gateway decided. */
const follow = async (id: string, registry: GatewayRegistry, env: Record<string, string>) => {
  const vendor = findVendor(id.split('.')[0] === 'xiaomi' ? 'xiaomi' : 'oppo')!;
  const { port, verdicts } = await serve(vendor, registry);
  const recipe = vendor.gateway
    .recipes({ origin: `https://127.0.0.1:${port}`, port, caPath: '/nowhere', sample: noSample })
    .find((one) => one.id === id)!;
  const folder = await mkdtemp(join(tmpdir(), 'pushscope-recipe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const isShell = recipe.language === 'shell';
  const file = join(folder, isShell ? 'recipe.sh' : 'recipe.mjs');
  await writeFile(file, recipe.code);
  const said = await run(isShell ? 'bash' : process.execPath, file, env);
  return { said, verdicts };
};

describe('where the workspace has nothing, recipes run with what the environment has', () => {
  const { regId, appSecret } = xiaomiSamples;
  const oppoEnv = {
    OPPO_APP_KEY: oppoSamples.appKey,
    OPPO_MASTER_SECRET: oppoSamples.masterSecret,
    OPPO_REG_ID: oppoSamples.regId,
  };
  it.each(['xiaomi.curl', 'xiaomi.node-fetch'])('%s', async (id) => {
    const env = { XIAOMI_REG_ID: regId, XIAOMI_APP_SECRET: appSecret, XIAOMI_PACKAGE: 'com.example.im' };
    const { said, verdicts } = await follow(id, xiaomiSamples.registry, env);
    expect(said).toContain('Received push messages for 1 REGID');
    expect(verdicts.map(({ accepted }) => accepted)).toEqual([true]);
  });
  it.each(['oppo.curl', 'oppo.node-fetch'])('%s', async (id) => {
    const { said, verdicts } = await follow(id, oppoSamples.registry, oppoEnv);
    expect(said).toContain('3000001-1-1-');
    expect(verdicts.map(({ accepted }) => accepted)).toEqual([true, true]);
    const [asked, sent] = verdicts;
    const passes = (verdict: Verdict | undefined, check: string) =>
      verdict?.checks.find(({ id: own }) => own === check)?.outcome;
    expect([passes(asked, 'sign'), passes(sent, 'auth-token')]).toEqual(['passed', 'passed']);
  });
});
