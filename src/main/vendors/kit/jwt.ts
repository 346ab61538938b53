import { isObject, parseJson, type JsonObject } from './json.ts';
import { fromBytes } from './text.ts';

/** A JWT taken apart without checking anything. `signedText` is what the signature covers. */
export interface DecodedJwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly signature: Uint8Array;
  readonly signedText: string;
}

const base64url = /^[A-Za-z0-9_-]+$/;

const decodePart = (part: string): JsonObject | null => {
  if (!base64url.test(part)) return null;
  const text = fromBytes(Uint8Array.from(Buffer.from(part, 'base64url')));
  const parsed = text === null ? null : parseJson(text);
  return parsed?.ok && isObject(parsed.value) ? parsed.value : null;
};

/** Null: not three base64url parts with JSON objects in the first two. */
export const decodeJwt = (token: string): DecodedJwt | null => {
  const parts = token.split('.');
  const [headerPart, claimsPart, signaturePart] = parts;
  if (parts.length !== 3 || !headerPart || !claimsPart || !signaturePart || !base64url.test(signaturePart)) return null;
  const header = decodePart(headerPart);
  const claims = decodePart(claimsPart);
  if (!header || !claims) return null;
  return {
    header,
    claims,
    signature: Buffer.from(signaturePart, 'base64url'),
    signedText: `${headerPart}.${claimsPart}`,
  };
};
