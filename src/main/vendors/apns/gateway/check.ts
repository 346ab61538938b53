import type { Certainty, Check, Phrase } from '../../../../shared/contract/index.ts';
import type { Asked } from './asked.ts';

/** A rule of the gateway: looks at what is asked and says how that check ends. */
export type CheckRule = (asked: Asked) => Check;

interface CheckMaker {
  readonly passed: Check;
  /** Something it needs to know has failed before. */
  readonly notReached: Check;
  failed(variant: string, params?: Phrase['params'], certainty?: Certainty): Check;
  unverified(variant: string, params?: Phrase['params'], certainty?: Certainty): Check;
}

/**
 * The results a check can have. Words are `apns.check.<id>.<variant>`; `passed` and `asks` (for a check that was not reached)
 * are variants too. `code` is the reason it answers with. Results without params are made once and shared, so that a request
 * that passes everything costs no allocation for its checks.
 */
export const defineCheck = (id: string, code: string, certainty: Certainty): CheckMaker => {
  const make = (outcome: Check['outcome'], variant: string, params: Phrase['params'], sure: Certainty): Check =>
    Object.freeze({
      id,
      outcome,
      code,
      phrase: { id: `apns.check.${id}.${variant}`, ...(params ? { params } : {}) },
      certainty: sure,
    });
  // Pushes of one sender fail and pass alike, so the last result of a kind is mostly the next one too.
  const latest = new Map<string, Check>();
  const again = (outcome: Check['outcome'], variant: string, params: Phrase['params'], sure: Certainty): Check => {
    const key = `${outcome}.${variant}`;
    const last = latest.get(key);
    if (last?.certainty === sure && areSame(last.phrase.params, params)) return last;
    const made = make(outcome, variant, params, sure);
    latest.set(key, made);
    return made;
  };
  return {
    passed: make('passed', 'passed', undefined, certainty),
    notReached: make('not-reached', 'asks', undefined, certainty),
    failed: (variant, params, sure = certainty) => again('failed', variant, params, sure),
    unverified: (variant, params, sure = certainty) => again('unverified', variant, params, sure),
  };
};

const areSame = (one: Phrase['params'], other: Phrase['params']): boolean => {
  if (one === undefined || other === undefined) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
};
