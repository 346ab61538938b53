/**
 * One HTTP/2 connection to one origin as one identity (RFC 9113, the client's half). It knows of every request whether the server
 * can have acted on it, which is what sending again depends on. Why not node:http2: docs/decisions/0013-own-http2-client.md.
 */
import type { WireRequest } from '../../vendors/vendor.ts';
import type { Clock } from '../clock.ts';
import type { Connected } from '../connect.ts';
import { OutboundError } from '../types.ts';
import {
  errorCode,
  errorName,
  flag,
  FrameReader,
  frameType,
  ProtocolError,
  setting,
  unpad,
} from '../../kit/h2/frames.ts';
import { HpackDecoder } from '../../kit/h2/hpack.ts';
import { Outgoing } from './outgoing.ts';
import { OpenStream, type StreamEnd } from './stream.ts';

export interface ConnectionLimits {
  readonly requestTimeoutMs: number;
  /** Streams in flight, when the server allows more. */
  readonly maxStreams: number;
  /** After this long without a byte from the server, it is asked whether it is there. */
  readonly pingAfterMs: number;
  /** And has this long to say so. */
  readonly pingTimeoutMs: number;
  /** A connection without streams is closed after this long. */
  readonly idleMs: number;
}

/** A body longer than this is no answer to a push. Bytes. */
const maxAnswerBytes = 1024 * 1024;
const maxBlockBytes = 65_536;
/** Received bytes after which the server's window is opened again. */
const windowStep = 32_768;
const largestStreamId = 0x7f_ff_ff_ff;

interface Goaway {
  readonly code: number;
  /** Streams above this one were not processed. It only ever falls. */
  readonly lastStreamId: number;
  readonly debug: string;
}

export class H2Connection {
  readonly setup: Connected;
  readonly #authority: string;
  readonly #limits: ConnectionLimits;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #out: Outgoing;
  readonly #decoder = new HpackDecoder();
  readonly #reader = new FrameReader((type, flags, id, payload) => this.#frame(type, flags, id, payload));
  /** In the order they were opened, which is also the order of their deadlines. */
  readonly #streams = new Map<number, OpenStream>();
  readonly #stopWatch: () => void;
  #opening: ((error: OutboundError | null) => void) | null;
  #nextId = 1;
  #block: { readonly stream: number; readonly flags: number; readonly parts: Buffer[]; bytes: number } | null = null;
  #allowed = Number.POSITIVE_INFINITY;
  #received = 0;
  #lastReadAt: number;
  #pingedAt: number | null = null;
  #idleSince: number;
  #goaway: Goaway | null = null;
  #broken = '';
  #isRetired = false;
  #isEnded = false;
  /** Answers so far. A connection that ended without one counts as a connect that failed. */
  answers = 0;

  private constructor(
    origin: URL,
    setup: Connected,
    limits: ConnectionLimits,
    clock: Clock,
    onChange: () => void,
    opening: (error: OutboundError | null) => void,
  ) {
    this.setup = setup;
    this.#authority = origin.host;
    this.#limits = limits;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#opening = opening;
    this.#lastReadAt = this.#idleSince = clock.now();
    this.#out = new Outgoing(setup.socket, clock);
    setup.socket.on('data', (chunk: Buffer) => this.#read(chunk));
    setup.socket.on('error', (error) => this.#end(error.message));
    setup.socket.on('end', () => this.#end(''));
    setup.socket.on('close', () => this.#end(''));
    this.#stopWatch = clock.every(watchMs(limits), () => this.#watch());
  }

  /**
   * Takes over a connected socket and waits for the server's first SETTINGS, which say how many streams it takes. Rejects with
   * OutboundError. `onChange` is called when a stream became free and when the connection takes no more requests.
   */
  static async open(
    origin: URL,
    setup: Connected,
    limits: ConnectionLimits & { readonly connectTimeoutMs: number },
    clock: Clock,
    onChange: () => void,
  ): Promise<H2Connection> {
    const opened = Promise.withResolvers<null>();
    const connection = new H2Connection(origin, setup, limits, clock, onChange, (error) =>
      error ? opened.reject(error) : opened.resolve(null),
    );
    const late = new OutboundError('connect-timeout', `no SETTINGS within ${limits.connectTimeoutMs} ms`);
    const stop = clock.after(limits.connectTimeoutMs, () => opened.reject(late));
    try {
      await opened.promise;
      setup.socket.unref();
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    } finally {
      stop();
    }
  }

  get inFlight(): number {
    return this.#streams.size;
  }

  /** Does it take requests at all, now or when others are done? */
  get usable(): boolean {
    return !this.#isEnded && !this.#isRetired && this.#goaway === null && this.#nextId < largestStreamId;
  }

  /** How many streams it may hold, as far as the server and our settings go. */
  get limit(): number {
    return Math.min(this.#allowed, this.#limits.maxStreams);
  }

  /** Sends a request; `end` is called once, and not before this returns. Only while `usable`; the caller keeps to `limit`. */
  send(request: WireRequest, end: (result: StreamEnd) => void): OpenStream {
    if (this.#streams.size === 0) this.setup.socket.ref();
    const stream = new OpenStream(this.#nextId, request.body, this.#out.streamWindow, this.#clock.now(), end);
    this.#nextId += 2;
    this.#streams.set(stream.id, stream);
    this.#out.request(stream, [
      [':method', request.method],
      [':scheme', 'https'],
      [':authority', this.#authority],
      [':path', request.path],
      ...request.headers,
    ]);
    return stream;
  }

  /** Gives one request up. Whether the server acts on it is not known. */
  cancel(stream: OpenStream, error: OutboundError): void {
    if (!this.#streams.has(stream.id)) return;
    this.#out.reset(stream, errorCode.cancel);
    this.#finish(stream, { kind: stream.sentAt === null ? 'unprocessed' : 'unknown', error });
  }

  /** Takes no new requests; closes when those under way are done. */
  retire(): void {
    this.#isRetired = true;
    this.#onChange();
    this.#closeWhenDone();
  }

  /** Ends it at once. */
  destroy(): void {
    this.#end('closed by us');
    this.setup.socket.destroy();
  }

  #finish(stream: OpenStream, result: StreamEnd): void {
    this.#streams.delete(stream.id);
    this.#out.forget(stream);
    stream.finish(result);
    if (this.#streams.size === 0) {
      this.#idleSince = this.#clock.now();
      if (!this.#isEnded) this.setup.socket.unref();
      this.#closeWhenDone();
    }
    this.#onChange();
  }

  #closeWhenDone(): void {
    if (this.#streams.size > 0 || this.usable || this.#isEnded) return;
    this.#out.end(errorCode.none);
    this.#end('');
  }

  /** The socket is gone, or will be: nothing more comes. */
  #end(why: string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#stopWatch();
    if (why !== '' && this.#broken === '') this.#broken = why;
    this.#opening?.(this.lost(false));
    this.#opening = null;
    for (const stream of this.#streams.values()) {
      const isSeen = stream.sentAt !== null;
      this.#finish(stream, { kind: isSeen ? 'unknown' : 'unprocessed', error: this.lost(isSeen) });
    }
    this.#onChange();
  }

  /** Why it takes no more requests; `isSeen`: of a request that the server may have acted on. */
  lost(isSeen: boolean): OutboundError {
    const said = this.#goaway;
    const debug = said?.debug ? `: ${said.debug}` : '';
    const goaway = said ? `the server said GOAWAY (${errorName(said.code)})${debug}` : '';
    if (said && !isSeen) return new OutboundError('goaway', goaway, said.debug);
    const because = [goaway, this.#broken].filter((one) => one !== '').join('; ');
    const message = `the connection closed before the answer${because === '' ? '' : ` (${because})`}`;
    return new OutboundError('connection-lost', message, said?.debug ?? null);
  }

  /** Looks after deadlines and silence. One timer for the whole connection. */
  #watch(): void {
    const now = this.#clock.now();
    const { requestTimeoutMs, pingAfterMs, pingTimeoutMs, idleMs } = this.#limits;
    if (this.#pingedAt !== null && now - this.#pingedAt >= pingTimeoutMs) {
      this.#broken = `no answer to a PING within ${pingTimeoutMs} ms`;
      this.destroy();
      return;
    }
    for (const stream of this.#streams.values()) {
      if (now - stream.startedAt < requestTimeoutMs) break;
      this.cancel(stream, new OutboundError('timeout', `no answer within ${requestTimeoutMs} ms`));
      // A server that does not answer one request may be gone altogether.
      this.#ping(now);
    }
    if (now - this.#lastReadAt >= pingAfterMs) this.#ping(now);
    if (this.#streams.size === 0 && now - this.#idleSince >= idleMs) this.retire();
  }

  #ping(now: number): void {
    if (this.#pingedAt !== null || this.#isEnded) return;
    this.#pingedAt = now;
    this.#out.ping();
  }

  #read(chunk: Buffer): void {
    if (this.#isEnded) return;
    this.#lastReadAt = this.#clock.now();
    try {
      this.#reader.push(chunk);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#broken = `the server broke the protocol: ${error.message}`;
      this.#out.end(error.code);
      this.destroy();
    }
  }

  #frame(type: number, flags: number, id: number, payload: Buffer): void {
    if (this.#isEnded) return;
    if (this.#block && (type !== frameType.continuation || id !== this.#block.stream)) {
      throw new ProtocolError(errorCode.protocol, 'another frame inside a header block');
    }
    if (this.#opening && type !== frameType.settings) {
      throw new ProtocolError(errorCode.protocol, `frame ${type} before SETTINGS`);
    }
    if (type === frameType.data) this.#data(id, flags, payload);
    else if (type === frameType.headers) this.#headers(id, flags, unpad(payload, flags, true));
    else if (type === frameType.continuation) this.#continued(flags, payload);
    else if (type === frameType.rstStream) this.#wasReset(id, numberAt(payload, 0));
    else if (type === frameType.settings) this.#settings(flags, payload);
    else if (type === frameType.pushPromise)
      throw new ProtocolError(errorCode.protocol, 'a push that was switched off');
    else if (type === frameType.ping) this.#pinged(flags, payload);
    else if (type === frameType.goaway) this.#wentAway(payload);
    else if (type === frameType.windowUpdate) this.#windowOpened(id, numberAt(payload, 0));
    // PRIORITY and frames nobody has heard of mean nothing to a client.
  }

  #data(id: number, flags: number, payload: Buffer): void {
    this.#received += payload.length;
    if (this.#received >= windowStep) {
      this.#out.openWindow(0, this.#received);
      this.#received = 0;
    }
    const stream = this.#streams.get(id);
    if (!stream) return;
    stream.add(unpad(payload, flags, false));
    if (stream.received > maxAnswerBytes) {
      this.cancel(stream, new OutboundError('stream-reset', `an answer of more than ${maxAnswerBytes} bytes`));
    } else if (flags & flag.endStream) {
      this.#answered(stream);
    } else if (payload.length > 0) {
      this.#out.openWindow(id, payload.length);
    }
  }

  #headers(id: number, flags: number, block: Buffer): void {
    if (flags & flag.endHeaders) {
      this.#fields(id, flags, block);
      return;
    }
    this.#block = { stream: id, flags, parts: [Buffer.from(block)], bytes: block.length };
  }

  #continued(flags: number, payload: Buffer): void {
    const block = this.#block;
    if (!block) throw new ProtocolError(errorCode.protocol, 'CONTINUATION of nothing');
    block.parts.push(Buffer.from(payload));
    block.bytes += payload.length + 16;
    if (block.bytes > maxBlockBytes) throw new ProtocolError(errorCode.protocol, 'a header block without end');
    if (!(flags & flag.endHeaders)) return;
    this.#block = null;
    this.#fields(block.stream, block.flags, Buffer.concat(block.parts));
  }

  /** Decoded whoever it is for: the tables of both sides have to stay the same. */
  #fields(id: number, flags: number, block: Buffer): void {
    const fields = this.#decoder.decode(block);
    const stream = this.#streams.get(id);
    if (!stream) return;
    const status = Number(fields.find(([name]) => name === ':status')?.[1] ?? Number.NaN);
    // An interim answer is followed by the real one; a block without a status is a trailer.
    if (status >= 200 && stream.status === 0) {
      stream.status = status;
      stream.headers = fields.filter(([name]) => !name.startsWith(':'));
      stream.answeredAt = this.#lastReadAt;
    }
    if (flags & flag.endStream) this.#answered(stream);
  }

  #answered(stream: OpenStream): void {
    // The server may answer before it read the whole request; it need not read the rest.
    if (stream.bodySent < stream.body.length) this.#out.reset(stream, errorCode.cancel);
    if (stream.status === 0) {
      const error = new OutboundError('stream-reset', 'the server ended the stream without an answer');
      this.#finish(stream, { kind: 'unknown', error });
      return;
    }
    this.answers += 1;
    this.#finish(stream, { kind: 'answered', response: stream.answer() });
  }

  #wasReset(id: number, code: number): void {
    const stream = this.#streams.get(id);
    if (!stream) return;
    // RFC 9113 section 8.7: a refused stream was not processed in any way.
    const refused = code === errorCode.refusedStream && stream.status === 0;
    const error = refused
      ? new OutboundError('refused', `the server refused the stream (${errorName(code)})`)
      : new OutboundError('stream-reset', `the server reset the stream (${errorName(code)})`);
    this.#finish(stream, { kind: refused ? 'unprocessed' : 'unknown', error });
  }

  #settings(flags: number, payload: Buffer): void {
    if (flags & flag.ack) return;
    if (payload.length % 6 !== 0) throw new ProtocolError(errorCode.frameSize, 'SETTINGS of a wrong length');
    for (let at = 0; at < payload.length; at += 6) {
      const id = payload.readUInt16BE(at);
      const value = payload.readUInt32BE(at + 2);
      if (id === setting.maxConcurrentStreams) this.#allowed = value;
      else this.#out.apply(id, value, this.#streams.values());
    }
    this.#out.acknowledgeSettings();
    this.#opening?.(null);
    this.#opening = null;
    this.#onChange();
  }

  #pinged(flags: number, payload: Buffer): void {
    if (flags & flag.ack) this.#pingedAt = null;
    else this.#out.pong(payload);
  }

  /** Streams above the last one named were not processed; those up to it may still be answered. */
  #wentAway(payload: Buffer): void {
    const last = numberAt(payload, 0) & largestStreamId;
    const said = this.#goaway;
    this.#goaway = {
      code: numberAt(payload, 4),
      lastStreamId: Math.min(last, said?.lastStreamId ?? last),
      // A second one with nothing in it often follows when the connection closes; what the first said is what counts.
      debug: payload.toString('utf8', 8) || (said?.debug ?? ''),
    };
    for (const stream of this.#streams.values()) {
      if (stream.id > this.#goaway.lastStreamId) this.#finish(stream, { kind: 'unprocessed', error: this.lost(false) });
    }
    this.#closeWhenDone();
    this.#onChange();
  }

  #windowOpened(id: number, by: number): void {
    const stream = this.#streams.get(id);
    if (id === 0 || stream) this.#out.opened(by & largestStreamId, stream ?? null);
  }
}

const numberAt = (payload: Buffer, at: number): number => {
  if (payload.length < at + 4) throw new ProtocolError(errorCode.frameSize, 'a frame that is too short');
  return payload.readUInt32BE(at);
};

const watchMs = ({ requestTimeoutMs, pingAfterMs, pingTimeoutMs, idleMs }: ConnectionLimits): number =>
  Math.max(5, Math.min(250, Math.min(requestTimeoutMs, pingAfterMs, pingTimeoutMs, idleMs) / 4));
