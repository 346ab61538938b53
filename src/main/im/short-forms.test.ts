import { describe, expect, it } from 'vitest';
import { aMessage, aWorld } from '../../../tests/support/im.ts';
import { Message } from '../../shared/contract/message.ts';
import { printCall, readRest } from './index.ts';

const before = (offlinePush: object, more: object = {}) => Message.parse({ ...aMessage(), offlinePush, ...more });
/** The message after somebody changed its JSON. */
const edited = (message: Message, change: (json: { OfflinePushInfo?: Record<string, never> }) => void) => {
  const json = JSON.parse(printCall(message)) as Parameters<typeof change>[0];
  change(json);
  return readRest(JSON.stringify(json), aWorld(), undefined, message).message;
};

describe('a message that comes back from its JSON', () => {
  const full = before(
    {
      title: 'Denny',
      sound: 'ding.aiff',
      image: 'https://example.com/i.png',
      subtitle: 'x',
      ignoreBadge: true,
      androidChannelId: 'im',
      androidPriority: 'high',
      mutableContent: true,
      interruptionLevel: 'passive',
      templateParams: { empty: {} },
      android: { huawei: { image: 'https://example.com/own.png' }, extra: { Unknown: {} } },
    },
    {
      id: 'msg_1',
      messageClass: 'system',
      client: { kind: 'sdk', platform: 'ios', version: '2.5.2' },
      legacyPush: { enabled: false, title: 'old' },
      options: { cloudCustomData: 'x' },
    },
  );
  it('is the same in every field, also in those that JSON has no place for', () =>
    expect(edited(full, () => undefined)).toEqual(full));
  it('keeps a short form until one of its places is changed', () => {
    const changed = edited(full, (json) => {
      Object.assign((json.OfflinePushInfo?.['ApnsInfo'] as unknown as object | undefined) ?? {}, {
        Sound: 'other.aiff',
      });
    });
    expect(changed?.offlinePush).toMatchObject({
      image: 'https://example.com/i.png',
      apns: { sound: 'other.aiff' },
      harmony: { sound: 'ding.aiff' },
    });
    expect(changed?.offlinePush).not.toHaveProperty('sound');
    expect(JSON.parse(printCall(changed ?? full))).toMatchObject({
      OfflinePushInfo: { AndroidInfo: { Sound: 'ding.aiff' }, ApnsInfo: { Sound: 'other.aiff' } },
    });
  });
  it('needs no MsgRandom while it is composed, and does as a call of its own', () => {
    const text = printCall(before({}));
    expect(readRest(text, aWorld(), undefined, before({})).answer.ErrorCode).toBe(0);
    expect(readRest(text, aWorld()).answer.ErrorCode).not.toBe(0);
  });
});
