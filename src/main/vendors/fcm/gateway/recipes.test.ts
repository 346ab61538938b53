import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import authLibrary from 'google-auth-library/package.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../shared/contract/index.ts';
import type { GatewayAnswer } from '../../vendor.ts';
import { credential, decide, deviceToken, facts, failures, projectId } from '../samples.ts';
import type { FcmMemory } from './memory.ts';
import { noSample } from '../../kit/samples.ts';
import { recipes } from './recipes.ts';

const answers: GatewayAnswer<null, FcmMemory>[] = [];

/** A listener around the gateway, as thin as can be: the recipes are about what libraries send. */
const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array); // a request without encoding gives bytes
  const { rawHeaders } = request;
  const headers: HeaderList = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] satisfies [string, string]] : [],
  );
  const answer = decide(
    {
      method: request.method ?? '',
      path: request.url ?? '',
      host: '127.0.0.1',
      headers,
      body: Buffer.concat(chunks),
      httpVersion: '1.1',
      tls: false,
      clientCertificate: null,
    },
    { mode: 'strict', atMs: Date.now(), ...(answers.length > 0 ? { memory: answers.at(-1)!.memory } : {}) },
  );
  answers.push(answer);
  response.writeHead(answer.reply.status, answer.reply.headers.flat());
  response.end(answer.reply.body);
};

const server = createServer((request, response) => void serve(request, response));
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushscope-recipes-'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const run = (command: string, args: string[], env: Record<string, string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH: process.env['PATH'] ?? '', ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });

const place = () => {
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  return { origin: `http://127.0.0.1:${port}`, port, caPath: '/no/ca.pem', sample: noSample };
};
const recipeOf = (id: string) => recipes(place()).find((recipe) => recipe.id === id)!;

describe('fcm recipes', () => {
  it('have ids of their own, and mark the lines that differ', () => {
    const all = recipes(place());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { code, changed } of all) {
      expect(code).not.toContain('»');
      expect(changed.length).toBeGreaterThan(0);
      expect(code).toContain(String(place().port));
    }
  });

  it('google-auth-library: token and push arrive here, signature checked', async () => {
    answers.length = 0;
    const recipe = recipeOf('fcm.node-google-auth');
    expect(recipe.testedVersion).toBe(authLibrary.version);
    const keyFile = join(folder, 'key.json');
    await writeFile(
      keyFile,
      JSON.stringify({
        type: 'service_account',
        project_id: projectId,
        private_key_id: facts.privateKeyId,
        private_key: credential.secret['privateKeyPem'],
        client_email: facts.clientEmail,
        token_uri: facts.tokenUri,
      }),
    );
    const said = await run(process.execPath, ['--input-type=module', '-e', recipe.code], {
      GOOGLE_APPLICATION_CREDENTIALS: keyFile,
      FCM_TOKEN: deviceToken,
    });
    expect(answers.flatMap(failures), said).toEqual([]);
    expect(answers.map(({ kind }) => kind)).toEqual(['auth', 'push']);
    expect(answers[0]?.verdict.checks.filter((check) => check.outcome === 'unverified')).toEqual([]);
    expect(said).toContain(`200 {\n  "name": "${answers[1]?.vendorMessageId}"`);
    expect(answers[1]?.targets).toEqual([{ token: deviceToken, outcome: 'accepted', reason: null }]);
  });
});
