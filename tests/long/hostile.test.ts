/** Random bytes and careless clients at both gateways: nothing crashes, everything is answered from the vendor's own table. */
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { connectApns, pushOnce } from '../support/apns-client.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

const pieces = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  'aps',
  'alert',
  'message',
  'token',
  'null',
  '1e999',
  '\\u0000',
  'ÿ',
  '合',
  ' ',
  '&',
  '=',
];
const noise = (n: number): Buffer =>
  n % 3 === 0
    ? randomBytes(n % 500)
    : Buffer.from(Array.from({ length: n % 60 }, (_, at) => pieces[(n * 31 + at * 17) % pieces.length]).join(''));

const stillServes = async (app: RunningApp): Promise<void> => {
  expect(await app.client.system.health()).toMatchObject({ status: 'ok' });
  const session = await connectApns(app.apns.origin, app.caPem);
  const { status } = await pushOnce(
    session,
    {
      ':path': `/3/device/${'ab'.repeat(32)}`,
      authorization: `bearer ${providerToken(makeApnsKey())}`,
      'apns-topic': 'com.example.im',
    },
    '{"aps":{"alert":"x"}}',
  );
  session.destroy();
  expect(status).toBe(200);
};

describe('noise', () => {
  it('as bodies and headers at APNs: an answer each time', async () => {
    const app = await startApp();
    const session = await connectApns(app.apns.origin, app.caPem);
    const authorization = `bearer ${providerToken(makeApnsKey())}`;
    const statuses = new Set<number | null>();
    for (let n = 0; n < 3000; n++) {
      const odd =
        noise(n)
          .toString('latin1')
          .replace(/[^\x21-\x7e]/g, '~')
          .slice(0, 40) || 'x';
      const headers = {
        ':path': n % 5 === 0 ? `/${odd}` : `/3/device/${n % 7 === 0 ? odd : 'ab'.repeat(32)}`,
        authorization: n % 11 === 0 ? odd : authorization,
        'apns-topic': n % 13 === 0 ? odd : 'com.example.im',
        'apns-priority': n % 4 === 0 ? odd : '10',
      };
      statuses.add((await pushOnce(session, headers, noise(n))).status);
    }
    session.destroy();
    expect(
      [...statuses].filter((status) => status !== null && ![200, 400, 403, 404, 405, 410, 413, 429].includes(status)),
    ).toEqual([]);
    expect(statuses.has(null)).toBe(false);
    await stillServes(app);
  });
  it('as bodies at FCM: an answer each time', async () => {
    const app = await startApp();
    const statuses = new Set<number>();
    for (let n = 0; n < 1500; n++) {
      const url = `${app.fcm.origin.replace('https', 'http')}${n % 2 === 0 ? '/v1/projects/demo-1/messages:send' : '/token'}`;
      const type = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'][n % 3] ?? '';
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: 'Bearer ya29.x', 'content-type': type },
        body: new Uint8Array(noise(n)),
      });
      await answer.arrayBuffer();
      statuses.add(answer.status);
    }
    expect([...statuses].filter((status) => ![200, 400, 401, 403, 404, 405, 429].includes(status))).toEqual([]);
    await stillServes(app);
  });
  it('instead of a protocol, on both ports', async () => {
    const app = await startApp();
    for (let n = 0; n < 200; n++) {
      const socket = net.connect(n % 2 === 0 ? app.apns.port : app.fcm.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end(n % 3 === 0 ? Buffer.concat([Buffer.of(0x16, 3, 1), noise(n)]) : noise(n + 1));
      await new Promise((resolve) => {
        socket.once('close', resolve);
        setTimeout(() => socket.destroy(), 200).unref();
      });
    }
    await stillServes(app);
  });
});

describe('careless clients', () => {
  it('a body that is far too long is cut off, and refused in the vendor’s words', async () => {
    const app = await startApp();
    const session = await connectApns(app.apns.origin, app.caPem);
    const headers = {
      ':path': `/3/device/${'ab'.repeat(32)}`,
      authorization: `bearer ${providerToken(makeApnsKey())}`,
      'apns-topic': 'com.example.im',
    };
    expect((await pushOnce(session, headers, Buffer.alloc(20 * 1024 * 1024, 0x20))).status).toBe(413);
    session.destroy();
    const { items } = await app.client.exchanges.list({ limit: 1 });
    expect(items[0]).toMatchObject({ reason: 'PayloadTooLarge' });
    expect(items[0]?.requestBytes).toBeLessThan(1024 * 1024);
  });
  it('HTTP/1.1 on the APNs port is turned away and others are served', async () => {
    const app = await startApp();
    const refused = await new Promise<boolean>((resolve) => {
      const socket = tls.connect({
        port: app.apns.port,
        host: '127.0.0.1',
        ca: app.caPem,
        ALPNProtocols: ['http/1.1'],
      });
      socket.on('error', () => resolve(true));
      socket.on('close', () => resolve(true));
      socket.on('secureConnect', () => socket.write('POST / HTTP/1.1\r\nhost: x\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => resolve(!chunk.toString('latin1').startsWith('HTTP/1.1 200')));
    });
    expect(refused).toBe(true);
    await stillServes(app);
  });
  it('connections that say nothing cost nothing', async () => {
    const app = await startApp();
    const sockets = Array.from({ length: 200 }, () =>
      net.connect(app.fcm.port, '127.0.0.1').on('error', () => undefined),
    );
    await stillServes(app);
    for (const socket of sockets) socket.destroy();
  });
  it('headers that trickle in and never end are answered with 408 and hung up on, in the clear and over TLS', async () => {
    const app = await startApp();
    const { port } = app.fcm;
    const slow = async (socket: net.Socket): Promise<string> => {
      let said = '';
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        said += chunk.toString('latin1');
      });
      socket.write('POST / HTTP/1.1\r\nhost: x\r\n');
      const trickle = setInterval(() => socket.write('a: b\r\n'), 1000);
      await new Promise((resolve) => {
        socket.once('close', resolve);
      });
      clearInterval(trickle);
      return said;
    };
    const both = [
      net.connect(port, '127.0.0.1'),
      tls.connect({ port, host: '127.0.0.1', ca: app.caPem, ALPNProtocols: ['http/1.1'] }),
    ];
    for (const said of await Promise.all(both.map(slow))) expect(said).toMatch(/^HTTP\/1\.1 408 /);
    await stillServes(app);
  });
  it('a request that breaks off in the middle is no push', async () => {
    const app = await startApp();
    await new Promise<void>((resolve) => {
      const request = http.request({
        port: app.fcm.port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/projects/demo-1/messages:send',
        headers: { 'content-length': '1000' },
      });
      request.on('error', () => resolve());
      request.write('{"message":');
      setTimeout(() => request.destroy(), 50).unref();
    });
    expect((await app.client.exchanges.list({ limit: 5 })).items).toEqual([]);
    await stillServes(app);
  });
});
