import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { vivoLimits } from './limits.ts';
import { readBody } from './payload/read.ts';

/**
 * vivo keeps a push for a day unless `timeToLive` says otherwise, and drops it with `sendOnline` when the phone is offline.
 * Source: «PUSH-UPS-API».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const body = readBody(draft.payload).object ?? {};
  const seconds = typeof body['timeToLive'] === 'number' ? body['timeToLive'] : vivoLimits.ttl.value;
  return { place: null, untilMs: body['sendOnline'] === true ? nowMs : nowMs + seconds * 1000, isUrgent: true };
};
