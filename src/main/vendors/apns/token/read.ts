import { decodeJwt, type DecodedJwt } from '../../kit/jwt.ts';

/** A pasted text as far as it is a JWT. */
export interface PastedToken {
  /** Null: header and claims cannot be decoded. `signature` is empty where there is none. */
  readonly jwt: DecodedJwt | null;
  /** What had to be done before it could be read, and what is wrong with the form. */
  readonly form: 'jwt' | 'plain-base64' | 'unsigned' | 'signature-removed' | 'not-jwt';
}

/** How the journal writes what it took out. */
const removed = /\[signature #[^\]]*\]$/;

/** Without what people copy along: the header's name, the scheme, quotes, line breaks. */
const tidy = (text: string): string =>
  text
    .trim()
    .replace(/^["']|["',;]+$/g, '')
    .replace(/^authorization\s*[:=]\s*/i, '')
    .replace(/^["']?bearer\s+/i, '')
    .replaceAll(/\s+/g, '');

/** A signature that says nothing, so that the two other parts can be decoded by the common rules. */
const noSignature = 'AA';

const unsigned = (parts: readonly string[]): DecodedJwt | null => {
  const jwt = decodeJwt([...parts.slice(0, 2), noSignature].join('.'));
  return jwt && { ...jwt, signature: new Uint8Array(0) };
};

/** Reads a provider token as it is pasted from a request, a log or Pushscope itself. */
export const readPasted = (text: string): PastedToken => {
  const isRedacted = removed.test(text.trim());
  const token = tidy(isRedacted ? text.trim().replace(removed, '') : text).replace(/\.$/, '');
  const parts = token.split('.');
  if (parts.length === 2) {
    const jwt = unsigned(parts);
    if (jwt) return { jwt, form: isRedacted ? 'signature-removed' : 'unsigned' };
  }
  const jwt = decodeJwt(token);
  if (jwt) return { jwt, form: 'jwt' };
  const respelt = token.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const other = respelt === token ? null : decodeJwt(respelt);
  return other ? { jwt: other, form: 'plain-base64' } : { jwt: null, form: 'not-jwt' };
};
