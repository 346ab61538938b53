import { field as f, type Field } from './field.ts';

const levels = ['LOW', 'NORMAL'] as const;
const picture = 'https://example.com/picture.png';

/** AndroidInfo, field by field. Source: OfflinePushInfo, Tencent Cloud Chat. */
export const androidInfo: readonly Field[] = [
  f('Sound', 'sound', 'text', { example: 'dingdong', since: '6.1.2155', vendors: 'Huawei, Honor, Xiaomi, FCM' }),
  f('PushStyle', 'pushStyle', 'whole', { values: [0, 1], example: 1, vendors: 'Huawei, Honor, OPPO' }),
  f('XiaoMiChannelID', 'xiaomi.channelId', 'text', { example: 'im', vendors: 'Xiaomi' }),
  f('OPPOChannelID', 'oppo.channelId', 'text', { example: 'im', vendors: 'OPPO' }),
  f('OPPOCategory', 'oppo.category', 'text', { example: 'IM', since: '8.3', vendors: 'OPPO' }),
  f('OPPONotifyLevel', 'oppo.notifyLevel', 'whole', {
    values: [1, 2, 16],
    example: 16,
    since: '8.3',
    vendors: 'OPPO',
  }),
  f('OPPOPrivateMsgTemplateId', 'oppo.templateId', 'text', { since: '8.7', vendors: 'OPPO' }),
  f('OPPOPrivateTitleParameters', 'oppo.titleParameters', 'object', { since: '8.7', vendors: 'OPPO' }),
  f('OPPOPrivateContentParameters', 'oppo.contentParameters', 'object', { since: '8.7', vendors: 'OPPO' }),
  f('VIVOClassification', 'vivo.classification', 'whole', { values: [0, 1], example: 1, vendors: 'vivo' }),
  f('VIVOCategory', 'vivo.category', 'text', { example: 'IM', vendors: 'vivo' }),
  f('VIVONotifyType', 'vivo.notifyType', 'whole-text', {
    values: [1, 2, 3, 4],
    example: '4',
    since: '8.7',
    vendors: 'vivo',
  }),
  f('HuaWeiChannelID', 'huawei.channelId', 'text', { example: 'im', vendors: 'Huawei' }),
  f('HuaWeiImportance', 'huawei.importance', 'text', { values: levels, example: 'NORMAL', vendors: 'Huawei' }),
  f('HuaWeiCategory', 'huawei.category', 'text', { example: 'IM', vendors: 'Huawei' }),
  f('HuaWeiImage', 'huawei.image', 'text', { example: picture, since: '8.0', vendors: 'Huawei' }),
  f('ExtAsHuaweiIntentParam', 'huawei.extAsIntentParam', 'flag', { vendors: 'Huawei' }),
  f('HonorImage', 'honor.image', 'text', { example: picture, since: '8.0', vendors: 'Honor' }),
  f('HonorImportance', 'honor.importance', 'text', {
    values: levels,
    example: 'NORMAL',
    since: '8.4',
    vendors: 'Honor',
  }),
  f('GoogleImage', 'fcm.image', 'text', { example: picture, since: '8.0', vendors: 'FCM' }),
  f('GooglePriority', 'fcm.priority', 'text', {
    values: ['normal', 'high'],
    example: 'high',
    since: '8.7',
    vendors: 'FCM',
  }),
  f('GoogleChannelID', 'fcm.channelId', 'text', { example: 'im', vendors: 'FCM' }),
  f('MeiZuNoticeMsgType', 'meizu.noticeType', 'whole', { values: [0, 1], example: 1, since: '8.6', vendors: 'Meizu' }),
];

const liveActivity: readonly Field[] = [
  f('LaId', 'id', 'text', { required: true }),
  f('Event', 'event', 'text', { values: ['update', 'end'], example: 'update' }),
  f('ContentState', 'contentState', 'object'),
  f('DismissalDate', 'dismissalDate', 'whole'),
];

/** ApnsInfo. */
export const apnsInfo: readonly Field[] = [
  f('Sound', 'sound', 'text', { example: 'dingdong.aiff' }),
  f('BadgeMode', 'badgeMode', 'whole', { values: [0, 1], example: 1 }),
  f('Title', 'title', 'text', { example: 'Denny' }),
  f('SubTitle', 'subtitle', 'text'),
  f('Image', 'image', 'text', { example: picture }),
  f('MutableContent', 'mutableContent', 'flag'),
  f('InterruptionLevel', 'interruptionLevel', 'text', {
    choices: ['active', 'critical', 'passive', 'time-sensitive'],
    example: 'time-sensitive',
    since: '8.4',
  }),
  f('ContentAvailable', 'contentAvailable', 'flag', { since: '8.4' }),
  f('IsVoipPush', 'voip', 'flag'),
  f('LiveActivity', 'liveActivity', 'object', { table: liveActivity, place: 'LiveActivity', since: '8.5' }),
];

/** HarmonyInfo. */
export const harmonyInfo: readonly Field[] = [
  f('Title', 'title', 'text', { example: 'Denny' }),
  f('Category', 'category', 'text', { example: 'IM', since: '8.1' }),
  f('Image', 'image', 'text', { example: picture, since: '8.1' }),
  f('Sound', 'sound', 'text', { example: 'dingdong.mp3' }),
  f('SoundDuration', 'soundDuration', 'whole', { example: 5 }),
];

const language: readonly Field[] = [
  f('Language', 'language', 'text', { required: true, example: 'en' }),
  f('Title', 'title', 'text'),
  f('Desc', 'desc', 'text', { long: true }),
];

/** OfflinePushInfo in the order its page has. */
export const pushInfo: readonly Field[] = [
  f('PushFlag', 'disabled', 'flag'),
  f('Title', 'title', 'text', { example: 'Denny' }),
  f('Desc', 'desc', 'text', { long: true, example: 'Lunch?' }),
  f('Ext', 'ext', 'text', { long: true, example: '{"entity":{}}' }),
  f('MultiLanguageContent', 'multiLanguage', 'list', {
    table: language,
    place: 'MultiLanguageContent',
    since: '8.5.6870',
  }),
  f('BadgeAddNum', 'badgeAddNum', 'whole', { range: [1, 99], example: 1, vendors: 'APNs, Huawei, Honor, HarmonyOS' }),
  f('BadgeSetNum', 'badgeSetNum', 'whole', { range: [0, 999], example: 1, vendors: 'APNs, Huawei, Honor, HarmonyOS' }),
  f('PushTemplateId', 'templateId', 'text', { example: '1400000000-1' }),
  f('PushTemplateParam', 'templateParams', 'object'),
  f('AndroidInfo', 'android', 'object', { table: androidInfo, place: 'AndroidInfo' }),
  f('ApnsInfo', 'apns', 'object', { table: apnsInfo, place: 'ApnsInfo' }),
  f('HarmonyInfo', 'harmony', 'object', { table: harmonyInfo, place: 'HarmonyInfo' }),
];

const legacyAndroid: readonly Field[] = [
  f('title', 'title', 'text'),
  f('desc', 'desc', 'text', { long: true }),
  f('sound', 'sound', 'text'),
  f('notifyMode', 'notifyMode', 'text', { choices: ['normal', 'custom'] }),
];
const legacyIos: readonly Field[] = [
  f('title', 'title', 'text'),
  f('desc', 'desc', 'text', { long: true }),
  f('sound', 'sound', 'text', { example: 'dingdong.aiff' }),
  f('badgeEnabled', 'badgeEnabled', 'switch'),
];
/** `TIMMessageOfflinePushSettings` of the SDKs before V2TIM. The REST API has no place for it. */
export const legacyPush: readonly Field[] = [
  f('enabled', 'enabled', 'switch'),
  f('title', 'title', 'text'),
  f('descr', 'desc', 'text', { long: true }),
  f('ext', 'ext', 'text', { long: true }),
  f('androidSettings', 'android', 'object', { table: legacyAndroid, place: 'AndroidSettings' }),
  f('iosSettings', 'ios', 'object', { table: legacyIos, place: 'IOSSettings' }),
];
