/** The request form of firebase-admin's `sendEach`, byte by byte on a raw socket: `:scheme` is `https:`. */
import { expect, it, onTestFinished } from 'vitest';
import type { VendorId } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { connectRaw, flag, frame, frameType, greeting, hpack } from '../support/h2-frames.ts';
import { vendorCase } from '../support/nine-vendors.ts';

/** Sends one push with this scheme; resolves with the types of the frames on its stream, until it ends. */
const framesFor = async (app: RunningApp, id: VendorId, scheme: string): Promise<number[]> => {
  const { gateways } = await app.client.gateways.list();
  const origin = gateways.find(({ vendor }) => vendor === id)?.origin ?? '';
  const { socket, write } = await connectRaw(origin, app.caPem);
  onTestFinished(() => void socket.destroy());
  const request = vendorCase(id).request(1, Date.now());
  const types: number[] = [];
  const ended = new Promise<void>((resolve) => {
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 9 && bytes.length >= 9 + bytes.readUIntBE(0, 3)) {
        const type = bytes[3] ?? 0;
        if (bytes.readUInt32BE(5) === 1) types.push(type);
        const isEnd = type === frameType.reset || (bytes[4] ?? 0) % 2 === 1;
        if (bytes.readUInt32BE(5) === 1 && isEnd) resolve();
        bytes = bytes.subarray(9 + bytes.readUIntBE(0, 3));
      }
    });
    socket.on('close', () => resolve());
  });
  const fields: [string, string][] = [
    [':method', request.method],
    [':scheme', scheme],
    [':authority', 'fcm.googleapis.com'],
    [':path', request.path],
    ...request.headers,
  ];
  await write(
    Buffer.concat([
      greeting,
      frame(frameType.headers, flag.endHeaders, 1, hpack(fields)),
      frame(frameType.data, flag.endStream, 1, request.body),
    ]),
  );
  await ended;
  return types;
};

it('is served by the FCM gateway, with the colon and without', async () => {
  const app = await startApp();
  for (const scheme of ['https:', 'https'])
    expect(await framesFor(app, 'fcm', scheme)).toEqual([frameType.headers, frameType.data]);
  const { items } = await app.client.exchanges.list({ limit: 5 });
  expect(items.map(({ vendor, outcome }) => [vendor, outcome])).toEqual([
    ['fcm', 'accepted'],
    ['fcm', 'accepted'],
  ]);
  const detail = await app.client.exchanges.get({ id: items[0]?.id ?? '' });
  expect(detail.peer).toMatchObject({ alpn: 'h2', tlsVersion: 'TLSv1.3' });
});

it('is reset by a gateway whose vendor does not take it', async () => {
  const app = await startApp();
  expect(await framesFor(app, 'huawei', 'https:')).toEqual([frameType.reset]);
});
