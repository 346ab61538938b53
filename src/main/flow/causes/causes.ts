import type { Cause } from '../../../shared/contract/index.ts';
import type { Suspect } from '../../vendors/vendor.ts';
import { cause, headerOf, type Evidence, type Look } from './evidence.ts';
import { clock, credentialEnvironment, environment, secret, size, tokenForm, topic, valueSet } from './looks.ts';
import { providerToken } from './provider-token.ts';

const looks: Readonly<Record<Extract<Suspect, string>, Look>> = {
  'token-form': tokenForm,
  environment,
  'credential-environment': credentialEnvironment,
  topic,
  'provider-token': providerToken,
  clock,
  size,
  secret,
};

const lookOf = (suspect: Suspect): Look =>
  typeof suspect === 'string' ? looks[suspect] : valueSet(suspect.set, suspect.value);

/** A fault of our own gateway, or what its checks found: this is how the answer came about. */
const fromVerdict = ({ exchange }: Evidence): Cause[] => {
  const failed = exchange.verdict?.checks.filter((check) => check.outcome === 'failed') ?? [];
  if (failed[0]?.id === 'fault')
    return [
      cause(
        'fault',
        'found',
        { id: 'fault', params: { code: failed[0].code ?? '–' } },
        { words: { id: 'fault.fix' }, action: { kind: 'clear-faults' } },
      ),
    ];
  return failed.slice(0, 3).map(({ id, phrase, certainty }) => ({
    id: `check ${id}`,
    rank: 'found',
    phrase,
    certainty,
    fix: null,
  }));
};

/** Errors that the composer would have shown for this push. */
const fromPayload = ({ view }: Evidence): Cause[] =>
  (view?.problems ?? [])
    .filter((problem) => problem.severity === 'error')
    .slice(0, 4)
    .map(({ code, path, phrase, fix, certainty }) => ({
      id: `problem ${code} ${path}`,
      rank: 'likely',
      phrase,
      certainty,
      fix: fix ? { phrase: fix, action: null } : null,
    }));

const later = ({ exchange }: Evidence): Cause => {
  const wait = exchange.response && headerOf(exchange.response.headers, 'retry-after');
  return cause(
    'later',
    'possible',
    wait && /^\d+$/.test(wait) ? { id: 'later.wait', params: { wait: Number(wait) } } : { id: 'later' },
    exchange.kind === 'push' ? { words: { id: 'later.fix' }, action: { kind: 'resend' } } : null,
  );
};

const order: readonly Cause['rank'][] = ['found', 'likely', 'possible', 'ruled-out'];

/**
 * Why an exchange was refused, the surest first; within a rank as the vendor's folder has them. The last of those that speak for
 * themselves is what the code mostly means. Empty without a code that the vendor's table has.
 */
export const causesOf = (evidence: Evidence): readonly Cause[] => {
  const { exchange, vendor } = evidence;
  const { explanation } = exchange;
  if (!explanation) return [];
  const row = vendor.errors.find(({ code }) => code === explanation.code);
  const verdict = fromVerdict(evidence);
  // A fault decides by itself: nothing in the request is the reason.
  if (verdict[0]?.id === 'fault') return verdict;
  const suspects = vendor.suspects?.[explanation.code] ?? [];
  const seen = suspects.flatMap((suspect) => lookOf(suspect)(evidence) ?? []);
  const usual: Cause = {
    id: 'usual',
    rank: 'possible',
    phrase: explanation.cause,
    certainty: explanation.certainty,
    fix: { phrase: explanation.fix, action: null },
  };
  const all = [
    // A fix that acts stands before the same finding without one.
    ...seen,
    ...verdict,
    ...(row?.decidedBy === 'request' && verdict.length === 0 ? fromPayload(evidence) : []),
    usual,
    ...(row?.retry === 'later' ? [later(evidence)] : []),
  ];
  return all.toSorted((a, b) => order.indexOf(a.rank) - order.indexOf(b.rank));
};
