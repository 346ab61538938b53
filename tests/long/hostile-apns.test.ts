/**
 * Clients that mean harm, against the APNs gateway in a process of its own: whatever they do, its memory stays bounded and another client
 * is served meanwhile.
 */
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectApns, pushOnce } from '../support/apns-client.ts';
import { tempFolder } from '../support/folders.ts';
import { connectRaw, flag, frame, frameType, greeting, hpack } from '../support/h2-frames.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';
import { runShell } from '../support/shell.ts';

const mebibyte = 1024 * 1024;
const authorization = `bearer ${providerToken(makeApnsKey())}`;
const path = `/3/device/${'ab'.repeat(32)}`;
const valid = { ':path': path, authorization, 'apns-topic': 'com.example.im' };
const fields = (extra: readonly (readonly [string, string | Buffer])[] = []) =>
  hpack([
    [':method', 'POST'],
    [':path', path],
    [':scheme', 'https'],
    [':authority', 'localhost'],
    ['authorization', authorization],
    ['apns-topic', 'com.example.im'],
    ...extra,
  ]);
const body = '{"aps":{"alert":"x"}}';

const start = async () => {
  const shell = runShell(['--json', '--port', '0', '--data', tempFolder()]);
  const ready = await shell.ready;
  const { origin = '', caPath = '' } = ready.gateways['apns'] ?? {};
  const ca = readFileSync(caPath, 'utf8');
  const peaceful = await connectApns(origin, ca);
  onTestFinished(() => peaceful.destroy());
  /** Resident memory in MiB; NaN where the system does not tell. */
  const memory = (): number => {
    try {
      const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${shell.child.pid}/status`, 'utf8'));
      return Number(line?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  };
  // Code that runs for the first time takes memory too, and that is not the hostile client's doing.
  for (let count = 0; count < 500; count += 1) await pushOnce(peaceful, valid, body);
  const before = memory();
  const answers: (number | null)[] = [];
  const over = new AbortController();
  const serving = (async () => {
    while (!over.signal.aborted) {
      answers.push((await pushOnce(peaceful, valid, body)).status);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  /** The other client was answered all the time, and memory has not grown by more than this. */
  const expectUnharmed = async (mostMiB: number): Promise<void> => {
    const countBefore = answers.length;
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBeGreaterThan(countBefore + 5);
    over.abort();
    await serving;
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(shell.child.exitCode).toBeNull();
    const grown = memory() - before;
    if (!Number.isNaN(grown)) expect(grown).toBeLessThan(mostMiB);
  };
  const exchanges = async (): Promise<number> => {
    const answer = await fetch(`${ready.apiUrl}/v1/health`, { headers: { authorization: `Bearer ${ready.token}` } });
    return ((await answer.json()) as { exchanges: number }).exchanges;
  };
  return { origin, ca, expectUnharmed, exchanges, peacefulCount: () => answers.length + 500 };
};

const hungUp = (socket: net.Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });

describe('a hostile client', () => {
  it('that trickles: hundreds of requests that never end are ended', async () => {
    const { origin, ca, expectUnharmed, exchanges, peacefulCount } = await start();
    const clients = await Promise.all(Array.from({ length: 100 }, () => connectRaw(origin, ca)));
    for (const { write } of clients) {
      await write(greeting);
      for (let stream = 1; stream <= 9; stream += 2) {
        await write(frame(frameType.headers, flag.endHeaders, stream, fields()));
      }
    }
    let resets = 0;
    for (const { socket } of clients) {
      socket.on('data', (chunk: Buffer) => {
        // RST_STREAM of a stream of ours: length 4, type 3.
        for (let at = 0; at + 9 <= chunk.length; at += 9 + chunk.readUIntBE(at, 3)) {
          if (chunk.readUInt8(at + 3) === frameType.reset) resets += 1;
        }
      });
    }
    const trickle = setInterval(() => {
      for (const { write } of clients) {
        for (let stream = 1; stream <= 9; stream += 2) void write(frame(frameType.data, 0, stream, Buffer.from(' ')));
      }
    }, 2000);
    onTestFinished(() => clearInterval(trickle));
    await expect.poll(() => resets, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(500);
    clearInterval(trickle);
    await expectUnharmed(150);
    expect(await exchanges()).toBe(peacefulCount());
    for (const { socket } of clients) socket.destroy();
  });

  it('that sends 100 KB of headers gets no push through', async () => {
    const { origin, ca, expectUnharmed, exchanges, peacefulCount } = await start();
    for (let count = 0; count < 20; count += 1) {
      const client = await connectRaw(origin, ca);
      const block = fields(Array.from({ length: 100 }, (_, n) => [`x-${n}`, 'y'.repeat(1000)] as const));
      await client.write(greeting);
      await client.write(frame(frameType.headers, flag.endStream, 1, block.subarray(0, 16_000)));
      for (let at = 16_000; at < block.length; at += 16_000) {
        const isLast = at + 16_000 >= block.length;
        await client.write(
          frame(frameType.continuation, isLast ? flag.endHeaders : 0, 1, block.subarray(at, at + 16_000)),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      client.socket.destroy();
    }
    await expectUnharmed(100);
    expect(await exchanges()).toBe(peacefulCount());
  });

  it('whose headers never end is hung up on', async () => {
    const { origin, ca, expectUnharmed } = await start();
    const client = await connectRaw(origin, ca);
    await client.write(greeting);
    await client.write(frame(frameType.headers, 0, 1, fields()));
    let sent = 0;
    while (!client.isClosed() && sent < 64 * mebibyte) {
      const more = frame(frameType.continuation, 0, 1, hpack([['x-more', 'y'.repeat(8000)]]));
      await client.write(more);
      sent += more.length;
    }
    expect(client.isClosed()).toBe(true);
    await expectUnharmed(100);
  });

  it('that opens and resets streams as fast as it can is bounded', async () => {
    const { origin, ca, expectUnharmed, exchanges, peacefulCount } = await start();
    const block = fields();
    const cancel = Buffer.of(0, 0, 0, 8);
    for (let round = 0; round < 5; round += 1) {
      const client = await connectRaw(origin, ca);
      await client.write(greeting);
      let stream = 1;
      for (; stream < 40_000 && !client.isClosed(); stream += 2) {
        await client.write(
          Buffer.concat([
            frame(frameType.headers, flag.endHeaders, stream, block),
            frame(frameType.reset, 0, stream, cancel),
          ]),
        );
      }
      expect(client.isClosed()).toBe(true);
    }
    await expectUnharmed(150);
    expect(await exchanges()).toBe(peacefulCount());
  });

  it('with a body of 100 MB gets 413, and memory does not see it', async () => {
    const { origin, ca, expectUnharmed } = await start();
    const session = await connectApns(origin, ca);
    const { status } = await pushOnce(session, valid, Buffer.alloc(100 * mebibyte, 0x20));
    expect(status).toBe(413);
    session.destroy();
    await expectUnharmed(100);
  });

  it('that sends bytes that are no UTF-8, in body, path and headers, gets answers of the table', async () => {
    const { origin, ca, expectUnharmed } = await start();
    const session = await connectApns(origin, ca);
    const bytes = Buffer.from([0x22, 0xff, 0xfe, 0xc3, 0x28, 0x22]);
    expect((await pushOnce(session, valid, bytes)).status).toBe(400);
    expect((await pushOnce(session, { ...valid, 'apns-collapse-id': '\u00ff\u00fe' }, body)).status).toBe(200);
    expect((await pushOnce(session, { ...valid, ':path': '/3/device/%ff%fe' }, body)).status).toBe(400);
    session.destroy();
    const raw = await connectRaw(origin, ca);
    await raw.write(greeting);
    await raw.write(frame(frameType.headers, flag.endHeaders | flag.endStream, 1, fields([['x', bytes]])));
    await new Promise((resolve) => setTimeout(resolve, 200));
    raw.socket.destroy();
    await expectUnharmed(100);
  });

  it.each([
    ['plain text', 'hello\r\n'],
    ['plain HTTP/1.1', 'POST /3/device/aa HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}'],
    ['plain HTTP/2', greeting.toString('latin1')],
    ['half a TLS handshake', '\u0016\u0003\u0001\u0002\u0000'],
  ])('that speaks %s on the TLS port is hung up on', async (_what, words) => {
    const { origin, expectUnharmed } = await start();
    const sockets = Array.from({ length: 300 }, () => {
      const socket = net.connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(words, 'latin1'));
      socket.on('error', () => undefined);
      socket.resume();
      return socket;
    });
    if (words.startsWith('\u0016')) await new Promise((resolve) => setTimeout(resolve, 500));
    else await Promise.all(sockets.map((socket) => hungUp(socket)));
    await expectUnharmed(100);
    for (const socket of sockets) socket.destroy();
  });
});
