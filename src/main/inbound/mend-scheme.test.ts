import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../shared/contract/index.ts';
import { flag, frameType, headBytes, preface, ProtocolError } from '../kit/h2/frames.ts';
import { HpackDecoder, HpackEncoder } from '../kit/h2/hpack.ts';
import { SchemeMender } from './mend-scheme.ts';

const frame = (type: number, flags: number, streamId: number, payload: Uint8Array): Buffer => {
  const head = Buffer.alloc(headBytes);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(streamId, 5);
  return Buffer.concat([head, payload]);
};
const settings = frame(frameType.settings, 0, 0, new Uint8Array());
const body = frame(frameType.data, flag.endStream, 1, Buffer.from('{}'));
const request = (scheme: string, more: HeaderList = []): HeaderList => [
  [':method', 'POST'],
  [':scheme', scheme],
  [':path', '/v1/x'],
  ...more,
];
const headers = (streamId: number, list: HeaderList, encoder = new HpackEncoder()): Buffer =>
  frame(frameType.headers, flag.endHeaders, streamId, Buffer.from(encoder.encode(list)));

interface Read {
  readonly type: number;
  readonly flags: number;
  readonly streamId: number;
  readonly payload: Buffer;
}
/** Frames after the client's greeting. */
const framesIn = (bytes: Buffer): Read[] => {
  expect(bytes.subarray(0, preface.length).equals(preface)).toBe(true);
  const frames: Read[] = [];
  for (let at = preface.length; at < bytes.length;) {
    const length = bytes.readUIntBE(at, 3);
    const payload = bytes.subarray(at + headBytes, at + headBytes + length);
    frames.push({ type: bytes[at + 3] ?? 0, flags: bytes[at + 4] ?? 0, streamId: bytes.readUInt32BE(at + 5), payload });
    at += headBytes + length;
  }
  return frames;
};
/** Header lists as a reader understands them that has its own table. */
const listsIn = (frames: readonly Read[]): HeaderList[] => {
  const decoder = new HpackDecoder();
  const lists: HeaderList[] = [];
  let parts: Buffer[] = [];
  for (const { type, flags, payload } of frames) {
    if (type !== frameType.headers && type !== frameType.continuation) continue;
    parts.push(payload);
    if (!(flags & flag.endHeaders)) continue;
    lists.push(decoder.decode(Buffer.concat(parts)));
    parts = [];
  }
  return lists;
};
const pass = (chunks: readonly Buffer[], mender = new SchemeMender()): Buffer =>
  Buffer.concat(chunks.map((chunk) => mender.push(chunk)));

describe('a scheme with a colon', () => {
  it('loses it, and nothing else changes', () => {
    const sent = [preface, settings, headers(1, request('https:', [['x-a', 'b']])), body];
    const frames = framesIn(pass(sent));
    expect(frames.map(({ type, streamId }) => [type, streamId])).toEqual([
      [frameType.settings, 0],
      [frameType.headers, 1],
      [frameType.data, 1],
    ]);
    expect(listsIn(frames)).toEqual([request('https', [['x-a', 'b']])]);
  });
  it('is mended in every request, also where the client names earlier headers by number', () => {
    const encoder = new HpackEncoder();
    const list = request('https:', [['authorization', 'Bearer abc']]);
    const blocks = [1, 3, 5, 7].map((streamId) => headers(streamId, list, encoder));
    expect(blocks[3]?.length).toBeLessThan(blocks[0]?.length ?? 0);
    const mended = listsIn(framesIn(pass([preface, settings, ...blocks])));
    expect(mended).toEqual(Array.from({ length: 4 }, () => request('https', [['authorization', 'Bearer abc']])));
  });
  it('is found however the bytes are cut', () => {
    const bytes = Buffer.concat([preface, settings, headers(1, request('https:')), body]);
    const whole = pass([bytes]);
    for (let size = 1; size < 40; size += 1) {
      const chunks = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      expect(pass(chunks).equals(whole)).toBe(true);
    }
  });
  it('is found in a block of several frames with padding and priority', () => {
    const block = Buffer.from(new HpackEncoder().encode(request('https:', [['x-long', 'y'.repeat(40_000)]])));
    const padded = Buffer.concat([Buffer.of(2), Buffer.alloc(5), block.subarray(0, 100), Buffer.alloc(2)]);
    const first = frame(frameType.headers, flag.padded | flag.priority | flag.endStream, 1, padded);
    const rest = [block.subarray(100, 16_000), block.subarray(16_000, 32_000), block.subarray(32_000)];
    const more = rest.map((part, index) => frame(frameType.continuation, index === 2 ? flag.endHeaders : 0, 1, part));
    const frames = framesIn(pass([preface, first, ...more]));
    expect(listsIn(frames)).toEqual([request('https', [['x-long', 'y'.repeat(40_000)]])]);
    expect(frames[0]?.flags).toBe(flag.endStream);
    expect(frames.every(({ payload }) => payload.length <= 16_384)).toBe(true);
  });
});

describe('a sound connection', () => {
  it.each(['https', 'http'])('with the scheme %s goes through byte for byte', (scheme) => {
    const encoder = new HpackEncoder();
    const sent = [preface, settings, ...[1, 3, 5].map((id) => headers(id, request(scheme), encoder)), body];
    const mender = new SchemeMender();
    expect(pass(sent, mender).equals(Buffer.concat(sent))).toBe(true);
    expect(mender.state).toBe('sound');
  });
});

describe('what is no HTTP/2', () => {
  it('ends with an error and not with a wait', () => {
    const long = Buffer.alloc(headBytes);
    long.writeUIntBE(1_000_000, 0, 3);
    expect(() => pass([preface, long])).toThrow(ProtocolError);
    const broken = frame(frameType.headers, flag.endHeaders, 1, Buffer.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
    expect(() => pass([preface, broken])).toThrow(ProtocolError);
  });
  it('and a header block without end', () => {
    const begin = frame(frameType.headers, 0, 1, Buffer.alloc(16_000));
    const more = Array.from({ length: 20 }, () => frame(frameType.continuation, 0, 1, Buffer.alloc(16_000)));
    expect(() => pass([preface, begin, ...more])).toThrow(ProtocolError);
  });
});
