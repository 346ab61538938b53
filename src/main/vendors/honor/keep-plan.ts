import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { objectIn, textIn } from '../kit/json-pick.ts';

const defaultSeconds = 86_400;

/** Honor keeps a message for a day unless `android.ttl` says otherwise. Source: Honor, «Downlink message». */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const parsed = parseJson(draft.payload);
  const root = parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
  const [, seconds] = /^(\d{1,9})s$/.exec(textIn(objectIn(root, 'android'), 'ttl')?.trim() ?? '') ?? [];
  return {
    place: null,
    untilMs: nowMs + (seconds === undefined ? defaultSeconds : Number(seconds)) * 1000,
    isUrgent: true,
  };
};
