import { commandsIn, readCurl, type Stretch } from './curl.ts';
import type { Found, FoundRequest, Reader } from './found.ts';
import { readRawHttp, requestsIn } from './raw-http.ts';
import { fromRequest } from './requests.ts';

const fromCurl = (text: string, reader: Reader): Found[] => {
  const curl = readCurl(text);
  if (!curl) return [];
  const one: FoundRequest = {
    origin: new URL(curl.url).origin,
    httpVersion: '1.1',
    request: curl.request,
    response: null,
    atMs: null,
    tookMs: null,
  };
  const left = curl.left.map((what) => ({ id: `recognise.left.${what}` }));
  return fromRequest(one, 'curl', left, reader);
};

/** The request that a text is. */
export const fromRaw = (text: string, reader: Reader): Found[] => {
  const raw = readRawHttp(text);
  return raw ? fromRequest(raw, 'raw-http', [], reader) : [];
};

/** Blanks in place of what was read, so that the lines of the rest keep their numbers. */
const without = (text: string, stretches: readonly Stretch[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { from, end } of stretches) {
    parts.push(text.slice(at, from), text.slice(from, end).replaceAll(/[^\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
};

/** Commands and requests, in their order, and what else stands in the text. */
export const requestsOf = (text: string, reader: Reader): { readonly readings: Found[]; readonly rest: string } => {
  const all: { from: number; readings: Found[] }[] = [];
  let rest = text;
  const take = (stretches: readonly Stretch[], readOne: typeof fromCurl) => {
    const read = stretches.map((stretch) => ({
      ...stretch,
      readings: readOne(rest.slice(stretch.from, stretch.end), reader),
    }));
    const understood = read.filter(({ readings }) => readings.length > 0);
    all.push(...understood);
    rest = without(rest, understood);
  };
  take(commandsIn(text), fromCurl);
  take(requestsIn(rest), fromRaw);
  return { readings: all.toSorted((a, b) => a.from - b.from).flatMap(({ readings }) => readings), rest };
};
