import { describe, expect, it } from 'vitest';
import { ago, byteCount, clock, clockOrDay, dayAndClock, duration, milliseconds } from './format.ts';

const at = new Date(2026, 10, 21, 9, 41, 2, 4).getTime();
const later = (ms: number) => at + ms;
const minute = 60_000;
const hour = 60 * minute;

describe('clock', () => {
  it('is local, to the millisecond, padded', () => expect(clock(at)).toBe('09:41:02.004'));
});

describe('clockOrDay', () => {
  it('gives the time alone today', () => expect(clockOrDay(at, later(hour))).toBe('09:41:02.004'));
  it('gives the day yesterday', () => expect(clockOrDay(at, later(24 * hour))).toBe('11-21 09:41:02'));
  it('gives the day on the same date of another month', () =>
    expect(clockOrDay(at, new Date(2026, 11, 21, 9).getTime())).toBe('11-21 09:41:02'));
  it('gives the year when it is another', () =>
    expect(clockOrDay(at, new Date(2027, 10, 21, 9).getTime())).toBe('2026-11-21 09:41'));
});

describe('dayAndClock', () => {
  it('says everything', () => expect(dayAndClock(at)).toBe('2026-11-21 09:41:02.004'));
});

describe('ago', () => {
  it('is now within a minute', () => expect(ago(at, later(minute - 1))).toEqual({ id: 'time.now' }));
  it('is now for a clock that runs ahead', () => expect(ago(at, later(-hour))).toEqual({ id: 'time.now' }));
  it('counts minutes', () => expect(ago(at, later(minute))).toEqual({ id: 'time.minutes', params: { n: 1 } }));
  it('counts whole minutes to the hour', () =>
    expect(ago(at, later(hour - 1))).toEqual({ id: 'time.minutes', params: { n: 59 } }));
  it('counts hours', () => expect(ago(at, later(hour))).toEqual({ id: 'time.hours', params: { n: 1 } }));
  it('counts days', () => expect(ago(at, later(49 * hour))).toEqual({ id: 'time.days', params: { n: 2 } }));
});

describe('milliseconds', () => {
  it('keeps one digit below ten', () => expect(milliseconds(0.56, 'en')).toBe('0.6'));
  it('keeps none above', () => expect(milliseconds(212.4, 'en')).toBe('212'));
  it('groups thousands', () => expect(milliseconds(30_000, 'en')).toBe('30,000'));
});

describe('duration', () => {
  it.each([
    [0.56, '0.6 ms'],
    [212.4, '212 ms'],
    [1240, '1.24 sec'],
    [20 * minute + 29_000, '20 min'],
    [hour - 105, '1 hr'],
    [3 * hour, '3 hr'],
    [49 * hour, '2 days'],
    [-20 * minute, '20 min'],
  ])('%d ms is %s', (ms, words) => expect(duration(ms, 'en')).toBe(words));
  it('speaks Chinese', () => expect(duration(20 * minute, 'zh-CN')).toBe('20分钟'));
});

describe('byteCount', () => {
  it('groups and names the unit', () => expect(byteCount(1204, 'en')).toBe('1,204 bytes'));
  it('knows one', () => expect(byteCount(1, 'en')).toBe('1 byte'));
});
