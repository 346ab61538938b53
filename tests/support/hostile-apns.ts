import http2 from 'node:http2';
import type net from 'node:net';
import { onTestFinished } from 'vitest';
import { Outbound } from '../../src/main/outbound/index.ts';
import {
  defaultOutboundSettings,
  directNetwork,
  type OutboundSettings,
  type Performed,
} from '../../src/main/outbound/types.ts';
import { serverIdentity } from './server-identity.ts';

/** One request as the server met it. */
export interface Met {
  /** Last part of its path. */
  readonly token: string;
  readonly stream: http2.ServerHttp2Stream;
  readonly session: http2.ServerHttp2Session;
  /** 1 for the first request of the whole test. */
  readonly n: number;
  readonly headers: http2.IncomingHttpHeaders;
}

export interface HostileServer {
  readonly origin: string;
  readonly ca: string;
  /** How often each token was met; a push is sent twice when one of them is met twice after it was acted on. */
  readonly met: ReadonlyMap<string, number>;
  /** How often the server acted on each token: it answered with 200, or says that it would have. */
  readonly acted: ReadonlyMap<string, number>;
  readonly sessions: readonly http2.ServerHttp2Session[];
  readonly sockets: readonly net.Socket[];
  /** Counts as acting on the push, and answers. */
  accept(met: Met): void;
  /** Counts as acting on the push, without a word. */
  actOn(met: Met): void;
  stop(): Promise<void>;
}

/** A real HTTP/2 server over TLS that does with every request whatever `treat` says. */
export const startHostile = async (
  treat: (met: Met, server: HostileServer) => void,
  settings: http2.Settings = { maxConcurrentStreams: 1000 },
  greet: (session: http2.ServerHttp2Session) => void = () => undefined,
): Promise<HostileServer> => {
  const { ca, cert, key } = await serverIdentity();
  const server = http2.createSecureServer({ cert, key, settings });
  const met = new Map<string, number>();
  const acted = new Map<string, number>();
  const sessions: http2.ServerHttp2Session[] = [];
  const sockets: net.Socket[] = [];
  let n = 0;
  const count = (map: Map<string, number>, token: string) => map.set(token, (map.get(token) ?? 0) + 1);
  server.on('connection', (socket: net.Socket) => sockets.push(socket));
  server.on('session', (session) => {
    sessions.push(session);
    greet(session);
    session.on('error', () => undefined);
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    stream.resume();
    const token = String(headers[':path']).split('/').at(-1) ?? '';
    count(met, token);
    // Set while the stream is open.
    const session = stream.session as http2.ServerHttp2Session;
    n += 1;
    treat({ token, stream, session, n, headers }, self);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  const self: HostileServer = {
    origin: `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    ca,
    met,
    acted,
    sessions,
    sockets,
    actOn: ({ token }) => void count(acted, token),
    accept: ({ token, stream }) => {
      count(acted, token);
      if (!stream.destroyed) stream.respond({ ':status': 200, 'apns-id': token }, { endStream: true });
    },
    stop,
  };
  onTestFinished(stop);
  return self;
};

/** Our sender, trusting that server. */
export const senderTo = (server: { readonly ca: string }, over: Partial<OutboundSettings> = {}): Outbound => {
  const settings: OutboundSettings = {
    ...defaultOutboundSettings,
    network: () => directNetwork,
    loopbackCaPems: [server.ca],
    ...over,
  };
  const outbound = new Outbound(settings, Date.now);
  onTestFinished(() => outbound.close());
  return outbound;
};

export interface Push {
  readonly token: string;
  readonly body?: Uint8Array;
  readonly aloneFirst?: boolean;
  readonly mayRepeat?: (debug: string) => boolean;
  readonly signal?: AbortSignal;
}

export const push = (outbound: Outbound, origin: string, { token, body, ...over }: Push): Promise<Performed> =>
  outbound.perform({
    origin,
    protocol: 'h2',
    identity: null,
    request: {
      method: 'POST',
      path: `/3/device/${token}`,
      headers: [
        ['authorization', 'bearer x'],
        ['apns-topic', 'com.example.im'],
      ],
      body: body ?? new TextEncoder().encode('{"aps":{"alert":"hi"}}'),
    },
    ...over,
  });

export const tokensUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => n.toString(16).padStart(64, '0'));

/** What became of a push, in a few words. */
export const said = (performed: Performed): string => {
  if (performed.ok) return `${performed.response.status}`;
  const { code, mayHaveArrived } = performed.failure;
  return `${code}, ${mayHaveArrived ? 'may have arrived' : 'not sent'}`;
};
