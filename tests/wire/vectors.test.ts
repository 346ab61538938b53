/** The worked examples of Tencent's page, from the message to the bytes that Apple gets. */
import { describe, expect, it } from 'vitest';
import { decide, defaultSwitches } from '../../src/main/im/index.ts';
import { apns } from '../../src/main/vendors/apns/index.ts';
import type { MessageInput } from '../../src/shared/contract/message.ts';
import { aMessage, anInput } from '../support/im.ts';
import { aDevice, anAccount } from '../support/workspace.ts';

const nowMs = 1_700_000_000_000;
const target = { token: 'aa'.repeat(32), appIdentifier: 'com.example.chat', environment: 'production' } as const;
/** The body for an iPhone that counted four unread messages. */
const bytesOf = (elements: MessageInput['elements'], nickname: string) => {
  const { intent } = decide(
    anInput({
      message: aMessage({ elements }),
      sender: anAccount({ userId: 'denny', nickname }),
      device: aDevice({ unreadBase: 4 }),
      switches: { ...defaultSwitches, colon: 'compact' },
    }),
  );
  return intent && apns.payload.fromIntent(intent, { ...target, credential: null }, nowMs).payload;
};

describe('the examples of the page, byte for byte', () => {
  it('vector A: a custom element and a text', () =>
    expect(
      bytesOf(
        [
          { kind: 'custom', desc: 'hello', ext: 'www.qq.com', sound: 'dingdong.aiff', data: 'hidden' },
          { kind: 'text', text: 'world' },
        ],
        'Nickname',
      ),
    ).toBe('{"aps":{"alert":"Nickname:helloworld","badge":5,"sound":"dingdong.aiff"},"ext":"www.qq.com"}'));
  it('vector B: a text and a custom element, with no space between', () =>
    expect(
      bytesOf(
        [
          { kind: 'text', text: 'hello' },
          { kind: 'custom', desc: 'world' },
        ],
        '',
      ),
    ).toBe('{"aps":{"alert":"helloworld","badge":5,"sound":"default"}}'));
});
