import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Done, Phrase, Platform, PushEnvironment, VendorId } from './common.ts';
import { Message } from './message.ts';
import { Decision } from './push.ts';
import { AppState, LoginState } from './workspace.ts';

/**
 * Presets and scenarios are plain files, one each, that people write, read and keep in git. Everything here refuses fields it does
 * not know: a typing mistake in a file is named, never passed over.
 */
const text = z.string().max(400);
/** Words of a file: the same in every language, or one text for each of the window's; English stands in where Japanese or Korean is missing. */
export const FileWords = z.union([
  text,
  z.strictObject({ en: text, 'zh-CN': text, ja: text.optional(), ko: text.optional() }),
]);
export type FileWords = z.infer<typeof FileWords>;

/** Variables that every message has. `account` and `nickname` are the recipient's, `token` and `device` the phone's. */
export const builtInVariables = [
  'token',
  'device',
  'account',
  'nickname',
  'sender',
  'senderNickname',
  'group',
  'now',
  'timestamp',
  'uuid',
] as const;
export type BuiltInVariable = (typeof builtInVariables)[number];

/** Letters, digits, `_` and `-`, beginning with a letter or `_`. */
export const variableName = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
/** Own variables by name: `{{name}}` in a text of the message stands for the value. */
export const Variables = z.record(z.string().max(64).regex(variableName), z.string().max(4096));
export type Variables = z.infer<typeof Variables>;

/** What a preset or scenario wants of a phone. Absent: as it is. */
export const DeviceFacts = z.strictObject({
  loginState: LoginState.optional(),
  appState: AppState.optional(),
  backgroundReported: z.boolean().optional(),
  unreadBase: z.number().int().min(0).optional(),
  notificationsAllowed: z.boolean().optional(),
  environment: PushEnvironment.optional(),
  osVersion: z.string().max(40).optional(),
  sdkVersion: z.string().max(40).optional(),
  offlineCallbackRegistered: z.boolean().optional(),
  token: z.string().max(4096).nullable().optional(),
  voipToken: z.string().max(4096).nullable().optional(),
  locale: z.string().max(40).optional(),
});
export type DeviceFacts = z.infer<typeof DeviceFacts>;

/** Phones by whose they are, and by platform and vendor where that matters. */
const which = { userId: z.string().min(1), platform: Platform.optional(), vendor: VendorId.optional() };

/** A state of the workspace that a preset needs. */
export const PresetWorld = z.strictObject({
  devices: z.array(z.strictObject({ ...which, set: DeviceFacts })).optional(),
  groups: z
    .array(
      z.strictObject({
        groupId: z.string().min(1),
        name: z.string().max(200).optional(),
        /** Name cards by user ID. */
        nameCards: z.record(z.string(), z.string().max(200)).optional(),
      }),
    )
    .optional(),
  accounts: z
    .array(
      z.strictObject({
        userId: z.string().min(1),
        nickname: z.string().max(200).optional(),
        pushEnabled: z.boolean().optional(),
      }),
    )
    .optional(),
});
export type PresetWorld = z.infer<typeof PresetWorld>;

const head = {
  $schema: z.string().optional(),
  name: FileWords,
  about: FileWords.default(''),
  variables: Variables.default({}),
};

/** A message somebody can start from. */
export const PresetFile = z.strictObject({
  ...head,
  kind: z.literal('preset'),
  world: PresetWorld.optional(),
  message: Message,
});
export type PresetFile = z.infer<typeof PresetFile>;

/** One phone of a scenario: the first of the workspace that fits, else one that stands in for it. */
export const ScenarioDevice = z.strictObject({ id: z.string().min(1).max(64), ...which, set: DeviceFacts.default({}) });
export type ScenarioDevice = z.infer<typeof ScenarioDevice>;

const on = { device: z.string().min(1) };
/** What happens next: on a phone, to its account, or between the two. */
export const ScenarioStep = z.discriminatedUnion('event', [
  /** `userId` absent: the phone's own account. */
  z.strictObject({ event: z.literal('login'), ...on, userId: z.string().min(1).optional() }),
  z.strictObject({ event: z.literal('logout'), ...on }),
  /** A login on a phone that is not part of the scenario. */
  z.strictObject({ event: z.literal('kicked'), ...on }),
  z.strictObject({ event: z.literal('killed'), ...on }),
  z.strictObject({
    event: z.literal('background'),
    ...on,
    unread: z.number().int().min(0).max(99_999).default(0),
    /** The app calls `doBackground`. */
    reported: z.boolean().default(true),
  }),
  z.strictObject({ event: z.literal('foreground'), ...on }),
  /** `token` absent: the phone's own, or a made-up one. Null: no config is handed over. */
  z.strictObject({
    event: z.literal('token'),
    ...on,
    token: z.string().max(4096).nullable().optional(),
    certificateId: z.number().int().nullable().optional(),
  }),
  z.strictObject({ event: z.literal('permission'), ...on, allowed: z.boolean() }),
  /** `setOfflinePushSettings` of the account that is logged in on the phone. */
  z.strictObject({ event: z.literal('push-switch'), ...on, enabled: z.boolean() }),
  /** The app comes with another version of the IM SDK. */
  z.strictObject({ event: z.literal('update'), ...on, sdkVersion: z.string().min(1).max(40) }),
  /** The newest push on the phone is tapped: the app opens. */
  z.strictObject({ event: z.literal('tap'), ...on }),
  z.strictObject({ event: z.literal('wait'), seconds: z.number().int().min(1).max(31_536_000) }),
  /** `message` absent: the scenario's own. */
  z.strictObject({ event: z.literal('message'), message: Message.optional() }),
]);
export type ScenarioStep = z.infer<typeof ScenarioStep>;

/** A story of events, to step through. */
export const ScenarioFile = z.strictObject({
  ...head,
  kind: z.literal('scenario'),
  devices: z.array(ScenarioDevice).min(1).max(8),
  message: Message,
  steps: z.array(ScenarioStep).max(200),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

export const LibraryFile = z.discriminatedUnion('kind', [PresetFile, ScenarioFile]);
export type LibraryFile = z.infer<typeof LibraryFile>;

/** A file name without a folder. */
const fileName = z
  .string()
  .max(200)
  .regex(/^[^./\\:*?"<>|][^/\\:*?"<>|]*\.json$/);

/** One file that could be read. `id` is `built-in:<file>` or `own:<file>`; `revision` changes with the text of the file. */
export const LibraryEntry = z.object({
  id: z.string(),
  source: z.enum(['built-in', 'own']),
  file: z.string(),
  revision: z.string(),
  content: LibraryFile,
});
export type LibraryEntry = z.infer<typeof LibraryEntry>;

/** A file that is none: where it goes wrong first, and why. Lines and columns from 1. */
export const BrokenFile = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  reason: Phrase,
});
export type BrokenFile = z.infer<typeof BrokenFile>;

export const Library = z.object({
  /** Where own files are. */
  folder: z.string(),
  /** Who chose the folder: the command line for this start, the settings, or nobody, so that it lies in the data folder. */
  chosenBy: z.enum(['flag', 'settings', 'default']),
  /** Why the folder cannot be read; null when it can. */
  problem: Phrase.nullable(),
  entries: z.array(LibraryEntry),
  broken: z.array(BrokenFile),
});
export type Library = z.infer<typeof Library>;

/** A phone as the backend and its person know it at one moment of a scenario. */
export const ScenarioPhone = z.object({
  id: z.string(),
  /** The phone of the workspace that plays it; null when one stands in. */
  deviceId: z.string().nullable(),
  name: z.string(),
  platform: Platform,
  vendor: VendorId,
  userId: z.string(),
  loginState: LoginState,
  appState: AppState,
  backgroundReported: z.boolean(),
  unreadBase: z.number().int(),
  token: z.string().nullable(),
  tokenReportedAtMs: z.number().nullable(),
  certificateId: z.number().int().nullable(),
  lastLoginAtMs: z.number().nullable(),
  appStateAtMs: z.number(),
  notificationsAllowed: z.boolean(),
  sdkVersion: z.string(),
  /** The account's switch for all offline pushes. */
  pushEnabled: z.boolean(),
  /** The number on the app's icon as the pushes set it; null: none has. */
  icon: z.number().int().nullable(),
  /** The decision about the message of this moment. Null: the message is not for this phone. */
  decision: Decision.nullable(),
});
export type ScenarioPhone = z.infer<typeof ScenarioPhone>;

/** One moment: after step `step`, from 0; -1 is the beginning. */
export const ScenarioFrame = z.object({
  step: z.number().int(),
  atMs: z.number(),
  /** What the SDK's callback got; null: nothing was called. */
  answer: z.object({ code: z.number().int(), phrase: Phrase }).nullable(),
  /** Why the step did nothing; null: it did. */
  problem: Phrase.nullable(),
  phones: z.array(ScenarioPhone),
});
export type ScenarioFrame = z.infer<typeof ScenarioFrame>;

const tags = ['presets'];
export const presets = {
  /** Built-in presets and scenarios, and those of the person's folder as it is on disk now. */
  list: oc.route({ method: 'GET', path: '/presets', tags }).output(Library),
  /**
   * Writes a file. Without `file` a new one, named after the preset. With `file` in place of that one, which must still be as
   * `revision` says; a file that cannot be read is never written over.
   */
  save: oc
    .route({ method: 'POST', path: '/presets', tags })
    .input(z.object({ content: LibraryFile, file: fileName.optional(), revision: z.string().optional() }))
    .output(LibraryEntry),
  /** Gives a file of one's own another name, inside and on disk. */
  rename: oc
    .route({ method: 'POST', path: '/presets/rename', tags })
    .input(z.object({ file: fileName, revision: z.string(), name: z.string().trim().min(1).max(200) }))
    .output(LibraryEntry),
  remove: oc
    .route({ method: 'POST', path: '/presets/remove', tags })
    .input(z.object({ file: fileName, revision: z.string() }))
    .output(Done),
  /** Plays a scenario on copies of the phones. Changes nothing. One frame for the beginning and one for each step. */
  play: oc
    .route({ method: 'POST', path: '/scenarios/play', tags })
    .input(z.object({ scenario: ScenarioFile }))
    .output(z.object({ frames: z.array(ScenarioFrame) })),
};
