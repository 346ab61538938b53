import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Done, Phrase, Source, VendorId } from './common.ts';
import { Message } from './message.ts';
import { Variables } from './presets.ts';
import { Card, Draft, QuietReason } from './push.ts';
import { AppState, ChannelImportance, Device, DeviceInput, RuleTrial } from './workspace.ts';

/** A push that reached a simulated phone. */
export const Notification = z.object({
  id: z.string(),
  deviceId: z.string(),
  exchangeId: z.string(),
  atMs: z.number().int(),
  card: Card,
  /**
   * shown: in the shade. quiet: arrived, nothing drawn. gone: replaced, dismissed or tapped. waiting: the vendor keeps it until the
   * phone can be reached. lost: it will never reach the phone. `quietBecause` says why it is quiet, waiting or lost.
   */
  state: z.enum(['shown', 'quiet', 'gone', 'waiting', 'lost']),
  quietBecause: Phrase.nullable(),
  /** It came while the app was open and the app chose to present it. */
  inForeground: z.boolean(),
  /** When the vendor accepted it, where the phone could only be reached later; `atMs` is then when it arrived. */
  keptSinceMs: z.number().int().nullable().default(null),
  /** Android and HarmonyOS: the importance that decides section, sound and banner. */
  importance: ChannelImportance.optional(),
});
export type Notification = z.infer<typeof Notification>;

/** A value as the app's code receives it, with its type in the app's language. */
export const ReceivedValue = z.object({ path: z.string(), type: z.string(), value: z.string() });
export type ReceivedValue = z.infer<typeof ReceivedValue>;

export const TapStep = z.object({
  id: z.string(),
  phrase: Phrase,
  detail: Phrase.nullable(),
  certainty: Certainty,
});
export type TapStep = z.infer<typeof TapStep>;

/** A function or Intent of the app, by the name a developer looks for. */
export const Callback = z.object({
  name: z.string(),
  language: z.enum(['swift', 'kotlin', 'arkts']),
  source: Source,
  certainty: Certainty,
});
export type Callback = z.infer<typeof Callback>;

/** Code that runs because a push arrived, and what it is handed. */
export const Receipt = z.object({
  id: z.string(),
  /** What this code is and what it decides, in one sentence. */
  phrase: Phrase,
  callback: Callback,
  /** The object handed over as JSON text. */
  received: z.string(),
  values: z.array(ReceivedValue),
});
export type Receipt = z.infer<typeof Receipt>;

/** What a push does when it arrives in one state of the app, before anybody touches anything. */
export const ArrivalView = z.object({
  appState: AppState,
  drawn: z.boolean(),
  /** Why nothing is drawn. */
  because: Phrase.nullable(),
  steps: z.array(TapStep),
  receipts: z.array(Receipt),
});
export type ArrivalView = z.infer<typeof ArrivalView>;

/** A command line that does the same on a simulator, an emulator or a phone at the desk. */
export const TapCommand = z.object({
  id: z.string(),
  /** What it does, in a few words. */
  label: Phrase,
  /** One line for a POSIX shell, its words quoted. */
  text: z.string(),
  /** What it needs and what it leaves out. */
  note: Phrase,
  certainty: Certainty,
});
export type TapCommand = z.infer<typeof TapCommand>;

/** An Intent that the system was handed as text, taken apart. */
export const DecodedIntent = z.object({
  text: z.string(),
  data: z.string(),
  action: z.string(),
  component: z.string(),
  packageName: z.string(),
  launchFlags: z.string(),
  extras: z.array(ReceivedValue),
});
export type DecodedIntent = z.infer<typeof DecodedIntent>;

/** Who is told of the tap where the app has Tencent's library of one generation. */
export const LibraryCall = z.object({
  id: z.enum(['push', 'chat', 'old']),
  phrase: Phrase,
  callback: Callback.nullable(),
  /** The object handed over as JSON text, and each of its values. */
  received: z.string().default('{}'),
  values: z.array(ReceivedValue).default([]),
  /** The SDK version of this phone is of this generation. */
  isHere: z.boolean(),
});
export type LibraryCall = z.infer<typeof LibraryCall>;

/** One simulated touch, and everything that followed. */
export const Tap = z.object({
  id: z.string(),
  notificationId: z.string(),
  exchangeId: z.string(),
  deviceId: z.string(),
  vendor: VendorId,
  atMs: z.number().int(),
  action: z.string(),
  /** State of the app when the finger came down. */
  appState: AppState,
  steps: z.array(TapStep),
  /** The function or Intent the app's code gets. Null: the app is not told. */
  callback: Callback.nullable(),
  /** The object handed over (userInfo, extras) as JSON text. */
  received: z.string(),
  values: z.array(ReceivedValue),
  ext: z.string().nullable(),
  /** What the system launches. */
  opens: z.object({ kind: z.enum(['app', 'activity', 'url', 'nothing']), name: z.string() }),
  rules: RuleTrial,
  /** Why nothing further opened; null when a rule matched. */
  stoppedBecause: Phrase.nullable(),
  /** The drawn app's screens afterwards, bottom first. */
  screens: z.array(z.string()),
  /** What the person typed into a reply. */
  userText: z.string().optional(),
  /** The Intent text behind the card. Absent: there is none. */
  intent: DecodedIntent.optional(),
  libraries: z.array(LibraryCall).default([]),
  commands: z.array(TapCommand).default([]),
});
export type Tap = z.infer<typeof Tap>;

/** One device of a message: what a tap does there in each state of the app, in the order foreground, background, killed. */
export const TapMatrixRow = z.object({
  deviceId: z.string(),
  userId: z.string().nullable(),
  vendor: VendorId,
  pushed: z.boolean(),
  /** The rule that keeps the push from this device; the taps then are those of a push sent anyway. */
  stoppedBy: Phrase.nullable(),
  /** Empty: no push can be made for this device. */
  taps: z.array(Tap),
});
export type TapMatrixRow = z.infer<typeof TapMatrixRow>;
export const TapMatrixInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), message: Message, variables: Variables.optional() }),
  /** A vendor's own payload, on every phone of that vendor. */
  z.object({ kind: z.literal('draft'), vendor: VendorId, draft: Draft }),
]);
export type TapMatrixInput = z.infer<typeof TapMatrixInput>;

export const PhoneView = z.object({
  deviceId: z.string(),
  notifications: z.array(Notification),
  /** Number on the app icon. */
  badge: z.number().int(),
  /** The drawn app's navigation stack; empty while the app is not open. */
  screens: z.array(z.string()),
});
export type PhoneView = z.infer<typeof PhoneView>;

/** A phone for a token nobody knows, filled in as far as the push tells. */
export const DeviceSuggestion = DeviceInput.extend({
  /** Bundle ID or package name the push is for; empty when it names none. `appId` may be another app when none has it. */
  appIdentifier: z.string(),
});
export type DeviceSuggestion = z.infer<typeof DeviceSuggestion>;

export const phones = {
  list: oc.route({ method: 'GET', path: '/phones', tags: ['phones'] }).output(
    z.object({
      seq: z.number().int(),
      phones: z.array(PhoneView),
      /** The last tap on each phone whose notification is still kept. */
      lastTaps: z.array(Tap),
    }),
  ),
  tap: oc
    .route({ method: 'POST', path: '/notifications/{id}/tap', tags: ['phones'] })
    .input(
      z.object({
        id: z.string().min(1),
        action: z.string().default('default'),
        /** What was typed into a reply. Absent: the action takes no text. */
        userText: z.string().max(10_000).optional(),
      }),
    )
    .output(Tap),
  /** What a tap does on every device of a message, in each app state. Sends nothing, changes nothing. */
  tapMatrix: oc
    .route({ method: 'POST', path: '/tap-matrix', tags: ['phones'] })
    .input(TapMatrixInput)
    .output(z.object({ rows: z.array(TapMatrixRow), tookMs: z.number() })),
  /** What a tap would do in each app state, without doing it. */
  tapPreview: oc
    .route({ method: 'GET', path: '/notifications/{id}/taps', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(z.array(Tap)),
  /** What this push does when it arrives, in each app state, and which code of the app gets what. Nothing happens. */
  arrivalPreview: oc
    .route({ method: 'GET', path: '/notifications/{id}/arrivals', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(z.array(ArrivalView)),
  /** Why a real phone keeps this push quiet or may do so, the surest first; also of one that is shown, but silent or folded. */
  reasons: oc
    .route({ method: 'GET', path: '/notifications/{id}/reasons', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(z.array(QuietReason)),
  dismiss: oc
    .route({ method: 'POST', path: '/notifications/{id}/dismiss', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(Done),
  clear: oc
    .route({ method: 'POST', path: '/devices/{id}/clear', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(Done),
  /** Moves the drawn app: opens it, goes back one screen, or leaves it (which reports the unread count, as an IM app does). */
  navigate: oc
    .route({ method: 'POST', path: '/devices/{id}/navigate', tags: ['phones'] })
    .input(
      z.object({
        id: z.string().min(1),
        to: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('open') }),
          z.object({ kind: z.literal('back') }),
          z.object({ kind: z.literal('home') }),
          z.object({ kind: z.literal('screen'), screen: z.string().min(1) }),
        ]),
      }),
    )
    .output(PhoneView),
  /** One control for the states that decide about a push (R1, R6, R7, R21). */
  setState: oc
    .route({ method: 'POST', path: '/devices/{id}/state', tags: ['phones'] })
    .input(
      z.object({
        id: z.string().min(1),
        state: z.enum(['foreground', 'background', 'killed', 'logged-out']),
        /** Unread count the app reports when it goes to the background. */
        unread: z.number().int().min(0).optional(),
      }),
    )
    .output(Device),
  /** A device entry for a captured push whose token nobody knows; nothing is stored. */
  suggestDevice: oc
    .route({ method: 'GET', path: '/exchanges/{id}/device', tags: ['phones'] })
    .input(z.object({ id: z.string().min(1), token: z.string() }))
    .output(DeviceSuggestion),
};
