import type { Draft, HeaderList, Outcome, Problem } from '../../../shared/contract/index.ts';
import { headerOf } from '../kit/headers.ts';
import { isObject, parseJson, type JsonObject } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, SendTarget, WireRequest, WireResponse } from '../vendor.ts';
import { unsendableOption } from './payload/lint-options.ts';
import { topicFor } from './topic.ts';
import { decodePathPart, encodeHeader, optionHeaders, optionOf, tokenInPath } from './wire.ts';

const hosts: SenderPart['hosts'] = [
  {
    id: 'production',
    label: 'api.push.apple.com',
    origin: 'https://api.push.apple.com',
    environment: 'production',
  },
  {
    id: 'sandbox',
    label: 'api.sandbox.push.apple.com',
    origin: 'https://api.sandbox.push.apple.com',
    environment: 'sandbox',
  },
];

/** What is the same for every device a draft goes to. */
interface Common {
  readonly appIdentifier: string;
  readonly token: string | null;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}
/** Drafts are never changed, so one that goes to many devices is made into headers and bytes once. */
const made = new WeakMap<Draft, Common>();

const commonOf = (draft: Draft, target: SendTarget, token: string | null): Common | { unusable: Problem } => {
  const known = made.get(draft);
  if (known && known.token === token && known.appIdentifier === target.appIdentifier) return known;
  const unusable = unsendableOption(draft);
  if (unusable) return { unusable };
  const headers: HeaderList = token === null ? [] : [['authorization', `bearer ${token}`]];
  for (const [name, header] of optionHeaders) {
    const value = name === 'topic' ? topicFor(draft, target) : optionOf(draft, name);
    if (value !== '') headers.push([header, encodeHeader(value)]);
  }
  const common = { appIdentifier: target.appIdentifier, token, headers, body: toBytes(draft.payload) };
  made.set(draft, common);
  return common;
};

const request: SenderPart['request'] = (draft: Draft, target: SendTarget, token: string | null) => {
  const common = commonOf(draft, target, token);
  if ('unusable' in common) return common;
  // Anything may be pasted as a token; percent-encoding makes it a legal path, and changes nothing of a real one.
  const path = `/3/device/${encodeURIComponent(target.token)}`;
  return { method: 'POST', path, headers: common.headers, body: common.body };
};

/** Reasons after which the provider token must not be used again. */
const deadToken = new Set(['ExpiredProviderToken', 'InvalidProviderToken']);

/**
 * Reasons that may hang on what the connection was bound to by its first push: a token that has run out (Pushy's author found the
 * connection unusable from then on, even with a fresh one), a key or an environment other than the first's, an app that was
 * registered after it was opened.
 */
const boundElsewhere = new Set([
  'ExpiredProviderToken',
  'UnrelatedKeyIdInToken',
  'BadEnvironmentKeyInToken',
  'BadEnvironmentKeyIdInToken',
  'TopicDisallowed',
]);

const answerOf = (body: Uint8Array): JsonObject | null => {
  const text = fromBytes(body);
  const parsed = text === null ? null : parseJson(text);
  return parsed?.ok && isObject(parsed.value) ? parsed.value : null;
};

/** APNs is not known to send this header; a proxy in between may. Only a number of seconds is understood. */
const retryAfterOf = (headers: HeaderList): number | null => {
  const value = headerOf(headers, 'retry-after');
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * 1000 : null;
};

/** A 200 has no body. One with a body and without `apns-id` comes from something else, such as a login page. */
const isAcceptance = (response: WireResponse): boolean =>
  response.status === 200 && (response.body.length === 0 || headerOf(response.headers, 'apns-id') !== undefined);

const timestampOf = (answer: JsonObject | null): number | null => {
  const timestamp = answer?.['timestamp'];
  return typeof timestamp === 'number' && Number.isSafeInteger(timestamp) ? timestamp : null;
};

/** The answer to one push. `deadAtMs` is the time a 410 names: a token the app reported later is good again. */
const read = (sent: WireRequest, response: WireResponse): Reading => {
  const accepted = isAcceptance(response);
  const answer = accepted || response.status === 200 ? null : answerOf(response.body);
  const reason = typeof answer?.['reason'] === 'string' && answer['reason'] !== '' ? answer['reason'] : null;
  const refusal: Outcome = reason === null ? 'unreadable' : 'rejected';
  const outcome = accepted ? 'accepted' : refusal;
  const token = tokenInPath(sent.path) ?? '';
  const deadAtMs = response.status === 410 ? timestampOf(answer) : null;
  return {
    outcome,
    code: reason,
    vendorMessageId: headerOf(response.headers, 'apns-id') ?? null,
    targets: [{ token: decodePathPart(token), outcome, reason, ...(deadAtMs === null ? {} : { deadAtMs }) }],
    dropToken: reason !== null && deadToken.has(reason),
    retryAfterMs: retryAfterOf(response.headers),
    ...(reason !== null && boundElsewhere.has(reason) ? { renewConnection: true } : {}),
  };
};

/** A GOAWAY says why in JSON, with the same words as an answer. Seen on the wire by several clients that then lose it. */
const goawayReason = (debug: string): string | null => {
  const answer = answerOf(toBytes(debug));
  return typeof answer?.['reason'] === 'string' ? answer['reason'] : null;
};

/** One device token a request, over HTTP/2. Source: Apple, «Sending notification requests to APNs». */
export const sender: SenderPart = {
  protocol: 'h2',
  aloneUntilAuthenticated: true,
  hosts,
  request,
  read,
  goawayReason,
};
