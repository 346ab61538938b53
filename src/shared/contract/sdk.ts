import * as z from 'zod';
import { Extra, LegacyPush, OfflinePush } from './offline-push.ts';

/** Objects in which the SDKs are handed a push: today's, and the two of the time before V2TIM. */
export const SdkShape = z.enum(['V2TIMOfflinePushInfo', 'TIMMessageOfflinePushSettings', 'TIMOfflinePushInfo']);
export type SdkShape = z.infer<typeof SdkShape>;

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
