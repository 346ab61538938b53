/** One HTTP/2 push with everything its answer is made of. */
import http2 from 'node:http2';
import { onTestFinished } from 'vitest';
import type { RunningApp } from './app.ts';

export interface PushAnswer {
  /** Null: no answer came. */
  readonly status: number | null;
  readonly headers: http2.IncomingHttpHeaders;
  readonly body: string;
  /** DATA frames in the answer. */
  readonly frames: number;
}
export interface Connection {
  readonly session: http2.ClientHttp2Session;
  readonly goaways: readonly { readonly code: number; readonly last: number; readonly debug: string }[];
  readonly closed: Promise<void>;
}

/** A connection to the APNs gateway that remembers what it was told. Gone when the test ends. */
export const connectTo = async (
  { apns, caPem }: RunningApp,
  options: http2.SecureClientSessionOptions = {},
): Promise<Connection> => {
  const session = http2.connect(apns.origin, { ca: caPem, ...options });
  onTestFinished(() => session.destroy());
  session.on('error', () => undefined);
  const goaways: { code: number; last: number; debug: string }[] = [];
  session.on('goaway', (code, last, debug) => goaways.push({ code, last, debug: Buffer.from(debug ?? []).toString() }));
  await new Promise((resolve) => {
    session.once('remoteSettings', resolve);
  });
  const closed = new Promise<void>((resolve) => {
    session.once('close', resolve);
  });
  return { session, goaways, closed };
};

export const pushOver = (
  session: http2.ClientHttp2Session,
  headers: http2.OutgoingHttpHeaders,
  body: string | Buffer = '{"aps":{"alert":"hi"}}',
): Promise<PushAnswer> =>
  new Promise((resolve) => {
    const stream = session.request(headers);
    let answered: http2.IncomingHttpHeaders = {};
    const chunks: Buffer[] = [];
    stream.on('response', (fields) => {
      answered = fields;
    });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () =>
      resolve({
        status: answered[':status'] === undefined ? null : Number(answered[':status']),
        headers: answered,
        body: Buffer.concat(chunks).toString(),
        frames: chunks.length,
      }),
    );
    stream.end(body);
  });
