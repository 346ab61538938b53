import { createHash } from 'node:crypto';
import { withEntry } from '../../kit/bounded.ts';

/** What a gateway remembers between requests: when each app last sent to many, and what. Both maps are bounded. */
export interface TpnsMemory {
  readonly wide: ReadonlyMap<string, number>;
  readonly repeats: ReadonlyMap<string, number>;
}

/** What a gateway starts with. */
export const newMemory = (): TpnsMemory => ({ wide: new Map(), repeats: new Map() });

/** Name of a push to everybody, by app and contents. */
export const repeatKey = (accessId: string, message: string): string =>
  createHash('sha256').update(`${accessId} ${message}`).digest('base64url');

/** Keeps the hundred apps that sent last, and the thousand newest pushes to everybody. */
export const rememberWide = (memory: TpnsMemory, accessId: string, key: string | null, nowMs: number): TpnsMemory => ({
  wide: withEntry(memory.wide, accessId, nowMs, 100),
  repeats: key === null ? memory.repeats : withEntry(memory.repeats, key, nowMs, 1000),
});
