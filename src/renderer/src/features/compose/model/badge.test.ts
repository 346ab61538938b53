import { describe, expect, it } from 'vitest';
import { badgeModeOf, badgeModes, badgePatch, parseWhole } from './badge.ts';

const push = { disabled: false };

describe('badge of OfflinePushInfo', () => {
  it('counts when nothing is said', () => expect(badgeModeOf(push)).toBe('count'));
  it('a set number goes before an added one', () =>
    expect(badgeModeOf({ ...push, badgeSetNum: 0, badgeAddNum: 3, ignoreBadge: true })).toBe('set'));
  it('an added number goes before leaving it alone', () =>
    expect(badgeModeOf({ ...push, badgeAddNum: 3, ignoreBadge: true })).toBe('add'));
  it.each(badgeModes)('%s is written and read back', (mode) =>
    expect(badgeModeOf({ ...push, ignoreBadge: true, badgeAddNum: 9, badgeSetNum: 9, ...badgePatch(mode, 2) })).toBe(
      mode,
    ),
  );
});

describe('whole numbers', () => {
  const range = { min: 1, max: 99 };
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['1', 1],
    [' 99 ', 99],
    ['0', null],
    ['100', null],
    ['1.5', null],
    ['-1', null],
    ['1e1', null],
    ['x', null],
  ])('%j', (text, value) => expect(parseWhole(text, range)).toBe(value));
});
