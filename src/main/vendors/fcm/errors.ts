import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const row = (
  code: string,
  status: number | null,
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty,
  source: Source,
): VendorError => ({ code, status, retry, decidedBy, certainty, source });

/**
 * What FCM answers with. The code is FcmError's `errorCode` when there is one, else the canonical status of the envelope; the pages
 * that come without JSON have none and are named `HTTP_<status>` here. Lower-case codes come from the token address.
 */
export const errors: readonly VendorError[] = [
  row('INVALID_ARGUMENT', 400, 'after-fix', 'request', 'documented', sources.errorCodes),
  row('UNAUTHENTICATED', 401, 'after-fix', 'state', 'measured', sources.errorCodes),
  row('THIRD_PARTY_AUTH_ERROR', 401, 'after-fix', 'fault', 'documented', sources.errorCode),
  row('SENDER_ID_MISMATCH', 403, 'never', 'fault', 'documented', sources.errorCode),
  row('PERMISSION_DENIED', 403, 'after-fix', 'state', 'reported', sources.errorCodes),
  row('UNREGISTERED', 404, 'never', 'state', 'documented', sources.errorCode),
  row('NOT_FOUND', 404, 'never', 'fault', 'measured', sources.adminNode),
  row('HTTP_404', 404, 'after-fix', 'request', 'reported', sources.retired),
  row('HTTP_405', 405, 'after-fix', 'request', 'guess', sources.send),
  row('QUOTA_EXCEEDED', 429, 'later', 'history', 'documented', sources.errorCode),
  row('RESOURCE_EXHAUSTED', 429, 'later', 'fault', 'measured', sources.adminNode),
  row('INTERNAL', 500, 'later', 'fault', 'documented', sources.errorCode),
  row('UNAVAILABLE', 503, 'later', 'fault', 'documented', sources.errorCode),
  row('UNSPECIFIED_ERROR', null, 'later', 'fault', 'documented', sources.errorCode),
  row('invalid_grant', 400, 'after-fix', 'state', 'measured', sources.oauth),
  row('invalid_scope', 400, 'after-fix', 'request', 'guess', sources.oauth),
  row('unauthorized_client', 401, 'after-fix', 'state', 'documented', sources.oauth),
  row('unsupported_grant_type', 400, 'after-fix', 'request', 'reported', sources.oauth),
  row('invalid_request', 400, 'after-fix', 'request', 'guess', sources.oauth),
  row('deleted_client', 401, 'after-fix', 'fault', 'guess', sources.oauth),
  row('disabled_client', 401, 'after-fix', 'fault', 'guess', sources.oauth),
];
