import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type tls from 'node:tls';
import type { GatewayPart } from '../vendors/vendor.ts';
import { withMendedScheme } from './mend-scheme.ts';

/** First byte of a TLS handshake record. */
const tlsHandshake = 0x16;
/** A connection that says nothing for this long is closed. */
const silentMs = 30_000;

/** The headers of an HTTP/1.1 request have to be here whole after this long, however lively they trickle in; looked over now and then. */
const headersMs = 30_000;
const lookOverMs = 3000;
/** Node's types of HTTP/2 know fewer of these than Node does. */
const watched: http.ServerOptions = { headersTimeout: headersMs, connectionsCheckingInterval: lookOverMs };

/** A connection that a fault made deaf is cut after this long: longer than clients wait for a dead one. Milliseconds. */
const deafMs = 1_800_000;

export interface DoorHandlers {
  /** SETTINGS of the next HTTP/2 connection; asked for each, because they depend on the gateway's mode. */
  readonly firstSettings: () => http2.Settings;
  readonly stream: (
    stream: http2.ServerHttp2Stream,
    headers: http2.IncomingHttpHeaders,
    rawHeaders: readonly string[],
  ) => void;
  readonly request: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  /** `socket`: the connection it came on. */
  readonly session: (session: http2.ServerHttp2Session, socket: net.Socket | tls.TLSSocket) => void;
  /** The client spoke TLS but not a protocol this vendor has. */
  readonly refused: (reason: string) => void;
  /**
   * A connection that speaks no HTTP, with its first bytes (none: they are still to come). True: it is taken care of; false: it may go.
   */
  readonly noHttp: (socket: net.Socket | tls.TLSSocket, first: Uint8Array | null) => boolean;
}

type BadRequest = Error & { readonly code?: string; readonly rawPacket?: Uint8Array };
/** What node:http answers by itself to a request it cannot read, where nobody listens for that; others are 400. */
const httpErrors: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * One port, three ways in: TLS with HTTP/2 or HTTP/1.1 by ALPN, and plain HTTP/1.1 where the vendor's gateway allows it. The first
 * byte tells which.
 */
export class Door {
  readonly #tcp: net.Server;
  readonly #secure: http2.Http2SecureServer;
  readonly #plain: http.Server | null;
  readonly #connections = new Set<net.Socket>();
  readonly #sessions = new Set<http2.ServerHttp2Session>();
  readonly #firstSettings: () => http2.Settings;
  #also: net.Server[] = [];
  /** The connection of the session that is being made, where http2 does not see it. */
  #arriving: tls.TLSSocket | null = null;

  constructor(
    part: GatewayPart,
    certificate: { certificatePem: string; privateKeyPem: string },
    handlers: DoorHandlers,
  ) {
    const http1 = part.alpn.includes('http/1.1');
    this.#secure = http2.createSecureServer({
      cert: certificate.certificatePem,
      key: certificate.privateKeyPem,
      ALPNProtocols: [...part.alpn],
      allowHTTP1: http1,
      requestCert: part.requestCertificate,
      rejectUnauthorized: false,
      settings: handlers.firstSettings(),
      maxSessionInvalidFrames: 100,
      http1Options: watched,
    });
    // Node's types leave out the fourth argument: names and values as sent, repeats kept.
    const onStream = (
      stream: http2.ServerHttp2Stream,
      headers: http2.IncomingHttpHeaders,
      _flags: number,
      rawHeaders: readonly string[],
    ) => handlers.stream(stream, headers, rawHeaders);
    this.#secure.on(
      'stream',
      onStream as (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders) => void,
    );
    // The compatibility request event also fires for HTTP/2; those were taken by the stream event.
    this.#secure.on('request', (request, response) => {
      if (request.httpVersionMajor === 1) {
        // With allowHTTP1 the server hands out node:http objects for such requests.
        handlers.request(request as unknown as http.IncomingMessage, response as unknown as http.ServerResponse);
      }
    });
    this.#secure.on('session', (session) => {
      this.#sessions.add(session);
      session.on('close', () => this.#sessions.delete(session));
      session.on('error', () => undefined);
      handlers.session(session, this.#arriving ?? session.socket);
    });
    if (part.mendsScheme) this.#mendSchemes();
    this.#secure.on('sessionError', () => undefined);
    this.#secure.on('unknownProtocol', (socket) => {
      if (handlers.noHttp(socket, null)) return;
      handlers.refused('not-http2');
      socket.destroy();
    });
    const badRequest = (error: BadRequest, socket: Duplex) => {
      // A TLSSocket is a net.Socket; what http2 hands on here is either.
      if (error.rawPacket && handlers.noHttp(socket as net.Socket, error.rawPacket)) return;
      const answer = httpErrors[error.code ?? ''] ?? '400 Bad Request';
      if (socket.writable) socket.end(`HTTP/1.1 ${answer}\r\nConnection: close\r\n\r\n`);
      else socket.destroy();
    };
    if (http1) this.#secure.on('clientError', badRequest);
    this.#secure.on('tlsClientError', (error) => handlers.refused(error.message));
    this.#plain = part.plain ? http.createServer(watched, handlers.request) : null;
    this.#plain?.on('clientError', badRequest);
    if (http1) endSlowHeaders(this.#secure);
    if (this.#plain) endSlowHeaders(this.#plain);
    this.#tcp = net.createServer((socket) => this.#sniff(socket));
    this.#firstSettings = handlers.firstSettings;
  }

  /**
   * Listens on loopback, IPv4 and where possible IPv6, and at a further address when one is named. Returns the port. Rejects with the
   * system's error; then nothing listens.
   */
  async listen(port: number, further: string | null): Promise<number> {
    const [first, ...others] = addressesFor(further);
    await listening(this.#tcp, port, first);
    const address = this.#tcp.address();
    const chosen = typeof address === 'object' && address ? address.port : port;
    for (const host of others) {
      const also = net.createServer((socket) => this.#sniff(socket));
      try {
        await listening(also, chosen, host);
        this.#also.push(also);
      } catch (error) {
        // Clients that are told «localhost» may try ::1 first; a machine without IPv6 does without it.
        if (host === '::1') continue;
        await this.#stopListening();
        throw error;
      }
    }
    return chosen;
  }

  async close(): Promise<void> {
    for (const session of this.#sessions) session.destroy();
    for (const socket of this.#connections) socket.destroy();
    this.#plain?.close();
    this.#secure.close();
    await this.#stopListening();
  }

  async #stopListening(): Promise<void> {
    const all = [this.#tcp, ...this.#also];
    this.#also = [];
    await Promise.all(all.map((server) => closed(server)));
  }

  /** Cuts the connection to this peer (`address:port`) after a while. */
  cutSoon(peer: string, ms: number): void {
    setTimeout(() => this.cut(peer), ms).unref();
  }

  /** Cuts the TCP connection to this peer (`address:port`) without a word. http2 hides the real socket, so it is looked up. */
  cut(peer: string): void {
    for (const socket of this.#connections) {
      if (addressOf(socket) === peer) socket.destroy();
    }
  }

  /** Puts a mender between TLS and HTTP/2. The session is made while the server's own listener runs. */
  #mendSchemes(): void {
    // Node's types leave it open what listens; http2 adds exactly one, which takes a stream of bytes.
    const listeners = this.#secure.listeners('secureConnection') as ((stream: Duplex) => void)[];
    this.#secure.removeAllListeners('secureConnection');
    this.#secure.on('secureConnection', (socket) => {
      const isH2 = socket.alpnProtocol === 'h2';
      const stream = isH2 ? withMendedScheme(socket) : socket;
      this.#arriving = isH2 ? socket : null;
      for (const listener of listeners) listener.call(this.#secure, stream);
      this.#arriving = null;
    });
  }

  /** Leaves the connection to this peer open and deaf. It is cut after a while, so that silent ones do not pile up. */
  silence(peer: string): void {
    for (const socket of this.#connections) {
      if (addressOf(socket) === peer) deafen(socket);
    }
    this.cutSoon(peer, deafMs);
  }

  #sniff(socket: net.Socket): void {
    socket.setNoDelay(true);
    this.#connections.add(socket);
    socket.on('close', () => this.#connections.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(silentMs, () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(first);
      this.#secure.updateSettings(this.#firstSettings());
      const server: tls.Server | http.Server | null = first[0] === tlsHandshake ? this.#secure : this.#plain;
      if (!server) {
        socket.end();
        return;
      }
      server.emit('connection', socket satisfies Duplex);
      // Not in this turn: a TLS server reads what was put back only in the next one.
      process.nextTick(() => socket.resume());
    });
  }
}

/** Node looks for slow requests from when a server listens, and ours never do: they are handed their connections. */
const endSlowHeaders = (server: http.Server | http2.Http2SecureServer): void => {
  Object.assign(server, watched);
  server.emit('listening');
};

/**
 * Stops reading. TLS reads from the handle of the socket and not from the socket, so that pausing it is not enough: HTTP/2 would still
 * answer a PING. Node has no public way to the handle.
 */
const deafen = (socket: net.Socket): void => {
  socket.pause();
  (socket as { _handle?: { readStop?: () => void } | null })._handle?.readStop?.();
};

const loopback = ['127.0.0.1', '::1'] as const;

/** Where to listen. «All addresses» of a family are one, and those of IPv6 take IPv4 as well. */
const addressesFor = (further: string | null): readonly [string, ...string[]] => {
  if (further === '0.0.0.0') return [further, '::1'];
  if (further === '::') return [further];
  const isMore = further !== null && further !== loopback[0] && further !== loopback[1];
  return isMore ? [...loopback, further] : loopback;
};

/** `address:port` of the other end. */
const addressOf = (socket: net.Socket): string => `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;

const listening = (server: net.Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const closed = (server: net.Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });
