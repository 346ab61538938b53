import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { formValue, readForm, type FormPairs } from '../../kit/form.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { signature } from '../auth.ts';
import { oppoValues } from '../categories.ts';
import { oppoLimits } from '../limits.ts';
import { refusal } from '../payload/rules.ts';
import { failed, notReached, passed, unverified } from './checks.ts';
import { currentToken, rememberToken, tokenState, type OppoMemory } from './memory.ts';
import { accept, refuse } from './reply.ts';

export type Input = GatewayInput<unknown, OppoMemory>;
export type Answer = GatewayAnswer<unknown, OppoMemory>;

const ownOf = (input: Input): CredentialFacts[] =>
  input.registry.credentials.filter((facts) => oppoValues(facts) !== null);

/** The credential with this AppKey; null: none has it. */
export const factsOf = (input: Input, appKey: string): CredentialFacts | null =>
  ownOf(input).find((facts) => oppoValues(facts)?.['appKey'] === appKey) ?? null;

const badKey = () => refusal(14, 'Invalid App Key');

const checkAppKey = (input: Input, appKey: string): Row => {
  if (appKey === '') return failed('app-key', 'missing', refusal(15, 'Missing App Key'));
  if (factsOf(input, appKey)) return passed('app-key');
  if (ownOf(input).some((facts) => oppoValues(facts)?.['appId'] === appKey))
    return failed('app-key', 'is-app-id', badKey());
  return input.settings.mode === 'strict' && ownOf(input).length > 0
    ? failed('app-key', 'unknown', badKey())
    : unverified('app-key', 'foreign');
};

const maxAgeMs = oppoLimits.timestampAge.value * 1000;

const checkTimestamp = (text: string, nowMs: number): Row => {
  if (text === '') return failed('timestamp', 'missing', refusal(18, 'Missing Timestamp'));
  const wrong = () => refusal(19, 'Invalid Timestamp');
  if (/^\d{10}$/.test(text)) return failed('timestamp', 'seconds', wrong());
  if (!/^\d{13}$/.test(text)) return failed('timestamp', 'form', wrong());
  const ageMs = nowMs - Number(text);
  const params = { minutes: Math.round(Math.abs(ageMs) / 60_000) };
  if (ageMs > maxAgeMs) return failed('timestamp', 'old', wrong(), params);
  return ageMs < -maxAgeMs ? failed('timestamp', 'ahead', wrong(), params) : passed('timestamp');
};

interface Signed {
  readonly appKey: string;
  readonly timestamp: string;
  readonly sign: string;
}

/** What somebody did instead, found by doing it again. Null: no usual mistake. */
const mistakeOf = (
  { appKey, timestamp, sign }: Signed,
  masterSecret: string,
  appSecret: string | null,
): string | null => {
  const right = signature(appKey, timestamp, masterSecret);
  if (sign.toLowerCase() === right) return 'upper-case';
  if (appSecret !== null && sign.toLowerCase() === signature(appKey, timestamp, appSecret)) return 'app-secret';
  const seconds = timestamp.slice(0, -3);
  const variants: readonly (readonly [string, string])[] = [
    ['order', signature(appKey, masterSecret, timestamp)],
    ['order', signature(masterSecret, timestamp, appKey)],
    ['order', signature(timestamp, appKey, masterSecret)],
    ['order', signature(masterSecret, appKey, timestamp)],
    ['order', signature(timestamp, masterSecret, appKey)],
    ['signed-seconds', signature(appKey, seconds, masterSecret)],
    ['no-timestamp', signature(appKey, '', masterSecret)],
    ['line-break', signature(appKey, timestamp, `${masterSecret}\n`)],
  ];
  return variants.find(([, value]) => value === sign.toLowerCase())?.[0] ?? null;
};

const checkSign = (input: Input, signed: Signed): Row => {
  const { sign, appKey } = signed;
  if (sign === '') return failed('sign', 'missing', refusal(17, 'Missing Signature'));
  const wrong = () => refusal(16, 'Invalid Signature');
  const facts = factsOf(input, appKey);
  const masterSecret = facts ? (input.registry.secret?.(facts, 'masterSecret') ?? null) : null;
  if (facts && masterSecret !== null) {
    if (sign === signature(appKey, signed.timestamp, masterSecret)) return passed('sign');
    const appSecret = input.registry.secret?.(facts, 'appSecret') ?? null;
    return failed('sign', mistakeOf(signed, masterSecret, appSecret) ?? 'other', wrong());
  }
  if (/^[0-9a-f]{64}$/.test(sign)) return unverified('sign', 'not-compared');
  return failed('sign', /^[0-9A-F]{64}$/i.test(sign) ? 'upper-case' : 'form', wrong());
};

const readPairs = (input: Input): { rows: Row[]; pairs: FormPairs } => {
  const pairs = readForm(input.capture.body);
  return pairs === null
    ? { rows: [failed('encoding', 'not-utf8', refusal(25, 'Invalid encoding'))], pairs: [] }
    : { rows: [passed('encoding')], pairs };
};

/** Answers a POST to the auth address. A token that lives is given again. */
export const decideAuth = (input: Input): Answer => {
  const { rows: encoding, pairs } = readPairs(input);
  const value = (name: string): string => formValue(pairs, name) ?? '';
  const signed = { appKey: value('app_key'), timestamp: value('timestamp'), sign: value('sign') };
  const rows = [
    passed('path'),
    passed('method'),
    ...encoding,
    checkAppKey(input, signed.appKey),
    checkTimestamp(signed.timestamp, input.nowMs),
    signed.appKey === '' || signed.timestamp === '' ? notReached('sign') : checkSign(input, signed),
  ];
  const refused = firstRefusal(rows);
  const common = {
    kind: 'auth',
    verdict: verdictOf(rows, { id: 'oppo.verdict.token-issued' }),
    connection: input.connection,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  } as const;
  if (refused) return { ...common, memory: input.memory, reply: refuse(refused.refusal) };
  const kept = currentToken(input.memory, signed.appKey, input.nowMs);
  const token = kept ?? `pushscope-${input.newId().replaceAll('-', '')}`;
  const memory = kept ? input.memory : rememberToken(input.memory, token, signed.appKey, input.nowMs);
  const createdAtMs = memory.issued.get(token)?.createdAtMs ?? input.nowMs;
  return { ...common, memory, reply: accept({ auth_token: token, create_time: createdAtMs }) };
};

/** The token of a send, and the app it was issued to; null: not known. */
export const checkAuthToken = (
  input: Input,
  body: string | undefined,
  header: string | undefined,
): { readonly row: Row; readonly facts: CredentialFacts | null } => {
  const token = body || header || '';
  if (token === '') return { row: failed('auth-token', 'missing', refusal(29, 'Missing Auth Token')), facts: null };
  const wrong = () => refusal(11, 'Invalid AuthToken');
  const facts = factsOf(input, input.memory.issued.get(token)?.appKey ?? '');
  const state = tokenState(input.memory, token, input.nowMs);
  if (state === 'expired') return { row: failed('auth-token', 'expired', wrong()), facts };
  if (state === 'unknown') {
    const row =
      input.settings.mode === 'strict' ? failed('auth-token', 'unknown', wrong()) : unverified('auth-token', 'foreign');
    return { row, facts };
  }
  return { row: body ? passed('auth-token') : unverified('auth-token', 'header'), facts };
};
