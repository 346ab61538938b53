import { describe, expect, it } from 'vitest';
import { partnerOf } from './partner.ts';
import { aSummary } from './testing.ts';

const captured = aSummary({ id: 'ex_1', messageId: 'msg_1' });
const sent = aSummary({ id: 'ex_2', messageId: 'msg_1', origin: 'sent' });

describe('partnerOf', () => {
  it('finds the captured half of a sent push', () => expect(partnerOf(sent, [sent, captured])).toBe(captured));
  it('finds the sent half of a captured one', () => expect(partnerOf(captured, [sent, captured])).toBe(sent));
  it.each([
    ['another message', { messageId: 'msg_2' }],
    ['another vendor', { vendor: 'fcm' as const }],
    ['the token request of the same message', { kind: 'auth' as const }],
    ['another token', { targets: [{ token: 'bb', deviceId: null, outcome: 'accepted' as const, reason: null }] }],
    ['the same side', { origin: 'sent' as const }],
  ])('does not take %s', (_what, over) => expect(partnerOf(sent, [{ ...captured, ...over }])).toBeNull());
  it('a push without a message has none', () =>
    expect(partnerOf({ ...sent, messageId: null }, [{ ...captured, messageId: null }])).toBeNull());
});
