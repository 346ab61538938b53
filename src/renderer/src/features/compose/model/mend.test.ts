import { describe, expect, it } from 'vitest';
import type { Account, CredentialFacts, Device, GateResult, Message } from '../../../../../shared/contract/index.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../../../../tests/support/workspace.ts';
import { decide, defaultSwitches } from '../../../../../main/im/index.ts';
import { draftOf, type MessageDraft } from './message-draft.ts';
import { mendOf, type Mend, type MendContext } from './mend.ts';

const nowMs = 10_000;
const facts: CredentialFacts = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM123456',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};
const vinson = anAccount();
const denny = anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' });
const phone = aDevice({ appState: 'killed' });
const group = aGroup();
const message: Message = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'hi' }],
  offlinePush: null,
  onlineUserOnly: false,
  messageClass: 'chat',
};

interface World {
  readonly draft: MessageDraft;
  readonly device: Device;
  readonly recipient: Account;
}
/** The backend's own decision, so that what is mended is what really stopped the push. */
const decideIn = ({ draft, device, recipient }: World) => {
  const { conversation } = draft.message;
  return decide({
    message: draft.message,
    sender: denny,
    group: conversation.kind === 'group' && conversation.groupId === group.groupId ? group : null,
    recipient: conversation.kind === 'c2c' && conversation.to === 'denny' ? denny : recipient,
    device,
    app: anApp(),
    credential: { name: 'key', certificateId: 10_001, facts },
    nowMs,
    switches: defaultSwitches,
  });
};
const contextOf = ({ draft, device, recipient }: World): MendContext => ({
  draft,
  device,
  account: recipient,
  accounts: [denny, recipient],
  groups: [group],
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
          appState: 'background',
          backgroundReported: true,
          appStateAtMs: nowMs,
        },
      };
    case 'account':
      return { ...world, recipient: { ...world.recipient, ...mend.patch } };
    case 'report-token':
      return { ...world, device: { ...world.device, tokenReportedAtMs: nowMs } };
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
  it('a phone without a token', () => {
    const before = world({}, { token: null });
    expect(mendOf(troubled(before), contextOf(before))).toMatchObject({
      kind: 'go',
      place: 'phones',
      chosen: phone.id,
    });
  });
  it('a credential', () => {
    const before = world({}, { certificateId: 99 });
    expect(mendOf(troubled(before), contextOf(before))).toMatchObject({ kind: 'go', place: 'credentials' });
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
