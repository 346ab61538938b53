import type { HeaderList, Outcome } from '../../../shared/contract/index.ts';
import { readForm, writeForm } from '../kit/form.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import { parseShallow } from '../kit/shallow.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { hosts, namesTokens, sendApiOf } from './hosts.ts';
import { splitList, tokensOf } from './payload/fields.ts';
import { apiOf, pushToSend } from './payload/index.ts';
import { formOfPush, pushOfForm, singleMessages } from './payload/wire.ts';

const unusable = (name: string, path: string) => ({
  unusable: {
    code: `xiaomi.${name}`,
    severity: 'error' as const,
    path,
    phrase: { id: `xiaomi.problem.${name}`, params: { path, message: '', found: '' } },
    certainty: 'documented' as const,
  },
});

const request: SenderPart['request'] = (draft, target, token) => {
  const api = apiOf(draft);
  if (!api) return unusable('unknown-api', 'option:api');
  const push = pushToSend(draft, target.token);
  if (!push) return unusable('unreadable', '$');
  const headers: HeaderList = [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']];
  if (token !== null) headers.unshift(['authorization', `key=${token}`]);
  return { method: 'POST', path: api.path, headers, body: toBytes(writeForm(formOfPush(push))) };
};

const asText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Registration ids of a request, in its order. */
const tokensOfRequest = (sent: WireRequest): string[] => {
  const api = sendApiOf(sent.path);
  const pairs = readForm(sent.body);
  if (!api || !pairs || !namesTokens(api)) return [];
  const { push } = pushOfForm(pairs);
  if (api.target !== 'messages') return tokensOf(push);
  return (singleMessages(push.top.get('messages') ?? '') ?? []).map(({ target }) => target);
};

/** Why a target of an accepted request gets nothing; null: it does. */
const refusedTarget = (data: JsonObject, token: string): string | null => {
  const lists = [
    ['20301', data['bad_regids'] ?? data['bad_regIds']],
    ['200001', data['channel_exceed_quota']],
  ] as const;
  for (const [code, list] of lists) {
    const names = Array.isArray(list) ? list.map(asText) : splitList(asText(list));
    if (names.includes(token)) return code;
  }
  return null;
};

const readAccepted = (answer: JsonObject, tokens: readonly string[]): Reading => {
  const data = isObject(answer['data']) ? answer['data'] : {};
  const targets = tokens.map((token): Reading['targets'][number] => {
    const reason = refusedTarget(data, token);
    return { token, outcome: reason === null ? 'accepted' : 'rejected', reason };
  });
  const refused = targets.filter(({ outcome }) => outcome === 'rejected').length;
  const isPartial = refused > 0 && refused < targets.length;
  return {
    outcome: isPartial ? 'partly-accepted' : refused > 0 ? 'rejected' : 'accepted',
    code: isPartial || refused === 0 ? null : (targets[0]?.reason ?? null),
    // The vendor's SDK takes the trace id where there is no message id.
    vendorMessageId: asText(data['id']) || asText(answer['trace_id']) || null,
    targets,
    dropToken: false,
    retryAfterMs: null,
  };
};

/** A refusal comes with HTTP 200; the body's `code` decides. Source: «Push server API». */
const read = (sent: WireRequest, response: WireResponse): Reading => {
  const tokens = tokensOfRequest(sent);
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseShallow(text);
  const answer = parsed?.ok && isObject(parsed.value) ? parsed.value : null;
  const code = answer ? asText(answer['code']) : '';
  if (answer && code === '0' && response.status === 200) return readAccepted(answer, tokens);
  const outcome: Outcome = code === '' || code === '0' ? 'unreadable' : 'rejected';
  const reason = outcome === 'rejected' ? code : null;
  return {
    outcome,
    code: reason,
    vendorMessageId: null,
    targets: tokens.map((token) => ({ token, outcome, reason })),
    dropToken: false,
    retryAfterMs: retryAfterOf(response.headers),
  };
};

/** Requests to Xiaomi and what its answers mean. */
export const sender: SenderPart = { protocol: 'https', hosts, request, read };
