import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { hasMember, listIn } from '../../kit/json-pick.ts';
import { jsonType, type Json, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import type { Api, PushType } from '../hosts.ts';
import { huaweiLimits } from '../limits.ts';
import { targetPart } from './draft.ts';
import { badCount, badStructure, mistake, type Finding } from './refusals.ts';

/** Body, API and kind of a push, as rules look at it. */
export interface Looked {
  readonly root: JsonObject;
  readonly api: Api;
  readonly pushType: PushType;
}

/** Tokens the request names, texts only; empty for topics. */
export const tokensOf = ({ root, api }: Pick<Looked, 'root' | 'api'>): string[] =>
  (listIn(targetPart(root, api), 'token') ?? []).filter((one): one is string => typeof one === 'string');

const tokensPath = (api: Api): string => (api === 'v3' ? '$.target.token' : '$.message.token');

const checkTokens = (value: Json, { api, pushType }: Looked): Finding[] => {
  const path = tokensPath(api);
  const isForm = api === 'v3' && pushType === '1';
  const most = isForm ? huaweiLimits.formTokens.value : huaweiLimits.tokens.value;
  if (!Array.isArray(value)) {
    return [
      badCount('token-not-list', path, most, { params: { found: jsonType(value) }, hasFix: true, certainty: 'guess' }),
    ];
  }
  const odd = value.findIndex((one) => typeof one !== 'string' || one.trim() === '');
  const found: Finding[] = [];
  if (value.length === 0) found.push(badCount('no-tokens', path, most));
  if (value.length > most) {
    found.push(
      badCount(isForm ? 'form-tokens' : 'too-many-tokens', path, most, { params: { count: value.length, most } }),
    );
  }
  if (odd >= 0) found.push(badStructure('bad-token', `${path}[${odd}]`, { certainty: 'guess' }));
  if (new Set(value).size < value.length) found.push(advice('warning', 'double-token', path, { certainty: 'guess' }));
  return found;
};

/** Who gets it. A body without its outer object, or with one misspelled, counts as one without tokens, as senders report. */
export const checkTarget = (looked: Looked): Finding[] => {
  const { root, api } = looked;
  const isScene = api === 'v3';
  const most = huaweiLimits.tokens.value;
  const part = targetPart(root, api);
  if (part === undefined) {
    const sent = shorten(Object.keys(root).join(', ') || '{}');
    const name = isScene ? 'no-target-object' : 'no-message';
    return [badCount(name, '$', most, { params: { sent }, hasFix: true, certainty: 'reported' })];
  }
  const named = isScene ? ['token'] : ['token', 'topic', 'condition'];
  const given = named.filter((name) => hasMember(part, name));
  const path = isScene ? '$.target' : '$.message';
  if (given.length === 0) return [badCount('no-target', path, most, { hasFix: true, certainty: 'reported' })];
  if (given.length > 1)
    return [badStructure('several-targets', path, { params: { targets: given.join(', ') }, hasFix: true })];
  return given[0] === 'token' ? checkTokens(part['token'] ?? null, looked) : [];
};

/** Bytes of the body without its tokens. How Huawei counts is not published; this counts the text as sent. */
export const bodyBytes = (payload: string, tokens: readonly string[]): number => {
  const list = tokens.length === 0 ? 0 : utf8Length(JSON.stringify(tokens)) - '[]'.length;
  return Math.max(0, utf8Length(payload) - list);
};

/** The byte count against the limit. */
export const checkSize = (payload: string, tokens: readonly string[]): Finding[] => {
  const used = bodyBytes(payload, tokens);
  const limit = huaweiLimits.bodyBytes.value;
  if (used <= limit) return [];
  const refusal = { code: '80300008', message: 'Push message size is too long.' };
  return [mistake('size', 'too-large', '$', refusal, { params: { used, limit }, hasFix: true })];
};
