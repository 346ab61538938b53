import type { Source } from '../../shared/contract/index.ts';
import { sources } from './sources.ts';

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

/** Pages that a switch is about, by the number that names them in tables. */
const pages = {
  '1047/33518': sources.state,
  '1047/33525': sources.overview,
  '1047/33527': sources.format,
  '1047/34348': sources.errors,
  '1047/34919': sources.rest,
  '1047/39156': sources.android,
  '1047/39157': sources.ios,
  '1047/39157 (Chinese)': sources.iosChinese,
  '269/9234': sources.legacy,
  '269/100650': sources.oldAndroid,
  '269/128209': sources.pushService,
  '269/133879': sources.pushFields,
  'V2TIMManager+Message.h': sources.sdk,
  'Firebase migrate-v1': sources.fcmMigration,
} as const satisfies Record<string, Source>;
type Page = keyof typeof pages;

/** One reading of a disputed rule, and the pages that support it. None: it is an assumption of ours. */
export interface SwitchReading<T = string | number> {
  readonly value: T;
  readonly pages: readonly Page[];
}

/** One switch as data: its readings, the default first, and where the readings come from. */
export interface SwitchSpec<K extends keyof ImSwitches = keyof ImSwitches> {
  readonly id: K;
  readonly readings: readonly ImSwitches[K][];
  /** Each reading with the pages that say it. */
  readonly documented: readonly SwitchReading<ImSwitches[K]>[];
  /** True: two documents disagree. False: no document says it, the default is ours. */
  readonly conflict: boolean;
  /** Gate or field of the intent that a reading can change; `answer` is what the REST API says, `none` changes nothing. */
  readonly at: string;
  /** Pages that are about it, as document numbers of tencentcloud.com and cloud.tencent.com. */
  readonly sources: readonly Page[];
}
type Says<T> = readonly [value: T, ...pages: Page[]];

/** `about`: pages that raise the question and answer it in no reading. */
const spec = <K extends keyof ImSwitches>(
  id: K,
  at: string,
  readings: readonly Says<ImSwitches[K]>[],
  { conflict = true, about = [] }: { readonly conflict?: boolean; readonly about?: readonly Page[] } = {},
): SwitchSpec<K> => {
  const documented = readings.map(([value, ...said]) => ({ value, pages: said }));
  return {
    id,
    at,
    readings: documented.map(({ value }) => value),
    documented,
    conflict,
    sources: [...new Set([...documented.flatMap((one) => one.pages), ...about])].toSorted(),
  };
};
const ours = { conflict: false } as const;

/** All switches, in the order the documents are compared in. Names of the readings: `im.switch.<id>.<reading>`. */
export const switchSpecs: readonly SwitchSpec[] = [
  spec('customSound', 'sound', [
    ['sound', '1047/33527'],
    ['ext', '1047/33525'],
  ]),
  spec('namelessGroup', 'body', [
    ['group-name', '1047/33527'],
    ['plain', '1047/39157'],
  ]),
  spec('groupSenderName', 'body', [
    ['nickname', '1047/39157 (Chinese)'],
    ['card-only', '1047/39157'],
  ]),
  spec('colon', 'body', [
    ['spaced', '1047/39157'],
    ['compact', '1047/33527'],
  ]),
  spec('androidSound', 'sound', [
    ['by-sdk', '1047/33527'],
    ['never', '269/9234'],
  ]),
  spec('androidSoundValue', 'vendor-rules', [
    ['raw-name', '269/133879'],
    ['with-suffix', '1047/33527'],
  ]),
  spec('vivoClassification', 'category', [
    ['superseded', '269/133879'],
    ['counts', '1047/33527'],
  ]),
  spec('bodyLimitBytes', 'answer', [
    [12_288, '1047/34919'],
    [8192, '1047/34348'],
  ]),
  spec('pushFlag', 'none', [
    ['no-push', '1047/33527'],
    ['online-only', '269/133879'],
  ]),
  spec('reachableDays', 'recipient-state', [
    [7, '1047/33518'],
    [30, '269/128209'],
  ]),
  spec('longLifetime', 'valid-message', [
    ['clamp', '1047/34919'],
    ['refuse', '1047/34348'],
  ]),
  // One page names both: its field for the channel works with the certificate file and not with the server key, which Google retired.
  spec(
    'fcmCredential',
    'channel',
    [
      ['service-account', '1047/33527', 'Firebase migrate-v1'],
      ['legacy-key', '1047/33527'],
    ],
    { about: ['1047/39156', '269/100650'] },
  ),
  spec('badgeMode', 'badge', [
    ['count', '1047/33527'],
    ['leave', '269/133879'],
  ]),
  spec('honorImageKb', 'image', [
    [512, '1047/33527'],
    [100, 'V2TIMManager+Message.h'],
  ]),
  // Both languages are documented; which of them the backend uses is not.
  spec(
    'placeholders',
    'body',
    [
      ['en', '1047/39157'],
      ['zh', '1047/39157 (Chinese)'],
    ],
    ours,
  ),
  spec('globalSwitch', 'global-switch', [['message-wins', '269/9234'], ['global-wins']], ours),
  spec('restQuietHours', 'quiet-hours', [['apply'], ['ignore']], { ...ours, about: ['1047/34919'] }),
  spec('descPrefix', 'body', [['alone'], ['prefixed']], { ...ours, about: ['1047/39157'] }),
  spec('noUnreadBadge', 'badge', [['stays'], ['counts']], { ...ours, about: ['1047/34919'] }),
];

/** The pages by the names that `switchSpecs` gives them. */
export const switchPages: Readonly<Record<Page, Source>> = pages;

/** The readings in force: those chosen, and the default everywhere else. Choices that no spec knows are passed over. */
export const switchesFrom = (choices: Readonly<Record<string, string>>): ImSwitches =>
  Object.fromEntries(
    switchSpecs.map(({ id, readings }) => [
      id,
      readings.find((reading) => String(reading) === choices[id]) ?? readings[0],
    ]),
    // Each value is one of the readings of its own switch.
  ) as unknown as ImSwitches;

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
