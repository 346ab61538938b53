import type { HeaderList, Outcome } from '../../../shared/contract/index.ts';
import { problemOf, unsendable } from '../kit/findings.ts';
import { booleanIn, objectIn, textIn, textsIn } from '../kit/json-pick.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { honorHosts, sendPath } from './hosts.ts';
import { appIdOf } from './payload/advice.ts';
import { readBody } from './payload/index.ts';
import { tokensOf } from './payload/rules.ts';
import { bodyToSend } from './payload/wire-body.ts';

/** The header Honor demands: milliseconds. What is only shown has no moment yet. */
const timestampOf = (nowMs: number | undefined): string => (nowMs === undefined ? '<UTC milliseconds>' : String(nowMs));

const request: SenderPart['request'] = (draft, target, token, nowMs) => {
  const appId = appIdOf(draft, target);
  if (appId === null)
    return { unusable: problemOf('honor')(unsendable('no-app-id', 'option:appId', { hasFix: true })) };
  const headers: HeaderList = [
    ['content-type', 'application/json; charset=UTF-8'],
    ['timestamp', timestampOf(nowMs)],
  ];
  if (token !== null) headers.unshift(['authorization', `Bearer ${token}`]);
  return { method: 'POST', path: sendPath(appId), headers, body: toBytes(bodyToSend(draft, target.token)) };
};

interface Meaning {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly id: string | null;
  readonly refused: ReadonlyMap<string, string>;
}

/** 200 by most senders, 80000000 by one: both are read as success. */
const successCodes = new Set(['200', '80000000']);
const bareStatuses = new Set([404, 405, 429, 502, 503]);

const meaningOf = (response: WireResponse, sent: readonly string[]): Meaning => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseJson(text);
  const root = parsed?.ok && isObject(parsed.value) ? parsed.value : undefined;
  const given = root?.['code'];
  const code = typeof given === 'number' ? String(given) : typeof given === 'string' && given !== '' ? given : null;
  const data = objectIn(root, 'data');
  const id = textIn(data, 'requestId') || textIn(root, 'requestId') || null;
  const refused = new Map([
    ...textsIn(data, 'failTokens').map((token) => [token, 'failTokens'] as const),
    ...textsIn(data, 'expireTokens').map((token) => [token, 'expireTokens'] as const),
  ]);
  const none = { id: null, refused };
  if (code === null) {
    if (bareStatuses.has(response.status)) return { outcome: 'rejected', code: `HTTP_${response.status}`, ...none };
    return { outcome: 'unreadable', code: null, ...none };
  }
  if (!successCodes.has(code)) return { outcome: 'rejected', code, ...none };
  if (response.status !== 200) return { outcome: 'unreadable', code: null, ...none };
  const allRefused = sent.length > 0 && sent.every((token) => refused.has(token));
  if (booleanIn(data, 'sendResult') === false || allRefused) {
    return { outcome: 'rejected', code: 'SEND_RESULT_FALSE', ...none };
  }
  return refused.size > 0
    ? { outcome: 'partly-accepted', code: 'FAIL_TOKENS', id, refused }
    : { outcome: 'accepted', code: null, id, refused };
};

/** The bearer is to blame: fetch a new one. */
const aboutBearer = new Set(['80200001', '80200003']);

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const body = readBody(fromBytes(sent.body) ?? '');
  const tokens = 'root' in body ? tokensOf(body.root) : [];
  const { outcome, code, id, refused } = meaningOf(response, tokens);
  return {
    outcome,
    code,
    vendorMessageId: id,
    targets: tokens.map((token) => {
      const reason = refused.get(token) ?? null;
      if (outcome !== 'partly-accepted')
        return { token, outcome, reason: outcome === 'accepted' ? null : (reason ?? code) };
      return { token, outcome: reason === null ? 'accepted' : 'rejected', reason };
    }),
    dropToken: response.status === 401 || (code !== null && aboutBearer.has(code)),
    retryAfterMs: retryAfterOf(response.headers),
  };
};

/** Requests to Honor and what its answers mean. */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: honorHosts.map(({ push }, index) => ({
    id: index === 0 ? 'hihonor' : 'honor',
    label: new URL(push).hostname,
    origin: push,
    environment: null,
  })),
  testSwitch: { option: 'testMessage', value: 'true', name: 'targetUserType 1' },
  request,
  read,
};
