import { noCounts, type Counts } from '../../kit/counts.ts';
import type { JsonObject } from '../../kit/json.ts';
import { oppoLimits } from '../limits.ts';

/** A token issued here. */
export interface IssuedToken {
  readonly appKey: string;
  readonly createdAtMs: number;
  /** When its successor was issued; null while it is the newest. */
  readonly replacedAtMs: number | null;
}

/** All the gateway remembers between requests. Bounded. */
export interface OppoMemory {
  readonly issued: ReadonlyMap<string, IssuedToken>;
  /** Notifications kept for a broadcast, by message id. */
  readonly saved: ReadonlyMap<string, JsonObject>;
  /** App, target and `app_message_id` of what was delivered or saved. */
  readonly seen: Counts;
  /** Day in Beijing; the counts are of this day. */
  readonly day: string;
  readonly apps: Counts;
  readonly devices: Counts;
  readonly second: number;
  readonly requests: number;
}

/** What a gateway starts with. */
export const newMemory = (): OppoMemory => ({
  issued: new Map(),
  saved: new Map(),
  seen: noCounts,
  day: '',
  apps: noCounts,
  devices: noCounts,
  second: 0,
  requests: 0,
});

/** About so many names are kept of each count. */
export const maxKept = 2000;

const bounded = <V>(entries: Map<string, V>, max: number): ReadonlyMap<string, V> =>
  entries.size <= max ? entries : new Map([...entries].slice(entries.size - max));

/** The day in Beijing. OPPO does not say when its day begins; this is our reading. */
export const dayOf = (nowMs: number): string => new Date(nowMs + 8 * 3_600_000).toISOString().slice(0, 10);

/** The memory at this moment: another day forgets its counts, another second its requests. */
export const memoryAt = (memory: OppoMemory, nowMs: number): OppoMemory => {
  const day = dayOf(nowMs);
  const second = Math.floor(nowMs / 1000);
  const today = memory.day === day ? memory : { ...memory, day, apps: noCounts, devices: noCounts };
  return today.second === second ? today : { ...today, second, requests: 0 };
};

const lifeMs = oppoLimits.tokenLife.value * 1000;
const overlapMs = oppoLimits.tokenOverlap.value * 1000;

/** The token an app has now; null: none, or it has ended. */
export const currentToken = (memory: OppoMemory, appKey: string, nowMs: number): string | null => {
  for (const [token, issued] of memory.issued) {
    if (issued.appKey === appKey && issued.replacedAtMs === null && nowMs - issued.createdAtMs < lifeMs) return token;
  }
  return null;
};

/** Remembers a new token; the one before it ends soon. */
export const rememberToken = (memory: OppoMemory, token: string, appKey: string, nowMs: number): OppoMemory => {
  const issued = new Map(memory.issued);
  for (const [old, entry] of issued) {
    if (entry.appKey === appKey && entry.replacedAtMs === null) issued.set(old, { ...entry, replacedAtMs: nowMs });
  }
  issued.set(token, { appKey, createdAtMs: nowMs, replacedAtMs: null });
  return { ...memory, issued: bounded(issued, 200) };
};

/** As if a token was never issued. */
export const forgetToken = (memory: OppoMemory, token: string): OppoMemory => {
  const issued = new Map(memory.issued);
  return issued.delete(token) ? { ...memory, issued } : memory;
};

/** Whether a token is good, has ended, or was not issued here. */
export const tokenState = (memory: OppoMemory, token: string, nowMs: number): 'good' | 'expired' | 'unknown' => {
  const issued = memory.issued.get(token);
  if (!issued) return 'unknown';
  if (issued.replacedAtMs !== null) return nowMs < issued.replacedAtMs + overlapMs ? 'good' : 'expired';
  return nowMs - issued.createdAtMs < lifeMs ? 'good' : 'expired';
};

/** Keeps a notification for a broadcast; the newest two hundred. */
export const rememberSaved = (memory: OppoMemory, id: string, notification: JsonObject): OppoMemory => ({
  ...memory,
  saved: bounded(new Map([...memory.saved, [id, notification]]), 200),
});
