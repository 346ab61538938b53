import type { GatewaySettings, HeaderList, Peer, VendorId } from '../../shared/contract/index.ts';
import type { FaultBook } from './faults.ts';
import type {
  Capture,
  GatewayAnswer,
  GatewayPart,
  GatewayRegistry,
  ReadRequest,
  WireRequest,
} from '../vendors/vendor.ts';

/** One vendor's way in. */
export interface GatewaySpec {
  readonly vendor: VendorId;
  readonly part: GatewayPart;
  /** Reads a request as a push of the vendor; null: it is none. Never throws. */
  readonly read: (request: WireRequest) => ReadRequest | null;
}

/** A request with the answer it is about to get. */
export interface Captured {
  readonly vendor: VendorId;
  readonly capture: Capture;
  readonly answer: GatewayAnswer<unknown, unknown>;
  readonly origin: string;
  readonly atMs: number;
  /** From the first byte of the request to the decision. */
  readonly tookMs: number;
  readonly peer: Peer;
  readonly ending: Ending;
}

/** How a request ended: with its answer, with a GOAWAY in place of one, cut off, or with silence on a connection that stays open. */
export type Ending = 'replied' | 'goaway' | 'dropped' | 'silent';

export interface InboundOptions {
  readonly gateways: readonly GatewaySpec[];
  /** Server certificate and key, PEM. */
  readonly tls: { readonly certificatePem: string; readonly privateKeyPem: string };
  readonly registry: () => GatewayRegistry;
  readonly settings: (vendor: VendorId) => GatewaySettings;
  readonly faults: FaultBook;
  /** Resolves once the exchange is committed; only then the client gets its answer. Rejects when it could not be stored. */
  readonly record: (captured: Captured) => Promise<void>;
  readonly now: () => number;
  readonly uuid: () => string;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Null: the vendor's default port, or any other when that is taken. 0: any. */
  readonly port: number | null;
  /** A further IP address to listen at; null: loopback only. */
  readonly listen: string | null;
  readonly caPath: string;
  readonly log: (line: string) => void;
}

/** A request as read from a connection, before it has met its gateway. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly authority: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly httpVersion: Capture['httpVersion'];
  readonly startedAt: number;
}

/** What a listener does with an answer; differs between HTTP/1.1 and HTTP/2. */
export interface Answerer {
  reply(status: number, headers: HeaderList, body: Uint8Array): void;
  /** HTTP/2 only; HTTP/1.1 closes the connection instead. */
  goaway(errorCode: number, lastStreamId: number | 'before-this', debug: string): void;
  /** Cuts the connection. */
  drop(): void;
  /** Nothing is read from the connection any more, and nothing said. */
  silence(): void;
  settings(maxConcurrentStreams: number): void;
}
