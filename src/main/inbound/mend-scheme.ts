import { Duplex } from 'node:stream';
import type tls from 'node:tls';
import type { HeaderList } from '../../shared/contract/index.ts';
import {
  defaultFrameBytes,
  errorCode,
  flag,
  frameType,
  headBytes,
  preface,
  ProtocolError,
  unpad,
} from '../kit/h2/frames.ts';
import { HpackDecoder } from '../kit/h2/hpack.ts';

/** A header block in pieces longer than this altogether is an attack. Bytes. */
const maxBlockBytes = 262_144;

/** What of a connection is known so far: nothing, that it is sound, or that every header block has to be written anew. */
type State = 'unknown' | 'sound' | 'mending';

/**
 * Mends what one widespread client gets wrong: its `:scheme` ends with a colon. Some servers let that pass; the HTTP/2 of Node
 * resets every such stream. Bytes go in as the client sent them and come out as they should have been. Whether the first header
 * block has the mistake decides for the connection; where it has, every later one is decoded and written out without compression,
 * so that the reader's table stays empty.
 */
export class SchemeMender {
  readonly #decoder = new HpackDecoder();
  #state: State = 'unknown';
  #isGreeted = false;
  #rest: Buffer = Buffer.alloc(0);
  #block: { readonly flags: number; readonly streamId: number; readonly parts: Buffer[]; length: number } | null = null;
  /** Frames of the block as they came, for when nothing is wrong with it. */
  #asCame: Buffer[] = [];

  /** What can be passed on after this chunk. Throws ProtocolError. */
  push(chunk: Buffer): Buffer {
    if (this.#state === 'sound') return chunk;
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const out: Buffer[] = [];
    if (!this.#isGreeted) {
      if (bytes.length < preface.length) {
        this.#rest = bytes;
        return Buffer.alloc(0);
      }
      this.#isGreeted = true;
      out.push(bytes.subarray(0, preface.length));
      bytes = bytes.subarray(preface.length);
    }
    for (let length = frameLength(bytes); length !== null; length = frameLength(bytes)) {
      out.push(...this.#frame(bytes.subarray(0, length)));
      bytes = bytes.subarray(length);
      if (this.state === 'sound') break;
    }
    // What is left of a sound connection goes on as it is, also the beginning of a frame.
    this.#rest = this.state === 'sound' ? Buffer.alloc(0) : bytes;
    return Buffer.concat(this.state === 'sound' ? [...out, bytes] : out);
  }

  get state(): State {
    return this.#state;
  }

  #frame(frame: Buffer): Buffer[] {
    const type = frame[3] ?? 0;
    const flags = frame[4] ?? 0;
    const payload = frame.subarray(headBytes);
    const isHeaders = type === frameType.headers;
    if (!isHeaders && type !== frameType.continuation) return [frame];
    // Without the block's beginning the reader shall find the mistake itself.
    if (!isHeaders && !this.#block) return [frame];
    if (isHeaders) this.#block = { flags, streamId: frame.readUInt32BE(5) & 0x7f_ff_ff_ff, parts: [], length: 0 };
    const block = this.#block;
    if (!block) return [frame];
    this.#asCame.push(frame);
    block.parts.push(isHeaders ? unpad(payload, flags, true) : payload);
    block.length += payload.length;
    if (block.length > maxBlockBytes) throw new ProtocolError(errorCode.protocol, 'a header block without end');
    if (!(flags & flag.endHeaders)) return [];
    const asCame = this.#asCame;
    this.#asCame = [];
    this.#block = null;
    const list = this.#decoder.decode(Buffer.concat(block.parts));
    if (this.#state === 'unknown') this.#state = hasColon(list) ? 'mending' : 'sound';
    return this.#state === 'sound' ? asCame : framesOf(list.map(mend), block);
  }
}

const hasColon = (list: HeaderList): boolean => list.some(([name, value]) => name === ':scheme' && value.endsWith(':'));

const mend = ([name, value]: HeaderList[number]): HeaderList[number] =>
  name === ':scheme' && value.endsWith(':') ? [name, value.slice(0, -1)] : [name, value];

/** Bytes of the first frame, its head included; null: it is not there whole. Throws for one longer than was allowed. */
const frameLength = (bytes: Buffer): number | null => {
  if (bytes.length < headBytes) return null;
  const length = bytes.readUIntBE(0, 3);
  if (length > defaultFrameBytes) throw new ProtocolError(errorCode.frameSize, `a frame of ${length} bytes`);
  return bytes.length < headBytes + length ? null : headBytes + length;
};

/** An integer of HPACK with a prefix of seven bits. */
const lengthBytes = (length: number): Buffer => {
  if (length < 127) return Buffer.of(length);
  const bytes = [127];
  let rest = length - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
};

const textBytes = (text: string): Buffer[] => [lengthBytes(text.length), Buffer.from(text, 'latin1')];

/** Every field literal, in no table. */
const neverIndexed = Buffer.of(0x10);

const framesOf = (list: HeaderList, { flags, streamId }: { flags: number; streamId: number }): Buffer[] => {
  const block = Buffer.concat(list.flatMap(([name, value]) => [neverIndexed, ...textBytes(name), ...textBytes(value)]));
  const frames: Buffer[] = [];
  for (let at = 0; at === 0 || at < block.length; at += defaultFrameBytes) {
    const piece = block.subarray(at, at + defaultFrameBytes);
    const isLast = at + defaultFrameBytes >= block.length;
    const head = Buffer.alloc(headBytes);
    head.writeUIntBE(piece.length, 0, 3);
    head[3] = at === 0 ? frameType.headers : frameType.continuation;
    head[4] = (at === 0 ? flags & flag.endStream : 0) | (isLast ? flag.endHeaders : 0);
    head.writeUInt32BE(streamId, 5);
    frames.push(head, piece);
  }
  return frames;
};

/** The connection as an HTTP/2 server should read it; what the server writes goes out as it is. */
export const withMendedScheme = (socket: tls.TLSSocket): Duplex => {
  const mender = new SchemeMender();
  const mended = new Duplex({
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    try {
      const bytes = mender.push(chunk);
      if (bytes.length > 0 && !mended.push(bytes)) socket.pause();
    } catch {
      // No HTTP/2; there is nobody to explain it to.
      mended.destroy();
    }
  });
  socket.on('end', () => mended.push(null));
  socket.on('close', () => mended.destroy());
  socket.on('error', () => mended.destroy());
  return mended;
};
