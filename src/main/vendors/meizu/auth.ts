import { AppError, type Phrase } from '../../../shared/contract/index.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential } from '../vendor.ts';
import { secretMark } from '../kit/secret-mark.ts';
import { sources } from './sources.ts';

const wrong = (name: string): Phrase => ({ id: `meizu.field.${name}` });

const checkId = (value: string): Phrase | null => {
  if (/\s/.test(value)) return wrong('spaces');
  return /^\d{1,15}$/.test(value) ? null : wrong('app-id');
};
const checkSecret = (value: string): Phrase | null => {
  if (/\s/.test(value)) return wrong('spaces');
  return /^\d+$/.test(value) ? wrong('looks-like-app-id') : null;
};

const field = (name: string, label: string, secret: boolean, check: CredentialField['check']): CredentialField => ({
  name,
  label,
  secret,
  required: true,
  check,
  certainty: 'documented',
  source: sources.api,
});

/** AppId and AppSecret of Flyme's push console; AppKey is for the phone only. Source: «PushAPI». */
const form: readonly CredentialField[] = [
  field('appId', 'App ID', false, checkId),
  field('appSecret', 'App Secret', true, checkSecret),
  { ...field('appKey', 'App Key', false, checkSecret), required: false, source: sources.client },
];

/**
 * There is no token: the AppSecret signs each form, so it is what the sender gets as its token. It is asked for anew for every
 * request and named by its hash, so that a changed secret is never mixed up with the old one. Throws AppError
 * `credential.unsupported` for any other kind of credential.
 */
const plan = ({ id, facts, secret }: OpenCredential): AuthPlan => {
  const appSecret = secret['appSecret'];
  if (facts.kind !== 'app-keys' || facts.vendor !== 'meizu' || !appSecret) {
    throw new AppError('credential.unsupported', { kind: facts.kind });
  }
  return {
    kind: 'signed',
    cacheKey: `meizu:${id}:${secretMark(appSecret)}`,
    make: (nowMs) => ({ value: appSecret, renewAtMs: nowMs, expiresAtMs: nowMs }),
  };
};

/** How Meizu's keys sign. Source: «PushAPI», signature rules. */
export const auth: AuthPart = { form, credentialKinds: ['app-keys'], plan };
