import { classifyDer } from './classify-der.ts';
import { DerError, declaredLength } from './der.ts';
import { looksLikePem, readPem, unescapeNewlines, type PemBlock } from './pem.ts';
import type { FileNote } from './reading.ts';
import { refuse, type Refusal } from './refuse.ts';

/** What a file is, by its bytes; its name plays no part. */
export type Recognised = { readonly notes: readonly FileNote[] } & (
  | { readonly kind: 'pkcs12'; readonly der: Buffer }
  | { readonly kind: 'blocks'; readonly blocks: readonly PemBlock[] }
  | { readonly kind: 'json'; readonly value: unknown }
);

/** First bytes of files that people pick by mistake. */
const signatures: readonly (readonly [hex: string, Refusal])[] = [
  ['504b0304', 'zip-archive'],
  ['feedfeed', 'java-keystore'],
  ['cececece', 'java-keystore'],
  ['62706c697374', 'property-list'],
];

const decodeUtf16 = (bytes: Buffer): string =>
  bytes[0] === 0xff
    ? bytes.subarray(2).toString('utf16le')
    : Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');

/** Text of a file, and whether it was UTF-16 (Windows Notepad's «Unicode»). Null: not text. */
const decodeText = (bytes: Buffer): { text: string; isUtf16: boolean } | null => {
  const mark = bytes.subarray(0, 2).toString('hex');
  if ((mark === 'fffe' || mark === 'feff') && bytes.length % 2 === 0)
    return { text: decodeUtf16(bytes), isUtf16: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf16: false };
  } catch {
    return null;
  }
};

const recogniseDer = (der: Buffer, notes: readonly FileNote[]): Recognised | null => {
  const needed = declaredLength(der);
  if (needed !== null && needed > der.length) {
    throw refuse('credential.unreadable', 'truncated', { neededBytes: needed, foundBytes: der.length });
  }
  const found = classifyDer(der);
  if (found?.kind === 'pkcs12') return { kind: 'pkcs12', der, notes };
  if (found?.kind === 'cms') {
    throw refuse('credential.unsupported', der.includes('<plist') ? 'provisioning-profile' : 'pkcs7');
  }
  if (found?.kind !== 'block') return null;
  return { kind: 'blocks', blocks: [{ label: found.label, der, cipher: null, text: '' }], notes };
};

const recogniseJson = (text: string, notes: readonly FileNote[]): Recognised => {
  try {
    return { kind: 'json', value: JSON.parse(text), notes };
  } catch {
    // The parser's message quotes the text around the mistake, and that text may be a key: it must not travel.
    throw refuse('credential.unreadable', 'broken-json');
  }
};

const recognisePem = (text: string, notes: readonly FileNote[]): Recognised => {
  const escaped = text.includes('\\n');
  const blocks = readPem(escaped ? unescapeNewlines(text) : text);
  if (blocks.length === 0) throw refuse('credential.unreadable', 'truncated-pem');
  return { kind: 'blocks', blocks, notes: escaped ? [...notes, 'escaped-newlines'] : notes };
};

/** Content of a text that is nothing but base64 of DER, JSON or PEM, as CI systems store files. Null: it is not. */
const decodeBase64 = (text: string): Buffer | null => {
  const packed = text.replaceAll(/\s/g, '');
  if (packed.length < 64 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) return null;
  const bytes = Buffer.from(packed, 'base64');
  return bytes[0] === 0x30 || /^\s*(?:\{|-----BEGIN )/.test(bytes.subarray(0, 64).toString('latin1')) ? bytes : null;
};

const nameText = (text: string): Refusal | null => {
  if (/^AAAA[\w-]{7}:[\w-]{100,}$/.test(text)) return 'fcm-legacy-key';
  if (/^AIza[\w-]{35}$/.test(text)) return 'google-api-key';
  return text.startsWith('<') && text.includes('<plist') ? 'property-list' : null;
};

const recogniseText = (content: string, notes: readonly FileNote[]): Recognised => {
  const text = content.trim();
  if (text === '') throw refuse('credential.unreadable', 'empty');
  if (text.startsWith('{') || text.startsWith('[')) return recogniseJson(text, notes);
  if (looksLikePem(text)) return recognisePem(text, notes);
  const decoded = notes.includes('base64-text') ? null : decodeBase64(text);
  if (decoded) return recognise(decoded, [...notes, 'base64-text']);
  const named = nameText(text);
  throw named ? refuse('credential.unsupported', named) : refuse('credential.unreadable', 'not-recognised');
};

/**
 * Tells what a file is. Refuses, with a name for it, everything that cannot be a credential; throws DerError for DER whose
 * structure is broken.
 */
export function recognise(bytes: Buffer, notes: readonly FileNote[] = []): Recognised {
  if (bytes.length === 0) throw refuse('credential.unreadable', 'empty');
  const signature = signatures.find(([hex]) => bytes.subarray(0, hex.length / 2).toString('hex') === hex);
  if (signature) throw refuse('credential.unsupported', signature[1]);
  const decoded = decodeText(bytes);
  // A key in DER never is UTF-8 text from end to end; a text may well begin with «0».
  if (bytes[0] === 0x30 && !decoded) {
    const found = recogniseDer(bytes, notes);
    if (found) return found;
  }
  if (!decoded) throw refuse('credential.unreadable', 'not-recognised');
  return recogniseText(decoded.text, decoded.isUtf16 ? [...notes, 'utf16-text'] : notes);
}

/** Was this thrown because the bytes are not the structure they seemed to be? */
export const isStructureError = (error: unknown): boolean => error instanceof DerError || error instanceof RangeError;
