import type { WireRequest } from '../vendors/vendor.ts';
import { toBytes } from '../vendors/kit/text.ts';
import { shellWords } from './shell-words.ts';

/** A request as a cURL command describes it. `left` names what was taken out or could not be followed. */
export interface CurlRequest {
  readonly url: string;
  readonly request: WireRequest;
  readonly left: readonly ('authorization' | 'client-certificate' | 'body-file')[];
}

const withValue = new Set([
  '-X', '--request', '-H', '--header', '-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json', '--url', '-u', '--user',
  '-E', '--cert', '--key', '--pass', '--cacert', '--cert-type', '--key-type', '-o', '--output', '-A', '--user-agent', '-e', '--referer',
  '-b', '--cookie', '-m', '--max-time', '--connect-timeout', '-x', '--proxy', '--resolve', '-w', '--write-out', '--retry',
]); // prettier-ignore

/** Splits `-XPOST` and `--header=…` as curl does. Null: a value is missing. */
const optionOf = (words: readonly string[], at: number): { name: string; value: string | null; used: number } => {
  const word = words[at] ?? '';
  const long = /^(--[\w-]+)=(.*)$/s.exec(word);
  if (long?.[1]) return { name: long[1], value: long[2] ?? '', used: 1 };
  if (/^-[A-Za-z]./.test(word) && withValue.has(word.slice(0, 2)))
    return { name: word.slice(0, 2), value: word.slice(2), used: 1 };
  if (withValue.has(word)) return { name: word, value: words[at + 1] ?? null, used: 2 };
  return { name: word, value: null, used: 1 };
};

interface Draft {
  method: string | null;
  url: string;
  headers: [string, string][];
  body: string | null;
  left: Set<CurlRequest['left'][number]>;
}

const secretHeaders = new Set(['authorization', 'proxy-authorization', 'cookie']);

const take = (draft: Draft, name: string, value: string): void => {
  if (name === '-X' || name === '--request') draft.method = value;
  else if (name === '--url') draft.url = value;
  else if (name === '-H' || name === '--header') {
    const colon = value.indexOf(':');
    const key = value.slice(0, colon).trim().toLowerCase();
    if (colon < 1) return;
    if (secretHeaders.has(key)) draft.left.add('authorization');
    else draft.headers.push([key, value.slice(colon + 1).trim()]);
  } else if (name.startsWith('-d') || name.startsWith('--data') || name === '--json') {
    if (value.startsWith('@') && name !== '--data-raw') draft.left.add('body-file');
    else draft.body = draft.body === null ? value : `${draft.body}&${value}`;
    if (name === '--json') draft.headers.push(['content-type', 'application/json']);
  } else if (name === '-u' || name === '--user') draft.left.add('authorization');
  else if (name === '-E' || name === '--cert' || name === '--key') draft.left.add('client-certificate');
};

/** Reads a pasted cURL command. Credentials in it are left out and named. Null: it is not one, or it names no URL. */
export const readCurl = (text: string): CurlRequest | null => {
  const words = shellWords(text.trim().replace(/^\$\s+/, ''));
  if (!/(^|\/)curl(\.exe)?$/.test(words[0] ?? '')) return null;
  const draft: Draft = { method: null, url: '', headers: [], body: null, left: new Set() };
  for (let at = 1; at < words.length;) {
    const word = words[at] ?? '';
    const { name, value, used } = optionOf(words, at);
    if (!word.startsWith('-')) draft.url = word;
    else if (value !== null) take(draft, name, value);
    at += used;
  }
  const url = URL.parse(/^https?:/.test(draft.url) ? draft.url : `https://${draft.url}`);
  if (!url || draft.url === '') return null;
  const request = {
    method: draft.method ?? (draft.body === null ? 'GET' : 'POST'),
    path: url.pathname + url.search,
    headers: draft.headers,
    body: toBytes(draft.body ?? ''),
  };
  return { url: url.href, request, left: [...draft.left] };
};

/** Where a command ends: at the end of a line that no quote or backslash carries on. */
const endOfCommand = (text: string, from: number): number => {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === "'") {
      if (char === "'") quote = '';
    } else if (char === '\\') {
      if (text.charAt(at + 1) === '\r') at += 1;
      at += 1;
    } else if (quote === '"') {
      if (char === '"') quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else if (char === '\n') return at;
  }
  return text.length;
};

const mostCommands = 200;

/** A stretch of a text that is one thing. */
export interface Stretch {
  readonly from: number;
  readonly end: number;
}

/** Where cURL commands stand in a text, each from its own line on; a prompt or what a shell printed before and between is passed over. */
export const commandsIn = (text: string): Stretch[] => {
  const commands: Stretch[] = [];
  const start = /^[^\S\n]*(?:[$>#%][^\S\n]+)?(?=(?:\S*\/)?curl(?:\.exe)?\s)/gm;
  for (let match = start.exec(text); match && commands.length < mostCommands; match = start.exec(text)) {
    const from = match.index + match[0].length;
    const end = endOfCommand(text, from);
    commands.push({ from, end });
    start.lastIndex = Math.max(end, from + 1);
  }
  return commands;
};
