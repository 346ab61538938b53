import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** Spaces occur in no registration id. */
const token = 'no such token';

/** `not-for-topic`: the app is known, but disabled or still under review. 33 is a day's quota, which counts only what was let in. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    '10000': 'accepted',
    '28': 'not-for-topic',
    '30': 'not-for-topic',
    '11': 'refused',
    '14': 'refused',
    '16': 'refused',
    '27': 'refused',
    '-2': 'later',
    '-1': 'later',
    '13': 'later',
    '33': 'later',
    '55': 'later',
  }),
);

/**
 * A message to a registration id that cannot be a phone's. AppKey and MasterSecret are judged when the auth token is asked for, before
 * there is a push at all.
 */
export const probe: ProbePart = {
  token,
  certainty: 'documented',
  source: sources.auth,
  draft: () => ({
    payload: JSON.stringify({
      target_type: 2,
      verify_registration_id: true,
      notification: {
        title: 'Pushscope',
        content: 'Credential check. No phone receives this.',
        click_action_type: 0,
        off_line: false,
      },
    }),
    options: {},
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
