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
 * What Honor answers with. Its own list of codes could not be read: the numbers are modelled on Huawei's, which Honor's service
 * descends from, and every one of them is a guess. FAIL_TOKENS and SEND_RESULT_FALSE are our names for answers with code 200 that
 * refuse tokens; HTTP_<status> names answers without a code.
 */
export const errors: readonly VendorError[] = [
  row('FAIL_TOKENS', 200, 'never', 'state', 'measured', sources.hipush),
  row('SEND_RESULT_FALSE', 200, 'never', 'state', 'guess', sources.hipush),
  row('80100001', 400, 'after-fix', 'request', 'guess', sources.codes),
  row('80100003', 400, 'after-fix', 'request', 'guess', sources.codes),
  row('80200001', 401, 'after-fix', 'state', 'guess', sources.codes),
  row('80200003', 401, 'after-fix', 'history', 'guess', sources.codes),
  row('80300002', 400, 'after-fix', 'state', 'guess', sources.codes),
  row('80300008', 400, 'after-fix', 'request', 'guess', sources.codes),
  row('unauthorized_client', 401, 'after-fix', 'state', 'measured', sources.hipush),
  row('invalid_client', 401, 'after-fix', 'fault', 'reported', sources.hipush),
  row('unsupported_grant_type', 400, 'after-fix', 'request', 'guess', sources.article),
  row('HTTP_404', 404, 'after-fix', 'request', 'guess', sources.send),
  row('HTTP_405', 405, 'after-fix', 'request', 'guess', sources.send),
  row('HTTP_429', 429, 'later', 'fault', 'guess', sources.send),
  row('HTTP_502', 502, 'later', 'fault', 'guess', sources.send),
  row('HTTP_503', 503, 'later', 'fault', 'guess', sources.send),
];
