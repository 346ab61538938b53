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
  readonly signal?: AbortSignal;
}

/** Why no answer came. `goawayDebug` is what the server said when it closed the connection. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly goawayDebug: string | null;
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
  'stream-reset',
  'timeout',
  'cancelled',
  'bad-address',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export type Performed =
  | {
      readonly ok: true;
      readonly response: WireResponse;
      readonly timing: Timing;
      readonly peer: Peer | null;
      readonly httpVersion: string;
    }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly timing: Timing;
      readonly peer: Peer | null;
      readonly httpVersion: string;
    };

/** Thrown inside this folder only; callers get it as a `Failure` value. */
export class OutboundError extends Error {
  readonly code: FailureCode;
  readonly goawayDebug: string | null;
  constructor(code: FailureCode, message: string, goawayDebug: string | null = null) {
    super(message);
    this.code = code;
    this.goawayDebug = goawayDebug;
  }
}

export interface OutboundSettings {
  /** CAs of local servers, our gateways' first; trusted for loopback addresses only. */
  readonly loopbackCaPems: readonly string[];
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** Streams in flight on one HTTP/2 connection, when the server allows more. */
  readonly maxStreams: number;
}
export const defaultOutboundSettings = { connectTimeoutMs: 10_000, requestTimeoutMs: 30_000, maxStreams: 100 } as const;
