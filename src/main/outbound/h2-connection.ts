import http2 from 'node:http2';
import type { WireRequest, WireResponse } from '../vendors/vendor.ts';
import { asOutboundError, connect, type Connected } from './connect.ts';
import { OutboundError, type ClientIdentity, type OutboundSettings } from './types.ts';

export interface StreamResult {
  readonly response: WireResponse;
  readonly queueMs: number;
  readonly sendMs: number;
  readonly waitMs: number;
}

/** How long a connection may be silent before it is closed. */
const idleMs = 5 * 60_000;

/**
 * One HTTP/2 connection to one origin as one identity. Streams in flight follow what the server allows in its SETTINGS; further
 * requests wait their turn. Once the server said GOAWAY the connection takes no new requests.
 */
export class H2Connection {
  readonly #session: http2.ClientHttp2Session;
  readonly #settings: OutboundSettings;
  readonly #waiting: (() => void)[] = [];
  readonly setup: Connected;
  #inFlight = 0;
  #goaway: { code: number; debug: string } | null = null;
  #closed = false;

  private constructor(session: http2.ClientHttp2Session, setup: Connected, settings: OutboundSettings) {
    this.#session = session;
    this.#settings = settings;
    this.setup = setup;
    session.on('goaway', (code, _lastStreamId, data) => {
      const debug = data ? Buffer.from(data).toString('utf8') : '';
      // A second one with nothing in it often follows when the connection closes; what the first said is what counts.
      if (!this.#goaway || debug !== '') this.#goaway = { code, debug };
    });
    session.on('remoteSettings', () => this.#next());
    session.on('error', () => this.#end());
    session.on('close', () => this.#end());
    session.setTimeout(idleMs, () => session.close());
    session.unref();
  }

  /** Connects and waits for the server's first SETTINGS, which say how many streams it takes. */
  static async open(origin: URL, identity: ClientIdentity | null, settings: OutboundSettings): Promise<H2Connection> {
    const setup = await connect(origin, ['h2'], identity, settings);
    if (setup.alpn !== 'h2') {
      setup.socket.destroy();
      throw new OutboundError('not-http2', `the server chose ${setup.alpn ?? 'no protocol'} instead of h2`);
    }
    const session = http2.connect(origin, { createConnection: () => setup.socket, settings: { enablePush: false } });
    const connection = new H2Connection(session, setup, settings);
    await new Promise<void>((resolve, reject) => {
      session.once('remoteSettings', () => resolve());
      session.once('error', (error) => reject(asOutboundError(error)));
      session.once('close', () => reject(connection.#lost()));
    });
    return connection;
  }

  get usable(): boolean {
    return !this.#closed && this.#goaway === null && !this.#session.destroyed && !this.#session.closed;
  }

  async request(request: WireRequest, signal: AbortSignal | undefined): Promise<StreamResult> {
    const queuedAt = performance.now();
    await this.#turn(signal);
    const startedAt = performance.now();
    this.#inFlight += 1;
    this.#session.ref();
    try {
      return await this.#stream(request, signal, queuedAt, startedAt);
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#session.unref();
      this.#next();
    }
  }

  close(): void {
    this.#session.close();
  }

  destroy(): void {
    this.#session.destroy();
  }

  get #limit(): number {
    return Math.min(this.#session.remoteSettings?.maxConcurrentStreams ?? 1, this.#settings.maxStreams);
  }

  #turn(signal: AbortSignal | undefined): Promise<void> | undefined {
    if (!this.usable) throw this.#lost();
    if (this.#inFlight < this.#limit && this.#waiting.length === 0) return undefined;
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', cancel);
        if (this.usable) resolve();
        else reject(this.#lost());
      };
      const cancel = () => {
        const at = this.#waiting.indexOf(go);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(new OutboundError('cancelled', 'cancelled while waiting for a free stream'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiting.push(go);
    });
  }

  #next(): void {
    let free = this.#limit - this.#inFlight;
    while (free > 0 && this.#waiting.length > 0) {
      this.#waiting.shift()?.();
      free -= 1;
    }
  }

  #end(): void {
    this.#closed = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  #lost(): OutboundError {
    const said = this.#goaway;
    return said
      ? new OutboundError('goaway', `the server closed the connection (code ${said.code}): ${said.debug}`, said.debug)
      : new OutboundError('connection-lost', 'the connection closed before the answer');
  }

  #stream(
    request: WireRequest,
    signal: AbortSignal | undefined,
    queuedAt: number,
    startedAt: number,
  ): Promise<StreamResult> {
    return new Promise((resolve, reject) => {
      const headers: http2.OutgoingHttpHeaders = { ':method': request.method, ':path': request.path };
      for (const [name, value] of request.headers) headers[name] = value;
      const stream = this.#session.request(headers, request.body.length === 0 ? { endStream: true } : {});
      let answered: { status: number; headers: [string, string][]; at: number } | null = null;
      const chunks: Buffer[] = [];
      const timer = setTimeout(() => {
        stream.close(http2.constants.NGHTTP2_CANCEL);
        settle(new OutboundError('timeout', `no answer within ${this.#settings.requestTimeoutMs} ms`));
      }, this.#settings.requestTimeoutMs);
      const cancel = () => {
        stream.close(http2.constants.NGHTTP2_CANCEL);
        settle(new OutboundError('cancelled', 'cancelled'));
      };
      const settle = (result: StreamResult | OutboundError) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        if (result instanceof OutboundError) reject(result);
        else resolve(result);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      stream.on('response', (fields) => {
        answered = { status: Number(fields[':status']), headers: headerList(fields), at: performance.now() };
      });
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => undefined);
      stream.on('close', () => {
        if (!answered || stream.rstCode > http2.constants.NGHTTP2_NO_ERROR) {
          const reset = new OutboundError('stream-reset', `the server reset the stream (code ${stream.rstCode})`);
          settle(this.#goaway || this.#session.destroyed ? this.#lost() : reset);
          return;
        }
        const response = { status: answered.status, headers: answered.headers, body: Buffer.concat(chunks) };
        settle({ response, queueMs: startedAt - queuedAt, sendMs: sentAt - startedAt, waitMs: answered.at - sentAt });
      });
      if (request.body.length > 0) stream.end(request.body);
      const sentAt = performance.now();
    });
  }
}

const headerList = (fields: http2.IncomingHttpHeaders): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(':') ? [] : [value ?? ''].flat().map((one): [string, string] => [name, one]),
  );
