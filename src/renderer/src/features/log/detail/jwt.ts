/** A JWT as far as the log keeps it: header and claims, without its signature. */
export interface DecodedJwt {
  /** Where it stands: a header's name, `path` or `body`. */
  readonly where: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** As the log has it: with its signature, or with the mark that stands for one. */
  readonly text: string;
}

/** Begins where a word does, so that a text full of beginnings is read once. */
const jwt = /(?<![\w-])(eyJ[\w-]{4,})\.([\w-]{4,})\.(?:[\w-]+|\[signature #[^\]]*\])?/g;

const decodeJson = (base64url: string): Readonly<Record<string, unknown>> | null => {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
};

/** Every JWT in a text that can be decoded, in order. */
const jwtsIn = (where: string, text: string): DecodedJwt[] =>
  [...text.matchAll(jwt)].flatMap(([whole, first = '', second = '']) => {
    const header = decodeJson(first);
    const claims = decodeJson(second);
    return header && claims ? [{ where, header, claims, text: whole }] : [];
  });

/** The JWTs of a recorded request: of its headers, its path, its body. */
export const findJwts = (request: {
  readonly headers: readonly (readonly [string, string])[];
  readonly path: string;
  readonly body: { readonly text: string | null };
}): DecodedJwt[] => [
  ...request.headers.flatMap(([name, value]) => jwtsIn(name, value)),
  ...jwtsIn('path', request.path),
  ...jwtsIn('body', request.body.text ?? ''),
];

/** A claim that is an instant (NumericDate, RFC 7519 §2), in milliseconds; null when it is none. */
export const claimMs = (claims: DecodedJwt['claims'], name: 'iat' | 'exp'): number | null => {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : null;
};
