/**
 * The one redaction rule (design: promise 4). A secret value becomes its kind and a keyed fingerprint, so that equal secrets compare
 * equal and none can be read back. A JWT keeps header and claims and loses its signature. It runs where the journal is written,
 * for sent and captured alike, so no other part has to remember it.
 */
import { parseTree, type Node } from 'jsonc-parser';
import type { HeaderList } from '../../shared/contract/index.ts';
import type { SecretRule } from '../vendors/vendor.ts';

export type Fingerprint = (secret: string) => string;
type Direction = SecretRule['in'];

/** Secret in requests of every vendor, and of none. */
const generalRules: readonly SecretRule[] = [
  ...(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key', 'x-goog-api-key'] as const).flatMap(
    (name) => [
      {
        in: 'request' as const,
        where: 'header' as const,
        name,
        kind: name === 'authorization' ? 'access-token' : name,
      },
      { in: 'response' as const, where: 'header' as const, name, kind: name },
    ],
  ),
  ...(['access_token', 'client_secret', 'refresh_token', 'password', 'private_key'] as const).flatMap((name) =>
    (['request', 'response'] as const).flatMap((direction) =>
      (['form', 'query', 'json'] as const).map((where) => ({
        in: direction,
        where,
        name,
        kind: name.replace('_', '-'),
      })),
    ),
  ),
];

const anyJwt = /\beyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]{8,}/;
const jwt = /\b(eyJ[\w-]{4,}\.[\w-]{4,})\.([\w-]{8,})/g;
const privateKey = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?-----END \1-----/g;

/** How many header values with their clean form are kept in memory. */
const keptHeaders = 256;

export interface Redactor {
  headers(list: HeaderList, direction: Direction): HeaderList;
  /** A path with its query. */
  path(path: string): string;
  /** A body that is text. `contentType` tells forms from JSON. */
  text(text: string, contentType: string, direction: Direction): string;
}

const kindsOf = (
  rules: readonly SecretRule[],
  where: SecretRule['where'],
  direction: Direction,
): ReadonlyMap<string, string> =>
  new Map(rules.filter((rule) => rule.where === where && rule.in === direction).map((rule) => [rule.name, rule.kind]));

/** A redactor for one vendor's traffic. */
export const createRedactor = (vendorRules: readonly SecretRule[], fingerprint: Fingerprint): Redactor => {
  const rules = [...generalRules, ...vendorRules];
  const kindOf = (where: SecretRule['where'], direction: Direction) => kindsOf(rules, where, direction);
  const tables = {
    request: { header: kindOf('header', 'request'), form: kindOf('form', 'request'), json: kindOf('json', 'request') },
    response: {
      header: kindOf('header', 'response'),
      form: kindOf('form', 'response'),
      json: kindOf('json', 'response'),
    },
  };
  const query = kindOf('query', 'request');
  const mentions = { request: mentionOf(tables.request.json), response: mentionOf(tables.response.json) };

  const mark = (kind: string, secret: string): string => `[${kind} #${fingerprint(secret)}]`;
  // Every JWT begins with `{"` in base64; looking for that first spares most texts the expression.
  const withoutSignature = (text: string): string =>
    !text.includes('eyJ')
      ? text
      : text.replace(jwt, (_whole, head: string, signature: string) => `${head}.${mark('signature', signature)}`);
  const value = (kind: string, secret: string): string =>
    anyJwt.test(secret) ? withoutSignature(secret) : mark(kind, secret);

  // All pushes of a session carry the same few values.
  const headerValue = remembering((kind, text) => {
    const scheme = /^(bearer|basic|token|key=)\s*/i.exec(text)?.[0] ?? '';
    const secret = text.slice(scheme.length);
    return secret === ''
      ? text
      : scheme + value(scheme.toLowerCase().startsWith('basic') ? 'basic-credentials' : kind, secret);
  });

  /** `a=1&secret=2`: only the secret values change, everything else stays byte for byte. */
  const pairs = (text: string, kinds: ReadonlyMap<string, string>): string =>
    text
      .split('&')
      .map((pair) => {
        const at = pair.indexOf('=');
        const kind = at < 0 ? undefined : kinds.get(decode(pair.slice(0, at)).toLowerCase());
        return kind === undefined || at === pair.length - 1
          ? pair
          : `${pair.slice(0, at + 1)}${value(kind, decode(pair.slice(at + 1)))}`;
      })
      .join('&');

  return {
    headers: (list, direction) =>
      list.map(([name, text]) => {
        const kind = tables[direction].header.get(name.toLowerCase());
        return [name, kind === undefined ? withoutSignature(text) : headerValue(kind, text)];
      }),
    path: (path) => {
      const at = path.indexOf('?');
      return withoutSignature(at < 0 ? path : `${path.slice(0, at + 1)}${pairs(path.slice(at + 1), query)}`);
    },
    text: (text, contentType, direction) => {
      if (text === '') return text;
      const { form, json } = tables[direction];
      let clean = text;
      if (contentType.includes('x-www-form-urlencoded')) clean = pairs(clean, form);
      else if (mentions[direction].test(clean)) clean = redactJson(clean, json, value);
      if (clean.includes('PRIVATE KEY-----')) clean = clean.replace(privateKey, (key) => mark('private-key', key));
      return withoutSignature(clean);
    },
  };
};

/** The same function, with its latest answers kept. */
const remembering = (make: (kind: string, text: string) => string): typeof make => {
  const latest = new Map<string, string>();
  return (kind, text) => {
    const key = `${kind} ${text}`;
    const known = latest.get(key) ?? make(kind, text);
    if (latest.size >= keptHeaders && !latest.has(key)) latest.clear();
    latest.set(key, known);
    return known;
  };
};

/** Finds the name of a secret member in one pass over a text. Names are letters, digits and the like; none needs escaping. */
const mentionOf = (names: ReadonlyMap<string, string>): RegExp =>
  new RegExp(`"(?:${[...names.keys()].join('|')})"`, 'i');

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Replaces string values by name wherever they stand in the document; the rest of the text keeps its bytes. */
const redactJson = (
  text: string,
  kinds: ReadonlyMap<string, string>,
  value: (kind: string, secret: string) => string,
): string => {
  const root = parseTree(text);
  if (!root) return text;
  const edits: { from: number; to: number; by: string }[] = [];
  const todo: Node[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    const [key, member] = node.type === 'property' ? (node.children ?? []) : [];
    const name: unknown = key?.value;
    const kind = typeof name === 'string' ? kinds.get(name.toLowerCase()) : undefined;
    const secret: unknown = member?.value;
    if (kind !== undefined && member && typeof secret === 'string' && secret !== '') {
      edits.push({ from: member.offset, to: member.offset + member.length, by: JSON.stringify(value(kind, secret)) });
    } else {
      todo.push(...(node.children ?? []));
    }
  }
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((clean, edit) => clean.slice(0, edit.from) + edit.by + clean.slice(edit.to), text);
};
