import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { xiaomiLimits } from './limits.ts';
import { classOf } from './payload/index.ts';
import { readDraft } from './payload/read.ts';

/**
 * Xiaomi keeps a push for `time_to_live` milliseconds, at most ten days for private messages and one for public ones, and not at all
 * with `extra.only_send_once`. Without a lifetime the most is taken. Source: «Push server API».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const { push } = readDraft(draft.payload);
  const isPublic = push !== null && classOf(draft, push, null) === 'public';
  const mostMs = (isPublic ? xiaomiLimits.ttlPublic : xiaomiLimits.ttlPrivate).value * 1000;
  const given = push?.top.get('time_to_live') ?? '';
  const ms = /^\d{1,15}$/.test(given) ? Math.min(Number(given), mostMs) : mostMs;
  const isOnce = push?.extra.get('only_send_once') === '1';
  return { place: null, untilMs: isOnce ? nowMs : nowMs + ms, isUrgent: true };
};
