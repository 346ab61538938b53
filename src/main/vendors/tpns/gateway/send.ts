import type { Phrase } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { firstRefusal, verdictOf, type ReplyRow } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { tpnsLimits } from '../limits.ts';
import { isForIos, readBody, textOf, tokensOf } from '../payload/read.ts';
import { checkRules } from '../payload/rules.ts';
import { ruleRows, rows } from './checks.ts';
import { rememberWide, repeatKey, type TpnsMemory } from './memory.ts';
import { answer, refuse } from './reply.ts';
import { senderRows } from './sender-rows.ts';

type Input = GatewayInput<unknown, TpnsMemory>;
type Answer = GatewayAnswer<unknown, TpnsMemory>;

/** Tokens that reach nobody: of an app that is gone, and when strict of nobody here. A token of the wrong form too. */
const badTokens = (input: Input, tokens: readonly string[]): string[] =>
  tokens.filter((token) => {
    if (token.length > tpnsLimits.token.value) return true;
    const known = input.registry.findToken('tpns', token);
    return known ? known.state !== 'active' : input.settings.mode === 'strict';
  });

const phoneRow = (input: Input, tokens: readonly string[], bad: readonly string[], ignores: boolean): ReplyRow => {
  if (tokens.length === 0) return rows.unverified('phones', 'none');
  if (bad.length > 0) {
    const params = { count: bad.length, all: tokens.length };
    return ignores && bad.length < tokens.length
      ? rows.unverified('phones', 'some', params)
      : rows.failed('phones', 'gone', refuse('10010005'), params);
  }
  const isKnown = tokens.every((token) => input.registry.findToken('tpns', token) !== null);
  return isKnown ? rows.passed('phones') : rows.unverified('phones', 'unknown');
};

/** Which build a token is of is known here; what TPNS says to a mismatch is not. */
const environmentRows = (input: Input, body: JsonObject, tokens: readonly string[]): ReplyRow[] => {
  if (!isForIos(body)) return [];
  const asked = textOf(body, 'environment') === 'dev' ? 'sandbox' : 'production';
  const other = tokens.some((token) => (input.registry.findToken('tpns', token)?.environment ?? asked) !== asked);
  return [
    other
      ? rows.unverified('environment', 'other', { environment: textOf(body, 'environment') })
      : rows.passed('environment'),
  ];
};

/** One push a second to many, and no repeat to everybody within the hour; refused when strict, else told. */
const historyRows = (input: Input, accessId: string, body: JsonObject): { rows: ReplyRow[]; memory: TpnsMemory } => {
  const audience = textOf(body, 'audience_type');
  const isWide = audience === 'all' || audience === 'tag' || audience.startsWith('package');
  if (!isWide) return { rows: [rows.passed('rate'), rows.passed('repeat')], memory: input.memory };
  const isStrict = input.settings.mode === 'strict';
  const target = JSON.stringify([
    audience,
    body['tag_rules'] ?? null,
    body['tag_list'] ?? null,
    body['upload_id'] ?? null,
  ]);
  const key = repeatKey(accessId, `${target} ${JSON.stringify(body['message'] ?? null)}`);
  const since = (at: number | undefined): number => (at === undefined ? Number.POSITIVE_INFINITY : input.nowMs - at);
  const isFast = since(input.memory.wide.get(accessId)) < 60_000 / tpnsLimits.wideRate.value;
  const isRepeat = since(input.memory.repeats.get(key)) < tpnsLimits.repeat.value * 1000;
  const held = (id: 'rate' | 'repeat', why: string, code: string): ReplyRow =>
    isStrict ? rows.failed(id, why, refuse(code)) : rows.unverified(id, why);
  return {
    rows: [
      isFast ? held('rate', 'fast', '1008028') : rows.passed('rate'),
      isRepeat ? held('repeat', 'again', '10010018') : rows.passed('repeat'),
    ],
    memory: rememberWide(input.memory, accessId, key, input.nowMs),
  };
};

/** TPNS's ids are digits in a text. */
const newPushId = (newId: () => string): string =>
  String(3_000_000_000 + (Number.parseInt(newId().replaceAll('-', '').slice(-8), 16) % 1_000_000_000));

const whyAccepted = (body: JsonObject, tokens: readonly string[]): Phrase => {
  if (tokens.length === 0) return { id: 'tpns.verdict.elsewhere', params: { audience: textOf(body, 'audience_type') } };
  return { id: isForIos(body) ? 'tpns.verdict.ios' : 'tpns.verdict.android' };
};

const refuseBody = (input: Input, sender: readonly ReplyRow[], why: string, params: Record<string, string>): Answer => {
  const all = [
    rows.passed('path'),
    rows.passed('method'),
    ...sender,
    rows.failed('json', why, refuse('1008001'), params),
  ];
  const first = firstRefusal(all);
  const verdict = verdictOf(all, { id: 'tpns.verdict.android' });
  const reply = first?.refusal.reply ?? answer(1_008_001, {});
  return {
    kind: 'push',
    verdict,
    reply,
    connection: input.connection,
    memory: input.memory,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  };
};

/** Decides a POST to `/v3/push/app`. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input): Answer => {
  const text = fromBytes(input.capture.body);
  const sender = senderRows(input, text ?? '');
  const { object: body, why } = readBody(text ?? '');
  if (body === null || text === null) {
    return refuseBody(input, sender.rows, text === null ? 'not-utf8' : (why?.name ?? 'not-json'), { ...why?.params });
  }
  const tokens = tokensOf(body);
  const ignores = body['ignore_invalid_token'] === 1;
  const bad = badTokens(input, tokens);
  const history = historyRows(input, sender.accessId, body);
  const all = [
    rows.passed('path'),
    rows.passed('method'),
    ...sender.rows,
    rows.passed('json'),
    ...ruleRows(checkRules(body, input.nowMs), ignores),
    ...history.rows,
    phoneRow(input, tokens, bad, ignores),
    ...environmentRows(input, body, tokens),
  ];
  const refusal = firstRefusal(all)?.refusal;
  const common = {
    kind: 'push',
    verdict: verdictOf(all, whyAccepted(body, tokens)),
    connection: input.connection,
    effects: [],
  } as const;
  if (refusal) {
    const targets = tokens.map((token) => ({ token, outcome: 'rejected' as const, reason: refusal.code }));
    return { ...common, memory: input.memory, reply: refusal.reply, vendorMessageId: null, targets, delivery: null };
  }
  const pushId = newPushId(input.newId);
  const isBad = new Set(bad);
  const loops = typeof body['loop_param'] === 'object' && body['loop_param'] !== null;
  const reply = answer(0, {
    seq: typeof body['seq'] === 'number' ? body['seq'] : 0,
    push_id: loops ? [pushId] : pushId,
    environment: textOf(body, 'environment') || 'product',
    result: tokens.length > 0 ? JSON.stringify(tokens.map((token) => (isBad.has(token) ? 1_008_029 : 0))) : '',
    ...(bad.length > 0 ? { invalid_targe_list: bad } : {}),
  });
  return {
    ...common,
    memory: history.memory,
    reply,
    vendorMessageId: pushId,
    targets: tokens.map((token) =>
      isBad.has(token)
        ? { token, outcome: 'rejected', reason: '1008029' }
        : { token, outcome: 'accepted', reason: null },
    ),
    delivery: tokens.length > 0 ? { payload: text, options: {} } : null,
  };
};
