import * as z from 'zod';
import { isShallow, nestsTooDeep } from '../kit/depth.ts';
import { Extra, LegacyPush, OfflinePush } from './offline-push.ts';

const extra = { extra: Extra.optional() };
const text = z.string().optional();
const whole = z.number().int();
const size = whole.min(0).optional();
/** Download_Flag: 2 says that the file is fetched by its URL. */
const downloadFlag = whole.optional();

/** One size of a picture: 1 original, 2 large, 3 thumbnail. */
export const ImageVariant = z.object({ type: whole, size, width: size, height: size, url: text, ...extra });
export type ImageVariant = z.infer<typeof ImageVariant>;

/** One part of an IM message. The push text is built from all of them, in order. */
export const MessageElement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), ...extra }),
  z.object({
    kind: z.literal('location'),
    desc: text,
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    ...extra,
  }),
  z.object({ kind: z.literal('face'), index: whole.optional(), data: text, ...extra }),
  /** TIMCustomElem. `data` never enters the push; `desc`, `ext` and `sound` do unless OfflinePushInfo is present. */
  z.object({
    kind: z.literal('custom'),
    data: z.string().default(''),
    desc: z.string().default(''),
    ext: z.string().default(''),
    sound: z.string().default(''),
    ...extra,
  }),
  z.object({
    kind: z.literal('sound'),
    seconds: whole.min(0).optional(),
    url: text,
    uuid: text,
    size,
    downloadFlag,
    ...extra,
  }),
  z.object({
    kind: z.literal('image'),
    uuid: text,
    /** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 other. */
    format: whole.optional(),
    images: z.array(ImageVariant).optional(),
    ...extra,
  }),
  z.object({ kind: z.literal('file'), fileName: text, url: text, uuid: text, size, downloadFlag, ...extra }),
  z.object({
    kind: z.literal('video'),
    url: text,
    uuid: text,
    size,
    seconds: whole.min(0).optional(),
    format: text,
    downloadFlag,
    thumbUrl: text,
    thumbUuid: text,
    thumbSize: size,
    thumbWidth: size,
    thumbHeight: size,
    thumbFormat: text,
    thumbDownloadFlag: downloadFlag,
    ...extra,
  }),
  /** Merged forward. `messages` are REST messages as they came; a long list is named by `messagesKey` (JsonMsgKey). */
  z.object({
    kind: z.literal('relay'),
    title: text,
    count: size,
    compatibleText: text,
    abstracts: z.array(z.string()).optional(),
    messages: z
      .array(z.unknown())
      .refine((value) => isShallow(value), nestsTooDeep)
      .optional(),
    messagesKey: text,
    ...extra,
  }),
]);
export type MessageElement = z.infer<typeof MessageElement>;

export const Conversation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('c2c'),
    to: z.string().min(1),
    /** Present: the call is `batchsendmsg`, and these get the message as well. */
    others: z.array(z.string()).optional(),
  }),
  z.object({
    kind: z.literal('group'),
    groupId: z.string().min(1),
    /** To_Account: only these members get the message. */
    toAccounts: z.array(z.string()).optional(),
    topicId: text,
  }),
]);
export type Conversation = z.infer<typeof Conversation>;

/** Who hands the message to the backend. Absent on a message: the REST API. */
export const SendingClient = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rest'),
    /** From_Account is not set: the administrator of the call sends. */
    senderOmitted: z.boolean().optional(),
  }),
  /** `version` of the IM SDK, for example `2.5.2` or `8.9`. */
  z.object({ kind: z.literal('sdk'), platform: z.enum(['ios', 'android', 'other']), version: z.string() }),
]);
export type SendingClient = z.infer<typeof SendingClient>;

/** What a call says beside the message itself. Only what is set is sent. Names in quotes are the API's own. */
export const MessageOptions = z.object({
  /** `MsgRandom`, in groups `Random`. The same value again within five minutes is dropped. */
  random: whole.optional(),
  seq: whole.optional(),
  /** 1: the sender's other devices get a copy; 2: they do not. */
  syncOtherMachine: whole.optional(),
  /** `NoUnread`, `NoLastMsg`, `WithMuteNotifications`. */
  sendControl: z.array(z.string()).optional(),
  /** `ForbidBeforeSendMsgCallback`, `ForbidAfterSendMsgCallback`. */
  forbidCallbacks: z.array(z.string()).optional(),
  cloudCustomData: text,
  supportMessageExtension: z.boolean().optional(),
  needReadReceipt: z.boolean().optional(),
  /** Groups: `High`, `Normal` or `Low`. */
  priority: text,
});
export type MessageOptions = z.infer<typeof MessageOptions>;

/** GroupAtInfo. */
export const GroupAt = z.object({ all: z.boolean(), userId: text, ...extra });
export type GroupAt = z.infer<typeof GroupAt>;

/** An IM message as the backend holds it. Users are named by `userId`, groups by `groupId`. */
export const Message = z.object({
  /** Absent: Pushscope makes one. */
  id: z.string().max(64).optional(),
  from: z.string().min(1),
  conversation: Conversation,
  elements: z.array(MessageElement).max(300),
  offlinePush: OfflinePush.nullable().default(null),
  /** `onlineUserOnly` / OnlineOnlyFlag 1: nothing is stored offline, so nothing is pushed. */
  onlineUserOnly: z.boolean().default(false),
  /** MsgLifeTime. Absent: seven days. 0: online only. More than 604,800 is more than the backend keeps. */
  lifetimeSeconds: whole.min(0).max(4_294_967_295).optional(),
  /** `system`: a group tip, friend or group system notification. */
  messageClass: z.enum(['chat', 'system']).default('chat'),
  /** Per-message settings of an SDK before V2TIM. Absent: the sender set none. */
  legacyPush: LegacyPush.optional(),
  groupAt: z.array(GroupAt).optional(),
  options: MessageOptions.optional(),
  client: SendingClient.optional(),
  /** Fields of the call that Pushscope does not know. */
  ...extra,
});
export type Message = z.infer<typeof Message>;
export type MessageInput = z.input<typeof Message>;
