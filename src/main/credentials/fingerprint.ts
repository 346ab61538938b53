import { createHmac } from 'node:crypto';

/** 40 bits: among a thousand secrets two share a fingerprint by chance in one of two million workspaces. */
const hexDigits = 10;
const cacheSize = 4096;

/**
 * Makes the function that names secrets in the journal: equal secrets get equal fingerprints under one key, and without the key
 * nobody can test a guess. HMAC-SHA256, first 10 hex digits. The latest 4096 answers are kept, because every push of a session
 * carries the same few tokens.
 */
export function createFingerprinter(key: Uint8Array): (secret: string) => string {
  const latest = new Map<string, string>();
  return (secret) => {
    const known = latest.get(secret);
    const made = known ?? createHmac('sha256', key).update(secret).digest('hex').slice(0, hexDigits);
    // A Map keeps the order of insertion: the first entry is the one not asked for the longest.
    latest.delete(secret);
    latest.set(secret, made);
    const [oldest] = latest.keys();
    if (latest.size > cacheSize && oldest !== undefined) latest.delete(oldest);
    return made;
  };
}
