import type { HeaderList, Outcome, Problem } from '../../../shared/contract/index.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../kit/json.ts';
import { retryAfterOf } from '../kit/retry-after.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { unpackKey } from './auth.ts';
import { pushPath, regionNames, regions } from './hosts.ts';
import { needsToken } from './payload/index.ts';
import { readBody, textsOf, tokensOf } from './payload/read.ts';
import { basicOf, signBody } from './sign.ts';

const unusable = (name: string, params: Record<string, string> = {}): { unusable: Problem } => ({
  unusable: {
    code: `tpns.${name}`,
    severity: 'error',
    path: '$',
    phrase: { id: `tpns.problem.${name}`, params },
    certainty: 'documented',
  },
});

/** `token` is the moment and the SecretKey; both sign the body and only the moment goes on the wire. */
const request: SenderPart['request'] = (draft, target, token) => {
  const { object, why } = readBody(draft.payload);
  if (object === null) return unusable(why.name, why.params);
  const accessId = target.credential?.kind === 'app-keys' ? (target.credential.values['accessId'] ?? '') : '';
  if (accessId === '') return unusable('no-app');
  const adds = needsToken(object) && target.token !== '';
  const body = adds ? JSON.stringify({ ...object, token_list: [target.token] }) : draft.payload;
  const headers: HeaderList = [['content-type', 'application/json']];
  if (token !== null) {
    const { timestamp, secretKey } = unpackKey(token);
    if (draft.options['auth'] === 'basic') headers.push(['authorization', basicOf(accessId, secretKey)]);
    else {
      headers.push(['accessid', accessId], ['timestamp', timestamp]);
      headers.push(['sign', signBody({ accessId, timestamp, body }, secretKey)]);
    }
  }
  return { method: 'POST', path: pushPath, headers, body: toBytes(body) };
};

const asText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Push ids of an answer: a text, or several for a push that repeats. */
const pushIdOf = (value: Json | undefined): string | null => {
  const ids = Array.isArray(value) ? value.map(asText) : [asText(value)];
  return ids.filter((id) => id !== '' && id !== '0').join(',') || null;
};

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const tokens = tokensOf(readBody(fromBytes(sent.body) ?? '').object ?? {});
  const parsed = parseJson(fromBytes(response.body) ?? '');
  const body: JsonObject = parsed.ok && isObject(parsed.value) ? parsed.value : {};
  const isPage = response.status === 404 || response.status === 405;
  const code = asText(body['ret_code']) || (isPage ? `HTTP_${response.status}` : '');
  const base = {
    vendorMessageId: pushIdOf(body['push_id']),
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
  if (code !== '0') return same('rejected', code);
  // The name is misspelt in the real API.
  const invalid = new Set(textsOf(body['invalid_targe_list']));
  if (invalid.size === 0) return same('accepted', null);
  const targets = tokens.map((token) =>
    invalid.has(token)
      ? { token, outcome: 'rejected' as const, reason: '1008029' }
      : { token, outcome: 'accepted' as const, reason: null },
  );
  const taken = targets.some((one) => one.outcome === 'accepted');
  return { ...base, outcome: taken ? 'partly-accepted' : 'rejected', code: '1008029', targets };
};

/** Requests to TPNS and what its answers mean. Source: «Push API». */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: regionNames.map((name) => ({
    id: `tpns-${name}`,
    label: regions[name].label,
    origin: `https://${regions[name].host}`,
    environment: null,
  })),
  request,
  read,
};
