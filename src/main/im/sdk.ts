import type { OfflinePush } from '../../shared/contract/index.ts';
import { isObject, readFields, typeOf, writeFields, type Field, type JsonObject, type Reports } from './rest/fields.ts';
import { withoutShortForms } from './rest/push-info.ts';

/** `V2TIMOfflinePushInfo` of today's SDKs as a JSON object. Source: TIMSDK headers. */
/** One row of a table of fields. */
export const f = (json: string, key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  json,
  key,
  kind,
  ...more,
});

/** A problem with its path, in the SDK's object. */
export interface ShapeProblem {
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
}
export interface ShapeRead<T> {
  /** Null: a value is of the wrong type. */
  readonly value: T | null;
  readonly problems: readonly ShapeProblem[];
}

/** Collects what is of the wrong type; unknown fields are no news here. */
export const reportsInto = (problems: ShapeProblem[]): Reports => ({
  wrong: (path, wanted, found) => problems.push({ path, wanted, found }),
  outside: (path, value, allowed) => problems.push({ path, wanted: allowed, found: String(value) }),
  unknown: () => undefined,
});

/** V2TIMOfflinePushInfo beside what `pushOf` and `v2Of` translate by hand. */
export const v2Fields: readonly Field[] = [
  f('title', 'title', 'text'),
  f('desc', 'desc', 'text'),
  f('ext', 'ext', 'text'),
  f('iOSSound', 'apns.sound', 'text'),
  f('iOSImage', 'apns.image', 'text'),
  f('iOSInterruptionLevel', 'apns.interruptionLevel', 'text', {
    choices: ['active', 'critical', 'passive', 'time-sensitive'],
  }),
  f('AndroidSound', 'android.sound', 'text'),
  f('HarmonyImage', 'harmony.image', 'text'),
  f('HarmonyCategory', 'harmony.category', 'text'),
];
/** Fields of V2TIMOfflinePushInfo by the vendor's object they belong to. */
export const v2Vendor: readonly Field[] = [
  f('AndroidXiaoMiChannelID', 'xiaomi.channelId', 'text'),
  f('AndroidOPPOChannelID', 'oppo.channelId', 'text'),
  f('AndroidOPPOCategory', 'oppo.category', 'text'),
  f('AndroidOPPONotifyLevel', 'oppo.notifyLevel', 'whole'),
  f('AndroidFCMChannelID', 'fcm.channelId', 'text'),
  f('AndroidFCMImage', 'fcm.image', 'text'),
  f('AndroidVIVOClassification', 'vivo.classification', 'whole'),
  f('AndroidVIVOCategory', 'vivo.category', 'text'),
  f('AndroidHuaWeiCategory', 'huawei.category', 'text'),
  f('AndroidHuaWeiImage', 'huawei.image', 'text'),
  f('AndroidHonorImage', 'honor.image', 'text'),
  f('AndroidHonorImportance', 'honor.importance', 'text'),
  f('AndroidMeizuNotifyType', 'meizu.noticeType', 'whole'),
];
/** `vendorParams` is a JSON text of its own. */
export const vendorParams: readonly Field[] = [
  f('fcmPriority', 'fcm.priority', 'text'),
  f('vivoNotifyType', 'vivo.notifyType', 'whole-text'),
  f('oppoTemplateId', 'oppo.templateId', 'text'),
  f('oppoTitleParam', 'oppo.titleParameters', 'object'),
  f('oppoContentParam', 'oppo.contentParameters', 'object'),
];
const v2Flags = ['disablePush', 'ignoreIOSBadge', 'enableIOSBackgroundNotification'] as const;
/** Leaves the number on a HarmonyOS icon alone. */
export const ignoreHarmonyBadge = 'ignoreHarmonyBadge';
const v2Known = [...v2Fields, ...v2Vendor].map((field) => field.json);

const mergeDeep = (left: JsonObject, right: JsonObject): JsonObject => {
  const merged = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = merged[key];
    merged[key] = isObject(before) && isObject(value) ? mergeDeep(before, value) : value;
  }
  return merged;
};
/** Only the named fields. */
export const part = (source: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name)));

/** SDKs write what is not set as null. */
export const withoutNulls = (source: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));

const readVendorParams = (text: unknown, reports: Reports): JsonObject => {
  if (text === undefined || text === '') return {};
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    if (isObject(value)) return readFields(value, vendorParams, '$.vendorParams', reports);
  } catch {
    // Said below: whatever is no object is wrong.
  }
  reports.wrong('$.vendorParams', 'JSON of an object', typeOf(text));
  return {};
};

/** Bytes of an Android setter, or text; both are the ext of the push. Undefined: it is neither. */
export const extText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const isBytes = Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= -128 && one <= 255);
  // Java's bytes are signed.
  return isBytes ? new TextDecoder().decode(Uint8Array.from(value as number[], (one) => one & 0xff)) : undefined;
};

/** V2TIMOfflinePushInfo → OfflinePushInfo. Unknown fields are kept in `extra`. */
export const readV2Push = (given: JsonObject): ShapeRead<OfflinePush> => {
  const source = withoutNulls(given);
  const problems: ShapeProblem[] = [];
  const reports = reportsInto(problems);
  const ext = extText(source['ext']);
  if (source['ext'] !== undefined && ext === undefined)
    reports.wrong('$.ext', 'a string or bytes', typeOf(source['ext']));
  const texts = { ...part(source, v2Known), ...(ext === undefined ? {} : { ext }) };
  if (ext === undefined) delete (texts as JsonObject)['ext'];
  const plain = readFields(
    part(
      texts,
      v2Fields.map((one) => one.json),
    ),
    v2Fields,
    '$',
    reports,
  );
  const vendor = readFields(
    part(
      source,
      v2Vendor.map((one) => one.json),
    ),
    v2Vendor,
    '$',
    reports,
  );
  const params = readVendorParams(source['vendorParams'], reports);
  // The REST API has no field for it: it stays among the others, and the badge goes by it there.
  for (const flag of [...v2Flags, ignoreHarmonyBadge]) {
    const value = source[flag];
    if (value !== undefined && typeof value !== 'boolean') reports.wrong(`$.${flag}`, 'a boolean', typeOf(value));
  }
  const isVoip = source['iOSPushType'] === 1;
  const apns = {
    ...(source['ignoreIOSBadge'] === true ? { badgeMode: 1 } : {}),
    ...(source['enableIOSBackgroundNotification'] === true ? { contentAvailable: true } : {}),
    ...(isVoip ? { voip: true } : {}),
  };
  const handled = new Set<string>([...v2Known, ...v2Flags, 'vendorParams', 'iOSPushType']);
  const extra = Object.fromEntries(Object.entries(source).filter(([name]) => !handled.has(name)));
  const android = mergeDeep(vendor, params);
  const read = mergeDeep(plain, {
    ...(Object.keys(android).length > 0 ? { android } : {}),
    ...(Object.keys(apns).length > 0 ? { apns } : {}),
  });
  const value = {
    disabled: source['disablePush'] === true,
    ...read,
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  } as OfflinePush;
  return { value: problems.length > 0 ? null : value, problems };
};

/** OfflinePushInfo → V2TIMOfflinePushInfo. What the SDK has no field for is left out. */
export const writeV2Push = (push: OfflinePush): JsonObject => {
  const full = withoutShortForms(push);
  const params = writeFields({ ...full.android }, vendorParams);
  const { apns } = full;
  return {
    // `PushFlag: 0` is the REST API's way to say what absence says here.
    ...Object.fromEntries(Object.entries(full.extra ?? {}).filter(([name]) => name !== 'PushFlag')),
    ...writeFields({ ...full, extra: undefined }, v2Fields),
    ...writeFields({ ...full.android, extra: undefined }, v2Vendor),
    ...(push.disabled ? { disablePush: true } : {}),
    ...(apns?.badgeMode === 1 ? { ignoreIOSBadge: true } : {}),
    ...(apns?.contentAvailable ? { enableIOSBackgroundNotification: true } : {}),
    ...(apns?.voip ? { iOSPushType: 1 } : {}),
    ...(Object.keys(params).length > 0 ? { vendorParams: JSON.stringify(params) } : {}),
  };
};
