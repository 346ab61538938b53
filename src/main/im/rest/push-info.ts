import type { AndroidPush, ApnsPush, HarmonyPush, OfflinePush } from '../../../shared/contract/index.ts';
import { pushInfo } from '../../../shared/rest/push-fields.ts';
import { isObject, readFields, writeFields, type JsonObject, type Reports } from './fields.ts';

/** Object without fields that are undefined. */
const present = <T extends object>(value: T): T =>
  // Only fields that may be absent are ever undefined.
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** Reads OfflinePushInfo. */
export const readPushInfo = (value: JsonObject, path: string, reports: Reports): OfflinePush => {
  const read = readFields(value, pushInfo, path, reports);
  // `PushFlag: 0` says something: the sender wants this message pushed. Absence does not.
  const extra = value['PushFlag'] === 0 ? { ...(read['extra'] as JsonObject | undefined), PushFlag: 0 } : read['extra'];
  return present({ disabled: false, ...read, extra }) as OfflinePush;
};

/** The short forms written out where they stand for something. What a vendor's own field says stays. */
export const withoutShortForms = (push: OfflinePush): OfflinePush => {
  const { sound, subtitle, image, mutableContent, interruptionLevel, ignoreBadge, ...rest } = push;
  const { androidChannelId: channelId, androidPriority: priority, ...kept } = rest;
  const badgeMode = ignoreBadge === undefined ? undefined : Number(ignoreBadge);
  /** The short form under what the vendor's own object says; undefined when there is neither. */
  const under = <T extends object>(short: T, own: T | undefined): T | undefined => {
    const merged = { ...present(short), ...own };
    return own || Object.keys(merged).length > 0 ? merged : undefined;
  };
  const own = push.android;
  const vendors = present({
    xiaomi: under<Group<'xiaomi'>>({ channelId }, own?.xiaomi),
    oppo: under<Group<'oppo'>>({ channelId }, own?.oppo),
    huawei: under<Group<'huawei'>>({ channelId, image }, own?.huawei),
    honor: under<Group<'honor'>>({ image }, own?.honor),
    fcm: under<Group<'fcm'>>({ channelId, image, priority }, own?.fcm),
  });
  const android = under<AndroidPush>({ sound }, own);
  const apns: ApnsPush = { sound, subtitle, image, mutableContent, interruptionLevel, badgeMode };
  return present({
    ...kept,
    android: android || Object.keys(vendors).length > 0 ? { ...android, ...vendors } : undefined,
    apns: under(apns, push.apns),
    harmony: under<HarmonyPush>({ sound, image }, push.harmony),
  });
};
type Group<K extends keyof AndroidPush> = NonNullable<AndroidPush[K]>;

/** Writes OfflinePushInfo; short forms become the fields they stand for. */
export const writePushInfo = (push: OfflinePush): JsonObject => {
  const { disabled, ...rest } = withoutShortForms(push);
  return writeFields({ ...rest, ...(disabled ? { disabled } : {}) }, pushInfo);
};

const shortForms = [
  'sound',
  'subtitle',
  'image',
  'mutableContent',
  'interruptionLevel',
  'ignoreBadge',
  'androidChannelId',
  'androidPriority',
] as const satisfies readonly (keyof OfflinePush)[];

/** The object without parts that have nothing in them. */
const withoutEmpty = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, isObject(one) ? withoutEmpty(one) : one] as const)
      .filter(([, one]) => !(isObject(one) && Object.keys(one).length === 0) && one !== undefined),
  );

/** Takes away from `full` what is also in `part`. Null: something of `part` is not there, or is another value. */
const subtract = (full: JsonObject, part: JsonObject): JsonObject | null => {
  const left = { ...full };
  for (const [name, value] of Object.entries(part)) {
    const there = left[name];
    const rest =
      isObject(value) && isObject(there) ? subtract(there, value) : Object.is(there, value) ? undefined : null;
    if (rest === null) return null;
    if (rest === undefined || Object.keys(rest).length === 0) delete left[name];
    else left[name] = rest;
  }
  return left;
};

/**
 * OfflinePushInfo as it was read, with the short forms of the one it was written from where they still hold in every place they
 * stand for. The meaning is the same with and without.
 */
export const withShortForms = (read: OfflinePush, before: OfflinePush): OfflinePush => {
  let push = read;
  for (const name of shortForms) {
    const value = before[name];
    if (value === undefined) continue;
    const { [name]: _, ...others } = before;
    const own = withoutShortForms(others);
    const places = subtract(asObject(withoutShortForms(before)), asObject(own));
    const { disabled, ...rest } = push;
    const left = places && subtract(rest, places);
    if (left) push = { disabled, ...left, [name]: value };
  }
  return push;
};
const asObject = (push: OfflinePush): JsonObject => withoutEmpty({ ...push });
