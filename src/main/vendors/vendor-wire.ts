import type { HeaderList } from '../../shared/contract/index.ts';

/** A finished request. Header names are lower case; `body` is the exact bytes. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}
