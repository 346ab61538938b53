import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** Spaces occur in no registration token. */
const token = 'no such token';

/** FCM looks at the access token and the project first, so every code about the registration token means that they were taken. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    INVALID_ARGUMENT: 'accepted',
    SENDER_ID_MISMATCH: 'accepted',
    UNREGISTERED: 'accepted',
    PERMISSION_DENIED: 'refused',
    UNAUTHENTICATED: 'refused',
    deleted_client: 'refused',
    disabled_client: 'refused',
    invalid_grant: 'refused',
    unauthorized_client: 'refused',
    INTERNAL: 'later',
    QUOTA_EXCEEDED: 'later',
    RESOURCE_EXHAUSTED: 'later',
    UNAVAILABLE: 'later',
  }),
);

/** A message to a token that cannot be a phone's, to be validated only. */
export const probe: ProbePart = {
  token,
  certainty: 'reported',
  source: sources.errorCode,
  draft: () => ({
    payload: JSON.stringify({
      message: { notification: { title: 'Pushscope', body: 'Credential check. No phone receives this.' } },
    }),
    options: { validateOnly: 'true' },
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
