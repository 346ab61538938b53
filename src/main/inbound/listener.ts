import { createHash } from 'node:crypto';
import type http from 'node:http';
import http2 from 'node:http2';
import type net from 'node:net';
import type tls from 'node:tls';
import type { Fault, HeaderList, VendorId } from '../../shared/contract/index.ts';
import type { Capture, GatewayAnswer, GatewayInput } from '../vendors/vendor.ts';
import { applyFault, endingOf, memoryAfter, type Faulted } from './apply-fault.ts';
import { chooseDead, tellDead, withDead } from './dead-tokens.ts';
import { Door } from './door.ts';
import { decideInMode } from './modes.ts';
import { readOldProtocol } from './no-http.ts';
import { describePeer, type Described } from './peer.ts';
import { Turns } from './turns.ts';
import type { Answerer, GatewaySpec, InboundOptions, RawRequest } from './types.ts';

/** What is remembered of one connection: who is at the other end, and the gateway's own state. */
interface Link extends Described {
  state: unknown;
  /** A fault made it half-open: nothing is said on it any more. */
  isSilent: boolean;
}

/** A request has to be here whole after this long, however lively its bytes trickle in. Milliseconds. */
const requestMs = 30_000;

/** Milliseconds between a GOAWAY and the cut, so that the frame gets out. */
const lingerMs = 20;

/** Requests decided in one turn of the event loop. */
const mostPerTurn = 32;

type Incoming = http2.ServerHttp2Stream | http.IncomingMessage;

/** One vendor's gateway on one port. */
export class Listener {
  readonly vendor: VendorId;
  readonly #spec: GatewaySpec;
  readonly #options: InboundOptions;
  readonly #door: Door;
  /** Connections that speak an old protocol and are being read. */
  readonly #oldOnes = new WeakSet<object>();
  readonly #links = new WeakMap<object, Link>();
  readonly #turns = new Turns(mostPerTurn);
  /** SETTINGS_MAX_CONCURRENT_STREAMS as last sent, also before the client acknowledged it. */
  readonly #streamsAsked = new WeakMap<http2.Http2Session, number>();
  readonly #mostHeaderBytes: number;
  /** Requests that are not here whole, with when they began. Looked over now and then: a timer for each would cost every push. */
  readonly #reading = new Map<Incoming, number>();
  #lookingOver: NodeJS.Timeout | null = null;
  #memory: unknown;
  #port = 0;

  constructor(spec: GatewaySpec, options: InboundOptions) {
    this.vendor = spec.vendor;
    this.#spec = spec;
    this.#options = options;
    this.#memory = spec.part.newMemory();
    this.#mostHeaderBytes = this.#firstSettings(null)['maxHeaderListSize'] ?? usualHeaderBytes;
    this.#door = new Door(spec.part, options.tls, {
      firstSettings: () => this.#firstSettings(null),
      session: (session, socket) => this.#greet(session, socket),
      stream: (stream, headers, rawHeaders) => this.#onStream(stream, headers, rawHeaders),
      request: (request, response) => this.#onRequest(request, response),
      refused: (reason) => options.log(`${spec.vendor} gateway: connection refused: ${reason}`),
      noHttp: (socket, first) => this.#onNoHttp(socket, first),
    });
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  /** Listens; `moved` is true when the wanted port was taken and another one was found. */
  async open(): Promise<{ moved: boolean }> {
    const { port, listen } = this.#options;
    this.#lookingOver = setInterval(() => this.#endSlowOnes(), requestMs / 10);
    this.#lookingOver.unref();
    const wanted = port ?? this.#spec.part.defaultPort;
    try {
      this.#port = await this.#door.listen(wanted, listen);
      return { moved: false };
    } catch (error) {
      if (port !== null || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
      this.#port = await this.#door.listen(0, listen);
      return { moved: true };
    }
  }

  close(): Promise<void> {
    if (this.#lookingOver) clearInterval(this.#lookingOver);
    return this.#door.close();
  }

  #endSlowOnes(): void {
    const nowMs = performance.now();
    for (const [stream, startedAt] of this.#reading) {
      if (!stream.destroyed && nowMs - startedAt < requestMs) continue;
      this.#reading.delete(stream);
      stream.destroy();
    }
  }

  #greet(session: http2.ServerHttp2Session, socket: net.Socket | tls.TLSSocket): void {
    const { certificate, peer } = this.#linkOf(session, socket);
    if (certificate) session.settings(this.#firstSettings(certificate));
    const { idleGoaway } = this.#spec.part;
    const { idleSeconds } = this.#options.settings(this.vendor);
    if (idleGoaway === undefined || idleSeconds === 0) return;
    const idleMs = idleSeconds * 1000;
    // Node begins the time anew with every request, but not with a PING.
    session.on('ping', () => session.setTimeout(idleMs));
    session.setTimeout(idleMs, () => {
      this.#options.log(`${this.vendor} gateway: a connection was closed, because nothing came for ${idleSeconds} s`);
      this.#leave(session, peer.address, 0, idleGoaway);
    });
  }

  #firstSettings(clientCertificate: Uint8Array | null): Readonly<Record<string, number>> {
    const { mode } = this.#options.settings(this.vendor);
    return this.#spec.part.firstSettings({ clientCertificate, mode: mode === 'strict' ? mode : 'known' });
  }

  /**
   * Ends a connection with a GOAWAY, and cuts it once that got out. Destroying the session would send a second GOAWAY without words.
   * Last stream 0 becomes the newest stream: http2 knows no other way.
   */
  #leave(session: http2.Http2Session, address: string, errorCode: number, debug: string, lastStreamId = 0): void {
    if (session.destroyed) return;
    session.goaway(errorCode, lastStreamId, Buffer.from(debug));
    this.#door.cutSoon(address, lingerMs);
  }

  #linkOf(key: object, socket: net.Socket | tls.TLSSocket): Link {
    let link = this.#links.get(key);
    if (!link) {
      link = { ...describePeer(socket), state: this.#spec.part.newConnection(), isSilent: false };
      this.#links.set(key, link);
    }
    return link;
  }

  #onStream(stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders, rawHeaders: readonly string[]): void {
    const { session } = stream;
    if (!session) return;
    const startedAt = performance.now();
    const link = this.#linkOf(session, session.socket);
    stream.on('error', () => undefined);
    if (headerBytes(rawHeaders) > this.#mostHeaderBytes) {
      this.#options.log(
        `${this.vendor} gateway: a request was refused, because its headers are longer than SETTINGS allow`,
      );
      stream.respond({ ':status': headersTooLarge }, { endStream: true });
      stream.close(http2.constants.NGHTTP2_NO_ERROR);
      return;
    }
    readBody(stream, this.#spec.part.maxBodyBytes, this.#reading, (body) => {
      const request: RawRequest = {
        method: headers[':method'] ?? '',
        path: headers[':path'] ?? '',
        authority: headers[':authority'] ?? '',
        headers: pairs(rawHeaders).filter(([name]) => !name.startsWith(':')),
        body,
        httpVersion: '2',
        startedAt,
      };
      this.#turns.take(() => void this.#serve(request, link, this.#streamAnswerer(stream, session, link.peer.address)));
    });
  }

  #streamAnswerer(stream: http2.ServerHttp2Stream, session: http2.Http2Session, address: string): Answerer {
    return {
      reply: (status, list, body) => {
        if (stream.destroyed || stream.closed) return;
        const headers: http2.OutgoingHttpHeaders = { ':status': status };
        for (const [name, value] of list) headers[name] = value;
        // An answer without a body is one frame; one with a body is HEADERS and a single DATA frame, in the same tick.
        stream.respond(headers, { endStream: body.length === 0 });
        if (body.length > 0) stream.end(body);
      },
      goaway: (errorCode, lastStreamId, debug) => {
        const isBefore = lastStreamId === 'before-this';
        // Streams that clients open have odd numbers. The first has none before it that a GOAWAY could name, so it is refused too.
        const last = isBefore ? Math.max((stream.id ?? 0) - 2, 0) : lastStreamId;
        if (isBefore) stream.close(http2.constants.NGHTTP2_REFUSED_STREAM);
        this.#leave(session, address, errorCode, debug, last);
      },
      // Destroying the session would still send a GOAWAY.
      drop: () => this.#door.cut(address),
      silence: () => this.#door.silence(address),
      settings: (maxConcurrentStreams) => {
        // Many answers in one turn may ask for the same; the client has to acknowledge each SETTINGS frame.
        if (session.destroyed || this.#streamsAsked.get(session) === maxConcurrentStreams) return;
        this.#streamsAsked.set(session, maxConcurrentStreams);
        session.settings({ maxConcurrentStreams });
      },
    };
  }

  #onRequest(request: http.IncomingMessage, response: http.ServerResponse): void {
    const startedAt = performance.now();
    const link = this.#linkOf(request.socket, request.socket);
    readBody(request, this.#spec.part.maxBodyBytes, this.#reading, (body) => {
      const raw: RawRequest = {
        method: request.method ?? '',
        path: request.url ?? '',
        authority: request.headers.host ?? '',
        headers: pairs(request.rawHeaders),
        body,
        httpVersion: '1.1',
        startedAt,
      };
      void this.#serve(raw, link, {
        reply: (status, list, bytes) => {
          response.sendDate = false;
          response.writeHead(status, [...list, ['content-length', String(bytes.length)]].flat());
          response.end(bytes);
        },
        goaway: () => request.socket.destroy(),
        drop: () => request.socket.destroy(),
        silence: () => this.#door.silence(link.peer.address),
        settings: () => undefined,
      });
    });
  }

  /** A protocol that the vendor had once is recorded with its verdict; anything else is cut. */
  #onNoHttp(socket: net.Socket | tls.TLSSocket, first: Uint8Array | null): boolean {
    const { part } = this.#spec;
    // The HTTP parser reports every further piece of what it could not read; who reads the connection has them already.
    if (this.#oldOnes.has(socket)) return true;
    if (!part.oldProtocol || (first && part.oldProtocol(first) === null)) return false;
    this.#oldOnes.add(socket);
    const startedAt = performance.now();
    const link = this.#linkOf(socket, socket);
    readOldProtocol(socket, first, part, (read) => {
      if (read === null) {
        this.#options.log(`${this.vendor} gateway: connection refused: not-http2`);
        socket.destroy();
        return;
      }
      const { name: method, body } = read;
      const drop = () => socket.destroy();
      const answerer = { reply: drop, goaway: drop, drop, silence: drop, settings: () => undefined };
      const raw: RawRequest = { method, path: '/', authority: '', headers: [], body, httpVersion: 'none', startedAt };
      void this.#serve(raw, link, answerer);
    });
    return true;
  }

  async #serve(request: RawRequest, link: Link, answerer: Answerer): Promise<void> {
    const { vendor } = this.#spec;
    if (link.isSilent) return;
    const atMs = this.#options.now();
    const capture: Capture = {
      method: request.method,
      path: request.path,
      host: request.authority.replace(/:\d+$/, ''),
      headers: request.headers,
      body: request.body,
      httpVersion: request.httpVersion,
      tls: link.secure,
      clientCertificate: link.certificate,
    };
    try {
      const { answer, ending, delayMs } = this.#decide(capture, link, atMs);
      const tookMs = performance.now() - request.startedAt;
      const origin = `${link.secure ? 'https' : 'http'}://${request.authority || `127.0.0.1:${this.#port}`}`;
      await this.#options.record({ vendor, capture, answer, origin, atMs, tookMs, peer: link.peer, ending });
      if (delayMs > 0) await passed(delayMs);
      if (ending === 'silent') link.isSilent = true;
      if (link.isSilent) {
        answerer.silence();
        return;
      }
      if (ending === 'dropped') {
        answerer.drop();
        return;
      }
      for (const effect of answer.effects) {
        if (effect.kind === 'goaway') answerer.goaway(effect.errorCode, effect.lastStreamId, effect.debug);
        else answerer.settings(effect.maxConcurrentStreams);
      }
      if (ending === 'replied') answerer.reply(answer.reply.status, answer.reply.headers, answer.reply.body);
    } catch (error) {
      // Not stored means not accepted: the client is told to come back, and nothing is lost in silence.
      this.#options.log(`${vendor} gateway: ${error instanceof Error ? error.message : String(error)}`);
      const later = this.#spec.part.unavailable();
      answerer.reply(later.status, later.headers, later.body);
    }
  }

  /** What the vendor would answer, and what a fault in force makes of it. */
  #decide(capture: Capture, link: Link, atMs: number): Faulted & { readonly delayMs: number } {
    const { part, vendor } = this.#spec;
    const input: GatewayInput<unknown, unknown> = {
      capture,
      connection: link.state,
      memory: this.#memory,
      registry: this.#options.registry(),
      settings: this.#options.settings(vendor),
      nowMs: atMs,
      newId: this.#options.uuid,
    };
    const decided = decideInMode(this.#spec, input);
    if (capture.httpVersion === 'none') return { answer: decided, ending: 'dropped', delayMs: 0 };
    const fault = this.#faultFor(capture, decided);
    const answer = fault?.action.kind === 'dead-tokens' ? this.#decideDead(input, decided, fault.action) : decided;
    link.state = answer.connection;
    this.#memory = fault ? memoryAfter(part, fault, capture, answer.memory) : answer.memory;
    if (!fault) return { answer, ending: endingOf(answer), delayMs: 0 };
    return { ...applyFault(part, answer, fault, atMs), delayMs: fault.delayMs };
  }

  #faultFor(capture: Capture, { kind, targets }: GatewayAnswer<unknown, unknown>): Fault | null {
    const { vendor, part } = this.#spec;
    const { faults } = this.#options;
    if (faults.of(vendor).length === 0) return null;
    const shown = part.accessToken?.shownIn(capture) ?? null;
    return faults.take(vendor, {
      kind,
      tokens: targets.map((target) => target.token),
      shown: shown === null ? null : createHash('sha256').update(shown).digest('base64url'),
    });
  }

  /** Decided once more, by a registry in which some of the tokens are dead, so that the answer is the vendor's own. */
  #decideDead(
    input: GatewayInput<unknown, unknown>,
    decided: GatewayAnswer<unknown, unknown>,
    { percent }: { readonly percent: number },
  ): GatewayAnswer<unknown, unknown> {
    const tokens = decided.targets.map(({ token }) => token);
    const dead = chooseDead(tokens, percent, this.#options.random);
    if (dead.length === 0) return decided;
    const registry = withDead(input.registry, dead, input.nowMs);
    return tellDead(decideInMode(this.#spec, { ...input, registry }), dead.length);
  }
}

const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Reads up to `limit` bytes and one chunk more, so that a gateway sees that it is too long; the rest is thrown away. A body that is not
 * complete in time ends its stream, so that somebody who opens thousands and never finishes one holds nothing.
 */
const readBody = (
  stream: Incoming,
  limit: number,
  reading: Map<Incoming, number>,
  done: (body: Uint8Array) => void,
): void => {
  const chunks: Buffer[] = [];
  reading.set(stream, performance.now());
  let length = 0;
  stream.on('data', (chunk: Buffer) => {
    if (length <= limit) chunks.push(chunk);
    length += chunk.length;
  });
  stream.on('end', () => {
    reading.delete(stream);
    // HTTP/2 streams end also when they are reset or cut in the middle. What came until then is no request.
    if (stream.destroyed || ('rstCode' in stream && (stream.rstCode !== 0 || stream.aborted))) return;
    done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
};

const headersTooLarge = 431;
/** Where a gateway does not say how much it takes. */
const usualHeaderBytes = 65_536;

/** Size of a header list as HTTP/2 counts it: 32 bytes for each field beside its name and value. Node lets longer ones through. */
const headerBytes = (raw: readonly string[]): number => {
  let bytes = raw.length * 16;
  for (const text of raw) bytes += text.length;
  return bytes;
};

const pairs = (raw: readonly string[]): HeaderList => {
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) list.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return list;
};
