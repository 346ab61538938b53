import { deviceTokenDigits } from './limits.ts';

/**
 * What a text given as a device token looks like. `hex` is the token hidden in it, where it can be told. Apple asks nobody to
 * assume a length: 64 digits are usual, 108 and 160 have been seen.
 */
export type TokenShape =
  | { readonly kind: 'token' | 'empty' | 'odd' | 'length' | 'uuid' | 'fcm' | 'description-cut' | 'characters' }
  | { readonly kind: 'description' | 'decorated' | 'base64'; readonly hex: string };

const digits = /^[0-9a-fA-F]+$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** `<c63963fd fdafa1b9 …>`, how NSData printed itself before iOS 13. */
const oldDescription = /^<[0-9a-f\s]+>$/i;
/** `{length = 32, bytes = 0xd3d997af 967d1f43 ... 7e6cde39}`, since iOS 13; the middle is usually left out. */
const newDescription = /^\{\s*length\s*=\s*\d+\s*,\s*bytes\s*=\s*0x([0-9a-f\s.…]+)\}$/i;
const fcm = /^[\w-]{11,}:[\w-]{60,}$/;

const wellFormed = (hex: string): boolean =>
  digits.test(hex) &&
  hex.length % 2 === 0 &&
  hex.length >= deviceTokenDigits.least &&
  hex.length <= deviceTokenDigits.most;

const shapeOfDigits = (text: string): TokenShape => {
  if (text.length % 2 === 1) return { kind: 'odd' };
  return { kind: wellFormed(text) ? 'token' : 'length' };
};

const shapeOfDescription = (text: string): TokenShape | null => {
  const inner = oldDescription.test(text) ? text.slice(1, -1) : newDescription.exec(text)?.[1];
  if (inner === undefined) return null;
  const hex = inner.replace(/\s+/g, '').toLowerCase();
  return wellFormed(hex) ? { kind: 'description', hex } : { kind: 'description-cut' };
};

/** 32 bytes are 44 characters with padding, 80 bytes are 108. */
const shapeOfBase64 = (text: string): TokenShape | null => {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  const expected = Math.ceil((bytes.length * 4) / 3);
  if ((bytes.length !== 32 && bytes.length !== 80) || text.replace(/=+$/, '').length !== expected) return null;
  return { kind: 'base64', hex: bytes.toString('hex') };
};

/** Recognises a device token and the texts people paste in place of one. Never throws. */
export const shapeOfToken = (text: string): TokenShape => {
  if (text === '') return { kind: 'empty' };
  if (digits.test(text)) return shapeOfDigits(text);
  const description = shapeOfDescription(text.trim());
  if (description) return description;
  if (uuid.test(text.trim())) return { kind: 'uuid' };
  if (fcm.test(text.trim())) return { kind: 'fcm' };
  const bare = text.replace(/^\s*0x/i, '').replace(/[\s"'<>:,-]+/g, '');
  if (wellFormed(bare)) return { kind: 'decorated', hex: bare.toLowerCase() };
  return shapeOfBase64(text.trim()) ?? { kind: 'characters' };
};
