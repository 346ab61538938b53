import { AppError, type Phrase } from '../../../shared/contract/index.ts';
import { textIn } from '../kit/json-pick.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential, TokenAnswer, WireResponse } from '../vendor.ts';
import { honorHosts, tokenPaths } from './hosts.ts';
import { sources } from './sources.ts';
import { secretMark } from '../kit/secret-mark.ts';

/** A new token is fetched this long before the old one ends. */
const renewAheadMs = 300_000;

const wrong = (name: string): Phrase => ({ id: `honor.form.${name}` });

/** Mix-ups that any field can have. */
const misplaced = (value: string): Phrase | null => {
  if (value.trim() === '') return wrong('empty');
  if (value.trimStart().startsWith('{') && parseJson(value).ok) return wrong('is-file');
  return /\s/.test(value.trim()) ? wrong('has-space') : null;
};
const checkAppId = (value: string): Phrase | null =>
  misplaced(value) ?? (/^\d+$/.test(value.trim()) ? null : wrong('not-number'));
/** A number of App ID's length here is the App ID: Honor's console shows both side by side. */
const checkClientId = (value: string): Phrase | null =>
  misplaced(value) ?? (/^\d{6,12}$/.test(value.trim()) ? wrong('is-app-id') : null);
const checkClientSecret = (value: string): Phrase | null => {
  const found = misplaced(value);
  if (found) return found;
  if (/^\d{6,20}$/.test(value)) return wrong('is-app-id');
  return /%[0-9a-f]{2}/i.test(value) ? wrong('is-encoded') : null;
};
const checkPackage = (value: string): Phrase | null =>
  misplaced(value) ?? (/^[A-Za-z]\w*(?:\.\w+)+$/.test(value.trim()) ? null : wrong('not-package'));

const field = (
  name: string,
  label: string,
  secret: boolean,
  required: boolean,
  check: CredentialField['check'],
): CredentialField => ({ name, label, secret, required, check, certainty: 'documented', source: sources.integrate });

/** Client ID and Client Secret ask for tokens, the App ID stands in the address. App Secret is for something else. */
const form: readonly CredentialField[] = [
  field('appId', 'App ID', false, true, checkAppId),
  field('clientId', 'Client ID', false, true, checkClientId),
  field('clientSecret', 'Client Secret', true, true, checkClientSecret),
  field('packageName', 'Package name', false, false, checkPackage),
];

const readToken = (response: WireResponse, nowMs: number): TokenAnswer => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseJson(text);
  const unreadable = { ok: false, code: `HTTP_${response.status}`, outcome: 'unreadable' } as const;
  if (!parsed?.ok || !isObject(parsed.value)) return unreadable;
  const { access_token: value, expires_in: seconds } = parsed.value;
  if (typeof value !== 'string' || value === '') {
    const code = textIn(parsed.value, 'error');
    return code ? { ok: false, code, outcome: 'rejected' } : unreadable;
  }
  if (response.status !== 200 || typeof seconds !== 'number' || !(seconds > 0)) return unreadable;
  const expiresAtMs = nowMs + seconds * 1000;
  return {
    ok: true,
    token: { value, expiresAtMs, renewAtMs: expiresAtMs - Math.min(renewAheadMs, (seconds * 1000) / 2) },
  };
};

/** Asks Honor's own host for a send to Honor, the same origin for any other. Throws AppError `credential.unsupported`. */
const plan = (credential: OpenCredential, origin: string): AuthPlan => {
  const { facts, secret } = credential;
  const clientId = facts.kind === 'app-keys' ? facts.values['clientId'] : undefined;
  const { clientSecret } = secret;
  if (!clientId || !clientSecret) throw new AppError('credential.unsupported', { kind: facts.kind });
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return {
    kind: 'fetched',
    cacheKey: `honor:${credential.id}:${clientId}:${secretMark(clientSecret)}:${origin}`,
    origin: honorHosts.find(({ push }) => push === origin)?.auth ?? null,
    request: () => ({
      method: 'POST',
      path: tokenPaths[0] ?? '',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: toBytes(new URLSearchParams(form).toString()),
    }),
    read: readToken,
  };
};

/** How Client ID and Client Secret get an access token. Source: cossim/hipush and «Honor Push: integration». */
export const auth: AuthPart = { form, credentialKinds: ['app-keys'], plan };
