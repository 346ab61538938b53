import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Done, IdInput, Platform, PushEnvironment, VendorId } from './common.ts';
import { VendorConsole } from './push.ts';

/**
 * Each kind of entry has three schemas: `XFields` (every field, none optional; a PATCH takes any part of it), `XInput` (what
 * creating one needs; the rest has defaults, also applied to rows stored before a field existed) and `X` (as stored).
 */
const name = z.string().trim().min(1).max(200);
const stored = { id: z.string(), createdAtMs: z.number().int(), updatedAtMs: z.number().int() };
/** What creating an entry takes: some fields have defaults and may be left out. */
type May<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** A button of a notification on iOS (UNNotificationAction). */
export const NotificationAction = z.object({
  id: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1).max(100),
  /** destructive: drawn in red. text: asks for a reply. */
  kind: z.enum(['plain', 'destructive', 'text']).default('plain'),
});
export type NotificationAction = z.infer<typeof NotificationAction>;

/** What an app shows of a push that comes while it is open (UNNotificationPresentationOptions). */
export const ForegroundOptions = z.object({
  banner: z.boolean().default(true),
  list: z.boolean().default(true),
  sound: z.boolean().default(true),
  badge: z.boolean().default(true),
});
export type ForegroundOptions = z.infer<typeof ForegroundOptions>;

const AppFields = z.object({
  name,
  /** iOS bundle ID, Android package name, HarmonyOS bundle name. */
  identifiers: z.object({
    ios: z.string().trim().max(255).optional(),
    android: z.string().trim().max(255).optional(),
    harmony: z.string().trim().max(255).optional(),
  }),
  /** The credential a send uses when the device names none. */
  credentialIds: z.partialRecord(VendorId, z.string()),
  /** Android notification channels the app has created. */
  channelIds: z.array(z.string()),
  /** iOS: `willPresent` returns presentation options, so a push shows while the app is open. */
  presentsInForeground: z.boolean(),
  /** What Tencent's console holds for this app, per vendor. */
  console: z.partialRecord(VendorId, VendorConsole),
  /** Sound files inside the app (iOS: bundle, Android: raw resources). Empty: not known. */
  soundFiles: z.array(z.string()),
  /** Push templates of the server, for PushTemplateId. `{{name}}` is filled from the message. */
  pushTemplates: z.array(z.object({ id: z.string(), title: z.string(), desc: z.string() })),
  /** Console login policy. `multi`: one device of each platform at once; the others: one phone. */
  loginPolicy: z.enum(['single', 'dual', 'triple', 'multi']),
  /** iOS: what `willPresent` returns, where it returns anything. */
  foregroundOptions: ForegroundOptions,
  /** iOS: the buttons of each notification category that the app has registered, by the category's identifier. */
  categories: z.record(z.string(), z.array(NotificationAction).max(10)),
});
/** A mobile app under test. One app may exist on several platforms; each has its own identifier there. */
export const AppInput = AppFields.extend({
  credentialIds: AppFields.shape.credentialIds.default({}),
  channelIds: AppFields.shape.channelIds.default([]),
  presentsInForeground: AppFields.shape.presentsInForeground.default(true),
  console: AppFields.shape.console.default({}),
  soundFiles: AppFields.shape.soundFiles.default([]),
  pushTemplates: AppFields.shape.pushTemplates.default([]),
  loginPolicy: AppFields.shape.loginPolicy.default('multi'),
  foregroundOptions: AppFields.shape.foregroundOptions.default(ForegroundOptions.parse({})),
  categories: AppFields.shape.categories.default({}),
});
export const App = AppInput.extend(stored);
export type App = z.infer<typeof App>;
export type AppInput = May<
  z.infer<typeof AppInput>,
  'console' | 'soundFiles' | 'pushTemplates' | 'loginPolicy' | 'foregroundOptions' | 'categories'
>;

/** 0 receive, 1 not at all, 2 without notifying, 3 push only for @, 4 receive and push only for @. */
export const ReceiveOption = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type ReceiveOption = z.infer<typeof ReceiveOption>;

/** `setAllReceiveMessageOpt`: no push in this time. A daily one of 24 hours or more is permanent. */
export const DoNotDisturb = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('daily'),
    hour: z.number().int().min(0).max(23),
    minute: z.number().int().min(0).max(59),
    second: z.number().int().min(0).max(59),
    durationSeconds: z.number().int().min(0),
  }),
  z.object({
    kind: z.literal('once'),
    startAtMs: z.number().int(),
    durationSeconds: z.number().int().min(0),
  }),
]);
export type DoNotDisturb = z.infer<typeof DoNotDisturb>;

const AccountFields = z.object({
  userId: z.string().trim().min(1).max(64),
  nickname: z.string().max(200),
  /** The account's global offline-push switch (TIMOfflinePushSettings.enabled). */
  pushEnabled: z.boolean(),
  /** Global sounds (TIMOfflinePushSettings, iOS `c2cSound`/`groupSound`); null: the system's own. */
  globalSounds: z.object({ c2c: z.string().nullable(), group: z.string().nullable() }),
  doNotDisturb: DoNotDisturb.nullable(),
  /** IANA name; the daily do-not-disturb time is local. */
  timeZone: z.string().max(64),
  /** What this user does with messages of each other user; absent: 0. Groups have theirs on the member. */
  receiveOptions: z.record(z.string(), ReceiveOption),
  /** Users this one has blocked. */
  blocked: z.array(z.string()),
  /** May not send to other users for now. */
  muted: z.boolean(),
});
/** An IM user. `userId` is what messages name. */
export const AccountInput = AccountFields.extend({
  nickname: AccountFields.shape.nickname.default(''),
  pushEnabled: AccountFields.shape.pushEnabled.default(true),
  globalSounds: AccountFields.shape.globalSounds.default({ c2c: null, group: null }),
  doNotDisturb: AccountFields.shape.doNotDisturb.default(null),
  timeZone: AccountFields.shape.timeZone.default('UTC'),
  receiveOptions: AccountFields.shape.receiveOptions.default({}),
  blocked: AccountFields.shape.blocked.default([]),
  muted: AccountFields.shape.muted.default(false),
});
export const Account = AccountInput.extend(stored);
export type Account = z.infer<typeof Account>;
export type AccountInput = May<
  z.infer<typeof AccountInput>,
  'globalSounds' | 'doNotDisturb' | 'timeZone' | 'receiveOptions' | 'blocked' | 'muted'
>;

const GroupFields = z.object({
  groupId: z.string().trim().min(1).max(64),
  name: z.string().max(200),
  /** Today's names: Work was Private, Meeting was ChatRoom. */
  type: z.enum(['Work', 'Public', 'Meeting', 'AVChatRoom', 'Community']),
  members: z.array(
    z.object({
      userId: z.string().min(1),
      nameCard: z.string().max(200),
      /** What the member does with messages of this group; absent: 0. */
      receiveOption: ReceiveOption.optional(),
      /** May not speak in the group for now. */
      muted: z.boolean().optional(),
    }),
  ),
});
export const GroupInput = GroupFields.extend({
  name: GroupFields.shape.name.default(''),
  type: GroupFields.shape.type.default('Work'),
  members: GroupFields.shape.members.default([]),
});
export const Group = GroupInput.extend(stored);
export type Group = z.infer<typeof Group>;
export type GroupInput = May<z.infer<typeof GroupInput>, 'type'>;

export const AppState = z.enum(['foreground', 'background', 'killed']);
export type AppState = z.infer<typeof AppState>;
export const LoginState = z.enum(['logged-in', 'logged-out', 'kicked', 'never']);
export type LoginState = z.infer<typeof LoginState>;

/** Importance of an Android notification channel; `none`: the person turned it off. */
export const ChannelImportance = z.enum(['none', 'min', 'low', 'default', 'high']);
export type ChannelImportance = z.infer<typeof ChannelImportance>;

/** Text sizes of Apple's Dynamic Type table, smallest first; `l` is how a phone is delivered. Android has fewer and takes the nearest. */
export const TextSize = z.enum(['xs', 's', 'm', 'l', 'xl', 'xxl', 'xxxl', 'ax1', 'ax2', 'ax3', 'ax4', 'ax5']);
export type TextSize = z.infer<typeof TextSize>;

/** What the owner of a phone chose in its settings, as far as it changes what is seen of a push. */
export const PhoneLook = z.object({
  /**
   * Where the person looks while no app is open. resting: an iPhone's lock screen, the shade of an Android phone. lock: an Android
   * phone's lock screen.
   */
  screen: z.enum(['resting', 'list', 'home', 'lock']).default('resting'),
  textSize: TextSize.default('l'),
  /** Android: how large everything is drawn. A larger display has fewer dp; a narrow one lacks the last steps. */
  displaySize: z.enum(['small', 'default', 'large', 'larger', 'largest']).default('default'),
  wallpaper: z.enum(['standard', 'light', 'dark', 'busy']).default('standard'),
  /** language: as people of the phone's language usually write the time. */
  clock: z.enum(['language', '12', '24']).default('language'),
  /** Cards without glass (iOS: Reduce Transparency). */
  opaque: z.boolean().default(false),
  /**
   * When the text of a push is shown (iOS: Show Previews). On an Android phone it is about the lock screen. unlocked: the text of what
   * is not public is hidden. never: nothing is there.
   */
  previews: z.enum(['always', 'unlocked', 'never']).default('always'),
  /** How the lock screen piles cards up (iOS: Display As). */
  displayAs: z.enum(['stack', 'list', 'count']).default('stack'),
  /** A Focus that silences this app, or one that lets it through. */
  focus: z.enum(['off', 'do-not-disturb', 'allows-app']).default('off'),
  /** Time-sensitive pushes may pass a Focus and the summary. */
  timeSensitive: z.boolean().default(true),
  /** The app is in the scheduled summary. */
  summary: z.boolean().default(false),
  /** The ringer is on. */
  rings: z.boolean().default(true),
  /**
   * Android: what the app's own code makes of each push (NotificationCompat), as apps do with data messages and while they run. push: the
   * app makes none, and the push is drawn by the vendor's library or system.
   */
  appStyle: z.enum(['push', 'big-text', 'inbox', 'messaging', 'progress']).default('push'),
  /** The app puts a reply and a plain button on what it makes. */
  appButtons: z.boolean().default(false),
});
export type PhoneLook = z.infer<typeof PhoneLook>;

const DeviceFields = z.object({
  name,
  platform: Platform,
  /** Drawing preset, for example `iphone-17` or `pixel-9`. */
  model: z.string(),
  osVersion: z.string().max(40),
  appId: z.string(),
  /** Owner: the `userId` that is or was logged in here. Null: nobody ever logged in. */
  userId: z.string().nullable(),
  vendor: VendorId,
  /** The device token the vendor issued, as text. Null: none reported yet. */
  token: z.string().trim().min(1).max(4096).nullable(),
  environment: PushEnvironment,
  tokenState: z.enum(['active', 'unregistered', 'expired']),
  /** When the vendor learned that the token is dead; null while it is active. */
  tokenDeadAtMs: z.number().int().nullable(),
  tokenReportedAtMs: z.number().int().nullable(),
  /** The certificate ID (businessID) the app reported together with the token; null: the app's default credential. */
  certificateId: z.number().int().nullable(),
  loginState: LoginState,
  lastLoginAtMs: z.number().int().nullable(),
  appState: AppState,
  /** When the current app state began: how long the phone has been PushOnline. */
  appStateAtMs: z.number().int(),
  /** The app called `doBackground`; without it the server still believes the app is open. */
  backgroundReported: z.boolean(),
  /** Unread count reported with `doBackground`; the base of the next badge. */
  unreadBase: z.number().int().min(0),
  notificationsAllowed: z.boolean(),
  /** Android: what the person made of a notification channel of the app, by channel ID; others keep what the push asks for. */
  channels: z.record(z.string().max(200), ChannelImportance),
  /** What the vendor can reach of it. saving-power: only pushes of high priority come through. offline: none. */
  reach: z.enum(['online', 'saving-power', 'offline']),
  /** What the person granted the app (iOS). */
  grantedTypes: z.object({ alert: z.boolean(), sound: z.boolean(), badge: z.boolean() }),
  /** Version of the IM SDK inside the app, for example `1.8.0`, `2.5.3`, `8.9`. */
  sdkVersion: z.string().max(40),
  /** Version of the vendor's push library or service on the phone; empty: not known. */
  vendorSdkVersion: z.string().max(40),
  /** Android SDKs before V2TIM: the app registered an offline callback. */
  offlineCallbackRegistered: z.boolean(),
  /** iOS: the PushKit token. */
  voipToken: z.string().max(4096).nullable(),
  /** iOS: tokens reported with `setLiveActivity`, by activity ID. */
  liveActivityTokens: z.record(z.string(), z.string()),
  /** Where the phone is used. */
  region: z.enum(['mainland-china', 'elsewhere']),
  /** Google Play services are there and work. */
  playServices: z.boolean(),
  /** The model and its system support the vendor's push (OPPO and vivo: not all do). */
  vendorPushSupported: z.boolean(),
  locale: z.string(),
  theme: z.enum(['light', 'dark', 'window']),
  look: PhoneLook,
});
const d = DeviceFields.shape;
/** A simulated phone. */
export const DeviceInput = DeviceFields.extend({
  userId: d.userId.default(null),
  token: d.token.default(null),
  environment: d.environment.default('sandbox'),
  tokenState: d.tokenState.default('active'),
  tokenDeadAtMs: d.tokenDeadAtMs.default(null),
  tokenReportedAtMs: d.tokenReportedAtMs.default(null),
  certificateId: d.certificateId.default(null),
  loginState: d.loginState.default('logged-in'),
  lastLoginAtMs: d.lastLoginAtMs.default(null),
  appState: d.appState.default('killed'),
  appStateAtMs: d.appStateAtMs.default(0),
  backgroundReported: d.backgroundReported.default(true),
  unreadBase: d.unreadBase.default(0),
  notificationsAllowed: d.notificationsAllowed.default(true),
  channels: d.channels.default({}),
  reach: d.reach.default('online'),
  grantedTypes: d.grantedTypes.default({ alert: true, sound: true, badge: true }),
  sdkVersion: d.sdkVersion.default('8.9'),
  vendorSdkVersion: d.vendorSdkVersion.default(''),
  offlineCallbackRegistered: d.offlineCallbackRegistered.default(true),
  voipToken: d.voipToken.default(null),
  liveActivityTokens: d.liveActivityTokens.default({}),
  region: d.region.default('elsewhere'),
  playServices: d.playServices.default(true),
  vendorPushSupported: d.vendorPushSupported.default(true),
  locale: d.locale.default('en'),
  theme: d.theme.default('window'),
  look: d.look.default(PhoneLook.parse({})),
});
export const Device = DeviceInput.extend(stored);
export type Device = z.infer<typeof Device>;
export type DeviceInput = May<
  z.infer<typeof DeviceInput>,
  | 'grantedTypes'
  | 'sdkVersion'
  | 'vendorSdkVersion'
  | 'offlineCallbackRegistered'
  | 'voipToken'
  | 'liveActivityTokens'
  | 'region'
  | 'playServices'
  | 'vendorPushSupported'
  | 'look'
  | 'channels'
>;

/** A top-level key of `ext` read as JSON, whose value is compared in place of the whole text. Absent or empty: the whole text. */
const key = z.string().max(200).optional();
/** What a tap is compared with: its `ext`, or the address and the action that the system was handed. */
export const RuleMatch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('equals'), value: z.string(), key }),
  z.object({ kind: z.literal('contains'), value: z.string(), key }),
  z.object({ kind: z.literal('regex'), value: z.string(), key }),
  /** RFC 9535 path into `ext` read as JSON; with `value` not empty, the found value must equal it. */
  z.object({ kind: z.literal('json-path'), path: z.string(), value: z.string() }),
  /** TUIKit's `entity` inside `ext`, of version 1. 0: any. chatType 1: one-to-one, 2: group. action 1: a chat, 2: a call. */
  z.object({
    kind: z.literal('entity'),
    chatType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    action: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  }),
  /** An address with this scheme (CFBundleURLTypes). */
  z.object({ kind: z.literal('scheme'), scheme: z.string() }),
  /** A web address the app is associated with. `host` may begin with `*.`; in `path`, `*` is any text and `?` one character; empty: any. */
  z.object({ kind: z.literal('universal-link'), host: z.string(), path: z.string() }),
  /** An Android intent filter. An empty part is not asked about. In a `pattern`, `*` is any text. */
  z.object({
    kind: z.literal('intent-filter'),
    action: z.string(),
    scheme: z.string(),
    host: z.string(),
    path: z.string(),
    pathKind: z.enum(['exact', 'prefix', 'pattern']),
  }),
]);
export type RuleMatch = z.infer<typeof RuleMatch>;
export const RuleTarget = z.discriminatedUnion('kind', [
  /** `chats`, `chat/<userId>`, `group/<groupId>` or any name of the app's own. `{1}` is a regex group, `{value}` the found value. */
  z.object({ kind: z.literal('screen'), screen: z.string().min(1) }),
  z.object({ kind: z.literal('url'), url: z.string().min(1) }),
]);
export type RuleTarget = z.infer<typeof RuleTarget>;
const RuleFields = z.object({
  appId: z.string(),
  name: z.string().max(200),
  position: z.number().int(),
  enabled: z.boolean(),
  match: RuleMatch,
  target: RuleTarget,
});
/** When a tap's `ext` matches, the app opens `target`. Rules are tried in `position` order; the first match wins. */
export const RuleInput = RuleFields.extend({
  name: RuleFields.shape.name.default(''),
  position: RuleFields.shape.position.default(0),
  enabled: RuleFields.shape.enabled.default(true),
});
export const Rule = RuleInput.extend(stored);
export type Rule = z.infer<typeof Rule>;
export type RuleInput = z.infer<typeof RuleInput>;

/** A rule as it is being edited: in place of the stored one with its id, or with an empty id beside the others. */
export const RuleDraft = RuleInput.extend({ id: z.string().default('') });
export type RuleDraft = z.infer<typeof RuleDraft>;

/** What each rule said, in order, and where the first match leads. */
export const RuleTrial = z.object({
  matchedRuleId: z.string().nullable(),
  /** The rule's target with its holes filled. */
  target: RuleTarget.nullable(),
  tried: z.array(
    z.object({
      ruleId: z.string(),
      name: z.string(),
      match: RuleMatch,
      outcome: z.enum(['matched', 'no-match', 'not-reached', 'disabled', 'too-slow', 'broken']),
      /** For `broken`: what is wrong with the rule, as its parser says it. */
      detail: z.string().optional(),
    }),
  ),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

export const Workspace = z.object({
  /** Sequence of the last event this snapshot includes. */
  seq: z.number().int(),
  apps: z.array(App),
  accounts: z.array(Account),
  groups: z.array(Group),
  devices: z.array(Device),
  rules: z.array(Rule),
});
export type Workspace = z.infer<typeof Workspace>;

/** The five calls that every kind of entry has. */
const entryCalls = <I extends z.ZodType, P extends z.ZodType, O extends z.ZodType>(
  path: `/${string}`,
  input: I,
  patch: P,
  output: O,
) => ({
  create: oc
    .route({ method: 'POST', path, tags: ['workspace'] })
    .input(input)
    .output(output),
  update: oc
    .route({ method: 'PATCH', path: `${path}/{id}`, tags: ['workspace'] })
    .input(patch)
    .output(output),
  duplicate: oc
    .route({ method: 'POST', path: `${path}/{id}/duplicate`, tags: ['workspace'] })
    .input(IdInput)
    .output(output),
  remove: oc
    .route({ method: 'DELETE', path: `${path}/{id}`, tags: ['workspace'] })
    .input(IdInput)
    .output(Done),
  /** Brings back what was removed since this start, as it was. `workspace.not-found` when it is not kept any more. */
  restore: oc
    .route({ method: 'POST', path: `${path}/{id}/restore`, tags: ['workspace'] })
    .input(IdInput)
    .output(output),
});
const id = { id: z.string().min(1) };

export const workspace = {
  get: oc.route({ method: 'GET', path: '/workspace', tags: ['workspace'] }).output(Workspace),
  apps: entryCalls('/apps', AppInput, AppFields.partial().extend(id), App),
  accounts: entryCalls('/accounts', AccountInput, AccountFields.partial().extend(id), Account),
  groups: entryCalls('/groups', GroupInput, GroupFields.partial().extend(id), Group),
  devices: entryCalls('/devices', DeviceInput, DeviceFields.partial().extend(id), Device),
  rules: entryCalls('/rules', RuleInput, RuleFields.partial().extend(id), Rule),
  /** Tries the rules of an app against an `ext`, without a push. */
  tryRules: oc
    .route({ method: 'POST', path: '/rules/try', tags: ['workspace'] })
    .input(z.object({ appId: z.string(), ext: z.string(), draft: RuleDraft.optional() }))
    .output(RuleTrial),
};
