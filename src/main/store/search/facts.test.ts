import { describe, expect, it } from 'vitest';
import { payloadFacts } from './facts.ts';
import { leavesOf } from './leaves.ts';

const hasExt = (text: string): boolean => payloadFacts(leavesOf({ text }), []).includes('h=ext');
const form = (message: object): string =>
  new URLSearchParams({ auth_token: 'x', message: JSON.stringify(message) }).toString();

describe('has:ext', () => {
  it.each([
    ['a member', '{"aps":{"alert":"hi"},"ext":"jump to denny"}'],
    ['a member of JSON in a string', '{"message":{"data":"{\\"ext\\":\\"jump to denny\\"}"}}'],
    ['an extra of an intent', '{"clickAction":{"intent":"intent://a/b#Intent;S.ext=jump%20to%20denny;end"}}'],
    ['the parameters of OPPO, a plain text', form({ notification: { action_parameters: 'jump to denny' } })],
    ['the parameters of OPPO, JSON', form({ notification: { action_parameters: '{"entity":{"sender":"denny"}}' } })],
  ])('finds %s', (_what, text) => expect(hasExt(text)).toBe(true));
  it.each([
    ['an empty one', '{"ext":""}'],
    ['an empty extra', '{"intent":"intent://a/b#Intent;S.ext=;end"}'],
    ['another word', '{"text":"S.ext=1"}'],
  ])('does not find %s', (_what, text) => expect(hasExt(text)).toBe(false));
});
