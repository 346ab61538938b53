import type { DoNotDisturb } from '../../../../../shared/contract/index.ts';
import type { FieldProblem } from './draft.ts';

/** The forms a do-not-disturb time has in the editor; `always` is a daily one of 24 hours, as the SDK has it. */
export const quietKinds = ['none', 'daily', 'always', 'once'] as const;
export type QuietKind = (typeof quietKinds)[number];

const daySeconds = 86_400;

export const quietKindOf = (time: DoNotDisturb | null): QuietKind => {
  if (time === null) return 'none';
  if (time.kind === 'once') return 'once';
  return time.durationSeconds >= daySeconds ? 'always' : 'daily';
};

/** What a newly chosen form begins with: a night, or an hour from now. */
export const newQuiet = (kind: QuietKind, nowMs: number): DoNotDisturb | null => {
  const night = { kind: 'daily', hour: 22, minute: 0, second: 0, durationSeconds: 9 * 3600 } as const;
  switch (kind) {
    case 'none':
      return null;
    case 'daily':
      return night;
    case 'always':
      return { ...night, hour: 0, durationSeconds: daySeconds };
    case 'once':
      return { kind: 'once', startAtMs: nowMs - (nowMs % 1000), durationSeconds: 3600 };
  }
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `HH:MM`, with seconds only where there are some: what a field of type time shows. */
export const timeOfDay = ({ hour, minute, second }: Extract<DoNotDisturb, { kind: 'daily' }>): string =>
  [hour, minute, ...(second > 0 ? [second] : [])].map(two).join(':');

/** What such a field says; null when it is half filled. */
export const readTimeOfDay = (text: string): { hour: number; minute: number; second: number } | null => {
  const found = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return found && { hour: Number(found[1]), minute: Number(found[2]), second: Number(found[3] ?? 0) };
};

/** Seconds as `9:00` or `0:00:30`. */
export const durationText = (seconds: number): string => {
  const rest = seconds % 60;
  const base = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest > 0 ? `${base}:${two(rest)}` : base;
};

/** Hours and minutes, and seconds where needed, as seconds; NaN when the text says none. */
export const readDuration = (text: string): number => {
  const found = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim());
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0) : Number.NaN;
};

/** When a daily time ends, as `07:00`, by the clock of its own zone. */
export const endOfDay = ({
  hour,
  minute,
  second,
  durationSeconds,
}: Extract<DoNotDisturb, { kind: 'daily' }>): string => {
  const end = (hour * 3600 + minute * 60 + second + durationSeconds) % daySeconds;
  return [Math.floor(end / 3600), Math.floor(end / 60) % 60].map(two).join(':');
};

export const doNotDisturbProblem = (time: DoNotDisturb | null): FieldProblem | undefined =>
  time !== null && !(Number.isInteger(time.durationSeconds) && time.durationSeconds > 0)
    ? { id: 'credentials.problem.duration' }
    : undefined;

/** An IANA name that this system knows. */
export const isTimeZone = (name: string): boolean => {
  try {
    return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
