import type { Exchange } from '../../../shared/contract/index.ts';
import { cause, type Evidence, type Look } from './evidence.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Begins where a word does, so that a text full of beginnings is read once. */
const anyJwt = /(?<![\w-])(eyJ[\w-]{4,})\.(eyJ[\w-]{4,})/;

/** Forms escape what is no letter; other texts may hold a percent sign that escapes nothing. */
const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const part = (text: string): Claims | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : null;
  } catch {
    return null;
  }
};

/** Header and claims of the signed token of a request, as far as the log keeps it; null: there is none. */
export const signedTokenOf = ({ request }: Pick<Exchange, 'request'>): { header: Claims; claims: Claims } | null => {
  const texts = [...request.headers.map(([, value]) => value), request.body.text ?? ''];
  for (const text of texts) {
    const [, first = '', second = ''] = anyJwt.exec(unescaped(text)) ?? [];
    const header = part(first);
    const claims = part(second);
    if (header && claims) return { header, claims };
  }
  return null;
};

const seconds = (claims: Claims, name: string): number | null => {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** An hour: for how long Apple takes a token, and how long Google and Huawei let one live. */
const longestMinutes = 60;
/** Clocks of two machines differ by as much without anybody minding. */
const skewSeconds = 60;

const wrongKey = (
  { credential }: Evidence,
  header: Claims,
  claims: Claims,
): [found: string, expected: string] | null => {
  if (credential?.facts.kind !== 'apns-p8') return null;
  const { keyId, teamId } = credential.facts;
  const pairs: readonly (readonly [unknown, string])[] = [
    [header['kid'], keyId],
    [claims['iss'], teamId],
  ];
  for (const [found, expected] of pairs)
    if (typeof found === 'string' && expected !== '' && found !== expected) return [found, expected];
  return null;
};

/** The signed token of a request: its age, its life and its key. */
export const providerToken: Look = (evidence) => {
  const { exchange, credential } = evidence;
  const fix = {
    words: { id: 'provider-token.fix' },
    action: exchange.kind === 'push' ? ({ kind: 'resend' } as const) : null,
  };
  const token = signedTokenOf(exchange);
  if (!token) {
    // Where fetched tokens are the rule, a request without a signed one is as it should be.
    const isMissing = exchange.explanation?.code.startsWith('Missing') ?? false;
    return isMissing ? cause('provider-token', 'found', { id: 'provider-token.missing' }, fix) : null;
  }
  const at = exchange.atMs / 1000;
  const iat = seconds(token.claims, 'iat');
  const exp = seconds(token.claims, 'exp');
  const minutes = (from: number): number => Math.max(Math.round(Math.abs(from) / 60), 1);
  const found = (id: string, params: Readonly<Record<string, string | number>>) =>
    cause('provider-token', 'found', { id: `provider-token.${id}`, params }, fix);
  if (iat !== null && iat - at > skewSeconds) return found('future', { minutes: minutes(iat - at) });
  if (exp !== null && at > exp) return found('expired', { minutes: minutes(at - exp) });
  if (iat !== null && exp !== null && exp - iat > longestMinutes * 60)
    return found('long', { minutes: minutes(exp - iat), limit: longestMinutes });
  if (iat !== null && exp === null && at - iat > longestMinutes * 60)
    return found('old', { minutes: minutes(at - iat), limit: longestMinutes });
  const key = wrongKey(evidence, token.header, token.claims);
  if (key && credential) return found('key', { found: key[0], expected: key[1], credential: credential.name });
  return iat === null
    ? null
    : cause('provider-token', 'ruled-out', {
        id: 'provider-token.ok',
        params: { minutes: Math.round((at - iat) / 60) },
      });
};
