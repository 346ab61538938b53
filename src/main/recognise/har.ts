import * as z from 'zod';
import { toBytes } from '../vendors/kit/text.ts';
import type { FoundRequest } from './found.ts';

const pairs = z.array(z.object({ name: z.string(), value: z.string() }));
/** What of an entry of a HAR file is read. Source: «HAR 1.2 Spec» (W3C Web Performance draft). */
const Entry = z.object({
  startedDateTime: z.string().optional(),
  time: z.number().optional(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    httpVersion: z.string().optional(),
    headers: pairs.default([]),
    postData: z
      .object({ text: z.string().optional(), encoding: z.string().optional(), params: pairs.optional() })
      .nullish(),
  }),
  response: z
    .object({
      status: z.number(),
      headers: pairs.default([]),
      content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).nullish(),
    })
    .nullish(),
});
const Har = z.object({ log: z.object({ entries: z.array(z.unknown()) }) });

const bytesOf = (text: string | undefined, encoding: string | undefined): Uint8Array =>
  text === undefined
    ? new Uint8Array()
    : encoding === 'base64'
      ? new Uint8Array(Buffer.from(text, 'base64'))
      : toBytes(text);

const bodyOf = (post: z.infer<typeof Entry>['request']['postData']): Uint8Array =>
  post?.text === undefined && post?.params
    ? toBytes(new URLSearchParams(post.params.map(({ name, value }): [string, string] => [name, value])).toString())
    : bytesOf(post?.text, post?.encoding);

/** Pseudo headers of HTTP/2 stand among the headers in what browsers export. */
const headersOf = (list: z.infer<typeof pairs>): [string, string][] =>
  list.filter(({ name }) => !name.startsWith(':')).map(({ name, value }) => [name.toLowerCase(), value]);

const readEntry = (value: unknown): FoundRequest | null => {
  const { data } = Entry.safeParse(value);
  const url = data && URL.parse(data.request.url);
  if (!data || !url) return null;
  const { request, response, startedDateTime, time } = data;
  const atMs = startedDateTime === undefined ? Number.NaN : Date.parse(startedDateTime);
  return {
    origin: url.origin,
    httpVersion: /2|3/.test(request.httpVersion?.replace(/^http\//i, '').charAt(0) ?? '') ? '2' : '1.1',
    request: {
      method: request.method,
      path: url.pathname + url.search,
      headers: headersOf(request.headers),
      body: bodyOf(request.postData),
    },
    response:
      response && response.status > 0
        ? {
            status: response.status,
            headers: headersOf(response.headers),
            body: bytesOf(response.content?.text, response.content?.encoding),
          }
        : null,
    atMs: Number.isFinite(atMs) && atMs >= 0 ? Math.round(atMs) : null,
    tookMs: time !== undefined && time >= 0 ? time : null,
  };
};

/** The requests of a HAR file, in its order; an entry that is none is left out. Null: the value is no HAR file. */
export const readHar = (value: unknown): FoundRequest[] | null => {
  const { data } = Har.safeParse(value);
  if (!data) return null;
  return data.log.entries.flatMap((entry) => {
    const one = readEntry(entry);
    return one ? [one] : [];
  });
};
