/** Where Tencent's documents disagree or say nothing. Each switch has the default we think right, and the other readings. */
export interface ImSwitches {
  /** Words for elements that have no text of their own. */
  readonly placeholders: 'en' | 'zh';
  /** `Nickname: text` or `Nickname:text`. */
  readonly colon: 'spaced' | 'compact';
  /** Where the sound of a custom element goes (R11). */
  readonly customSound: 'sound' | 'ext';
  /** Days after which a killed device is not pushed to any more. */
  readonly reachableDays: number;
  /** A group message whose sender has neither card nor nickname: `(Group): text`, or the text alone. */
  readonly namelessGroup: 'group-name' | 'plain';
  /** What names the sender in a group who has no card. */
  readonly groupSenderName: 'nickname' | 'card-only';
  /** Sounds of one message on Android: by the generation of the SDK, or never. */
  readonly androidSound: 'by-sdk' | 'never';
  /** How an Android sound is to be written. */
  readonly androidSoundValue: 'raw-name' | 'with-suffix';
  /** vivo: the category takes over from the classification, or each counts. */
  readonly vivoClassification: 'superseded' | 'counts';
  /** Longest request body, in bytes. */
  readonly bodyLimitBytes: number;
  /** PushFlag 1: no offline push, or online delivery only. The effect is the same. */
  readonly pushFlag: 'no-push' | 'online-only';
  /** MsgLifeTime of more than seven days: cut to seven, or refused with 90026. */
  readonly longLifetime: 'clamp' | 'refuse';
  /** What FCM is reached with. The legacy key knows no channels. */
  readonly fcmCredential: 'service-account' | 'legacy-key';
  /** BadgeMode when it is not set: count (Chat API) or leave (push API). */
  readonly badgeMode: 'count' | 'leave';
  /** From which size on the picture of Honor is too large: 512 KB (REST page) or 100 KB (SDK header). */
  readonly honorImageKb: number;
  /** A sender who switches the push of a message on, and a recipient who switched all push off. */
  readonly globalSwitch: 'message-wins' | 'global-wins';
  /** Whether the daily do-not-disturb time holds for C2C messages of the REST API. */
  readonly restQuietHours: 'apply' | 'ignore';
  /** Desc stands alone, or after the sender's name as the elements' text does. */
  readonly descPrefix: 'alone' | 'prefixed';
  /** A message with NoUnread: the badge stays, or counts. */
  readonly noUnreadBadge: 'stays' | 'counts';
}

/** One switch as data: its readings, the default first, and where the readings come from. */
export interface SwitchSpec<K extends keyof ImSwitches = keyof ImSwitches> {
  readonly id: K;
  readonly readings: readonly ImSwitches[K][];
  /** True: two documents disagree. False: no document says it, the default is ours. */
  readonly conflict: boolean;
  /** Gate or field of the intent that a reading can change; `answer` is what the REST API says, `none` changes nothing. */
  readonly at: string;
  /** Pages that give the readings, as document numbers of tencentcloud.com, trtc.io and cloud.tencent.com. */
  readonly sources: readonly string[];
}
const spec = <K extends keyof ImSwitches>(
  id: K,
  at: string,
  readings: readonly ImSwitches[K][],
  sources: readonly string[],
  conflict = true,
): SwitchSpec<K> => ({ id, at, readings, conflict, sources });

/** All switches, in the order the documents are compared in. Names of the readings: `im.switch.<id>.<reading>`. */
export const switchSpecs: readonly SwitchSpec[] = [
  spec('customSound', 'sound', ['sound', 'ext'], ['1047/33525', '1047/33527']),
  spec('namelessGroup', 'body', ['group-name', 'plain'], ['1047/39157', '1047/33527']),
  spec('groupSenderName', 'body', ['nickname', 'card-only'], ['1047/39157', '1047/39157 (Chinese)']),
  spec('colon', 'body', ['spaced', 'compact'], ['1047/39157', '1047/33527']),
  spec('androidSound', 'sound', ['by-sdk', 'never'], ['269/9234', '1047/33527']),
  spec('androidSoundValue', 'vendor-rules', ['raw-name', 'with-suffix'], ['1047/33527', '269/133879']),
  spec('vivoClassification', 'category', ['superseded', 'counts'], ['1047/33527', '269/133879']),
  spec('bodyLimitBytes', 'answer', [12_288, 8192], ['1047/34348', '1047/34919']),
  spec('pushFlag', 'none', ['no-push', 'online-only'], ['1047/33527', '269/133879']),
  spec('reachableDays', 'recipient-state', [7, 30], ['1047/33518', '269/128209']),
  spec('longLifetime', 'valid-message', ['clamp', 'refuse'], ['1047/34919', '1047/34348']),
  spec('fcmCredential', 'channel', ['service-account', 'legacy-key'], ['1047/39156', '269/100650']),
  spec('badgeMode', 'badge', ['count', 'leave'], ['1047/33527', '269/133879']),
  spec('honorImageKb', 'none', [512, 100], ['1047/33527', 'V2TIMManager+Message.h']),
  spec('placeholders', 'body', ['en', 'zh'], ['1047/39157', '1047/39157 (Chinese)'], false),
  spec('globalSwitch', 'global-switch', ['message-wins', 'global-wins'], ['269/9234'], false),
  spec('restQuietHours', 'quiet-hours', ['apply', 'ignore'], ['1047/34919'], false),
  spec('descPrefix', 'body', ['alone', 'prefixed'], ['1047/39157'], false),
  spec('noUnreadBadge', 'badge', ['stays', 'counts'], ['1047/34919'], false),
];

/** The default reading of every switch. */
export const defaultSwitches: ImSwitches = {
  placeholders: 'en',
  colon: 'spaced',
  customSound: 'sound',
  reachableDays: 7,
  namelessGroup: 'group-name',
  groupSenderName: 'nickname',
  androidSound: 'by-sdk',
  androidSoundValue: 'raw-name',
  vivoClassification: 'superseded',
  bodyLimitBytes: 12_288,
  pushFlag: 'no-push',
  longLifetime: 'clamp',
  fcmCredential: 'service-account',
  badgeMode: 'count',
  honorImageKb: 512,
  globalSwitch: 'message-wins',
  restQuietHours: 'apply',
  descPrefix: 'alone',
  noUnreadBadge: 'stays',
};
