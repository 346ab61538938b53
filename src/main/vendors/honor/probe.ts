import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** Spaces occur in no push token. */
const token = 'no such token';

/** Honor answers a send to bad tokens only with success and a list of them, so that is what means that the credential was taken. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    FAIL_TOKENS: 'accepted',
    SEND_RESULT_FALSE: 'accepted',
    '80300002': 'not-for-topic',
    '80200001': 'refused',
    '80200003': 'refused',
    invalid_client: 'refused',
    unauthorized_client: 'refused',
    HTTP_502: 'later',
    HTTP_429: 'later',
    HTTP_503: 'later',
  }),
);

/**
 * A message to a token that cannot be a phone's. Client ID and secret are judged when the access token is asked for; how Honor answers
 * about the token of the push is what open senders expect.
 */
export const probe: ProbePart = {
  token,
  certainty: 'guess',
  source: sources.hipush,
  draft: () => ({
    payload: JSON.stringify({
      notification: { title: 'Pushscope', body: 'Credential check. No phone receives this.' },
      android: { notification: { importance: 'LOW', clickAction: { type: 3 } } },
    }),
    options: {},
  }),
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
