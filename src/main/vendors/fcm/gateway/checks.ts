import { rowsOf, type Questions, type Row as AnyRow } from '../../kit/rows.ts';
import type { Refusal } from './reply.ts';

/**
 * The questions a request is asked, in order, each with the code it answers with and how sure we are that Google asks it. Google
 * does not publish its order; this one fits what senders see: authentication before shape, shape before token.
 */
const questions = {
  path: ['HTTP_404', 'reported'],
  method: ['HTTP_405', 'guess'],
  authorization: ['UNAUTHENTICATED', 'measured'],
  bearer: ['UNAUTHENTICATED', 'measured'],
  project: ['PERMISSION_DENIED', 'reported'],
  scope: ['PERMISSION_DENIED', 'guess'],
  json: ['INVALID_ARGUMENT', 'measured'],
  fields: ['INVALID_ARGUMENT', 'documented'],
  target: ['INVALID_ARGUMENT', 'documented'],
  'reserved-keys': ['INVALID_ARGUMENT', 'documented'],
  values: ['INVALID_ARGUMENT', 'documented'],
  size: ['INVALID_ARGUMENT', 'documented'],
  'token-shape': ['INVALID_ARGUMENT', 'reported'],
  sender: ['SENDER_ID_MISMATCH', 'documented'],
  registered: ['UNREGISTERED', 'documented'],
  package: ['INVALID_ARGUMENT', 'documented'],
  quota: ['QUOTA_EXCEEDED', 'documented'],
  grant: ['unsupported_grant_type', 'reported'],
  'grant-fields': ['invalid_request', 'guess'],
  assertion: ['invalid_grant', 'guess'],
  account: ['invalid_grant', 'reported'],
  signature: ['invalid_grant', 'measured'],
  times: ['invalid_grant', 'reported'],
  audience: ['invalid_grant', 'guess'],
  scopes: ['invalid_scope', 'guess'],
  subject: ['unauthorized_client', 'documented'],
  'refresh-token': ['invalid_grant', 'guess'],
} as const satisfies Questions<string>;
/** Id of a check in a verdict. */
export type Question = keyof typeof questions;

/** A row of this gateway's verdicts. */
export type Row = AnyRow<Refusal>;

/** Makes rows; `byRule` gives a failed one the words of a problem of the payload. */
export const { passed, unverified, notReached, failed, byRule } = rowsOf<Question, Refusal>('fcm', questions);
