import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const rows = (
  codes: readonly number[],
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty = 'documented',
  source: Source = sources.errorCodes,
): VendorError[] => codes.map((code) => ({ code: String(code), status: 200, retry, decidedBy, certainty, source }));

/**
 * What Xiaomi answers with: `code` of the body, with HTTP status 200. `decidedBy` says what brings a code about at our gateway; `fault`
 * means that a request alone cannot.
 */
export const errors: readonly VendorError[] = [
  ...rows([-1, 1, 10001, 10002, 10003, 10009, 26003, 65029], 'later', 'fault'),
  ...rows([10004, 10005, 10014, 10036], 'after-fix', 'fault'),
  ...rows([10007], 'after-fix', 'request'),
  ...rows([10008], 'after-fix', 'fault'),
  ...rows([10012, 10016, 10017], 'after-fix', 'request'),
  ...rows([10018], 'after-fix', 'request'),
  ...rows([10020, 10021], 'after-fix', 'request'),
  ...rows([10022, 10023, 10024, 10028], 'later', 'fault'),
  ...rows([10027], 'later', 'history'),
  ...rows([10026, 10031, 10033], 'never', 'fault'),
  ...rows([10029, 65003], 'never', 'fault'),
  ...rows([10030, 10032, 10034, 10039], 'later', 'fault'),
  ...rows([10037], 'after-fix', 'fault'),
  ...rows([20209, 20215, 20216], 'after-fix', 'fault'),
  ...rows([20301], 'never', 'state'),
  ...rows([20315], 'later', 'fault'),
  ...rows([20607, 65040], 'later', 'fault'),
  ...rows([21301], 'after-fix', 'state'),
  ...rows([21302, 21303], 'after-fix', 'fault'),
  ...rows([21305], 'after-fix', 'request'),
  ...rows([22000, 22001, 22002, 22003, 22004, 22005, 22006, 22007, 22008], 'after-fix', 'fault'),
  ...rows([22022], 'after-fix', 'state'),
  ...rows([22100, 22101, 22102, 22103], 'after-fix', 'fault'),
  ...rows([26004, 26005], 'later', 'fault'),
  ...rows([26006], 'after-fix', 'fault'),
  ...rows([27001], 'after-fix', 'state'),
  ...rows([65006], 'later', 'fault'),
  ...rows([65007], 'never', 'fault'),
  ...rows([65008], 'after-fix', 'fault'),
  ...rows([65009], 'after-fix', 'request'),
  ...rows([65010], 'after-fix', 'fault'),
  ...rows([65011, 65012, 65013, 65014, 65015, 65016], 'after-fix', 'request'),
  ...rows([65017, 65028, 65030], 'after-fix', 'fault'),
  ...rows([65035, 65036], 'after-fix', 'request'),
  ...rows([65037], 'after-fix', 'fault'),
  ...rows([65038], 'after-fix', 'request'),
  ...rows([65041], 'after-fix', 'fault', 'guess'),
  ...rows([66108], 'after-fix', 'fault', 'reported', sources.tencentErrors),
  ...rows([200001], 'later', 'history', 'documented', sources.limits),
];
