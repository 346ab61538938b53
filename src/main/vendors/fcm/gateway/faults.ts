import { headerOf } from '../../kit/headers.ts';
import { faultWords } from '../../kit/gateway/fault-words.ts';
import type { GatewayPart } from '../../vendor.ts';
import { envelope, errorInfo, fcmError, htmlPage, oauthError, toResponse, type Refusal } from './reply.ts';

/** `error.status` that goes with an HTTP status. Source: google.rpc.Code. */
const canonical: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** Codes of the envelope that come without one of FCM's own. */
const bareCodes = new Set(['UNAUTHENTICATED', 'PERMISSION_DENIED', 'NOT_FOUND', 'RESOURCE_EXHAUSTED']);

const tokenCodes = [
  'invalid_grant',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'deleted_client',
  'disabled_client',
];

const refusalOf = (code: string, status: number): Refusal => {
  if (tokenCodes.includes(code)) return oauthError(status, code, faultWords);
  if (code.startsWith('HTTP_')) return htmlPage(status === 405 ? 405 : 404, '');
  const name = canonical[status] ?? 'UNKNOWN';
  if (!bareCodes.has(code)) return envelope(status, name, faultWords, [fcmError(code)]);
  return envelope(status, name, faultWords, status === 401 ? [errorInfo('ACCESS_TOKEN_EXPIRED')] : []);
};

/** What faults can do here. */
export const faults: Pick<GatewayPart, 'faultReply' | 'busyCode' | 'tokenCodes' | 'accessToken'> = {
  faultReply: ({ code, status }) => toResponse(refusalOf(code, status), false),
  busyCode: 'QUOTA_EXCEEDED',
  tokenCodes,
  accessToken: {
    expired: { code: 'UNAUTHENTICATED', status: 401 },
    shownIn: ({ headers }) => headerOf(headers, 'authorization') ?? null,
  },
};
