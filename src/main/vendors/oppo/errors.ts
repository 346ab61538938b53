import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const rows = (
  codes: readonly number[],
  retry: VendorError['retry'],
  decidedBy: VendorError['decidedBy'],
  certainty: Certainty = 'measured',
  source: Source = sources.sdk,
): VendorError[] => codes.map((code) => ({ code: String(code), status: 200, retry, decidedBy, certainty, source }));

/**
 * What OPPO answers with: `code` of the body, with HTTP status 200. `decidedBy` says what brings a code about at our gateway; `fault`
 * means that a request alone cannot. 54, 55, 59 and 67 are newer than the public SDK.
 */
export const errors: readonly VendorError[] = [
  ...rows([-2], 'later', 'history'),
  ...rows([-1], 'later', 'fault'),
  ...rows([11], 'after-fix', 'state'),
  ...rows([12], 'after-fix', 'request'),
  ...rows([13], 'later', 'fault'),
  ...rows([14], 'after-fix', 'state'),
  ...rows([15], 'after-fix', 'request'),
  ...rows([16], 'after-fix', 'state'),
  ...rows([17, 18, 19], 'after-fix', 'request'),
  ...rows([20, 21, 22, 23, 24, 25], 'after-fix', 'request'),
  ...rows([26, 27, 28], 'after-fix', 'fault'),
  ...rows([29, 30], 'after-fix', 'request'),
  ...rows([31, 32], 'after-fix', 'history'),
  ...rows([33], 'later', 'history'),
  ...rows([34], 'later', 'fault'),
  ...rows([40, 41], 'after-fix', 'request'),
  ...rows([51], 'after-fix', 'fault'),
  ...rows([54], 'after-fix', 'request', 'reported', sources.tencentTemplates),
  ...rows([55], 'later', 'fault', 'reported', sources.rates),
  ...rows([59], 'after-fix', 'fault', 'reported', sources.api),
  ...rows([67], 'after-fix', 'request', 'reported', sources.categories),
  ...rows([10000], 'never', 'state'),
];
