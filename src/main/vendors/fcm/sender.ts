import type { HeaderList, Outcome } from '../../../shared/contract/index.ts';
import { headerOf } from '../kit/headers.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { Reading, SenderPart, WireRequest, WireResponse } from '../vendor.ts';
import { googleOrigin, sendPath } from './hosts.ts';
import { projectOf } from './payload/index.ts';
import { readBody } from './payload/read.ts';
import { bodyToSend } from './payload/wire-body.ts';

const request: SenderPart['request'] = (draft, target, token) => {
  const project = projectOf(draft, target);
  if (project === null) {
    return {
      unusable: {
        code: 'fcm.no-project',
        severity: 'error',
        path: 'option:projectId',
        phrase: { id: 'fcm.problem.no-project' },
        fix: { id: 'fcm.problem.no-project.fix' },
        certainty: 'documented',
      },
    };
  }
  const headers: HeaderList = [['content-type', 'application/json; charset=utf-8']];
  if (token !== null) headers.unshift(['authorization', `Bearer ${token}`]);
  return { method: 'POST', path: sendPath(project), headers, body: toBytes(bodyToSend(draft, target.token)) };
};

/** Names that go with a status when the envelope does not say one. Source: google.rpc.Code. */
const canonical: Readonly<Partial<Record<number, string>>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

const fcmErrorType = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';

/** FcmError's code is FCM's own verdict; the envelope's status comes second. Null: not Google's envelope. */
const errorCode = (value: Json, httpStatus: number): string | null => {
  const error = isObject(value) ? value['error'] : undefined;
  if (!isObject(error)) return null;
  const details = Array.isArray(error['details']) ? error['details'] : [];
  const own = details.filter(isObject).find((detail) => detail['@type'] === fcmErrorType);
  if (own && typeof own['errorCode'] === 'string' && own['errorCode'] !== '') return own['errorCode'];
  const status = error['status'];
  if (typeof status === 'string' && status !== '') return status;
  return canonical[httpStatus] ?? null;
};

/** Retry-After as seconds or as a date; a date is counted from the answer's own Date header. */
const retryAfter = (headers: HeaderList): number | null => {
  const given = headerOf(headers, 'retry-after')?.trim();
  if (given === undefined || given === '') return null;
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const wait = Date.parse(given) - Date.parse(headerOf(headers, 'date') ?? '');
  return Number.isNaN(wait) ? null : Math.max(0, wait);
};

const isPage = (response: WireResponse): boolean =>
  /^text\/html\b/i.test(headerOf(response.headers, 'content-type') ?? '') ||
  /^\s*<(?:!doctype html|html)\b/i.test(fromBytes(response.body.subarray(0, 200)) ?? '');

interface Meaning {
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly id: string | null;
}

const meaningOf = (response: WireResponse): Meaning => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseJson(text);
  const value: JsonObject | null = parsed?.ok && isObject(parsed.value) ? parsed.value : null;
  if (response.status === 200) {
    const name = value?.['name'];
    return typeof name === 'string' && name !== ''
      ? { outcome: 'accepted', code: null, id: name }
      : { outcome: 'unreadable', code: null, id: null };
  }
  const code = value ? errorCode(value, response.status) : null;
  if (code !== null) return { outcome: 'rejected', code, id: null };
  // Google's own page for a path that does not exist, above all the retired ones; no answer of FCM itself.
  if ((response.status === 404 || response.status === 405) && isPage(response)) {
    return { outcome: 'rejected', code: `HTTP_${response.status}`, id: null };
  }
  return { outcome: 'unreadable', code: null, id: null };
};

const read = (sent: WireRequest, response: WireResponse): Reading => {
  const { outcome, code, id } = meaningOf(response);
  const token = readBody(fromBytes(sent.body) ?? '').body?.message?.token;
  return {
    outcome,
    code,
    vendorMessageId: id,
    targets: token ? [{ token, outcome, reason: code }] : [],
    // THIRD_PARTY_AUTH_ERROR is about the APNs or web push key of the Firebase project; our token was fine.
    dropToken: response.status === 401 && code !== 'THIRD_PARTY_AUTH_ERROR',
    retryAfterMs: retryAfter(response.headers),
  };
};

/** Requests to FCM and what its answers mean. */
export const sender: SenderPart = {
  protocol: 'https',
  hosts: [{ id: 'fcm', label: 'FCM', origin: googleOrigin, environment: null }],
  testSwitch: { option: 'validateOnly', value: 'true', name: 'validate_only' },
  request,
  read,
};
