import type {
  Exchange,
  ExchangeSummary,
  HeaderList,
  Message,
  RecordedRequest,
  RecordedResponse,
  WireBody,
} from '../../shared/contract/index.ts';
import { fromBytes } from '../vendors/kit/text.ts';
import type { Redactor } from './redact.ts';

/** Bytes of one body that are kept. A push is a few kilobytes; anything longer is somebody's mistake and is cut. */
export const maxKeptBytes = 256 * 1024;

export interface RawExchangeRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly httpVersion: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}
export interface RawExchangeResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/** An exchange as it happened, with its secrets still in it. It exists in memory only, between the wire and the journal. */
export type RawExchange = Omit<ExchangeSummary, 'seq' | 'requestBytes'> &
  Pick<Exchange, 'timing' | 'peer' | 'decision' | 'verdict' | 'explanation' | 'failure' | 'credentialId'> &
  Pick<Exchange, 'attempts' | 'message'> & {
    readonly request: RawExchangeRequest;
    readonly response: RawExchangeResponse | null;
  };

const contentTypeOf = (headers: HeaderList): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase() ?? '';

/** A body as the journal keeps it. What is not text may hide anything, so of a token exchange only its length is kept. */
const wireBody = (
  body: Uint8Array,
  headers: HeaderList,
  direction: 'request' | 'response',
  exchange: RawExchange,
  redactor: Redactor,
): WireBody => {
  const kept = body.length > maxKeptBytes ? body.subarray(0, maxKeptBytes) : body;
  const text = fromBytes(kept);
  const size = { bytes: body.length, cut: kept !== body };
  if (text !== null) return { ...size, text: redactor.text(text, contentTypeOf(headers), direction), bodyB64: null };
  if (exchange.kind === 'auth') return { bytes: body.length, text: null, bodyB64: null, cut: true };
  return { ...size, text: null, bodyB64: Buffer.from(kept).toString('base64') };
};

type Clean = Pick<RecordedRequest, 'headers' | 'body'>;
/** One push to many tokens is the same headers and the same body again and again; nobody changes either once it was sent. */
const cleaned = new WeakMap<Uint8Array, Clean & { readonly of: HeaderList; readonly by: Redactor }>();

const cleanRequest = (exchange: RawExchange, redactor: Redactor): Clean => {
  const { headers, body } = exchange.request;
  const known = cleaned.get(body);
  if (known && known.of === headers && known.by === redactor) return known;
  const clean = {
    headers: redactor.headers(headers, 'request'),
    body: wireBody(body, headers, 'request', exchange, redactor),
  };
  cleaned.set(body, { ...clean, of: headers, by: redactor });
  return clean;
};

export const redactRequest = (exchange: RawExchange, redactor: Redactor): RecordedRequest => {
  const { method, origin, path, httpVersion } = exchange.request;
  const { headers, body } = cleanRequest(exchange, redactor);
  return { method, origin, path: redactor.path(path), httpVersion, headers, body };
};

/** The composed message without secrets, to be edited again. Nothing where there is none, and where it is longer than anybody would edit. */
export const redactMessage = (message: Message | undefined, redactor: Redactor): Pick<Exchange, 'message'> => {
  const text = message ? JSON.stringify(message) : '';
  if (text === '' || text.length > maxKeptBytes) return {};
  try {
    // Only texts inside are replaced.
    return { message: JSON.parse(redactor.text(text, 'application/json', 'request')) as Message };
  } catch {
    // A secret across the quotes of two texts took them along.
    return {};
  }
};

export const redactResponse = (exchange: RawExchange, redactor: Redactor): RecordedResponse | null =>
  exchange.response && {
    ...exchange.response,
    headers: redactor.headers(exchange.response.headers, 'response'),
    body: wireBody(exchange.response.body, exchange.response.headers, 'response', exchange, redactor),
  };

const cleanBody = (
  body: WireBody,
  headers: HeaderList,
  direction: 'request' | 'response',
  redactor: Redactor,
): WireBody =>
  body.text === null ? body : { ...body, text: redactor.text(body.text, contentTypeOf(headers), direction) };

/** A request that another Pushscope recorded. It has no secrets any more, unless somebody put them there by hand. */
export const redactRecorded = (request: RecordedRequest, redactor: Redactor): RecordedRequest => ({
  ...request,
  path: redactor.path(request.path),
  headers: redactor.headers(request.headers, 'request'),
  body: cleanBody(request.body, request.headers, 'request', redactor),
});

/** The same for an answer. */
export const redactAnswer = (response: RecordedResponse, redactor: Redactor): RecordedResponse => ({
  ...response,
  headers: redactor.headers(response.headers, 'response'),
  body: cleanBody(response.body, response.headers, 'response', redactor),
});
