/**
 * The one redaction rule (design: promise 4). A secret value becomes its kind and a keyed fingerprint, so that equal secrets compare
 * equal and none can be read back. A JWT keeps header and claims and loses its signature. It runs where the journal is written,
 * for sent and captured alike, so no other part has to remember it.
 */
import { createScanner } from 'jsonc-parser';
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

/**
 * Words joined by dots, each taken once: a hostile text of half a megabyte in which every fourth letter could begin a JWT must not be
 * searched from each of them to its end.
 */
const dotted = /(?<![\w-])[\w-]+(?:\.[\w-]+)+/g;
const jwtHead = /\beyJ[\w-]{4}/;

/** The text with the signature of every JWT in it replaced: `head.claims.signature`, of at least 7, 4 and 8 letters. */
export const replaceSignatures = (text: string, mark: (signature: string) => string): string =>
  // Every JWT begins with `{"` in base64; looking for that first spares most texts the expression.
  !text.includes('eyJ')
    ? text
    : text.replace(dotted, (words) => {
        const parts = words.split('.');
        for (let at = 2; at < parts.length; at += 1) {
          const [head = '', claims = '', signature = ''] = parts.slice(at - 2, at + 1);
          if (signature.length < 8 || claims.length < 4 || !jwtHead.test(head)) continue;
          parts[at] = mark(signature);
          // What a signature is part of is no other token's.
          at += 2;
        }
        return parts.join('.');
      });
/** What stands where a secret was; one that is there already, as in what somebody shared, stays as it is. */
const ownMark = /^(?:eyJ[\w-]+\.[\w-]+\.)?\[[a-z][a-z0-9-]* #[0-9a-f]{6,64}\]$/;
/** Whole or cut off, also in a form, where a space is a plus. No PEM has a quote or an ampersand in it, so what follows stays. */
export const privateKey =
  /-----BEGIN(?: |\+|%20)((?:[A-Z]+(?: |\+|%20))*PRIVATE(?: |\+|%20)KEY)-----[^"&]*?(?:-----END(?: |\+|%20)\1-----|(?=["&])|$)/g;
const maybeKey = /PRIVATE(?: |\+|%20)KEY-----/;

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

  const mark = (kind: string, secret: string): string =>
    ownMark.test(secret) ? secret : `[${kind} #${fingerprint(secret)}]`;
  const withoutSignature = (text: string): string =>
    replaceSignatures(text, (signature) => mark('signature', signature));
  const value = (kind: string, secret: string): string => {
    const unsigned = withoutSignature(secret);
    return unsigned === secret ? mark(kind, secret) : unsigned;
  };

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
      if (maybeKey.test(clean)) clean = clean.replace(privateKey, (key) => mark('private-key', key));
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

// Of jsonc-parser's SyntaxKind, which is a const enum and so not there at run time.
const colonToken = 6;
const stringToken = 10;
const endToken = 17;

/**
 * Replaces string values by name wherever they stand in the document; the rest of the text keeps its bytes. Token by token and not
 * as a tree: what is captured may be nested deeper than a stack reaches, or break off in the middle.
 */
const redactJson = (
  text: string,
  kinds: ReadonlyMap<string, string>,
  value: (kind: string, secret: string) => string,
): string => {
  const scanner = createScanner(text, true);
  const parts: string[] = [];
  let copied = 0;
  let string = '';
  let kind: string | undefined;
  for (let token: number = scanner.scan(); token !== endToken; token = scanner.scan()) {
    if (token === colonToken) {
      kind = kinds.get(string.toLowerCase());
    } else {
      if (token === stringToken) {
        string = scanner.getTokenValue();
        if (kind !== undefined && string !== '') {
          parts.push(text.slice(copied, scanner.getTokenOffset()), JSON.stringify(value(kind, string)));
          copied = scanner.getTokenOffset() + scanner.getTokenLength();
        }
      }
      kind = undefined;
    }
  }
  return parts.length === 0 ? text : [...parts, text.slice(copied)].join('');
};
