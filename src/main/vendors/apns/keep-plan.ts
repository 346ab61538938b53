import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { storedSeconds } from './limits.ts';
import { isExpiration } from './option-values.ts';
import { bundleOfTopic } from './push-types.ts';
import { optionOf } from './wire.ts';

/** When APNs gives a push up. Without `apns-expiration` after 30 days; 0 means one attempt; never later than 30 days. */
const untilMs = (expiration: string, nowMs: number): number => {
  const most = nowMs + storedSeconds * 1000;
  return isExpiration(expiration) ? Math.min(Number(expiration) * 1000, most) : most;
};

/**
 * APNs keeps one notification for each app on a phone, and a newer one takes its place whatever its collapse ID. Priority 10, which is
 * also the default, is delivered at once; 5 and 1 take care of the battery.
 * Source: Apple, «Sending notification requests to APNs» and «Viewing the status of push notifications using Metrics and APNs».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const priority = optionOf(draft, 'priority');
  return {
    place: bundleOfTopic(optionOf(draft, 'topic')),
    untilMs: untilMs(optionOf(draft, 'expiration'), nowMs),
    isUrgent: priority === '' || priority === '10',
  };
};
