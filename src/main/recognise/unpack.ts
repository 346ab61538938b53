import { gunzipSync, inflateSync } from 'node:zlib';
import { mostUnpackedBytes } from './found.ts';

/** Unpacks gzip or zlib. Null: it is neither, it is damaged, or it would become too large. */
export const unpack = (bytes: Uint8Array): { readonly step: 'gzip' | 'zlib'; readonly bytes: Uint8Array } | null => {
  const [first = 0, second = 0] = bytes;
  const isGzip = first === 0x1f && second === 0x8b;
  const isZlib = first === 0x78 && (first * 256 + second) % 31 === 0;
  if (!isGzip && !isZlib) return null;
  try {
    const options = { maxOutputLength: mostUnpackedBytes };
    return isGzip
      ? { step: 'gzip', bytes: new Uint8Array(gunzipSync(bytes, options)) }
      : { step: 'zlib', bytes: new Uint8Array(inflateSync(bytes, options)) };
  } catch {
    return null;
  }
};

const base64 = /^(?:data:[\w/+.-]*(?:;[\w=-]+)*;base64,)?([A-Za-z0-9+/_-]+={0,2})$/;

/** The bytes of a base64 text, of either alphabet, broken into lines or not. Null: it is none, or too short to be told. */
export const unBase64 = (text: string): Uint8Array | null => {
  const joined = text.replaceAll(/\s+/g, '');
  const content = base64.exec(joined)?.[1];
  if (content === undefined || content.length < 16 || content.replaceAll('=', '').length % 4 === 1) return null;
  return new Uint8Array(Buffer.from(content, 'base64'));
};
