import { noCounts, type Counts } from '../../kit/counts.ts';

/** All the gateway remembers between requests: counts of one day and of one second. Bounded. */
export interface XiaomiMemory {
  /** Day in Beijing, `2026-11-21`; the counts are of this day. */
  readonly day: string;
  /** Messages by package and class. */
  readonly apps: Counts;
  /** Messages by package, class and registration id. */
  readonly devices: Counts;
  readonly second: number;
  readonly requests: number;
}

/** What a gateway starts with: nothing counted. */
export const newMemory = (): XiaomiMemory => ({ day: '', apps: noCounts, devices: noCounts, second: 0, requests: 0 });

/** About so many names are kept of each count. */
export const maxKept = 2000;

/** The day in Beijing. Xiaomi does not say when its day begins; this is our reading. */
export const dayOf = (nowMs: number): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);

/** The memory at this moment: another day forgets its counts, another second its requests. */
export const memoryAt = (memory: XiaomiMemory, nowMs: number): XiaomiMemory => {
  const day = dayOf(nowMs);
  const second = Math.floor(nowMs / 1000);
  const today = memory.day === day ? memory : { ...memory, day, apps: noCounts, devices: noCounts };
  return today.second === second ? today : { ...today, second, requests: 0 };
};
