import type { Draft } from '../../../shared/contract/index.ts';
import type { KeepPlan } from '../vendor.ts';
import { numberIn, objectIn, textIn } from '../kit/json-pick.ts';
import { apiOf, rootOf } from './payload/draft.ts';
import { ttlSeconds } from './payload/rules-message.ts';

const defaultSeconds = 86_400;

/** `collapse_key`: −1 keeps all, 0 and none the newest, 1 to 100 the newest of each group. */
const placeOf = (key: number | undefined): string | null => (key === -1 ? null : `group ${key ?? 0}`);

/**
 * Huawei keeps a message for a day unless `ttl` says otherwise, in v1 and v2 under `message.android`, in v3 under `pushOptions`.
 * Source: «Push Kit: sending downlink messages (REST API)».
 */
export const keepPlan = (draft: Draft, nowMs: number): KeepPlan => {
  const root = rootOf(draft) ?? undefined;
  if (apiOf(draft) === 'v3') {
    const seconds = numberIn(objectIn(root, 'pushOptions'), 'ttl') ?? defaultSeconds;
    return { place: null, untilMs: nowMs + seconds * 1000, isUrgent: true };
  }
  const android = objectIn(objectIn(root, 'message'), 'android');
  const seconds = ttlSeconds(textIn(android, 'ttl') ?? '') ?? defaultSeconds;
  return { place: placeOf(numberIn(android, 'collapse_key')), untilMs: nowMs + seconds * 1000, isUrgent: true };
};
