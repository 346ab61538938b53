import type { Check, Phrase } from '../../shared/contract/index.ts';
import type { GatewayAnswer, GatewayRegistry } from '../vendors/vendor.ts';

/**
 * Which of a request's tokens a fault takes for dead: each with this chance, of several at least one and never all. `random` gives numbers
 * from 0 up to 1.
 */
export const chooseDead = (tokens: readonly string[], percent: number, random: () => number): readonly string[] => {
  const chosen = tokens.filter(() => random() * 100 < percent);
  if (tokens.length < 2) return chosen;
  const [first = ''] = tokens;
  if (chosen.length === 0) return [tokens[Math.floor(random() * tokens.length)] ?? first];
  return chosen.length === tokens.length ? chosen.slice(1) : chosen;
};

/** The registry in which these tokens are dead since now. Vendors answer to them in their own way. */
export const withDead = (registry: GatewayRegistry, dead: readonly string[], nowMs: number): GatewayRegistry => ({
  ...registry,
  findToken: (vendor, token) => {
    const found = registry.findToken(vendor, token);
    if (!dead.includes(found?.token ?? token) && !dead.includes(token)) return found;
    const unknown = { token, deviceId: '', appIdentifier: '', environment: 'production' } as const;
    return { ...(found ?? unknown), state: 'unregistered', deadAtMs: found?.deadAtMs ?? nowMs };
  },
});

/** The answer with a row that says how many tokens the fault took for dead. */
export const tellDead = <C, M>(answer: GatewayAnswer<C, M>, count: number): GatewayAnswer<C, M> => {
  const phrase: Phrase = { id: 'gateway.fault.dead-tokens', params: { count } };
  const check: Check = { id: 'fault', outcome: 'unverified', code: null, phrase, certainty: 'documented' };
  return { ...answer, verdict: { ...answer.verdict, checks: [check, ...answer.verdict.checks] } };
};
