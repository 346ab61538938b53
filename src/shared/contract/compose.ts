import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Locale, Platform, Problem, PushEnvironment, VendorId } from './common.ts';
import { Message } from './message.ts';
import { ArrivalView } from './phones.ts';
import { Variables } from './presets.ts';
import { Decision, Draft, DraftExport, DraftView } from './push.ts';
import { Extra } from './offline-push.ts';
import { RestAnswer, RestCall, RestRead } from './rest.ts';
import { GlobalTextRead, JsonShape, SdkPrint, SdkRead, SdkShape, SdkTextRead } from './sdk.ts';

/** One device of one recipient: the decision, and the draft as it would go out (also when it would not). */
export const PreviewRow = z.object({
  deviceId: z.string(),
  userId: z.string(),
  vendor: VendorId,
  decision: Decision,
  view: DraftView.nullable(),
  /** The variables that the texts of the message use, as they are filled in for this device. Absent: there are none. */
  variables: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

/**
 * The draft for a vendor that no device of the recipients has, on a device made up for it. Huawei has two: its push service of
 * HarmonyOS takes another request than the one of Android.
 */
export const StandIn = z.object({
  vendor: VendorId,
  platform: Platform,
  userId: z.string(),
  view: DraftView.nullable(),
});
export type StandIn = z.infer<typeof StandIn>;

export const Preview = z.object({
  rows: z.array(PreviewRow),
  /** Together with `rows` there is a draft for every vendor, unless there is nobody to send to. */
  standIns: z.array(StandIn).default([]),
  /** About the message itself, before any device. Paths are into the message. */
  problems: z.array(Problem),
  /** What the REST API would answer to this message. Absent: nobody asked. */
  answer: RestAnswer.optional(),
  tookMs: z.number(),
});
export type Preview = z.infer<typeof Preview>;

/** A preview told by what is different from an earlier one. */
export const PreviewChanges = z.object({
  /** To be given as `since` with the next question. */
  id: z.string(),
  /** A `Preview`, where the earlier one is not known; else null. Not spelled out again: the type of all calls would outgrow the compiler. */
  whole: z.unknown(),
  /** Members and entries by their path in the earlier preview; without `value` the member is gone. */
  changes: z.array(z.object({ path: z.array(z.union([z.string(), z.number().int()])), value: z.unknown().optional() })),
});
export type PreviewChanges = z.infer<typeof PreviewChanges>;

export const compose = {
  /**
   * Decides a message for every device of its recipients and builds the drafts. Sends nothing. `{{variables}}` in its texts are
   * filled in for each device, own ones from `variables`.
   */
  preview: oc
    .route({ method: 'POST', path: '/preview', tags: ['compose'] })
    .input(z.object({ message: Message, variables: Variables.optional() }))
    .output(Preview),
  /** The same, for who asks with every letter: only what is different from an earlier answer, named by its id. */
  previewChanges: oc
    .route({ method: 'POST', path: '/preview/changes', tags: ['compose'] })
    .input(z.object({ message: Message, variables: Variables.optional(), since: z.string().nullable() }))
    .output(PreviewChanges),
  /**
   * Reads the JSON of a REST call into a message, and answers it as the REST API would; previews it too when asked. Sends nothing;
   * refuses no text.
   */
  readRest: oc
    .route({ method: 'POST', path: '/rest/read', tags: ['compose'] })
    .input(
      z.object({
        text: z.string(),
        call: RestCall.optional(),
        /**
         * The message that the text was printed from. What the JSON has no field for is taken from it, short forms that still hold
         * stay, and a missing MsgRandom is no refusal: a send makes one.
         */
        before: Message.optional(),
        /** Decide what was read as well, told as `previewChanges` tells it. */
        preview: z.object({ variables: Variables.optional(), since: z.string().nullable() }).optional(),
      }),
    )
    // Without `preview`: nobody asked, or the text is no call.
    .output(RestRead.extend({ preview: PreviewChanges.optional() })),
  /** The request body of a call as JSON Schema (draft 7), described in one language. */
  restSchema: oc
    .route({ method: 'GET', path: '/rest/{call}/schema/{locale}', tags: ['compose'] })
    .input(z.object({ call: RestCall, locale: Locale }))
    .output(z.object({ schema: z.record(z.string(), z.unknown()) })),
  /** A message as the JSON of the REST call that sends it. Only what is set is there. */
  printRest: oc
    .route({ method: 'POST', path: '/rest/print', tags: ['compose'] })
    .input(z.object({ message: Message }))
    .output(z.object({ call: RestCall, text: z.string() })),
  /** Reads an object in which an SDK is handed a push. Null is what a sender who set nothing has. */
  readSdk: oc
    .route({ method: 'POST', path: '/sdk/read', tags: ['compose'] })
    .input(z.object({ shape: SdkShape, value: Extra.nullable() }))
    .output(SdkRead),
  /** The push of a message as the SDKs have it, and the Java that sets the old settings. */
  printSdk: oc
    .route({ method: 'POST', path: '/sdk/print', tags: ['compose'] })
    .input(z.object({ message: Message }))
    .output(SdkPrint),
  /** Reads the text of an SDK's object into a message. What the object has no field for stays as `before` has it. */
  readSdkText: oc
    .route({ method: 'POST', path: '/sdk/text/read', tags: ['compose'] })
    .input(z.object({ shape: SdkShape, text: z.string(), before: Message }))
    .output(SdkTextRead),
  /** The part of a message that is an SDK's object, as text; `null` where the message has none. */
  printSdkText: oc
    .route({ method: 'POST', path: '/sdk/text/print', tags: ['compose'] })
    .input(z.object({ shape: SdkShape, message: Message }))
    .output(z.object({ text: z.string() })),
  /** An object of the SDKs as JSON Schema (draft 7), described in one language. */
  sdkSchema: oc
    .route({ method: 'GET', path: '/sdk/{shape}/schema/{locale}', tags: ['compose'] })
    .input(z.object({ shape: JsonShape, locale: Locale }))
    .output(z.object({ schema: z.record(z.string(), z.unknown()) })),
  /** Reads the text of `TIMOfflinePushSettings`, the settings an account keeps at the backend. Changes nothing. */
  readGlobalText: oc
    .route({ method: 'POST', path: '/sdk/global/read', tags: ['compose'] })
    .input(z.object({ text: z.string() }))
    .output(GlobalTextRead),
  /** `TIMOfflinePushSettings` of an account, as text. Throws `workspace.not-found`. */
  printGlobalText: oc
    .route({ method: 'GET', path: '/sdk/global/{accountId}', tags: ['compose'] })
    .input(z.object({ accountId: z.string() }))
    .output(z.object({ text: z.string() })),
  /** Looks at a raw vendor payload: problems, sizes and the card it makes. The target is named as in a raw send. */
  check: oc
    .route({ method: 'POST', path: '/check', tags: ['compose'] })
    .input(
      z.object({
        vendor: VendorId,
        draft: Draft,
        deviceId: z.string().nullable().default(null),
        /** A device token instead of a simulated phone. */
        token: z.string().max(4096).optional(),
        credentialId: z.string().optional(),
        /** APNs: where a token that no simulated phone has is taken to belong. */
        environment: PushEnvironment.optional(),
      }),
    )
    .output(DraftView),
  /** A draft in the forms that tools outside take. Empty: the vendor has none, or the payload cannot be read. */
  exports: oc
    .route({ method: 'POST', path: '/exports', tags: ['compose'] })
    .input(
      z.object({
        vendor: VendorId,
        draft: Draft,
        /** The app it is for when the draft names none: that of the phone, else that of the workspace. */
        deviceId: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ exports: z.array(DraftExport) })),
  /** What a draft does on a phone when it arrives, in each app state, and which code of the app gets what. */
  arrivals: oc
    .route({ method: 'POST', path: '/arrivals', tags: ['compose'] })
    .input(z.object({ vendor: VendorId, draft: Draft, deviceId: z.string().nullable().default(null) }))
    .output(z.object({ arrivals: z.array(ArrivalView) })),
};
