import * as z from 'zod';
import { Problem } from './common.ts';
import { Message } from './message.ts';
import { Extra, LegacyPush, OfflinePush } from './offline-push.ts';

/** Objects in which the SDKs are handed a push: today's, and the two of the time before V2TIM. */
export const SdkShape = z.enum(['V2TIMOfflinePushInfo', 'TIMMessageOfflinePushSettings', 'TIMOfflinePushInfo']);
export type SdkShape = z.infer<typeof SdkShape>;

/** The same and the settings of an account, `TIMOfflinePushSettings`: everything of the SDKs that is written as JSON. */
export const JsonShape = z.enum([...SdkShape.options, 'TIMOfflinePushSettings']);
export type JsonShape = z.infer<typeof JsonShape>;

/** One object of an SDK as a part of a message. What is of the wrong type is named by its path, and nothing is read then. */
export const SdkRead = z.object({
  offlinePush: OfflinePush.nullable(),
  legacyPush: LegacyPush.nullable(),
  problems: z.array(z.object({ path: z.string(), wanted: z.string(), found: z.string() })),
});
export type SdkRead = z.infer<typeof SdkRead>;

/** The push of a message as the SDKs have it; null where the message has none of that kind. */
export const SdkPrint = z.object({
  /** `V2TIMOfflinePushInfo`. */
  v2: Extra.nullable(),
  /** `TIMMessageOfflinePushSettings`, only what is set. */
  legacy: Extra.nullable(),
  /** What `getOfflinePushSettings` gives, with its defaults; `ext` as bytes. */
  settings: Extra.nullable(),
  /** Java that sets the old settings, as the sender's SDK wants it. */
  java: z.string().nullable(),
});
export type SdkPrint = z.infer<typeof SdkPrint>;

/** A text of an SDK's object, read into the message it belongs to. Null: it cannot be read, and `problems` says why. */
export const SdkTextRead = z.object({ message: Message.nullable(), problems: z.array(Problem) });
export type SdkTextRead = z.infer<typeof SdkTextRead>;

/** `TIMOfflinePushSettings` of an account, read from its text. Null: it cannot be read. */
export const GlobalTextRead = z.object({
  settings: z
    .object({
      pushEnabled: z.boolean(),
      globalSounds: z.object({ c2c: z.string().nullable(), group: z.string().nullable() }),
    })
    .nullable(),
  problems: z.array(Problem),
});
export type GlobalTextRead = z.infer<typeof GlobalTextRead>;
