import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { headerOf } from '../../kit/headers.ts';
import { readForm, type FormPairs } from '../../kit/form.ts';
import type { Row } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { xiaomiValues } from '../channels.ts';
import { shorten } from '../../kit/cut-text.ts';
import { refusal } from '../payload/rules.ts';
import { failed, notReached, passed, unverified } from './checks.ts';
import type { XiaomiMemory } from './memory.ts';

export type Input = GatewayInput<unknown, XiaomiMemory>;

/** A longer body is cut while it is read. Where Xiaomi draws the line is not known; a batch of a thousand fits. */
export const maxBodyBytes = 8_388_608;

const badCredential = () => refusal(21301, 'Invalid application credential.');

/** Who sends. `owner` null: not known. */
export interface Sender {
  readonly rows: readonly Row[];
  readonly owner: CredentialFacts | null;
}

const nearlyKey = (header: string): string | null => {
  if (/^key\s*[:=]?\s*["']/i.test(header)) return 'quoted';
  if (/^Bearer\b/i.test(header)) return 'bearer';
  if (header.startsWith('key=')) return null;
  return /^key/i.test(header) ? 'key-form' : 'no-key';
};

/** The AppSecret against what the workspace has. Mix-ups with AppID and AppKey are named. */
const checkSecret = (input: Input, secret: string): Sender => {
  const { registry, settings } = input;
  const own = registry.credentials.filter((facts) => xiaomiValues(facts) !== null);
  const mixed = own.flatMap((facts) => {
    const values = xiaomiValues(facts) ?? {};
    return (['appKey', 'appId'] as const).filter((name) => values[name] === secret);
  })[0];
  if (mixed)
    return { rows: [failed('secret', mixed === 'appKey' ? 'is-app-key' : 'is-app-id', badCredential())], owner: null };
  const opened = own.map((facts) => ({ facts, value: registry.secret?.(facts, 'appSecret') ?? null }));
  const owner = opened.find(({ value }) => value === secret)?.facts ?? null;
  if (owner) return { rows: [passed('secret', { app: xiaomiValues(owner)?.['packageName'] ?? '' })], owner };
  const canCompare = opened.some(({ value }) => value !== null);
  if (settings.mode === 'strict' && canCompare) return { rows: [failed('secret', 'unknown', badCredential())], owner };
  return { rows: [unverified('secret', canCompare ? 'foreign' : 'not-compared')], owner };
};

/** The header `Authorization: key=…`. Source: «Push server API». */
export const checkSender = (input: Input): Sender => {
  const header = headerOf(input.capture.headers, 'authorization')?.trim();
  if (header === undefined || header === '') {
    const row = failed('authorization', 'missing', refusal(21305, 'Missing parameter: Authorization'));
    return { rows: [row, notReached('secret')], owner: null };
  }
  const mistake = nearlyKey(header);
  const secret = header.slice(4).trim();
  if (mistake !== null || secret === '') {
    const row = failed('secret', mistake ?? 'empty', badCredential());
    return { rows: [passed('authorization'), row], owner: null };
  }
  const { rows, owner } = checkSecret(input, secret);
  return { rows: [passed('authorization'), ...rows], owner };
};

/** Null `pairs`: there is nothing to look into. */
export const checkForm = (input: Input): { readonly rows: readonly Row[]; readonly pairs: FormPairs | null } => {
  const type = headerOf(input.capture.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const typeRow =
    type === '' || type === 'application/x-www-form-urlencoded'
      ? passed('content-type')
      : failed('content-type', 'other', refusal(10007, 'Content type not supported'), { type: shorten(type) });
  if (input.capture.body.length > maxBodyBytes) {
    const row = failed('form', 'too-long', refusal(10018, 'Request too long'), { limit: maxBodyBytes });
    return { rows: [typeRow, row], pairs: null };
  }
  const pairs = readForm(input.capture.body);
  if (pairs === null) return { rows: [typeRow, failed('form', 'not-utf8', refusal(10012, 'Illegal request'))], pairs };
  if (pairs.length > 0) return { rows: [typeRow, passed('form')], pairs };
  return { rows: [typeRow, failed('form', 'empty', refusal(65011, 'No parameters'))], pairs: null };
};
