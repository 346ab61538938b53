import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const row = (
  code: string,
  status: number | null,
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty = 'documented',
  source: Source = sources.errors,
): VendorError => ({ code, status, retry, decidedBy, certainty, source });

/**
 * What Huawei answers with, as text. Huawei lists codes and HTTP statuses in two tables; which status comes with which code is our
 * reading of them. Answers without a code are named `HTTP_<status>` here. 1101 comes from the token address.
 */
export const errors: readonly VendorError[] = [
  row('80100000', 200, 'never', 'state', 'documented', sources.sceneAnswer),
  row('80100001', 400, 'after-fix', 'request'),
  row('80100002', 400, 'after-fix', 'fault'),
  row('80100003', 400, 'after-fix', 'request'),
  row('80100004', 400, 'after-fix', 'request'),
  row('80100013', 400, 'after-fix', 'request'),
  row('80100016', 400, 'after-fix', 'fault'),
  row('80100017', 400, 'later', 'fault'),
  row('80100018', 400, 'after-fix', 'fault', 'measured', sources.javaDemo),
  row('80100022', 400, 'after-fix', 'fault', 'documented', sources.sceneAnswer),
  row('80200001', 401, 'after-fix', 'state'),
  row('80200003', 401, 'after-fix', 'history'),
  row('80200005', 401, 'after-fix', 'request', 'documented', sources.sceneAnswer),
  row('80300002', 400, 'after-fix', 'state'),
  row('80300007', 400, 'never', 'state'),
  row('80300008', 400, 'after-fix', 'request'),
  row('80300010', 400, 'after-fix', 'request'),
  row('80300011', 400, 'after-fix', 'fault'),
  row('80300013', 400, 'after-fix', 'fault'),
  row('80300029', 400, 'later', 'history', 'documented', sources.sceneAnswer),
  row('80300030', 400, 'after-fix', 'request', 'documented', sources.sceneAnswer),
  row('80300036', 400, 'after-fix', 'request', 'documented', sources.sceneAnswer),
  row('80300037', 400, 'never', 'fault', 'documented', sources.sceneAnswer),
  row('80600003', null, 'after-fix', 'fault'),
  row('81000001', 500, 'later', 'fault'),
  ...Array.from({ length: 13 }, (_, index) => row(String(82_000_001 + index), 400, 'after-fix', 'fault', 'guess')),
  row('1101', 400, 'after-fix', 'state', 'reported', sources.oauth),
  row('HTTP_404', 404, 'after-fix', 'request', 'documented', sources.sceneAnswer),
  row('HTTP_405', 405, 'after-fix', 'request', 'guess', sources.send),
  row('HTTP_429', 429, 'later', 'fault', 'guess', sources.send),
  row('HTTP_502', 502, 'later', 'fault', 'documented', sources.sceneAnswer),
  row('HTTP_503', 503, 'later', 'history', 'documented', sources.sceneAnswer),
];
