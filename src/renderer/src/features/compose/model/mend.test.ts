import { describe, expect, it } from 'vitest';
import type {
  Account,
  App,
  CredentialFacts,
  Device,
  GateResult,
  Group,
  Message,
} from '../../../../../shared/contract/index.ts';
import { aDevice, aGroup, aPlainMessage, anAccount, anApp } from '../../../../../../tests/support/workspace.ts';
import { decide, defaultSwitches } from '../../../../../main/im/index.ts';
import { readToken } from '../../credentials/model/token.ts';
import { vendorIds } from '../../../../../shared/contract/vendor-ids.ts';
import { madeUpToken } from './made-up-token.ts';
import { draftOf, type MessageDraft } from './message-draft.ts';
import { mendOf, mendsOf, type Mend, type MendContext } from './mend.ts';

const nowMs = 10_000;
const facts: CredentialFacts = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM123456',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};
// Only what the gate looks at.
const certificateFacts = {
  kind: 'apns-certificate',
  certificate: { environments: ['sandbox', 'production'], notAfterAtMs: 1e15 },
} as unknown as CredentialFacts;
const vinson = anAccount();
const denny = anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' });
const phone = aDevice({ appState: 'killed' });
const group = aGroup();
const message = aPlainMessage();

interface World {
  readonly draft: MessageDraft;
  readonly device: Device;
  readonly recipient: Account;
  readonly sender?: Account;
  readonly group?: Group;
  readonly app?: App;
  /** An APNs key for this environment alone. */
  readonly keyFor?: 'sandbox' | 'production';
  /** An APNs certificate instead of a key. */
  readonly isCertificate?: boolean;
  readonly switches?: Partial<typeof defaultSwitches>;
}
/** The backend's own decision, so that what is mended is what really stopped the push. */
const decideIn = ({
  draft,
  device,
  recipient,
  sender = denny,
  group = aGroup(),
  app = anApp(),
  keyFor,
  isCertificate = false,
  switches = {},
}: World) => {
  const { conversation } = draft.message;
  return decide({
    message: draft.message,
    sender: draft.message.from === sender.userId ? sender : null,
    group: conversation.kind === 'group' && conversation.groupId === group.groupId ? group : null,
    recipient: conversation.kind === 'c2c' && conversation.to === 'denny' ? denny : recipient,
    device,
    app,
    credential: {
      name: 'key',
      certificateId: 10_001,
      facts: isCertificate ? certificateFacts : { ...facts, environment: keyFor ?? 'both' },
    },
    recent: [{ from: 'denny', conversation: 'c2c:vinson', random: 7, atMs: nowMs - 1000 }],
    nowMs,
    switches: { ...defaultSwitches, ...switches },
  });
};
const contextOf = ({
  draft,
  device,
  recipient,
  sender = denny,
  group = aGroup(),
  app = anApp(),
}: World): MendContext => ({
  draft,
  device,
  account: recipient,
  accounts: [sender, recipient],
  groups: [group],
  apps: [app],
  sampleText: 'New message',
});
/** What the world is after the button was pressed. */
const press = (world: World, mend: Mend): World => {
  switch (mend.kind) {
    case 'message':
      return { ...world, draft: mend.change(world.draft) };
    case 'app-state':
      return {
        ...world,
        device: {
          ...world.device,
          loginState: 'logged-in',
          appState: mend.state ?? 'background',
          backgroundReported: true,
          appStateAtMs: nowMs,
        },
      };
    case 'account':
      return mend.id === denny.id
        ? { ...world, sender: { ...(world.sender ?? denny), ...mend.patch } }
        : { ...world, recipient: { ...world.recipient, ...mend.patch } };
    case 'device':
      return { ...world, device: { ...world.device, ...mend.patch } };
    case 'group':
      return { ...world, group: { ...(world.group ?? group), ...mend.patch } };
    case 'app':
      return { ...world, app: { ...(world.app ?? anApp()), ...mend.patch } };
    case 'report-token':
      return { ...world, device: { ...world.device, tokenReportedAtMs: nowMs } };
    case 'new-token':
      return { ...world, device: { ...world.device, token: 'a'.repeat(64), tokenReportedAtMs: nowMs } };
    case 'allow-notifications':
      return { ...world, device: { ...world.device, notificationsAllowed: true } };
    case 'go':
      return world;
  }
};
const world = (over: Partial<Message> = {}, device: Partial<Device> = {}, recipient: Partial<Account> = {}): World => ({
  draft: draftOf({ ...message, ...over }),
  device: { ...phone, ...device },
  recipient: { ...vinson, ...recipient },
});
const troubled = (one: World): GateResult => {
  const gate = decideIn(one).gates.find((gate) => gate.outcome === 'failed' || gate.outcome === 'warning');
  if (!gate) throw new Error('nothing is wrong in this world');
  return gate;
};

describe('one press mends what stopped the push', () => {
  it.each([
    ['valid-message.no-elements', world({ elements: [] })],
    ['valid-message.no-group', world({ conversation: { kind: 'group', groupId: 'gone' } })],
    ['chat-message.system', world({ messageClass: 'system' })],
    ['stored-offline.online-only', world({ onlineUserOnly: true })],
    ['stored-offline.no-lifetime', world({ lifetimeSeconds: 0 })],
    ['not-self.self', world({ conversation: { kind: 'c2c', to: 'denny' } })],
    ['push-flag.off', world({ offlinePush: { disabled: true, title: 'kept' } })],
    ['text-available.custom', world({ elements: [{ kind: 'custom', data: 'x', desc: '', ext: '', sound: '' }] })],
    ['text-available.empty', world({ elements: [{ kind: 'text', text: '' }] })],
    ['recipient-state.foreground', world({}, { appState: 'foreground' })],
    ['recipient-state.background-unreported', world({}, { appState: 'background', backgroundReported: false })],
    ['recipient-state.unreachable', world({}, { appStateAtMs: nowMs - 8 * 86_400_000 })],
    ['recipient-state.logged-out', world({}, { loginState: 'logged-out' })],
    ['recipient-state.kicked', world({}, { loginState: 'kicked' })],
    ['recipient-state.never', world({}, { loginState: 'never' })],
    ['global-switch.off', world({}, {}, { pushEnabled: false })],
    ['token-reported.none', world({}, { token: null })],
    ['token-reported.too-long', world({}, { token: 'a'.repeat(300) })],
    ['token-reported.before-login', world({}, { lastLoginAtMs: 9000 })],
    ['notifications-allowed.no', world({}, { notificationsAllowed: false })],
  ])('%s', (reason, before) => {
    const gate = troubled(before);
    expect(gate.phrase.id).toBe(`im.gate.${reason}`);
    const mend = mendOf(gate, contextOf(before));
    expect(mend?.kind).not.toBe('go');
    const after = press(before, mend!);
    const again = decideIn(after).gates.find((one) => one.id === gate.id);
    expect(again?.outcome).toBe('passed');
  });
  const inLunch = { conversation: { kind: 'group' as const, groupId: 'lunch' } };
  const sdk = { client: { kind: 'sdk' as const, platform: 'ios' as const, version: '8.9' } };
  const on = (vendor: Device['vendor'], over: Partial<Device> = {}): Partial<Device> => ({
    platform: 'android',
    vendor,
    osVersion: '16',
    ...over,
  });
  const custom = { kind: 'custom' as const, data: 'x', desc: 'd', ext: '', sound: '' };
  const member = (over: object): Group => aGroup({ members: [{ userId: 'denny', nameCard: '', ...over }] });
  const vinsonIn = (receiveOption: 1 | 2 | 3): Group =>
    aGroup({
      members: [
        { userId: 'denny', nameCard: '' },
        { userId: 'vinson', nameCard: '', receiveOption },
      ],
    });
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `user${index}`);
  const always = { kind: 'daily' as const, hour: 0, minute: 0, second: 0, durationSeconds: 86_400 };
  const push = (over: object = {}) => ({ offlinePush: { disabled: false, desc: 'hi', ...over } });
  it.each<[string, World]>([
    ['valid-message.two-customs', world({ elements: [custom, custom] })],
    ['valid-message.not-member', { ...world({ ...inLunch, ...sdk }), group: aGroup({ members: [] }) }],
    [
      'valid-message.online-with-control',
      world({ ...inLunch, onlineUserOnly: true, options: { sendControl: ['NoUnread'] } }),
    ],
    ['valid-message.too-many-targets', world({ conversation: { kind: 'c2c', to: 'vinson', others: many(500) } })],
    [
      'valid-message.too-many-targets',
      world({ conversation: { kind: 'group', groupId: 'lunch', toAccounts: many(51) } }),
    ],
    ['valid-message.text-too-long', world({ ...sdk, elements: [{ kind: 'text', text: '合'.repeat(5000) }] })],
    [
      'valid-message.lifetime-too-long',
      { ...world({ lifetimeSeconds: 700_000 }), switches: { longLifetime: 'refuse' } },
    ],
    ['valid-message.sync-wrong', world({ options: { syncOtherMachine: 3 } })],
    ['valid-message.random-wrong', world({ options: { random: -1 } })],
    ['valid-message.blocked', world(sdk, {}, { blocked: ['denny'] })],
    ['valid-message.sender-muted', { ...world(sdk), sender: { ...denny, muted: true } }],
    ['valid-message.muted-in-group', { ...world({ ...inLunch, ...sdk }), group: member({ muted: true }) }],
    ['duplicate.again', world({ options: { random: 7 } })],
    ['stored-offline.av-chat-room', { ...world(inLunch), group: aGroup({ type: 'AVChatRoom' }) }],
    ['recipient-state.foreground', world({}, { appState: 'foreground' })],
    ['recipient-state.old-sdk', world({}, on('fcm', { sdkVersion: '1.7.0' }))],
    ['push-flag.legacy-off', world({ legacyPush: { enabled: false } })],
    ['quiet-hours.always', world({}, {}, { doNotDisturb: always })],
    ['quiet-hours.inside', world({}, {}, { doNotDisturb: { ...always, durationSeconds: 3600 } })],
    ['conversation-option.blocked', world(sdk, {}, { receiveOptions: { denny: 1 } })],
    ['conversation-option.muted', { ...world(inLunch), group: vinsonIn(2) }],
    ['conversation-option.not-mentioned', { ...world(inLunch), group: vinsonIn(3) }],
    ['token-reported.no-callback', world({}, on('fcm', { sdkVersion: '4.9', offlineCallbackRegistered: false }))],
    ['certificate-fits.environment', { ...world({}, { environment: 'sandbox' }), keyFor: 'production' }],
    ['certificate-fits.other-id', world({}, { certificateId: 99 })],
    [
      'certificate-fits.needs-p8',
      {
        ...world(push({ apns: { liveActivity: { id: 'a' } } }), { liveActivityTokens: { a: 't' } }),
        isCertificate: true,
      },
    ],
    ['vendor-rules.wrong-vendor', world({}, { vendor: 'fcm' })],
    ['vendor-rules.old-android', world({}, on('fcm', { osVersion: '4.0' }))],
    ['vendor-rules.old-vendor-sdk', world(push({ androidChannelId: 'c' }), on('xiaomi', { vendorSdkVersion: '3.0' }))],
    [
      'vendor-rules.empty-click',
      { ...world({}, on('meizu')), app: anApp({ console: { meizu: { click: { kind: 'web', url: '' } } } }) },
    ],
    ['vendor-rules.sound-extension', world(push({ sound: 'bell' }))],
    ['vendor-rules.sound-extension', world({ legacyPush: { ios: { sound: 'bell' } } })],
    ['vendor-rules.sound-extension', world({ elements: [{ ...custom, sound: 'bell' }] })],
    ['vendor-rules.sound-extension', world({}, {}, { globalSounds: { c2c: 'bell', group: null } })],
    ['vendor-rules.sound-missing', { ...world(push({ sound: 'bell.caf' })), app: anApp({ soundFiles: ['a.caf'] }) }],
    ['vendor-rules.no-play-services', world({}, on('fcm', { playServices: false }))],
    ['vendor-rules.mainland', world({}, on('fcm', { region: 'mainland-china' }))],
    ['vendor-rules.model', world({}, on('vivo', { vendorPushSupported: false }))],
    ['vendor-rules.oppo-ext', world(push({ ext: 'plain', androidChannelId: 'c' }), on('oppo'))],
    ['vendor-rules.oppo-channel', { ...world({}, on('oppo')), app: anApp({ channelIds: ['chat'] }) }],
    ['vendor-rules.xiaomi-channel', { ...world({}, on('xiaomi')), app: anApp({ channelIds: ['chat'] }) }],
    ['vendor-rules.oppo-level', world(push({ android: { oppo: { channelId: 'c', notifyLevel: 2 } } }), on('oppo'))],
    ['vendor-rules.huawei-category', world({}, on('huawei'))],
    ['vendor-rules.vivo-category', world({}, on('vivo'))],
    ['vendor-rules.image-needs-extension', world(push({ image: 'https://a.test/b.png' }))],
    ['vendor-rules.sound-suffix', world(push({ android: { sound: 'bell.mp3' } }), on('fcm'))],
    ['notifications-allowed.no-alert', world({}, { grantedTypes: { alert: false, sound: true, badge: true } })],
    ['notifications-allowed.no-sound', world({}, { grantedTypes: { alert: true, sound: false, badge: true } })],
    ['notifications-allowed.no-badge', world({}, { grantedTypes: { alert: true, sound: true, badge: false } })],
    [
      'notifications-allowed.no-channel',
      { ...world(push({ androidChannelId: 'new' }), on('fcm')), app: anApp({ channelIds: ['chat'] }) },
    ],
  ])('%s, by every way there is', (reason, before) => {
    const gate = troubled(before);
    expect(gate.phrase.id).toBe(`im.gate.${reason}`);
    const ways = mendsOf(gate, contextOf(before)).filter((mend) => mend.kind !== 'go');
    expect(ways.length).toBeGreaterThan(0);
    for (const mend of ways) {
      const again = decideIn(press(before, mend)).gates.find((one) => one.id === gate.id);
      expect(again?.phrase.id, mend.label.id).not.toBe(gate.phrase.id);
    }
  });
  it.each(vendorIds)('a made-up token of %s has the shape of its vendor’s, and is another each time', (vendor) => {
    const platform = vendor === 'apns' ? 'ios' : 'android';
    const token = madeUpToken(vendor, platform, '0123456789abcdef'.repeat(8));
    expect(readToken(vendor, token).state).toBe('fine');
    expect(token).not.toBe(madeUpToken(vendor, platform, 'fedcba9876543210'.repeat(8)));
  });
  it('OfflinePushInfo keeps its other fields', () => {
    const before = world({ offlinePush: { disabled: true, title: 'kept' } });
    const mend = mendOf(troubled(before), contextOf(before));
    expect(press(before, mend!).draft.message.offlinePush).toEqual({ disabled: false, title: 'kept' });
  });
  it('a missing text goes into OfflinePushInfo where that is used', () => {
    const before = world({
      elements: [{ kind: 'custom', data: 'x', desc: '', ext: '', sound: '' }],
      offlinePush: { disabled: false },
    });
    const mend = mendOf(troubled(before), contextOf(before));
    expect(mend).toMatchObject({ focus: 'push.desc' });
    expect(press(before, mend!).draft.message.offlinePush?.desc).toBe('New message');
  });
});

describe('what no press can mend leads to its place', () => {
  it('a token of one’s own goes into the phone’s entry', () => {
    const before = world({}, { token: null });
    expect(mendsOf(troubled(before), contextOf(before)).at(-1)).toMatchObject({
      kind: 'go',
      place: 'credentials',
      chosen: phone.id,
    });
  });
  it('a credential', () => {
    const before = world({}, { certificateId: 99 });
    expect(mendsOf(troubled(before), contextOf(before)).at(-1)).toMatchObject({ kind: 'go', place: 'credentials' });
  });
  it('nobody else to send to', () => {
    const before = world({ conversation: { kind: 'c2c', to: 'denny' } });
    expect(mendOf(troubled(before), { ...contextOf(before), accounts: [denny] })).toMatchObject({
      kind: 'go',
      place: 'credentials',
    });
  });
  it('a gate that passed needs nothing', () => {
    const before = world();
    expect(decideIn(before).gates.map((gate) => mendOf(gate, contextOf(before)))).toEqual(
      decideIn(before).gates.map(() => null),
    );
  });
});
