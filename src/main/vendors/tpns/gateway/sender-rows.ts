import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { headerOf } from '../../kit/headers.ts';
import type { ReplyRow } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { regionOf, regions, regionNames } from '../hosts.ts';
import { findSignMistake } from '../sign.ts';
import { rows } from './checks.ts';
import type { TpnsMemory } from './memory.ts';
import { refuse } from './reply.ts';

type Input = GatewayInput<unknown, TpnsMemory>;
type Keys = Extract<CredentialFacts, { kind: 'app-keys' }>;

/** What a request says of its sender. */
interface Claim {
  readonly accessId: string;
  readonly way: 'basic' | 'signature' | 'none' | 'broken-basic';
  /** Basic: the SecretKey it carries. */
  readonly key: string;
}

const readClaim = ({ capture }: Input): Claim => {
  const header = headerOf(capture.headers, 'authorization');
  if (header !== undefined) {
    const encoded = /^Basic\s+(\S+)$/i.exec(header.trim())?.[1];
    const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 1) return { accessId: '', way: 'broken-basic', key: '' };
    return { accessId: text.slice(0, colon), way: 'basic', key: text.slice(colon + 1) };
  }
  const accessId = headerOf(capture.headers, 'AccessId')?.trim() ?? '';
  return { accessId, way: accessId === '' ? 'none' : 'signature', key: '' };
};

const findKeys = ({ registry }: Input, accessId: string): Keys | null =>
  registry.credentials.find(
    (facts): facts is Keys =>
      facts.kind === 'app-keys' && facts.vendor === 'tpns' && facts.values['accessId'] === accessId,
  ) ?? null;

const regionRow = ({ capture }: Input, keys: Keys | null): ReplyRow => {
  const asked = regionOf(capture.host);
  const own = regionNames.find((name) => name === keys?.values['region']);
  if (asked === null || own === undefined) return rows.unverified('region', 'unknown');
  if (asked === own) return rows.passed('region');
  return rows.failed('region', 'other', refuse('1008035'), { asked: regions[asked].host, own: regions[own].host });
};

const appRow = (input: Input, accessId: string, keys: Keys | null): ReplyRow => {
  if (keys) return rows.passed('app');
  const params = { accessId: accessId.slice(0, 30) };
  return input.settings.mode === 'strict'
    ? rows.failed('app', 'unknown', refuse('1008035'), params)
    : rows.unverified('app', 'unknown', params);
};

const timeRow = (input: Input): ReplyRow => {
  const text = headerOf(input.capture.headers, 'TimeStamp')?.trim() ?? '';
  if (text === '') return rows.failed('time', 'missing', refuse('1008003'));
  if (/^\d{13}$/.test(text)) return rows.failed('time', 'milliseconds', refuse('1008003'));
  if (!/^\d{9,11}$/.test(text)) return rows.failed('time', 'not-a-time', refuse('1008003'));
  const seconds = Math.abs(Math.round(Number(text) - input.nowMs / 1000));
  // How far off TPNS lets a clock be is not written anywhere.
  return seconds > 300 ? rows.unverified('time', 'off', { seconds }) : rows.passed('time');
};

const signRow = (input: Input, claim: Claim, keys: Keys | null, body: string): ReplyRow => {
  const refusal = refuse('1008003');
  const sign = headerOf(input.capture.headers, 'Sign')?.trim() ?? '';
  if (claim.way === 'signature' && sign === '') return rows.failed('signature', 'missing', refusal);
  const secretKey = keys ? (input.registry.secret?.(keys, 'secretKey') ?? null) : null;
  const accessKey = keys?.values['accessKey'] ?? '';
  if (claim.way === 'basic') {
    if (/^A[0-9A-Z]{11}$/.test(claim.key)) return rows.failed('signature', 'access-key', refusal);
    if (secretKey === null) return rows.unverified('signature', 'no-secret-here');
    return claim.key === secretKey ? rows.passed('signature') : rows.failed('signature', 'basic-other', refusal);
  }
  if (secretKey !== null) {
    const timestamp = headerOf(input.capture.headers, 'TimeStamp')?.trim() ?? '';
    const why = findSignMistake(sign, { accessId: claim.accessId, timestamp, body }, secretKey, accessKey);
    return why === null ? rows.passed('signature') : rows.failed('signature', why, refusal);
  }
  if (/^[A-Za-z0-9+/]{43}=$/.test(sign)) return rows.failed('signature', 'raw-base64', refusal);
  if (/^[0-9a-f]{64}$/.test(sign)) return rows.failed('signature', 'hex', refusal);
  return /^[A-Za-z0-9+/]{86}==$/.test(sign)
    ? rows.unverified('signature', 'no-secret-here')
    : rows.failed('signature', 'not-a-sign', refusal);
};

/** Who sends: AccessId, region, and signature or Basic. `body` is the exact text of the request. */
export const senderRows = (input: Input, body: string): { rows: ReplyRow[]; accessId: string } => {
  const claim = readClaim(input);
  if (claim.way === 'none' || claim.way === 'broken-basic') {
    const rest = (['region', 'app', 'time', 'signature'] as const).map((id) => rows.notReached(id));
    return { rows: [rows.failed('access-id', claim.way, refuse('1008003')), ...rest], accessId: '' };
  }
  const keys = findKeys(input, claim.accessId);
  return {
    rows: [
      /^15\d{8}$/.test(claim.accessId) ? rows.passed('access-id') : rows.unverified('access-id', 'odd'),
      regionRow(input, keys),
      appRow(input, claim.accessId, keys),
      claim.way === 'basic' ? rows.notReached('time') : timeRow(input),
      signRow(input, claim, keys, body),
    ],
    accessId: claim.accessId,
  };
};
