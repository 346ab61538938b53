import { describe, expect, it } from 'vitest';
import { dayText, fromField, pairs, shortHash, toField } from './dates.ts';

describe('dates', () => {
  const noon = new Date(2026, 11, 14, 12, 3, 4).getTime();
  it('are said in the reader’s language', () => {
    expect(dayText(noon, 'en')).toBe('14 Dec 2026');
    expect(dayText(noon, 'zh-CN')).toBe('2026年12月14日');
  });
  it('go through a field unchanged, to the second', () => {
    expect(toField(noon)).toBe('2026-12-14T12:03:04');
    expect(fromField(toField(noon))).toBe(noon);
  });
  it('an empty field has none', () => {
    expect(fromField('')).toBeNull();
    expect(fromField('2026-')).toBeNull();
  });
});

describe('hexadecimal', () => {
  it('in pairs', () => expect(pairs('4a001b')).toBe('4A 00 1B'));
  it('cut in the middle when long', () => {
    expect(shortHash('c29f417d00000000008e03')).toBe('c2:9f:41:7d…8e:03');
    expect(shortHash('c29f')).toBe('c2:9f');
  });
});
