import { createHash } from 'node:crypto';
import { withEntry } from '../bounded.ts';

/** What an access token of a gateway stands for. The token itself is not kept. */
export interface IssuedToken {
  /** The client that asked for it. */
  readonly clientId: string;
  readonly expiresAtMs: number;
}
/** Access tokens a gateway gave out, by hash. */
export type IssuedTokens = ReadonlyMap<string, IssuedToken>;

const kept = 1000;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What a token stands for; null when it was not issued here or is forgotten. */
export const findIssued = (tokens: IssuedTokens, token: string): IssuedToken | null =>
  tokens.size === 0 ? null : (tokens.get(hashOf(token)) ?? null);

/** Keeps about the newest thousand, so that a sender who never reuses its token cannot fill the memory. */
export const rememberToken = (tokens: IssuedTokens, token: string, issued: IssuedToken): IssuedTokens =>
  withEntry(tokens, hashOf(token), issued, kept);
