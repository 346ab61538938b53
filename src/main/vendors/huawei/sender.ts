import type { HeaderList, Outcome, Problem } from '../../../shared/contract/index.ts';
import { listIn, objectIn, textIn } from '../kit/json-pick.ts';
import { isObject, parseJson, type JsonObject } from '../kit/json.ts';
import { problemOf, unsendable } from '../kit/findings.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { pushOrigin, sendAddressOf, sendPath } from './hosts.ts';
import { addressIdOf, apiOf, pushTypeOf } from './payload/draft.ts';
import { readBody } from './payload/index.ts';
import { tokensOf } from './payload/rules-target.ts';
import { bodyToSend } from './payload/wire-body.ts';

const unusable = (name: string, path: string): { readonly unusable: Problem } => ({
  unusable: problemOf('huawei')(unsendable(name, path, { hasFix: true })),
});

const request: SenderPart['request'] = (draft, target, token) => {
  const api = apiOf(draft);
  const id = addressIdOf(draft, target, api);
  if (id === null)
    return api === 'v1' ? unusable('no-appId', 'option:appId') : unusable('no-projectId', 'option:projectId');
  const headers: HeaderList = [['content-type', 'application/json; charset=UTF-8']];
  if (api === 'v3') headers.push(['push-type', pushTypeOf(draft)]);
  if (token !== null) headers.unshift(['authorization', `Bearer ${token}`]);
  return { method: 'POST', path: sendPath({ api, id }), headers, body: toBytes(bodyToSend(draft, target.token)) };
};

/** JSON inside `msg`, where Huawei puts what happened to single tokens. */
const detailsOf = (message: string): JsonObject | undefined => {
  const parsed = parseJson(message);
  return parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
};

/** Refused tokens with their reason: v1 lists them, v3 groups them by reason. */
const refusedTokens = (message: string): Map<string, string> => {
  const details = detailsOf(message);
  const refused = new Map<string, string>();
  for (const token of listIn(details, 'illegal_tokens') ?? []) {
    if (typeof token === 'string') refused.set(token, 'illegal_tokens');
  }
  for (const [reason, tokens] of Object.entries(objectIn(details, 'illegalTokens') ?? {})) {
    for (const token of Array.isArray(tokens) ? tokens : []) if (typeof token === 'string') refused.set(token, reason);
  }
  return refused;
};

interface Meaning {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly id: string | null;
  readonly message: string;
}

const success = '80000000';
const partly = '80100000';

/** Answers of the server in front of Push, which have no code of their own. */
const bareStatuses = new Set([404, 405, 429, 502, 503]);

const meaningOf = (response: WireResponse): Meaning => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseJson(text);
  const root = parsed?.ok && isObject(parsed.value) ? parsed.value : undefined;
  const given = root?.['code'];
  const code = typeof given === 'number' ? String(given) : typeof given === 'string' && given !== '' ? given : null;
  const message = textIn(root, 'msg') ?? '';
  const id = textIn(root, 'requestId') || null;
  if (code === success)
    return { outcome: response.status === 200 ? 'accepted' : 'unreadable', code: null, id, message };
  if (code === partly) return { outcome: 'partly-accepted', code, id, message };
  if (code !== null) return { outcome: 'rejected', code, id, message };
  if (bareStatuses.has(response.status)) {
    return { outcome: 'rejected', code: `HTTP_${response.status}`, id: null, message };
  }
  return { outcome: 'unreadable', code: null, id: null, message };
};

/** The bearer is to blame: make or fetch a new one. */
const aboutBearer = new Set(['80200001', '80200003', '80200005', '80300036']);

const sentTokens = (sent: WireRequest): string[] => {
  const address = sendAddressOf(sent.path);
  const read = readBody(fromBytes(sent.body) ?? '');
  return address && 'root' in read ? tokensOf({ root: read.root, api: address.api }) : [];
};

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const { outcome, code, id, message } = meaningOf(response);
  const refused = refusedTokens(message);
  const targets = sentTokens(sent).map((token) => {
    const reason = refused.get(token);
    if (outcome === 'accepted') return { token, outcome, reason: null };
    if (outcome !== 'partly-accepted') return { token, outcome, reason: reason ?? code };
    return reason === undefined
      ? { token, outcome: 'accepted' as const, reason: null }
      : { token, outcome: 'rejected' as const, reason };
  });
  return {
    outcome,
    code,
    vendorMessageId: outcome === 'accepted' || outcome === 'partly-accepted' ? id : null,
    targets,
    dropToken: code !== null && aboutBearer.has(code),
    retryAfterMs: retryAfterOf(response.headers),
  };
};

/** Requests to Huawei and what its answers mean. */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: [{ id: 'huawei', label: 'Huawei Push', origin: pushOrigin, environment: null }],
  testSwitch: { option: 'testMessage', value: 'true', name: 'testMessage' },
  request,
  read,
};
