import { createHmac } from 'node:crypto';
import { parseJson } from '../kit/json.ts';

/** What is signed: seconds since 1970 as text, and the exact body. */
export interface Signed {
  readonly accessId: string;
  readonly timestamp: string;
  readonly body: string;
}

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();
const overHex = (digest: Buffer): string => Buffer.from(digest.toString('hex')).toString('base64');

/** Base64 over the 64 hex letters of the HMAC, not over its 32 bytes. Source: «signature authentication». */
export const signBody = ({ accessId, timestamp, body }: Signed, secretKey: string): string =>
  overHex(hmac(secretKey, `${timestamp}${accessId}${body}`));

/** Basic authentication with the same keys. */
export const basicOf = (accessId: string, secretKey: string): string =>
  `Basic ${Buffer.from(`${accessId}:${secretKey}`).toString('base64')}`;

/**
 * Why a signature is not the right one, by recomputing the usual mistakes. Null: it is right. `accessKey`: the app's key for
 * phones, where it is known. `other`: no known mistake leads to it.
 */
export const findSignMistake = (given: string, signed: Signed, secretKey: string, accessKey: string): string | null => {
  if (given === signBody(signed, secretKey)) return null;
  const { accessId, timestamp, body } = signed;
  const digest = hmac(secretKey, `${timestamp}${accessId}${body}`);
  const parsed = parseJson(body);
  const compact = parsed.ok ? JSON.stringify(parsed.value) : body;
  const variants: readonly (readonly [string, string])[] = [
    ['raw-base64', digest.toString('base64')],
    ['hex', digest.toString('hex')],
    ['upper-hex', Buffer.from(digest.toString('hex').toUpperCase()).toString('base64')],
    ['rewritten-body', signBody({ ...signed, body: compact }, secretKey)],
    [
      'rewritten-body',
      signBody({ ...signed, body: parsed.ok ? JSON.stringify(parsed.value, null, 2) : body }, secretKey),
    ],
    ['id-first', overHex(hmac(secretKey, `${accessId}${timestamp}${body}`))],
    ['no-time', overHex(hmac(secretKey, `${accessId}${body}`))],
    ['no-body', overHex(hmac(secretKey, `${timestamp}${accessId}`))],
    ...(accessKey === '' ? [] : [['access-key', signBody(signed, accessKey)] as const]),
  ];
  return variants.find(([, value]) => value === given)?.[0] ?? 'other';
};
