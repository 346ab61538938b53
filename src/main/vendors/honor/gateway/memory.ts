import { noCounts, type DayCounts } from '../../kit/day-counts.ts';
import type { IssuedTokens } from '../../kit/gateway/issued.ts';

/** All a gateway remembers between requests; both parts are bounded. */
export interface HonorMemory {
  readonly issued: IssuedTokens;
  /** Messages of today: `test <app>`, `marketing <app> <token>`. */
  readonly today: DayCounts;
}

/** What a gateway starts with. */
export const newMemory = (): HonorMemory => ({ issued: new Map(), today: noCounts });
