import type { HeaderList } from '../../shared/contract/index.ts';
import { toBytes } from '../vendors/kit/text.ts';
import type { WireResponse } from '../vendors/vendor.ts';
import type { Stretch } from './curl.ts';
import type { FoundRequest } from './found.ts';

const firstLine = /^(GET|POST|PUT|DELETE|PATCH|HEAD) (\S+)(?: HTTP\/(1\.[01]|2(?:\.0)?|3))?$/;
const statusLine = /^HTTP\/([\d.]+) (\d{3})(?: .*)?$/;
/** `:method: POST` or `:method POST`, as HTTP/2 tools print it. */
const pseudo = /^(?:\[HTTP\/2\] )?:(method|path|authority|scheme|status)[:\s]\s*(\S.*)$/;

interface Head {
  readonly headers: HeaderList;
  readonly pseudo: ReadonlyMap<string, string>;
  /** Offset of the body. */
  readonly end: number;
}

/** Header lines up to the empty one. Null: a line that is none. */
const readHead = (text: string, from: number): Head | null => {
  const headers: [string, string][] = [];
  const pseudos = new Map<string, string>();
  let at = from;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line === '') break;
    const special = pseudo.exec(line);
    const colon = line.indexOf(':', 1);
    if (special?.[1]) pseudos.set(special[1], special[2] ?? '');
    else if (colon < 1 || /\s/.test(line.slice(0, colon))) return null;
    else headers.push([line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return { headers, pseudo: pseudos, end: Math.min(at, text.length) };
};

const headerOf = (headers: HeaderList, name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';

/** The answer that a tool printed below its request. */
const readAnswer = (text: string): { readonly before: string; readonly response: WireResponse | null } => {
  const at = text.search(/(?:^|\n)HTTP\/[\d.]+ \d{3}/);
  if (at < 0) return { before: text, response: null };
  const start = text.charAt(at) === '\n' ? at + 1 : at;
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop < 0 ? text.length : stop).replace(/\r$/, '');
  const status = Number(statusLine.exec(line)?.[2] ?? 0);
  const head = stop < 0 ? null : readHead(text, stop + 1);
  if (status === 0) return { before: text, response: null };
  const body = head ? text.slice(head.end).trim() : '';
  return {
    before: text.slice(0, at).replace(/[\r\n]+$/, ''),
    response: { status, headers: head?.headers ?? [], body: toBytes(body) },
  };
};

/**
 * A request as it stands on the wire or in a tool that shows it: request line or HTTP/2 pseudo headers, headers, an empty line, the
 * body, perhaps the answer below. Null: it is none.
 */
export const readRawHttp = (text: string): FoundRequest | null => {
  const plain = text.replace(/^\s+/, '');
  const stop = plain.indexOf('\n');
  const line = plain.slice(0, stop < 0 ? plain.length : stop).replace(/\r$/, '');
  const first = firstLine.exec(line);
  if (!first && !pseudo.test(line)) return null;
  const head = readHead(plain, first ? (stop < 0 ? plain.length : stop + 1) : 0);
  if (!head) return null;
  const target = first?.[2] ?? head.pseudo.get('path') ?? '';
  const authority = head.pseudo.get('authority') ?? headerOf(head.headers, 'host');
  const named = /^https?:/.test(target) ? target : authority === '' ? '' : `https://${authority}${target}`;
  const url = URL.parse(named);
  if (!url && !target.startsWith('/')) return null;
  const { before, response } = readAnswer(plain.slice(head.end));
  return {
    origin: url?.origin ?? '',
    httpVersion: first?.[3]?.startsWith('1') === true ? '1.1' : first?.[3] === undefined && first ? '1.1' : '2',
    request: {
      method: first?.[1] ?? head.pseudo.get('method') ?? 'POST',
      path: url ? url.pathname + url.search : target,
      headers: head.headers,
      body: toBytes(before.replace(/[\r\n]+$/, '')),
    },
    response,
    atMs: null,
    tookMs: null,
  };
};

const mostRequests = 200;
const requestLine =
  /^[^\S\n]*(?:(?:GET|POST|PUT|DELETE|PATCH|HEAD) \S+ HTTP\/[\d.]+|(?:\[HTTP\/2\] )?:method[:\s][^\n]*)[^\S\n]*$/gm;

/** Where requests may begin in a text with other things, each up to the next one. */
export const requestsIn = (text: string): Stretch[] => {
  const starts = Array.from(text.matchAll(requestLine), ({ index }) => index).slice(0, mostRequests);
  return starts.map((from, at) => ({ from, end: starts[at + 1] ?? text.length }));
};
