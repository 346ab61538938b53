import * as z from 'zod';
import { Certainty, HeaderList, Phrase, Platform, Problem, Size, Source, VendorId } from './common.ts';
import { AndroidPush, HarmonyPush, InterruptionLevel, LiveActivityPush } from './offline-push.ts';

/** One rule of the IM backend, asked of one message and one device. */
export const GateResult = z.object({
  id: z.string(),
  /** Position in the evaluation order, from 1. */
  number: z.number().int(),
  outcome: z.enum(['passed', 'failed', 'warning', 'not-reached']),
  /** The rule belongs to the vendor or the phone: this is what we expect, and only the answer tells. */
  predicted: z.boolean(),
  phrase: Phrase,
  /** The values the rule looked at, in words a support engineer knows. */
  values: z.array(z.object({ label: z.string(), value: z.string() })),
  source: Source,
  certainty: Certainty,
});
export type GateResult = z.infer<typeof GateResult>;

/** Which of several sources gave a field its value. */
export const FieldTrace = z.object({
  field: z.enum([
    'title',
    'subtitle',
    'body',
    'sound',
    'badge',
    'ext',
    'image',
    'channel',
    'category',
    'importance',
    'priority',
    'interruption',
    'click',
    'voip',
    'liveActivity',
  ]),
  candidates: z.array(z.object({ from: z.string(), value: z.string(), used: z.boolean() })),
  /** Said when a rule and not a plain order decided. */
  note: Phrase.optional(),
});
export type FieldTrace = z.infer<typeof FieldTrace>;

/** What a tap does, as Tencent's console has it for one app and vendor. */
export const ClickAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('app') }),
  z.object({ kind: z.literal('web'), url: z.string() }),
  /** `intent://…#Intent;…;end` (Xiaomi, Huawei, vivo) or the page scheme of an app (Honor). */
  z.object({ kind: z.literal('intent'), uri: z.string() }),
  /** Full class name (Meizu, OPPO). */
  z.object({ kind: z.literal('activity'), name: z.string() }),
  /** Intent action with category DEFAULT and no data (OPPO). */
  z.object({ kind: z.literal('action'), name: z.string() }),
]);
export type ClickAction = z.infer<typeof ClickAction>;

/** What Tencent's console holds for one app and one vendor, beside the credential. Absent: not filled in. */
export const VendorConsole = z.object({
  /** Absent: open the app. */
  click: ClickAction.optional(),
  channelId: z.string().optional(),
  category: z.string().optional(),
  importance: z.string().optional(),
  /** Full class name of the launcher activity (Huawei, Honor). */
  badgeClass: z.string().optional(),
  /** Receipt ID at the vendor (vivo and others). */
  receiptId: z.string().optional(),
  /** FCM: `notification` when absent. */
  messageType: z.enum(['notification', 'data']).optional(),
  /** Meizu: 0 public, 1 private. vivo: 0 operational, 1 system. */
  classification: z.number().int().optional(),
  /** APNs: the console switch that images need. */
  mutableContent: z.boolean().optional(),
});
export type VendorConsole = z.infer<typeof VendorConsole>;

/** What the backend wants shown on one device, before any vendor's terms. */
export const Intent = z.object({
  title: z.string().nullable(),
  subtitle: z.string().nullable(),
  body: z.string(),
  /** File name, `default`, or null for silence. */
  sound: z.string().nullable(),
  /** Null: leave the number alone. */
  badge: z.number().int().nullable(),
  ext: z.string().nullable(),
  image: z.string().nullable(),
  mutableContent: z.boolean(),
  interruptionLevel: InterruptionLevel.nullable(),
  lifetimeSeconds: z.number().int(),
  /** The channel for the vendor of this device: of the message, else of the console. */
  androidChannelId: z.string().nullable(),
  androidPriority: z.enum(['normal', 'high']).nullable(),
  /** The vendor's message category for this device: HuaWeiCategory, VIVOCategory, OPPOCategory, HarmonyInfo.Category. */
  category: z.string().nullable(),
  /** LOW or NORMAL (Huawei, Honor). */
  importance: z.string().nullable(),
  /** How the number is to change, for vendors that take a change (Huawei, Honor, Harmony). Null: leave it alone. */
  badgeChange: z.object({ kind: z.enum(['set', 'add']), number: z.number().int() }).nullable(),
  contentAvailable: z.boolean(),
  /** IsVoipPush, and the device has a VoIP token. */
  voip: z.boolean(),
  voipToken: z.string().nullable(),
  liveActivity: LiveActivityPush.extend({ token: z.string() }).nullable(),
  /** AndroidInfo.PushStyle 1. */
  longText: z.boolean(),
  click: ClickAction,
  /** What only one vendor has, as the message and the console give it. Null: the device is not of that platform. */
  vendorSettings: z.object({
    android: AndroidPush.omit({ sound: true, extra: true }).nullable(),
    harmony: HarmonyPush.omit({ title: true, extra: true }).nullable(),
    console: VendorConsole,
  }),
  traces: z.array(FieldTrace),
});
export type Intent = z.infer<typeof Intent>;

/** A point where Tencent's documents disagree, and the reading that was taken mattered. */
export const SwitchUse = z.object({
  id: z.string(),
  /** The reading taken. */
  reading: z.string(),
  /** Gate or field of the intent that the other reading would change. */
  at: z.string(),
  phrase: Phrase,
});
export type SwitchUse = z.infer<typeof SwitchUse>;

export const Decision = z.object({
  deviceId: z.string(),
  pushed: z.boolean(),
  /** The gate that stopped the push, or the one that made it an offline push. */
  decidingGateId: z.string(),
  gates: z.array(GateResult),
  /** Present also when nothing is pushed, for «send anyway»; null when no text can be built. */
  intent: Intent.nullable(),
  /** Only those that mattered here. */
  switches: z.array(SwitchUse).default([]),
  /** When the message came to be sent, and when this was decided of it; absent in a look ahead. */
  composedAtMs: z.number().int().optional(),
  decidedAtMs: z.number().int().optional(),
});
export type Decision = z.infer<typeof Decision>;

/** A push in one vendor's terms: the payload text as it goes on the wire and the options around it. */
export const Draft = z.object({
  payload: z.string(),
  options: z.record(z.string(), z.string()),
});
export type Draft = z.infer<typeof Draft>;

/** A draft in a form that other tools take: a file to save, or a command line to copy. */
export const DraftExport = z.object({
  id: z.string(),
  kind: z.enum(['file', 'command']),
  label: Phrase,
  /** Empty for a command. */
  fileName: z.string(),
  text: z.string(),
  /** What the other tool needs, and what it does not do. */
  notes: z.array(z.object({ phrase: Phrase, certainty: Certainty })),
});
export type DraftExport = z.infer<typeof DraftExport>;

/** What an Android or HarmonyOS template adds to the title and the text of a push. */
export const AndroidStyle = z.object({
  /** What the open notification is: the same text in full, a picture, rows of their own, a talk, or a bar. */
  kind: z.enum(['standard', 'big-text', 'picture', 'inbox', 'messaging', 'progress']),
  /** Heading and text of the open notification; empty: as closed. */
  bigTitle: z.string().default(''),
  bigText: z.string().default(''),
  /** Rows of an inbox. */
  lines: z.array(z.string()).default([]),
  messages: z.array(z.object({ sender: z.string(), text: z.string() })).default([]),
  /** Picture beside the texts of the closed notification. */
  largeIconUrl: z.string().default(''),
  /** Labels of the buttons. */
  actions: z.array(z.string()).default([]),
  /** Share of a bar, 0 to 1. */
  progress: z.number().min(0).max(1).nullable().default(null),
});
export type AndroidStyle = z.infer<typeof AndroidStyle>;

/** Something that keeps an accepted push from being seen or heard, and what to change. */
export const QuietReason = z.object({
  id: z.string(),
  /** certain: the push itself or the phone's settings say so. The others name what often does it and cannot be seen from here. */
  sure: z.enum(['certain', 'likely', 'possible']),
  /**
   * nothing: not drawn at all. later: not now. folded: the person has to open a row first. silent: drawn without sound and banner.
   * no-banner: does not pop up. locked: not on the lock screen.
   */
  effect: z.enum(['nothing', 'later', 'folded', 'silent', 'no-banner', 'locked']),
  phrase: Phrase,
  change: Phrase,
  certainty: Certainty,
  source: Source,
});
export type QuietReason = z.infer<typeof QuietReason>;

/** What the system of a phone can show of a push. */
export const Card = z.object({
  platform: Platform,
  vendor: VendorId,
  /** False: nothing is drawn; `hiddenBecause` says why. */
  visible: z.boolean(),
  hiddenBecause: Phrase.nullable(),
  title: z.string(),
  subtitle: z.string(),
  body: z.string(),
  /** Texts that the phone resolves from the app's string files and we cannot: shown raw. */
  localised: z.boolean(),
  sound: z.object({ kind: z.enum(['none', 'default', 'named']), name: z.string() }),
  /** Android: what the push itself says of vibration. Absent: it does not say, and the channel or the system decides. */
  vibrates: z.boolean().optional(),
  /** Null: the number stays. */
  badge: z.number().int().nullable(),
  /** The number grows by this; absent: it does not. */
  badgeAdd: z.number().int().optional(),
  imageUrl: z.string(),
  /** iOS thread-id; Android has none from the vendor. */
  groupKey: z.string(),
  /** A later card with the same key replaces this one; empty: never. */
  replaceKey: z.string(),
  category: z.string(),
  interruptionLevel: z.enum(['passive', 'active', 'time-sensitive', 'critical']),
  /** iOS relevance-score, 0 to 1: what the summary shows first. Absent: the push says nothing. */
  relevanceScore: z.number().optional(),
  channelId: z.string(),
  /**
   * Android: what the lock screen shows. public: all of it, also where the phone hides sensitive texts. secret: never there. Absent: the
   * push does not say, and the phone decides.
   */
  lockScreen: z.enum(['public', 'private', 'secret']).optional(),
  /** Android accent, `#rrggbb`, or empty. */
  color: z.string(),
  /** The redirect text an IM app reads on tap; null when the payload has none. */
  ext: z.string().nullable(),
  notes: z.array(z.object({ phrase: Phrase, certainty: Certainty })),
  /** Absent: title and text only. */
  android: AndroidStyle.optional(),
});
export type Card = z.infer<typeof Card>;

/** A vendor's code, explained. */
export const Explanation = z.object({
  vendor: VendorId,
  code: z.string(),
  status: z.number().int().nullable(),
  meaning: Phrase,
  cause: Phrase,
  fix: Phrase,
  certainty: Certainty,
  source: Source,
});
export type Explanation = z.infer<typeof Explanation>;

/** One check a gateway made on a captured request. */
export const Check = z.object({
  id: z.string(),
  /** unverified: accepted because nothing known contradicts it. */
  outcome: z.enum(['passed', 'failed', 'unverified', 'not-reached']),
  /** The vendor's code this check would answer with. */
  code: z.string().nullable(),
  phrase: Phrase,
  certainty: Certainty,
});
export type Check = z.infer<typeof Check>;

/** What a gateway decided about a request. The answer is the first failed check; all failed checks are listed. */
export const Verdict = z.object({
  accepted: z.boolean(),
  status: z.number().int(),
  code: z.string().nullable(),
  why: Phrase,
  checks: z.array(Check),
});
export type Verdict = z.infer<typeof Verdict>;

/** The first line and the headers of a request as it would go out, without what authenticates it. */
export const RequestLine = z.object({ method: z.string(), path: z.string(), headers: HeaderList });
export type RequestLine = z.infer<typeof RequestLine>;

/** A draft with everything the composer shows about it. */
export const DraftView = z.object({
  vendor: VendorId,
  draft: Draft,
  /** Null: nobody is named to send to, or no request can be made of the draft (`problems` says why). */
  request: RequestLine.nullable(),
  problems: z.array(Problem),
  sizes: z.array(Size),
  card: Card.nullable(),
  /** Why the phone asked about draws nothing of the card in the state its app is in now. Null or absent: it draws it. */
  notDrawnBecause: Phrase.nullable().optional(),
});
export type DraftView = z.infer<typeof DraftView>;
