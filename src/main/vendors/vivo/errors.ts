import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const row = (
  code: string,
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty,
  source: Source,
  status: number | null = 200,
): VendorError => ({ code, status, retry, decidedBy, certainty, source });

/**
 * `result` of vivo's answers. «guess» marks numbers that no readable page confirms. `HTTP_<status>` stands for answers without a
 * `result`: vivo writes of 500 only, the others are our own.
 */
export const errors: readonly VendorError[] = [
  row('10000', 'after-fix', 'state', 'reported', sources.phpSdk),
  row('10045', 'later', 'fault', 'documented', sources.tencentGuide),
  row('10050', 'after-fix', 'request', 'documented', sources.api),
  row('10051', 'after-fix', 'request', 'documented', sources.api),
  row('10054', 'after-fix', 'request', 'documented', sources.api),
  row('10055', 'after-fix', 'request', 'documented', sources.api),
  row('10056', 'after-fix', 'request', 'documented', sources.api),
  row('10057', 'after-fix', 'request', 'guess', sources.api),
  row('10058', 'after-fix', 'request', 'guess', sources.api),
  row('10059', 'after-fix', 'request', 'guess', sources.api),
  row('10060', 'after-fix', 'request', 'guess', sources.api),
  row('10062', 'after-fix', 'request', 'guess', sources.api),
  row('10064', 'after-fix', 'request', 'guess', sources.api),
  row('10065', 'after-fix', 'request', 'guess', sources.api),
  row('10066', 'after-fix', 'request', 'guess', sources.api),
  row('10067', 'after-fix', 'request', 'guess', sources.api),
  row('10070', 'later', 'history', 'documented', sources.tencentClass),
  row('10071', 'later', 'history', 'reported', sources.goSender),
  row('10072', 'later', 'history', 'documented', sources.api),
  row('10073', 'later', 'history', 'documented', sources.tencentClass),
  row('10084', 'after-fix', 'request', 'guess', sources.api),
  row('10085', 'after-fix', 'fault', 'guess', sources.goSender),
  row('10086', 'after-fix', 'fault', 'guess', sources.api),
  row('10089', 'after-fix', 'fault', 'documented', sources.api),
  row('10094', 'after-fix', 'request', 'documented', sources.api),
  row('10096', 'after-fix', 'request', 'documented', sources.api),
  row('10097', 'after-fix', 'request', 'documented', sources.api),
  row('10101', 'after-fix', 'fault', 'guess', sources.api),
  row('10102', 'after-fix', 'fault', 'guess', sources.api),
  row('10103', 'after-fix', 'fault', 'guess', sources.api),
  row('10104', 'after-fix', 'request', 'reported', sources.goSender),
  row('10200', 'after-fix', 'request', 'documented', sources.api),
  row('10201', 'after-fix', 'request', 'documented', sources.api),
  row('10202', 'after-fix', 'state', 'reported', sources.phpSdk),
  row('10203', 'after-fix', 'request', 'reported', sources.phpSdk),
  row('10204', 'after-fix', 'request', 'reported', sources.phpSdk),
  row('10205', 'after-fix', 'state', 'reported', sources.phpSdk),
  row('10206', 'after-fix', 'state', 'reported', sources.phpSdk),
  row('10207', 'after-fix', 'request', 'reported', sources.phpSdk),
  row('10250', 'later', 'history', 'reported', sources.phpSdk),
  row('10252', 'after-fix', 'request', 'documented', sources.api),
  row('10254', 'later', 'history', 'documented', sources.api),
  row('10302', 'never', 'state', 'documented', sources.api),
  row('10303', 'after-fix', 'request', 'guess', sources.api),
  row('HTTP_400', 'after-fix', 'request', 'guess', sources.assumption, 400),
  row('HTTP_404', 'after-fix', 'request', 'guess', sources.assumption, 404),
  row('HTTP_405', 'after-fix', 'request', 'guess', sources.assumption, 405),
  row('HTTP_500', 'later', 'fault', 'documented', sources.api, 500),
  row('HTTP_503', 'later', 'fault', 'guess', sources.assumption, 503),
];
