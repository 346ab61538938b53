import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { partOf, readMessage } from './payload/read.ts';

const defaultHours = 24;
const hourMs = 3_600_000;

/**
 * Meizu keeps a push for `pushTimeInfo.validTime` hours, 24 unless told otherwise, and not at all with `offLine: 0`. Source: «PushAPI».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const times = partOf(readMessage(draft.payload).object ?? {}, 'pushTimeInfo');
  const hours = typeof times['validTime'] === 'number' ? times['validTime'] : defaultHours;
  const isKept = times['offLine'] !== 0 && times['offLine'] !== '0';
  return { place: null, untilMs: isKept ? nowMs + hours * hourMs : nowMs, isUrgent: true };
};
