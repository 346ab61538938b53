import { describe, expect, it } from 'vitest';
import { aMessage, anInput, saysOf, toGroup } from '../../../tests/support/im.ts';
import { aGroup, anAccount } from '../../../tests/support/workspace.ts';
import type { Group } from '../../shared/contract/index.ts';
import type { MessageInput } from '../../shared/contract/message.ts';
import type { DecisionInput } from './index.ts';

describe('senders with an SDK', () => {
  const sdk = { client: { kind: 'sdk' as const, platform: 'android' as const, version: '8.9' } };
  const says = (over: Partial<DecisionInput>, message: Partial<MessageInput> = sdk) =>
    saysOf(anInput({ message: aMessage(message), ...over }), 'valid-message');
  it('the REST API does not look at blocklists and mutes', () => {
    const blocked = { recipient: anAccount({ blocked: ['denny'] }) };
    expect(says(blocked)).toBe('failed: blocked');
    expect(says(blocked, {})).toBe('passed: ok');
    const muted = { sender: anAccount({ userId: 'denny', muted: true }) };
    expect(says(muted)).toBe('failed: sender-muted');
    expect(says(muted, {})).toBe('passed: ok');
  });
  it('a group wants members, and not muted ones', () => {
    const members = [{ userId: 'denny', nameCard: '', muted: true }];
    const inLunch = (group: Group) => says({ group }, { ...sdk, ...toGroup });
    expect(inLunch(aGroup({ members }))).toBe('failed: muted-in-group');
    expect(inLunch(aGroup({ members: [] }))).toBe('failed: not-member');
    expect(inLunch(aGroup())).toBe('passed: ok');
  });
  it('elements are 12 KB at most, 8 KB before V2TIM', () => {
    const text = (length: number) => ({ elements: [{ kind: 'text' as const, text: 'a'.repeat(length) }] });
    const old = { client: { kind: 'sdk' as const, platform: 'ios' as const, version: '4.9' } };
    expect(says({}, { ...sdk, ...text(12_288) })).toBe('passed: ok');
    expect(says({}, { ...sdk, ...text(12_289) })).toBe('failed: text-too-long');
    expect(says({}, { ...old, ...text(8192) })).toBe('passed: ok');
    expect(says({}, { ...old, ...text(8193) })).toBe('failed: text-too-long');
  });
});
