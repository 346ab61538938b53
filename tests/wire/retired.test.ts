/** Ways in that the vendors closed, spoken to over real sockets: each is recognised, refused as the vendor does, and told in today's terms. */
import https from 'node:https';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { Exchange, ModernRequest } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { vendorCase } from '../support/nine-vendors.ts';

const token = 'ab'.repeat(32);
const payload = Buffer.from('{"aps":{"alert":{"title":"Denny","body":"Lunch?"}}}');
const sized = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
const binary = Buffer.concat([Buffer.from([0]), sized(Buffer.from(token, 'hex')), sized(payload)]);

/** Says this over TLS without ALPN; what came back until the other end closed. */
const speak = (app: RunningApp, port: number, ...parts: readonly (string | Buffer)[]): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const got: Buffer[] = [];
    const socket = tls.connect({ host: '127.0.0.1', port, ca: app.caPem }, () => {
      const say = (index: number): void => {
        const part = parts[index];
        if (part === undefined) return;
        socket.write(part, () => setTimeout(say, 30, index + 1));
      };
      say(0);
    });
    socket.on('data', (chunk: Buffer) => got.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(got)));
    socket.on('error', reject);
  });

const post = (
  app: RunningApp,
  path: string,
  body: string,
  authorization = 'key=AAAAabc_D-1:APA91bSECRETSECRET',
): Promise<{ status: number; type: string }> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization };
    const request = https.request(
      { host: '127.0.0.1', port: app.fcm.port, path, ca: app.caPem, method: 'POST', headers },
      (response) => {
        response.resume();
        const { statusCode: status = 0, headers: answered } = response;
        response.on('end', () => resolve({ status, type: answered['content-type'] ?? '' }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const latest = async ({ client }: RunningApp): Promise<{ exchange: Exchange; modern: ModernRequest | null }> => {
  const { items } = await client.exchanges.list({ limit: 1 });
  const id = items[0]?.id ?? '';
  return { exchange: await client.exchanges.get({ id }), modern: (await client.exchanges.draft({ id })).modern };
};

describe('retired ways in', () => {
  it.each(['known', 'strict', 'anything'] as const)('FCM legacy HTTP, in mode %s', async (mode) => {
    const app = await startApp();
    await app.client.gateways.update({ vendor: 'fcm', mode });
    const old = { registration_ids: ['t1', 't2'], notification: { title: 'Denny', body: 'Hi' }, priority: 'high' };
    const answer = await post(app, '/fcm/send', JSON.stringify(old));
    expect(answer).toEqual({ status: 404, type: 'text/html; charset=UTF-8' });
    const { exchange, modern } = await latest(app);
    expect(exchange).toMatchObject({ outcome: 'rejected', reason: 'HTTP_404', title: 'Denny', body: 'Hi' });
    expect(exchange.targets.map((target) => target.token)).toEqual(['t1', 't2']);
    expect(JSON.stringify(exchange)).not.toContain('SECRETSECRET');
    expect(modern).toMatchObject({ form: 'FCM legacy HTTP', count: 2, request: { method: 'POST' } });
    expect(modern?.request.path).toMatch(/^\/v1\/projects\/[^/]+\/messages:send$/);
    expect(JSON.parse(modern?.request.body ?? '')).toMatchObject({
      message: { token: 't1', notification: { title: 'Denny' }, android: { priority: 'HIGH' } },
    });
  });

  it('FCM legacy XMPP is cut, and its message converted', async () => {
    const app = await startApp();
    const opening = '<?xml version="1.0"?><stream:stream to="fcm.googleapis.com" version="1.0" xmlns="jabber:client">';
    const auth = '<auth mechanism="PLAIN">c2VydmVyLWtleQ==</auth>';
    const stanza =
      '<message id="1"><gcm xmlns="google:mobile:data">{"to":"t1","data":{"a":"b"},"message_id":"m1"}</gcm></message>';
    expect(await speak(app, app.fcm.port, opening, auth, stanza)).toHaveLength(0);
    // Every piece is reported as unreadable HTTP; they are one stream all the same.
    expect((await app.client.exchanges.list({ limit: 5 })).items).toHaveLength(1);
    const { exchange, modern } = await latest(app);
    expect(exchange).toMatchObject({ outcome: 'rejected', status: null, request: { method: 'XMPP' } });
    expect(exchange.request.body.text).not.toContain('c2VydmVyLWtleQ==');
    expect(JSON.parse(modern?.request.body ?? '')).toEqual({ message: { token: 't1', data: { a: 'b' } } });
    expect(await speak(app, app.fcm.port, opening)).toHaveLength(0);
    expect((await latest(app)).modern).toMatchObject({ form: 'FCM legacy XMPP', count: 0 });
  });

  it.each([
    ['whole', [binary]],
    ['in pieces', [binary.subarray(0, 1), binary.subarray(1, 40), binary.subarray(40)]],
    ['several at once', [Buffer.concat([binary, binary])]],
  ])('APNs binary, %s, is cut, and shown as a request of today', async (_name, parts) => {
    const app = await startApp();
    expect(await speak(app, app.apns.port, ...parts)).toHaveLength(0);
    const { exchange, modern } = await latest(app);
    expect(exchange).toMatchObject({ vendor: 'apns', outcome: 'rejected', status: null, title: 'Denny' });
    expect(exchange.verdict?.why.id).toBe('apns.check.protocol.binary');
    expect(modern?.request).toMatchObject({ method: 'POST', path: `/3/device/${token}` });
    expect(modern?.request.headers).toContainEqual(['apns-push-type', 'alert']);
    expect(JSON.parse(modern?.request.body ?? '')).toMatchObject({ aps: { alert: { title: 'Denny' } } });
  });

  it("bytes that are nobody's protocol are refused as before, and no exchange comes of them", async () => {
    const app = await startApp();
    expect(await speak(app, app.apns.port, 'GET / HTTP/1.1\r\n\r\n')).toHaveLength(0);
    expect((await speak(app, app.fcm.port, '\u0001\u0002rubbish\r\n\r\n')).toString()).toMatch(/^HTTP\/1\.1 400 /);
    expect((await app.client.exchanges.list({ limit: 1 })).items).toEqual([]);
  });

  it('an ordinary push has no such section', async () => {
    const app = await startApp();
    const { path, body } = vendorCase('fcm').request(1, Date.now());
    await post(app, path, Buffer.from(body).toString(), 'Bearer ya29.of-nobody');
    const { exchange, modern } = await latest(app);
    expect(exchange.outcome).toBe('accepted');
    expect(modern).toBeNull();
  });
});
