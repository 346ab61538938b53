import { describe, expect, it } from 'vitest';
import { screenOf, screenTitle } from './screens.ts';

const names = {
  accounts: [
    { userId: 'denny', nickname: 'Denny' },
    { userId: 'quiet', nickname: '' },
  ],
  groups: [{ groupId: 'lunch', name: 'Lunch' }],
};

describe('screens of the drawn app', () => {
  it.each([
    ['chats', { kind: 'chats' }],
    ['chat/denny', { kind: 'chat', id: 'denny' }],
    ['group/a/b', { kind: 'group', id: 'a/b' }],
    ['chat/', { kind: 'custom', name: 'chat/' }],
    ['chatdemo://orders/42', { kind: 'url', url: 'chatdemo://orders/42' }],
    ['settings/profile', { kind: 'custom', name: 'settings/profile' }],
  ])('%s', (name, screen) => expect(screenOf(name)).toEqual(screen));

  it.each([
    ['chat/denny', 'Denny'],
    ['chat/quiet', 'quiet'],
    ['chat/stranger', 'stranger'],
    ['group/lunch', 'Lunch'],
    ['group/other', 'other'],
    ['https://example.com/a', 'https://example.com/a'],
    ['wallet', 'wallet'],
    ['chats', null],
  ])('%s is called %s', (name, title) => expect(screenTitle(screenOf(name), names)).toBe(title));
});
