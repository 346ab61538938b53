import { describe, expect, it } from 'vitest';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { CredentialFacts, Device } from '../../shared/contract/index.ts';
import { Message, type MessageInput } from '../../shared/contract/message.ts';
import { decide, defaultSwitches, imTexts, recipientsOf, type DecisionInput } from './index.ts';

const dayMs = 86_400_000;
const p8: CredentialFacts = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM123456',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};
const message = (over: Partial<MessageInput> = {}) =>
  Message.parse({
    from: 'denny',
    conversation: { kind: 'c2c', to: 'vinson' },
    elements: [{ kind: 'text', text: 'Lunch?' }],
    ...over,
  });
const input = (over: Partial<DecisionInput> = {}): DecisionInput => ({
  message: message(),
  sender: anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' }),
  group: null,
  recipient: anAccount(),
  device: aDevice(),
  app: anApp(),
  credential: { name: 'key', certificateId: 10001, facts: p8 },
  nowMs: 10_000,
  switches: defaultSwitches,
  ...over,
});
const onDevice = (over: Partial<Device>) => decide(input({ device: aDevice(over) }));

/** One valid message is changed in one way; this gate must stop it, and no other may have failed. */
const expectStoppedBy = (gate: string, sentence: string, over: Partial<DecisionInput>) => {
  const decision = decide(input(over));
  expect(decision.pushed).toBe(false);
  expect(decision.decidingGateId).toBe(gate);
  const failed = decision.gates.filter((one) => one.outcome === 'failed');
  expect(failed.map((one) => one.phrase.id)).toEqual([`im.gate.${gate}.${sentence}`]);
  expect(imTexts.en[`im.gate.${gate}.${sentence}`]).toBeTruthy();
  const after = decision.gates.slice(decision.gates.findIndex((one) => one.id === gate) + 1);
  expect(after.every((one) => one.outcome === 'not-reached')).toBe(true);
};

describe('gates', () => {
  it('a valid message to a killed app is pushed, and the recipient’s state decides', () => {
    const decision = decide(input());
    expect(decision.pushed).toBe(true);
    expect(decision.decidingGateId).toBe('recipient-state');
    expect(decision.gates.every((gate) => gate.outcome === 'passed')).toBe(true);
    for (const gate of decision.gates) expect(imTexts.en[gate.phrase.id], gate.phrase.id).toBeTruthy();
  });
  it('numbers rise in the order of asking', () => {
    const numbers = decide(input()).gates.map((gate) => gate.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('R1 pushes when the process was killed', () => expect(onDevice({ appState: 'killed' }).pushed).toBe(true));
  it('R1 pushes when the app is in the background', () =>
    expect(onDevice({ appState: 'background' }).pushed).toBe(true));
  it('R6 a background that was not reported gets no push', () =>
    expectStoppedBy('recipient-state', 'background-unreported', {
      device: aDevice({ appState: 'background', backgroundReported: false }),
    }));
  it('R7 foreground stops push', () =>
    expectStoppedBy('recipient-state', 'foreground', { device: aDevice({ appState: 'foreground' }) }));
  it('R21 logged-out users get nothing', () =>
    expectStoppedBy('recipient-state', 'logged-out', { device: aDevice({ loginState: 'logged-out' }) }));
  it('R21 kicked users get nothing', () =>
    expectStoppedBy('recipient-state', 'kicked', { device: aDevice({ loginState: 'kicked' }) }));
  it('a device nobody logged in on gets nothing', () =>
    expectStoppedBy('recipient-state', 'never', { device: aDevice({ loginState: 'never' }) }));
  it('R50 closed without logout is offline, for seven days', () => {
    const at = (days: number) => decide(input({ device: aDevice({ appStateAtMs: 0 }), nowMs: days * dayMs }));
    expect(at(6.99).pushed).toBe(true);
    expect(at(7).decidingGateId).toBe('recipient-state');
  });
  it('R43 online-only messages are not pushed', () =>
    expectStoppedBy('stored-offline', 'online-only', { message: message({ onlineUserOnly: true }) }));
  it('a lifetime of 0 is not pushed', () =>
    expectStoppedBy('stored-offline', 'no-lifetime', { message: message({ lifetimeSeconds: 0 }) }));
  it('R51 system messages are never pushed', () =>
    expectStoppedBy('chat-message', 'system', { message: message({ messageClass: 'system' }) }));
  it('a message to oneself is not pushed', () =>
    expectStoppedBy('not-self', 'self', {
      message: message({ conversation: { kind: 'c2c', to: 'denny' } }),
      recipient: anAccount({ userId: 'denny' }),
    }));
  it('PushFlag 1 is not pushed', () =>
    expectStoppedBy('push-flag', 'off', { message: message({ offlinePush: { disabled: true } }) }));
  it('R53 the account’s global switch stops push', () =>
    expectStoppedBy('global-switch', 'off', { recipient: anAccount({ pushEnabled: false }) }));
  it('R35 R46 a custom message without desc is not pushed', () =>
    expectStoppedBy('text-available', 'custom', { message: message({ elements: [{ kind: 'custom', data: 'x' }] }) }));
  it('R46 OfflinePushInfo.Desc mends it', () => {
    const mended = message({ elements: [{ kind: 'custom', data: 'x' }], offlinePush: { desc: 'A gift' } });
    expect(decide(input({ message: mended })).pushed).toBe(true);
  });
  it('an empty text is not pushed', () =>
    expectStoppedBy('text-available', 'empty', { message: message({ elements: [{ kind: 'text', text: '' }] }) }));
  it('no element is refused', () =>
    expectStoppedBy('valid-message', 'no-elements', { message: message({ elements: [] }) }));
  it('an unknown group is refused', () =>
    expectStoppedBy('valid-message', 'no-group', {
      message: message({ conversation: { kind: 'group', groupId: 'x' } }),
    }));
  it('R20 without a token there is no push', () =>
    expectStoppedBy('token-reported', 'none', { device: aDevice({ token: null }) }));
});

describe('predictions never stop a push', () => {
  const expectWarning = (gate: string, sentence: string, over: Partial<DecisionInput>) => {
    const decision = decide(input(over));
    expect(decision.pushed).toBe(true);
    const found = decision.gates.find((one) => one.id === gate);
    expect(found).toMatchObject({ outcome: 'warning', phrase: { id: `im.gate.${gate}.${sentence}` } });
    expect(imTexts.en[`im.gate.${gate}.${sentence}`]).toBeTruthy();
    expect(decision.gates.filter((one) => one.outcome === 'warning')).toHaveLength(1);
  };
  it('R19 a token older than the login warns', () =>
    expectWarning('token-reported', 'before-login', { device: aDevice({ tokenReportedAtMs: 1, lastLoginAtMs: 2 }) }));
  it('R27 another certificate ID than the reported one warns', () =>
    expectWarning('certificate-fits', 'other-id', { device: aDevice({ certificateId: 10002 }) }));
  it('R44 a credential of the other environment warns', () =>
    expectWarning('certificate-fits', 'environment', {
      credential: { name: 'key', certificateId: 10001, facts: { ...p8, environment: 'production' } },
    }));
  it('no credential warns', () => expectWarning('certificate-fits', 'none', { credential: null }));
  it('an unknown certificate ID warns', () =>
    expectWarning('certificate-fits', 'no-such-id', { credential: null, device: aDevice({ certificateId: 7 }) }));
  it('notifications switched off warn', () =>
    expectWarning('notifications-allowed', 'no', { device: aDevice({ notificationsAllowed: false }) }));
});

describe('text', () => {
  const body = (over: Partial<DecisionInput>) => decide(input(over)).intent?.body;
  const group = { message: message({ conversation: { kind: 'group' as const, groupId: 'lunch' } }), group: aGroup() };
  const nobody = anAccount({ userId: 'denny', nickname: '' });

  it('R29 C2C with nickname', () => expect(body({})).toBe('Denny: Lunch?'));
  it('R29 C2C without nickname', () => expect(body({ sender: nobody })).toBe('Lunch?'));
  it('R29 C2C from a stranger', () => expect(body({ sender: null })).toBe('Lunch?'));
  it('R30 group: name card first', () => expect(body(group)).toBe('Captain (Lunch): Lunch?'));
  it('R30 group: nickname without a card', () =>
    expect(body({ ...group, group: aGroup({ members: [{ userId: 'denny', nameCard: '' }] }) })).toBe(
      'Denny (Lunch): Lunch?',
    ));
  it('R30 group: no name at all', () =>
    expect(body({ ...group, sender: nobody, group: aGroup({ members: [] }) })).toBe('(Lunch): Lunch?'));
  it('R4 one-to-one and group forms, spaced and as in the sample payload', () => {
    const switches = { ...defaultSwitches, colon: 'compact' as const };
    expect([body({}), body({ switches })]).toEqual(['Denny: Lunch?', 'Denny:Lunch?']);
    expect([body(group), body({ ...group, switches })]).toEqual(['Captain (Lunch): Lunch?', 'Captain (Lunch):Lunch?']);
  });
  it.each([
    ['R31', { kind: 'text', text: 'as is  ' } as const, 'as is  '],
    ['R32', { kind: 'sound' } as const, '[audio]'],
    ['R33', { kind: 'file' } as const, '[file]'],
    ['R34', { kind: 'image' } as const, '[image]'],
    ['R35', { kind: 'custom', desc: 'a gift' } as const, 'a gift'],
  ])('%s %o', (_, element, text) => expect(body({ message: message({ elements: [element] }) })).toBe(`Denny: ${text}`));
  it('R36 every element, in order, nothing between', () =>
    expect(
      body({
        message: message({
          elements: [{ kind: 'text', text: 'hello' }, { kind: 'custom', desc: 'world' }, { kind: 'image' }],
        }),
      }),
    ).toBe('Denny: helloworld[image]'));
  it('Chinese placeholders are a switch', () =>
    expect(
      body({
        message: message({ elements: [{ kind: 'sound' }] }),
        switches: { ...defaultSwitches, placeholders: 'zh' },
      }),
    ).toBe('Denny: [语音]'));
  it('R39 a title is added to the default content', () => {
    const { intent } = decide(input({ message: message({ offlinePush: { title: 'News' } }) }));
    expect(intent).toMatchObject({ title: 'News', body: 'Denny: Lunch?' });
  });
  it('R40 desc is the content', () =>
    expect(body({ message: message({ offlinePush: { desc: 'Come' } }) })).toBe('Come'));
  it('R58 the trace names what lost', () => {
    const { intent } = decide(input({ message: message({ offlinePush: { desc: 'Come' } }) }));
    expect(intent?.traces.find((trace) => trace.field === 'body')?.candidates).toEqual([
      { from: 'OfflinePushInfo.Desc', value: 'Come', used: true },
      { from: 'MsgBody', value: 'Denny: Lunch?', used: false },
    ]);
  });
});

describe('ext, sound and badge', () => {
  const intent = (over: Partial<MessageInput>, device: Partial<Device> = {}, switches = defaultSwitches) =>
    decide(input({ message: message(over), device: aDevice(device), switches })).intent;
  const custom = { kind: 'custom', desc: 'd', ext: 'www.qq.com', sound: 'dingdong.aiff' } as const;

  it('R8 a custom element’s ext becomes the push ext', () =>
    expect(intent({ elements: [custom] })?.ext).toBe('www.qq.com'));
  it('R10 a custom element’s sound becomes the sound', () =>
    expect(intent({ elements: [custom] })?.sound).toBe('dingdong.aiff'));
  it('R11 the overview’s reading puts it into ext', () => {
    const read = intent({ elements: [{ ...custom, ext: '' }] }, {}, { ...defaultSwitches, customSound: 'ext' });
    expect(read).toMatchObject({ ext: 'dingdong.aiff', sound: 'default' });
  });
  it('R42 ext of OfflinePushInfo wins and silences the element’s', () =>
    expect(intent({ elements: [custom], offlinePush: { ext: 'jump to denny' } })).toMatchObject({
      ext: 'jump to denny',
      sound: 'default',
    }));
  it('OfflinePushInfo without ext still silences the element’s', () =>
    expect(intent({ elements: [custom], offlinePush: { title: 't' } })?.ext).toBeNull());
  it('push.no_sound is silence', () => expect(intent({ offlinePush: { sound: 'push.no_sound' } })?.sound).toBeNull());
  it('R6 the badge counts on from the reported unread', () => expect(intent({}, { unreadBase: 4 })?.badge).toBe(5));
  it('R63 the badge can be left alone', () =>
    expect(intent({ offlinePush: { ignoreBadge: true } }, { unreadBase: 4 })?.badge).toBeNull());
  it('BadgeSetNum beats BadgeAddNum', () =>
    expect(intent({ offlinePush: { badgeSetNum: 9, badgeAddNum: 2 } }, { unreadBase: 4 })?.badge).toBe(9));
  it('BadgeAddNum adds to the base', () =>
    expect(intent({ offlinePush: { badgeAddNum: 2 } }, { unreadBase: 4 })?.badge).toBe(6));
});

describe('recipients', () => {
  const directory = {
    accounts: [anAccount(), anAccount({ id: 'acc_denny', userId: 'denny' })],
    groups: [aGroup()],
    devices: [aDevice(), aDevice({ id: 'dev_2' }), aDevice({ id: 'dev_denny', userId: 'denny' })],
  };
  it('C2C reaches every device of the recipient', () =>
    expect(recipientsOf(message(), directory).map((one) => one.device.id)).toEqual(['dev_iphone', 'dev_2']));
  it('a group message reaches the members but not the sender', () =>
    expect(
      recipientsOf(message({ conversation: { kind: 'group', groupId: 'lunch' } }), directory).map(
        (one) => one.device.id,
      ),
    ).toEqual(['dev_iphone', 'dev_2']));
  it('an unknown recipient reaches nobody', () =>
    expect(recipientsOf(message({ conversation: { kind: 'c2c', to: 'x' } }), directory)).toEqual([]));
});

describe('texts', () => {
  it('both languages say the same things with the same holes', () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));
    expect(Object.keys(imTexts['zh-CN'])).toEqual(Object.keys(imTexts.en));
    for (const [id, words] of Object.entries(imTexts.en))
      expect(holes(imTexts['zh-CN'][id] ?? ''), id).toEqual(holes(words));
  });
  it('every gate has a title', () => {
    for (const gate of decide(input()).gates) expect(imTexts.en[`im.gate.${gate.id}.title`]).toBeTruthy();
  });
});
