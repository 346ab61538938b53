import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { fcmLimits } from './limits.ts';
import { effectivePriority, effectiveTtl } from './payload/effective.ts';
import { readBody } from './payload/read.ts';

/**
 * FCM keeps a message for `android.ttl`, four weeks unless told otherwise, and of those with one collapse key only the newest. What it
 * keeps of a notification without a key is not sure; here nothing takes its place. A phone in Doze is woken by high priority only.
 * Sources: Firebase, «Set message lifespan», «Collapsible message types», «Set and manage Android message priority».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const message = readBody(draft.payload).body?.message ?? {};
  const seconds = effectiveTtl(message);
  const key = message.android?.collapse_key ?? '';
  return {
    place: key === '' ? null : key,
    untilMs: nowMs + (Number.isFinite(seconds) ? seconds : fcmLimits.ttl.value) * 1000,
    isUrgent: effectivePriority(message) === 'high',
  };
};
