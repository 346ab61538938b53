import { createHmac, randomBytes } from 'node:crypto';
import type { Exchange } from '../../../shared/contract/index.ts';
import { privateKey, replaceSignatures } from '../redact.ts';
import { mapStrings, replacing } from './walk.ts';

/** A new salt for the tokens of one file. It stands in no file: who has a list of tokens cannot look for them in it. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** A device token as it leaves the machine: nobody can send to it, and with one salt equal tokens are equal. */
export const tokenMark = (token: string, salt: string): string =>
  /^\[token #[0-9a-f]{16}\]$/.test(token)
    ? token
    : `[token #${createHmac('sha256', salt).update(`pushscope device token ${token}`).digest('hex').slice(0, 16)}]`;

/** Tokens are written in every exchange: in the path, the body, the answer, the targets. Shorter ones would match anything. */
const shortestToken = 6;

/** The value with the device tokens of an exchange replaced wherever they stand in it. */
export const hideTokens = <T>(value: T, tokens: readonly string[], salt: string): T => {
  const known = [...new Set(tokens)].filter((token) => token.length >= shortestToken);
  const replace = replacing(new Map(known.map((token) => [token, tokenMark(token, salt)])));
  // The same shape with other strings.
  return mapStrings(value, replace) as T;
};

/** A last look at a text that leaves the machine: no signature and no private key goes with it, whatever wrote it. */
export const sweep = (text: string): string =>
  replaceSignatures(text, () => '[signature]').replace(privateKey, '[private-key]');

/** Tokens an exchange names. */
export const tokensOf = (exchange: Pick<Exchange, 'targets'>): string[] => exchange.targets.map(({ token }) => token);
