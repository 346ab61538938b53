import { noCounts, type DayCounts } from '../../kit/day-counts.ts';
import type { IssuedTokens } from '../../kit/gateway/issued.ts';

/** Requests of one app or project in the second that began with `startedAtMs`. */
export interface Rate {
  readonly startedAtMs: number;
  readonly used: number;
}

/** All a gateway remembers between requests; every part is bounded. */
export interface HuaweiMemory {
  readonly issued: IssuedTokens;
  readonly rates: ReadonlyMap<string, Rate>;
  /** Messages of today: `test <project>`, `all <app> <token>`, `marketing <app> <token>`. */
  readonly today: DayCounts;
}

/** What a gateway starts with. */
export const newMemory = (): HuaweiMemory => ({ issued: new Map(), rates: new Map(), today: noCounts });
