import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { parseShallow } from '../kit/shallow.ts';
import { oppoLimits } from './limits.ts';
import { intOf, messageOf } from './payload/fields.ts';

const defaultSeconds = 3600;

/**
 * OPPO keeps a push for an hour unless `off_line_ttl` says otherwise, cuts what is longer than ten days, and keeps nothing with
 * `off_line: false`. Source: OPPO PUSH, «Notification parameters».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const parsed = parseShallow(draft.payload);
  const notification = messageOf(parsed.ok ? parsed.value : undefined)?.notification ?? null;
  const isKept = notification?.['off_line'] !== false && notification?.['off_line'] !== 'false';
  const seconds = Math.min(intOf(notification, 'off_line_ttl') ?? defaultSeconds, oppoLimits.offlineTtl.value);
  return { place: null, untilMs: isKept ? nowMs + seconds * 1000 : nowMs, isUrgent: true };
};
