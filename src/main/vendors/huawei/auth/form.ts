import { createPrivateKey } from 'node:crypto';
import type { Certainty, Phrase } from '../../../../shared/contract/index.ts';
import { parseJson } from '../../kit/json.ts';
import type { CredentialField } from '../../vendor.ts';
import { sources } from '../sources.ts';

const wrong = (name: string): Phrase => ({ id: `huawei.form.${name}` });

/** Mix-ups that any field can have. */
const misplaced = (value: string): Phrase | null => {
  if (/-----BEGIN/.test(value)) return wrong('is-private-key');
  if (value.trimStart().startsWith('{') && parseJson(value).ok) return wrong('is-key-file');
  return /\s/.test(value.trim()) ? wrong('has-space') : null;
};

const checkDigits = (value: string): Phrase | null =>
  misplaced(value) ??
  (/^\d+$/.test(value.trim()) ? null : wrong(/^[0-9a-f]{40,}$/i.test(value) ? 'is-secret' : 'not-number'));

const checkSecret = (value: string): Phrase | null => {
  const found = misplaced(value);
  if (found) return found;
  if (/^\d{6,20}$/.test(value)) return wrong('is-app-id');
  return /%[0-9a-f]{2}/i.test(value) ? wrong('is-encoded') : null;
};

const checkKeyId = (value: string): Phrase | null => misplaced(value) ?? (value.trim() === '' ? wrong('empty') : null);

const checkPackage = (value: string): Phrase | null =>
  misplaced(value) ?? (/^[A-Za-z]\w*(?:\.\w+)+$/.test(value.trim()) ? null : wrong('not-package'));

const checkPrivateKey = (value: string): Phrase | null => {
  if (value.trimStart().startsWith('{')) return wrong('is-key-file');
  if (/BEGIN (?:PUBLIC KEY|CERTIFICATE)/.test(value)) return wrong('is-public');
  if (!/BEGIN (?:RSA )?PRIVATE KEY/.test(value)) return wrong('not-pem');
  try {
    return createPrivateKey(value).asymmetricKeyType === 'rsa' ? null : wrong('not-rsa');
  } catch {
    // A key copied out of JSON has `\n` as two characters.
    return wrong(value.includes('\\n') ? 'escaped-lines' : 'key-broken');
  }
};

const field = (
  name: string,
  label: string,
  secret: boolean,
  check: CredentialField['check'],
  source: CredentialField['source'],
  certainty: Certainty = 'documented',
): CredentialField => ({ name, label, secret, required: false, check, certainty, source });

/**
 * Two sets of values, either of which is enough: App ID and App Secret (v1, v2), or a service account's four (v3, v2). That one of
 * them is complete is checked when a request is planned.
 */
export const form: readonly CredentialField[] = [
  field('appId', 'App ID (Client ID)', false, checkDigits, sources.send),
  field('appSecret', 'App Secret (Client Secret)', true, checkSecret, sources.oauth),
  field('projectId', 'Project ID', false, checkDigits, sources.jwt),
  field('keyId', 'key_id', false, checkKeyId, sources.jwt),
  field('subAccount', 'sub_account', false, checkDigits, sources.jwt),
  field('privateKey', 'private_key', true, checkPrivateKey, sources.jwt),
  field('packageName', 'Package name', false, checkPackage, sources.tencentPush, 'reported'),
];
