/**
 * Times, durations and sizes as people read them. Pure: what «now» is comes in as an argument. Times are local, instants and
 * durations are milliseconds, sizes are bytes.
 */
import type { Locale, Phrase } from '../../../shared/contract/index.ts';

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `09:41:12`, local. */
const seconds = (at: Date): string => `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;

/** `09:41:12.804`, local. */
export const clock = (atMs: number): string => {
  const at = new Date(atMs);
  return `${seconds(at)}.${pad(at.getMilliseconds(), 3)}`;
};

/** `09:41:12.804` on the day of `nowMs`, `11-20 09:41:12` in its year, `2025-11-20 09:41` before: at most 16 characters. */
export const clockOrDay = (atMs: number, nowMs: number): string => {
  const at = new Date(atMs);
  const now = new Date(nowMs);
  const day = `${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  if (at.getFullYear() !== now.getFullYear()) return `${at.getFullYear()}-${day} ${seconds(at).slice(0, 5)}`;
  const isToday = at.getMonth() === now.getMonth() && at.getDate() === now.getDate();
  return isToday ? clock(atMs) : `${day} ${seconds(at)}`;
};

/** Day and time to the millisecond: `2026-11-21 09:41:12.804`, local. */
export const dayAndClock = (atMs: number): string => {
  const at = new Date(atMs);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${clock(atMs)}`;
};

/** How long ago: `time.now` within the last minute (and for the future), then minutes, hours, days. */
export const ago = (atMs: number, nowMs: number): Phrase => {
  const passed = nowMs - atMs;
  if (passed < minuteMs) return { id: 'time.now' };
  if (passed < hourMs) return { id: 'time.minutes', params: { n: Math.floor(passed / minuteMs) } };
  if (passed < dayMs) return { id: 'time.hours', params: { n: Math.floor(passed / hourMs) } };
  return { id: 'time.days', params: { n: Math.floor(passed / dayMs) } };
};

/** Making a formatter costs more than using it, and a list of rows uses the same few again and again. */
const formatters = new Map<string, Intl.NumberFormat>();
const format = (value: number, locale: Locale, options: Intl.NumberFormatOptions): string => {
  const key = `${locale} ${options.unit ?? ''} ${options.maximumFractionDigits ?? ''}`;
  let formatter = formatters.get(key);
  if (!formatter) formatters.set(key, (formatter = new Intl.NumberFormat(locale, options)));
  return formatter.format(value);
};

/** A number, grouped: `1,204`. */
export const grouped = (value: number, locale: Locale): string => format(value, locale, {});

/** Milliseconds for a column: one digit after the point below ten, none above, grouped. No unit. */
export const milliseconds = (ms: number, locale: Locale): string =>
  format(ms, locale, { maximumFractionDigits: ms < 10 ? 1 : 0 });

const unit = (value: number, name: string, locale: Locale, digits = 0): string =>
  format(value, locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });

/** A length of time with its unit, rounded: `0.6 ms`, `212 ms`, `1.24 sec`, `20 min`, `3 hr`, `2 days`. */
export const duration = (ms: number, locale: Locale): string => {
  const length = Math.abs(ms);
  if (length < 1000) return unit(length, 'millisecond', locale, length < 10 ? 1 : 0);
  if (length < minuteMs) return unit(length / 1000, 'second', locale, 2);
  if (length < hourMs - minuteMs / 2) return unit(Math.round(length / minuteMs), 'minute', locale);
  if (length < 2 * dayMs - hourMs / 2) return unit(Math.round(length / hourMs), 'hour', locale);
  return unit(Math.round(length / dayMs), 'day', locale);
};

/** An exact size with its unit: `1,204 bytes`. */
export const byteCount = (bytes: number, locale: Locale): string =>
  format(bytes, locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
