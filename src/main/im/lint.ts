import type { Message, Problem } from '../../shared/contract/index.ts';
import { longestLifetimeSeconds } from './intent/index.ts';
import { senderSdk } from './input.ts';
import type { ImSwitches } from './switches.ts';
import { atLeast, sdkSince } from './version.ts';

/** Names that a template's parameters may not have: the backend fills them in. */
const presetParams = new Set(['timTitle', 'timDesc', 'timSenderNick', 'timGroupName']);
const knownControls = new Set(['NoUnread', 'NoLastMsg', 'WithMuteNotifications']);
const knownCallbacks = new Set(['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback']);
const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** One finding: name of the sentence, path, what fills it. */
type Finding = readonly [string, string, Readonly<Record<string, string | number>>];
type Push = NonNullable<Message['offlinePush']>;
const at = '$.OfflinePushInfo';

const isOutside = (value: string | number | undefined, known: readonly (string | number)[]): boolean =>
  value !== undefined && value !== '' && !known.includes(value);

/** Values that the pages list and these are not among. */
const choiceFindings = ({ options }: Message, push: Push | null): Finding[] => {
  const android = push?.android;
  const checked: readonly (readonly [string, string | number | undefined, readonly (string | number)[]])[] = [
    ['$.MsgPriority', options?.priority, ['High', 'Normal', 'Low']],
    [`${at}.AndroidInfo.PushStyle`, android?.pushStyle, [0, 1]],
    [`${at}.AndroidInfo.OPPONotifyLevel`, android?.oppo?.notifyLevel, [1, 2, 16]],
    [`${at}.AndroidInfo.VIVOClassification`, android?.vivo?.classification, [0, 1]],
    [`${at}.AndroidInfo.VIVONotifyType`, android?.vivo?.notifyType, [1, 2, 3, 4]],
    [`${at}.AndroidInfo.HuaWeiImportance`, android?.huawei?.importance, ['LOW', 'NORMAL']],
    [`${at}.AndroidInfo.HonorImportance`, android?.honor?.importance, ['LOW', 'NORMAL']],
    [`${at}.AndroidInfo.GooglePriority`, android?.fcm?.priority, ['normal', 'high']],
    [`${at}.AndroidInfo.MeiZuNoticeMsgType`, android?.meizu?.noticeType, [0, 1]],
    [`${at}.ApnsInfo.BadgeMode`, push?.apns?.badgeMode, [0, 1]],
    [`${at}.ApnsInfo.LiveActivity.Event`, push?.apns?.liveActivity?.event, ['update', 'end']],
  ];
  return checked
    .filter(([, value, known]) => isOutside(value, known))
    .map(([path, value, known]) => ['choice', path, { path, value: value ?? '', allowed: known.join(', ') }]);
};

const listFindings = ({ options }: Message): Finding[] => [
  ...(options?.sendControl ?? [])
    .filter((one) => !knownControls.has(one))
    .map((value): Finding => ['control', '$.SendMsgControl', { value }]),
  ...(options?.forbidCallbacks ?? [])
    .filter((one) => !knownCallbacks.has(one))
    .map((value): Finding => ['control', '$.ForbidCallbackControl', { value }]),
];

/** Pictures that vendors fetch over HTTPS only. */
const imageFindings = (push: Push | null): Finding[] => {
  const images: readonly (readonly [string, string | undefined])[] = [
    [`${at}.AndroidInfo.HuaWeiImage`, push?.android?.huawei?.image],
    [`${at}.AndroidInfo.HonorImage`, push?.android?.honor?.image],
    [`${at}.HarmonyInfo.Image`, push?.harmony?.image],
  ];
  return images
    .filter(([, url]) => url && !url.startsWith('https://'))
    .map(([path, url]) => ['image-https', path, { path, url: url ?? '' }]);
};

const pushFindings = (push: Push): Finding[] => {
  const findings: Finding[] = [];
  const ext = push.ext ?? '';
  if (bytesOf(ext) > 1024) findings.push(['ext-long', `${at}.Ext`, { bytes: bytesOf(ext) }]);
  const together = bytesOf(push.desc ?? '') + bytesOf(ext);
  if (together > 3072) findings.push(['desc-ext-long', at, { bytes: together }]);
  if (!push.title && !push.desc && !push.templateId) findings.push(['title-desc', at, {}]);
  const presets = Object.keys(push.templateParams ?? {}).filter((name) => presetParams.has(name));
  if (presets.length > 0) findings.push(['template-preset', `${at}.PushTemplateParam`, { names: presets.join(', ') }]);
  if (push.templateId && !/^\d+-\d+$/.test(push.templateId)) {
    findings.push(['template-id', `${at}.PushTemplateId`, { id: push.templateId }]);
  }
  const activity = push.apns?.liveActivity;
  if (activity && bytesOf(activity.id) > 64)
    findings.push(['live-activity-id', `${at}.ApnsInfo.LiveActivity.LaId`, {}]);
  const duration = push.harmony?.soundDuration;
  if (duration !== undefined && (duration < 1 || duration > 60)) {
    findings.push(['sound-duration', `${at}.HarmonyInfo.SoundDuration`, { duration }]);
  }
  if (push.badgeSetNum !== undefined && push.badgeSetNum > 99) {
    findings.push(['badge-over-99', `${at}.BadgeSetNum`, { number: push.badgeSetNum }]);
  }
  if (push.android?.vivo?.classification !== undefined && push.android.vivo.category !== undefined) {
    findings.push(['vivo-both', `${at}.AndroidInfo.VIVOClassification`, {}]);
  }
  return findings;
};

/** A sound of the old Android settings lies inside the app; from a file or an address of another place nothing is played. */
const legacySoundFindings = ({ legacyPush }: Message): Finding[] => {
  const sound = legacyPush?.android?.sound ?? '';
  const isElsewhere =
    sound.startsWith('/') || (/^[a-z][\w+.-]*:/i.test(sound) && !sound.startsWith('android.resource:'));
  return isElsewhere ? [['sound-outside', 'AndroidSettings.sound', { sound }]] : [];
};

/** Fields that an SDK of the named version cannot send yet. */
const sdkFindings = (message: Message, push: Push | null): Finding[] => {
  const version = senderSdk(message);
  if (version === null) return [];
  const { android, apns, harmony } = push ?? {};
  const uses: readonly (readonly [string, boolean, string])[] = [
    [`${at}.MultiLanguageContent`, push?.multiLanguage !== undefined, sdkSince.multiLanguage],
    [`${at}.AndroidInfo.Sound`, android?.sound !== undefined, sdkSince.androidSound],
    [`${at}.AndroidInfo.HuaWeiImage`, android?.huawei?.image !== undefined, sdkSince.images],
    [`${at}.AndroidInfo.HonorImage`, android?.honor?.image !== undefined, sdkSince.images],
    [`${at}.AndroidInfo.GoogleImage`, android?.fcm?.image !== undefined, sdkSince.images],
    [`${at}.HarmonyInfo`, harmony !== undefined, sdkSince.harmony],
    [`${at}.AndroidInfo.OPPOCategory`, android?.oppo?.category !== undefined, sdkSince.oppoCategory],
    [`${at}.ApnsInfo.InterruptionLevel`, apns?.interruptionLevel !== undefined, sdkSince.interruptionLevel],
    [`${at}.ApnsInfo.ContentAvailable`, apns?.contentAvailable !== undefined, sdkSince.interruptionLevel],
    [`${at}.AndroidInfo.HonorImportance`, android?.honor?.importance !== undefined, sdkSince.interruptionLevel],
    [`${at}.ApnsInfo.LiveActivity`, apns?.liveActivity !== undefined, sdkSince.liveActivity],
    [`${at}.AndroidInfo.MeiZuNoticeMsgType`, android?.meizu?.noticeType !== undefined, sdkSince.meizuType],
    [`${at}.AndroidInfo.GooglePriority`, android?.fcm?.priority !== undefined, sdkSince.templates],
    [`${at}.AndroidInfo.VIVONotifyType`, android?.vivo?.notifyType !== undefined, sdkSince.templates],
    [`${at}.AndroidInfo.OPPOPrivateMsgTemplateId`, android?.oppo?.templateId !== undefined, sdkSince.templates],
  ];
  return uses
    .filter(([, isUsed, since]) => isUsed && !atLeast(version, since))
    .map(([path, , since]) => ['sdk-too-old', path, { path, version, since }]);
};

/** What the author of a message should know though the backend takes it. Words: `im.problem.<name>`. */
export const lintMessage = (message: Message, switches: ImSwitches): Problem[] => {
  const push = message.offlinePush;
  const findings: Finding[] = [
    ...choiceFindings(message, push),
    ...listFindings(message),
    ...imageFindings(push),
    ...(push ? pushFindings(push) : []),
    ...sdkFindings(message, push),
    ...legacySoundFindings(message),
  ];
  const seconds = message.lifetimeSeconds ?? 0;
  if (seconds > longestLifetimeSeconds && switches.longLifetime === 'clamp') {
    findings.push(['lifetime-clamped', '$.MsgLifeTime', { seconds }]);
  }
  return findings.map(([name, path, params]) => ({
    code: `im.${name}`,
    severity: name === 'title-desc' || name === 'vivo-both' ? 'info' : 'warning',
    path,
    phrase: { id: `im.problem.${name}`, params: { ...params } },
    certainty: 'documented',
  }));
};
