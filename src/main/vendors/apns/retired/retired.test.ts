import { describe, expect, it } from 'vitest';
import { oldProtocol, readRetired } from './index.ts';
import { readFrames } from './frames.ts';

const token = Buffer.alloc(32, 0xab);
const payload = Buffer.from('{"aps":{"alert":{"title":"Denny","body":"Lunch?"}}}');
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const sized = (bytes: Buffer): Buffer => Buffer.concat([u16(bytes.length), bytes]);
const simple = Buffer.concat([Buffer.from([0]), sized(token), sized(payload)]);
const enhanced = Buffer.concat([Buffer.from([1]), u32(7), u32(1_700_000_000), sized(token), sized(payload)]);
const item = (id: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([id]), sized(bytes)]);
const items = Buffer.concat([
  item(1, token),
  item(2, payload),
  item(3, u32(9)),
  item(4, u32(1_700_000_001)),
  item(5, Buffer.from([5])),
]);
const framed = Buffer.concat([Buffer.from([2]), u32(items.length), items]);
const request = (body: Uint8Array) => ({ method: 'BINARY', path: '/', headers: [], body });

describe('apns: the binary protocol', () => {
  it.each([
    ['0', simple, { priority: '10' }],
    ['1', enhanced, { priority: '10', expiration: '1700000000' }],
    ['2', framed, { priority: '5', expiration: '1700000001' }],
  ])('command %s becomes a request of today', (_command, bytes, options) => {
    const read = readRetired(request(bytes));
    expect(read?.pushes).toEqual([
      {
        draft: { payload: payload.toString(), options: { pushType: 'alert', ...options } },
        tokens: [token.toString('hex')],
        title: 'Denny',
        body: 'Lunch?',
      },
    ]);
  });
  it('reads several, and says so', () => {
    const read = readRetired(request(Buffer.concat([simple, enhanced, framed])));
    expect(read?.pushes).toHaveLength(3);
    expect(read?.notes).toContainEqual({ id: 'apns.retired.one-each', params: { count: 3 } });
  });
  it('makes a background push of one without an alert', () => {
    const silent = Buffer.from('{"aps":{"content-available":1}}');
    const [push] = readRetired(request(Buffer.concat([Buffer.from([0]), sized(token), sized(silent)])))?.pushes ?? [];
    expect(push?.draft.options).toEqual({ pushType: 'background', priority: '5' });
  });
  it('waits for what is missing, and takes nothing else for it', () => {
    for (let length = 1; length < framed.length; length += 1) {
      expect(oldProtocol(framed.subarray(0, length))).toMatchObject({ isWhole: false });
    }
    expect(oldProtocol(framed)).toMatchObject({ name: 'BINARY', isWhole: true });
    expect(oldProtocol(Buffer.from('POST /3/device/'))).toBeNull();
    expect(oldProtocol(Buffer.from([8, 0]))).toBeNull();
    expect(readFrames(Buffer.concat([simple, Buffer.from('rubbish')]))?.pushes).toHaveLength(1);
  });
});
