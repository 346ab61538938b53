import type { Credential } from '../../../../shared/contract/index.ts';

const dayMs = 86_400_000;

/** The certificate that ends next, once it is time to say so. */
export interface ExpiryNote {
  readonly credentialId: string;
  readonly name: string;
  /** Whole days left; 0 on the last day, and when it is over. */
  readonly days: number;
  readonly state: 'month' | 'week' | 'over';
  /** How many others are to be renewed too. */
  readonly others: number;
}

/** The same thresholds as the findings: said from 30 days on, urgent from 7, and over at the instant itself. */
const stateOf = (leftMs: number): ExpiryNote['state'] | null => {
  if (leftMs < 0) return 'over';
  if (leftMs <= 7 * dayMs) return 'week';
  return leftMs <= 30 * dayMs ? 'month' : null;
};

/** What the status bar says about certificates that end; null while none does within 30 days. Keys do not end. */
export const expiryNote = (credentials: readonly Credential[], nowMs: number): ExpiryNote | null => {
  const ending = credentials
    .flatMap(({ id, name, facts }) => {
      if (facts.kind !== 'apns-certificate') return [];
      const leftMs = facts.certificate.notAfterAtMs - nowMs;
      const state = stateOf(leftMs);
      return state === null ? [] : [{ credentialId: id, name, leftMs, state }];
    })
    .toSorted((a, b) => a.leftMs - b.leftMs);
  const [first] = ending;
  if (!first) return null;
  const { leftMs, ...note } = first;
  return { ...note, days: Math.max(0, Math.floor(leftMs / dayMs)), others: ending.length - 1 };
};
