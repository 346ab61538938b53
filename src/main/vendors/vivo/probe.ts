import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** White space occurs in no regId. */
const token = 'no such phone';

/** What does not come to a push comes from `/message/auth`; the rest is about the push, once an authToken was given out. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    10302: 'accepted',
    10094: 'not-for-topic',
    10000: 'refused',
    10200: 'refused',
    10201: 'refused',
    10202: 'refused',
    10205: 'refused',
    10206: 'refused',
    10070: 'later',
    10071: 'later',
    10072: 'later',
    10073: 'later',
    10250: 'later',
    HTTP_500: 'later',
    HTTP_503: 'later',
  }),
);

/**
 * A test push to a regId that cannot be a phone's: vivo takes test pushes of apps under review as well, and gives an authToken only
 * to whom it knows. Source: «PUSH-UPS-API».
 */
export const probe: ProbePart = {
  token,
  certainty: 'documented',
  source: sources.api,
  draft: () => ({
    payload: JSON.stringify({
      notifyType: 1,
      title: 'Pushscope',
      content: 'Credential check. No phone receives this.',
      timeToLive: 60,
      skipType: 1,
      classification: 1,
      category: 'IM',
      requestId: 'pushscope-credential-check',
      pushMode: 1,
    }),
    options: {},
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
