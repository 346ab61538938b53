import type { Draft, HeaderList, Outcome, Problem } from '../../../shared/contract/index.ts';
import { shorten } from '../kit/cut-text.ts';
import { problemOf, unsendable } from '../kit/findings.ts';
import { isObject, parseJson, type JsonObject } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, SendTarget, WireRequest, WireResponse } from '../vendor.ts';
import { vivoOrigin } from './paths.ts';
import { apiOf, apiPath } from './payload/api.ts';
import { idOf, readBody, textOf, textsOf } from './payload/read.ts';

/** What names the phone where the body names nobody; nothing for addresses that need none. */
const phoneFor = (api: ReturnType<typeof apiOf>, body: JsonObject, token: string): JsonObject => {
  if (token === '') return {};
  if (api === 'send') return textOf(body, 'regId') === '' && textOf(body, 'alias') === '' ? { regId: token } : {};
  const isOpen = api === 'list' && textsOf(body['regIds']).length + textsOf(body['aliases']).length === 0;
  return isOpen ? { regIds: [token] } : {};
};

/** The body to send: the draft's text byte for byte, or compact JSON when an id or `pushMode` had to be put in. */
const bodyToSend = (draft: Draft, body: JsonObject, target: SendTarget): string => {
  const api = apiOf(draft);
  const pushMode = draft.options['pushMode'] ?? '';
  const added: JsonObject = {};
  const appId = target.credential?.kind === 'app-keys' ? (target.credential.values['appId'] ?? '') : '';
  if (idOf(body['appId']) === '' && appId !== '') added['appId'] = /^\d{1,15}$/.test(appId) ? Number(appId) : appId;
  Object.assign(added, phoneFor(api, body, target.token));
  // A list is sent as its message was stored.
  if (api !== 'list' && /^[01]$/.test(pushMode) && body['pushMode'] !== Number(pushMode))
    added['pushMode'] = Number(pushMode);
  // Once before for the reader's eye, and once more over an empty value of the draft.
  return Object.keys(added).length === 0 ? draft.payload : JSON.stringify({ ...added, ...body, ...added });
};

const unusable = (name: string, path: string, params: Readonly<Record<string, string>>): { unusable: Problem } => ({
  unusable: problemOf('vivo')(unsendable(name, path, { params })),
});

const request: SenderPart['request'] = (draft, target, token) => {
  const path = apiPath(draft);
  if (apiOf(draft) === null) return unusable('unknown-api', 'option:api', { path: shorten(path, 80) });
  const { object, why } = readBody(draft.payload);
  if (object === null) return unusable(why.name, '$', why.params);
  const headers: HeaderList = [['content-type', 'application/json;charset=UTF-8']];
  if (token !== null) headers.unshift(['authtoken', token]);
  return { method: 'POST', path, headers, body: toBytes(bodyToSend(draft, object, target)) };
};

interface Answer {
  readonly code: string | null;
  readonly taskId: string | null;
  /** regIds vivo names as dead or not allowed. */
  readonly invalid: ReadonlySet<string>;
}

/** Null: not an answer of vivo's. A status of 500 or 503 without `result` is one. */
const readAnswer = (response: WireResponse): Answer | null => {
  const parsed = parseJson(fromBytes(response.body) ?? '');
  const body = parsed.ok && isObject(parsed.value) ? parsed.value : {};
  const { result } = body;
  if (typeof result === 'number') {
    const users = Array.isArray(body['invalidUsers']) ? body['invalidUsers'] : [body['invalidUser'] ?? null];
    const invalid = new Set(users.filter(isObject).map((user) => idOf(user['userid'])));
    return {
      code: result === 0 ? null : String(result),
      taskId: idOf(body['taskId']) || idOf(body['requestId']) || null,
      invalid,
    };
  }
  const isFault = [400, 404, 405, 500, 503].includes(response.status);
  return isFault ? { code: `HTTP_${response.status}`, taskId: null, invalid: new Set() } : null;
};

const targetsOf = (sent: WireRequest): string[] => {
  const body = readBody(fromBytes(sent.body) ?? '').object ?? {};
  const regId = textOf(body, 'regId');
  return regId === '' ? textsOf(body['regIds']) : [regId];
};

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const answer = readAnswer(response);
  const tokens = targetsOf(sent);
  if (!answer) {
    const targets = tokens.map((token) => ({ token, outcome: 'unreadable' as const, reason: null }));
    return {
      outcome: 'unreadable',
      code: null,
      vendorMessageId: null,
      targets,
      dropToken: false,
      retryAfterMs: retryAfterOf(response.headers),
    };
  }
  const { code, invalid } = answer;
  const targets = tokens.map((token) =>
    code === null && !invalid.has(token)
      ? { token, outcome: 'accepted' as const, reason: null }
      : { token, outcome: 'rejected' as const, reason: code ?? '10302' },
  );
  const taken = targets.filter((one) => one.outcome === 'accepted').length;
  const isPartly = code === null && taken < targets.length;
  const outcome: Outcome =
    code !== null || (isPartly && taken === 0) ? 'rejected' : isPartly ? 'partly-accepted' : 'accepted';
  return {
    outcome,
    code: code ?? (isPartly ? '10302' : null),
    vendorMessageId: answer.taskId,
    targets,
    dropToken: code === '10000',
    retryAfterMs: retryAfterOf(response.headers),
  };
};

/** Requests to vivo and what its answers mean. Source: «PUSH-UPS-API». */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: [{ id: 'vivo', label: 'vivo', origin: vivoOrigin, environment: null }],
  testSwitch: { option: 'pushMode', value: '1', name: 'pushMode 1' },
  request,
  read,
};
