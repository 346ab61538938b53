import type { Phrase } from '../../../../shared/contract/index.ts';
import { headerOf } from '../../kit/headers.ts';
import { readForm, type FormPairs } from '../../kit/form.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../../kit/json.ts';
import { fromBytes, toBytes } from '../../kit/text.ts';
import type { OldProtocol, ReadRequest, RetiredRequest, WireRequest } from '../../vendor.ts';
import { splitPath } from '../hosts.ts';
import { sources } from '../sources.ts';
import { convertMessage, type Converted } from './convert.ts';

/** What stands as method where a connection spoke XMPP. */
export const xmppName = 'XMPP';

const sendPaths = /^\/(?:fcm\/(?:send|notification)|gcm\/(?:send|notification))\/?$/;

/** The oldest form of the API was no JSON but a form, with `data.` before the names of the payload. */
const fromForm = (pairs: FormPairs): JsonObject => {
  const old: JsonObject = {};
  const data: [string, Json][] = [];
  for (const [name, value] of pairs) {
    if (name.startsWith('data.')) data.push([name.slice('data.'.length), value]);
    else if (known.has(name)) old[name] = value;
  }
  return data.length === 0 ? old : { ...old, data: Object.fromEntries(data) };
};
const known = new Set(
  'registration_id collapse_key time_to_live dry_run restricted_package_name priority delay_while_idle'.split(' '),
);

const objectIn = (text: string): JsonObject | null => {
  const parsed = parseJson(text);
  return parsed.ok && isObject(parsed.value) ? parsed.value : null;
};

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescapeXml = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);

/** The messages of an XMPP stream: JSON inside `<gcm xmlns="google:mobile:data">`. */
const messagesIn = (stream: string): JsonObject[] =>
  [...stream.matchAll(/<gcm\b[^>]*>([^<]*)<\/gcm>/g)].flatMap((found): JsonObject[] => {
    const message = objectIn(unescapeXml(found[1] ?? ''));
    return message ? [message] : [];
  });

const toPush = ({ body, tokens }: Converted): ReadRequest => {
  const { message } = body;
  const notification = isObject(message) && isObject(message['notification']) ? message['notification'] : {};
  const text = (name: string): string => (typeof notification[name] === 'string' ? notification[name] : '');
  return {
    draft: { payload: JSON.stringify(body, null, 2), options: {} },
    tokens: [...tokens],
    title: text('title'),
    body: text('body'),
  };
};

const notesOf = (converted: readonly Converted[]): Phrase[] => {
  const count = converted.reduce((sum, { tokens }) => sum + Math.max(1, tokens.length), 0);
  const names = [...new Set(converted.flatMap(({ leftOut }) => leftOut))];
  return [
    { id: 'fcm.retired.access-token' },
    ...(count > 1 ? [{ id: 'fcm.retired.one-each', params: { count } }] : []),
    ...(converted.some(({ madeStrings }) => madeStrings) ? [{ id: 'fcm.retired.strings' }] : []),
    ...(names.length > 0 ? [{ id: 'fcm.retired.left-out', params: { names: names.slice(0, 12).join(', ') } }] : []),
  ];
};

const retired = (form: string, messages: readonly JsonObject[]): RetiredRequest => {
  const converted = messages.map(convertMessage);
  return {
    form,
    pushes: converted.map(toPush),
    notes: notesOf(converted),
    certainty: 'documented',
    source: sources.migrate,
  };
};

/** Reads a push in one of the two forms that ended in 2024. Null: it is neither. Never throws. */
export const readRetired = (request: WireRequest): RetiredRequest | null => {
  if (request.method === xmppName) return retired('FCM legacy XMPP', messagesIn(fromBytes(request.body) ?? ''));
  if (!sendPaths.test(splitPath(request.path).name)) return null;
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headerOf(request.headers, 'content-type') ?? '');
  const pairs = isForm ? readForm(request.body) : null;
  const message = pairs ? fromForm(pairs) : objectIn(fromBytes(request.body) ?? '');
  return retired('FCM legacy HTTP', message ? [message] : []);
};

/** Recognises the opening of an XMPP stream; a message in it makes it whole. The server key stands in its `<auth>`. */
export const oldProtocol = (bytes: Uint8Array): OldProtocol | null => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!/^\s*<(?:\?xml\b|stream:stream\b|message\b)/.test(text.slice(0, 64))) return null;
  const kept = text.replaceAll(/(<auth\b[^>]*>)[^<]*/g, '$1…');
  return { name: xmppName, isWhole: text.includes('</gcm>'), body: toBytes(kept) };
};
