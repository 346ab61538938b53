import type { Account, LegacyPush, Message, OfflinePush } from '../../shared/contract/index.ts';
import { isObject, readFields, typeOf, writeFields, type Field, type JsonObject, type Reports } from './rest/fields.ts';
import { withoutShortForms } from './rest/push-info.ts';
import { atLeast, sdkSince } from './version.ts';

/**
 * The push settings as the SDKs name them, as JSON objects: `V2TIMOfflinePushInfo`, `TIMMessageOfflinePushSettings` and
 * `TIMOfflinePushSettings`. Sources: TIMSDK headers; the legacy guide.
 */
const f = (json: string, key: string, kind: Field['kind'] | 'boolean', more: Partial<Field> = {}): Field => ({
  json,
  key,
  kind: kind as Field['kind'],
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

const reportsInto = (problems: ShapeProblem[]): Reports => ({
  wrong: (path, wanted, found) => problems.push({ path, wanted, found }),
  outside: (path, value, allowed) => problems.push({ path, wanted: allowed, found: String(value) }),
  unknown: () => undefined,
});

/** V2TIMOfflinePushInfo beside what `pushOf` and `v2Of` translate by hand. */
const v2Fields: readonly Field[] = [
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
const v2Vendor: readonly Field[] = [
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
const vendorParams: readonly Field[] = [
  f('fcmPriority', 'fcm.priority', 'text'),
  f('vivoNotifyType', 'vivo.notifyType', 'whole-text'),
  f('oppoTemplateId', 'oppo.templateId', 'text'),
  f('oppoTitleParam', 'oppo.titleParameters', 'object'),
  f('oppoContentParam', 'oppo.contentParameters', 'object'),
];
const v2Flags = ['disablePush', 'ignoreIOSBadge', 'ignoreHarmonyBadge', 'enableIOSBackgroundNotification'] as const;
const v2Known = [...v2Fields, ...v2Vendor].map((field) => field.json);

const mergeDeep = (left: JsonObject, right: JsonObject): JsonObject => {
  const merged = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = merged[key];
    merged[key] = isObject(before) && isObject(value) ? mergeDeep(before, value) : value;
  }
  return merged;
};
const part = (source: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([name]) => names.includes(name)));

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
const extText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const isBytes = Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= -128 && one <= 255);
  // Java's bytes are signed.
  return isBytes ? new TextDecoder().decode(Uint8Array.from(value as number[], (one) => one & 0xff)) : undefined;
};

/** V2TIMOfflinePushInfo → OfflinePushInfo. Unknown fields are kept in `extra`. */
export const readV2Push = (source: JsonObject): ShapeRead<OfflinePush> => {
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
  for (const flag of v2Flags) {
    const value = source[flag];
    if (value !== undefined && typeof value !== 'boolean') reports.wrong(`$.${flag}`, 'a boolean', typeOf(value));
  }
  const isVoip = source['iOSPushType'] === 1;
  const apns = {
    ...(source['ignoreIOSBadge'] === true ? { badgeMode: 1 } : {}),
    ...(source['enableIOSBackgroundNotification'] === true ? { contentAvailable: true } : {}),
    ...(isVoip ? { voip: true } : {}),
  };
  const handled = new Set<string>([...v2Known, ...v2Flags, 'vendorParams', ...(isVoip ? ['iOSPushType'] : [])]);
  const extra = Object.fromEntries(
    Object.entries(source).filter(([name]) => !handled.has(name) || (v2Flags as readonly string[]).includes(name)),
  );
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
    ...part(full.extra ?? {}, Object.keys(full.extra ?? {})),
    ...writeFields({ ...full, extra: undefined }, v2Fields),
    ...writeFields({ ...full.android, extra: undefined }, v2Vendor),
    ...(push.disabled ? { disablePush: true } : {}),
    ...(apns?.badgeMode === 1 ? { ignoreIOSBadge: true } : {}),
    ...(apns?.contentAvailable ? { enableIOSBackgroundNotification: true } : {}),
    ...(apns?.voip ? { iOSPushType: 1 } : {}),
    ...(Object.keys(params).length > 0 ? { vendorParams: JSON.stringify(params) } : {}),
  };
};

const platformFields = { title: 'text', desc: 'text', sound: 'text' } as const;
const readPlatform = (source: unknown, path: string, reports: Reports): JsonObject | undefined => {
  if (source === undefined || source === null) return undefined;
  if (!isObject(source)) {
    reports.wrong(path, 'an object', typeOf(source));
    return undefined;
  }
  const table = Object.entries(platformFields).map(([name, kind]) => f(name, name, kind));
  return readFields(part(source, Object.keys(platformFields)), table, path, reports);
};

/** `TIMMessageOfflinePushSettings` → ours. Null in, null out: a sender who set none has none, and no defaults (R57). */
export const readLegacyPush = (source: JsonObject | null): ShapeRead<LegacyPush> => {
  if (source === null) return { value: null, problems: [] };
  const problems: ShapeProblem[] = [];
  const reports = reportsInto(problems);
  const ext = extText(source['ext']);
  if (source['ext'] !== undefined && source['ext'] !== null && ext === undefined) {
    reports.wrong('$.ext', 'a string or bytes', typeOf(source['ext']));
  }
  const texts = readFields(
    part(source, ['title', 'descr']),
    [f('title', 'title', 'text'), f('descr', 'desc', 'text')],
    '$',
    reports,
  );
  const android = readPlatform(source['androidSettings'], '$.androidSettings', reports);
  const ios = readPlatform(source['iosSettings'], '$.iosSettings', reports);
  const mode = isObject(source['androidSettings']) ? source['androidSettings']['notifyMode'] : undefined;
  const badge = isObject(source['iosSettings']) ? source['iosSettings']['badgeEnabled'] : undefined;
  const enabled = source['enabled'];
  if (enabled !== undefined && typeof enabled !== 'boolean') reports.wrong('$.enabled', 'a boolean', typeOf(enabled));
  if (badge !== undefined && typeof badge !== 'boolean') {
    reports.wrong('$.iosSettings.badgeEnabled', 'a boolean', typeOf(badge));
  }
  const notifyMode = mode === 'Custom' ? 'custom' : mode === 'Normal' ? 'normal' : undefined;
  const value = {
    ...(typeof enabled === 'boolean' ? { enabled } : {}),
    ...texts,
    ...(ext === undefined ? {} : { ext }),
    ...(android ? { android: { ...android, ...(notifyMode ? { notifyMode } : {}) } } : {}),
    ...(ios ? { ios: { ...ios, ...(typeof badge === 'boolean' ? { badgeEnabled: badge } : {}) } } : {}),
  } as LegacyPush;
  return { value: problems.length > 0 ? null : value, problems };
};

/** What `getOfflinePushSettings` of a message gives: null when the sender set none (R57); else with the defaults (R59). */
export const legacySettingsOf = ({ legacyPush }: Message): JsonObject | null => {
  if (!legacyPush) return null;
  const { enabled = true, title, desc, ext, android, ios } = legacyPush;
  return {
    enabled,
    title: title ?? null,
    descr: desc ?? null,
    ext: ext === undefined ? null : Array.from(new TextEncoder().encode(ext)),
    androidSettings: {
      title: android?.title ?? null,
      desc: android?.desc ?? null,
      sound: android?.sound ?? null,
      notifyMode: android?.notifyMode === 'custom' ? 'Custom' : 'Normal',
    },
    iosSettings: {
      title: ios?.title ?? null,
      desc: ios?.desc ?? null,
      sound: ios?.sound ?? null,
      badgeEnabled: ios?.badgeEnabled ?? true,
    },
  };
};

/** `TIMOfflinePushSettings` of an account: the switch and the two sounds; null is the system's own sound (R53, R54). */
export const globalSettingsOf = ({ pushEnabled, globalSounds }: Account): JsonObject => ({
  enabled: pushEnabled,
  c2cMsgRemindSound: globalSounds.c2c,
  groupMsgRemindSound: globalSounds.group,
});

/** Java that sets the legacy settings, as the SDK of a version wants it: the inner classes became static with 2.5.3 (R65). */
export const legacySnippet = (legacy: LegacyPush, version: string): string => {
  const type = 'TIMMessageOfflinePushSettings';
  const make = (inner: string): string =>
    atLeast(version, sdkSince.noSound) ? `new ${type}.${inner}()` : `settings.new ${inner}()`;
  const text = (value: string): string => JSON.stringify(value);
  const lines = [`${type} settings = new ${type}();`];
  const set = (target: string, name: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`${target}.set${name}(${text(value)});`);
  };
  if (legacy.enabled !== undefined) lines.push(`settings.setEnabled(${legacy.enabled});`);
  set('settings', 'Title', legacy.title);
  set('settings', 'Descr', legacy.desc);
  if (legacy.ext !== undefined) lines.push(`settings.setExt(${text(legacy.ext)}.getBytes("UTF-8"));`);
  if (legacy.android) {
    lines.push(`${type}.AndroidSettings android = ${make('AndroidSettings')};`);
    set('android', 'Title', legacy.android.title);
    set('android', 'Desc', legacy.android.desc);
    if (legacy.android.sound !== undefined) lines.push(`android.setSound(Uri.parse(${text(legacy.android.sound)}));`);
    const mode = legacy.android.notifyMode === 'custom' ? 'Custom' : 'Normal';
    lines.push(`android.setNotifyMode(${type}.NotifyMode.${mode});`, 'settings.setAndroidSettings(android);');
  }
  if (legacy.ios) {
    lines.push(`${type}.IOSSettings ios = ${make('IOSSettings')};`);
    set('ios', 'Title', legacy.ios.title);
    set('ios', 'Desc', legacy.ios.desc);
    set('ios', 'Sound', legacy.ios.sound);
    if (legacy.ios.badgeEnabled !== undefined) lines.push(`ios.setBadgeEnabled(${legacy.ios.badgeEnabled});`);
    lines.push('settings.setIosSettings(ios);');
  }
  return lines.join('\n');
};
