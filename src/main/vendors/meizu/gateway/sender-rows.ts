import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import type { ReplyRow } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { fieldOf, findSignMistake, type Fields } from '../sign.ts';
import { rows } from './checks.ts';
import type { MeizuMemory } from './memory.ts';
import { refuse } from './reply.ts';

type Input = GatewayInput<unknown, MeizuMemory>;
type Keys = Extract<CredentialFacts, { kind: 'app-keys' }>;

const findKeys = ({ registry }: Input, appId: string): Keys | null =>
  registry.credentials.find(
    (facts): facts is Keys => facts.kind === 'app-keys' && facts.vendor === 'meizu' && facts.values['appId'] === appId,
  ) ?? null;

const appRow = (input: Input, appId: string, keys: Keys | null, text: string): ReplyRow => {
  if (appId === '') {
    return rows.failed('app', text.trimStart().startsWith('{') ? 'json-body' : 'missing', refuse('110004'));
  }
  if (keys) return rows.passed('app');
  const params = { appId: appId.slice(0, 30) };
  return input.settings.mode === 'strict'
    ? rows.failed('app', 'unknown', refuse('110000'), params)
    : rows.unverified('app', 'unknown', params);
};

const signRow = (input: Input, fields: Fields, keys: Keys | null): ReplyRow => {
  const sign = fieldOf(fields, 'sign');
  const refusal = refuse('1006');
  if (sign === '') return rows.failed('signature', 'missing', refusal);
  const appSecret = keys ? (input.registry.secret?.(keys, 'appSecret') ?? null) : null;
  if (appSecret !== null) {
    const why = findSignMistake(sign, fields, appSecret);
    return why === null ? rows.passed('signature') : rows.failed('signature', why, refusal);
  }
  if (/^[0-9A-F]{32}$/.test(sign) && /[A-F]/.test(sign)) return rows.failed('signature', 'upper-case', refusal);
  return /^[0-9a-f]{32}$/.test(sign)
    ? rows.unverified('signature', 'no-secret-here')
    : rows.failed('signature', 'not-md5', refusal);
};

/** Who sends: the app and its signature over the form. */
export const senderRows = (input: Input, fields: Fields, text: string): { rows: ReplyRow[]; appId: string } => {
  const appId = fieldOf(fields, 'appId').trim();
  const keys = findKeys(input, appId);
  return { rows: [appRow(input, appId, keys, text), signRow(input, fields, keys)], appId };
};
