import type { CredentialFacts, Draft } from '../../../shared/contract/index.ts';
import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { sources } from './sources.ts';

/** Spaces occur in no push token. */
const token = 'no such token';

const title = 'Pushscope';
const body = 'Credential check. No phone receives this.';

/** v1, which takes the App Secret; v3 for a service account alone. */
const draft = (facts: CredentialFacts): Draft => {
  const hasSecret = facts.kind === 'app-keys' && facts.secretNames.includes('appSecret');
  if (hasSecret && facts.values['appId']) {
    const android = { notification: { title, body, click_action: { type: 3 } } };
    return { payload: JSON.stringify({ message: { android } }), options: { api: 'v1' } };
  }
  const notification = { category: 'MARKETING', title, body, clickAction: { actionType: 0 } };
  return { payload: JSON.stringify({ payload: { notification } }), options: { api: 'v3', pushType: '0' } };
};

/** `not-for-topic`: the address names an app or project that is not the credential's, or that may not send. */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map(
  Object.entries<ProbeVerdict>({
    '80100000': 'accepted',
    '80300007': 'accepted',
    '80300002': 'not-for-topic',
    '80300037': 'not-for-topic',
    '80200001': 'refused',
    '80200003': 'refused',
    '80200005': 'refused',
    '80300036': 'refused',
    '80600003': 'refused',
    '1101': 'refused',
    '81000001': 'later',
    HTTP_502: 'later',
    HTTP_429: 'later',
    HTTP_503: 'later',
  }),
);

/**
 * A message to a token that cannot be a phone's. An App Secret is judged when the access token is asked for; a service account's JWT
 * goes with the push itself, and Huawei publishes no order of its checks.
 */
export const probe: ProbePart = {
  token,
  certainty: 'guess',
  source: sources.errors,
  draft,
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
