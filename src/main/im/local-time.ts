const formatters = new Map<string, Intl.DateTimeFormat | null>();

/** Making a formatter is a hundred times as slow as using one. Null: there is no such time zone. */
const formatterOf = (timeZone: string): Intl.DateTimeFormat | null => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  let made: Intl.DateTimeFormat | null = null;
  try {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    // Names come from people; an unknown one is read as UTC.
  }
  formatters.set(timeZone, made);
  return made;
};

/** Seconds since local midnight in a time zone (IANA name). An unknown zone counts as UTC. */
export const localSeconds = (nowMs: number, timeZone: string): number => {
  const formatter = timeZone === 'UTC' ? null : formatterOf(timeZone);
  if (!formatter) return Math.floor((((nowMs % 86_400_000) + 86_400_000) % 86_400_000) / 1000);
  const [hour = 0, minute = 0, second = 0] = formatter.format(nowMs).split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
};
