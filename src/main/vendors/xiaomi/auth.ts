import { AppError, type Certainty, type Phrase, type Source } from '../../../shared/contract/index.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential } from '../vendor.ts';
import { xiaomiValues } from './channels.ts';
import { sources } from './sources.ts';
import { secretMark } from '../kit/secret-mark.ts';

type Judge = (value: string) => string | null;

const field = (
  name: string,
  label: string,
  rest: { secret?: boolean; required?: boolean; certainty?: Certainty; source?: Source; judge: Judge },
): CredentialField => ({
  name,
  label,
  secret: rest.secret ?? false,
  required: rest.required ?? false,
  check: (value): Phrase | null => {
    const mistake = rest.judge(value.trim());
    return mistake === null ? null : { id: `xiaomi.field.${mistake}` };
  },
  certainty: rest.certainty ?? 'documented',
  source: rest.source ?? sources.api,
});

const packageMistake: Judge = (value) => (/^[A-Za-z]\w*(?:\.[A-Za-z]\w*)+$/.test(value) ? null : 'package-form');
const digitsMistake: Judge = (value) => (value === '' || /^\d+$/.test(value) ? null : 'not-digits');
const listMistake: Judge = (value) => (value === '' || /^[\w-]+(?:\s*,\s*[\w-]+)*$/.test(value) ? null : 'list-form');

/** An AppSecret is base64; AppID and AppKey are digits, and people mix the three up. */
const secretMistake: Judge = (value) => {
  if (value === '') return 'secret-empty';
  if (/^key\s*=/i.test(value)) return 'secret-with-key';
  if (/^\d+$/.test(value)) return 'secret-is-digits';
  if (/\s/.test(value)) return 'secret-with-space';
  return /^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(value) ? null : 'secret-form';
};

/** What Xiaomi's console gives, and the two lists of channels that only the console has besides. */
export const form: readonly CredentialField[] = [
  field('packageName', 'PackageName', { required: true, judge: packageMistake }),
  field('appId', 'AppID', { judge: digitsMistake, certainty: 'reported' }),
  field('appKey', 'AppKey', { judge: digitsMistake, certainty: 'reported' }),
  field('appSecret', 'AppSecret', { secret: true, required: true, judge: secretMistake, certainty: 'reported' }),
  field('privateChannelIds', 'Channel ID (private)', { judge: listMistake, source: sources.classes }),
  field('publicChannelIds', 'Channel ID (public)', { judge: listMistake, source: sources.classes }),
];

/**
 * The AppSecret itself goes with every request; nothing is signed and nothing expires. Source: «Push server API». Throws AppError
 * `credential.unsupported` for any other kind of credential.
 */
const plan = (credential: OpenCredential): AuthPlan => {
  const { facts } = credential;
  const secret = credential.secret['appSecret'];
  if (!xiaomiValues(facts) || !secret) throw new AppError('credential.unsupported', { kind: facts.kind });
  const mark = secretMark(secret);
  return {
    kind: 'signed',
    // With the secret's hash, so that a changed secret is used at once.
    cacheKey: `xiaomi:${credential.id}:${mark}`,
    make: (nowMs) => ({ value: secret, renewAtMs: nowMs + 3_600_000, expiresAtMs: nowMs + 3_600_000 }),
  };
};

/** How a Xiaomi credential is typed in and used. */
export const auth: AuthPart = { credentialKinds: ['app-keys'], form, plan };
