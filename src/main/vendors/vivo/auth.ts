import { AppError, type Phrase } from '../../../shared/contract/index.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential, TokenAnswer, WireResponse } from '../vendor.ts';
import { vivoLimits } from './limits.ts';
import { signAuth } from './sign.ts';
import { sources } from './sources.ts';
import { secretMark } from '../kit/secret-mark.ts';

const wrong = (name: string): Phrase => ({ id: `vivo.field.${name}` });

const checkId = (value: string): Phrase | null => {
  if (/\s/.test(value)) return wrong('spaces');
  return /^\d{1,15}$/.test(value) ? null : wrong('app-id');
};
/** AppKey and AppSecret have letters in them; digits alone are an AppID in the wrong field. */
const checkKey = (value: string): Phrase | null => {
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

/** The three values of vivo's console. Source: «PUSH-UPS-API». */
const form: readonly CredentialField[] = [
  field('appId', 'AppID', false, checkId),
  field('appKey', 'AppKey', false, checkKey),
  field('appSecret', 'AppSecret', true, checkKey),
];

const readToken = (response: WireResponse, nowMs: number): TokenAnswer => {
  const parsed = parseJson(fromBytes(response.body) ?? '');
  const unreadable = { ok: false, code: `HTTP_${response.status}`, outcome: 'unreadable' } as const;
  if (!parsed.ok || !isObject(parsed.value)) return unreadable;
  const { result, authToken } = parsed.value;
  if (typeof result !== 'number') return unreadable;
  if (result !== 0) return { ok: false, code: String(result), outcome: 'rejected' };
  if (typeof authToken !== 'string' || authToken === '') return unreadable;
  return {
    ok: true,
    token: {
      value: authToken,
      renewAtMs: nowMs + vivoLimits.tokenRenew.value * 1000,
      expiresAtMs: nowMs + vivoLimits.tokenLife.value * 1000,
    },
  };
};

/**
 * AppID, AppKey and AppSecret fetch an authToken that lasts a day; a new one is fetched every hour, as vivo advises. Throws AppError
 * `credential.unsupported` for any other kind of credential.
 */
const plan = ({ id, facts, secret }: OpenCredential, origin: string): AuthPlan => {
  const appSecret = secret['appSecret'];
  if (facts.kind !== 'app-keys' || facts.vendor !== 'vivo' || !appSecret) {
    throw new AppError('credential.unsupported', { kind: facts.kind });
  }
  const { appId = '', appKey = '' } = facts.values;
  return {
    kind: 'fetched',
    cacheKey: `vivo:${id}:${appId}:${secretMark(appSecret)}:${origin}`,
    origin: null,
    request: (nowMs) => {
      const sign = signAuth({ appId, appKey, timestamp: String(nowMs), appSecret });
      const body = { appId: /^\d{1,15}$/.test(appId) ? Number(appId) : appId, appKey, timestamp: nowMs, sign };
      return {
        method: 'POST',
        path: '/message/auth',
        headers: [['content-type', 'application/json;charset=UTF-8']],
        body: toBytes(JSON.stringify(body)),
      };
    },
    read: readToken,
  };
};

/** How vivo's keys become an authToken. Source: «PUSH-UPS-API». */
export const auth: AuthPart = { form, credentialKinds: ['app-keys'], plan };
