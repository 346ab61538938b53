import { describe, expect, it } from 'vitest';
import type { Tap } from '../../../../../shared/contract/index.ts';
import { resultOf, resultTone } from './result.ts';

const names = { accounts: [{ userId: 'denny', nickname: 'Denny' }], groups: [] };
const tap = (target: Tap['rules']['target'], opens: Tap['opens'] = { kind: 'app', name: '' }) => ({
  opens,
  rules: { matchedRuleId: null, target, tried: [] },
});

describe('where a touch leads', () => {
  it.each([
    [tap({ kind: 'screen', screen: 'chat/denny' }), { kind: 'chat', name: 'Denny' }],
    [tap({ kind: 'screen', screen: 'group/lunch' }), { kind: 'group', name: 'lunch' }],
    [tap({ kind: 'screen', screen: 'wallet' }), { kind: 'custom', name: 'wallet' }],
    [tap({ kind: 'screen', screen: 'chats' }), { kind: 'first' }],
    [tap({ kind: 'url', url: 'chatdemo://orders/1' }), { kind: 'url', name: 'chatdemo://orders/1' }],
    [tap(null), { kind: 'first' }],
    [tap(null, { kind: 'url', name: 'https://example.com' }), { kind: 'url', name: 'https://example.com' }],
    [tap(null, { kind: 'nothing', name: '' }), { kind: 'nothing' }],
  ] as const)('%#', (given, result) => expect(resultOf(given, names)).toEqual(result));

  it('warns where the sender’s redirect was not reached', () => {
    expect(resultTone({ kind: 'first' })).toBe('warning');
    expect(resultTone({ kind: 'nothing' })).toBe('warning');
    expect(resultTone({ kind: 'chat', name: 'Denny' })).toBe('accepted');
  });
});
