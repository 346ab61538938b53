import type { Outcome } from '../../../shared/contract/index.ts';
import { readForm, writeForm } from '../kit/form.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import { parseShallow } from '../kit/shallow.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { hosts, sendKindOf, sendPaths, type SendKind } from './hosts.ts';
import { kindOf } from './payload/index.ts';
import { formOfDraft, payloadOfForm, tokensOf } from './payload/wire.ts';

const unusable = (name: string, path: string) => ({
  unusable: {
    code: `oppo.${name}`,
    severity: 'error' as const,
    path,
    phrase: { id: `oppo.problem.${name}`, params: { path } },
    certainty: 'documented' as const,
  },
});

const request: SenderPart['request'] = (draft, target, token) => {
  const kind = kindOf(draft);
  if (!kind) return unusable('unknown-api', 'option:api');
  const fields = formOfDraft(draft, kind, target.token);
  if (!fields) return unusable('unreadable', '$');
  const pairs = token === null ? fields : ([['auth_token', token], ...fields] as const);
  return {
    method: 'POST',
    path: sendPaths[kind],
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: toBytes(writeForm(pairs)),
  };
};

const asText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

type Target = Reading['targets'][number];
const targetOf = (token: string, reason: string | null): Target => ({
  token,
  outcome: reason === null ? 'accepted' : 'rejected',
  reason,
});

/** A batch is answered in the order of the request, one entry for each message. */
const readBatch = (data: Json | undefined, tokens: readonly string[]): Target[] => {
  const entries = Array.isArray(data) ? data : [];
  return tokens.map((token, index) => {
    const entry = entries[index];
    const code = isObject(entry) ? asText(entry['errorCode']) : '';
    return targetOf(token, code === '' || code === '0' ? null : code);
  });
};

/** A broadcast lists its bad ids under numbers. */
const readBroadcast = (data: Json | undefined, tokens: readonly string[]): Target[] => {
  const lists = isObject(data) ? Object.entries(data).filter(([key]) => /^\d+$/.test(key)) : [];
  return tokens.map((token) => {
    const bad = lists.find(([, list]) => Array.isArray(list) && list.includes(token));
    return targetOf(token, bad ? bad[0] : null);
  });
};

const idOf = (data: Json | undefined): string | null => {
  const [first] = Array.isArray(data) ? data.filter((one) => isObject(one) && asText(one['messageId']) !== '') : [data];
  if (!isObject(first)) return null;
  return asText(first['messageId']) || asText(first['message_id']) || null;
};

const readAccepted = (answer: JsonObject, kind: SendKind | null, tokens: readonly string[]): Reading => {
  const { data } = answer;
  const targets =
    kind === 'batch'
      ? readBatch(data, tokens)
      : kind === 'broadcast'
        ? readBroadcast(data, tokens)
        : tokens.map((token) => targetOf(token, null));
  const refused = targets.filter(({ outcome }) => outcome === 'rejected');
  const isWhole = refused.length > 0 && refused.length === targets.length;
  const outcome: Outcome = refused.length === 0 ? 'accepted' : isWhole ? 'rejected' : 'partly-accepted';
  return {
    outcome,
    code: isWhole ? (refused[0]?.reason ?? null) : null,
    vendorMessageId: idOf(data),
    targets: targets.filter(({ token }) => token !== ''),
    dropToken: false,
    retryAfterMs: null,
  };
};

/** A refusal comes with HTTP 200; the body's `code` decides. Source: «Server API». */
const read = (sent: WireRequest, response: WireResponse): Reading => {
  const kind = sendKindOf(sent.path);
  const pairs = readForm(sent.body);
  const payload = kind && pairs ? payloadOfForm(pairs, kind) : null;
  const tokens = kind && payload !== null ? tokensOf(payload, kind) : [];
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseShallow(text);
  const answer = parsed?.ok && isObject(parsed.value) ? parsed.value : null;
  const code = answer ? asText(answer['code']) : '';
  if (answer && code === '0' && response.status === 200) return readAccepted(answer, kind, tokens);
  const outcome: Outcome = code === '' || code === '0' ? 'unreadable' : 'rejected';
  const reason = outcome === 'rejected' ? code : null;
  return {
    outcome,
    code: reason,
    vendorMessageId: null,
    targets: tokens.filter((token) => token !== '').map((token) => ({ token, outcome, reason })),
    // The vendor's SDK asks for a new token on 11 and sends again.
    dropToken: code === '11',
    retryAfterMs: retryAfterOf(response.headers),
  };
};

/** Requests to OPPO and what its answers mean. */
export const sender: SenderPart = { protocol: 'https', hosts, request, read };
