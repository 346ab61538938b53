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
 * `code` of Meizu's answers, a string there. `value.<key>` are the keys under which an answer with code 200 lists phones it did not
 * reach: 110010 means two things, by place. `HTTP_<status>` are answers of Pushscope's own.
 */
export const errors: readonly VendorError[] = [
  row('300', 'after-fix', 'fault', 'documented', sources.api),
  row('500', 'after-fix', 'fault', 'documented', sources.api),
  row('1001', 'later', 'fault', 'documented', sources.api),
  row('1003', 'later', 'fault', 'documented', sources.api, null),
  row('1005', 'after-fix', 'request', 'documented', sources.api),
  row('1006', 'after-fix', 'state', 'documented', sources.api),
  row('110000', 'after-fix', 'state', 'documented', sources.api),
  row('110001', 'after-fix', 'fault', 'documented', sources.tencentGuide),
  row('110002', 'never', 'fault', 'documented', sources.nodeSdk),
  row('110003', 'never', 'fault', 'documented', sources.nodeSdk),
  row('110004', 'after-fix', 'request', 'documented', sources.api),
  row('110009', 'never', 'fault', 'documented', sources.api),
  row('110010', 'later', 'history', 'documented', sources.api),
  row('110019', 'later', 'history', 'documented', sources.api),
  row('110031', 'after-fix', 'fault', 'documented', sources.api),
  row('110032', 'after-fix', 'history', 'documented', sources.api),
  row('110033', 'after-fix', 'fault', 'documented', sources.api),
  row('110051', 'later', 'fault', 'documented', sources.api),
  row('110053', 'never', 'request', 'documented', sources.api),
  row('value.201', 'never', 'fault', 'documented', sources.api),
  row('value.501', 'later', 'fault', 'documented', sources.api),
  row('value.513', 'later', 'fault', 'documented', sources.api),
  row('value.518', 'later', 'fault', 'documented', sources.nodeSdk),
  row('value.519', 'later', 'fault', 'documented', sources.api),
  row('value.520', 'later', 'history', 'documented', sources.api),
  row('value.110002', 'never', 'state', 'documented', sources.api),
  row('value.110003', 'never', 'state', 'documented', sources.api),
  row('value.110005', 'never', 'fault', 'documented', sources.api),
  row('value.110010', 'never', 'fault', 'documented', sources.api),
  row('value.110011', 'later', 'history', 'documented', sources.api),
  row('HTTP_404', 'after-fix', 'request', 'guess', sources.assumption, 404),
  row('HTTP_405', 'after-fix', 'request', 'guess', sources.assumption, 405),
];
