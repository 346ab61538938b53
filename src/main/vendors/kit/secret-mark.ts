import { createHash } from 'node:crypto';

/** A short mark of a secret for cache keys: another secret under the same credential gets another token. Not reversible. */
export const secretMark = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 16);
