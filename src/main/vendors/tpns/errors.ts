import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const row = (
  code: string,
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty = 'documented',
  source: Source = sources.codes,
  status: number | null = 200,
): VendorError => ({ code, status, retry, decidedBy, certainty, source });

/** `ret_code` of TPNS's answers; HTTP 200 with each of them is assumed. `HTTP_<status>` are answers of Pushscope's own. */
export const errors: readonly VendorError[] = [
  row('1008001', 'after-fix', 'request'),
  row('1008002', 'after-fix', 'request'),
  row('1008003', 'after-fix', 'state'),
  row('1008004', 'later', 'fault', 'documented', sources.codes, null),
  row('1008006', 'after-fix', 'fault'),
  row('1008007', 'after-fix', 'request'),
  row('1008011', 'later', 'fault'),
  row('1008012', 'after-fix', 'fault'),
  row('1008013', 'after-fix', 'fault'),
  row('1008015', 'after-fix', 'fault'),
  row('1008016', 'after-fix', 'fault'),
  row('1008019', 'after-fix', 'fault'),
  row('1008020', 'after-fix', 'fault'),
  row('1008021', 'after-fix', 'fault'),
  row('1008022', 'after-fix', 'fault'),
  row('1008023', 'after-fix', 'fault'),
  row('1008025', 'after-fix', 'fault'),
  row('1008026', 'after-fix', 'fault'),
  row('1008027', 'after-fix', 'fault'),
  row('1008028', 'later', 'history'),
  row('1008029', 'after-fix', 'request'),
  row('1008030', 'after-fix', 'fault'),
  row('1008031', 'never', 'fault'),
  row('1008035', 'after-fix', 'state'),
  row('1010001', 'after-fix', 'fault'),
  row('10010005', 'never', 'state'),
  row('10010012', 'after-fix', 'request'),
  row('10010018', 'later', 'history'),
  row('10030002', 'after-fix', 'fault'),
  row('10110008', 'after-fix', 'fault'),
  row('HTTP_404', 'after-fix', 'request', 'guess', sources.assumption, 404),
  row('HTTP_405', 'after-fix', 'request', 'guess', sources.assumption, 405),
];
