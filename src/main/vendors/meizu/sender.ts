import type { Outcome, Problem } from '../../../shared/contract/index.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { isPassThrough, pushIdsOf, splitList } from './payload/index.ts';
import { readMessage } from './payload/read.ts';
import { meizuOrigin, sendPath } from './paths.ts';
import { encodeForm, fieldOf, formFields, signForm, type Fields } from './sign.ts';

const unusable = (name: string, params: Record<string, string> = {}): { unusable: Problem } => ({
  unusable: {
    code: `meizu.${name}`,
    severity: 'error',
    path: '$',
    phrase: { id: `meizu.problem.${name}`, params },
    certainty: 'documented',
  },
});

/** `token` is the AppSecret: it signs the form and goes no further. */
const request: SenderPart['request'] = (draft, target, appSecret) => {
  const { object, why } = readMessage(draft.payload);
  if (object === null) return unusable(why.name, why.params);
  const appId = target.credential?.kind === 'app-keys' ? (target.credential.values['appId'] ?? '') : '';
  if (appId === '') return unusable('no-app');
  const fields: Fields = [
    ['appId', appId],
    ['pushIds', pushIdsOf(draft).join(',') || target.token],
    ['messageJson', draft.payload],
  ];
  const signed: Fields = appSecret === null ? fields : [...fields, ['sign', signForm(fields, appSecret)]];
  return {
    method: 'POST',
    path: sendPath(isPassThrough(draft)),
    headers: [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']],
    body: toBytes(encodeForm(signed)),
  };
};

const asText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Phones that an answer with code 200 did not reach, each with `value.<key>`. */
const refusedIn = (value: Json | undefined): ReadonlyMap<string, string> => {
  const lists: JsonObject = isObject(value) ? value : {};
  return new Map(
    Object.entries(lists).flatMap(([key, tokens]) =>
      Array.isArray(tokens) ? tokens.map((token): [string, string] => [asText(token), `value.${key}`]) : [],
    ),
  );
};

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const tokens = splitList(fieldOf(formFields(fromBytes(sent.body) ?? ''), 'pushIds'));
  const parsed = parseJson(fromBytes(response.body) ?? '');
  const body: JsonObject = parsed.ok && isObject(parsed.value) ? parsed.value : {};
  const isPage = [404, 405].includes(response.status);
  const code = asText(body['code']) || (isPage ? `HTTP_${response.status}` : '');
  const base = {
    vendorMessageId: asText(body['msgId']) || null,
    dropToken: false,
    retryAfterMs: retryAfterOf(response.headers),
  };
  const same = (outcome: Outcome, reason: string | null): Reading => ({
    ...base,
    outcome,
    code: reason,
    targets: tokens.map((token) => ({ token, outcome, reason })),
  });
  if (code === '') return same('unreadable', null);
  if (code !== '200') return same('rejected', code);
  const refused = refusedIn(body['value']);
  const targets = tokens.map((token) => {
    const reason = refused.get(token) ?? null;
    return { token, outcome: reason === null ? ('accepted' as const) : ('rejected' as const), reason };
  });
  const bad = targets.filter((one) => one.reason !== null);
  const outcome: Outcome =
    bad.length === 0 ? 'accepted' : bad.length === targets.length ? 'rejected' : 'partly-accepted';
  return { ...base, outcome, code: bad[0]?.reason ?? null, targets };
};

/** Requests to Meizu and what its answers mean: code 200 may still name phones that were not reached. Source: «PushAPI». */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: [
    { id: 'meizu', label: 'Meizu', origin: meizuOrigin, environment: null },
    { id: 'meizu-plain', label: 'Meizu (http)', origin: meizuOrigin.replace('https:', 'http:'), environment: null },
  ],
  request,
  read,
};
