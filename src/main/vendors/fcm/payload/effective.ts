import { shownJson } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { fcmLimits } from '../limits.ts';
import { durationSeconds } from './grammar.ts';
import type { AndroidNotification, Message, StringMap } from './model.ts';

/** What an Android phone is told to draw: `android.notification` over `notification`. Null: nothing, the message is data only. */
export const effectiveNotification = (message: Message): AndroidNotification | null => {
  const merged = { ...message.notification, ...message.android?.notification };
  return Object.keys(merged).length === 0 ? null : merged;
};

/** The data an Android app gets: `android.data` replaces `data` as a whole. */
export const effectiveData = (message: Message): StringMap => {
  const own = message.android?.data;
  return own !== undefined && Object.keys(own).length > 0 ? own : (message.data ?? {});
};

/** The priority FCM works with: the one given, else high for messages that draw something. */
export const effectivePriority = (message: Message): 'high' | 'normal' => {
  const given = message.android?.priority;
  if (given !== undefined) return given === 'HIGH' ? 'high' : 'normal';
  return effectiveNotification(message) === null ? 'normal' : 'high';
};

/** Whole seconds FCM keeps the message for an unreachable phone. */
export const effectiveTtl = (message: Message): number => {
  const ttl = message.android?.ttl;
  return ttl === undefined ? fcmLimits.ttl.value : Math.floor(durationSeconds(ttl));
};

/** The text an IM app routes by: Tencent's `ext`. Null: not there. */
export const extOf = (message: Message): string | null => {
  const data = effectiveData(message);
  return Object.hasOwn(data, 'ext') ? (data['ext'] ?? null) : null;
};

/**
 * UTF-8 bytes of every name and value in the effective data and notification. Google does not say how it counts, so this is an
 * estimate and shown as one.
 */
export const messageBytes = (message: Message): number => {
  const parts = { ...effectiveNotification(message) };
  let bytes = 0;
  for (const [name, value] of [...Object.entries(effectiveData(message)), ...Object.entries(parts)]) {
    bytes += utf8Length(name) + utf8Length(typeof value === 'string' ? value : shownJson(value));
  }
  return bytes;
};

/** The byte limit of a message: smaller for topics and conditions. */
export const byteLimit = (message: Message): number =>
  message.topic !== undefined || message.condition !== undefined
    ? fcmLimits.topicBytes.value
    : fcmLimits.messageBytes.value;
