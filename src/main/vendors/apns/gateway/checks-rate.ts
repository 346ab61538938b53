import type { Asked } from './asked.ts';
import { defineCheck, type CheckRule } from './check.ts';
import { pushesToToken } from './state.ts';

const rate = defineCheck('device-token-rate', 'TooManyRequests', 'guess');

/** Apple refuses too many pushes to one phone in a row and does not say how many that are. Here it is what the person sets. */
const checkRate: CheckRule = ({ input, deviceToken }: Asked) => {
  const limit = input.settings.perTokenPerMinute;
  if (limit === 0 || !deviceToken) return rate.notReached;
  return pushesToToken(input.memory, deviceToken, input.nowMs) < limit ? rate.passed : rate.failed('failed', { limit });
};

export const rateChecks: readonly CheckRule[] = [checkRate];
