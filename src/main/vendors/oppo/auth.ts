import { createHash } from 'node:crypto';
import { AppError, type Phrase, type Source } from '../../../shared/contract/index.ts';
import { writeForm } from '../kit/form.ts';
import { isObject } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import { parseShallow } from '../kit/shallow.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential, TokenAnswer, WireResponse } from '../vendor.ts';
import { oppoValues } from './categories.ts';
import { authPath } from './hosts.ts';
import { oppoLimits } from './limits.ts';
import { sources } from './sources.ts';

/** The signature of an auth request: SHA-256 over the three texts in a row, in lower-case hex. `timestamp`: milliseconds. */
export const signature = (appKey: string, timestamp: string, masterSecret: string): string =>
  createHash('sha256').update(`${appKey}${timestamp}${masterSecret}`).digest('hex');

type Judge = (value: string) => string | null;
const field = (
  name: string,
  label: string,
  judge: Judge,
  rest: { secret?: boolean; required?: boolean; source?: Source } = {},
): CredentialField => ({
  name,
  label,
  secret: rest.secret ?? false,
  required: rest.required ?? false,
  check: (value): Phrase | null => {
    const mistake = judge(value.trim());
    return mistake === null ? null : { id: `oppo.field.${mistake}` };
  },
  certainty: 'documented',
  source: rest.source ?? sources.auth,
});

/** Keys and secrets of OPPO are 32 hex letters; the AppID is digits. */
const keyMistake: Judge = (value) => {
  if (value === '') return 'key-empty';
  if (/^\d{5,12}$/.test(value)) return 'key-is-app-id';
  return /^\w{16,64}$/.test(value) ? null : 'key-form';
};
const secretMistake: Judge = (value) => {
  if (value === '') return 'secret-empty';
  if (/\s/.test(value)) return 'secret-with-space';
  return /^\w{16,64}$/.test(value) ? null : 'secret-form';
};
const optional =
  (judge: Judge): Judge =>
  (value) =>
    value === '' ? null : judge(value);
const digits: Judge = (value) => (/^\d+$/.test(value) ? null : 'not-digits');
const packageForm: Judge = (value) => (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/.test(value) ? null : 'package-form');
const list: Judge = (value) => (/^[\w.-]+(?:\s*,\s*[\w.-]+)*$/.test(value) ? null : 'list-form');

/**
 * What OPPO's console gives. The AppSecret is for the phone and signs nothing here; kept, it lets the gateway say that somebody signed
 * with it.
 */
export const form: readonly CredentialField[] = [
  field('appKey', 'AppKey', keyMistake, { required: true }),
  field('masterSecret', 'MasterSecret', secretMistake, { secret: true, required: true }),
  field('appSecret', 'AppSecret', optional(secretMistake), { secret: true }),
  field('appId', 'AppID', optional(digits)),
  field('packageName', 'Package name', optional(packageForm)),
  field('privateChannelIds', 'Channel ID (private)', optional(list), { source: sources.categories }),
];

const dayMs = oppoLimits.tokenLife.value * 1000;

/** OPPO gives the same token again while it lives, so its age counts from `create_time`. */
const bornAt = (createTime: unknown, nowMs: number): number =>
  typeof createTime === 'number' && createTime > nowMs - dayMs && createTime <= nowMs ? createTime : nowMs;

/** Reads the answer to an auth request. */
const readToken = (response: WireResponse, nowMs: number): TokenAnswer => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseShallow(text);
  const body = parsed?.ok && isObject(parsed.value) ? parsed.value : null;
  const unreadable = { ok: false, code: `HTTP_${response.status}`, outcome: 'unreadable' } as const;
  const code = body?.['code'];
  if (!body || typeof code !== 'number') return unreadable;
  if (code !== 0) return { ok: false, code: String(code), outcome: 'rejected' };
  const data = isObject(body['data']) ? body['data'] : {};
  const value = data['auth_token'];
  if (typeof value !== 'string' || value === '') return unreadable;
  const expiresAtMs = bornAt(data['create_time'], nowMs) + dayMs;
  // Asked a minute before its end OPPO may still give the old one; then it is asked again after a minute.
  return { ok: true, token: { value, renewAtMs: Math.max(expiresAtMs - 60_000, nowMs + 60_000), expiresAtMs } };
};

/**
 * A signed request fetches a token for a day. Source: «Hosts and authentication». Throws AppError `credential.unsupported` for any other
 * kind of credential.
 */
const plan = (credential: OpenCredential, origin: string): AuthPlan => {
  const { facts } = credential;
  const appKey = oppoValues(facts)?.['appKey'] ?? '';
  const masterSecret = credential.secret['masterSecret'] ?? '';
  if (appKey === '' || masterSecret === '') throw new AppError('credential.unsupported', { kind: facts.kind });
  // With a hash of both, so that a changed secret does not live on in a token.
  const mark = signature(appKey, '', masterSecret).slice(0, 16);
  return {
    kind: 'fetched',
    cacheKey: `oppo:${credential.id}:${mark}:${origin}`,
    origin: null,
    request: (nowMs) => {
      const timestamp = String(nowMs);
      const sign = signature(appKey, timestamp, masterSecret);
      return {
        method: 'POST',
        path: authPath,
        headers: [['content-type', 'application/x-www-form-urlencoded']],
        body: toBytes(
          writeForm([
            ['app_key', appKey],
            ['timestamp', timestamp],
            ['sign', sign],
          ]),
        ),
      };
    },
    read: readToken,
  };
};

/** How an OPPO credential is typed in and gets its token. */
export const auth: AuthPart = { credentialKinds: ['app-keys'], form, plan };
