import * as z from 'zod';
import { isShallow, nestsTooDeep } from '../kit/depth.ts';

/**
 * What a message says of its push: `OfflinePushInfo` of the REST API and of today's SDKs, and the settings classes of the SDKs
 * before it. A field that is absent is not set. Names follow the REST API, grouped by vendor. `extra` holds fields of the JSON
 * that Pushscope does not know (and values that mean the same as absence), under their own names, so that nothing is lost.
 */
const isMembers = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
export const Extra = z
  .unknown()
  .refine(isMembers, 'has to be an object')
  .refine((value) => isShallow(value), nestsTooDeep)
  // A record of zod leaves out a member called `__proto__`, which JSON has like any other; this takes the object as it is.
  .meta({ type: 'object', additionalProperties: {} }) as unknown as z.ZodType<Record<string, unknown>>;
export type Extra = z.infer<typeof Extra>;
const extra = { extra: Extra.optional() };
const text = z.string().optional();
const whole = z.number().int();

/** AndroidInfo. One object per vendor; the first two fields are for all. */
export const AndroidPush = z.object({
  /** Name of a raw resource; newer pages want it without suffix. */
  sound: text,
  /** 0 default, 1 long text (Huawei, Honor, OPPO). */
  pushStyle: whole.optional(),
  xiaomi: z.object({ channelId: text }).optional(),
  oppo: z
    .object({
      channelId: text,
      category: text,
      /** 1 bar; 2 bar and lock screen; 16 also banner, vibration and ring. Needs a category. */
      notifyLevel: whole.optional(),
      templateId: text,
      titleParameters: Extra.optional(),
      contentParameters: Extra.optional(),
    })
    .optional(),
  vivo: z
    .object({
      /** 0 operational, 1 system. */
      classification: whole.optional(),
      category: text,
      /** 1 none, 2 ring, 3 vibrate, 4 both. */
      notifyType: whole.optional(),
    })
    .optional(),
  huawei: z
    .object({
      channelId: text,
      /** LOW or NORMAL. */
      importance: text,
      category: text,
      image: text,
      /** ExtAsHuaweiIntentParam 1: ext goes into the intent instead of the action parameter. */
      extAsIntentParam: z.boolean().optional(),
    })
    .optional(),
  honor: z.object({ image: text, importance: text }).optional(),
  fcm: z.object({ channelId: text, image: text, priority: text }).optional(),
  meizu: z
    .object({
      /** MeiZuNoticeMsgType: 0 public, 1 private. */
      noticeType: whole.optional(),
    })
    .optional(),
  ...extra,
});
export type AndroidPush = z.infer<typeof AndroidPush>;

/** ApnsInfo.LiveActivity. */
export const LiveActivityPush = z.object({
  /** LaId, at most 64 bytes. */
  id: z.string(),
  event: text,
  contentState: Extra.optional(),
  /** Seconds. */
  dismissalDate: whole.optional(),
  ...extra,
});
export type LiveActivityPush = z.infer<typeof LiveActivityPush>;

export const InterruptionLevel = z.enum(['passive', 'active', 'time-sensitive', 'critical']);

/** ApnsInfo. */
export const ApnsPush = z.object({
  title: text,
  subtitle: text,
  sound: text,
  image: text,
  /** BadgeMode: 0 count, 1 leave the number alone. */
  badgeMode: whole.optional(),
  mutableContent: z.boolean().optional(),
  interruptionLevel: InterruptionLevel.optional(),
  contentAvailable: z.boolean().optional(),
  /** IsVoipPush. Without a VoIP token the push falls back to an ordinary notification. */
  voip: z.boolean().optional(),
  liveActivity: LiveActivityPush.optional(),
  ...extra,
});
export type ApnsPush = z.infer<typeof ApnsPush>;

/** HarmonyInfo. */
export const HarmonyPush = z.object({
  title: text,
  category: text,
  image: text,
  sound: text,
  /** Seconds, 1 to 60. */
  soundDuration: whole.optional(),
  ...extra,
});
export type HarmonyPush = z.infer<typeof HarmonyPush>;

/** One entry of MultiLanguageContent, chosen by the language of the device. */
export const LanguageContent = z.object({ language: z.string(), title: text, desc: text, ...extra });
export type LanguageContent = z.infer<typeof LanguageContent>;

/**
 * OfflinePushInfo of one message. The fields from `sound` to `androidPriority` are short forms: they stand for the field of the
 * same meaning in AndroidInfo, ApnsInfo and HarmonyInfo at once, and lose against `android`, `apns` and `harmony`.
 */
export const OfflinePush = z.object({
  /** PushFlag 1 or `disablePush`. */
  disabled: z.boolean().default(false),
  title: text,
  desc: text,
  ext: text,
  /** ApnsInfo.Sound and AndroidInfo.Sound: a file name, `default`, or `push.no_sound`. */
  sound: text,
  subtitle: text,
  image: text,
  mutableContent: z.boolean().optional(),
  interruptionLevel: InterruptionLevel.optional(),
  /** ApnsInfo.BadgeMode 1: leave the number on the app icon alone. */
  ignoreBadge: z.boolean().optional(),
  badgeAddNum: whole.min(1).max(99).optional(),
  badgeSetNum: whole.min(0).max(999).optional(),
  androidChannelId: text,
  androidPriority: z.enum(['normal', 'high']).optional(),
  multiLanguage: z.array(LanguageContent).optional(),
  /** PushTemplateId, for example `1400000000-1`. */
  templateId: text,
  templateParams: Extra.optional(),
  android: AndroidPush.optional(),
  apns: ApnsPush.optional(),
  harmony: HarmonyPush.optional(),
  ...extra,
});
export type OfflinePush = z.infer<typeof OfflinePush>;

/** `TIMMessageOfflinePushSettings`, the per-message settings of the SDKs before V2TIM. */
export const LegacyPush = z.object({
  /** Absent: on. */
  enabled: z.boolean().optional(),
  title: text,
  desc: text,
  /** Bytes in the SDK; here the text they are in UTF-8. */
  ext: text,
  android: z
    .object({
      title: text,
      desc: text,
      /** Path of a resource inside the app. */
      sound: text,
      /** `normal` opens the app without a callback and is being retired; `custom` runs one. */
      notifyMode: z.enum(['normal', 'custom']).optional(),
      ...extra,
    })
    .optional(),
  ios: z.object({ title: text, desc: text, sound: text, badgeEnabled: z.boolean().optional(), ...extra }).optional(),
  ...extra,
});
export type LegacyPush = z.infer<typeof LegacyPush>;
