import type { Socket } from 'node:net';
import type { HeaderList } from '../../../shared/contract/index.ts';
import type { Clock } from '../clock.ts';
import {
  defaultFrameBytes,
  defaultWindowBytes,
  errorCode,
  flag,
  frameType,
  FrameWriter,
  preface,
  ProtocolError,
  setting,
} from '../../kit/h2/frames.ts';
import { HpackEncoder } from '../../kit/h2/hpack.ts';
import type { OpenStream } from './stream.ts';

const maxWindowBytes = 0x7f_ff_ff_ff;

/** The writing half of a connection: frames are gathered during one turn of the event loop and leave in one write. */
export class Outgoing {
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #encoder = new HpackEncoder();
  readonly #writer = new FrameWriter();
  readonly #blocked = new Set<OpenStream>();
  #unsent: OpenStream[] = [];
  #isScheduled = false;
  #window = defaultWindowBytes;
  #frameBytes = defaultFrameBytes;
  /** Window of a new stream. */
  #streamWindow = defaultWindowBytes;

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    this.#writer.copy(preface);
    const { bytes, at } = this.#writer.frame(frameType.settings, 0, 0, 6);
    bytes.writeUInt16BE(setting.enablePush, at);
    bytes.writeUInt32BE(0, at + 2);
    this.#flush();
  }

  /** Window of a new stream, as the server's SETTINGS have it. */
  get streamWindow(): number {
    return this.#streamWindow;
  }

  request(stream: OpenStream, headers: HeaderList): void {
    this.#headers(stream.id, this.#encoder.encode(headers), stream.body.length === 0);
    this.#body(stream);
    this.#unsent.push(stream);
    this.#schedule();
  }

  /** One setting of the server that concerns what is sent to it. Throws ProtocolError. */
  apply(id: number, value: number, open: Iterable<OpenStream>): void {
    if (id === setting.headerTableSize) this.#encoder.allow(value);
    if (id === setting.maxFrameSize) {
      if (value < defaultFrameBytes || value > 0xff_ff_ff) throw new ProtocolError(errorCode.protocol, 'frame size');
      this.#frameBytes = value;
    }
    if (id !== setting.initialWindowSize) return;
    if (value > maxWindowBytes) throw new ProtocolError(errorCode.flowControl, 'a window too large');
    // Streams already open change by the difference, and may come to owe.
    for (const stream of open) stream.window += value - this.#streamWindow;
    this.#streamWindow = value;
    this.#unblock();
  }

  /** The server takes more: of everything when `stream` is null. Throws ProtocolError. */
  opened(by: number, stream: OpenStream | null): void {
    if (stream) stream.window += by;
    else this.#window += by;
    if ((stream ? stream.window : this.#window) > maxWindowBytes) {
      throw new ProtocolError(errorCode.flowControl, 'a window too large');
    }
    this.#unblock();
  }

  reset(stream: OpenStream, code: number): void {
    this.forget(stream);
    this.#numbers(frameType.rstStream, 0, stream.id, [code]);
  }

  forget(stream: OpenStream): void {
    this.#blocked.delete(stream);
  }

  openWindow(streamId: number, by: number): void {
    this.#numbers(frameType.windowUpdate, 0, streamId, [by]);
  }

  acknowledgeSettings(): void {
    this.#numbers(frameType.settings, flag.ack, 0, []);
  }

  ping(): void {
    this.#numbers(frameType.ping, 0, 0, [0, 0]);
  }

  pong(payload: Buffer): void {
    const { bytes, at } = this.#writer.frame(frameType.ping, flag.ack, 0, payload.length);
    payload.copy(bytes, at);
    this.#schedule();
  }

  /** Says farewell and closes once it is written. */
  end(code: number): void {
    this.#numbers(frameType.goaway, 0, 0, [0, code]);
    this.#flush();
    this.#socket.end();
  }

  #numbers(type: number, flags: number, streamId: number, values: readonly number[]): void {
    const { bytes, at } = this.#writer.frame(type, flags, streamId, values.length * 4);
    for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, at + index * 4);
    this.#schedule();
  }

  #headers(streamId: number, block: Buffer, endStream: boolean): void {
    let from = 0;
    do {
      const part = block.subarray(from, from + this.#frameBytes);
      const type = from === 0 ? frameType.headers : frameType.continuation;
      from += part.length;
      const flags = (from === block.length ? flag.endHeaders : 0) | (type === frameType.headers && endStream ? 1 : 0);
      const { bytes, at } = this.#writer.frame(type, flags, streamId, part.length);
      part.copy(bytes, at);
    } while (from < block.length);
  }

  /** As much of a body as both windows let through; the rest goes when the server opens them. */
  #body(stream: OpenStream): void {
    const { body } = stream;
    while (stream.bodySent < body.length) {
      const left = body.length - stream.bodySent;
      const size = Math.min(left, stream.window, this.#window, this.#frameBytes);
      if (size <= 0) {
        this.#blocked.add(stream);
        return;
      }
      const flags = size === left ? flag.endStream : 0;
      const { bytes, at } = this.#writer.frame(frameType.data, flags, stream.id, size);
      bytes.set(size === body.length ? body : body.subarray(stream.bodySent, stream.bodySent + size), at);
      stream.bodySent += size;
      stream.window -= size;
      this.#window -= size;
    }
    this.#blocked.delete(stream);
  }

  #unblock(): void {
    if (this.#blocked.size === 0) return;
    for (const stream of this.#blocked) this.#body(stream);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#flush();
    });
  }

  /** From here on the server may have seen what was written. */
  #flush(): void {
    if (this.#writer.length === 0 || this.#socket.destroyed || this.#socket.writableEnded) return;
    const now = this.#clock.now();
    for (const stream of this.#unsent) stream.sentAt = now;
    this.#unsent = [];
    this.#socket.write(this.#writer.take());
  }
}
