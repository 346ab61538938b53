/** REST as scripts use it, with nothing but HTTP. */
import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { openForAll } from '../support/lifetime.ts';
import { serve, testToken } from '../support/loopback.ts';

/** Nothing here changes anything in it. */
const server = openForAll(async () => serve(await startApp()));

const bearer = { authorization: `Bearer ${testToken}` };
const ask = (origin: string, path: string, init: http.RequestOptions & { body?: string } = {}) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const { body, ...options } = init;
    // node:http sends the path as it is given; fetch would tidy up `..` before it left.
    const { hostname, port } = new URL(origin);
    const request = http.request({ hostname, port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

describe('who may ask', () => {
  const paths = ['/api/v1/health', '/api/v1/exchanges', '/api/v1/openapi.json', '/api/v1/nothing', '/api/'];
  it.each(paths)('%s needs the token', async (path) => {
    const { origin } = server();
    expect((await ask(origin, path)).status).toBe(401);
    for (const authorization of ['Bearer', 'Bearer wrong', `Basic ${testToken}`, testToken]) {
      expect((await ask(origin, path, { headers: { authorization } })).status, authorization).toBe(401);
    }
  });
  it('the token in a query is no token', async () => {
    const { origin } = server();
    expect((await ask(origin, `/api/v1/health?token=${testToken}&access_token=${testToken}`)).status).toBe(401);
  });
  it.each(['http://evil.example', 'null', 'https://127.0.0.1:1', 'http://127.0.0.1'])(
    'origin %s may not, even with the token',
    async (foreign) => {
      const { origin } = server();
      expect((await ask(origin, '/api/v1/health', { headers: { ...bearer, origin: foreign } })).status).toBe(403);
      expect((await ask(origin, '/', { headers: { origin: foreign } })).status).toBe(403);
    },
  );
  it.each(['evil.example', '127.0.0.1', 'localhost:1'])('host %j may not, even with the token', async (host) => {
    const { origin } = server();
    expect((await ask(origin, '/api/v1/health', { headers: { ...bearer, host } })).status).toBe(403);
    expect((await ask(origin, '/', { headers: { host } })).status).toBe(403);
  });
  it('its own addresses may', async () => {
    const { origin, port } = server();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      const headers = { ...bearer, host, origin: `http://${host}` };
      expect((await ask(origin, '/api/v1/health', { headers })).status, host).toBe(200);
    }
  });
  it('a form of another site cannot post (CSRF)', async () => {
    const { origin } = server();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' };
    expect((await ask(origin, '/api/v1/sends', { method: 'POST', headers, body: 'kind=raw' })).status).toBe(403);
  });
  it('a WebSocket needs token, protocol and origin', async () => {
    const { origin } = server();
    const upgrade = (headers: http.OutgoingHttpHeaders) =>
      ask(origin, '/api/rpc', {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      });
    const protocol = `pushscope.v1, token.${testToken}`;
    expect((await upgrade({})).status).toBe(401);
    expect((await upgrade({ 'sec-websocket-protocol': 'pushscope.v1, token.wrong' })).status).toBe(401);
    expect((await upgrade({ 'sec-websocket-protocol': `token.${testToken}` })).status).toBe(401);
    expect((await upgrade({ 'sec-websocket-protocol': protocol, origin: 'http://evil.example' })).status).toBe(403);
    expect((await upgrade({ 'sec-websocket-protocol': protocol, host: 'evil.example' })).status).toBe(403);
  });
});

describe('the window’s files', () => {
  it('come with a policy that lets no other script run', async () => {
    const { origin } = server();
    const answer = await ask(origin, '/');
    expect(answer).toMatchObject({ status: 200, text: '<title>Pushscope</title>' });
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/%00',
    '//etc/passwd',
    '/./../../secret.txt',
  ])('%s stays inside', async (path) => {
    const { origin } = server();
    const answer = await ask(origin, path);
    expect(answer.text).not.toContain('secret');
    expect([200, 400, 404]).toContain(answer.status);
  });
});

describe('requests', () => {
  it('the OpenAPI document lists what scripts need', async () => {
    const { origin } = server();
    const document = JSON.parse((await ask(origin, '/api/v1/openapi.json', { headers: bearer })).text) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toMatch(/^3\.1/);
    for (const [path, method] of [
      ['/health', 'get'],
      ['/exchanges', 'get'],
      ['/exchanges/{id}', 'get'],
      ['/sends', 'post'],
    ] as const) {
      expect(document.paths[path]?.[method], path).toBeTruthy();
    }
  });
  it.each([
    ['malformed JSON', '{"kind":', 400],
    ['an empty body', '', 400],
    ['the wrong type', '{"kind":"raw","vendor":"apns","payload":7}', 400],
    ['an unknown kind', '{"kind":"smoke"}', 400],
    ['a body over 8 MiB', `{"kind":"raw","vendor":"apns","payload":"${'x'.repeat(9 * 1024 * 1024)}"}`, 413],
  ])('%s is refused with our error shape', async (_, body, status) => {
    const { origin } = server();
    const answer = await ask(origin, '/api/v1/sends', {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(status);
    const json = JSON.parse(answer.text) as { code: string; message: string };
    expect(json.code).toMatch(/^api\./);
    expect(json.message).not.toBe('');
  });
  it('an unknown address is 404', async () => {
    const { origin } = server();
    expect((await ask(origin, '/api/v1/nothing', { headers: bearer })).status).toBe(404);
  });
});
