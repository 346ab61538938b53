import type { Peer, Timing } from '../../shared/contract/index.ts';
import type { WireRequest, WireResponse } from '../vendors/vendor.ts';

/** A client certificate for the connection; sends with equal keys share one. */
export interface ClientIdentity {
  readonly cacheKey: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface OutboundRequest {
  /** `https://host:port` or `http://host:port`. */
  readonly origin: string;
  /** h2: HTTP/2 over TLS, many streams on one connection. https: HTTP/1.1 with keep-alive. */
  readonly protocol: 'h2' | 'https';
  readonly request: WireRequest;
  readonly identity: ClientIdentity | null;
  /** What may share a connection: requests with different values never do. Absent: the identity's `cacheKey`, or nothing. */
  readonly binding?: string;
  /** h2: one request goes alone on a new connection until the server took who we are. */
  readonly aloneFirst?: boolean;
  /** h2: may a request that was not processed be sent again after a GOAWAY with these debug data? Absent: always. */
  readonly mayRepeat?: (goawayDebug: string) => boolean;
  readonly signal?: AbortSignal;
}

/** Why no answer came. `goawayDebug` is what the server said when it closed the connection. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly goawayDebug: string | null;
  /** False: the server cannot have acted on the request. True: nobody knows. */
  readonly mayHaveArrived: boolean;
}
export const failureCodes = [
  'dns-not-found',
  'connection-refused',
  'connection-lost',
  'connect-timeout',
  'tls-untrusted',
  'tls-failed',
  'not-http2',
  'goaway',
  'refused',
  'stream-reset',
  'stalled',
  'timeout',
  'cancelled',
  'bad-address',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-password',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export type Performed =
  | {
      readonly ok: true;
      readonly response: WireResponse;
      readonly timing: Timing;
      readonly peer: Peer | null;
      readonly httpVersion: string;
      /** How often the request was on the wire. */
      readonly attempts: number;
    }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly timing: Timing;
      readonly peer: Peer | null;
      readonly httpVersion: string;
      readonly attempts: number;
    };

/** Thrown inside this folder only; callers get it as a `Failure` value. */
export class OutboundError extends Error {
  readonly code: FailureCode;
  readonly goawayDebug: string | null;
  /** HTTP/1.1 only: the request may have been written before this happened. */
  readonly mayHaveArrived: boolean;
  constructor(code: FailureCode, message: string, goawayDebug: string | null = null, mayHaveArrived = false) {
    super(message);
    this.code = code;
    this.goawayDebug = goawayDebug;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** How other machines are reached. Loopback addresses are reached directly, whatever stands here. */
export interface NetworkSettings {
  /** An HTTP proxy that understands CONNECT, `http://host:port`; empty: none. */
  readonly proxy: string;
  /** Further CAs to trust, as PEM; empty: none. */
  readonly caPem: string;
}
export const directNetwork: NetworkSettings = { proxy: '', caPem: '' };

export interface OutboundSettings {
  /** CAs of local servers, our gateways' first; trusted for loopback addresses only. */
  readonly loopbackCaPems: readonly string[];
  /** Asked before every request; connections made under other settings take no more of them. */
  readonly network: () => NetworkSettings;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Streams in flight on one HTTP/2 connection, when the server allows more. */
  readonly maxStreams: number;
  /** HTTP/2 connections side by side to one origin as one identity. */
  readonly maxConnections: number;
  readonly pingAfterMs: number;
  readonly pingTimeoutMs: number;
  /** HTTP/2 connections nobody has used for this long are closed. */
  readonly idleMs: number;
}
export const defaultOutboundSettings = {
  connectTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  maxStreams: 100,
  maxConnections: 4,
  pingAfterMs: 60_000,
  pingTimeoutMs: 10_000,
  idleMs: 5 * 60_000,
} as const;
