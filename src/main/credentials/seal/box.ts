import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';

/** Bytes of an AES-256 key. */
export const keyBytes = 32;
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const cipherName = 'aes-256-gcm';
const headBytes = 1 + nonceBytes;

/** Ties a sealed value to this program and format; changing the version byte makes it unreadable, not misread. */
const boundTo = (formatVersion: number): Buffer => Buffer.from(`pushscope-seal-v${formatVersion}`);

/** Seals with AES-256-GCM. Layout: version byte, nonce (12), ciphertext, tag (16). */
export function closeBox(key: Uint8Array, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo(version));
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `closeBox` made with the same key. Null: another key, another format, or changed bytes. */
export function openBox(key: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < headBytes + tagBytes || sealed[0] !== version) return null;
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(1, headBytes), { authTagLength: tagBytes });
  decipher.setAAD(boundTo(version));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headBytes, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Opens, or throws AppError `secrets.locked` with `details.reason`. */
export function openBoxOrThrow(key: Uint8Array, sealed: Uint8Array, sealer: string): Uint8Array {
  const plain = openBox(key, sealed);
  if (!plain) throw new AppError('secrets.locked', { sealer, reason: 'does-not-open' });
  return plain;
}
