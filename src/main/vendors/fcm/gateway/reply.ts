import type { HeaderList } from '../../../../shared/contract/index.ts';
import { toBytes } from '../../kit/text.ts';
import type { WireResponse } from '../../vendor.ts';
import type { Finding } from '../payload/findings.ts';

/** A JSON detail of Google's error envelope. */
export type Detail = { readonly '@type': string } & Readonly<Record<string, unknown>>;

const type = (name: string): string => `type.googleapis.com/${name}`;
const service = { service: 'fcm.googleapis.com', method: 'google.firebase.fcm.v1.FcmService.SendMessage' };

/** FCM's own code. Source: «ErrorCode». */
export const fcmError = (errorCode: string): Detail => ({
  '@type': type('google.firebase.fcm.v1.FcmError'),
  errorCode,
});

/** A reason of Google's API front, with the service and method it is about unless told otherwise. */
export const errorInfo = (reason: string, metadata: Readonly<Record<string, string>> = service): Detail => ({
  '@type': type('google.rpc.ErrorInfo'),
  reason,
  domain: reason === 'IAM_PERMISSION_DENIED' ? 'cloudresourcemanager.googleapis.com' : 'googleapis.com',
  metadata,
});

/** Which quota ran out, and whose. */
export const quotaFailure = (subject: string, description: string): Detail => ({
  '@type': type('google.rpc.QuotaFailure'),
  violations: [{ subject, description }],
});

const badRequest = (violations: readonly { field: string; description: string }[]): Detail => ({
  '@type': type('google.rpc.BadRequest'),
  fieldViolations: violations.map(({ field, description }) =>
    field === '' ? { description } : { field, description },
  ),
});

/** An answer that refuses. `code` is the one our error table explains. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly headers: HeaderList;
  /** A finished page, or JSON to be printed as the request's `prettyPrint` asks. */
  readonly body: string | object;
}

/** Google's error envelope. `canonical` is `error.status`. */
export const envelope = (
  status: number,
  canonical: string,
  message: string,
  details: readonly Detail[] = [],
  headers: HeaderList = [],
): Refusal => {
  const own = details.find((detail) => detail['@type'].endsWith('FcmError'))?.['errorCode'];
  const error = { code: status, message, status: canonical, ...(details.length > 0 ? { details } : {}) };
  return { status, code: typeof own === 'string' ? own : canonical, headers, body: { error } };
};

/** One 400 for all mistakes of one kind, as Google lists them together. */
export const refuseFindings = (findings: readonly Finding[]): Refusal => {
  const words = findings.flatMap((found) => (found.wire ? [found.wire] : []));
  const violations = words.filter((one) => one.badRequest);
  const details = [
    ...(violations.length > 0 ? [badRequest(violations)] : []),
    ...(words.some((one) => one.fcmError) ? [fcmError('INVALID_ARGUMENT')] : []),
  ];
  const messages = words.map((one) => one.message ?? one.description);
  return envelope(400, 'INVALID_ARGUMENT', [...new Set(messages)].join('\n'), details);
};

/** OAuth's error answer. */
export const oauthError = (status: number, error: string, description: string): Refusal => ({
  status,
  code: error,
  headers: [],
  body: { error, error_description: description },
});

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const reasons: Readonly<Record<number, string>> = { 404: 'Not Found', 405: 'Method Not Allowed' };

/** Google answers an address it does not have with a page instead of JSON; this one has our own words. */
export const htmlPage = (status: 404 | 405, path: string): Refusal => ({
  status,
  code: `HTTP_${status}`,
  headers: status === 405 ? [['allow', 'POST']] : [],
  body: `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Error ${status} (${reasons[status]})</title>
<p><b>${status}.</b> Nothing answers to this request at <code>${escapeHtml(path.slice(0, 200))}</code>.
`,
});

/** `prettyPrint=false` asks for one line; the default is indented. */
export const isCompact = (query: URLSearchParams): boolean => {
  const asked = query.get('prettyPrint') ?? query.get('prettyprint');
  return asked === 'false' || asked === '0';
};

/** The answer on the wire. */
export const toResponse = (
  answer: { readonly status: number; readonly headers?: HeaderList; readonly body: string | object },
  compact: boolean,
): WireResponse => {
  const isText = typeof answer.body === 'string';
  const json = isText ? '' : compact ? JSON.stringify(answer.body) : `${JSON.stringify(answer.body, null, 2)}\n`;
  return {
    status: answer.status,
    headers: [
      ['content-type', isText ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8'],
      ...(answer.headers ?? []),
    ],
    body: toBytes(typeof answer.body === 'string' ? answer.body : json),
  };
};
