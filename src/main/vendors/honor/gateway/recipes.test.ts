import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../shared/contract/index.ts';
import { appId, clientId, credential, decide, deviceToken, failures, type Answer } from '../samples.ts';
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
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  server.close();
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

describe('honor recipes', () => {
  it('have ids of their own, and mark the lines that differ', () => {
    const all = recipes(place());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { code, changed } of all) {
      expect(code).not.toContain('»');
      expect(changed.length).toBeGreaterThan(0);
      expect(code).toContain(String(place().port));
    }
  });
  const env = {
    HONOR_APP_ID: appId,
    HONOR_CLIENT_ID: clientId,
    HONOR_CLIENT_SECRET: credential.secret['clientSecret']!,
    HONOR_TOKEN: deviceToken,
  };
  it('node: token and push arrive here', async () => {
    const said = await run(process.execPath, ['--input-type=module', '-e', codeOf('honor.node')], env);
    expect(answers.flatMap(failures), said).toEqual([]);
    expect(answers.map(({ kind }) => kind)).toEqual(['auth', 'push']);
    expect(said).toContain('200 {"code":200');
  });
  it('curl: token and push arrive here', async () => {
    const version = await run('curl', ['--version'], {});
    // A machine without curl cannot say anything about its recipe.
    if (!version.startsWith('curl')) return;
    const said = await run('sh', ['-c', codeOf('honor.curl')], env);
    expect(answers.flatMap(failures), said).toEqual([]);
    expect(answers.map(({ kind }) => kind)).toEqual(['auth', 'push']);
    expect(said).toContain('"code":200');
  });
});
