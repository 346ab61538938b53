import * as z from 'zod';

/** One part of an IM message. The push text is built from all of them, in order. */
export const MessageElement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('sound'), seconds: z.number().int().min(0).optional() }),
  z.object({ kind: z.literal('file'), fileName: z.string().optional() }),
  z.object({ kind: z.literal('image') }),
  /** TIMCustomElem. `data` never enters the push; `desc`, `ext` and `sound` do unless OfflinePushInfo is present. */
  z.object({
    kind: z.literal('custom'),
    data: z.string().default(''),
    desc: z.string().default(''),
    ext: z.string().default(''),
    sound: z.string().default(''),
  }),
]);
export type MessageElement = z.infer<typeof MessageElement>;

/** OfflinePushInfo of one message. A field that is absent is not set; an empty string is set to nothing. */
export const OfflinePush = z.object({
  /** PushFlag 1 or `disablePush`. */
  disabled: z.boolean().default(false),
  title: z.string().optional(),
  desc: z.string().optional(),
  ext: z.string().optional(),
  /** ApnsInfo.Sound or AndroidInfo.Sound: a file name, `default`, or `push.no_sound`. */
  sound: z.string().optional(),
  subtitle: z.string().optional(),
  image: z.string().optional(),
  mutableContent: z.boolean().optional(),
  interruptionLevel: z.enum(['passive', 'active', 'time-sensitive', 'critical']).optional(),
  /** ApnsInfo.BadgeMode 1: leave the number on the app icon alone. */
  ignoreBadge: z.boolean().optional(),
  badgeAddNum: z.number().int().min(1).max(99).optional(),
  badgeSetNum: z.number().int().min(0).max(999).optional(),
  androidChannelId: z.string().optional(),
  androidPriority: z.enum(['normal', 'high']).optional(),
});
export type OfflinePush = z.infer<typeof OfflinePush>;

export const Conversation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('c2c'), to: z.string().min(1) }),
  z.object({ kind: z.literal('group'), groupId: z.string().min(1) }),
]);
export type Conversation = z.infer<typeof Conversation>;

/** An IM message as the backend holds it. Users are named by `userId`, groups by `groupId`. */
export const Message = z.object({
  /** Absent: Pushscope makes one. */
  id: z.string().max(64).optional(),
  from: z.string().min(1),
  conversation: Conversation,
  elements: z.array(MessageElement).max(50),
  offlinePush: OfflinePush.nullable().default(null),
  /** `onlineUserOnly` / OnlineOnlyFlag 1: nothing is stored offline, so nothing is pushed. */
  onlineUserOnly: z.boolean().default(false),
  /** MsgLifeTime. Absent: seven days. 0: online only. */
  lifetimeSeconds: z.number().int().min(0).max(604_800).optional(),
  /** `system`: a group tip, friend or group system notification. */
  messageClass: z.enum(['chat', 'system']).default('chat'),
});
export type Message = z.infer<typeof Message>;
export type MessageInput = z.input<typeof Message>;
