import type { Locale } from '../../../../../shared/contract/index.ts';

/** A day in the reader's language and zone: `14 Dec 2026`. */
export const dayText = (atMs: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium' }).format(atMs);

/** A day with its time, to the second: `14 Dec 2026, 08:12:00`. */
export const timeText = (atMs: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    atMs,
  );

const two = (n: number): string => String(n).padStart(2, '0');

/** An instant as a `datetime-local` field has it: local time, to the second. */
export const toField = (atMs: number): string => {
  const date = new Date(atMs);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};

/** What such a field says; null when it is empty or half filled. */
export const fromField = (text: string): number | null => {
  const atMs = /^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
};

/** A hexadecimal value in pairs: `4A 00 1B`. */
export const pairs = (hex: string): string =>
  hex
    .toUpperCase()
    .match(/.{1,2}/g)
    ?.join(' ') ?? '';

/** A hash with colons, cut in the middle: `c2:9f:41:7d…8e:03`. */
export const shortHash = (hex: string): string => {
  const parts = hex.match(/.{1,2}/g) ?? [];
  return parts.length <= 6 ? parts.join(':') : `${parts.slice(0, 4).join(':')}…${parts.slice(-2).join(':')}`;
};
