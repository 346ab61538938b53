import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../shared/contract/index.ts';
import { decide, deviceToken, facts, failures, privateKey, projectId, type Answer } from '../samples.ts';
import { noSample } from '../../kit/samples.ts';
import { recipes } from './recipes.ts';

/** The gateway behind a plain HTTP/1.1 server, in strict mode and at the real time, as a recipe's program meets it. */
const answers: Answer[] = [];
const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // a request without encoding yields buffers
  const headers: HeaderList = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
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
  folder = await mkdtemp(join(tmpdir(), 'pushscope-huawei-'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  answers.length = 0;
});

const run = (command: string, args: string[], env: Record<string, string>): Promise<string> =>
  new Promise((resolve) => {
    execFile(command, args, { env: { PATH: process.env['PATH'] ?? '', ...env } }, (error, stdout, stderr) =>
      resolve(`${stdout}${stderr}${error ? error.message : ''}`),
    );
  });
const place = () => {
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  return { origin: `http://127.0.0.1:${port}`, port, caPath: '/no/ca.pem', sample: noSample };
};
const codeOf = (id: string) => recipes(place()).find((recipe) => recipe.id === id)!.code;

/** Those of v1 are run by tests/wire/recipes.test.ts; the demo has no phone with HarmonyOS 5. */
describe('huawei recipe for v3', () => {
  it('node: a v3 push arrives here, signature checked', async () => {
    const keyFile = join(folder, 'key.json');
    const { keyId, subAccount } = facts.values;
    await writeFile(
      keyFile,
      JSON.stringify({ project_id: projectId, key_id: keyId, private_key: privateKey, sub_account: subAccount }),
    );
    const said = await run(process.execPath, ['--input-type=module', '-e', codeOf('huawei.node-v3')], {
      HUAWEI_KEY_FILE: keyFile,
      HUAWEI_TOKEN: deviceToken,
    });
    expect(answers.flatMap(failures), said).toEqual([]);
    expect(answers[0]?.verdict.checks.find(({ id }) => id === 'signature')?.outcome).toBe('passed');
    expect(said).toContain('200 {"code":"80000000"');
  });
});
