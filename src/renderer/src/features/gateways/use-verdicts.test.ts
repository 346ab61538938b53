import { expect, it } from 'vitest';
import type { Check, Verdict } from '../../../../shared/contract/index.ts';
import { reasonOf } from './use-verdicts.ts';

const check = (outcome: Check['outcome'], id: string): Check => ({
  id,
  outcome,
  code: null,
  phrase: { id: `oppo.check.${id}` },
  certainty: 'reported',
});
const verdict = (checks: Check[]): Verdict => ({
  accepted: true,
  status: 200,
  code: null,
  why: { id: 'oppo.verdict' },
  checks,
});

it('a verdict is told by the check that decided, else by its own sentence', () => {
  expect(reasonOf({ verdict: null })).toBeNull();
  expect(reasonOf({ verdict: verdict([check('unverified', 'a')]) })).toEqual({
    phrase: { id: 'oppo.verdict' },
    certainty: null,
  });
  expect(reasonOf({ verdict: verdict([check('passed', 'a'), check('failed', 'b'), check('failed', 'c')]) })).toEqual({
    phrase: { id: 'oppo.check.b' },
    certainty: 'reported',
  });
});
