/** All the gateway remembers between requests: counts of one day and of one second. Bounded. */
export interface XiaomiMemory {
  /** Day in Beijing, `2026-11-21`; the counts are of this day. */
  readonly day: string;
  /** Messages by package and class. */
  readonly apps: ReadonlyMap<string, number>;
  /** Messages by package, class and registration id. */
  readonly devices: ReadonlyMap<string, number>;
  readonly second: number;
  readonly requests: number;
}

/** What a gateway starts with: nothing counted. */
export const newMemory = (): XiaomiMemory => ({ day: '', apps: new Map(), devices: new Map(), second: 0, requests: 0 });

const maxKept = 2000;

/** The day in Beijing. Xiaomi does not say when its day begins; this is our reading. */
export const dayOf = (nowMs: number): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);

/** The memory at this moment: another day forgets its counts, another second its requests. */
export const memoryAt = (memory: XiaomiMemory, nowMs: number): XiaomiMemory => {
  const day = dayOf(nowMs);
  const second = Math.floor(nowMs / 1000);
  const today = memory.day === day ? memory : { ...memory, day, apps: new Map(), devices: new Map() };
  return today.second === second ? today : { ...today, second, requests: 0 };
};

/** Adds to one count and keeps those counted last. */
export const counted = (counts: ReadonlyMap<string, number>, keys: readonly string[]): ReadonlyMap<string, number> => {
  const next = new Map(counts);
  for (const key of keys) {
    const now = next.get(key) ?? 0;
    next.delete(key);
    next.set(key, now + 1);
  }
  return next.size <= maxKept ? next : new Map([...next].slice(next.size - maxKept));
};
