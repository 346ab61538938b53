import { describe, expect, it } from 'vitest';
import {
  doNotDisturbProblem,
  durationText,
  endOfDay,
  isTimeZone,
  newQuiet,
  quietKindOf,
  quietKinds,
  readDuration,
  readTimeOfDay,
  timeOfDay,
} from './quiet-form.ts';

const night = { kind: 'daily', hour: 22, minute: 30, second: 0, durationSeconds: 9 * 3600 } as const;

describe('a do-not-disturb time', () => {
  it.each(quietKinds)('a new %s is of that form and has no problem', (kind) => {
    const made = newQuiet(kind, 1_700_000_000_123);
    expect(quietKindOf(made)).toBe(kind);
    expect(doNotDisturbProblem(made)).toBeUndefined();
  });
  it('of 24 hours or more is permanent', () => {
    expect(quietKindOf({ ...night, durationSeconds: 86_399 })).toBe('daily');
    expect(quietKindOf({ ...night, durationSeconds: 86_400 })).toBe('always');
  });
  it('is written and read as a clock has it', () => {
    expect(timeOfDay(night)).toBe('22:30');
    expect(timeOfDay({ ...night, second: 5 })).toBe('22:30:05');
    expect(readTimeOfDay('22:30:05')).toEqual({ hour: 22, minute: 30, second: 5 });
    for (const text of ['', '24:00', '22', '22:60']) expect(readTimeOfDay(text), text).toBeNull();
  });
  it('ends on the next day when it runs past midnight', () => expect(endOfDay(night)).toBe('07:30'));
  it.each([0, -1, 1.5, Number.NaN])('does not last %d seconds', (durationSeconds) =>
    expect(doNotDisturbProblem({ ...night, durationSeconds })).toEqual({ id: 'credentials.problem.duration' }),
  );
});

describe('a duration', () => {
  it.each([
    [32_400, '9:00'],
    [30, '0:00:30'],
    [90_061, '25:01:01'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
    expect(readDuration(text)).toBe(seconds);
  });
  it.each(['', '9', '9:60', '-1:00', 'nine'])('%j is none', (text) => expect(readDuration(text)).toBeNaN());
});

it('a time zone is one the system knows', () => {
  expect(['UTC', 'Asia/Shanghai'].every(isTimeZone)).toBe(true);
  expect(['', 'Mars/Base', 'x'].some(isTimeZone)).toBe(false);
});
