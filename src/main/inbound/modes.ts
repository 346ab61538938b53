import type { Check, Phrase, Verdict } from '../../shared/contract/index.ts';
import type { GatewayAnswer, GatewayInput, GatewayRegistry } from '../vendors/vendor.ts';
import type { GatewaySpec } from './types.ts';

type Input = GatewayInput<unknown, unknown>;
type Answer = GatewayAnswer<unknown, unknown>;

/** A workspace that knows nobody: nothing can be held against a request but its own form. */
const nobody: GatewayRegistry = { findToken: () => null, credentials: [], appIdentifiers: new Set() };

const modeCheck = (outcome: Check['outcome'], code: string | null, phrase: Phrase): Check => ({
  id: 'mode',
  outcome,
  code,
  phrase,
  certainty: 'documented',
});

const anythingCheck = modeCheck('unverified', null, { id: 'gateway.mode.anything' });
const knownChecks: Check[] = [];
/** The same object for the same count: the journal knows by identity what it has written before. */
const knownCheck = (count: number): Check =>
  (knownChecks[count] ??= modeCheck('unverified', null, { id: 'gateway.mode.known', params: { count } }));

const withCheck = (answer: Answer, check: Check): Answer => ({
  ...answer,
  verdict: { ...answer.verdict, checks: [...answer.verdict.checks, check] },
});

const withMode = (input: Input, mode: Input['settings']['mode'], over: Partial<Input> = {}): Input => ({
  ...input,
  settings: { ...input.settings, mode, perTokenPerMinute: 0 },
  ...over,
});

/** Nothing counts against a request: what failed is told and does not decide. */
const taken = (answer: Answer, why: Phrase): Verdict => ({
  accepted: true,
  status: 200,
  code: null,
  why,
  checks: [
    ...answer.verdict.checks.map((check) =>
      check.outcome === 'failed' ? { ...check, outcome: 'unverified' as const } : check,
    ),
    modeCheck('unverified', null, why),
  ],
});

/** Takes whatever can be read as a push, and gives a token to whoever asks in the right form. Nothing is remembered or counted. */
const decideAnything = ({ part, read }: GatewaySpec, input: Input): Answer => {
  const decided = part.decide(withMode(input, 'known', { memory: part.newMemory(), registry: nobody }));
  const answer = { ...decided, memory: input.memory };
  if (answer.kind === 'auth') return answer;
  if (answer.isRetired)
    return withCheck(answer, modeCheck('failed', answer.verdict.code, { id: 'gateway.mode.retired' }));
  if (answer.verdict.accepted && answer.targets.every(({ outcome }) => outcome === 'accepted')) {
    return withCheck(answer, anythingCheck);
  }
  const push = read(input.capture);
  if (push === null) return withCheck(answer, modeCheck('failed', null, { id: 'gateway.mode.anything-unread' }));
  const { reply, vendorMessageId } = part.welcome(input.capture, push.tokens, input.newId());
  const code = answer.verdict.code ?? '';
  return {
    ...answer,
    verdict: taken(answer, { id: 'gateway.mode.anything-refused', params: { code } }),
    reply,
    vendorMessageId,
    effects: answer.effects.filter(({ kind }) => kind === 'settings'),
    targets: push.tokens.map((token) => ({ token, outcome: 'accepted', reason: null })),
    delivery: push.draft,
  };
};

/** Says in a verdict of known mode that strict mode would have looked closer. */
const tellKnown = (answer: Answer): Answer => {
  let count = 0;
  for (const { outcome } of answer.verdict.checks) if (outcome === 'unverified') count += 1;
  if (count === 0) return answer;
  return withCheck(answer, knownCheck(count));
};

/** Says in a refusal of strict mode that known mode would have decided otherwise. */
const tellStrict = ({ part }: GatewaySpec, input: Input, answer: Answer): Answer => {
  if (answer.verdict.accepted) return answer;
  const known = part.decide(withMode(input, 'known')).verdict;
  if (!known.accepted && known.code === answer.verdict.code) return answer;
  const { code } = answer.verdict;
  return withCheck(answer, modeCheck('failed', code, { id: 'gateway.mode.strict', params: { code: code ?? '' } }));
};

/** What the vendor's gateway answers in the mode it is set to, with a row on what the mode had to do with it. */
export const decideInMode = (spec: GatewaySpec, input: Input): Answer => {
  const { mode } = input.settings;
  if (mode === 'anything') return decideAnything(spec, input);
  const answer = spec.part.decide(input);
  return mode === 'known' ? tellKnown(answer) : tellStrict(spec, input, answer);
};
