import http from 'node:http';
import type { Duplex } from 'node:stream';
import type { WireRequest, WireResponse } from '../vendors/vendor.ts';
import { asOutboundError, connect, type Connected } from './connect.ts';
import { OutboundError, type ClientIdentity, type NetworkSettings, type OutboundSettings } from './types.ts';

export interface HttpsResult {
  readonly response: WireResponse;
  readonly connection: Connected;
  /** True for the request the connection was opened for. */
  readonly fresh: boolean;
  readonly sendMs: number;
  readonly waitMs: number;
}

/** A connection nobody has used for this long is closed; a shorter time in the server's `Keep-Alive` header wins. */
const keepMs = 30_000;

/** Keeps connections as Node's agent does, and opens them with our own `connect`, so that every step is timed as for HTTP/2. */
class TimedAgent extends http.Agent {
  readonly #open: () => Promise<Connected>;
  readonly setups = new WeakMap<Duplex, Connected>();

  constructor(open: () => Promise<Connected>) {
    super({ keepAlive: true, timeout: keepMs });
    this.#open = open;
  }

  override createConnection(_options: unknown, callback?: (error: Error | null, socket: Duplex) => void): undefined {
    this.#open().then(
      (connection) => {
        this.setups.set(connection.socket, connection);
        callback?.(null, connection.socket);
      },
      // On failure the agent looks at the error only; the type asks for a socket all the same.
      (error: Error) => callback?.(error, undefined as unknown as Duplex),
    );
  }
}

/** HTTP/1.1 requests to one origin as one identity, over kept connections, one request at a time on each. */
export class HttpsClient {
  readonly #origin: URL;
  readonly #settings: OutboundSettings;
  readonly #agent: TimedAgent;

  constructor(origin: URL, identity: ClientIdentity | null, settings: OutboundSettings, network: NetworkSettings) {
    this.#origin = origin;
    this.#settings = settings;
    this.#agent = new TimedAgent(() => connect(origin, ['http/1.1'], identity, settings, network));
  }

  request(request: WireRequest, signal: AbortSignal | undefined): Promise<HttpsResult> {
    const limit = this.#settings.requestTimeoutMs;
    return new Promise((resolve, reject) => {
      const outgoing = http.request({
        method: request.method,
        path: request.path,
        // A list keeps order and repeats; host and content-length are what every client of this kind sends.
        headers: [
          ['host', this.#origin.host],
          ...request.headers,
          ['content-length', String(request.body.length)],
        ].flat(),
        agent: this.#agent,
        ...(signal ? { signal } : {}),
      });
      let connection: Connected | undefined;
      let startedAt = 0;
      let sentAt = 0;
      outgoing.on('socket', (socket) => {
        connection = this.#agent.setups.get(socket);
        startedAt = performance.now();
        outgoing.setTimeout(limit, () =>
          outgoing.destroy(new OutboundError('timeout', `no answer within ${limit} ms`)),
        );
      });
      outgoing.on('finish', () => {
        sentAt = performance.now();
      });
      const fail = (error: Error) => {
        const { code, message } = signal?.aborted
          ? new OutboundError('cancelled', 'cancelled')
          : asOutboundError(error);
        reject(new OutboundError(code, message, null, connection !== undefined));
      };
      outgoing.on('error', fail);
      outgoing.on('response', (incoming) => {
        const waitMs = performance.now() - sentAt;
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', fail);
        incoming.on('end', () => {
          if (!connection) return reject(new OutboundError('connection-lost', 'an answer without a connection'));
          const response = {
            status: incoming.statusCode ?? 0,
            headers: pairs(incoming.rawHeaders),
            body: Buffer.concat(chunks),
          };
          resolve({ response, connection, fresh: !outgoing.reusedSocket, sendMs: sentAt - startedAt, waitMs });
        });
      });
      outgoing.end(request.body);
    });
  }

  /** Takes no new requests; those under way are not disturbed. */
  retire(): void {
    for (const sockets of Object.values(this.#agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
  }

  close(): void {
    this.#agent.destroy();
  }
}

const pairs = (raw: readonly string[]): [string, string][] => {
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) list.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return list;
};
