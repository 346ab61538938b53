import { describe, expect, it } from 'vitest';
import { Message, type MessageInput } from '../../../../../shared/contract/message.ts';
import { draftOf } from './message-draft.ts';
import type { RawDraft } from './raw-draft.ts';
import { readSaved, writeSaved } from './saved-draft.ts';

const message = (over: Partial<MessageInput> = {}) =>
  Message.parse({
    from: 'denny',
    conversation: { kind: 'c2c', to: 'vinson' },
    elements: [
      { kind: 'text', text: 'hi' },
      { kind: 'sound', seconds: 4 },
      { kind: 'file', fileName: 'menu.pdf' },
      { kind: 'image' },
      { kind: 'custom', data: '{}', desc: 'd', ext: 'e', sound: 's' },
    ],
    ...over,
  });
const everything = message({
  conversation: { kind: 'group', groupId: 'lunch' },
  offlinePush: {
    disabled: true,
    title: 't',
    desc: 'd',
    ext: '{}',
    sound: 'default',
    subtitle: 's',
    image: 'https://x/',
    mutableContent: true,
    interruptionLevel: 'time-sensitive',
    ignoreBadge: true,
    badgeAddNum: 2,
    badgeSetNum: 0,
    androidChannelId: 'chat',
    androidPriority: 'high',
  },
  onlineUserOnly: true,
  lifetimeSeconds: 0,
  messageClass: 'system',
});
const raw: RawDraft = {
  vendor: 'apns',
  payload: '{"aps":{}}',
  options: { topic: 'com.example.chat' },
  target: { kind: 'token', token: 'aa' },
  credentialId: 'crd',
};

describe('what is kept of the composer', () => {
  it.each([
    ['a plain message', message()],
    ['every field', everything],
  ])('%s comes back as it was', (_, one) => {
    const saved = { draft: draftOf(one), raws: [raw, { ...raw, credentialId: null }], restText: '{"To_Account":' };
    expect(readSaved(writeSaved(saved))).toEqual(saved);
  });
  it('a parked OfflinePushInfo comes back', () => {
    const saved = { draft: draftOf(message(), { disabled: false, title: 'later' }), raws: [], restText: null };
    expect(readSaved(writeSaved(saved))).toEqual(saved);
  });
  it('what comes back is a message by the contract', () => {
    const back = readSaved(writeSaved({ draft: draftOf(everything), raws: [], restText: null })).draft?.message;
    expect(Message.safeParse(back).success).toBe(true);
  });
  it.each([null, '', '{', '[]', 'null', '7', '{}', '{"message":{}}', '{"message":{"from":"","conversation":{}}}'])(
    '%j holds no message',
    (json) => expect(readSaved(json).draft).toBeNull(),
  );
  it('what makes no sense in it is left out', () => {
    const odd = {
      message: {
        from: 'denny',
        conversation: { kind: 'c2c', to: 'vinson' },
        elements: [{ kind: 'hologram' }, 7, { kind: 'text', text: 7 }, { kind: 'sound', seconds: -1 }],
        offlinePush: { title: 7, badgeSetNum: 1.5, interruptionLevel: 'loud' },
        lifetimeSeconds: 'long',
        messageClass: 'shout',
      },
      raws: [7, { vendor: 'apns', options: { topic: 7 }, target: 7 }],
    };
    const { draft, raws } = readSaved(JSON.stringify(odd));
    expect(draft?.message).toEqual({
      from: 'denny',
      conversation: { kind: 'c2c', to: 'vinson' },
      elements: [{ kind: 'text', text: '' }, { kind: 'sound' }],
      offlinePush: { disabled: false },
      onlineUserOnly: false,
      messageClass: 'chat',
    });
    expect(raws).toEqual([
      { vendor: 'apns', payload: '', options: {}, target: { kind: 'token', token: '' }, credentialId: null },
    ]);
  });
});

describe('what the form has no fields for', () => {
  it('is there again', () => {
    const full = message({
      conversation: { kind: 'group', groupId: 'lunch', toAccounts: ['vinson'], topicId: 't' },
      elements: [
        { kind: 'text', text: 'hi', extra: { More: 1 } },
        { kind: 'location', desc: 'here', latitude: 1.5 },
        { kind: 'face', index: 1 },
        { kind: 'video', url: 'https://v' },
        { kind: 'relay', title: 'Chat', messages: [{}] },
        { kind: 'sound', uuid: 'u', size: 5 },
        { kind: 'file', url: 'https://f' },
        { kind: 'image', images: [{ type: 1, url: 'https://i' }] },
      ],
      offlinePush: {
        multiLanguage: [{ language: 'zh', desc: '合同' }],
        templateId: '1400000000-1',
        android: { huawei: { category: 'IM' } },
        apns: { voip: true },
        harmony: { category: 'IM' },
        extra: { PushFlag: 0 },
      },
      legacyPush: { ios: { sound: 's' } },
      groupAt: [{ all: true }],
      options: { random: 7 },
      client: { kind: 'sdk', platform: 'ios', version: '2.5.3' },
      extra: { Unknown: true },
    });
    const { draft } = readSaved(writeSaved({ draft: draftOf(full), raws: [], restText: null }));
    expect(draft?.message).toEqual(full);
  });
});
