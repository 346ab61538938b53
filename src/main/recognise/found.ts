import type { Candidate, Certainty, Draft, Phrase, VendorId } from '../../shared/contract/index.ts';
import type { Vendor, WireRequest, WireResponse } from '../vendors/vendor.ts';

/** How deep things may be wrapped in each other: base64 of gzip of a log line with JSON in a string is four. */
export const deepest = 5;
/** Readings given at most; what lies beyond is counted. */
export const mostFound = 500;
/** Texts looked at for one paste, whatever they are wrapped in. */
export const mostLooks = 400;
/** Bytes that one packed piece may become. */
export const mostUnpackedBytes = 16 * 1024 * 1024;

/** A request with the host it was meant for; empty when the text does not name one. */
export interface FoundRequest {
  readonly origin: string;
  readonly httpVersion: string;
  readonly request: WireRequest;
  readonly response: WireResponse | null;
  /** When it was sent; null when the text does not say. */
  readonly atMs: number | null;
  readonly tookMs: number | null;
}

/**
 * One thing found in what was pasted. Its request still has its secrets: it lives between the paste and the journal, in memory.
 * `what` is what can be made of it.
 */
export interface Found {
  readonly what: 'exchange' | 'draft' | 'message' | 'device-token' | 'credential' | 'share';
  readonly form: 'curl' | 'raw-http' | 'har' | 'im-rest' | 'credential-file' | 'share' | Candidate['kind'];
  readonly vendor: VendorId | null;
  readonly certainty: Certainty;
  readonly phrase: Phrase;
  readonly draft: Draft | null;
  readonly tokens: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly request: FoundRequest | null;
  /** IM REST: the JSON of the call. Share: the file. */
  readonly text: string | null;
  /** What was left out on purpose. */
  readonly left: readonly Phrase[];
  /** How it was got at, outermost first. */
  readonly steps: readonly Phrase[];
}

export interface Reader {
  readonly vendors: readonly Vendor[];
}

/** A reading with everything that most of them do not have left empty. */
export const found = (
  of: Pick<Found, 'what' | 'form' | 'vendor' | 'certainty' | 'phrase'> & Partial<Found>,
): Found => ({
  draft: null,
  tokens: [],
  title: '',
  body: '',
  request: null,
  text: null,
  left: [],
  steps: [],
  ...of,
});
