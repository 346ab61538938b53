const minuteMs = 60_000;
const dayMs = 86_400_000;
const ago: Readonly<Record<string, number>> = { s: 1000, m: minuteMs, h: 3_600_000, d: dayMs, w: 7 * dayMs };

const midnight = (nowMs: number, days: number): number => {
  const day = new Date(nowMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
};

/** Year, month, day, hour, minute, second; a day that is not in the calendar (31 June) is none. */
const instantOf = (parts: readonly (string | undefined)[], zone: string): number | null => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const known = new Date(Date.UTC(year, month - 1, day));
  if (known.getUTCMonth() !== month - 1 || known.getUTCDate() !== day) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (zone === '') return new Date(year, month - 1, day, hour, minute, second).getTime();
  const sign = zone.startsWith('-') ? -1 : 1;
  const [zoneHours = 0, zoneMinutes = 0] = zone === 'Z' ? [] : zone.slice(1).split(':').map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - sign * (zoneHours * 60 + zoneMinutes) * minuteMs;
};

const stamp = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?$/i;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/**
 * An instant in Unix milliseconds, local time unless a zone is named: `2026-11-21`, `2026-11-21T18:30`, `18:30` (today), `today`,
 * `yesterday`, `15m`, `2h`, `3d` (that long ago). Null when it is none of these.
 */
export const readTime = (text: string, nowMs: number): number | null => {
  const word = text.trim().toLowerCase();
  if (word === 'today') return midnight(nowMs, 0);
  if (word === 'yesterday') return midnight(nowMs, -1);
  const [, count, unit = ''] = /^(\d{1,6})([smhdw])$/.exec(word) ?? [];
  if (count !== undefined) return nowMs - Number(count) * (ago[unit] ?? 0);
  const [, ...date] = stamp.exec(text.trim()) ?? [];
  if (date.length > 0) return instantOf(date.slice(0, 6), (date[6] ?? '').toUpperCase());
  const [, ...time] = clock.exec(word) ?? [];
  if (time.length === 0) return null;
  const day = new Date(nowMs);
  return instantOf(
    [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(String).concat(time.map((part) => part ?? '0')),
    '',
  );
};
