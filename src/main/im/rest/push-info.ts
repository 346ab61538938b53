import type { AndroidPush, ApnsPush, HarmonyPush, OfflinePush } from '../../../shared/contract/index.ts';
import { readFields, writeFields, type Field, type JsonObject, type Reports } from './fields.ts';

const f = (json: string, key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  json,
  key,
  kind,
  ...more,
});

/** AndroidInfo, field by field. Source: OfflinePushInfo, Tencent Cloud Chat. */
const androidInfo: readonly Field[] = [
  f('Sound', 'sound', 'text'),
  f('PushStyle', 'pushStyle', 'whole'),
  f('XiaoMiChannelID', 'xiaomi.channelId', 'text'),
  f('OPPOChannelID', 'oppo.channelId', 'text'),
  f('OPPOCategory', 'oppo.category', 'text'),
  f('OPPONotifyLevel', 'oppo.notifyLevel', 'whole'),
  f('OPPOPrivateMsgTemplateId', 'oppo.templateId', 'text'),
  f('OPPOPrivateTitleParameters', 'oppo.titleParameters', 'object'),
  f('OPPOPrivateContentParameters', 'oppo.contentParameters', 'object'),
  f('VIVOClassification', 'vivo.classification', 'whole'),
  f('VIVOCategory', 'vivo.category', 'text'),
  f('VIVONotifyType', 'vivo.notifyType', 'whole-text'),
  f('HuaWeiChannelID', 'huawei.channelId', 'text'),
  f('HuaWeiImportance', 'huawei.importance', 'text'),
  f('HuaWeiCategory', 'huawei.category', 'text'),
  f('HuaWeiImage', 'huawei.image', 'text'),
  f('ExtAsHuaweiIntentParam', 'huawei.extAsIntentParam', 'flag'),
  f('HonorImage', 'honor.image', 'text'),
  f('HonorImportance', 'honor.importance', 'text'),
  f('GoogleImage', 'fcm.image', 'text'),
  f('GooglePriority', 'fcm.priority', 'text'),
  f('GoogleChannelID', 'fcm.channelId', 'text'),
  f('MeiZuNoticeMsgType', 'meizu.noticeType', 'whole'),
];

const liveActivity: readonly Field[] = [
  f('LaId', 'id', 'text', { required: true }),
  f('Event', 'event', 'text'),
  f('ContentState', 'contentState', 'object'),
  f('DismissalDate', 'dismissalDate', 'whole'),
];
const apnsInfo: readonly Field[] = [
  f('Sound', 'sound', 'text'),
  f('BadgeMode', 'badgeMode', 'whole'),
  f('Title', 'title', 'text'),
  f('SubTitle', 'subtitle', 'text'),
  f('Image', 'image', 'text'),
  f('MutableContent', 'mutableContent', 'flag'),
  f('InterruptionLevel', 'interruptionLevel', 'text', {
    choices: ['active', 'critical', 'passive', 'time-sensitive'],
  }),
  f('ContentAvailable', 'contentAvailable', 'flag'),
  f('IsVoipPush', 'voip', 'flag'),
  f('LiveActivity', 'liveActivity', 'object', { table: liveActivity }),
];
const harmonyInfo: readonly Field[] = [
  f('Title', 'title', 'text'),
  f('Category', 'category', 'text'),
  f('Image', 'image', 'text'),
  f('Sound', 'sound', 'text'),
  f('SoundDuration', 'soundDuration', 'whole'),
];
const language: readonly Field[] = [
  f('Language', 'language', 'text', { required: true }),
  f('Title', 'title', 'text'),
  f('Desc', 'desc', 'text'),
];

/** OfflinePushInfo in the order its page has. */
export const pushInfo: readonly Field[] = [
  f('PushFlag', 'disabled', 'flag'),
  f('Title', 'title', 'text'),
  f('Desc', 'desc', 'text'),
  f('Ext', 'ext', 'text'),
  f('MultiLanguageContent', 'multiLanguage', 'list', { table: language }),
  f('BadgeAddNum', 'badgeAddNum', 'whole', { range: [1, 99] }),
  f('BadgeSetNum', 'badgeSetNum', 'whole', { range: [0, 999] }),
  f('PushTemplateId', 'templateId', 'text'),
  f('PushTemplateParam', 'templateParams', 'object'),
  f('AndroidInfo', 'android', 'object', { table: androidInfo }),
  f('ApnsInfo', 'apns', 'object', { table: apnsInfo }),
  f('HarmonyInfo', 'harmony', 'object', { table: harmonyInfo }),
];

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
