import { randomBytes } from 'node:crypto';
import { closeBox, keyBytes, openBoxOrThrow } from './box.ts';
import type { Sealer } from './sealer.ts';

/** Seals with a key that ends with the process. For tests, and for sessions that are to leave nothing behind. */
export function memorySealer(): Sealer {
  const key = randomBytes(keyBytes);
  return {
    id: 'memory',
    seal: (plain) => Promise.resolve(closeBox(key, plain)),
    unseal: async (sealed) => openBoxOrThrow(key, sealed, 'memory'),
  };
}
