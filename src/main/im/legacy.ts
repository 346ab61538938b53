import type { Account, LegacyPush, Message } from '../../shared/contract/index.ts';
import { isObject, readFields, typeOf, writeFields, type Field, type JsonObject, type Reports } from './rest/fields.ts';
import { extText, f, part, reportsInto, withoutNulls, type ShapeProblem, type ShapeRead } from './sdk.ts';
import { atLeast, sdkSince } from './version.ts';

/**
 * The push settings of the SDKs before V2TIM as JSON objects: `TIMMessageOfflinePushSettings`, the older iOS
 * `TIMOfflinePushInfo`, and the account's `TIMOfflinePushSettings`. Source: the legacy guide.
 */
const tops: readonly Field[] = [f('title', 'title', 'text'), f('descr', 'desc', 'text')];
const platforms: readonly Field[] = [
  f('title', 'title', 'text'),
  f('desc', 'desc', 'text'),
  f('sound', 'sound', 'text'),
];
const named = (fields: readonly Field[]): string[] => fields.map((field) => field.json);

/** An object inside the settings; anything else than an object or nothing is reported. */
const inner = (source: JsonObject, name: string, reports: Reports): JsonObject | undefined => {
  const value = source[name];
  if (value === undefined) return undefined;
  if (isObject(value)) return withoutNulls(value);
  reports.wrong(`$.${name}`, 'an object', typeOf(value));
  return undefined;
};
const flag = (source: JsonObject | undefined, name: string, path: string, reports: Reports): boolean | undefined => {
  const value = source?.[name];
  if (value === undefined || typeof value === 'boolean') return value;
  reports.wrong(`${path}.${name}`, 'a boolean', typeOf(value));
  return undefined;
};
const readExt = (source: JsonObject, reports: Reports): string | undefined => {
  const value = source['ext'];
  const text = extText(value);
  if (value !== undefined && text === undefined) reports.wrong('$.ext', 'a string or bytes', typeOf(value));
  return text;
};
const modes = { Normal: 'normal', Custom: 'custom' } as const;
const modeOf = (source: JsonObject, reports: Reports): 'normal' | 'custom' | undefined => {
  const value = source['notifyMode'];
  if (value === 'Normal' || value === 'Custom') return modes[value];
  if (value !== undefined) reports.wrong('$.androidSettings.notifyMode', 'Normal or Custom', JSON.stringify(value));
  return undefined;
};
const present = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
const unknownOf = (source: JsonObject, known: readonly string[]): JsonObject | undefined => {
  const others = Object.entries(source).filter(([name]) => !known.includes(name));
  return others.length > 0 ? Object.fromEntries(others) : undefined;
};

/** `TIMMessageOfflinePushSettings` → ours. Null in, null out: a sender who set none has none, and no defaults (R57). */
export const readLegacyPush = (given: JsonObject | null): ShapeRead<LegacyPush> => {
  if (given === null) return { value: null, problems: [] };
  const source = withoutNulls(given);
  const problems: ShapeProblem[] = [];
  const reports = reportsInto(problems);
  const android = inner(source, 'androidSettings', reports);
  const ios = inner(source, 'iosSettings', reports);
  const value = present({
    enabled: flag(source, 'enabled', '$', reports),
    ...readFields(part(source, named(tops)), tops, '$', reports),
    ext: readExt(source, reports),
    android:
      android &&
      present({
        ...readFields(part(android, named(platforms)), platforms, '$.androidSettings', reports),
        notifyMode: modeOf(android, reports),
        extra: unknownOf(android, ['notifyMode', ...named(platforms)]),
      }),
    ios:
      ios &&
      present({
        ...readFields(part(ios, named(platforms)), platforms, '$.iosSettings', reports),
        badgeEnabled: flag(ios, 'badgeEnabled', '$.iosSettings', reports),
        extra: unknownOf(ios, ['badgeEnabled', ...named(platforms)]),
      }),
    extra: unknownOf(source, ['enabled', 'ext', 'androidSettings', 'iosSettings', ...named(tops)]),
  });
  return { value: problems.length > 0 ? null : value, problems };
};

/** Ours → `TIMMessageOfflinePushSettings`, only what is set. */
export const writeLegacyPush = ({ enabled, ext, android, ios, extra, ...texts }: LegacyPush): JsonObject =>
  present({
    ...extra,
    enabled,
    ...writeFields(texts, tops),
    ext,
    androidSettings:
      android &&
      present({
        ...writeFields(android, platforms),
        notifyMode: android.notifyMode && (android.notifyMode === 'custom' ? 'Custom' : 'Normal'),
      }),
    iosSettings: ios && present({ ...writeFields(ios, platforms), badgeEnabled: ios.badgeEnabled }),
  });

/** Fields of the older iOS class. */
const iosTops: readonly Field[] = [f('desc', 'desc', 'text')];
const iosConfig: readonly Field[] = [f('sound', 'sound', 'text')];
const androidConfig: readonly Field[] = [f('title', 'title', 'text'), f('sound', 'sound', 'text')];
const iosModes = ['normal', 'custom'] as const;
const iosModeOf = ({ notifyMode }: JsonObject, reports: Reports): 'normal' | 'custom' | undefined => {
  const mode = typeof notifyMode === 'number' ? iosModes[notifyMode] : undefined;
  if (notifyMode !== undefined && mode === undefined)
    reports.wrong('$.androidConfig.notifyMode', '0 or 1', JSON.stringify(notifyMode));
  return mode;
};

/** The older iOS `TIMOfflinePushInfo` → ours: `pushFlag` 1 is off, `ignoreBadge` leaves the number alone. */
export const readLegacyIosPush = (given: JsonObject): ShapeRead<LegacyPush> => {
  const source = withoutNulls(given);
  const problems: ShapeProblem[] = [];
  const reports = reportsInto(problems);
  const ios = inner(source, 'iosConfig', reports);
  const android = inner(source, 'androidConfig', reports);
  const ignoreBadge = flag(ios, 'ignoreBadge', '$.iosConfig', reports);
  const pushFlag = source['pushFlag'];
  if (pushFlag !== undefined && typeof pushFlag !== 'number') reports.wrong('$.pushFlag', 'a number', typeOf(pushFlag));
  const value = present({
    enabled: pushFlag === undefined ? undefined : pushFlag !== 1,
    ...readFields(part(source, ['desc']), iosTops, '$', reports),
    ext: readExt(source, reports),
    ios:
      ios &&
      present({
        ...readFields(part(ios, ['sound']), iosConfig, '$.iosConfig', reports),
        badgeEnabled: ignoreBadge === undefined ? undefined : !ignoreBadge,
        extra: unknownOf(ios, ['sound', 'ignoreBadge']),
      }),
    android:
      android &&
      present({
        ...readFields(part(android, named(androidConfig)), androidConfig, '$.androidConfig', reports),
        notifyMode: iosModeOf(android, reports),
        extra: unknownOf(android, ['notifyMode', ...named(androidConfig)]),
      }),
    extra: unknownOf(source, ['pushFlag', 'desc', 'ext', 'iosConfig', 'androidConfig']),
  });
  return { value: problems.length > 0 ? null : value, problems };
};

/** Ours → the older iOS `TIMOfflinePushInfo`, only what is set. It has fewer fields: what it has none for is left out. */
export const writeLegacyIosPush = ({ enabled, ext, desc, android, ios, extra }: LegacyPush): JsonObject =>
  present({
    ...extra,
    pushFlag: enabled === undefined ? undefined : Number(!enabled),
    ...writeFields({ desc }, iosTops),
    ext,
    iosConfig:
      ios &&
      present({
        ...writeFields(ios, iosConfig),
        ignoreBadge: ios.badgeEnabled === undefined ? undefined : !ios.badgeEnabled,
      }),
    androidConfig:
      android &&
      present({
        ...writeFields(android, androidConfig),
        notifyMode: android.notifyMode && iosModes.indexOf(android.notifyMode),
      }),
  });

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
export const globalSettingsOf = ({
  pushEnabled,
  globalSounds,
}: Pick<Account, 'pushEnabled' | 'globalSounds'>): JsonObject => ({
  enabled: pushEnabled,
  c2cMsgRemindSound: globalSounds.c2c,
  groupMsgRemindSound: globalSounds.group,
});

/** The same back: a patch for the account. Sounds that are null or missing are the system's own. */
export const readGlobalSettings = (given: JsonObject): ShapeRead<Pick<Account, 'pushEnabled' | 'globalSounds'>> => {
  const problems: ShapeProblem[] = [];
  const reports = reportsInto(problems);
  const source = withoutNulls(given);
  const enabled = flag(source, 'enabled', '$', reports) ?? true;
  const sound = (name: string): string | null => {
    const value = source[name] ?? null;
    if (value === null || typeof value === 'string') return value;
    reports.wrong(`$.${name}`, 'a string or null', typeOf(value));
    return null;
  };
  const globalSounds = { c2c: sound('c2cMsgRemindSound'), group: sound('groupMsgRemindSound') };
  return { value: problems.length > 0 ? null : { pushEnabled: enabled, globalSounds }, problems };
};

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
