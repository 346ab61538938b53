import { hash as digest, pbkdf2Sync } from 'node:crypto';
import { refuse } from './refuse.ts';

/**
 * A native derivation cannot be interrupted, not even by ending the worker, so counts beyond this are refused before they start.
 * 600,000 is what careful tools write today; this many take about a second and a half per derivation.
 */
export const maxIterations = 10_000_000;

/** Refuses counts that would hold the thread for too long. */
export const checkIterations = (iterations: number): number => {
  if (iterations < 1) throw refuse('credential.unreadable', 'damaged');
  if (iterations > maxIterations) throw refuse('credential.too-slow', 'iterations', { iterations });
  return iterations;
};

/** PBKDF2 by the runtime's native code. */
export const pbkdf2 = (
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  lengthBytes: number,
  hash: string,
): Buffer => pbkdf2Sync(password, salt, checkIterations(iterations), lengthBytes, hash);

/** What the derived bytes are for: the ID byte of RFC 7292 appendix B.3. */
export const purpose = { key: 1, iv: 2, mac: 3 } as const;

const blockBytes = (hash: string): number => (hash === 'sha384' || hash === 'sha512' ? 128 : 64);

const repeatToBlocks = (bytes: Uint8Array, block: number): Buffer => {
  const length = block * Math.ceil(bytes.length / block);
  return Buffer.alloc(length, bytes.length === 0 ? undefined : bytes);
};

/** Adds `addend + 1` to every block of `blocks`, as big-endian numbers that wrap around. */
const addToBlocks = (blocks: Buffer, addend: Buffer): void => {
  for (let start = 0; start < blocks.length; start += addend.length) {
    let carry = 1;
    for (let at = addend.length - 1; at >= 0; at -= 1) {
      carry += blocks.readUInt8(start + at) + addend.readUInt8(at);
      blocks.writeUInt8(carry & 0xff, start + at);
      carry >>= 8;
    }
  }
};

/**
 * Key derivation of PKCS#12 (RFC 7292 appendix B.2). `password` is UTF-16BE with its closing zero. The loop is JavaScript around
 * native hashing, about 0.8 µs a round, so that ending the worker stops it.
 */
export function pkcs12Kdf(
  hash: string,
  id: number,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  lengthBytes: number,
): Buffer {
  checkIterations(iterations);
  const block = blockBytes(hash);
  const diversifier = Buffer.alloc(block, id);
  const input = Buffer.concat([repeatToBlocks(salt, block), repeatToBlocks(password, block)]);
  const parts: Buffer[] = [];
  let made = 0;
  while (made < lengthBytes) {
    let round = digest(hash, Buffer.concat([diversifier, input]), 'buffer');
    for (let count = 1; count < iterations; count += 1) round = digest(hash, round, 'buffer');
    parts.push(round);
    made += round.length;
    if (made < lengthBytes) addToBlocks(input, Buffer.alloc(block, round));
  }
  return Buffer.concat(parts).subarray(0, lengthBytes);
}
