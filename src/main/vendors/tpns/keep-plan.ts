import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { tpnsLimits } from './limits.ts';
import { readBody } from './payload/read.ts';

/** Documents differ between one day and three; this is the shorter. Seconds. */
const defaultSeconds = 86_400;
/** Less than this, but for 0, becomes this. Seconds. */
const leastSeconds = 800;

/**
 * TPNS keeps a push for `expire_time`, 0 for one attempt, never longer than its own channel stores, and of those with one `collapse_id`
 * the newest. Source: TPNS, «Push API».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const body = readBody(draft.payload).object ?? {};
  const given = typeof body['expire_time'] === 'number' ? body['expire_time'] : defaultSeconds;
  const seconds = given <= 0 ? 0 : Math.min(Math.max(given, leastSeconds), tpnsLimits.offlineStore.value);
  const id = body['collapse_id'];
  return { place: typeof id === 'number' ? String(id) : null, untilMs: nowMs + seconds * 1000, isUrgent: true };
};
