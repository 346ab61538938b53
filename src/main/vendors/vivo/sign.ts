import { createHash } from 'node:crypto';

/** What `/message/auth` signs. `timestamp`: 13 digits of milliseconds, the very ones in the body. */
export interface Signed {
  readonly appId: string;
  readonly appKey: string;
  readonly timestamp: string;
  readonly appSecret: string;
}

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** Lower-case hex MD5 of the four values in a row. Source: «PUSH-UPS-API». */
export const signAuth = ({ appId, appKey, timestamp, appSecret }: Signed): string =>
  md5(`${appId}${appKey}${timestamp}${appSecret}`.trim());

/**
 * Why a signature is not the right one, by recomputing the usual mistakes. Null: it is right. `other`: no known mistake leads to it,
 * most often the secret is another one.
 */
export const findSignMistake = (given: string, parts: Signed): string | null => {
  if (given === signAuth(parts)) return null;
  const { appId, appKey, timestamp, appSecret } = parts;
  const seconds = timestamp.slice(0, 10);
  const variants: readonly (readonly [string, string])[] = [
    ['upper-case', signAuth(parts).toUpperCase()],
    ['key-first', md5(`${appKey}${appId}${timestamp}${appSecret}`)],
    ['secret-first', md5(`${appSecret}${appId}${appKey}${timestamp}`)],
    ['secret-before-time', md5(`${appId}${appKey}${appSecret}${timestamp}`)],
    ['no-secret', md5(`${appId}${appKey}${timestamp}`)],
    ['key-as-secret', md5(`${appId}${appKey}${timestamp}${appKey}`)],
    ['seconds', md5(`${appId}${appKey}${seconds}${appSecret}`)],
    ['separators', md5([appId, appKey, timestamp, appSecret].join('&'))],
  ];
  return variants.find(([, value]) => value === given)?.[0] ?? 'other';
};
