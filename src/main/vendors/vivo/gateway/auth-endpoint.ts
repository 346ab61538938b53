import type { JsonObject } from '../../kit/json.ts';
import { firstRefusal, verdictOf, type ReplyRow } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { vivoLimits } from '../limits.ts';
import { idOf, readBody, textOf } from '../payload/read.ts';
import { findSignMistake } from '../sign.ts';
import { rows } from './checks.ts';
import { rememberIssued, rememberUsage, usageOf, type VivoMemory } from './memory.ts';
import { answer, refuse, success } from './reply.ts';
import { findKeys } from './sender-rows.ts';

type Input = GatewayInput<unknown, VivoMemory>;

/** The four values of the body, each empty when missing. */
interface Asked {
  readonly appId: string;
  readonly appKey: string;
  readonly timestamp: string;
  readonly sign: string;
}

const presentRows = ({ appId, appKey, timestamp, sign }: Asked): ReplyRow[] => [
  appId === '' ? rows.failed('auth-app-id', 'missing', refuse('10200', 'appId')) : rows.passed('auth-app-id'),
  appKey === '' ? rows.failed('auth-app-key', 'missing', refuse('10201', 'appKey')) : rows.passed('auth-app-key'),
  timestamp === ''
    ? rows.failed('auth-timestamp', 'missing', refuse('10203', 'timestamp'))
    : rows.passed('auth-timestamp'),
  sign === '' ? rows.failed('auth-sign', 'missing', refuse('10204', 'sign')) : rows.passed('auth-sign'),
];

const keyRows = (input: Input, { appId, appKey }: Asked): ReplyRow[] => {
  const keys = findKeys(input.registry, appId);
  if (!keys) {
    const isStrict = input.settings.mode === 'strict';
    const params = { appId: appId.slice(0, 30) };
    const row = isStrict
      ? rows.failed('known-app', 'unknown', refuse('10205', 'appId'), params)
      : rows.unverified('known-app', 'unknown', params);
    return [row, rows.notReached('known-key')];
  }
  const own = keys.values['appKey'];
  if (own === undefined) return [rows.passed('known-app'), rows.notReached('known-key')];
  const row = own === appKey ? rows.passed('known-key') : rows.failed('known-key', 'other', refuse('10202', 'appKey'));
  return [rows.passed('known-app'), row];
};

const windowRow = ({ timestamp }: Asked, nowMs: number): ReplyRow => {
  const refusal = refuse('10207', 'timestamp');
  if (/^\d{10}$/.test(timestamp)) return rows.failed('window', 'seconds', refusal);
  if (!/^\d{13}$/.test(timestamp)) return rows.failed('window', 'not-a-time', refusal);
  const seconds = Math.round((Number(timestamp) - nowMs) / 1000);
  const max = vivoLimits.clockSkew.value;
  if (Math.abs(seconds) <= max) return rows.passed('window');
  return rows.failed('window', seconds < 0 ? 'old' : 'ahead', refusal, { seconds: Math.abs(seconds), max });
};

const signRow = (input: Input, asked: Asked): ReplyRow => {
  const { sign, appId } = asked;
  const refusal = refuse('10206', 'sign');
  const keys = findKeys(input.registry, appId);
  const appSecret = keys ? (input.registry.secret?.(keys, 'appSecret') ?? null) : null;
  if (appSecret !== null) {
    const why = findSignMistake(sign, { ...asked, appSecret });
    return why === null ? rows.passed('signature') : rows.failed('signature', why, refusal);
  }
  if (/^[0-9A-F]{32}$/.test(sign) && /[A-F]/.test(sign)) return rows.failed('signature', 'upper-case', refusal);
  if (!/^[0-9a-f]{32}$/.test(sign)) return rows.failed('signature', 'not-md5', refusal);
  return rows.unverified('signature', 'no-secret-here');
};

const askedOf = (body: JsonObject): Asked => ({
  appId: idOf(body['appId']).trim(),
  appKey: textOf(body, 'appKey'),
  timestamp: idOf(body['timestamp']),
  sign: textOf(body, 'sign'),
});

const rateRow = (input: Input, used: number): ReplyRow => {
  const limit = vivoLimits.authRate.value / 60;
  if (used < limit) return rows.passed('auth-rate');
  return input.settings.mode === 'strict'
    ? rows.failed('auth-rate', 'fast', refuse('10250', 'auth'), { limit })
    : rows.unverified('auth-rate', 'fast', { limit });
};

const gather = (input: Input): { rows: ReplyRow[]; asked: Asked } => {
  const text = fromBytes(input.capture.body);
  const { object, why } = readBody(text ?? '');
  const asked = askedOf(object ?? {});
  const way = [rows.passed('path'), rows.passed('method')];
  if (object === null) {
    const name = text === null ? 'not-utf8' : why.name;
    return { rows: [...way, rows.failed('json', name, refuse('HTTP_400', 'body'), why.params)], asked };
  }
  const present = presentRows(asked);
  const usage = usageOf(input.memory.auths, asked.appId, input.nowMs);
  const isComplete = present.every((row) => row.outcome === 'passed');
  const deeper = isComplete
    ? [...keyRows(input, asked), windowRow(asked, input.nowMs), signRow(input, asked), rateRow(input, usage.inSecond)]
    : (['known-app', 'known-key', 'window', 'signature', 'auth-rate'] as const).map((id) => rows.notReached(id));
  return { rows: [...way, rows.passed('json'), ...present, ...deeper], asked };
};

/** Answers a POST to `/message/auth`. Source: «PUSH-UPS-API». */
export const decideAuth = (input: Input): GatewayAnswer<unknown, VivoMemory> => {
  const { rows: all, asked } = gather(input);
  const refusal = firstRefusal(all)?.refusal;
  const common = {
    kind: 'auth',
    verdict: verdictOf(all, { id: 'vivo.verdict.token-issued' }),
    connection: input.connection,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  } as const;
  if (refusal) return { ...common, memory: input.memory, reply: refusal.reply };
  const authToken = input.newId();
  const expiresAtMs = input.nowMs + vivoLimits.tokenLife.value * 1000;
  const usage = usageOf(input.memory.auths, asked.appId, input.nowMs);
  const counted = rememberUsage(input.memory, 'auths', asked.appId, { ...usage, inSecond: usage.inSecond + 1 });
  const memory = rememberIssued(counted, authToken, { appId: asked.appId, expiresAtMs });
  return { ...common, memory, reply: answer({ ...success, authToken }) };
};
