import type { CredentialFacts, Draft } from '../../../shared/contract/index.ts';
import type { ProbePart, ProbeVerdict } from '../vendor.ts';
import { xiaomiValues } from './channels.ts';
import { sources } from './sources.ts';

/** Spaces occur in no registration id. */
const token = 'no such token';

/** The package the credential is for stands among its own values; only one that names none is asked about as the app's. */
const draft = (facts: CredentialFacts, appIdentifier: string, topic: string): Draft => {
  const packageName = topic || xiaomiValues(facts)?.['packageName'] || appIdentifier;
  return {
    payload: JSON.stringify({
      ...(packageName === '' ? {} : { restricted_package_name: packageName }),
      pass_through: 0,
      title: 'Pushscope',
      description: 'Credential check. No phone receives this.',
      notify_type: -1,
      extra: { notify_effect: '1' },
    }),
    options: {},
  };
};

const codesOf = (verdict: ProbeVerdict, codes: readonly number[]): [string, ProbeVerdict][] =>
  codes.map((code) => [String(code), verdict]);

/**
 * `not-for-topic`: the package is not the secret's, or the app may not do this or is on a blacklist. A used-up quota says nothing of the
 * registration id, so it is `later`.
 */
const verdicts: ReadonlyMap<string, ProbeVerdict> = new Map([
  ...codesOf('accepted', [10029, 20301, 65003]),
  ...codesOf('not-for-topic', [10005, 10014, 10026, 10031, 10033, 10036, 22022]),
  ...codesOf('refused', [21301, 21302, 21305, 22000, 22001, 22002, 22003, 22004, 22005, 22006, 22007, 22008]),
  ...codesOf('later', [-1, 1, 10001, 10002, 10003, 10009, 26003, 65029]),
  ...codesOf('later', [10022, 10023, 10024, 10027, 10028, 10034, 200001]),
]);

/**
 * A message to a registration id that cannot be a phone's. The secret goes with the push itself, and Xiaomi publishes no order of its
 * checks: that it looks at the secret first is our reading of the codes.
 */
export const probe: ProbePart = {
  token,
  certainty: 'guess',
  source: sources.errorCodes,
  draft,
  judge: (code) => verdicts.get(code) ?? 'unclear',
};
