import type { Credential, PushEnvironment } from '../../../../../shared/contract/index.ts';
import type { Tone } from '../../../ui/marks.tsx';

const dayMs = 86_400_000;

/** Whole days until an instant; negative when it has passed. */
export const daysUntil = (atMs: number, nowMs: number): number => Math.floor((atMs - nowMs) / dayMs);

/** Where an instant lies between two others, 0 to 1. */
export const shareOf = (fromMs: number, untilMs: number, nowMs: number): number =>
  untilMs <= fromMs ? 1 : Math.min(1, Math.max(0, (nowMs - fromMs) / (untilMs - fromMs)));

/** How a credential is, in one word. `count`: how many findings ask for something. */
export interface CredentialHealth {
  readonly tone: Extract<Tone, 'accepted' | 'warning' | 'rejected'>;
  readonly word: 'locked' | 'expired' | 'not-yet-valid' | 'findings' | 'fine';
  readonly count: number;
}

/** Dates are compared with the clock of this machine, because a stored finding may be from yesterday. */
export const healthOf = ({ facts, findings, locked }: Credential, nowMs: number): CredentialHealth => {
  const open = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const count = open.length;
  if (locked) return { tone: 'warning', word: 'locked', count };
  if (facts.kind === 'apns-certificate') {
    if (facts.certificate.notAfterAtMs < nowMs) return { tone: 'rejected', word: 'expired', count };
    if (facts.certificate.notBeforeAtMs > nowMs) return { tone: 'rejected', word: 'not-yet-valid', count };
  }
  if (count === 0) return { tone: 'accepted', word: 'fine', count };
  return { tone: open.some(({ severity }) => severity === 'error') ? 'rejected' : 'warning', word: 'findings', count };
};

/** Days until a certificate ends, for the days when that matters to plan; null for what does not end. */
export const daysLeft = ({ facts }: Pick<Credential, 'facts'>, nowMs: number): number | null =>
  facts.kind === 'apns-certificate' ? daysUntil(facts.certificate.notAfterAtMs, nowMs) : null;

/** The environments of a certificate in one word; null when it names none. */
export const environmentOf = (environments: readonly PushEnvironment[]): PushEnvironment | 'both' | null =>
  environments.length > 1 ? 'both' : (environments[0] ?? null);
