import type { HeaderList } from '../../../shared/contract/index.ts';
import type { WireResponse } from '../../vendors/vendor.ts';
import type { OutboundError } from '../types.ts';

/** How one request ended. */
export type StreamEnd =
  | { readonly kind: 'answered'; readonly response: WireResponse }
  /** The server cannot have acted on it, or says that it did not: it may be sent again. */
  | { readonly kind: 'unprocessed'; readonly error: OutboundError }
  /** Whether the server acted on it is not known. */
  | { readonly kind: 'unknown'; readonly error: OutboundError };

/** One request under way on a connection. */
export class OpenStream {
  readonly id: number;
  readonly body: Uint8Array;
  readonly startedAt: number;
  readonly #end: (result: StreamEnd) => void;
  /** When its head was handed to the socket; null: nobody but us has seen it. */
  sentAt: number | null = null;
  answeredAt: number | null = null;
  bodySent = 0;
  /** What the server still takes of its body. */
  window: number;
  status = 0;
  headers: HeaderList = [];
  #chunks: Buffer[] = [];
  received = 0;

  constructor(id: number, body: Uint8Array, window: number, now: number, end: (result: StreamEnd) => void) {
    this.id = id;
    this.body = body;
    this.window = window;
    this.startedAt = now;
    this.#end = end;
  }

  add(chunk: Buffer): void {
    this.received += chunk.length;
    if (chunk.length > 0) this.#chunks.push(chunk);
  }

  answer(): WireResponse {
    // Copied, so that a few bytes of answer do not keep a whole read buffer alive.
    return { status: this.status, headers: this.headers, body: new Uint8Array(Buffer.concat(this.#chunks)) };
  }

  finish(result: StreamEnd): void {
    this.#end(result);
  }
}
