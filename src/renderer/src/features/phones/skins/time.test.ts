import { describe, expect, it } from 'vitest';
import { bareClock, cardTime, spokenTime } from './time.ts';

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();
const now = at(21, 11, 37);

describe('time on an iOS card', () => {
  const says = (locale: string, atMs: number) => cardTime('ios', locale, atMs, now);
  it.each([
    ['en', now - 59_000, 'now'],
    ['en', now + 5000, 'now'],
    ['en', now - 5 * 60_000, '5m ago'],
    ['en', at(21, 8, 37), '3h ago'],
    ['en', at(20, 8, 37), 'Yesterday, 8:37 AM'],
    ['en', at(16, 8, 37), 'Mon 8:37 AM'],
    ['en', at(3, 8, 37), 'Nov 3'],
    ['zh-CN', at(21, 11, 32), '5分钟前'],
    ['zh-CN', at(20, 8, 37), '昨天 08:37'],
    ['zh-CN', at(16, 8, 37), '周一 08:37'],
    ['ja', at(21, 8, 37), '3時間前'],
    ['ja', at(16, 8, 37), '月曜日 8:37'],
    ['ko', at(20, 8, 37), '어제 오전 8:37'],
    ['ar', at(21, 11, 32), 'قبل 5 د'],
  ])('%s %#: %s', (locale, atMs, words) => expect(says(locale, atMs)).toBe(words));

  it('says hours across midnight while the age is small', () => {
    const early = at(21, 1, 0);
    expect(cardTime('ios', 'en', at(20, 22, 0), early)).toBe('3h ago');
    expect(cardTime('ios', 'en', at(20, 8, 0), early)).toBe('Yesterday, 8:00 AM');
  });
});

describe('time on an Android card', () => {
  it.each([
    ['en', now - 5 * 60_000, '5m'],
    ['en', now - 2 * 3_600_000, '2h'],
    ['en', now - 3 * 86_400_000, '3d'],
    ['en', now - 400 * 86_400_000, '1y'],
    ['zh-CN', now - 5 * 60_000, '5分钟'],
    ['ja', now - 5 * 60_000, '5 分'],
    ['ko', now - 2 * 3_600_000, '2시간'],
    ['zh-CN', now, '现在'],
  ])('%s %#: %s', (locale, atMs, words) => expect(cardTime('android', locale, atMs, now)).toBe(words));

  it('takes the forms of the system’s data where it has none', () =>
    expect(cardTime('android', 'de', now - 5 * 60_000, now)).toMatch(/5/u));
});

describe('other times', () => {
  it('draws the clock without the half of the day', () => {
    expect(bareClock('en', at(21, 9, 41))).toBe('9:41');
    expect(bareClock('ko', at(21, 9, 41))).toBe('9:41');
  });
  it('speaks an age in full', () => {
    expect(spokenTime('en', now - 5 * 60_000, now)).toBe('5 minutes ago');
    expect(spokenTime('zh-CN', now, now)).toBe('现在');
  });
});
