import type { Exchange, HeaderList, WireBody } from '../../../shared/contract/index.ts';

const textOf = (body: WireBody): string => body.text ?? '';
const nameValues = (list: HeaderList) => list.map(([name, value]) => ({ name, value }));
const typeOf = (headers: HeaderList): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/octet-stream';

const queryOf = (path: string) => {
  const at = path.indexOf('?');
  return at < 0 ? [] : [...new URLSearchParams(path.slice(at + 1))].map(([name, value]) => ({ name, value }));
};

const version = (httpVersion: string): string => (httpVersion === '2' ? 'HTTP/2' : `HTTP/${httpVersion}`);

const contentOf = (body: WireBody, headers: HeaderList) => ({
  size: body.bytes,
  mimeType: typeOf(headers),
  ...(body.bodyB64 === null ? { text: textOf(body) } : { text: body.bodyB64, encoding: 'base64' }),
});

const noAnswer = { status: 0, headers: [], body: { bytes: 0, text: '', bodyB64: null, cut: false } };

/** One entry of a HAR 1.2 file. What the format has no field for stands under `_pushscope`, as it allows. */
const harEntry = (exchange: Exchange) => {
  const { request, response, timing } = exchange;
  const answer = response ?? noAnswer;
  const opt = (ms: number | null) => ms ?? -1;
  return {
    startedDateTime: new Date(exchange.atMs).toISOString(),
    time: timing.totalMs,
    request: {
      method: request.method,
      url: `${request.origin}${request.path}`,
      httpVersion: version(request.httpVersion),
      cookies: [],
      headers: nameValues(request.headers),
      queryString: queryOf(request.path),
      postData: {
        mimeType: typeOf(request.headers),
        params: [],
        text: request.body.bodyB64 ?? textOf(request.body),
        ...(request.body.bodyB64 === null ? {} : { encoding: 'base64' }),
      },
      headersSize: -1,
      bodySize: request.body.bytes,
    },
    response: {
      status: answer.status,
      statusText: '',
      httpVersion: version(request.httpVersion),
      cookies: [],
      headers: nameValues(answer.headers),
      content: contentOf(answer.body, answer.headers),
      redirectURL: '',
      headersSize: -1,
      bodySize: answer.body.bytes,
      ...(exchange.failure ? { _error: exchange.failure.message } : {}),
    },
    cache: {},
    timings: {
      blocked: opt(timing.queueMs),
      dns: opt(timing.dnsMs),
      connect: timing.connectMs === null ? -1 : timing.connectMs + (timing.tlsMs ?? 0),
      ssl: opt(timing.tlsMs),
      send: timing.sendMs ?? 0,
      wait: timing.waitMs ?? timing.totalMs,
      receive: 0,
    },
    _pushscope: {
      id: exchange.id,
      vendor: exchange.vendor,
      origin: exchange.origin,
      kind: exchange.kind,
      outcome: exchange.outcome,
      reason: exchange.reason,
    },
  };
};

/** A piece of a file: the exchanges that come next, whether they are its first and its last. */
export interface Piece {
  readonly exchanges: readonly Exchange[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether the file has entries already. */
  readonly hasBefore: boolean;
  /** Version of Pushscope. */
  readonly version: string;
}

/** HAR 1.2 («HAR 1.2 Spec», W3C Web Performance draft). */
export const harPiece = ({ exchanges, isFirst, isLast, hasBefore, version: own }: Piece): string => {
  const creator = JSON.stringify({ name: 'Pushscope', version: own });
  const head = isFirst ? `{"log":{"version":"1.2","creator":${creator},"pages":[],"entries":[\n` : '';
  const entries = exchanges.map((one) => JSON.stringify(harEntry(one))).join(',\n');
  const comma = hasBefore && exchanges.length > 0 ? ',\n' : '';
  return `${head}${comma}${entries}${isLast ? '\n]}}\n' : ''}`;
};

/** One exchange per line, as the API gives it. */
export const ndjsonPiece = ({ exchanges }: Piece): string =>
  exchanges.map((one) => `${JSON.stringify(one)}\n`).join('');

const columns = [
  'id', 'time', 'origin', 'vendor', 'kind', 'outcome', 'status', 'reason', 'title', 'body', 'token', 'tokens', 'took_ms',
  'request_bytes', 'message_id', 'vendor_message_id', 'url',
] as const; // prettier-ignore

/** A value as spreadsheets take it. One that begins like a formula gets an apostrophe, so that none is carried out. */
export const csvValue = (value: string | number | null): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line of comma-separated values, with its end (RFC 4180). */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvValue).join(',')}\r\n`;

const csvRow = (one: Exchange): string =>
  csvLine([
    one.id,
    new Date(one.atMs).toISOString(),
    one.origin,
    one.vendor,
    one.kind,
    one.outcome,
    one.status,
    one.reason,
    one.title,
    one.body,
    one.targets[0]?.token ?? null,
    one.targets.length,
    one.tookMs,
    one.requestBytes,
    one.messageId,
    one.vendorMessageId,
    `${one.request.origin}${one.request.path}`,
  ]);

/** One exchange per line, with a byte order mark in front so that spreadsheets read Chinese. */
export const csvPiece = ({ exchanges, isFirst }: Piece): string =>
  `${isFirst ? `\uFEFF${csvLine(columns)}` : ''}${exchanges.map(csvRow).join('')}`;
