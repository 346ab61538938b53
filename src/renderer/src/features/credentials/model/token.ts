import type { VendorId } from '../../../../../shared/contract/index.ts';

/** What a pasted device token is. `why` is part of the catalogue id `credentials.token.<why>`. */
export type TokenReading =
  | { readonly state: 'fine' }
  /** It means a token, written another way; `clean` is the token. */
  | { readonly state: 'mendable'; readonly why: 'surrounded' | 'description' | 'base64'; readonly clean: string }
  /** It can be kept, but the vendor will not know it. */
  | {
      readonly state: 'odd';
      readonly why: 'description-cut' | 'other-vendor' | 'uuid' | 'not-hex' | 'odd-digits' | 'spaces-inside';
    };

const hex = /^(?:[0-9a-f]{2})+$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const fine: TokenReading = { state: 'fine' };

/** Without what logs and code put around a value: quotes, commas, a name before a colon or an equals sign with a space. */
const unwrap = (text: string): string =>
  text
    .trim()
    .replace(/^(?:device[ _-]?token|token)\s*[:=]\s*/i, '')
    .replace(/^["'`«“]+|["'`»”,;]+$/g, '')
    .trim();

/** Base64 of 16 to 200 bytes as hexadecimal digits; null when it is none. Plain hexadecimal never gets here. */
const fromBase64 = (text: string): string | null => {
  if (!/^[A-Za-z0-9+/_-]{22,}={0,2}$/.test(text)) return null;
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    if (bytes.length < 16 || bytes.length > 200) return null;
    return Array.from(bytes, (char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
};

/**
 * Reads an APNs token: hexadecimal of an opaque byte string. Other spellings seen in the field: how iOS before 13 prints the bytes
 * (`<c63963fd …>`), how iOS 13 does (`{length = 32, bytes = 0x… }`, cut in the middle when long), and base64.
 * Source: «APNs Device Tokens», https://nshipster.com/apns-device-tokens/, checked 2026-11-21; reported.
 */
const readAppleToken = (text: string, clean: string): TokenReading => {
  if (hex.test(clean)) return clean === text ? fine : { state: 'mendable', why: 'surrounded', clean };
  const described = /^<([0-9a-f\s]+)>$/i.exec(clean)?.[1] ?? /bytes\s*=\s*0x([0-9a-f\s.…]+)/i.exec(clean)?.[1];
  if (described !== undefined) {
    if (/\.\.|…/.test(described)) return { state: 'odd', why: 'description-cut' };
    return { state: 'mendable', why: 'description', clean: described.replaceAll(/\s+/g, '') };
  }
  const joined = clean.replaceAll(/\s+/g, '');
  if (joined !== clean && hex.test(joined)) return { state: 'mendable', why: 'surrounded', clean: joined };
  if (uuid.test(clean)) return { state: 'odd', why: 'uuid' };
  if (clean.includes(':')) return { state: 'odd', why: 'other-vendor' };
  if (/^[0-9a-f]+$/i.test(clean)) return { state: 'odd', why: 'odd-digits' };
  const decoded = fromBase64(clean);
  return decoded === null ? { state: 'odd', why: 'not-hex' } : { state: 'mendable', why: 'base64', clean: decoded };
};

/** What to say of a token as it was typed or pasted. An empty one is fine: the phone has reported none. */
export const readToken = (vendor: VendorId, text: string): TokenReading => {
  const clean = unwrap(text);
  if (clean === '') return fine;
  if (vendor === 'apns') return readAppleToken(text, clean);
  if (/\s/.test(clean)) {
    // A log or a terminal breaks long tokens over lines; words with blanks between them are something else.
    const joined = clean.replaceAll(/\s*\n\s*/g, '');
    return /\s/.test(joined)
      ? { state: 'odd', why: 'spaces-inside' }
      : { state: 'mendable', why: 'surrounded', clean: joined };
  }
  return clean === text ? fine : { state: 'mendable', why: 'surrounded', clean };
};
