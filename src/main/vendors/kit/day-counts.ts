import { addCounts, type Counts } from './counts.ts';

/** Counts of a day, by a key of the caller's. A new day starts at zero. */
export interface DayCounts {
  /** Days since 1970 in the caller's time zone. */
  readonly day: number;
  readonly counts: Counts;
}

/** Nothing counted yet. */
export const noCounts: DayCounts = { day: 0, counts: new Map() };

const kept = 2000;
const chinaMs = 8 * 3_600_000;

/** The day in China, where the vendors' days begin and end. */
export const dayInChina = (nowMs: number): number => Math.floor((nowMs + chinaMs) / 86_400_000);

/** How much of today is counted under a key. */
export const countOf = (state: DayCounts, day: number, key: string): number =>
  state.day === day ? (state.counts.get(key) ?? 0) : 0;

/** Adds one under each key. Two thousand keys are kept at most, those counted last. */
export const countUp = (state: DayCounts, day: number, keys: readonly string[]): DayCounts =>
  keys.length === 0 ? state : { day, counts: addCounts(state.day === day ? state.counts : new Map(), keys, kept) };
