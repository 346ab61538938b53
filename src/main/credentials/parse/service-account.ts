import { createPrivateKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { privatePem, publicPem } from './keys.ts';
import { unescapeNewlines } from './pem.ts';
import type { Reading } from './reading.ts';
import { refuse, type Refusal } from './refuse.ts';

/** Where Google takes the signed assertion; used when the file does not name it, as Google's own libraries do. */
const googleTokenUri = 'https://oauth2.googleapis.com/token';

const ServiceAccount = z.object({
  project_id: z.string().min(1),
  private_key: z.string().min(1),
  client_email: z.string().min(3),
  private_key_id: z.string().default(''),
  token_uri: z.url({ protocol: /^https?$/ }).default(googleTokenUri),
});

const has = (value: object, ...names: readonly string[]): boolean => names.every((name) => name in value);

/** What some JSON is that is not a service account. */
const nameOtherJson = (value: object): Refusal => {
  const type = 'type' in value ? value.type : undefined;
  if (type === 'authorized_user') return 'user-credentials';
  if (type === 'external_account' || type === 'impersonated_service_account') return 'workload-identity';
  if (has(value, 'project_info', 'client')) return 'google-services';
  if (has(value, 'agcgw') || has(value, 'agcgw_all')) return 'agconnect-services';
  if (has(value, 'installed') || has(value, 'web')) return 'oauth-client';
  return 'other-json';
};

const isServiceAccount = (value: object): boolean =>
  'type' in value ? value.type === 'service_account' : has(value, 'private_key', 'client_email');

/** A file of Google's own: a service account, or one of those that people take for it. */
export const isGoogleFile = (value: object): boolean =>
  isServiceAccount(value) || ['user-credentials', 'workload-identity'].includes(nameOtherJson(value));

const readRsaKey = (pem: string): KeyObject => {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // Falls through to the refusal; the library's message could quote the key.
  }
  throw refuse('credential.unreadable', 'service-account-key');
};

/**
 * Reads a parsed JSON value as a Google service account. A private key with literal `\n` is mended and noted. Refuses other JSON
 * by its name, and says which fields are missing or malformed.
 */
export function readServiceAccount(value: unknown): Reading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('credential.unsupported', 'other-json');
  }
  if (!isServiceAccount(value)) throw refuse('credential.unsupported', nameOtherJson(value));
  const parsed = ServiceAccount.safeParse(value);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ');
    throw refuse('credential.unreadable', 'service-account-fields', { fields });
  }
  const account = parsed.data;
  const escaped = account.private_key.includes('\\n');
  const key = readRsaKey(escaped ? unescapeNewlines(account.private_key) : account.private_key);
  return {
    kind: 'fcm-service-account',
    suggestedName: account.project_id,
    identities: [
      {
        facts: {
          kind: 'fcm-service-account',
          projectId: account.project_id,
          clientEmail: account.client_email,
          privateKeyId: account.private_key_id,
          tokenUri: account.token_uri,
          publicKeyPem: publicPem(key),
        },
        secret: { privateKeyPem: privatePem(key) },
      },
    ],
    asks: [],
    notes: escaped ? ['escaped-newlines'] : [],
  };
}
