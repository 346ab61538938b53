import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** White space occurs in no token. */
const token = 'no such phone';

/** Codes about the token mean that AccessId and signature were taken. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    1008006: 'accepted',
    1008029: 'accepted',
    10010005: 'accepted',
    1008003: 'refused',
    1008031: 'refused',
    1008035: 'refused',
    10030002: 'refused',
    1008004: 'later',
    1008028: 'later',
  }),
);

/**
 * A notification to a token that cannot be a phone's. It names an environment because AccessIds of iPhone apps need one. TPNS publishes
 * no order of its checks.
 */
export const probe: ProbePart = {
  token,
  certainty: 'guess',
  source: sources.assumption,
  draft: () => ({
    payload: JSON.stringify({
      audience_type: 'token',
      message_type: 'notify',
      environment: 'product',
      message: { title: 'Pushscope', content: 'Credential check. No phone receives this.' },
    }),
    options: {},
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
